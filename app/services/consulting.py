"""Consultings as lists show them, and their papers: letter and term of solution (CON-1, CON-6)."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.changes import Changes
from app.domain.clock import from_epoch, local_date, to_epoch
from app.domain.consulting import AgreedTime, Consulting, Stage, consulting_of
from app.domain.consulting_figures import AcceptanceLetter, SolutionTerm
from app.domain.documents import DocumentKind, IssuedDocument
from app.domain.errors import NotFound, RuleRefusal
from app.domain.igpm import next_anniversary
from app.domain.registry import ClientRecord
from app.domain.ticket_events import Closing, Event, EventKind
from app.domain.ticket_replay import replay
from app.domain.time_entries import Span, TimeKind, seconds_of
from app.services.acting import Act
from app.services.billing_settings import rounding_in
from app.services.consulting_stages import STAGES_BY_NEED, stage_of
from app.services.consulting_statements import times_of_entries
from app.services.desk import Desk
from app.services.issuing import Draft, Issuing
from app.services.minute_rates import rate_table
from app.services.recording import record
from app.storage import (
    consultings,
    events,
    names,
    people,
    rates,
    registry,
    tickets,
    time_entries,
)
from app.storage.consultings import ConsultingRow
from app.storage.database import Connection
from app.storage.events import number_text


@dataclass(frozen=True, slots=True)
class ListedConsulting:
    """A consulting as the page lists it; ``seconds`` are those that count."""

    ticket: int
    client: str
    summary: str
    stage: Stage
    seconds: int


_ASKS_FIRST = {stage: place for place, stage in enumerate(STAGES_BY_NEED)}


@dataclass(frozen=True, slots=True)
class LetterIssued:
    """A letter that was issued, and what screens show anew."""

    document: IssuedDocument
    changes: Changes


class ConsultingService:
    """Lists consultings and issues their letters and terms."""

    def __init__(self, desk: Desk, issuing: Issuing) -> None:
        """Stand on a desk."""
        self._desk = desk
        self._issuing = issuing

    def rows(self, client: int | None = None) -> tuple[ConsultingRow, ...]:
        """Return every consulting, or those of a client; the newest first."""
        with self._desk.database.read() as connection:
            return consultings.rows(connection, client_number=client)

    def listed(self) -> tuple[ListedConsulting, ...]:
        """Return every consulting, those that ask for somebody first."""
        listed = [
            ListedConsulting(row.ticket, row.client, row.summary, stage_of(row), row.seconds)
            for row in self.rows()
        ]
        return tuple(sorted(listed, key=lambda entry: _ASKS_FIRST[entry.stage]))

    def row_of(self, number: int) -> ConsultingRow | None:
        """Return the consulting of a ticket; none where it is none."""
        with self._desk.database.read() as connection:
            return next(iter(consultings.rows(connection, number=number)), None)

    def consulting(self, number: int) -> Consulting | None:
        """Return what a ticket's history says of its consulting."""
        with self._desk.database.read() as connection:
            return consulting_of(events.history_of(connection, number))

    def appointments(self, span: Span) -> tuple[AgreedTime, ...]:
        """Return what was agreed with clients within a span of time."""
        with self._desk.database.read() as connection:
            return consultings.appointments_between(connection, span)

    def letter_drawn(self, number: int) -> bytes:
        """Return the PDF of the letter as it would be issued."""
        return self._issuing.preview(lambda connection: self._letter(connection, number))

    def issue_letter(self, number: int) -> LetterIssued:
        """Issue the letter of acceptance of a ticket; its history tells so (CON-1)."""
        changes: list[Changes] = []

        def keep(connection: Connection, document: int) -> None:
            actor = names.number_of_person(connection, self._desk.person)
            now = to_epoch(self._desk.clock.now())
            act = Act(EventKind.LETTER_ISSUED, now, actor, payload={"document": document})
            changes.append(record(connection, self._desk, number, act).changes)

        document = self._issuing.issue(lambda connection: self._letter(connection, number), keep)
        return LetterIssued(document, changes[0] if changes else Changes())

    def term_drawn(self, number: int) -> bytes:
        """Return the PDF of the term of solution as it would be issued."""
        return self._issuing.preview(lambda connection: self._term(connection, number))

    def issue_term(self, number: int) -> IssuedDocument:
        """Issue the term of solution of a ticket: what was done, and how it ended (CON-6)."""
        return self._issuing.issue(lambda connection: self._term(connection, number))

    def letter_figures(self, number: int) -> AcceptanceLetter:
        """Return the figures of a letter as it would be issued now."""
        with self._desk.database.read() as connection:
            figures = self._letter(connection, number).figures
        assert isinstance(figures, AcceptanceLetter)
        return figures

    def term_figures(self, number: int) -> SolutionTerm:
        """Return the figures of a term as it would be issued now."""
        with self._desk.database.read() as connection:
            figures = self._term(connection, number).figures
        assert isinstance(figures, SolutionTerm)
        return figures

    def _letter(self, connection: Connection, number: int) -> Draft:
        known = _history(connection, number)
        consulting = consulting_of(known)
        if consulting is None or not consulting.kind.needs_letter:
            raise RuleRefusal(
                "CON-1", "a carta de aceite é da consultoria investigativa ou de desempenho"
            )
        client = _client(connection, number)
        today = local_date(self._desk.clock.now())
        rate = rate_table(connection, client.id).on(today)
        if rate is None:
            raise RuleRefusal(
                "CON-5", f"{client.name} ainda não tem tarifa por minuto; registre-a antes"
            )
        kept, terms = rates.rates_of(connection, client.id), rates.terms_of(connection, client.id)
        base = kept[0].first_day if terms is None else terms.anniversary
        adjusted = [version.first_day for version in kept if version.adjustment is not None]
        until = next_anniversary(base, today, adjusted)
        card = tickets.card_of(connection, number)
        approvers = (c.name for c in registry.contacts(connection, client.id) if c.may_approve)
        figures = AcceptanceLetter(
            number_text(number),
            client.name,
            client.cnpj,
            card.contact or "",
            consulting.kind,
            consulting.scope,
            card.summary,
            rate,
            until if until > today else None,
            rounding_in(connection),
            tuple(approvers),
        )
        kind = DocumentKind.ACCEPTANCE_LETTER
        return Draft(kind, f"{number_text(number)} · {client.name}", figures, client.id, number)

    def _term(self, connection: Connection, number: int) -> Draft:
        known = _history(connection, number)
        history, consulting = replay(known), consulting_of(known)
        solution = next((e for e in reversed(known) if e.kind is EventKind.SOLUTION), None)
        if solution is None or history.solved_at is None:
            raise RuleRefusal("CON-6", "o termo conta o que foi feito; registre antes a solução")
        client = _client(connection, number)
        card = tickets.card_of(connection, number)
        entries = [
            entry
            for entry in time_entries.of_ticket(connection, number)
            if entry.is_live and entry.kind is TimeKind.CLIENT and consulting is not None
        ]
        accepted = history.closed_at if history.closing is Closing.ACCEPTED else None
        acceptance = history.acceptance
        figures = SolutionTerm(
            ticket=number_text(number),
            client=client.name,
            cnpj=client.cnpj,
            contact=card.contact or "",
            summary=card.summary,
            opened=from_epoch(history.opened_at),
            solved=from_epoch(history.solved_at),
            solution=events.texts_of(connection, number).get(solution.seq) or "",
            kind=None if consulting is None else consulting.kind,
            cause=None if consulting is None else consulting.cause,
            times=tuple(times_of_entries(entries)),
            seconds=seconds_of(entries),
            accepted=None if accepted is None else from_epoch(accepted),
            acceptance_limit=None if acceptance is None else acceptance.limit_date,
        )
        kind = DocumentKind.SOLUTION_TERM
        return Draft(kind, f"{number_text(number)} · {client.name}", figures, client.id, number)


def _history(connection: Connection, number: int) -> tuple[Event, ...]:
    known = events.history_of(connection, number)
    if not known:
        raise NotFound(f"não há chamado {number_text(number)}")
    return known


def _client(connection: Connection, number: int) -> ClientRecord:
    client, _contact = people.parties_of(connection, number)
    record = None if client is None else registry.client_of(connection, client)
    if record is None:
        raise RuleRefusal("CLI-1", "o chamado não tem um cliente registrado")
    return record
