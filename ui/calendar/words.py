"""How the calendar says days, windows, posts and deadlines: shared by views and dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.domain.brasilia_days import DAY_SECONDS, day_span
from app.domain.clock import from_epoch
from app.domain.oferta_p import ItemKind, OfertaItem
from app.domain.roster import Post
from app.domain.team_calendar import Holiday, Window
from app.services.calendar_spans import DayCard, DueMarker
from ui.desk_words import holiday_text, severity_text
from ui.format import clock_time, day, full_day
from ui.texts import QT_TRANSLATE_NOOP, translated

_ITEMS = {
    ItemKind.ENVIRONMENT: QT_TRANSLATE_NOOP("Calendar", "Ambiente"),
    ItemKind.UPDATE: QT_TRANSLATE_NOOP("Calendar", "Atualização"),
    ItemKind.BACKUP: QT_TRANSLATE_NOOP("Calendar", "Cópia do banco"),
}
NORMAL = QT_TRANSLATE_NOOP("Calendar", "atendimento")
PLANTAO = QT_TRANSLATE_NOOP("Calendar", "plantão")
HOLE = QT_TRANSLATE_NOOP("Calendar", "vago")
CLOSED = QT_TRANSLATE_NOOP("Calendar", "fechado")
NOT_COUNTED = QT_TRANSLATE_NOOP("Calendar", "não conta no prazo")
AWAY = QT_TRANSLATE_NOOP("Calendar", "{name} está ausente")
SWAPPED = QT_TRANSLATE_NOOP("Calendar", "troca: {words}")
SHORT_DAY = QT_TRANSLATE_NOOP("Calendar", "dia de 23 horas: o relógio foi adiantado")
LONG_DAY = QT_TRANSLATE_NOOP("Calendar", "dia de 25 horas: o relógio foi atrasado")


def say(text: str) -> str:
    """Return a text of the calendar in the language of the screens."""
    return translated("Calendar", text)


def item_text(item: OfertaItem) -> str:
    """Say what Oferta P owes."""
    words = (say(_ITEMS[item.kind]), item.title, item.client)
    return " · ".join(word for word in words if word)


def due_text(marker: DueMarker) -> str:
    """Say a ticket that falls due."""
    severity = "" if marker.severity is None else severity_text(marker.severity)
    time = end_text(marker.due_at)
    parts = (time, f"{marker.number:08d}", severity, marker.client, marker.summary)
    return " · ".join(part for part in parts if part)


def end_text(epoch: int) -> str:
    """Write the time of an end: midnight is 24:00 of the day that ends (CAL-6)."""
    text = clock_time(from_epoch(epoch))
    return "24:00" if text == "00:00" else text


def window_text(window: Window) -> str:
    """Say a window with its kind."""
    return f"{window.label} {say(PLANTAO if window.plantao else NORMAL)}"


def post_lines(post: Post) -> tuple[str, ...]:
    """Say who is on duty in a window, or that nobody is, and who is away."""
    names = [
        duty.person.name + (f" ({say(SWAPPED).format(words=duty.swapped)})" if duty.swapped else "")
        for duty in post.on_duty
    ] or [say(HOLE)]
    return (*names, *(say(AWAY).format(name=duty.person.name) for duty in post.away))


def day_heading(card: DayCard, today: date | None = None) -> str:
    """Say a day with its named days, as a heading."""
    return " · ".join((day(card.date, today), *map(holiday_text, reasons(card.layout.reasons))))


def reasons(named: Sequence[Holiday]) -> tuple[Holiday, ...]:
    """Return named days, each once: two rules may name the same day alike."""
    return tuple(dict.fromkeys(named))


def clock_change(when: date) -> str:
    """Say that a day is longer or shorter than others (CAL-6); empty for nearly all of them."""
    start, end = day_span(when)
    if end - start == DAY_SECONDS:
        return ""
    return say(SHORT_DAY if end - start < DAY_SECONDS else LONG_DAY)


def spoken_day(card: DayCard) -> str:
    """Say everything of a day's heading, for who hears the screen."""
    words = [full_day(card.date), *map(holiday_text, reasons(card.layout.reasons))]
    words += [word for word in (clock_change(card.date),) if word]
    if not card.layout.windows:
        words.append(say(CLOSED))
    return ", ".join(words)
