"""`sla`, run as a command, answers like the slow check that steps through time.

Which seconds count is worked out a second time in `tests/oracle`, by other means and from the
rulebook alone (CAL-1 to CAL-6, SLA-3 to SLA-5).
"""

import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.oracle.cases import Json, generate_cases
from tests.oracle.invalid_cases import generate_invalid_cases
from tests.oracle.slow_deadline import answer

ROOT = Path(__file__).parents[2]
TIMEOUT_SECONDS = 120
pytestmark = pytest.mark.usefixtures("untraced")
NO_JSON = ("{", "Portaria 17", '{"id": "cut", "calendar": "cst"', "['cst']")


@cache
def _cases() -> tuple[Json, ...]:
    return tuple(generate_cases())


def _run_sla(
    lines: Sequence[str], *arguments: str, machine_zone: str | None = None
) -> tuple[int, list[Json]]:
    """Run the command on lines; return its exit status and its answers in order."""
    environment = dict(os.environ)
    if machine_zone is not None:
        environment["TZ"] = machine_zone
    done = subprocess.run(
        [sys.executable, "main.py", "sla", *arguments],
        cwd=ROOT,
        env=environment,
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT_SECONDS,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def _lines(cases: Sequence[Json]) -> list[str]:
    return [json.dumps(case) for case in cases]


def _differences(cases: Sequence[Json], replies: Sequence[Json]) -> list[str]:
    """Spell the cases answered otherwise than by the slow check, shortest first."""
    spelled = []
    for case, reply in zip(cases, replies, strict=True):
        expected = answer(case)
        if reply != expected:
            spelled.append(f"{json.dumps(case)}\n  expected {expected}\n  answered {reply}")
    return sorted(spelled, key=len)


def test_every_generated_case_agrees_with_the_slow_check_to_the_second() -> None:
    status, replies = _run_sla(_lines(_cases()))
    assert [reply["id"] for reply in replies] == [case["id"] for case in _cases()]
    differences = _differences(_cases(), replies)
    assert not differences, f"{len(differences)} differ, for example\n" + "\n".join(differences[:3])
    assert status == 0


def test_each_invalid_case_is_refused_and_stops_no_other() -> None:
    invalid = generate_invalid_cases()
    refused = {case["id"] for case in invalid}
    mixed = [*invalid, *_cases()[:300]]
    random.Random(7).shuffle(mixed)
    status, replies = _run_sla(_lines(mixed))
    assert [reply["id"] for reply in replies] == [case["id"] for case in mixed]
    accepted = [r["id"] for r in replies if r["id"] in refused and set(r) != {"id", "error"}]
    assert not accepted
    assert all(reply["error"] for reply in replies if reply["id"] in refused)
    good = [(c, r) for c, r in zip(mixed, replies, strict=True) if c["id"] not in refused]
    assert not _differences([case for case, _ in good], [reply for _, reply in good])
    assert status == 3


def test_a_line_that_is_no_json_is_named_by_its_number() -> None:
    good = _cases()[:4]
    lines = [text for pair in zip(_lines(good), NO_JSON, strict=True) for text in pair]
    status, replies = _run_sla(lines)
    assert not _differences(good, replies[::2])
    for position, reply in enumerate(replies[1::2], 1):
        assert set(reply) == {"id", "line", "error"}
        assert (reply["id"], reply["line"]) == (None, 2 * position)
    assert status == 3


def test_a_file_is_answered_like_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "casos.jsonl"
    cases = _cases()[:50]
    file.write_text("\n".join(_lines(cases)), encoding="utf-8")
    status, replies = _run_sla([], str(file))
    assert not _differences(cases, replies)
    assert status == 0


@pytest.mark.parametrize("machine_zone", ["UTC", "Asia/Tokyo", "Europe/Lisbon"])
def test_the_zone_of_the_machine_changes_no_answer(machine_zone: str) -> None:
    cases = _cases()[::12]
    status, replies = _run_sla(_lines(cases), machine_zone=machine_zone)
    assert not _differences(cases, replies)
    assert status == 0
