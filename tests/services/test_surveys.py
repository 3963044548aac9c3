"""The survey: sent once, to the contact, answered for ever or expired (ACC-6; pitfalls F)."""

from __future__ import annotations

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta

from app.domain.clock import FixedClock, from_epoch
from app.domain.severity import Severity
from app.domain.survey import SurveyState, SurveyTally
from app.domain.ticket_events import EventKind
from app.services.automation import AutomationService
from app.services.dashboard import DashboardService
from app.services.deadline_papers import Period
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.outbox import OutboxService
from app.services.sla_settings import SURVEYS_SINCE
from app.services.surveys import SurveyService
from app.services.tickets import TicketService
from app.services.workspace import Workspace
from app.storage import people, settings
from app.storage.people import NewClient, NewContact
from tests.desks import Asked, Later, at, open_ticket, open_tickets, tamper

SOLVED = Later(EventKind.SOLUTION, "2026-03-02 16:00")
ACCEPTED = Later(EventKind.ACCEPTED, "2026-03-03 10:00")
CLOSED = Asked(severity=Severity.LOW, later=(SOLVED, ACCEPTED))


def _go_to(desk: Desk, wall: str) -> None:
    desk.clock = FixedClock(from_epoch(at(wall)))


def _run(desk: Desk, wall: str) -> list[int]:
    """Run the job; returns the tickets whose survey was sent."""
    _go_to(desk, wall)
    return [
        line.number for line in AutomationService(desk).run() if line.done.kind.value == "survey"
    ]


def _answer(desk: Desk, number: int, score: int, comment: str) -> None:
    said = {"act": "survey", "number": f"{number:08d}", "score": score, "comment": comment}
    DeskActs(desk).perform(said)


def _tally(desk: Desk, month: int = 3) -> SurveyTally:
    first = date(2026, month, 1)
    return DashboardService(desk).figures(Period(first, first + relativedelta(day=31))).tally


def test_f01_unanswered_past_its_validity_it_is_expired_and_in_no_list(desk: Desk) -> None:
    number = open_ticket(desk, CLOSED)
    service = Workspace(desk).surveys
    assert service.of_ticket(number) is None
    assert _run(desk, "2026-03-03 11:00") == [number]
    assert service.waiting() == (number,)
    _go_to(desk, "2026-04-02 12:00")
    assert service.waiting() == (number,)
    _go_to(desk, "2026-04-03 00:00")
    survey = service.of_ticket(number)
    assert survey is not None
    assert survey.state is SurveyState.EXPIRED
    assert service.waiting() == ()
    counted = _tally(desk)
    assert (counted.sent, counted.not_answered, counted.answered) == (1, 1, 0)


def test_f02_an_answer_of_day_two_is_readable_on_day_sixty(desk: Desk) -> None:
    number = open_ticket(desk, CLOSED)
    _run(desk, "2026-03-03 11:00")
    _go_to(desk, "2026-03-05 09:00")
    _answer(desk, number, 4, "Rápido e claro")
    _go_to(desk, "2026-05-04 09:00")
    survey = SurveyService(desk).of_ticket(number)
    assert survey is not None
    assert (survey.state, survey.score) == (SurveyState.ANSWERED, 4)
    line = TicketService(desk).view(number).lines[-1]
    assert (line.event.payload["score"], line.text) == (4, "Rápido e claro")
    counted = _tally(desk)
    assert (counted.answered, counted.score_sum, counted.waiting) == (1, 4, 0)
    assert _tally(desk, month=4).sent == 0


def test_f03_three_thousand_old_closings_are_not_asked_about(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    open_tickets(desk, *[CLOSED] * 3000)
    with desk.database.write() as connection:
        settings.put(connection, SURVEYS_SINCE, at("2026-03-04 08:00"))
    desk.read_book()
    assert _run(desk, "2026-03-04 09:00") == []
    assert _run(desk, "2026-03-04 10:00") == []
    new = open_ticket(
        desk,
        Asked(severity=Severity.LOW, later=(SOLVED, Later(EventKind.ACCEPTED, "2026-03-04 10:30"))),
    )
    assert _run(desk, "2026-03-04 11:00") == [new]
    assert _run(desk, "2026-03-04 12:00") == []


@pytest.mark.parametrize(("contact", "surveys"), [("Ana Areia", 0), ("Lia Lima", 1)])
def test_f04_nobody_rates_oneself(desk: Desk, contact: str, surveys: int) -> None:
    number = open_ticket(
        desk,
        Asked(
            severity=Severity.LOW,
            assignee="Ana Areia",
            client="Escola Aurora",
        ),
    )
    with desk.database.write() as connection:
        (client,) = people.add_clients(connection, [NewClient("Aurora", "", "", "", "")])
        (who,) = people.add_contacts(
            connection, [NewContact(client, contact, "quem@example.com", "", "")]
        )
    tamper(desk.database, "UPDATE ticket SET contact_id = :who", who=who)
    facts = f'{{"facts":{{"contact":{who}}},"severity":"low","team":"suporte-tecnico"}}'
    tamper(desk.database, "UPDATE event SET payload = :facts WHERE seq = 1", facts=facts)
    desk.read_book()
    _go_to(desk, "2026-03-03 10:00")
    for act in ({"act": "solve", "text": "Feito."}, {"act": "accept", "confirm": True}):
        _go_to(desk, f"2026-03-03 10:0{len(act)}")
        DeskActs(desk).perform({"number": f"{number:08d}", **act})
    asked = _run(desk, "2026-03-04 10:00")
    assert asked == [number] * surveys
    sent = [m for m in OutboxService(desk).lines() if m.message.kind == "survey"]
    assert [message.message.recipient for message in sent] == ["quem@example.com"] * surveys
