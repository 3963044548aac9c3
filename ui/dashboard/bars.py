"""What a chart shows, as data: bars, their parts, and the tickets behind each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.dashboard import Behind


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar; ``told`` is its value in words. ``token`` names its colour."""

    name: str
    value: float
    told: str
    token: str
    behind: Behind | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, its parts, and what is written at its end."""

    label: str
    parts: tuple[Part, ...]
    told: str = ""

    @property
    def total(self) -> float:
        """How long the whole bar is."""
        return sum(part.value for part in self.parts)


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart: bars that lie, or columns that stand with their parts beside each other."""

    title: str
    bars: tuple[Bar, ...] = ()
    empty: str = ""
    are_columns: bool = False

    def legend(self) -> list[tuple[str, str]]:
        """Return name and colour of each part; nothing where there is one kind only."""
        known = {part.name: part.token for bar in self.bars for part in bar.parts}
        return list(known.items()) if len(known) > 1 else []

    def spots(self) -> Iterator[tuple[Bar, Part]]:
        """Give every part that has tickets behind it, in reading order."""
        for bar in self.bars:
            for part in bar.parts:
                if part.behind is not None and part.value > 0:
                    yield bar, part
