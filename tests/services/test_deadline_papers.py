"""Ticket statement and SLA report: the figures, worked out once (SLA-10, rulebook §10)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.roles import Role
from app.domain.severity import Severity
from app.domain.statement_figures import Outcome, by_team, share_text
from app.domain.ticket_events import EventKind
from app.services.deadline_papers import Period
from tests.desks import Asked, Later, at, open_tickets
from tests.services.consulting_desk import CLIENT, Consultancy

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
K = EventKind
SOLVED = Later(K.SOLUTION, "2026-03-02 15:00")
ACCEPTED = Later(K.ACCEPTED, "2026-03-03 15:00")


@pytest.fixture
def march(at_work: Consultancy) -> Consultancy:
    """Tickets of every fate, looked at on 20 March."""
    critical = {"client": CLIENT, "severity": Severity.CRITICAL}
    open_tickets(
        at_work.desk,
        Asked(
            **critical,
            later=(SOLVED, ACCEPTED, Later(K.SURVEY_ANSWERED, "2026-03-05 10:00", {"score": 4})),
        ),
        Asked(
            **critical,
            later=(Later(K.SOLUTION, "2026-03-09 10:00"), Later(K.ACCEPTED, "2026-03-09 12:00")),
        ),
        Asked(**critical),
        Asked(**critical, later=(Later(K.PENDING_CLIENT, "2026-03-02 10:00"),)),
        Asked(**critical, later=(Later(K.MERGED, "2026-03-02 10:00", {"into": "00000001"}),)),
        Asked(client=CLIENT, severity=None),
        Asked(
            client=CLIENT,
            opened="2026-01-05 09:00",
            later=(Later(K.SOLUTION, "2026-01-05 10:00"), Later(K.ACCEPTED, "2026-01-06 10:00")),
        ),
        Asked(client=CLIENT, opened="2026-04-01 09:00"),
        Asked(client=CLIENT, team="ouvidoria"),
        Asked(client="Outra Escola"),
    )
    at_work.go_to("2026-03-20 12:00")
    return at_work


def test_a_statement_tells_the_tickets_of_its_period(march: Consultancy) -> None:
    figures = march.work.papers.statement(march.client, MARCH)
    assert [(t.outcome, t.ending) for t in figures.tickets] == [
        (Outcome.LATE, "novo"),
        (Outcome.IN_TIME, "aceito"),
        (Outcome.LATE, "aceito"),
        (Outcome.LATE, "novo"),
        (Outcome.RUNNING, "pendente com o cliente"),
        (Outcome.IN_TIME, "duplicado"),
        (Outcome.UNKNOWN, "novo"),
    ]
    answered = figures.tickets[1]
    assert (answered.score, answered.pauses, answered.paused_seconds) == (4, 1, 86_400)
    assert figures.count(Outcome.LATE) == 3


def test_compliance_counts_what_fell_due_by_team_and_severity(march: Consultancy) -> None:
    march.desk.sit("Gil Garoa", Role.MANAGER)
    report = march.work.papers.report(MARCH)
    told = {(row.team, row.severity): (row.in_time, row.late) for row in report.rows}
    assert told == {
        ("Suporte Técnico", Severity.CRITICAL): (1, 2),
        ("Suporte Técnico", Severity.MEDIUM): (0, 1),
        ("Consultoria", Severity.MEDIUM): (0, 1),
    }
    assert (report.in_time, report.late_count, report.share) == (1, 4, "20,0\u00a0%")
    assert [ticket.late_seconds for ticket in report.late] == sorted(
        (ticket.late_seconds for ticket in report.late), reverse=True
    )
    assert sum(row.total for row in by_team(report.rows)) == 5
    march.desk.sit("Ola Orvalho", Role.OMBUDSMAN)
    assert "Ouvidoria" not in {row.team for row in march.work.papers.report(MARCH).rows}
    (told,) = by_team(march.work.papers.report(MARCH, "ouvidoria").rows)
    assert told.team == "Ouvidoria"
    march.desk.sit("Gil Garoa", Role.MANAGER)
    team = march.work.papers.report(MARCH, "consultoria")
    assert (team.team, team.late_count) == ("Consultoria", 1)
    with pytest.raises(RuleRefusal, match="OUV-2"):
        march.work.papers.report(MARCH, "ouvidoria")
    with pytest.raises(NotFound):
        march.work.papers.report(MARCH, "nenhuma")


def test_figures_on_paper_are_those_that_are_told(march: Consultancy) -> None:
    statement = march.work.papers.issue_statement(march.client, MARCH)
    report = march.work.papers.issue_report(MARCH)
    told = march.work.documents.contents(statement.id)[0]
    assert [ticket["number"] for ticket in told["tickets"]] == [
        ticket.number for ticket in march.work.papers.statement(march.client, MARCH).tickets
    ]
    assert (statement.number, report.number) == (1, 1)
    for drawn in (
        march.work.papers.statement_drawn(march.client, MARCH),
        march.work.papers.report_drawn(MARCH, "cst"),
    ):
        assert drawn.startswith(b"%PDF")
    with pytest.raises(NotFound):
        march.work.papers.statement(999, MARCH)


def test_a_period_runs_forward_and_holds_both_ends() -> None:
    assert MARCH.span.start == at("2026-03-01 00:00")
    assert MARCH.span.end == at("2026-04-01 00:00")
    with pytest.raises(InvalidInput):
        Period(date(2026, 3, 2), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [
        (0, 0, ""),
        (1, 3, "33,3\u00a0%"),
        (2, 3, "66,7\u00a0%"),
        (1, 1, "100,0\u00a0%"),
        (1, 2000, "0,1\u00a0%"),
    ],
)
def test_shares_are_rounded_half_up(part: int, whole: int, text: str) -> None:
    assert share_text(part, whole) == text
