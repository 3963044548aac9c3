"""The figures of the printed calendar and roster, from what the page shows (rulebook §10)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from app.domain.clock import from_epoch, to_brasilia
from app.domain.day_layout import layout_of
from app.domain.figures import (
    CalendarFigures,
    PersonHours,
    RosterAbsence,
    RosterDay,
    RosterFigures,
    RosterPost,
    SheetDay,
    SheetWindow,
)
from app.domain.oferta_p import ItemKind, OfertaItem
from app.domain.roster import Conflict, Post
from app.domain.team_calendar import CalendarRevision, Holiday, Window
from app.services.calendar_spans import CalendarSpan, DayCard
from app.services.calendars import SOURCE_WORDS
from app.services.roster import RosterSpan

_ITEM_WORDS = {
    ItemKind.ENVIRONMENT: "Ambiente",
    ItemKind.UPDATE: "Atualização",
    ItemKind.BACKUP: "Cópia do banco",
}


def calendar_figures(span: CalendarSpan) -> CalendarFigures:
    """Return the figures of a team's calendar over some days."""
    days = tuple(_sheet_day(card) for card in span.days)
    return CalendarFigures(span.name, span.first, span.last, span.revision, days)


def roster_figures(
    span: RosterSpan, name: str, calendar: CalendarRevision, teams: Mapping[str, str]
) -> RosterFigures:
    """Return the figures of a team's roster; ``teams`` gives the names of teams by key."""
    dates = (span.first + timedelta(days=day) for day in range((span.last - span.first).days + 1))
    days = tuple(
        RosterDay(
            day,
            _named(layout_of(calendar, day).reasons),
            tuple(_post(post) for post in span.posts if post.day == day),
        )
        for day in dates
    )
    hours = tuple(PersonHours(person.name, s) for person, s in span.seconds.items())
    absences = tuple(
        RosterAbsence(absence.person.name, absence.first, absence.last, absence.reason)
        for absence in span.absences
    )
    doubles = tuple(_double(conflict, teams) for conflict in span.conflicts)
    return RosterFigures(name, span.first, span.last, days, hours, absences, doubles)


def _sheet_day(card: DayCard) -> SheetDay:
    names = {post.window: post.names for post in card.posts}
    windows = tuple(
        SheetWindow(window.label, window.plantao, names.get(window, ()))
        for window in card.layout.windows
    )
    items = tuple(_item(item) for item in card.items)
    counted = card.day.counted_seconds
    named = _named(card.layout.reasons)
    return SheetDay(card.date, windows, named, card.due_count, items, counted)


def _post(post: Post) -> RosterPost:
    swapped = tuple(duty.person.name for duty in post.on_duty if duty.swapped)
    return RosterPost(post.window.label, post.names, swapped)


def _named(reasons: Sequence[Holiday]) -> tuple[str, ...]:
    told = (f"{day.name} ({SOURCE_WORDS[day.source]})" for day in reasons)
    return tuple(dict.fromkeys(told))


def _item(item: OfertaItem) -> str:
    at = to_brasilia(from_epoch(item.due_at))
    until = "" if item.kind is ItemKind.ENVIRONMENT else f"{at:%H:%M} "
    words = " ".join(word for word in (_ITEM_WORDS[item.kind], item.title, item.client) if word)
    return f"{until}{words} ({item.why.partition(':')[0]})"


def _double(conflict: Conflict, teams: Mapping[str, str]) -> str:
    one, other = conflict.one, conflict.other
    where = " e ".join(
        f"{teams.get(duty.team, duty.team)} {Window(duty.start, duty.end).label}"
        for duty in (one, other)
    )
    return f"{one.person.name}, {one.day:%d/%m}: {where}"
