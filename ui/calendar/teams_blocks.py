"""The blocks of all teams on one day: a row a team, on a common axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.domain.clock import from_epoch, local_date
from app.services.calendar_spans import TeamNow, TeamRow
from ui.calendar.blocks import Block, BlockKind
from ui.calendar.words import (
    CLOSED,
    NOT_COUNTED,
    day_heading,
    post_lines,
    reasons,
    say,
    window_text,
)
from ui.desk_words import holiday_text
from ui.format import moment
from ui.texts import QT_TRANSLATE_NOOP

_OPEN = QT_TRANSLATE_NOOP("Calendar", "aberta até {time}")
_ON_DUTY = QT_TRANSLATE_NOOP("Calendar", "em plantão até {time}")
_ALWAYS = QT_TRANSLATE_NOOP("Calendar", "aberta sempre")
_SHUT = QT_TRANSLATE_NOOP("Calendar", "fechada; abre {time}")
_NEVER = QT_TRANSLATE_NOOP("Calendar", "fechada")


def state_text(now: TeamNow, at: int) -> str:
    """Say whether a team is open, and when that changes."""
    if now.next_change is None:
        return say(_ALWAYS if now.is_open else _NEVER)
    time = moment(from_epoch(now.next_change.at), from_epoch(at))
    if not now.is_open:
        return say(_SHUT).format(time=time)
    return say(_ON_DUTY if now.is_plantao else _OPEN).format(time=time)


def teams_blocks(rows: Sequence[TeamRow], now: int) -> tuple[Block, ...]:
    """Return the blocks of each team, its name first."""
    return tuple(block for place, row in enumerate(rows) for block in _row(place, row, now))


def _row(place: int, row: TeamRow, now: int) -> Iterator[Block]:
    when: date = row.card.date
    named = [holiday_text(known) for known in reasons(row.card.layout.reasons)]
    is_today = when == local_date(from_epoch(now))
    lines = [state_text(row.now, now)] if is_today else []
    lines += named
    if not row.card.layout.windows:
        lines.append(say(CLOSED))
    yield Block(
        BlockKind.TEAM,
        place,
        0,
        0,
        row.name,
        "\n".join((row.name, day_heading(row.card), *lines)),
        ", ".join((row.name, *lines)),
        when,
        row.team,
        tuple(lines),
        is_dim=not (is_today and row.now.is_open),
    )
    posts = {post.window: post for post in row.card.posts}
    for window in row.card.layout.windows:
        post = posts.get(window)
        kind = BlockKind.NORMAL
        if post is not None:
            kind = BlockKind.HOLE if post.is_hole else BlockKind.PLANTAO
        texts = () if post is None else post_lines(post)
        counts = row.card.layout.counts_plantao or not window.plantao
        extra = () if counts else (say(NOT_COUNTED),)
        yield Block(
            kind,
            place,
            window.start,
            window.end,
            window.label,
            "\n".join((row.name, window_text(window), *texts, *extra)),
            ", ".join((row.name, window_text(window), *texts, *extra)),
            when,
            row.team,
            texts,
            post=post,
            is_dim=not counts,
        )
