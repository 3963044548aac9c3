"""Importing a foreign log: every good row becomes an event, every bad one is named."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.errors import DataFailure, NotFound
from app.domain.roles import Right
from app.domain.ticket_events import KIND_ORDER, Channel, Event, EventKind
from app.domain.ticket_sla import TicketSla
from app.services.cycles import without_cycle_search
from app.services.desk import Desk
from app.services.log_lines import Refusal
from app.services.log_mapping import LogMapping
from app.services.log_reading import LogRow, read_log
from app.services.ticket_writing import Addition, TicketDraft, write_more, write_new
from app.storage import change_log, events, names, tables, ticket_sources, tickets
from app.storage.database import Connection
from app.storage.tickets import NewTicket, Standing

TICKETS_AT_ONCE = 250
"""One transaction holds so many tickets: others are never kept waiting, a ticket is whole."""
Report = Callable[[str, int, int], None]
"""Told the step ("read" or "write"), how much is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Violation:
    """Something the rules would have refused, imported as it happened."""

    ticket: str
    number: int
    reason: str


@dataclass(slots=True)
class ImportSummary:
    """What an import came to; nothing of the log is left unaccounted for.

    ``tickets`` and ``events`` were added by this run; ``known`` rows stood already, ``unchanged``
    ones repeat a state, ``ignored`` ones mean nothing by the mapping, ``later`` ones lie after
    ``--until``. ``open`` counts the tickets of the log that ended open.
    """

    rows: int = 0
    tickets: int = 0
    events: int = 0
    known: int = 0
    unchanged: int = 0
    ignored: int = 0
    later: int = 0
    open: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    refused: list[Refusal] = field(default_factory=list)
    violations: list[Violation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Act:
    """A row as an event to be: its kind after the log's rules, and the row's own identity."""

    row: LogRow
    kind: EventKind
    identity: str


@dataclass(frozen=True, slots=True)
class _Written:
    """What became of a ticket: its number, its deadline, and the first event of this run."""

    number: int
    sla: TicketSla
    first_seq: int


class ImportingService:
    """Imports logs into a desk's database."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def import_log(
        self, path: Path, mapping: LogMapping, *, until: int | None, report: Report
    ) -> ImportSummary:
        """Import a log, as it stood at ``until`` when that is given.

        A second import of the same rows adds nothing. ``report`` may raise to cancel: what was
        written by then stays, whole tickets only. Raises ``DataFailure`` for an unusable file.
        """
        self._desk.require(Right.IMPORT)
        with without_cycle_search():
            return self._import(path, mapping, until, report)

    def _import(
        self, path: Path, mapping: LogMapping, until: int | None, report: Report
    ) -> ImportSummary:
        self._refuse_unknown_teams(mapping)
        contents = read_log(path, mapping, lambda done, total: report("read", done, total))
        summary = ImportSummary(ignored=contents.ignored, refused=contents.refused)
        summary.rows = len(contents.rows) + len(contents.refused) + contents.ignored
        histories = _by_ticket(contents.rows, mapping, until, summary)
        keys = sorted(histories, key=lambda key: (histories[key][0].row.at, key))
        for start in range(0, len(keys), TICKETS_AT_ONCE):
            report("write", start, len(keys))
            chosen = {key: histories[key] for key in keys[start : start + TICKETS_AT_ONCE]}
            self._write(chosen, mapping, summary)
        report("write", len(keys), len(keys))
        return summary

    def _refuse_unknown_teams(self, mapping: LogMapping) -> None:
        for key in sorted(mapping.team.keys):
            try:
                self._desk.book.team(key)
            except NotFound as error:
                raise DataFailure(f"mapeamento, team: {error.sentence}") from error

    def _write(
        self, histories: dict[str, list[_Act]], mapping: LogMapping, summary: ImportSummary
    ) -> None:
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.write() as connection:
            self._desk.book_in(connection)  # first: whoever edits a calendar waits for the rest
            writing = _Writing(connection, self._desk, mapping, now)
            source = ticket_sources.source_number(connection, mapping.source)
            standing = ticket_sources.standings_by_source(connection, source, histories)
            known = events.source_rows_of(connection, [s.number for s in standing.values()])
            fresh = {
                key: [a for a in acts if a.identity not in known] for key, acts in histories.items()
            }
            summary.known += sum(map(len, histories.values())) - sum(map(len, fresh.values()))
            writing.learn_names([act.row for acts in fresh.values() for act in acts])
            added = {key: acts for key, acts in fresh.items() if key not in standing}
            grown = {key: acts for key, acts in fresh.items() if key in standing and acts}
            slas = writing.add(added, source)
            slas |= writing.extend({key: (standing[key], acts) for key, acts in grown.items()})
            changed = frozenset(written.number for written in slas.values())
            if changed:
                change_log.record(connection, Changes(frozenset({Kind.TICKET}), changed), now)
            summary.tickets += len(added)
            _account(summary, fresh, slas)
            summary.open += tickets.count_open(
                connection, [s.number for k, s in standing.items() if k not in grown]
            )


class _Writing:
    """One transaction of an import."""

    def __init__(self, connection: Connection, desk: Desk, mapping: LogMapping, now: int) -> None:
        self._connection = connection
        self._desk = desk
        self._mapping = mapping
        self._now = now
        self._people: dict[str, int] = {}
        self._clients: dict[str, int] = {}
        self._products: dict[str, int] = {}

    def learn_names(self, rows: Sequence[LogRow]) -> None:
        """Give a number to every name in the rows."""
        for table, column in (("person", "analyst"), ("client", "client"), ("product", "product")):
            found = {getattr(row, column) for row in rows} - {""}
            numbers = names.numbers_of(self._connection, getattr(tables, table), found)
            setattr(self, {"person": "_people"}.get(table, f"_{table}s"), numbers)

    def add(self, added: dict[str, list[_Act]], source: int) -> dict[str, _Written]:
        """Add the tickets that are new; returns each one's number and deadline."""
        if not added:
            return {}
        numbers = tickets.take_numbers(self._connection, len(added))
        drafts = [
            TicketDraft(
                self._new_ticket(key, acts[0].row, number, source),
                tuple(self._event(act, seq) for seq, act in enumerate(acts, 1)),
                tuple(act.identity for act in acts),
            )
            for number, (key, acts) in zip(numbers, added.items(), strict=True)
        ]
        client_names = {number: name for name, number in self._clients.items()}
        book = self._desk.book_in(self._connection)
        slas = write_new(self._connection, book, drafts, client_names)
        return {
            key: _Written(number, sla, 1)
            for key, number, sla in zip(added, numbers, slas, strict=True)
        }

    def extend(self, grown: dict[str, tuple[Standing, list[_Act]]]) -> dict[str, _Written]:
        """Add the new events of tickets that were imported before."""
        additions = [
            Addition(
                standing,
                tuple(self._event(act, seq) for seq, act in enumerate(acts, standing.head.seq + 1)),
                tuple(act.identity for act in acts),
            )
            for standing, acts in grown.values()
        ]
        if not additions:
            return {}
        slas = write_more(self._connection, self._desk.book_in(self._connection), additions)
        return {
            key: _Written(addition.standing.number, sla, addition.events[0].seq)
            for key, addition, sla in zip(grown, additions, slas, strict=True)
        }

    def _new_ticket(self, key: str, first: LogRow, number: int, source: int) -> NewTicket:
        return NewTicket(
            number=number,
            client=self._clients.get(first.client),
            product=self._products.get(first.product),
            summary=first.summary or f"Chamado importado {key}",
            source=source,
            source_key=key,
        )

    def _event(self, act: _Act, seq: int) -> Event:
        row, payload = act.row, dict[str, Any]()
        actor = self._people.get(row.analyst)
        if seq == 1 or row.kind is EventKind.OPENED:
            payload |= {"team": row.team, "severity": _value(row)}
        if act.kind in (EventKind.CLASSIFIED, EventKind.RECLASSIFIED):
            payload["severity"] = _value(row)
        if act.kind is EventKind.TRANSFERRED:
            payload["team"] = row.team
        if act.kind is EventKind.ASSIGNED:
            payload["assignee"] = actor
        if seq == 1:
            payload["facts"] = {
                "client": self._clients.get(row.client),
                "product": self._products.get(row.product),
            }
        return Event(
            seq, act.kind, row.at, self._now, actor, self._desk.name, Channel.IMPORT, payload
        )


def _value(row: LogRow) -> str | None:
    return None if row.severity is None else row.severity.value


def _by_ticket(
    rows: Sequence[LogRow], mapping: LogMapping, until: int | None, summary: ImportSummary
) -> dict[str, list[_Act]]:
    """Gather the rows of each ticket in the order they happened, and name what each one is."""
    gathered: dict[str, list[LogRow]] = {}
    for row in rows:
        if until is not None and row.at > until:
            summary.later += 1
        else:
            gathered.setdefault(row.ticket, []).append(row)
    histories = {}
    for key, own in gathered.items():
        own.sort(key=lambda row: (row.at, KIND_ORDER[row.kind], row.line))
        acts = list(_of_states(own) if mapping.is_state_log else _of_acts(own))
        summary.unchanged += len(own) - len({act.row.line for act in acts})
        histories[key] = list(_identified(acts, mapping.source))
    return histories


def _of_acts(rows: Sequence[LogRow]) -> Iterator[_Act]:
    for place, row in enumerate(rows):
        later_opening = place > 0 and row.kind is EventKind.OPENED
        yield _Act(row, EventKind.CLASSIFIED if later_opening else row.kind, "")


def _of_states(rows: Sequence[LogRow]) -> Iterator[_Act]:
    """Tell the acts behind a log of states: an unchanged state is no event."""
    before, severity = rows[0], rows[0].severity
    yield _Act(before, before.kind, "")
    for row in rows[1:]:
        is_new_again = row.kind is EventKind.OPENED is not before.kind
        if row.kind is not before.kind:
            yield _Act(row, EventKind.CLASSIFIED if is_new_again else row.kind, "")
        elif row.kind is EventKind.ASSIGNED and row.analyst != before.analyst:
            yield _Act(row, row.kind, "")
        if row.severity not in (None, severity) and not is_new_again:
            yield _Act(row, EventKind.RECLASSIFIED, "")
        if row.team != before.team:
            yield _Act(row, EventKind.TRANSFERRED, "")
        before, severity = row, row.severity or severity


def _identified(acts: Sequence[_Act], source: str) -> Iterator[_Act]:
    """Name each row by source, ticket, instant, activity, analyst and its n-th occurrence."""
    seen: Counter[tuple[object, ...]] = Counter()
    for act in acts:
        row = act.row
        derived = "" if act.kind is row.kind else act.kind.value
        if row.kind is EventKind.OPENED and act.kind is EventKind.CLASSIFIED:
            derived = ""
        key = (source, row.ticket, row.at, row.activity, row.analyst, derived)
        seen[key] += 1
        named = "\x1f".join(map(str, (*key, seen[key])))
        yield _Act(row, act.kind, hashlib.sha256(named.encode()).hexdigest()[:32])


def _account(
    summary: ImportSummary,
    fresh: dict[str, list[_Act]],
    slas: dict[str, _Written],
) -> None:
    for key, acts in fresh.items():
        summary.events += len(acts)
        summary.kinds.update(act.kind.value for act in acts)
        if key not in slas:
            continue
        written = slas[key]
        summary.open += written.sla.history.is_open
        summary.violations += [
            Violation(key, written.number, oddity.text)
            for oddity in written.sla.history.oddities
            if oddity.seq >= written.first_seq
        ]
