"""One day in the grid of weeks: its windows in short, and what happens on it."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.platypus import Flowable, Paragraph

from app.domain.figures import SheetDay, SheetWindow
from reports.day_line import DayLine
from reports.styles import ON_DUTY, SMALL, SMALL_ALARM, SMALL_BOLD, SMALL_MUTED
from reports.texts import cut, paragraph
from reports.words import CLOSED, PLANTAO, clock_change, counted, hours

_MOST_NAMED, _MOST_ITEMS = 5, 6
_LONGEST_NAMED, _LONGEST_LINE = 80, 60
_LONGEST_WINDOWS = 110


def cell_of(day: SheetDay, date_words: str) -> list[Flowable]:
    """Return the lines of a day below its date, beside which stands what counts on it."""
    remark = hours(day.counted_seconds) if day.counted_seconds else ""
    cell: list[Flowable] = [DayLine(date_words, remark)]
    cell += _some(day.named, _MOST_NAMED, _LONGEST_NAMED, bold=True)
    if change := clock_change(day.date):
        cell.append(paragraph(change, SMALL_MUTED))
    cell += _windows(day.windows)
    if holes := sum(window.is_hole for window in day.windows):
        cell.append(paragraph(counted(holes, "plantão vago", "plantões vagos"), SMALL_ALARM))
    if day.due_count:
        due = counted(day.due_count, "chamado vence", "chamados vencem")
        cell.append(paragraph(due, SMALL_BOLD))
    return [*cell, *_some(day.items, _MOST_ITEMS, _LONGEST_LINE)]


def joined(labels: Iterable[str]) -> str:
    """Write windows in short: those that follow each other at once are one stretch."""
    stretches: list[tuple[str, str]] = []
    for label in labels:
        start, _dash, end = label.partition("-")
        if stretches and stretches[-1][1] == start:
            start = stretches.pop()[0]
        stretches.append((start, end))
    return ", ".join(f"{start}-{end}" for start, end in stretches)


def _windows(windows: tuple[SheetWindow, ...]) -> list[Paragraph]:
    if not windows:
        return [paragraph(CLOSED, SMALL_MUTED)]
    whole = cut(joined(window.label for window in windows), _LONGEST_WINDOWS)
    on_duty = joined(window.label for window in windows if window.is_plantao)
    if not on_duty:
        return [paragraph(whole, SMALL)]
    on_duty = cut(on_duty, _LONGEST_WINDOWS)
    if all(window.is_plantao for window in windows):
        return [paragraph(f"só {PLANTAO} {on_duty}", ON_DUTY)]
    return [paragraph(whole, SMALL), paragraph(f"{PLANTAO} {on_duty}", ON_DUTY)]


def _some(
    texts: tuple[str, ...], most: int, longest: int, *, bold: bool = False
) -> list[Paragraph]:
    """Set the first of some texts; how many more there are is told."""
    style = SMALL_BOLD if bold else SMALL
    shown = [paragraph(cut(text, longest), style) for text in texts[:most]]
    if len(texts) > most:
        shown.append(paragraph(f"e mais {len(texts) - most}", SMALL_MUTED))
    return shown
