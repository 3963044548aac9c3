"""Reading "as it stood at": a date of Brasília, with or without a time, into an instant."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.clock import parse_instant, to_epoch, wall_to_instant
from app.domain.errors import InvalidInput

_WALL = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_END_OF_DAY = (23, 59, 59)


def read_until(text: str) -> int | None:
    """Return the instant meant, in epoch seconds; none for an empty text.

    A date without a time means the whole of that day. An ISO 8601 instant with its offset is read
    too. Raises ``InvalidInput`` for anything else, and for an hour that never was (CAL-6).
    """
    typed = text.strip()
    if not typed:
        return None
    wall = _WALL.fullmatch(typed)
    if wall is None:
        return _read_iso(typed)
    day, month, year, *time = wall.groups()
    hour, minute, second = _END_OF_DAY if time[0] is None else (int(part or 0) for part in time)
    try:
        local = datetime(int(year), int(month), int(day), hour, minute, second)  # noqa: DTZ001
    except ValueError as error:
        raise InvalidInput(
            QCoreApplication.translate("ImportUntil", "Esta data não existe no calendário.")
        ) from error
    return to_epoch(wall_to_instant(local))


def _read_iso(typed: str) -> int:
    try:
        return to_epoch(parse_instant(typed))
    except InvalidInput as error:
        raise InvalidInput(
            QCoreApplication.translate(
                "ImportUntil", "Escreva dia e hora como 01/03/2013 14:00, ou deixe vazio."
            )
        ) from error
