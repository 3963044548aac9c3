"""The blocks of a month: a cell a day with its named days, its load and what Oferta P owes."""

from __future__ import annotations

from app.services.calendar_spans import CalendarSpan, DayCard
from ui.calendar.blocks import Block, BlockKind
from ui.calendar.words import (
    CLOSED,
    clock_change,
    day_heading,
    due_text,
    item_text,
    post_lines,
    reasons,
    say,
    spoken_day,
)
from ui.desk_words import holiday_text
from ui.format import count
from ui.texts import QT_TRANSLATE_NOOP

_DUE = QT_TRANSLATE_NOOP("Calendar", "{count} vencem")
_ONE_DUE = QT_TRANSLATE_NOOP("Calendar", "1 vence")
_HOLES = QT_TRANSLATE_NOOP("Calendar", "{count} plantões vagos")
_ONE_HOLE = QT_TRANSLATE_NOOP("Calendar", "1 plantão vago")
_MOST_IN_TOOLTIP = 10


def due_count(number: int) -> str:
    """Say how many tickets fall due; empty for none."""
    if not number:
        return ""
    return say(_ONE_DUE) if number == 1 else say(_DUE).format(count=count(number))


def hole_count(number: int) -> str:
    """Say how many plantão windows nobody holds; empty for none."""
    if not number:
        return ""
    return say(_ONE_HOLE) if number == 1 else say(_HOLES).format(count=count(number))


def month_blocks(span: CalendarSpan, month: int, now: int) -> tuple[Block, ...]:
    """Return a cell for each day of a span; those of other months are dim."""
    heaviest = max((card.due_count for card in span.days), default=0)
    return tuple(
        _cell(span, place, card, month, heaviest, now) for place, card in enumerate(span.days)
    )


def _cell(  # what a cell is made of
    span: CalendarSpan, place: int, card: DayCard, month: int, heaviest: int, now: int
) -> Block:
    holes = sum(post.is_hole for post in card.posts)
    named = [holiday_text(known) for known in reasons(card.layout.reasons)]
    change = clock_change(card.date)
    items = [item_text(item) for item in card.items]
    facts = [fact for fact in (due_count(card.due_count), hole_count(holes)) if fact]
    closed = [] if card.layout.windows else [say(CLOSED)]
    names = sorted({name.partition(" ")[0] for post in card.posts for name in post.names})
    lines = (*(f"✱ {name}" for name in named), *([change] if change else []), *items)
    shown = [due_text(marker) for marker in card.due[:_MOST_IN_TOOLTIP]]
    posts = [f"{p.window.label} {', '.join(post_lines(p))}" for p in card.posts]
    return Block(
        BlockKind.CELL,
        place,
        0,
        0,
        str(card.date.day),
        "\n".join((day_heading(card), *closed, *posts, *items, *shown)),
        ", ".join((spoken_day(card), *facts, *names, *items)),
        card.date,
        span.team,
        (*lines, *facts, *([" · ".join(names)] if names else [])),
        tickets=tuple(marker.number for marker in card.due),
        weight=card.due_count / heaviest if heaviest else 0.0,
        is_dim=card.date.month != month,
        is_late=any(item.is_late(now) for item in card.items),
    )
