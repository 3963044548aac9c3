"""Minutes from a table (CON-4, CON-7; pitfalls E02, E14)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.billing import Verdict
from app.domain.errors import DataFailure, RuleRefusal
from app.domain.roles import Role
from tests.services.consulting_desk import MARINA, Consultancy


def _table(at_work: Consultancy, path: Path, *lines: str, head: str = "start,minutes") -> Path:
    number = f"{at_work.ticket:08d}"
    rows = "".join(f"{number},{MARINA},{line}\n" for line in lines)
    path.write_text(f"ticket,person,{head}\n{rows}", "utf-8")
    return path


@pytest.mark.parametrize("minutes", [0, 1, 9, 10, 15, 40, 59, 60, 61, 120, 1439])
def test_e02_imported_minutes_are_the_same_number(
    at_work: Consultancy, tmp_path: Path, minutes: int
) -> None:
    table = _table(at_work, tmp_path / "t.csv", f"2026-03-02 10:00,{minutes}")
    assert at_work.work.time_import.import_file(table).kept == 1
    (entry,) = at_work.work.time_entries.of_ticket(at_work.ticket)
    assert entry.span.seconds == minutes * 60


def test_e14_minutes_without_a_letter_are_kept_as_not_billable(
    at_work: Consultancy, tmp_path: Path
) -> None:
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="investigative")
    at_work.go_to("2026-04-06 12:00")
    table = _table(at_work, tmp_path / "t.csv", "2026-03-03 10:00,95")
    done = at_work.work.time_import.import_file(table)
    assert (done.kept, done.not_billable) == (1, 1)
    assert done.lines[0].note.startswith("CON-7")
    month = at_work.desk.clock.now().date().replace(month=3, day=1)
    figures = at_work.work.statements.preview(at_work.client, month).figures
    assert [(line.verdict, line.minutes) for line in figures.waived] == [(Verdict.NO_LETTER, 95)]
    assert figures.minutes == 0


def test_a_preview_keeps_nothing_and_columns_can_be_mapped(
    at_work: Consultancy, tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        f"chamado;quem;inicio;fim;obs\n{at_work.ticket:08d};{MARINA};"
        "03/03/2026 10:00;03/03/2026 10:30:15;\n",
        "latin-1",
    )
    names = {"ticket": "chamado", "person": "quem", "start": "inicio", "end": "fim"}
    names |= {"description": "obs", "kind": "tipo"}
    with pytest.raises(DataFailure, match="não tem a coluna ticket"):
        at_work.work.time_import.preview(path)
    seen = at_work.work.time_import.preview(path, names)
    assert [(line.seconds, line.is_kept) for line in seen.lines] == [(1815, True)]
    assert at_work.work.time_entries.of_ticket(at_work.ticket) == ()
    assert at_work.work.time_import.import_file(path, names).kept == 1


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("2026-03-03 10:00,", "minutes"),
        ("2026-03-03 10:00,1441", "minutes"),
        ("2026-03-03 10:00,-5", "minutes"),
        ("ontem,5", "start"),
        ("2018-11-04 00:30,5", "start"),
        ("2026-03-01 10:00,5", "start"),
        (",5", "start"),
    ],
)
def test_a_bad_line_is_refused_and_the_good_ones_are_kept(
    at_work: Consultancy, tmp_path: Path, line: str, reason: str
) -> None:
    table = _table(at_work, tmp_path / "t.csv", line, "2026-03-03 10:00,5")
    done = at_work.work.time_import.import_file(table)
    assert done.kept == 1
    assert [refusal.line for refusal in done.refused] == [2]
    assert done.refused[0].reason.startswith(f"{reason}: ")


def test_two_equal_lines_are_two_overlapping_entries_of_which_one_is_refused(
    at_work: Consultancy, tmp_path: Path
) -> None:
    table = _table(at_work, tmp_path / "t.csv", *["2026-03-03 10:00,5"] * 2)
    done = at_work.work.time_import.import_file(table)
    assert (done.kept, len(done.refused)) == (1, 1)


def test_only_who_may_import_does(at_work: Consultancy, tmp_path: Path) -> None:
    at_work.desk.sit(MARINA, Role.CONSULTANT)
    for act in (at_work.work.time_import.import_file, at_work.work.time_import.preview):
        with pytest.raises(RuleRefusal, match="ACC-9"):
            act(tmp_path / "t.csv")


def test_a_preview_holds_each_line_against_those_before_it(
    at_work: Consultancy, tmp_path: Path
) -> None:
    lines = ["2026-03-03 10:00,5", "2026-03-03 10:04,5", "2026-03-03 10:05,5"]
    table = _table(at_work, tmp_path / "t.csv", *lines)
    seen = at_work.work.time_import.preview(table)
    assert [line.is_kept for line in seen.lines] == [True, False, True]
    assert at_work.work.time_entries.of_ticket(at_work.ticket) == ()
    done = at_work.work.time_import.import_file(table)
    assert [line.is_kept for line in done.lines] == [True, False, True]


def test_an_import_that_is_stopped_has_kept_its_lines_and_goes_on_where_it_stood(
    at_work: Consultancy, tmp_path: Path
) -> None:
    lines = ["2026-03-03 10:00,5", "2026-03-03 11:00,5", "2026-03-03 12:00,5"]
    table = _table(at_work, tmp_path / "t.csv", *lines)

    def stop(rows: int) -> None:
        if rows == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        at_work.work.time_import.import_file(table, told=stop)
    assert len(at_work.work.time_entries.of_ticket(at_work.ticket)) == 2
    again = at_work.work.time_import.import_file(table)
    assert (again.known, again.kept) == (2, 1)
