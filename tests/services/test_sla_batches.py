"""A large batch of cases is shared among processes and answered as by one."""

from __future__ import annotations

import json
import signal
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from app.services import sla_batches
from app.services.catalog import load_catalog
from app.services.sla_batches import answer_lines
from app.services.sla_cases import Answer

TEAMS = load_catalog().teams
MANY = 1_700


def lines(count: int) -> list[str]:
    """Cases over all teams; every hundredth line is no case."""
    return [
        "{"
        if number % 100 == 50
        else json.dumps(
            {
                "id": number,
                "calendar": TEAMS[number % len(TEAMS)].key,
                "opened_at": f"2026-03-{number % 27 + 1:02d}T13:00:00Z",
                "target": {"unit": "hours", "value": number % 40 + 1},
            }
        )
        for number in range(count)
    ]


def answered(count: int, processors: int) -> list[Answer]:
    return list(answer_lines(lines(count), TEAMS, processors=processors))


def test_however_many_processes_share_them_the_answers_are_the_same_in_order() -> None:
    alone = answered(MANY, 1)
    assert answered(MANY, 2) == alone
    assert [answer["line"] for answer in alone if "line" in answer] == list(range(51, MANY, 100))


class HerePool(ThreadPoolExecutor):
    """Shares work with one thread of this process, so that what it does there can be seen."""

    def __init__(self, _processors: int, **options: Any) -> None:  # noqa: ANN401
        options["initializer"](*options["initargs"])
        super().__init__(1)


def test_another_process_leaves_the_key_of_interruption_to_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(sla_batches, "ProcessPoolExecutor", HerePool)
    try:
        shared = answered(MANY, 2)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    assert shared == answered(MANY, 1)


def test_a_small_batch_starts_no_other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sla_batches, "ProcessPoolExecutor", lambda *_a, **_k: pytest.fail("shared"))
    assert len(answered(300, 2)) == 300


def test_where_no_other_process_may_be_started_one_answers_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_arguments: object, **_options: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(sla_batches, "ProcessPoolExecutor", refuse)
    assert answered(MANY, 2) == answered(MANY, 1)
