"""The blocks of a week: its days, their windows with who is on duty, what falls due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from app.domain.brasilia_days import parts_of
from app.domain.oferta_p import ItemKind, ItemState
from app.domain.roster import Post
from app.domain.team_calendar import MINUTES_PER_DAY, Window
from app.services.calendar_spans import CalendarSpan, DayCard
from ui.calendar.blocks import Block, BlockKind
from ui.calendar.words import (
    CLOSED,
    NOT_COUNTED,
    clock_change,
    day_heading,
    due_text,
    item_text,
    post_lines,
    reasons,
    say,
    spoken_day,
    window_text,
)
from ui.desk_words import GLYPHS, holiday_text
from ui.format import day as day_text
from ui.format import full_day

_SLOT_MINUTES = 30
_MORNING = 7 * 60
_MOST_IN_TOOLTIP = 12


def week_blocks(span: CalendarSpan, now: int) -> tuple[Block, ...]:
    """Return the blocks of a span, day by day, each day's in the order of time."""
    return tuple(
        block for place, card in enumerate(span.days) for block in _of_day(span, place, card, now)
    )


def _of_day(span: CalendarSpan, place: int, card: DayCard, now: int) -> Iterator[Block]:
    yield _heading(span, place, card)
    posts = {post.window: post for post in card.posts}
    timed = [_window(span, place, card, window, posts) for window in card.layout.windows]
    timed += _strays(span, place, card)
    timed += _due(span, place, card, now)
    timed += _items(span, place, card, now)
    yield from sorted(timed, key=lambda block: (block.start, block.kind.value))


def _heading(span: CalendarSpan, place: int, card: DayCard) -> Block:
    named = reasons(card.layout.reasons)
    lines = [holiday_text(known) for known in named]
    change = clock_change(card.date)
    if change:
        lines.append(change)
    if not card.layout.windows:
        lines.append(say(CLOSED))
    detail = "\n".join((day_heading(card), *lines[len(named) :]))
    return Block(
        BlockKind.DAY,
        place,
        0,
        0,
        day_text(card.date),
        detail,
        spoken_day(card),
        card.date,
        span.team,
        tuple(lines),
        is_dim=not card.layout.windows,
    )


def _window(
    span: CalendarSpan, place: int, card: DayCard, window: Window, posts: dict[Window, Post]
) -> Block:
    post = posts.get(window)
    counts = card.layout.counts_plantao or not window.plantao
    lines = [] if post is None else list(post_lines(post))
    extra = [] if counts else [say(NOT_COUNTED)]
    detail = "\n".join((day_heading(card), window_text(window), *lines, *extra))
    kind = BlockKind.NORMAL
    if post is not None:
        kind = BlockKind.HOLE if post.is_hole else BlockKind.PLANTAO
    return Block(
        kind,
        place,
        window.start,
        window.end,
        window.label,
        detail,
        ", ".join((full_day(card.date), window_text(window), *lines, *extra)),
        card.date,
        span.team,
        tuple(lines),
        post=post,
        is_dim=not counts,
    )


def _strays(span: CalendarSpan, place: int, card: DayCard) -> Iterator[Block]:
    for stray in card.strays:
        label = f"{Window(stray.start, stray.end).label} {stray.person.name}"
        yield Block(
            BlockKind.STRAY,
            place,
            stray.start,
            stray.end,
            stray.person.name,
            label,
            f"{full_day(card.date)}, {label}",
            card.date,
            span.team,
        )


def _due(span: CalendarSpan, place: int, card: DayCard, now: int) -> Iterator[Block]:
    """Give a block per half hour in which tickets fall due; the first of them are named."""

    def slot(due_at: int) -> int:
        return _minute_before(card.date, due_at) // _SLOT_MINUTES

    for key, group in groupby(card.due_at, slot):
        instants = tuple(group)
        markers = [marker for marker in card.due if slot(marker.due_at) == key]
        known = [marker.severity for marker in markers if marker.severity is not None]
        glyph = GLYPHS[min(known, key=lambda severity: severity.rank)] if known else ""
        shown = [due_text(marker) for marker in markers[:_MOST_IN_TOOLTIP]]
        if len(instants) > len(shown):
            shown.append(f"+ {len(instants) - len(shown)}")
        short = f"{glyph} {len(instants)}".strip()
        is_one = len(instants) == len(markers) == 1
        single = f"{markers[0].number:08d}" if is_one else str(len(instants))
        yield Block(
            BlockKind.DUE,
            place,
            key * _SLOT_MINUTES,
            min((key + 1) * _SLOT_MINUTES, MINUTES_PER_DAY),
            f"{glyph} {single}".strip(),
            "\n".join(shown),
            f"{full_day(card.date)}, {'; '.join(shown)}",
            card.date,
            span.team,
            (short,),
            tickets=tuple(marker.number for marker in markers),
            is_late=instants[0] < now,
        )


def _items(span: CalendarSpan, place: int, card: DayCard, now: int) -> Iterator[Block]:
    for item in card.items:
        is_done = item.state is ItemState.DONE
        # What may be done until the day is over stands where the day's work begins.
        is_of_the_day = item.kind is ItemKind.ENVIRONMENT
        minute = _MORNING if is_of_the_day else _minute_before(card.date, item.due_at + 1)
        text = f"✓ {item_text(item)}" if is_done else item_text(item)
        yield Block(
            BlockKind.ITEM,
            place,
            minute,
            min(minute + _SLOT_MINUTES, MINUTES_PER_DAY),
            text,
            f"{text}\n{item.why}",
            f"{full_day(card.date)}, {text}, {item.why}",
            card.date,
            span.team,
            item=0 if is_done else item.id,
            is_dim=is_done,
            is_late=item.is_late(now),
        )


def _minute_before(day: date, epoch: int) -> int:
    """Return the wall minute of the second before an instant, on the day it belongs to."""
    second = epoch - 1
    parts = parts_of(day)
    part = next((part for part in parts if part.start <= second < part.end), parts[-1])
    return min(max((second - part.midnight) // 60, 0), MINUTES_PER_DAY - 1)


def skipped_minutes(day: date) -> tuple[int, int] | None:
    """Return the wall minutes that a day's clocks never showed; none for nearly all (CAL-6)."""
    parts, shown = parts_of(day), 0
    for part in parts:
        begins, ends = (part.start - part.midnight) // 60, (part.end - part.midnight) // 60
        if begins > shown:
            return shown, begins
        shown = ends
    return None


def hours_of(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return the hours that the axis spans: 7 to 19, wider where there is something."""
    timed = [block for block in blocks if block.end > block.start]
    first = min((block.start // 60 for block in timed), default=7)
    last = max((-(-block.end // 60) for block in timed), default=19)
    return min(first, 7), max(last, 19)
