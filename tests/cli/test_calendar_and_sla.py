"""``calendar`` and ``sla`` as commands."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from app.domain.roster import Assignment
from app.services.desk import Desk
from app.services.maintenance import sqlite_url
from app.services.roster import RosterService
from app.storage import names, tables
from app.storage.database import Database
from tests.cli.runner import Runner
from tests.desks import tamper

CASE = {
    "id": "c1",
    "calendar": "cst",
    "opened_at": "2026-03-02T11:00:00Z",
    "target": {"unit": "hours", "value": 5},
}
DUE = "2026-03-02T17:30:00Z"


def _line(**changes: object) -> bytes:
    return json.dumps(CASE | changes).encode() + b"\n"


def test_a_calendar_is_told_day_by_day(run: Runner) -> None:
    done = run("calendar", "prime", "--from", "2026-11-19", "--to", "2026-11-21", "--json")
    assert done.status == 0
    thursday, friday, saturday = done.lines()
    assert thursday["date"] == "2026-11-19"
    assert (thursday["counted_seconds"], thursday["plantao_seconds"]) == (43200, 12600)
    assert thursday["windows"][0] == {
        "start": "07:00",
        "end": "08:00",
        "plantao": True,
        "on_duty": [],
    }
    assert friday == {
        "date": "2026-11-20",
        "counted_seconds": 0,
        "plantao_seconds": 0,
        "windows": [],
        "reasons": [{"name": "Dia Nacional de Zumbi e da Consciência Negra", "source": "national"}],
    }
    assert saturday["reasons"] == []


def test_who_is_on_duty_is_named_in_their_window(run_sqlite: Runner, sqlite_desk: Desk) -> None:
    with sqlite_desk.database.write() as connection:
        (ana,) = names.numbers_of(connection, tables.person, ["Ana Exemplo"]).values()
    day = date(2026, 11, 19)
    RosterService(sqlite_desk).assign("prime", [Assignment(day, 420, 480, ana)])
    span = ("calendar", "prime", "--from", "2026-11-19", "--to", "2026-11-19")
    (told,) = run_sqlite(*span, "--json").lines()
    on_duty = [window["on_duty"] for window in told["windows"]]
    assert on_duty == [["Ana Exemplo"], [], [], [], []]
    assert "07:00-08:00* (Ana Exemplo)" in run_sqlite(*span).out


def test_an_optional_day_is_named_though_it_changes_nothing(run_sqlite: Runner) -> None:
    (day,) = run_sqlite(
        "calendar", "cst", "--from", "2026-12-24", "--to", "2026-12-24", "--json"
    ).lines()
    assert day["counted_seconds"] == 30600
    assert day["reasons"][0]["source"] == "optional"


def test_a_window_until_midnight_ends_at_24_00_of_its_own_day(run_sqlite: Runner) -> None:
    (day,) = run_sqlite(
        "calendar", "cloud", "--from", "2026-03-02", "--to", "2026-03-02", "--json"
    ).lines()
    assert (day["windows"][0]["start"], day["windows"][0]["end"]) == ("00:00", "24:00")


def test_a_calendar_is_written_as_a_file_for_other_programs(
    run_sqlite: Runner, tmp_path: Path
) -> None:
    path = tmp_path / "prime.ics"
    period = ("--from", "2026-11-19", "--to", "2026-11-21")
    done = run_sqlite("calendar", "prime", *period, "--json", "--ics", str(path))
    assert (done.status, len(done.lines())) == (0, 3)
    assert path.read_text("utf-8").count("BEGIN:VEVENT") == 6  # five windows and a holiday
    nowhere = run_sqlite("calendar", "prime", *period, "--ics", str(tmp_path / "nada" / "x.ics"))
    assert (nowhere.status, nowhere.out) == (3, "")
    assert "não foi possível gravar" in nowhere.err


def test_a_calendar_is_written_for_people_too(run_sqlite: Runner) -> None:
    lines = run_sqlite("calendar", "prime", "--from", "2026-11-19", "--to", "2026-11-21").out
    first, second, third = lines.splitlines()
    assert first == "qui 19/11/2026  07:00-08:00* 08:00-12:00 12:00-13:30* 13:30-18:00 18:00-19:00*"
    assert second == (
        "sex 20/11/2026  fechado  Dia Nacional de Zumbi e da Consciência Negra (nacional)"
    )
    assert third == "sáb 21/11/2026  fechado"


@pytest.mark.parametrize(
    "words",
    [
        ("nobody", "--from", "2026-03-02", "--to", "2026-03-02"),
        ("cst",),
        ("cst", "--from", "2026-03-02"),
        ("cst", "--from", "2026-02-29", "--to", "2026-03-02"),
        ("cst", "--from", "02/03/2026", "--to", "2026-03-02"),
        ("cst", "--from", "20260302", "--to", "2026-03-02"),
        ("cst", "--from", "2026-W10-1", "--to", "2026-03-02"),
        ("cst", "--from", "2026-03-02", "--to", "2026-03-01"),
        ("cst", "--from", "1999-12-31", "--to", "2026-03-01"),
        ("cst", "--from", "2026-03-02", "--to", "2101-01-01"),
    ],
)
def test_a_team_or_date_that_makes_no_sense_is_bad_usage(
    run_sqlite: Runner, words: tuple[str, ...]
) -> None:
    done = run_sqlite("calendar", *words, "--json")
    assert (done.status, done.out) == (2, "")
    assert done.err


def test_cases_come_from_standard_input_or_from_a_file(run: Runner, tmp_path: Path) -> None:
    piped = run.bare("sla", stdin=_line() + _line(id="c2"))
    assert piped.status == 0
    assert [answer["id"] for answer in piped.lines()] == ["c1", "c2"]
    assert piped.lines()[0]["due_at"] == DUE
    path = tmp_path / "cases.jsonl"
    path.write_bytes(_line() + _line(id="c2"))
    assert run.bare("sla", path).out == piped.out
    assert run.bare("sla", "-", stdin=_line() + _line(id="c2")).out == piped.out


def test_an_invalid_case_is_answered_and_told_by_the_status(run_sqlite: Runner) -> None:
    done = run_sqlite.bare("sla", stdin=_line(target=None) + b"no json\n" + _line(id=1.5))
    assert done.status == 3
    first, second, third = done.lines()
    assert set(first) == {"id", "error"}
    assert (second["id"], second["line"]) == (None, 2)
    assert (third["id"], third["due_at"]) == (1.5, DUE)


def test_no_case_at_all_is_no_failure(run_sqlite: Runner) -> None:
    done = run_sqlite.bare("sla", stdin=b"")
    assert (done.status, done.out) == (0, "")


def test_a_sign_that_is_half_a_letter_comes_back_as_it_was_given(run_sqlite: Runner) -> None:
    done = run_sqlite.bare("sla", stdin=_line(id="\ud83d"))
    assert done.status == 0
    assert done.lines()[0]["id"] == "\ud83d"


def test_a_file_of_cases_that_is_not_there_is_named(run_sqlite: Runner, tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        done = run_sqlite.bare("sla", path)
        assert (done.status, done.out) == (3, "")
        assert str(path) in done.err


def test_teams_are_those_of_the_database_when_one_is_given(
    run_sqlite: Runner, sqlite_database: Database
) -> None:
    tamper(sqlite_database, "UPDATE team SET key = 'night' WHERE key = 'cst'")
    tamper(
        sqlite_database, "UPDATE calendar_revision SET calendar = 'night' WHERE calendar = 'cst'"
    )
    night = _line(calendar="night")
    assert run_sqlite.bare("sla", stdin=night).status == 3
    done = run_sqlite("sla", stdin=night)
    assert done.status == 0
    assert done.lines()[0]["due_at"] == DUE
    assert run_sqlite("sla", stdin=_line()).status == 3


def test_a_database_that_cannot_be_opened_answers_no_case(
    run_sqlite: Runner, tmp_path: Path
) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(b"no database" * 1000)
    done = run_sqlite.bare("--database", sqlite_url(path), "sla", stdin=_line())
    assert (done.status, done.out) == (3, "")
    assert "não é um banco da Bancada" in done.err
