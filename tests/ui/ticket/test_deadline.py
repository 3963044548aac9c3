"""Prazo: the deadline in words and as a strip, and what it would be under other terms."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.tickets import Act, TicketView
from tests.desks import Asked, Later, at, open_ticket
from tests.ui.room import ALT, Room, RoomOpener
from ui.queue.views import ViewId
from ui.settings import ThemeMode
from ui.ticket.strip import _AXIS, _ROW

# High: 20 working hours of Suporte Técnico (7 to 19, plantão at the edges and at noon).
PLAIN = Asked("2026-03-03 14:00", Severity.HIGH)
PAUSED = Asked(
    "2026-03-02 14:00",
    Severity.HIGH,
    later=(
        Later(EventKind.PENDING_CLIENT, "2026-03-02 15:00"),
        Later(EventKind.CLIENT_ANSWERED, "2026-03-03 08:00"),
    ),
)
PENDING = Asked(
    "2026-03-03 14:00",
    Severity.HIGH,
    later=(Later(EventKind.PENDING_CLIENT, "2026-03-04 09:00"),),
)
HOLIDAY = Asked("2026-02-13 14:00", Severity.LOW, team="cst")
RECLASSIFIED = Asked(
    "2026-03-03 14:00",
    Severity.LOW,
    later=(Later(EventKind.RECLASSIFIED, "2026-03-03 16:00", {"severity": "high"}),),
)
AGREED = Asked(
    "2026-03-03 14:00",
    Severity.HIGH,
    later=(Later(EventKind.DUE_AGREED, "2026-03-03 15:00", {"due": at("2026-03-12 12:00")}),),
)
SOLVED_LATE = Asked(
    "2026-03-02 07:00",
    Severity.CRITICAL,
    later=(Later(EventKind.SOLUTION, "2026-03-03 09:00"),),
)
SOLVED = Asked(
    "2026-03-02 07:00",
    Severity.CRITICAL,
    later=(Later(EventKind.SOLUTION, "2026-03-02 09:00"),),
)
LATE = Asked("2026-03-02 07:00", Severity.CRITICAL)
UNCLASSIFIED = Asked("2026-03-03 14:00", None)


def _on(desk: Desk, open_the_room: RoomOpener, asked: Asked) -> Room:
    open_ticket(desk, asked)
    room = open_the_room()
    room.key(Qt.Key.Key_2, ALT)
    return room


def _lines(room: Room) -> list[str]:
    text = room.panel.deadline_tab.words_text
    for sign in ("<br>", "</b>", "</p>"):
        text = text.replace(sign, "\n")
    lines = [line.split(">")[-1] for line in text.split("\n")]
    return [line for line in lines if line]


def _pixel(room: Room, wall: str, row: int) -> str:
    """Return the colour at a time of day in a row of the strip."""
    strip = room.panel.deadline_tab.strip
    hours, minutes = map(int, wall.split(":"))
    place = QPoint(round(strip._x(hours * 3600 + minutes * 60)), _AXIS + row * _ROW + _ROW // 2)
    return strip.grab().toImage().pixelColor(place).name()


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (PLAIN, ["Prazo em 05/03/2026 10:00:00.", "Restam 10 h 00 úteis."]),
        (LATE, ["Prazo em 02/03/2026 17:00:00.", "Vencido há 19 h 00 úteis."]),
        (PENDING, ["O relógio está parado desde qua 04/03 09:00; restam 13 h 00 úteis quando "
                   "voltar."]),
        (SOLVED, ["Resolvido dentro do prazo, com 8 h 00 úteis de sobra."]),
        (SOLVED_LATE, ["Prazo em 02/03/2026 17:00:00.",
                       "Resolvido fora do prazo: 4 h 00 úteis depois."]),
        (UNCLASSIFIED, ["SLA-1: o chamado ainda não foi classificado"]),
    ],
)  # fmt: skip
def test_the_words_begin_with_how_it_stands_now(
    sqlite_desk: Desk, open_the_room: RoomOpener, asked: Asked, wanted: list[str]
) -> None:
    lines = _lines(_on(sqlite_desk, open_the_room, asked))
    assert lines[0] == "Agora"
    assert lines[1 : len(wanted) + 1] == wanted


def test_the_words_name_rule_policy_and_calendar(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    lines = _lines(_on(sqlite_desk, open_the_room, PLAIN))
    assert (
        "▲ Alta, solução pelo suporte: 20 h úteis, contados desde a abertura em "
        "03/03/2026 14:00:00 (SLA-2)." in lines
    )
    assert any("calendário suporte-tecnico, revisão 1" in line for line in lines)
    assert "20 h 00 úteis contados em 3 dias, dos quais 5 h 30 em plantão." in lines


def test_the_words_name_days_that_did_not_count_and_pauses(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    lines = _lines(_on(sqlite_desk, open_the_room, PAUSED))
    assert (
        "seg 02/03 15:00 a ter 03/03 08:00: à espera da resposta do cliente, "
        "5 h 00 úteis descontados." in lines
    )
    assert "Dias que não contaram" not in lines


def test_each_forecast_stands_there_with_its_cause(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    lines = _lines(_on(sqlite_desk, open_the_room, RECLASSIFIED))
    at_forecasts = lines.index("Previsões")
    assert lines[at_forecasts + 1 :] == [
        "ter 03/03 14:00, abriu o chamado: sex 06/03 18:00",
        "ter 03/03 16:00, mudou a severidade: qui 05/03 10:00",
    ]


def test_an_agreed_deadline_keeps_the_computed_one_beside_it(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    room = _on(sqlite_desk, open_the_room, AGREED)
    text = "\n".join(_lines(room))
    assert "Prazo em 12/03/2026 12:00:00." in text
    assert "05/03/2026 10:00:00" in text


def test_the_strip_has_a_row_for_each_day_and_tells_its_arithmetic(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    strip = _on(sqlite_desk, open_the_room, PLAIN).panel.deadline_tab.strip
    assert strip.height() >= _AXIS + 3 * _ROW
    assert strip.text_at(_AXIS + 1).splitlines() == [
        "ter 03/03", "14:00–18:00", "18:00–19:00 plantão", "5 h 00",
    ]  # fmt: skip
    assert strip.text_at(_AXIS + 2 * _ROW + 1).splitlines()[-1] == "3 h 00"
    assert strip.text_at(0) == ""
    assert strip.text_at(_AXIS + 3 * _ROW + 1) == ""


def test_the_strip_cuts_pauses_out_and_hatches_plantao(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    room = _on(sqlite_desk, open_the_room, PAUSED)
    colours = room.context.theme.colours
    assert _pixel(room, "14:30", 0) == colours.accent
    assert _pixel(room, "16:30", 0) not in (colours.accent, colours.accent_soft)
    assert _pixel(room, "09:00", 1) == colours.accent
    assert _pixel(room, "18:40", 1) in (colours.accent, colours.accent_soft)
    hatched = {_pixel(room, f"18:{minute}", 1) for minute in range(10, 59)}
    assert {colours.accent_soft, colours.accent} <= hatched
    assert room.panel.deadline_tab.strip.text_at(_AXIS + 1).splitlines()[-2:] == [
        "15:00–19:00 pausa", "1 h 00",
    ]  # fmt: skip


def test_the_strip_names_the_days_that_are_closed(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_ticket(sqlite_desk, Asked("2025-12-23 14:00", Severity.MEDIUM, team="cst"))
    room = open_the_room()
    strip = room.panel.deadline_tab.strip
    room.key(Qt.Key.Key_2, ALT)
    told = [strip.text_at(_AXIS + row * _ROW + 1) for row in range(4)]
    assert "Natal (nacional)" in told[2]
    assert told[2].endswith("0 h 00")
    colours = room.context.theme.colours
    image, middle = strip.grab().toImage(), _AXIS + 2 * _ROW + _ROW // 2
    track = strip._track()
    written = {
        image.pixelColor(x, y).name()
        for x in range(int(track.left()), int(track.left()) + 150)
        for y in range(middle - 6, middle + 6)
    }
    assert colours.muted in written
    assert colours.accent not in written


def test_a_long_strip_paints_only_the_days_that_are_looked_at(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_ticket(sqlite_desk, Asked("2025-06-02 08:00", Severity.MEDIUM, later=(
        Later(EventKind.PENDING_CLIENT, "2025-06-02 09:00"),)))  # fmt: skip
    room = open_the_room()
    room.key(Qt.Key.Key_2, ALT)
    tab = room.panel.deadline_tab
    painted: list[int] = []
    paint = tab.strip._paint_day
    tab.strip._paint_day = lambda painter, day, top: (painted.append(top), paint(painter, day, top))
    tab.verticalScrollBar().setValue(2000)
    tab.strip.repaint()
    assert len(tab.strip._explanation.days) > 200
    assert 0 < len(painted) < 60
    assert "pausa" in tab.strip.text_at(_AXIS + 50 * _ROW + 1)


def test_the_strip_marks_the_other_forecasts(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    room = _on(sqlite_desk, open_the_room, RECLASSIFIED)
    strip = room.panel.deadline_tab.strip
    strip_of_low = at("2026-03-06 18:00")
    assert [tick.at for tick in strip._ticks] == [strip_of_low]
    room.panel.deadline_tab.severity_box.setCurrentIndex(Severity.LOW.rank)
    assert [tick.at for tick in strip._ticks] == [at("2026-03-05 10:00")]
    assert "outra previsão: qui 05/03 10:00" in strip.text_at(_AXIS + 2 * _ROW + 1)


def test_the_due_instant_is_marked_on_the_strip(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    room = _on(sqlite_desk, open_the_room, PLAIN)
    around = [QColor(_pixel(room, wall, 2)) for wall in ("09:58", "10:00", "10:02")]
    late = QColor(room.context.theme.colours.late)
    assert any(abs(colour.hue() - late.hue()) < 8 for colour in around)


def test_a_day_tells_its_arithmetic_under_the_pointer(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    room = _on(sqlite_desk, open_the_room, PLAIN)
    strip = room.panel.deadline_tab.strip
    place = QPoint(100, _AXIS + 4)
    QApplication.sendEvent(strip, QHelpEvent(QEvent.Type.ToolTip, place, strip.mapToGlobal(place)))
    assert QToolTip.text() == strip.text_at(place.y())
    QToolTip.hideText()


def test_a_calendar_of_day_and_night_ends_at_24(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    room = _on(sqlite_desk, open_the_room, Asked("2026-03-03 22:00", Severity.HIGH, team="cloud"))
    strip = room.panel.deadline_tab.strip
    assert strip.text_at(_AXIS + 1).splitlines()[1] == "22:00–24:00"
    assert (strip._first, strip._last) == (0, 86_400)


def test_the_strip_is_hidden_where_there_is_no_deadline(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    tab = _on(sqlite_desk, open_the_room, UNCLASSIFIED).panel.deadline_tab
    assert not tab.strip.isVisible()
    assert tab.strip.text_at(_AXIS + 1) == ""
    assert tab.strip.sizeHint().height() == 0


@pytest.mark.parametrize(
    ("asked", "severity", "team", "answer"),
    [
        (PLAIN, Severity.CRITICAL, None, "E se: o prazo seria 04/03/2026 12:00:00. Nada foi "
         "gravado."),
        (PLAIN, None, "cst", "E se: o prazo seria 05/03/2026 17:00:00. Nada foi gravado."),
        (LATE, Severity.HIGH, None, "E se: o prazo seria 03/03/2026 15:00:00, já vencido. Nada "
         "foi gravado."),
        (PENDING, Severity.CRITICAL, None, "E se: o relógio continuaria parado, com 3 h 00 úteis. "
         "Nada foi gravado."),
        (AGREED, Severity.CRITICAL, None, "E se: o prazo calculado seria 04/03/2026 12:00:00; "
         "continua a valer o combinado. Nada foi gravado."),
        (UNCLASSIFIED, None, "cst", "E se: não haveria prazo (SLA-1: o chamado ainda não foi "
         "classificado). Nada foi gravado."),
        (UNCLASSIFIED, Severity.CRITICAL, None, "E se: o prazo seria 04/03/2026 12:00:00. Nada "
         "foi gravado."),
    ],
)  # fmt: skip
def test_trying_other_terms_tells_the_deadline_and_writes_nothing(
    sqlite_desk: Desk,
    open_the_room: RoomOpener,
    database_bytes: Callable[[], str],
    asked: Asked,
    severity: Severity | None,
    team: str | None,
    answer: str,
) -> None:
    room = _on(sqlite_desk, open_the_room, asked)
    tab, before = room.panel.deadline_tab, database_bytes()
    if severity is not None:
        tab.severity_box.setFocus()
        _walk_to(room, severity.rank)
    if team is not None:
        tab.team_box.setCurrentIndex(tab.team_box.findData(team))
    room.settle()
    assert tab.answer_text == answer
    assert tab._answer.isVisible()
    assert database_bytes() == before


def _walk_to(room: Room, row: int) -> None:
    """Choose a severity by the arrow keys, as a person without a mouse does."""
    box = room.panel.deadline_tab.severity_box
    while box.currentIndex() != row:
        key = Qt.Key.Key_Down if box.currentIndex() < row else Qt.Key.Key_Up
        room.qtbot.keyClick(box, key)


@pytest.fixture
def database_bytes(sqlite_file: Path) -> Callable[[], str]:
    def read() -> str:
        files = [sqlite_file, sqlite_file.with_name(f"{sqlite_file.name}-wal")]
        held = b"".join(file.read_bytes() for file in files if file.exists())
        return hashlib.sha256(held).hexdigest()

    return read


def test_going_back_to_the_terms_in_force_takes_the_trial_away(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    room = _on(sqlite_desk, open_the_room, PLAIN)
    tab = room.panel.deadline_tab
    tab.severity_box.setCurrentIndex(Severity.LOW.rank)
    assert len(tab.strip._explanation.days) == 4
    tab.severity_box.setCurrentIndex(Severity.HIGH.rank)
    assert tab.answer_text == ""
    assert not tab._answer.isVisible()
    assert len(tab.strip._explanation.days) == 3


def test_a_trial_goes_on_while_time_passes_and_ends_when_the_terms_change(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    room = _on(sqlite_desk, open_the_room, PLAIN)
    tab = room.panel.deadline_tab
    tab.severity_box.setCurrentIndex(Severity.CRITICAL.rank)
    room.tick("2026-03-04 12:01:00")
    assert tab.severity_box.currentData() is Severity.CRITICAL
    assert "já vencido" in tab.answer_text
    tab.show_ticket(_reclassified(room), room.workspace.desk.book.teams)
    assert tab.severity_box.currentData() is Severity.LOW
    assert tab.answer_text == ""


def _reclassified(room: Room) -> TicketView:
    number = room.shown[0]
    payload = {"severity": "low"}
    act = Act(EventKind.RECLASSIFIED, at("2026-03-04 11:00"), payload=payload)
    room.workspace.tickets.record(number, act)
    return room.workspace.tickets.view(number)


def test_nothing_can_be_tried_on_a_closed_ticket(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    closing = Later(EventKind.CLOSED, "2026-03-04 10:00", {"closing": "cancelled"})
    open_ticket(sqlite_desk, Asked("2026-03-03 14:00", Severity.HIGH, later=(closing,)))
    room = open_the_room()
    room.page.show_view(ViewId.CLOSED)
    room.settle()
    tab = room.panel.deadline_tab
    assert not tab.severity_box.isEnabled()
    assert not tab.team_box.isEnabled()


def test_nothing_happens_before_a_ticket_is_shown(open_the_room: RoomOpener) -> None:
    tab = open_the_room().panel.deadline_tab
    tab._try_out()
    assert tab.answer_text == ""


@pytest.mark.parametrize("theme", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_the_strip_wears_the_theme(
    sqlite_desk: Desk, open_the_room: RoomOpener, theme: ThemeMode
) -> None:
    room = _on(sqlite_desk, open_the_room, PLAIN)
    room.context.theme.apply(theme)
    assert _pixel(room, "15:00", 0) == room.context.theme.colours.accent
