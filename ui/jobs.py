"""Work runs off the GUI thread and comes back to it as a value.

Three lanes of one thread each: what writes, long batches that read, and mail, whose server may
keep one waiting. A job never touches a widget; its callbacks run on the GUI thread, and only while
their owner lives.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import Enum
from functools import partial
from threading import Event
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

T = TypeVar("T")

SLOW_AFTER_MS = 200
_WATCH_EVERY_MS = 100
_PUBLISH_EVERY_S = 0.05


class Lane(Enum):
    """Which thread does the work."""

    WRITE = "write"
    READ = "read"
    MAIL = "mail"


class Cancelled(Exception):
    """The person asked to stop; raised inside the work by ``Progress.check``."""


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """How far a long job is; ``total`` is ``None`` while nobody knows it."""

    done: int
    total: int | None
    text: str = ""

    @property
    def percent(self) -> int | None:
        """Return 0 to 100, or ``None`` when the total is not known."""
        if not self.total:
            return None
        return max(0, min(100, self.done * 100 // self.total))


class Progress:
    """What a long job is given: the place to say how far it is and to hear "stop"."""

    def __init__(self, publish: Callable[[ProgressReport], None]) -> None:
        """Publish reports through the callable, at most twenty a second."""
        self._publish = publish
        self._stop = Event()
        self._next_publish = 0.0

    @property
    def cancelled(self) -> bool:
        """Tell whether the person asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._stop.set()

    def check(self) -> None:
        """Raise ``Cancelled`` when the person asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    def report(self, done: int, total: int | None, text: str = "") -> None:
        """Say how far the work is; raises ``Cancelled`` when the person asked to stop."""
        self.check()
        now = time.monotonic()
        if now < self._next_publish and done != total:
            return
        self._next_publish = now + _PUBLISH_EVERY_S
        self._publish(ProgressReport(done, total, text))


class Job:
    """A piece of work that was handed in; keep it to cancel it or to lose interest in it."""

    def __init__(self, owner: QObject, title: str, lane: Lane) -> None:
        """Remember who waits for the answer and how the job is called on screen."""
        self.title = title
        self.lane = lane
        self.progress: Progress | None = None
        self.future: Future[None] | None = None
        self.last_report: ProgressReport | None = None
        self.started_at = time.monotonic()
        self.is_finished = False
        self._owner = owner
        self._is_dropped = False

    @property
    def can_cancel(self) -> bool:
        """Tell whether the work listens to "stop"."""
        return self.progress is not None

    @property
    def is_awaited(self) -> bool:
        """Tell whether somebody still wants the answer."""
        return not self._is_dropped and shiboken6.isValid(self._owner)

    def cancel(self) -> None:
        """Ask the work to stop; its ``failed`` hears ``Cancelled`` when it has."""
        if self.progress is not None:
            self.progress.cancel()

    def drop(self) -> None:
        """Lose interest: no callback runs any more, and unstarted work never starts."""
        self._is_dropped = True
        self.cancel()
        if self.future is not None:
            self.future.cancel()

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether the work was dropped before it began."""
        return self.future is not None and self.future.cancelled()

    def waited_ms(self) -> float:
        """Return the milliseconds since the job was handed in."""
        return (time.monotonic() - self.started_at) * 1000


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came back from a lane, on its way to the GUI thread."""

    job: Job
    deliver: Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Step:
    """A report of a long job, on its way to the GUI thread."""

    job: Job
    report: ProgressReport
    progressed: Callable[[ProgressReport], None] | None


class Jobs(QObject):
    """Runs work in lanes and brings the answers back to the GUI thread."""

    unanswered = Signal(object)  # Exception that the job's owner does not answer itself
    slow_changed = Signal(object)  # Job that runs for more than 200 ms, or None
    progressed = Signal(object)  # Job whose last_report is new

    _arrived = Signal(object)  # _Outcome
    _reported = Signal(object)  # _Step

    def __init__(self, parent: QObject | None = None) -> None:
        """Start idle lanes; their threads are made by the first job."""
        super().__init__(parent)
        self._lanes = {
            lane: ThreadPoolExecutor(1, thread_name_prefix=f"bancada-{lane.value}") for lane in Lane
        }
        self._live: list[Job] = []
        self._slow: Job | None = None
        self._is_closed = False
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_EVERY_MS)
        self._watch.timeout.connect(self._on_watch)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    @property
    def slow_job(self) -> Job | None:
        """The job that has been running for more than 200 ms, if any."""
        return self._slow

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        owner: QObject,
        lane: Lane = Lane.WRITE,
        title: str = "",
    ) -> Job:
        """Run ``work`` in a lane, then ``done`` (or ``failed``) on the GUI thread.

        Callbacks are dropped when ``owner`` has died meanwhile. An exception without ``failed``
        goes to ``unanswered``.
        """
        return self._hand_in(Job(owner, title, lane), work, done, failed)

    def submit_long(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        owner: QObject,
        lane: Lane = Lane.WRITE,
        title: str = "",
        progressed: Callable[[ProgressReport], None] | None = None,
    ) -> Job:
        """Run work that reports how far it is and can be cancelled; else like ``submit``."""
        job = Job(owner, title, lane)

        def publish(report: ProgressReport) -> None:
            self._reported.emit(_Step(job, report, progressed))

        job.progress = Progress(publish)
        return self._hand_in(job, partial(work, job.progress), done, failed)

    def is_busy(self, lane: Lane) -> bool:
        """Tell whether work runs or waits in a lane."""
        return any(job.lane is lane for job in self._live)

    def close(self, last: Callable[[], None] | None = None, timeout_s: float = 5.0) -> bool:
        """Cancel what runs, drop what waits, then do ``last`` in the writing lane.

        Returns whether the lanes stood still in time. What ``last`` raises is raised here.
        """
        self._is_closed = True
        self._watch.stop()
        futures = [job.future for job in self._live if job.future is not None]
        for job in self._live:
            job.drop()
        self._live.clear()
        if last is not None:
            futures.append(self._lanes[Lane.WRITE].submit(last))
        for executor in self._lanes.values():
            executor.shutdown(wait=False)
        stood_still = not wait(futures, timeout=timeout_s).not_done
        if last is not None and stood_still:
            futures[-1].result()
        return stood_still

    def _hand_in(
        self,
        job: Job,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None,
    ) -> Job:
        if self._is_closed:
            job.drop()
            return job
        self._live.append(job)
        self._watch.start()
        failed_or_door = failed or self._on_unanswered
        job.future = self._lanes[job.lane].submit(self._run, job, work, done, failed_or_door)
        return job

    def _run(
        self,
        job: Job,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do the work; this runs in the lane, everything else in this class does not."""
        deliver: Callable[[], None]
        try:
            deliver = partial(done, work())
        except Exception as error:  # noqa: BLE001 - one of the two outermost doors
            deliver = partial(failed, error)
        if not self._is_closed:
            self._arrived.emit(_Outcome(job, deliver))

    def _on_arrived(self, outcome: _Outcome) -> None:
        self._forget(outcome.job)
        if outcome.job.is_awaited and not self._is_closed:
            outcome.deliver()

    def _on_reported(self, step: _Step) -> None:
        if self._is_closed or step.job.is_finished:
            return
        step.job.last_report = step.report
        if step.progressed is not None and step.job.is_awaited:
            step.progressed(step.report)
        self.progressed.emit(step.job)

    def _on_unanswered(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.unanswered.emit(error)

    def _on_watch(self) -> None:
        for job in [job for job in self._live if job.is_withdrawn]:
            self._forget(job)
        slow = [job for job in self._live if job.waited_ms() > SLOW_AFTER_MS]
        slow.sort(key=lambda job: not job.can_cancel)
        self._set_slow(slow[0] if slow else None)

    def _forget(self, job: Job) -> None:
        job.is_finished = True
        if job in self._live:
            self._live.remove(job)
        if not self._live:
            self._watch.stop()
        if job is self._slow:
            self._set_slow(None)

    def _set_slow(self, job: Job | None) -> None:
        if job is not self._slow:
            self._slow = job
            self.slow_changed.emit(job)
