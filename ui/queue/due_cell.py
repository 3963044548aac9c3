"""What the first column says: time left in working time, or what is waited for."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from app.domain.brasilia_days import DAY_SECONDS
from app.domain.clock import from_epoch
from app.domain.queue_view import QueueRow
from app.domain.ticket_events import Status
from app.domain.urgency import Nearness
from app.services.queue import QueueService
from ui.format import full_moment, moment, working_time
from ui.texts import QT_TRANSLATE_NOOP, translated

_ACCEPTANCE = QT_TRANSLATE_NOOP("DueCell", "aceite {days} d")
_WAITING = QT_TRANSLATE_NOOP("DueCell", "cliente {days} d")
_UNKNOWN = QT_TRANSLATE_NOOP("DueCell", "? sem prazo")
_CLOSED = QT_TRANSLATE_NOOP("DueCell", "encerrado")
_CLOSED_LATE = QT_TRANSLATE_NOOP("DueCell", "encerrado fora do prazo")
_DUE = QT_TRANSLATE_NOOP("DueCell", "Prazo: {due}")
_NO_DUE = QT_TRANSLATE_NOOP("DueCell", "Não há prazo calculado; veja a aba Prazo")
_STANDS = QT_TRANSLATE_NOOP("DueCell", "O relógio está parado; restam {left} úteis")
_LIMIT = QT_TRANSLATE_NOOP("DueCell", "Aceite até {limit}")
_SINCE = QT_TRANSLATE_NOOP("DueCell", "À espera do cliente desde {since}")
_RESUMES = QT_TRANSLATE_NOOP("DueCell", "Fora do horário: volta {opens}")
_LATE = QT_TRANSLATE_NOOP("DueCell", "Vencido")


class Tone(Enum):
    """How urgent a due cell looks; its text and mark say the same without colour."""

    CALM = auto()
    SOON = auto()
    LATE = auto()
    WAITING = auto()
    DONE = auto()


class DueCell(NamedTuple):
    """The text of a due cell, how it looks, and whether the ticket bears the mark of lateness."""

    text: str
    tone: Tone
    is_late: bool


def _say(text: str, **values: object) -> str:
    return translated("DueCell", text).format(**values)


def due_cell(queue: QueueService, row: QueueRow, now: int) -> DueCell:
    """Return what a row's first column says at an instant (epoch seconds)."""
    late = row.is_overdue(now)
    if row.status is Status.CLOSED:
        return DueCell(_say(_CLOSED), Tone.DONE, late)
    if row.status is Status.AWAITING_ACCEPTANCE and row.acceptance_limit is not None:
        days = max(0, (row.acceptance_limit - now) // DAY_SECONDS)
        return DueCell(_say(_ACCEPTANCE, days=days), Tone.WAITING, late)
    if row.status is Status.PENDING_CLIENT:
        days = max(0, (now - row.status_since) // DAY_SECONDS)
        return DueCell(_say(_WAITING, days=days), Tone.WAITING, late)
    left = queue.remaining(row, now)
    if left is None:
        return DueCell(_say(_UNKNOWN), Tone.LATE, is_late=False)
    tone = Tone.LATE if late else _tone(queue.nearness(row, now))
    text = working_time(min(left, -1) if late and left >= 0 else left)
    return DueCell(text, tone, late)


def _tone(nearness: Nearness) -> Tone:
    if nearness is Nearness.LATE:
        return Tone.LATE
    return Tone.SOON if nearness in (Nearness.SOON, Nearness.VERY_SOON) else Tone.CALM


def due_tooltip(queue: QueueService, row: QueueRow, now: int) -> str:
    """Return the due instant and what else there is to know of a row's clock."""
    at = from_epoch(now)
    lines = []
    if row.due_at is not None:
        lines.append(_say(_DUE, due=full_moment(from_epoch(row.due_at))))
    elif not row.waits_for_client:
        lines.append(_say(_NO_DUE))
    if row.is_overdue(now):
        lines.append(_say(_CLOSED_LATE) if row.status is Status.CLOSED else _say(_LATE))
    if row.waits_for_client and row.remaining_seconds is not None:
        lines.append(_say(_STANDS, left=working_time(row.remaining_seconds)))
    if row.acceptance_limit is not None and row.status is Status.AWAITING_ACCEPTANCE:
        lines.append(_say(_LIMIT, limit=moment(from_epoch(row.acceptance_limit), at)))
    if row.status is Status.PENDING_CLIENT:
        lines.append(_say(_SINCE, since=moment(from_epoch(row.status_since), at)))
    opens = queue.resumes_at(row, now)
    if opens is not None and row.status is not Status.CLOSED:
        lines.append(_say(_RESUMES, opens=moment(from_epoch(opens), at)))
    return "\n".join(lines)
