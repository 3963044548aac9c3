"""Minutes out as a table (CON-7)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import DataFailure
from app.domain.roles import Role
from tests.services.consulting_desk import MARINA, Consultancy

DAYS = (date(2026, 3, 1), date(2026, 3, 31))


def test_lines_name_their_statement_and_voided_ones_stay_at_home(
    at_work: Consultancy, tmp_path: Path
) -> None:
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="telephone")
    at_work.go_to("2026-03-04 12:00")
    at_work.log("03/03/2026", "10:00", "11:00", description="Rastreio; e mais")
    at_work.work.statements.issue(at_work.client, DAYS[0])
    at_work.work.time_entries.void(at_work.log("03/03/2026", "14:00", "15:00"), "engano")
    path = tmp_path / "t.csv"
    assert at_work.work.time_export.export(*DAYS, path) == 1
    head, line = path.read_text("utf-8-sig").splitlines()
    assert head == "ticket;person;start;end;activity;kind;description;statement"
    assert line == (
        f"{at_work.ticket:08d};{MARINA};2026-03-03T13:00:00Z;2026-03-03T14:00:00Z;analysis;client;"
        '"Rastreio; e mais";000001'
    )
    assert at_work.work.time_export.export(date(2026, 4, 1), date(2026, 4, 2), path) == 0


def test_who_may_not_bill_takes_only_their_own(at_work: Consultancy, tmp_path: Path) -> None:
    at_work.log("03/03/2026", "10:00", "11:00", kind="internal")
    at_work.log("03/03/2026", "10:00", "11:00", kind="internal", person="Outro Outeiro")
    at_work.desk.sit(MARINA, Role.CONSULTANT)
    assert at_work.work.time_export.export(*DAYS, tmp_path / "t.csv") == 1
    at_work.desk.sit("Gil", Role.MANAGER)
    assert at_work.work.time_export.export(*DAYS, tmp_path / "t.csv") == 2
    with pytest.raises(DataFailure, match="não foi possível gravar"):
        at_work.work.time_export.export(*DAYS, tmp_path / "nenhuma" / "t.csv")


def test_words_that_look_like_a_formula_come_back_as_they_were(
    at_work: Consultancy, tmp_path: Path
) -> None:
    words = '=HYPERLINK("http://example.com")'
    number = at_work.log("03/03/2026", "10:00", "11:00", kind="internal", description=words)
    at_work.work.time_export.export(*DAYS, tmp_path / "t.csv")
    assert ";\"'=HYPERLINK" in (tmp_path / "t.csv").read_text("utf-8-sig")
    at_work.work.time_entries.void(number, "volta já")
    assert at_work.work.time_import.import_file(tmp_path / "t.csv").kept == 1
    assert at_work.work.time_entries.of_ticket(at_work.ticket)[-1].description == words
    with pytest.raises(DataFailure, match="não é um arquivo"):
        at_work.work.time_export.export(*DAYS, Path("/"))
