"""The directory of service areas as it is searched: with who is open now (TKT-7)."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.clock import to_epoch
from app.domain.directory import ServiceArea
from app.domain.errors import BancadaError
from app.services.catalog import service_areas
from app.services.desk import Desk
from app.storage.search_text import fold


@dataclass(frozen=True, slots=True)
class FoundArea:
    """An area, its team's name, whether somebody answers now, and when they do next if not."""

    area: ServiceArea
    team: str
    is_open: bool
    opens_at: int | None


class DirectoryService:
    """Finds where a caller belongs."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def find(self, asked: str) -> tuple[FoundArea, ...]:
        """Return the areas that have every word typed, accents folded; all for nothing typed."""
        words = fold(asked).split()
        found = []
        for area in service_areas():
            team = self._desk.book.team(area.team)
            text = fold(" ".join((area.name, team.name, area.phone, area.path, area.notes)))
            if all(word in text for word in words):
                found.append(self._found(area, team.name))
        return tuple(found)

    def _found(self, area: ServiceArea, team: str) -> FoundArea:
        now = to_epoch(self._desk.clock.now())
        time = self._desk.book.calendar_of(area.team)
        try:
            opens = time.next_counted(now)
        except BancadaError:  # a calendar without a window ahead
            return FoundArea(area, team, is_open=False, opens_at=None)
        return FoundArea(area, team, is_open=opens <= now, opens_at=opens if opens > now else None)
