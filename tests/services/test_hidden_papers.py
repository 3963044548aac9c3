"""What was told to Ouvidoria stays there: papers, minutes, reports (OUV-2)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.clock import FixedClock, from_epoch
from app.domain.errors import NotFound, RuleRefusal
from app.domain.roles import Role
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.deadline_papers import Period
from app.services.desk import Desk
from app.services.workspace import Workspace
from reports import catalog
from tests.desks import Asked, Later, at, open_ticket

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
SOLVED = Later(EventKind.SOLUTION, "2026-03-03 10:00")
OUVIDOR, BETO = "Olga Ouvidora", "Beto Brisa"


@pytest.fixture
def work(desk: Desk) -> Workspace:
    """A desk on which the ombudsman has worked on one ticket, and issued its papers."""
    work = Workspace(desk, catalog.draw)
    told = Asked(team="ouvidoria", severity=Severity.HIGH, later=(SOLVED,), client="Escola Aurora")
    open_ticket(desk, told)
    desk.sit(OUVIDOR, Role.OMBUDSMAN)
    work.consulting.issue_term(1)
    work.papers.issue_report(MARCH, "ouvidoria")
    work.papers.issue_report(MARCH)
    typed = {"ticket": "00000001", "day": "03/03/2026", "start": "10:00", "end": "11:00"}
    desk.clock = FixedClock(from_epoch(at("2026-03-04 12:00")))
    work.time_entries.log({**typed, "kind": "internal", "description": "a queixa do Beto"})
    return work


def test_papers_are_listed_and_read_by_ouvidoria_alone(work: Workspace) -> None:
    client = work.registry.meant("Escola Aurora")
    assert len(work.documents.issued()) == 3
    assert len(work.registry.page(client).papers) == 1
    work.desk.sit(BETO, Role.MANAGER)
    (report,) = work.documents.issued()
    assert report.subject == "todas as equipes"
    assert work.registry.page(client).papers == ()
    work.documents.contents(report.id)
    for number in {1, 2, 3} - {report.id}:
        with pytest.raises(NotFound):
            work.documents.contents(number)
        with pytest.raises(NotFound):
            work.documents.mail(number, "fora@example.com")


def test_a_report_of_ouvidoria_is_for_its_people(work: Workspace) -> None:
    assert work.papers.report(MARCH, "ouvidoria").team == "Ouvidoria"
    work.desk.sit(BETO, Role.MANAGER)
    with pytest.raises(RuleRefusal, match="OUV-2"):
        work.papers.report(MARCH, "ouvidoria")


def test_minutes_count_but_neither_ticket_nor_words_are_told(
    work: Workspace, tmp_path: Path
) -> None:
    monday = date(2026, 3, 2)
    (own,) = work.time_entries.week(monday, OUVIDOR).entries
    assert (own.ticket, own.description) == (1, "a queixa do Beto")
    work.desk.sit(BETO, Role.MANAGER)
    sheet = work.time_entries.week(monday, OUVIDOR)
    assert [(e.ticket, e.description, e.span.seconds) for e in sheet.entries] == [(0, "", 3600)]
    assert work.time_export.export(monday, date(2026, 3, 8), tmp_path / "t.csv") == 0
    work.desk.sit(OUVIDOR, Role.OMBUDSMAN)
    assert work.time_export.export(monday, date(2026, 3, 8), tmp_path / "t.csv") == 1
