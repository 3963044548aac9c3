"""Long tables: broken by us, a page at a time, for ReportLab takes quadratic time over one.

Every page has the heading of its columns; a heading of a group is never left at the foot of a page,
nor a sum at the head of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, Table

from reports.styles import ALL, BOLD, INK, LINE, MUTED, REGULAR, TINT, Command
from reports.texts import printable

_SIZE, _LEADING = 7.0, 8.8
_ABOVE, _BELOW, _BESIDE = 2.0, 2.6, 3.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, its share of the width, and whether its texts lie at the right."""

    title: str
    share: float
    is_right: bool = False


class RowKind(Enum):
    """What a row is; a group tells what follows, a sum what came before."""

    DETAIL = "detail"
    GROUP = "group"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of a row; a group has one, over the whole width.

    A sum's first text reaches over the columns until the last ones, which are its figures.
    """

    cells: tuple[str, ...]
    kind: RowKind = RowKind.DETAIL


@dataclass(frozen=True, slots=True)
class _Set:
    """A row with its lines broken and its height known, in points."""

    row: Row
    cells: list[str]
    height: float


def long_table(
    columns: Sequence[Column], rows: Sequence[Row], body: tuple[float, float], used: float = 0
) -> list[Flowable]:
    """Return the pages of a table; ``used`` is the height already taken on the first, in points."""
    width, height = body
    widths = [width * column.share for column in columns]
    head = _set(Row(tuple(column.title for column in columns)), columns, widths, BOLD)
    placed = [_set(row, columns, widths, _font(row)) for row in rows]
    pages: list[Flowable] = []
    start, room = 0, height - used - head.height
    while start < len(placed) or not pages:
        end = _end_of_page(placed, start, room)
        if end == start and pages:
            end = start + 1  # a row of its own page, however high it is
        if end > start or not placed:
            pages.append(_page(columns, widths, [head, *placed[start:end]]))
        elif not pages:
            pages.append(_NextPage(height))
        start, room = end, height - head.height - 1
        if not placed:
            break
    return pages


class _NextPage(Flowable):
    """Takes what is left of a page, so that what follows begins on the next."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self._height = height

    def wrap(  # type: ignore[explicit-override]  # its mark comes with Python 3.12
        self, available_width: float, available_height: float
    ) -> tuple[float, float]:
        """Be as high as the room that is left."""
        return available_width, min(available_height, self._height)

    def draw(self) -> None:
        """Draw nothing."""


def _font(row: Row) -> str:
    return REGULAR if row.kind is RowKind.DETAIL else BOLD


def _set(row: Row, columns: Sequence[Column], widths: Sequence[float], font: str) -> _Set:
    if row.kind is RowKind.GROUP:
        room = [sum(widths)] + [0.0] * (len(columns) - 1)
        cells = [row.cells[0], *[""] * (len(columns) - 1)]
    elif row.kind is RowKind.SUM:
        figures = len(row.cells) - 1
        reach = sum(widths[: len(widths) - figures])
        room = [reach, *[0.0] * (len(columns) - figures - 1), *widths[len(widths) - figures :]]
        cells = [row.cells[0], *[""] * (len(columns) - len(row.cells)), *row.cells[1:]]
    else:
        room, cells = list(widths), list(row.cells)
    lines = [
        broken(text, font, _SIZE, width - 2 * _BESIDE)
        for text, width in zip(cells, room, strict=True)
    ]
    most = max(len(cell) for cell in lines)
    return _Set(row, ["\n".join(cell) for cell in lines], most * _LEADING + _ABOVE + _BELOW)


@lru_cache(maxsize=4096)
def broken(text: str, font: str, size: float, width: float) -> tuple[str, ...]:
    """Return a text in lines that fit a width in points; a word that is too long is cut in two."""
    text = printable(text)
    if not text or pdfmetrics.stringWidth(text, font, size) <= width:
        return (text,)
    lines: list[str] = []
    for line in simpleSplit(text, font, size, width):
        rest = line
        while pdfmetrics.stringWidth(rest, font, size) > width and len(rest) > 1:
            fits = _fitting(rest, font, size, width)
            lines.append(rest[:fits])
            rest = rest[fits:]
        lines.append(rest)
    return tuple(lines)


def _fitting(text: str, font: str, size: float, width: float) -> int:
    """Return how many signs of a text fit a width; one at least."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if pdfmetrics.stringWidth(text[:middle], font, size) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _end_of_page(rows: Sequence[_Set], start: int, room: float) -> int:
    """Return where a page ends: before the first row that does not fit, or a little earlier."""
    end = start
    while end < len(rows) and rows[end].height <= room:
        room -= rows[end].height
        end += 1
    if end == len(rows):
        return end
    wanted = end
    while end > start and _is_orphan(rows, end):
        end -= 1
    return end if end > start else wanted


def _is_orphan(rows: Sequence[_Set], end: int) -> bool:
    """Tell whether a page that ends here leaves a group or a sum alone."""
    return rows[end].row.kind is RowKind.SUM or rows[end - 1].row.kind is RowKind.GROUP


def _page(columns: Sequence[Column], widths: Sequence[float], rows: Sequence[_Set]) -> Table:
    style: list[Command] = [
        ("FONT", *ALL, REGULAR, _SIZE, _LEADING),
        ("TEXTCOLOR", *ALL, INK),
        ("VALIGN", *ALL, "TOP"),
        ("LEFTPADDING", *ALL, _BESIDE),
        ("RIGHTPADDING", *ALL, _BESIDE),
        ("TOPPADDING", *ALL, _ABOVE),
        ("BOTTOMPADDING", *ALL, _BELOW),
        ("LINEBELOW", *ALL, 0.3, LINE),
        ("FONT", (0, 0), (-1, 0), BOLD, _SIZE, _LEADING),
        ("BACKGROUND", (0, 0), (-1, 0), TINT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, INK),
    ]
    for place, column in enumerate(columns):
        if column.is_right:
            style.append(("ALIGN", (place, 0), (place, -1), "RIGHT"))
    for place, placed in enumerate(rows[1:], 1):
        style += _of_kind(placed.row, place, len(columns))
    heights = [row.height for row in rows]
    return Table([row.cells for row in rows], widths, heights, style=style, splitByRow=0)


def _of_kind(row: Row, place: int, columns: int) -> list[Command]:
    whole = (0, place), (-1, place)
    if row.kind is RowKind.DETAIL:
        return []
    bold: Command = ("FONT", *whole, BOLD, _SIZE, _LEADING)
    if row.kind is RowKind.GROUP:
        return [bold, ("SPAN", *whole), ("ALIGN", *whole, "LEFT")]
    last = columns - len(row.cells)
    label = (0, place), (last, place)
    return [bold, ("SPAN", *label), ("ALIGN", *label, "LEFT"), ("LINEBELOW", *whole, 0.7, MUTED)]


def height_of(parts: Sequence[Flowable], width: float) -> float:
    """Return how much of a page some parts take, in points."""
    return sum(part.wrap(width, 10_000)[1] for part in parts)
