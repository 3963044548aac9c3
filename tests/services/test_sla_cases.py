"""Cases given as JSON: every error of the contract is answered, and none stops the rest.

That the answers are right is checked against a slow calendar in `tests/cli`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import pytest

from app.domain.team_calendar import CalendarRevision
from app.services.catalog import load_catalog
from app.services.sla_cases import SlaCases
from tests.oracle.invalid_cases import FLAWS, generate_invalid_cases

Case = dict[str, Any]
MORNING = {"start": "08:00", "end": "12:00"}
PLAIN: Case = {
    "id": "c1",
    "calendar": {"windows": {"mon": [MORNING], "tue": [MORNING]}},
    "opened_at": "2026-03-02T11:00:00Z",
    "target": {"unit": "hours", "value": 5},
}


@pytest.fixture
def cases() -> SlaCases:
    return SlaCases(lambda key: load_catalog().team(key).calendar)


def _answer(cases: SlaCases, **changes: object) -> Case:
    return cases.answer(PLAIN | changes)


def _lines(cases: SlaCases, lines: Iterable[str | bytes]) -> list[Case]:
    return list(cases.answer_lines(lines))


def test_a_case_is_answered_with_its_id(cases: SlaCases) -> None:
    assert _answer(cases) == {
        "id": "c1",
        "due_at": "2026-03-03T12:00:00Z",
        "suspended": False,
        "remaining_seconds": None,
        "elapsed_seconds": None,
    }


def test_now_tells_what_is_used_and_what_is_left(cases: SlaCases) -> None:
    answer = _answer(cases, now="2026-03-02T12:00:00Z")
    assert (answer["elapsed_seconds"], answer["remaining_seconds"]) == (3600, 4 * 3600)
    before = _answer(cases, now="2026-03-01T12:00:00Z")
    assert (before["elapsed_seconds"], before["remaining_seconds"]) == (0, 5 * 3600)


def test_an_open_pause_suspends_what_it_comes_before(cases: SlaCases) -> None:
    answer = _answer(cases, pauses=[["2026-03-02T13:00:00Z", None]], now="2026-03-04T12:00:00Z")
    assert (answer["due_at"], answer["suspended"]) == (None, True)
    assert answer["remaining_seconds"] == 3 * 3600
    after = _answer(cases, pauses=[["2026-03-03T12:00:00Z", None]])
    assert (after["due_at"], after["suspended"]) == ("2026-03-03T12:00:00Z", False)


def test_what_is_missing_is_empty(cases: SlaCases) -> None:
    given = _answer(cases, pauses=[], local_dates=[], exceptions=[], now=None)
    assert given == _answer(cases) == _answer(cases, pauses=None, local_dates=None, exceptions=None)


def test_a_team_is_meant_by_its_key(cases: SlaCases) -> None:
    assert _answer(cases, calendar="cst")["due_at"] == "2026-03-02T17:30:00Z"


def test_local_dates_and_exceptions_bend_a_team_s_calendar_for_their_case_only(
    cases: SlaCases,
) -> None:
    closed = _answer(cases, calendar="cst", local_dates=["2026-03-02"])
    assert closed["due_at"] == "2026-03-03T17:30:00Z"
    exception = {"date": "2026-03-02", "windows": [{"start": "13:00", "end": "24:00"}]}
    own = _answer(cases, calendar="cst", local_dates=["2026-03-02"], exceptions=[exception])
    assert own["due_at"] == "2026-03-02T21:00:00Z"
    without = _answer(cases, calendar="cst", exceptions=[{"date": "2026-03-02"}])
    assert without == closed
    assert _answer(cases, calendar="cst")["due_at"] == "2026-03-02T17:30:00Z"


def test_a_local_date_of_another_year_changes_nothing(cases: SlaCases) -> None:
    answer = _answer(cases, calendar="cst", local_dates=["2027-03-02", "2026-03-02"])
    assert answer["due_at"] == "2026-03-03T17:30:00Z"


def test_two_local_dates_of_one_month_both_count(cases: SlaCases) -> None:
    answer = _answer(cases, calendar="cst", local_dates=["2026-03-02", "2026-03-03"])
    assert answer["due_at"] == "2026-03-04T17:30:00Z"


def test_business_days_are_counted_from_the_day_after(cases: SlaCases) -> None:
    answer = _answer(cases, target={"unit": "business_days", "value": 1})
    assert answer["due_at"] == "2026-03-03T15:00:00Z"


def test_parts_of_an_hour_that_are_whole_seconds_are_taken(cases: SlaCases) -> None:
    text = json.dumps(PLAIN).replace('"value": 5', '"value": 1.25')
    assert _lines(cases, [text])[0]["due_at"] == "2026-03-02T12:15:00Z"


@pytest.mark.parametrize("case", generate_invalid_cases(), ids=lambda case: str(case["id"]))
def test_each_broken_rule_of_the_contract_is_answered(cases: SlaCases, case: Case) -> None:
    answer = cases.answer(case)
    assert set(answer) == {"id", "error"}
    assert answer["id"] == case["id"]
    assert len(FLAWS) > 30


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"calendar": None}, "calendar: falta este campo"),
        ({"calendar": 7}, "calendar: precisa ser um objeto"),
        ({"calendar": []}, "calendar: precisa ser um objeto"),
        ({"calendar": "nobody"}, "equipe desconhecida 'nobody'; as equipes são: cst e-learning"),
        ({"calendar": {"windows": []}}, "windows: precisa ser um objeto"),
        ({"calendar": {"windows": {"mon": {}}}}, "windows: precisa ser uma lista de janelas"),
        ({"calendar": {"windows": {"mon": ["08:00"]}}}, "windows: precisa ser um objeto"),
        ({"calendar": {"windows": {"mon": [{"start": 8, "end": 12}]}}}, "horário inválido 8"),
        ({"calendar": {"windows": {"mon": [{}]}}}, "horário inválido ''"),
        ({"calendar": {"counts_plantao": "yes"}}, "counts_plantao: precisa ser true ou false"),
        ({"calendar": {"windows": {"mon": [MORNING | {"plantao": 1}]}}}, "plantao: precisa ser"),
        ({"calendar": {"local_holidays": None}}, "None não é uma política; use open, plantao_only"),
        ({"local_dates": "2026-01-25"}, "local_dates: precisa ser uma lista"),
        ({"local_dates": [20260125]}, "data inválida 20260125; use AAAA-MM-DD"),
        ({"local_dates": ["2026-W04-7"]}, "data inválida '2026-W04-7'"),
        ({"local_dates": ["20260125"]}, "data inválida '20260125'"),
        ({"exceptions": {}}, "exceptions: precisa ser uma lista"),
        ({"exceptions": ["2026-01-25"]}, "exceptions: precisa ser um objeto"),
        ({"exceptions": [{"windows": []}]}, "data inválida None"),
        ({"pauses": {}}, "pauses: precisa ser uma lista"),
        ({"pauses": [["2026-03-02T12:00:00Z"]]}, "pauses: cada pausa é um par"),
        ({"pauses": ["2026-03-02T12:00:00Z"]}, "pauses: cada pausa é um par"),
        ({"pauses": [[None, None]]}, "instante inválido None"),
        ({"target": 5}, "target: precisa ser um objeto"),
        ({"target": {"unit": "hours"}}, "target.value: precisa ser um número"),
        ({"target": {"unit": "hours", "value": True}}, "target.value: precisa ser um número"),
        ({"target": {"unit": "hours", "value": "5"}}, "target.value: precisa ser um número"),
        ({"target": {"value": 5}}, "target.unit: precisa ser hours ou business_days"),
        ({"target": {"unit": "hours", "value": 10**4000}}, "passa do ano 2200"),
        ({"target": {"unit": "business_days", "value": 10**4000}}, "passa do ano 2200"),
        ({"target": {"unit": "business_days", "value": 10**9}}, "passa do ano 2200"),
        ({"id": {"a": 1}}, "id: precisa ser um texto ou um número"),
        ({"id": [1]}, "id: precisa ser um texto ou um número"),
        ({"opened_at": "0001-01-01T00:00:00Z"}, "fora de 1900-2200"),
        ({"opened_at": "9999-12-31T23:59:59Z"}, "fora de 1900-2200"),
        ({"opened_at": 1772452800}, "instante inválido 1772452800"),
        ({"what": 1}, "chave desconhecida 'what'; as chaves são"),
    ],
)
def test_what_is_wrong_is_named(cases: SlaCases, changes: Case, words: str) -> None:
    answer = _answer(cases, **changes)
    assert set(answer) == {"id", "error"}
    assert answer["id"] == (None if "id" in changes else "c1")
    assert words in answer["error"]
    assert _answer(cases)["due_at"] == "2026-03-03T12:00:00Z"


@pytest.mark.parametrize("number", ["1e400000000", "1e-400000000", "1e99", "-1e99", "1e-99"])
def test_a_number_beyond_all_measure_is_answered_at_once(cases: SlaCases, number: str) -> None:
    text = json.dumps(PLAIN).replace('"value": 5', f'"value": {number}')
    ((answer),) = _lines(cases, [text])
    assert answer["id"] == "c1"
    assert "target.value: é grande ou pequeno demais" in answer["error"]


@pytest.mark.parametrize(
    "line",
    [
        "",
        b"{'id': 1}",
        b'{"id": "cut"',
        b"\xff\xfe{}",
        '{"value": NaN}',
        '{"value": -Infinity}',
        '{"value": 1e9999999999999999999}',
        '{"value": ' + "9" * 5000 + "}",
        "[" * 100_000,
        "[]",
        "7",
        "null",
    ],
    ids=lambda line: str(line)[:20],
)
def test_a_line_that_is_no_case_is_named_by_its_number(cases: SlaCases, line: str | bytes) -> None:
    answers = _lines(cases, [json.dumps(PLAIN), line or "x", json.dumps(PLAIN)])
    assert [answer["id"] for answer in answers] == ["c1", None, "c1"]
    assert set(answers[1]) == {"id", "line", "error"}
    assert answers[1]["line"] == 2


def test_blank_lines_are_no_cases_and_are_counted(cases: SlaCases) -> None:
    answers = _lines(cases, ["\n", "  \n", "x\n"])
    assert [answer["line"] for answer in answers] == [3]


@pytest.mark.parametrize("depth", [50, 150, 300, 450, 600, 900, 2000])
def test_a_case_however_deep_is_answered(cases: SlaCases, depth: int) -> None:
    deep = json.dumps(PLAIN | {"calendar": "@"}).replace('"@"', "[" * depth + "]" * depth)
    first, second = _lines(cases, [deep, json.dumps(PLAIN)])
    assert "error" in first
    assert second["due_at"] == "2026-03-03T12:00:00Z"


@pytest.mark.parametrize("identity", ["c", 7, 1.5, None, True, "ação"])
def test_any_id_comes_back_as_it_was_given(cases: SlaCases, identity: object) -> None:
    (answer,) = _lines(cases, [json.dumps(PLAIN | {"id": identity})])
    assert json.loads(json.dumps(answer))["id"] == identity


def test_a_calendar_that_stands_in_many_cases_is_compiled_once() -> None:
    asked: list[str] = []

    def look_up(key: str) -> CalendarRevision:
        asked.append(key)
        return load_catalog().team(key).calendar

    cases = SlaCases(look_up)
    for _ in range(3):
        _answer(cases, calendar="cst", local_dates=["2026-03-02"])
        _answer(cases, calendar="cst")
    assert asked == ["cst"]
