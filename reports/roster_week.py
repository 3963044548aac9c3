"""One week of the roster: seven days beside each other, a row for each plantão window."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Table

from app.domain.figures import RosterDay, RosterPost
from reports.styles import (
    ALARM,
    GRID,
    NOTHING,
    SMALL,
    SMALL_BOLD,
    SMALL_MUTED,
    TINT,
    VACANT,
    Command,
)
from reports.texts import LONGEST_NAME, cut, enumeration, lines, paragraph
from reports.words import HOLE, clock_change, short_day

_WINDOW_WIDTH = 62
_MOST_ON_LINES = 6
_LONGEST_NAMED_DAY = 90
Week = tuple[RosterDay | None, ...]


def band_of(week: Week, width: float) -> Flowable:
    """Return the table of a week, which keeps to one page wherever it can."""
    windows = sorted({post.window for day in week if day for post in day.posts})
    head = [paragraph("Plantão", SMALL_BOLD), *map(_head, week)]
    told = [0, *(column for column, day in enumerate(week, 1) if day)]
    marks: list[Command] = [("BACKGROUND", (column, 0), (column, 0), TINT) for column in told]
    for place, window in enumerate(windows, 1):
        marks += _hole_marks(week, window, place)
    if not windows:
        marks.append(("SPAN", (1, 1), (-1, 1)))
    table = Table(
        [head, *([_row(week, window) for window in windows] or [_nothing()])],
        [_WINDOW_WIDTH, *[(width - _WINDOW_WIDTH) / 7] * 7],
        style=[*GRID, *marks],
        repeatRows=1,
        splitInRow=1,
    )
    return KeepTogether([table])


def _row(week: Week, window: str) -> list[object]:
    posts = (_post_of(day, window) for day in week)
    return [paragraph(window, SMALL_BOLD), *map(_cell, week, posts)]


def _nothing() -> list[object]:
    return ["", paragraph("sem plantão nesta semana", NOTHING), *[""] * 6]


def _hole_marks(week: Week, window: str, place: int) -> Iterator[Command]:
    for column, day in enumerate(week, 1):
        post = _post_of(day, window)
        if post and post.is_hole:
            yield ("BOX", (column, place), (column, place), 1.6, ALARM)
            yield ("VALIGN", (column, place), (column, place), "MIDDLE")


def _post_of(day: RosterDay | None, window: str) -> RosterPost | None:
    return next((post for post in day.posts if post.window == window), None) if day else None


def _head(day: RosterDay | None) -> object:
    if day is None:
        return ""
    head = [paragraph(short_day(day.date), SMALL_BOLD)]
    head += [paragraph(cut(name, _LONGEST_NAMED_DAY), SMALL) for name in day.named]
    change = clock_change(day.date)
    return [*head, paragraph(change, SMALL_MUTED)] if change else head


def _cell(day: RosterDay | None, post: RosterPost | None) -> object:
    if day is None:
        return ""
    if post is None:
        return paragraph("–", NOTHING)
    return paragraph(HOLE, VACANT) if post.is_hole else _names(post)


def _names(post: RosterPost) -> Paragraph:
    names = [cut(name, LONGEST_NAME) + ("*" if name in post.swapped else "") for name in post.names]
    return lines(names, SMALL) if len(names) <= _MOST_ON_LINES else enumeration(names, SMALL)
