from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.jobs import Cancelled, Job, Jobs, Lane, Progress, ProgressReport


@pytest.fixture
def owner(qapp: object) -> QObject:
    return QObject()


@pytest.fixture
def jobs(qapp: object) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    assert jobs.close()
    jobs.deleteLater()


def _raise(error: Exception) -> None:
    raise error


def _until_cancelled(progress: Progress) -> None:
    while True:
        progress.check()
        time.sleep(0.002)


def test_work_runs_elsewhere_and_its_answer_comes_back_on_the_gui_thread(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    seen: list[tuple[str, int]] = []
    main = threading.get_ident()

    def done(worker: int) -> None:
        seen.append(("same" if worker == main else "other", threading.get_ident()))

    jobs.submit(threading.get_ident, done, owner=owner)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("other", main)]


def test_a_failure_is_answered_by_whoever_asked(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    error = ValueError("no")
    heard: list[Exception] = []
    stray: list[Exception] = []
    jobs.unanswered.connect(stray.append)
    jobs.submit(lambda: _raise(error), print, heard.append, owner=owner)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [error]
    assert stray == []


def test_a_failure_nobody_answers_reaches_the_outer_door(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    error = ValueError("no")
    with qtbot.waitSignal(jobs.unanswered) as signal:
        jobs.submit(lambda: _raise(error), print, owner=owner)
    assert signal.args == [error]


def test_a_dead_owner_hears_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    mortal, witness = QObject(), QObject()
    gate = Event()
    heard: list[str] = []
    jobs.submit(lambda: gate.wait(2), lambda _: heard.append("dead"), owner=mortal)
    jobs.submit(lambda: None, lambda _: heard.append("alive"), owner=witness)
    mortal.deleteLater()
    qtbot.wait(1)
    gate.set()
    qtbot.waitUntil(lambda: "alive" in heard)
    assert heard == ["alive"]


def test_work_of_one_lane_runs_in_the_order_it_was_handed_in(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    order: list[int] = []
    done: list[None] = []
    for number in range(20):
        jobs.submit(lambda n=number: order.append(n), done.append, owner=owner)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert order == list(range(20))


def test_a_save_does_not_wait_for_a_long_reading(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    gate = Event()
    heard: list[str] = []
    jobs.submit(lambda: gate.wait(5), lambda _: heard.append("read"), owner=owner, lane=Lane.READ)
    jobs.submit(lambda: None, lambda _: heard.append("saved"), owner=owner)
    qtbot.waitUntil(lambda: heard == ["saved"])
    assert jobs.is_busy(Lane.READ)
    assert not jobs.is_busy(Lane.WRITE)
    gate.set()
    qtbot.waitUntil(lambda: heard == ["saved", "read"])


def test_work_that_was_dropped_before_its_turn_never_runs(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    gate = Event()
    ran: list[str] = []
    jobs.submit(lambda: gate.wait(2), lambda _: None, owner=owner)
    superseded = jobs.submit(lambda: ran.append("old"), lambda _: ran.append("told"), owner=owner)
    superseded.drop()
    jobs.submit(lambda: ran.append("new"), lambda _: None, owner=owner)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_busy(Lane.WRITE))
    assert ran == ["new"]


def test_nobody_is_told_the_answer_of_running_work_that_was_dropped(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    started, gate = Event(), Event()
    told: list[object] = []

    def work() -> None:
        started.set()
        gate.wait(2)

    job = jobs.submit(work, told.append, told.append, owner=owner)
    assert started.wait(2)
    job.drop()
    gate.set()
    qtbot.waitUntil(lambda: job.is_finished)
    assert told == []


def test_long_work_tells_how_far_it_is(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    reports: list[ProgressReport] = []
    answers: list[str] = []

    def work(progress: Progress) -> str:
        progress.report(1, 2, "metade")
        progress.report(2, 2, "tudo")
        return "pronto"

    jobs.submit_long(work, answers.append, owner=owner, progressed=reports.append)
    qtbot.waitUntil(lambda: answers == ["pronto"])
    assert reports == [ProgressReport(1, 2, "metade"), ProgressReport(2, 2, "tudo")]


def test_reports_come_at_most_twenty_times_a_second_but_the_last_always() -> None:
    published: list[ProgressReport] = []
    progress = Progress(published.append)
    for number in range(1, 1001):
        progress.report(number, 1000)
    assert published[-1] == ProgressReport(1000, 1000)
    assert len(published) < 10


def test_cancelled_work_stops_and_says_so(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    heard: list[Exception] = []
    job = jobs.submit_long(_until_cancelled, print, heard.append, owner=owner)
    job.cancel()
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], Cancelled)


def test_reporting_is_a_place_where_cancelled_work_stops() -> None:
    progress = Progress(print)
    progress.cancel()
    assert progress.cancelled
    with pytest.raises(Cancelled):
        progress.report(1, 2)


def test_a_person_who_cancels_is_not_shown_a_failure(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    stray: list[Exception] = []
    jobs.unanswered.connect(stray.append)
    job = jobs.submit_long(_until_cancelled, print, owner=owner)
    job.cancel()
    qtbot.waitUntil(lambda: job.is_finished)
    assert stray == []


def test_only_work_longer_than_200_ms_is_shown(qtbot: QtBot, jobs: Jobs, owner: QObject) -> None:
    shown: list[Job | None] = []
    jobs.slow_changed.connect(shown.append)
    quick = jobs.submit(lambda: None, lambda _: None, owner=owner)
    qtbot.waitUntil(lambda: quick.is_finished)
    assert shown == []
    gate = Event()
    slow = jobs.submit(lambda: gate.wait(5), lambda _: None, owner=owner, title="Salvando")
    qtbot.waitUntil(lambda: shown == [slow])
    assert jobs.slow_job is slow
    gate.set()
    qtbot.waitUntil(lambda: shown == [slow, None])


def test_work_that_can_be_cancelled_is_shown_before_work_that_cannot(
    qtbot: QtBot, jobs: Jobs, owner: QObject
) -> None:
    gate = Event()
    jobs.submit(lambda: gate.wait(5), lambda _: None, owner=owner)
    long = jobs.submit_long(_until_cancelled, print, owner=owner, lane=Lane.READ)
    qtbot.waitUntil(lambda: jobs.slow_job is long)
    gate.set()
    long.cancel()
    qtbot.waitUntil(lambda: jobs.slow_job is None)


def test_closing_stops_long_work_and_does_the_last_thing_last(qtbot: QtBot, owner: QObject) -> None:
    jobs = Jobs()
    told: list[object] = []
    order: list[str] = []
    jobs.submit_long(_until_cancelled, told.append, told.append, owner=owner)
    jobs.submit(lambda: order.append("waiting"), told.append, owner=owner)
    assert jobs.close(lambda: order.append("last"))
    assert order == ["last"]
    refused = jobs.submit(lambda: order.append("late"), told.append, owner=owner)
    qtbot.wait(20)
    assert order == ["last"]
    assert told == []
    assert not refused.is_awaited


def test_closing_tells_when_a_lane_does_not_stand_still_in_time(owner: QObject) -> None:
    jobs = Jobs()
    gate, started = Event(), Event()

    def stubborn() -> None:
        started.set()
        gate.wait(5)

    jobs.submit(stubborn, print, owner=owner)
    assert started.wait(2)
    assert not jobs.close(timeout_s=0.01)
    gate.set()


@pytest.mark.parametrize(
    ("report", "percent"),
    [
        (ProgressReport(0, 10), 0),
        (ProgressReport(5, 10), 50),
        (ProgressReport(12, 10), 100),
        (ProgressReport(5, None), None),
        (ProgressReport(0, 0), None),
    ],
)
def test_a_report_knows_its_share_where_there_is_a_total(
    report: ProgressReport, percent: int | None
) -> None:
    assert report.percent == percent
