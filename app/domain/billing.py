"""What of the minutes is billed, why, and for how much (CON-1, CON-4 … CON-8).

A statement line is one ticket at one rate. Seconds are exact until the line; there they are rounded
once, and the amount is minutes times rate, never through decimal hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.brasilia_days import day_span
from app.domain.consulting import Cause, Consulting, ConsultingKind
from app.domain.money import MinuteRate, Money
from app.domain.time_entries import EntryOrigin, Span, TimeEntry, TimeKind, by_day

_MINUTE = 60


class RoundingMode(Enum):
    """How seconds become minutes."""

    UP = "up"
    NEAREST = "nearest"
    DOWN = "down"


class RoundingLevel(Enum):
    """Where they do: once a line, or for each entry."""

    LINE = "line"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class RoundingRule:
    """How seconds become billed minutes; ``minimum`` is in minutes, and nothing stays nothing."""

    mode: RoundingMode = RoundingMode.UP
    level: RoundingLevel = RoundingLevel.LINE
    minimum: int = 0

    def minutes(self, entries: Sequence[int]) -> int:
        """Return the minutes that the seconds of a line's entries come to."""
        if self.level is RoundingLevel.ENTRY:
            return sum(self._rounded(seconds) for seconds in entries)
        return self._rounded(sum(entries))

    def _rounded(self, seconds: int) -> int:
        if seconds <= 0:
            return 0
        added = {RoundingMode.UP: _MINUTE - 1, RoundingMode.NEAREST: _MINUTE // 2}
        return max((seconds + added.get(self.mode, 0)) // _MINUTE, self.minimum)


DEFAULT_ROUNDING = RoundingRule()


@dataclass(frozen=True, slots=True)
class RateVersion:
    """A rate per minute and the day it begins to hold; the newest one that began holds (CON-5)."""

    first_day: date
    rate: MinuteRate


@dataclass(frozen=True, slots=True)
class RateTable:
    """The rates of a contract, in any order."""

    versions: tuple[RateVersion, ...] = ()

    def on(self, day: date) -> MinuteRate | None:
        """Return the rate of a day; none before the first begins."""
        begun = [version for version in self.versions if version.first_day <= day]
        return max(begun, key=lambda v: v.first_day).rate if begun else None

    def pieces(self, span: Span) -> list[tuple[Span, MinuteRate | None]]:
        """Split a stretch where the rate changes: at the beginning of a local day (CON-5)."""
        changes = (day_span(version.first_day)[0] for version in self.versions)
        pieces = span.cut_at(changes)
        return [(piece, self.on(next(by_day(piece))[0])) for piece in pieces]


class Verdict(Enum):
    """What becomes of a stretch of time on a statement."""

    BILLED = "billed"
    DEFECT = "defect"
    NO_LETTER = "no_letter"
    NO_APPOINTMENT = "no_appointment"
    UNDECIDED = "undecided"
    NO_RATE = "no_rate"
    INTERNAL = "internal"

    @property
    def is_settled(self) -> bool:
        """Whether a statement fixes it; the rest waits for a later one, or is nobody's to see."""
        return self in _SETTLED


_SETTLED = frozenset({Verdict.BILLED, Verdict.DEFECT, Verdict.NO_LETTER})


@dataclass(frozen=True, slots=True)
class Work:
    """An entry with what decides about it.

    ``outside`` are the parts that lie outside the hours of the team (CON-8).
    """

    entry: TimeEntry
    consulting: Consulting | None
    outside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an entry with its verdict, and its rate where it is billed."""

    entry: TimeEntry
    span: Span
    verdict: Verdict
    rate: MinuteRate | None = None
    is_agreed_outside: bool = False


def parts_of(work: Work, rates: RateTable) -> list[Part]:
    """Split a live entry by rate, hours and appointments, and judge each part.

    Together the parts are the entry: no second is lost, and none counts twice.
    """
    entry, consulting = work.entry, work.consulting
    if not entry.is_live:
        return []
    whole = _whole_verdict(entry, consulting)
    if whole is not Verdict.BILLED or consulting is None:
        return [Part(entry, entry.span, whole)]
    agreed = consulting.agreed(entry.span)
    edges = [edge for span in (*work.outside, *agreed) for edge in (span.start, span.end)]
    parts = []
    for span, rate in rates.pieces(entry.span):
        for piece in span.cut_at(edges):
            is_outside = any(piece.overlaps(out) for out in work.outside)
            is_agreed = any(piece.overlaps(part) for part in agreed)
            verdict = Verdict.BILLED if rate is not None else Verdict.NO_RATE
            if is_outside and not is_agreed:
                verdict = Verdict.NO_APPOINTMENT
            kept = rate if verdict is Verdict.BILLED else None
            parts.append(Part(entry, piece, verdict, kept, is_outside and is_agreed))
    return parts


def _whole_verdict(entry: TimeEntry, consulting: Consulting | None) -> Verdict:
    """Judge what is the same for every second of an entry."""
    if entry.kind is TimeKind.INTERNAL or consulting is None:
        return Verdict.INTERNAL
    if consulting.kind is ConsultingKind.TELEPHONE:
        return Verdict.BILLED  # 100 % of the minutes, defect or not (G12)
    if not consulting.is_released_at(entry.span.start):
        return Verdict.NO_LETTER if entry.origin is EntryOrigin.IMPORTED else Verdict.UNDECIDED
    if consulting.cause is Cause.DEFECT:
        return Verdict.DEFECT
    return Verdict.BILLED if consulting.is_decided else Verdict.UNDECIDED


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a statement: one ticket at one rate, or one reason not to bill (CON-4, CON-5)."""

    ticket: int
    verdict: Verdict
    rate: MinuteRate | None
    parts: tuple[Part, ...]
    minutes: int
    amount: Money

    @property
    def seconds(self) -> int:
        """The exact time of its parts."""
        return sum(part.span.seconds for part in self.parts)


def lines_of(parts: Iterable[Part], rule: RoundingRule) -> list[Line]:
    """Gather parts into lines, by ticket and rate, billed ones first."""
    gathered: dict[tuple[int, Verdict, MinuteRate | None], list[Part]] = {}
    for part in sorted(parts, key=lambda p: (p.span.start, p.span.end, p.entry.id)):
        key = (part.entry.ticket, part.verdict, part.rate)
        gathered.setdefault(key, []).append(part)
    lines = [_line(*key, parts, rule) for key, parts in gathered.items()]
    order = list(Verdict)
    return sorted(lines, key=lambda line: (order.index(line.verdict), line.ticket))


def _line(
    ticket: int,
    verdict: Verdict,
    rate: MinuteRate | None,
    parts: Sequence[Part],
    rule: RoundingRule,
) -> Line:
    minutes = rule.minutes(_by_entry(parts))
    is_billed = verdict is Verdict.BILLED and rate is not None
    amount = rate.of(minutes) if is_billed and rate is not None else Money()
    return Line(ticket, verdict, rate, tuple(parts), minutes, amount)


def _by_entry(parts: Sequence[Part]) -> list[int]:
    """Return the seconds of each entry in a line: one that is cut in it is still one entry."""
    seconds: dict[int, int] = {}
    for part in parts:
        seconds[part.entry.id] = seconds.get(part.entry.id, 0) + part.span.seconds
    return list(seconds.values())


@dataclass(frozen=True, slots=True)
class IssuedPart:
    """What an issued statement fixed of an entry, on which of its billed lines."""

    entry: int
    line: int
    seconds: int
    is_voided: bool = False


@dataclass(frozen=True, slots=True)
class CreditAmount:
    """What is given back for an entry on a line: minutes and amount, both more than zero or 0."""

    line: int
    minutes: int
    amount: Money


def credits_for(
    voided: int,
    issued: Sequence[IssuedPart],
    rates: Mapping[int, MinuteRate],
    rule: RoundingRule,
) -> list[CreditAmount]:
    """Return what voiding an entry gives back, by line, at the old rate and rounding (CON-7).

    A line falls from what it is to what it would have been without the entry, so that the statement
    and its credits together are the line without all that was voided. ``issued`` are the parts of
    the statement, those voided before marked; ``rule`` is the one it was issued by.
    """
    given = []
    for line in sorted({part.line for part in issued if part.entry == voided}):
        stands = [part for part in issued if part.line == line and not part.is_voided]
        rest = [part for part in stands if part.entry != voided]
        before, after = rule.minutes(_issued_seconds(stands)), rule.minutes(_issued_seconds(rest))
        rate = rates[line]
        given.append(CreditAmount(line, before - after, rate.of(before) - rate.of(after)))
    return given


def _issued_seconds(parts: Sequence[IssuedPart]) -> list[int]:
    seconds: dict[int, int] = {}
    for part in parts:
        seconds[part.entry] = seconds.get(part.entry, 0) + part.seconds
    return list(seconds.values())
