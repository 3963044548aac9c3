"""News of the tickets of whoever sits here: warnings, and what clients and colleagues did."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.storage import news

MOST = 200
_TELLS = frozenset(
    {
        EventKind.WARNED,
        EventKind.CLIENT_ANSWERED,
        EventKind.CLIENT_WROTE,
        EventKind.REFUSED,
        EventKind.ACCEPTED,
        EventKind.ASSIGNED,
        EventKind.OWNER_SET,
        EventKind.BACK_TO_SUPPORT,
    }
)


@dataclass(frozen=True, slots=True)
class News:
    """One thing that happened to a ticket of one's own; ``level`` is a warning's (SLA-9)."""

    number: int
    summary: str
    kind: EventKind
    level: str = ""
    is_late: bool = False


class NewsService:
    """Tells what happened since it was asked last; the past is no news."""

    def __init__(self, desk: Desk) -> None:
        """Begin with what happens after the first ``take``."""
        self._desk = desk
        self._seen: int | None = None

    def take(self) -> list[News]:
        """Return what others did to the tickets of whoever sits here, the oldest first.

        The first time there is no news yet.
        """
        person, seen = self._desk.person, self._seen
        hidden = None if self._desk.may(Right.OMBUDSMAN) else OMBUDSMAN
        with self._desk.database.read() as connection:
            self._seen = news.newest(connection)
            rows = (
                []
                if person is None or seen is None or self._seen <= seen
                else news.since(connection, seen, person, _TELLS, MOST, but_team=hidden)
            )
        return [
            News(
                row.number,
                row.summary,
                row.kind,
                str(row.payload.get("level", "")),
                row.payload.get("notice") == "breach",
            )
            for row in rows
        ]
