"""What a calendar view paints: blocks with their place in time, their text and what they open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from app.domain.roster import Post


class BlockKind(Enum):
    """What a block is; it decides how it is painted and what Enter does."""

    DAY = auto()
    NORMAL = auto()
    PLANTAO = auto()
    HOLE = auto()
    STRAY = auto()
    DUE = auto()
    ITEM = auto()
    CELL = auto()
    TEAM = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One thing on a calendar.

    ``place`` is the day, the cell or the row; ``start`` and ``end`` are wall minutes of its day.
    ``text`` is painted, ``detail`` is the tooltip, ``spoken`` the name for who hears the screen.
    ``weight`` is how much of the heaviest load a cell bears, from 0 to 1.
    """

    kind: BlockKind
    place: int
    start: int
    end: int
    text: str
    detail: str
    spoken: str
    day: date
    team: str
    lines: tuple[str, ...] = ()
    tickets: tuple[int, ...] = ()
    post: Post | None = None
    item: int = 0
    weight: float = 0.0
    is_dim: bool = False
    is_late: bool = False
