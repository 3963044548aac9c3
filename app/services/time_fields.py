"""Minutes as they are typed: day, times, activity, reason; each checked at its field (CON-4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from app.domain.clock import BRASILIA, read_day, to_epoch, wall_to_instant
from app.domain.errors import InvalidInput
from app.domain.time_entries import Activity, Span, TimeKind

LONGEST_DESCRIPTION = 2000


def read_span(typed: Mapping[str, str]) -> Span:
    """Read the stretch that was typed; ``InvalidInput`` names the field."""
    try:
        day = read_day(typed.get("day", "").strip())
    except InvalidInput as error:
        raise InvalidInput(error.reason, field="day") from error
    start = _instant(day, typed.get("start", ""), "start")
    end = _instant(day, typed.get("end", ""), "end")
    if end < start:
        end = _instant(day + timedelta(days=1), typed.get("end", ""), "end")
    return Span(start, end)


def _instant(day: date, typed: str, field: str) -> int:
    text = typed.strip()
    if text == "24:00":
        day, text = day + timedelta(days=1), "00:00"
    try:
        clock = time.fromisoformat(text if ":" in text else "")
        return to_epoch(wall_to_instant(datetime.combine(day, clock), BRASILIA))
    except ValueError as error:
        raise InvalidInput("CON-4: escreva o horário como 14:30", field=field) from error
    except InvalidInput as error:
        raise InvalidInput(error.reason, field=field) from error


def read_nature(typed: Mapping[str, str]) -> tuple[Activity, TimeKind]:
    """Read activity and kind; for the client where nothing is said."""
    try:
        activity = Activity(typed.get("activity", "") or Activity.ANALYSIS.value)
    except ValueError as error:
        raise InvalidInput("CON-4: escolha a atividade", field="activity") from error
    try:
        return activity, TimeKind(typed.get("kind", "") or TimeKind.CLIENT.value)
    except ValueError as error:
        raise InvalidInput(
            "CON-4: diga se o tempo é do cliente ou interno", field="kind"
        ) from error


def read_ticket(typed: Mapping[str, str]) -> int:
    """Read the number of a ticket (TKT-1)."""
    text = typed.get("ticket", "").strip()
    if text.isascii() and text.isdigit() and len(text) <= 8:
        return int(text)
    raise InvalidInput("CON-4: diga o número do chamado, de oito dígitos", field="ticket")


def read_description(typed: Mapping[str, str]) -> str:
    """Read what was done."""
    text = typed.get("description", "").strip()
    if len(text) > LONGEST_DESCRIPTION:
        raise InvalidInput(f"CON-4: no máximo {LONGEST_DESCRIPTION} letras", field="description")
    return text


def read_reason(typed: Mapping[str, str]) -> str:
    """Read why; it is never left out."""
    reason = typed.get("reason", "").strip()
    if not reason:
        raise InvalidInput("CON-4: escreva o motivo", field="reason")
    return reason
