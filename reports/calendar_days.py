"""A few days of a calendar: one below the other, each window with who is on duty in it."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer, Table

from app.domain.figures import CalendarFigures, SheetDay, SheetWindow
from reports.styles import (
    BARE,
    BODY,
    BODY_ALARM,
    BODY_BOLD,
    BODY_RIGHT,
    GRID,
    MUTED,
    SMALL_MUTED,
    TINT,
    Command,
)
from reports.texts import cut, enumeration, paragraph
from reports.words import CLOSED, HOLE, NORMAL, PLANTAO, clock_change, counted, hours, short_day

_COLUMNS = ("Dia", "Janelas e quem está de plantão", "Vencimentos e itens", "No prazo")
_SHARES = (0.19, 0.43, 0.27, 0.11)
_LABEL_WIDTH, _KIND_WIDTH = 59, 62
_LONGEST_LINE = 200
_LEGEND = (
    f"Em cinza, o plantão. {HOLE}: ninguém de plantão. No prazo: o tempo do dia que conta nele."
)


def day_list(figures: CalendarFigures, totals: str, body: tuple[float, float]) -> list[Flowable]:
    """Return the list, with a row for each day."""
    widths = [body[0] * share for share in _SHARES]
    marks: list[Command] = [
        ("BACKGROUND", (0, 0), (-1, 0), TINT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.7, MUTED),
    ]
    flush: list[Command] = [  # the windows are a table of their own
        (f"{side}PADDING", (1, 1), (1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")
    ]
    table = Table(
        [
            [paragraph(name, BODY_BOLD) for name in _COLUMNS],
            *(_row(day, widths[1]) for day in figures.days),
        ],
        widths,
        style=[*GRID, *marks, *flush],
        repeatRows=1,
        splitInRow=1,
    )
    return [paragraph(totals, BODY), paragraph(_LEGEND, SMALL_MUTED), Spacer(0, 4), table]


def _row(day: SheetDay, width: float) -> list[object]:
    counts = hours(day.counted_seconds) if day.counted_seconds else "–"
    return [_day(day), _windows(day, width), _happens(day), paragraph(counts, BODY_RIGHT)]


def _day(day: SheetDay) -> list[Flowable]:
    lines: list[Flowable] = [paragraph(short_day(day.date), BODY_BOLD)]
    lines += [paragraph(cut(name, _LONGEST_LINE), BODY) for name in day.named]
    if change := clock_change(day.date):
        lines.append(paragraph(change, SMALL_MUTED))
    return lines


def _windows(day: SheetDay, width: float) -> Table:
    rows = [_window(window) for window in day.windows] or [[paragraph(CLOSED, BODY), "", ""]]
    tinted: list[Command] = [
        ("BACKGROUND", (0, place), (-1, place), TINT)
        for place, window in enumerate(day.windows)
        if window.is_plantao
    ]
    widths = [_LABEL_WIDTH, _KIND_WIDTH, width - _LABEL_WIDTH - _KIND_WIDTH]
    return Table(rows, widths, style=[*BARE, *tinted], splitInRow=1)


def _window(window: SheetWindow) -> list[object]:
    kind = PLANTAO if window.is_plantao else NORMAL
    who = paragraph(HOLE, BODY_ALARM) if window.is_hole else enumeration(window.names, BODY)
    return [paragraph(window.label, BODY), paragraph(kind, BODY), who]


def _happens(day: SheetDay) -> list[Flowable]:
    lines: list[Flowable] = [paragraph(cut(item, _LONGEST_LINE), BODY) for item in day.items]
    if day.due_count:
        due = counted(day.due_count, "chamado vence", "chamados vencem")
        lines.insert(0, paragraph(due, BODY_BOLD))
    return lines
