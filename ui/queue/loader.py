"""Brings the queue from the database to the page, off the GUI thread."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.queue_view import QueueFilter, QueueRow, Reference
from app.services.queue import FilterChoices, QueueService
from ui.jobs import Job, Jobs
from ui.queue.model import PAGE_ROWS

_AFTER_PAINT_MS = 30


@dataclass(frozen=True, slots=True)
class LoadedQueue:
    """The answer to one question: numbers in order, the rows first looked at, and the counts."""

    asked: QueueFilter
    numbers: array[int]
    pages: dict[int, list[QueueRow]]


@dataclass(frozen=True, slots=True)
class LoadedCounts:
    """How many tickets each view has, what the filters offer, and who is at the desk."""

    counts: tuple[int, ...]
    choices: FilterChoices
    people: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class LateCount:
    """How many of the tickets asked for are late."""

    asked: QueueFilter
    late: int


class QueueLoader(QObject):
    """Asks one question at a time; a newer one makes the older superfluous."""

    loaded = Signal(object)  # LoadedQueue
    pages_loaded = Signal(object)  # LoadedQueue, its pages those asked for
    met = Signal(object)  # the people of the desk, as References
    counted = Signal(object)  # LoadedCounts
    late_counted = Signal(object)  # LateCount

    def __init__(self, queue: QueueService, jobs: Jobs, parent: QObject) -> None:
        """Read through the given service."""
        super().__init__(parent)
        self._queue = queue
        self._jobs = jobs
        self._job: Job | None = None
        self._late_job: Job | None = None
        self._count_job: Job | None = None
        self._asked = QueueFilter()
        self._late_soon = QTimer(self)
        self._late_soon.setSingleShot(True)
        self._late_soon.setInterval(_AFTER_PAINT_MS)
        self._late_soon.timeout.connect(self._count_late)

    def meet(self) -> None:
        """Ask who is at the desk; it takes no time, while counting a large desk does."""
        self._jobs.submit(self._queue.people, self.met.emit, owner=self)

    def load(self, asked: QueueFilter, pages: Sequence[int], keep: int | None, around: int) -> None:
        """Ask for the tickets of a filter with the rows of some pages.

        With ``keep`` so many rows ``around`` that ticket come along, for they will be looked at;
        without any page and where it is not among them, the first rows.
        """
        for job in (self._job, self._late_job):
            if job is not None:
                job.drop()
        self._late_soon.stop()
        work = partial(_load, self._queue, asked, tuple(pages), keep, around)
        self._job = self._jobs.submit(work, self._on_loaded, owner=self)

    def _on_loaded(self, loaded: LoadedQueue) -> None:
        self.loaded.emit(loaded)
        self._asked = loaded.asked
        # Counted once the rows stand on the screen: nobody waits for this figure.
        self._late_soon.start()

    def _count_late(self) -> None:
        late = partial(_count_late, self._queue, self._asked)
        self._late_job = self._jobs.submit(late, self.late_counted.emit, owner=self)

    def load_pages(self, asked: QueueFilter, numbers: array[int], pages: Sequence[int]) -> None:
        """Ask for the rows of some pages of numbers already known."""
        work = partial(_load_pages, self._queue, asked, numbers, tuple(pages))
        self._jobs.submit(work, self.pages_loaded.emit, owner=self)

    def count(self, views: Sequence[QueueFilter]) -> None:
        """Ask how many tickets each view has, and what the filters offer."""
        if self._count_job is not None:
            self._count_job.drop()
        work = partial(_count, self._queue, tuple(views))
        self._count_job = self._jobs.submit(work, self.counted.emit, owner=self)


def _load(
    queue: QueueService, asked: QueueFilter, pages: tuple[int, ...], keep: int | None, around: int
) -> LoadedQueue:
    numbers = queue.numbers(asked)
    wanted = set(pages)
    if keep is not None and keep in numbers:
        row = numbers.index(keep)
        wanted.update(range(max(0, row - around) // PAGE_ROWS, (row + around) // PAGE_ROWS + 1))
    return _load_pages(queue, asked, numbers, tuple(sorted(wanted or {0})))


def _load_pages(
    queue: QueueService, asked: QueueFilter, numbers: array[int], pages: tuple[int, ...]
) -> LoadedQueue:
    slices = {page: numbers[page * PAGE_ROWS : (page + 1) * PAGE_ROWS] for page in pages}
    rows = {page: queue.rows(chosen) for page, chosen in slices.items() if chosen}
    return LoadedQueue(asked, numbers, rows)


def _count(queue: QueueService, views: tuple[QueueFilter, ...]) -> LoadedCounts:
    return LoadedCounts(queue.counts(views), queue.choices(), queue.people())


def _count_late(queue: QueueService, asked: QueueFilter) -> LateCount:
    return LateCount(asked, queue.late(asked))
