"""The papers of deadlines: ticket statement of a client, SLA report for managers (rulebook §10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.brasilia_days import day_span
from app.domain.clock import from_epoch, to_epoch
from app.domain.documents import DocumentKind, IssuedDocument
from app.domain.errors import InvalidInput, NotFound
from app.domain.pauses import PauseReason
from app.domain.roles import Right
from app.domain.statement_figures import Outcome, SlaReport, StatementTicket, TicketStatement
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import Closing, Event, EventKind, Status
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import TicketSla, sla_of
from app.domain.time_entries import Span
from app.services.desk import Desk
from app.services.issuing import Draft, Issuing
from app.storage import compliance, events, registry, tickets
from app.storage.database import Connection
from app.storage.events import number_text

_ENDINGS = {
    Closing.ACCEPTED: "aceito",
    Closing.AUTOMATIC: "encerrado sem resposta",
    Closing.DUPLICATE: "duplicado",
    Closing.CANCELLED: "cancelado",
    Closing.IMPORTED: "encerrado",
}
_STATUSES = {
    Status.NEW: "novo",
    Status.IN_PROGRESS: "em atendimento",
    Status.PENDING_CLIENT: "pendente com o cliente",
    Status.IN_MAINTENANCE: "em manutenção",
    Status.IN_INNOVATION: "em Inovação",
    Status.IN_FACTORY: "na Fábrica",
    Status.AWAITING_ACCEPTANCE: "aguarda o aceite",
}


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both ends included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that runs backwards."""
        if self.last < self.first:
            raise InvalidInput("o período termina antes de começar", field="to")

    @property
    def span(self) -> Span:
        """Its seconds."""
        return Span(day_span(self.first)[0], day_span(self.last + timedelta(days=1))[0])


class DeadlinePapers:
    """Works out and issues the papers of deadlines."""

    def __init__(self, desk: Desk, issuing: Issuing) -> None:
        """Stand on a desk."""
        self._desk = desk
        self._issuing = issuing

    def statement(self, client: int, period: Period) -> TicketStatement:
        """Return the figures of a client's ticket statement, as things stand now."""
        with self._desk.database.read() as connection:
            return self._statement(connection, client, period)

    def statement_drawn(self, client: int, period: Period) -> bytes:
        """Return the PDF of a ticket statement as it would be issued."""
        return self._issuing.preview(lambda c: self._statement_draft(c, client, period))

    def issue_statement(self, client: int, period: Period) -> IssuedDocument:
        """Issue a ticket statement."""
        return self._issuing.issue(lambda c: self._statement_draft(c, client, period))

    def report(self, period: Period, team: str | None = None) -> SlaReport:
        """Return the figures of the SLA report, of a team or of all; ``NotFound`` for no team."""
        with self._desk.database.read() as connection:
            return self._report(connection, period, team)

    def report_drawn(self, period: Period, team: str | None = None) -> bytes:
        """Return the PDF of the SLA report as it would be issued."""
        return self._issuing.preview(lambda c: self._report_draft(c, period, team))

    def issue_report(self, period: Period, team: str | None = None) -> IssuedDocument:
        """Issue the SLA report."""
        return self._issuing.issue(lambda c: self._report_draft(c, period, team))

    def _statement_draft(self, connection: Connection, client: int, period: Period) -> Draft:
        figures = self._statement(connection, client, period)
        kind = DocumentKind.TICKET_STATEMENT
        return Draft(kind, figures.client, figures, client, None, period.first, period.last)

    def _report_draft(self, connection: Connection, period: Period, team: str | None) -> Draft:
        figures = self._report(connection, period, team)
        subject = figures.team or "todas as equipes"
        kind = DocumentKind.SLA_REPORT
        return Draft(kind, subject, figures, None, None, period.first, period.last)

    def _report(self, connection: Connection, period: Period, team: str | None) -> SlaReport:
        if team == OMBUDSMAN:
            self._desk.require(Right.OMBUDSMAN)
        name = "" if team is None else self._desk.book.team(team).name
        asked = (
            self._desk.book.team(key) for key in (self._all_teams() if team is None else [team])
        )
        teams, now = [known.key for known in asked], self._now
        return SlaReport(
            period.first,
            period.last,
            name,
            compliance.compliance(connection, period.span, now, teams),
            compliance.late_tickets(connection, period.span, now, teams),
        )

    def _all_teams(self) -> list[str]:
        """Return every team but Ouvidoria, which is told only where it is asked for (OUV-2)."""
        return [team.key for team in self._desk.book.teams if team.key != OMBUDSMAN]

    def _statement(self, connection: Connection, client: int, period: Period) -> TicketStatement:
        record = registry.client_of(connection, client)
        if record is None:
            raise NotFound("este cliente não existe mais; procure de novo")
        numbers = compliance.in_statement(connection, client, period.span)
        histories = events.histories_of(connection, numbers)
        summaries = tickets.summaries_of(connection, numbers)
        told = tuple(
            self._ticket(number, summaries.get(number, ""), histories[number]) for number in numbers
        )
        return TicketStatement(record.name, record.cnpj, period.first, period.last, told)

    def _ticket(self, number: int, summary: str, known: Sequence[Event]) -> StatementTicket:
        history = replay(known)
        sla = sla_of(history, self._desk.book.rules, self._desk.book.calendar_of)
        now = self._now
        waits = [pause for pause in history.pauses if pause.reason is not PauseReason.MERGED]
        answered = (e for e in known if e.kind is EventKind.SURVEY_ANSWERED)
        score = next((e.payload.get("score") for e in answered), None)
        ending = _STATUSES[history.status] if history.closing is None else _ENDINGS[history.closing]
        return StatementTicket(
            number=number_text(number),
            summary=summary,
            severity=history.severity,
            opened=from_epoch(history.opened_at),
            due=None if sla.due is None else from_epoch(sla.due),
            solved=None if history.solved_at is None else from_epoch(history.solved_at),
            outcome=_outcome(sla, now),
            was_ever_late=any(span.since < now for span in sla.late_spans),
            pauses=len(waits),
            paused_seconds=sum((pause.end or now) - pause.start for pause in waits),
            ending=history.status_name if history.is_open and history.status_name else ending,
            score=score if isinstance(score, int) else None,
        )

    @property
    def _now(self) -> int:
        return to_epoch(self._desk.clock.now())


def _outcome(sla: TicketSla, now: int) -> Outcome:
    if not sla.current.is_computable:
        return Outcome.UNKNOWN
    if sla.is_breached(now):
        return Outcome.LATE
    return Outcome.RUNNING if sla.history.settled_at is None else Outcome.IN_TIME
