"""The statement of consulting of a client and month: worked out once, drawn elsewhere (CON-7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateutil.relativedelta import relativedelta

from app.domain.billing import Line, Part, Verdict, Work, lines_of, parts_of
from app.domain.brasilia_days import day_span
from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch, local_date
from app.domain.consulting import Consulting, consulting_of
from app.domain.consulting_figures import (
    ConsultingLine,
    ConsultingStatement,
    CreditLine,
    WorkedTime,
    statement_of,
)
from app.domain.documents import DocumentKind, IssuedDocument
from app.domain.errors import BancadaError, NotFound, RuleRefusal
from app.domain.roles import Right
from app.domain.ticket_replay import replay
from app.domain.time_entries import Span, TimeEntry, TimeKind, by_day, gaps_between
from app.services.billing_settings import rounding_in
from app.services.desk import Desk
from app.services.issuing import Draft, Issuing
from app.services.minute_rates import rate_table
from app.services.time_keeping import outside_hours
from app.storage import billed, events, registry, tickets, time_entries
from app.storage.billed import OpenCredit
from app.storage.database import Connection
from app.storage.events import number_text

BILLED = Changes(frozenset({Kind.DOCUMENT, Kind.TIME}))


@dataclass(frozen=True, slots=True)
class StatementPreview:
    """A statement as it would be issued today; ``held`` waits for a later one, and says why."""

    client: int
    figures: ConsultingStatement
    held: tuple[ConsultingLine, ...]


@dataclass(frozen=True, slots=True)
class BatchLine:
    """What became of one client of a batch; ``total`` is how many there are."""

    client: str
    total: int
    document: IssuedDocument | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class _Worked:
    """A statement with what it fixes once it is issued."""

    figures: ConsultingStatement
    lines: tuple[Line, ...]
    held: tuple[ConsultingLine, ...]
    credits: tuple[OpenCredit, ...]


class ConsultingStatements:
    """Shows and issues statements; what was issued is locked and never changes."""

    def __init__(self, desk: Desk, issuing: Issuing) -> None:
        """Stand on a desk."""
        self._desk = desk
        self._issuing = issuing

    def preview(self, client: int, month: date) -> StatementPreview:
        """Return the statement of a client for the month of a date, and what it leaves out."""
        with self._desk.database.read() as connection:
            worked = self._worked(connection, client, month)
        return StatementPreview(client, worked.figures, worked.held)

    def drawn(self, client: int, month: date) -> bytes:
        """Return the PDF of a preview: without number, and saying that it is one."""
        return self._issuing.preview(lambda connection: self._draft(connection, client, month)[0])

    def clients(self, month: date) -> tuple[int, ...]:
        """Return the clients that have minutes up to the end of a month."""
        with self._desk.database.read() as connection:
            return _clients(connection, month)

    def issue_all(self, month: date) -> Iterator[BatchLine]:
        """Issue a month for every client that has minutes; what is refused stops nobody else.

        What was given is kept, however the rest ends.
        """
        self._desk.require(Right.BILLING)
        with self._desk.database.read() as connection:
            numbers = _clients(connection, month)
            names = {client.id: client.name for client in registry.clients(connection)}
        for number in sorted(numbers, key=lambda client: names[client].casefold()):
            try:
                document = self.issue(number, month)
            except BancadaError as error:
                yield BatchLine(names[number], len(numbers), reason=error.sentence)
            else:
                yield BatchLine(names[number], len(numbers), document)

    def issue(self, client: int, month: date) -> IssuedDocument:
        """Issue the statement: its entries are locked, its credits settled, its number kept.

        Refused where there is nothing to tell, and for a month that has not begun.
        """
        self._desk.require(Right.BILLING)
        if month.replace(day=1) > local_date(self._desk.clock.now()):
            raise RuleRefusal("CON-7", "este mês ainda não começou")
        worked: list[_Worked] = []

        def prepare(connection: Connection) -> Draft:
            draft, one = self._draft(connection, client, month)
            if one.figures.is_empty:
                raise RuleRefusal("CON-7", _why_nothing(one.held))
            worked[:] = [one]
            return draft

        def keep(connection: Connection, number: int) -> None:
            (one,) = worked
            billed.fix(connection, number, ((n, line.parts) for n, line in enumerate(one.lines)))
            billed.settle(connection, (credit.id for credit in one.credits), number)

        return self._issuing.issue(prepare, keep)

    def _draft(self, connection: Connection, client: int, month: date) -> tuple[Draft, _Worked]:
        worked = self._worked(connection, client, month)
        figures = worked.figures
        kind = DocumentKind.CONSULTING_STATEMENT
        draft = Draft(kind, figures.client, figures, client, None, figures.first, figures.last)
        return draft, worked

    def _worked(self, connection: Connection, client: int, month: date) -> _Worked:
        record = registry.client_of(connection, client)
        if record is None:
            raise NotFound("este cliente não existe mais; procure de novo")
        first = month.replace(day=1)
        works = self._works(connection, client, _end(month))
        table = rate_table(connection, client)
        parts = [part for work in works for part in parts_of(work, table)]
        rounding = rounding_in(connection)
        lines = lines_of(parts, rounding)
        told = _Telling(connection, {work.entry.ticket: work.consulting for work in works})
        settled = tuple(line for line in lines if line.verdict.is_settled)
        credits_open = billed.open_credits(connection, client)
        figures = statement_of(
            (record.name, record.cnpj),
            (first, first + relativedelta(months=1, days=-1)),
            rounding,
            tuple(told.line(line) for line in settled if line.verdict is Verdict.BILLED),
            tuple(told.line(line) for line in settled if line.verdict is not Verdict.BILLED),
            tuple(map(_credit, credits_open)),
        )
        held = tuple(told.line(line) for line in lines if not line.verdict.is_settled)
        return _Worked(figures, settled, held, credits_open)

    def _works(self, connection: Connection, client: int, end: int) -> list[Work]:
        """Return what is not billed yet, up to an instant, with what decides about it."""
        entries = time_entries.unbilled(connection, client, end)
        fixed = time_entries.billed_spans(connection, (entry.id for entry in entries))
        histories = events.histories_of(connection, {entry.ticket for entry in entries})
        works = []
        for entry in entries:
            told = histories[entry.ticket]
            consulting = consulting_of(told)
            for span in _rest(entry, fixed.get(entry.id, ()), end):
                outside: tuple[Span, ...] = ()
                if entry.kind is TimeKind.CLIENT:
                    outside = outside_hours(self._desk, replay(told), span)
                works.append(Work(replace(entry, span=span), consulting, outside))
        return works


WAITS = {
    Verdict.UNDECIDED: "falta decidir a causa",
    Verdict.NO_RATE: "falta a tarifa por minuto (CON-5)",
    Verdict.NO_APPOINTMENT: "fora do horário, sem agendamento (CON-8)",
}
"""Why minutes wait for a later statement."""


def _why_nothing(held: Iterable[ConsultingLine]) -> str:
    """Say why there is nothing to issue, and what minutes wait for."""
    waits = [
        f"chamado {line.ticket}, {line.minutes} min: {WAITS[line.verdict]}"
        for line in held
        if line.verdict in WAITS
    ]
    if waits:
        return f"os minutos estão a conferir ({'; '.join(waits)})"
    return "não há minutos a cobrar, nem a explicar, até o fim deste mês"


def _clients(connection: Connection, month: date) -> tuple[int, ...]:
    """Return the clients that have minutes, or to whom something is to be given back (CON-7)."""
    with_minutes = time_entries.clients_with_minutes(connection, _end(month))
    return tuple(sorted({*with_minutes, *billed.clients_with_credits(connection)}))


def _end(month: date) -> int:
    return day_span(month.replace(day=1) + relativedelta(months=1))[0]


def _rest(entry: TimeEntry, fixed: Sequence[Span], end: int) -> list[Span]:
    """Return what of an entry lies before an instant and on no statement yet."""
    until = Span(entry.span.start, min(entry.span.end, end))
    if entry.span.seconds == 0:
        return [entry.span]
    taken = [replace(entry, span=span) for span in fixed]
    return gaps_between(taken, until)


class _Telling:
    """Puts lines into the words and figures of paper."""

    def __init__(self, connection: Connection, consultings: dict[int, Consulting | None]) -> None:
        self._summaries = tickets.summaries_of(connection, consultings)
        self._consultings = consultings

    def line(self, line: Line) -> ConsultingLine:
        """Return a line with its times, day by day."""
        consulting = self._consultings[line.ticket]
        return ConsultingLine(
            number_text(line.ticket),
            self._summaries.get(line.ticket, ""),
            None if consulting is None else consulting.kind,
            line.verdict,
            line.rate,
            line.seconds,
            line.minutes,
            line.amount,
            tuple(times_of(line.parts)),
        )


def times_of(parts: Iterable[Part]) -> Iterator[WorkedTime]:
    """Give each part as it is told, one local date after the other (CON-4)."""
    for part in parts:
        for day, span in by_day(part.span):
            yield _worked(day, span, part.entry, is_agreed_outside=part.is_agreed_outside)


def times_of_entries(entries: Iterable[TimeEntry]) -> Iterator[WorkedTime]:
    """Give whole entries as they are told, one local date after the other."""
    for entry in entries:
        for day, span in entry.by_day():
            yield _worked(day, span, entry, is_agreed_outside=False)


def _worked(day: date, span: Span, entry: TimeEntry, *, is_agreed_outside: bool) -> WorkedTime:
    return WorkedTime(
        day,
        from_epoch(span.start),
        from_epoch(span.end),
        entry.person.name,
        entry.activity,
        entry.description,
        span.seconds,
        is_agreed_outside,
    )


def _credit(credit: OpenCredit) -> CreditLine:
    return CreditLine(
        f"{credit.statement:06d}",
        number_text(credit.ticket),
        credit.rate,
        -credit.minutes,
        -credit.amount,
        credit.reason,
    )
