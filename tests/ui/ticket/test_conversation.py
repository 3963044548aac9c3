"""Conversa: facts, what was said and by whom; internal and blanked texts cannot be mistaken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from app.domain.clock import FixedClock
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, EventKind
from app.services.desk import Desk
from app.services.tickets import Act, TicketService
from tests.desks import Asked, at, open_ticket, person, tamper
from tests.ui.room import Room, RoomOpener
from ui.queue.views import ViewId
from ui.settings import ThemeMode

Say = Callable[..., None]
ASKED = Asked(
    "2026-03-04 08:00",
    Severity.HIGH,
    client="Escola <b>Aurora</b>",
    summary="Erro <script>x</script> & outros",
    description="Linha um\n<img src='x'> linha dois",
    assignee="Ana",
)


@pytest.fixture
def number(sqlite_desk: Desk) -> int:
    return open_ticket(sqlite_desk, ASKED)


@pytest.fixture
def say(sqlite_desk: Desk, clock: FixedClock, number: int) -> Say:
    tickets = TicketService(Desk(sqlite_desk.database, clock))
    ana = person(sqlite_desk.database, "Ana")

    def record(kind: EventKind, wall: str, text: str, **payload: object) -> None:
        channel = Channel.PHONE if kind is EventKind.CLIENT_ANSWERED else Channel.DESK
        act = Act(kind, at(f"2026-03-04 {wall}"), ana, channel, payload, text)
        tickets.record(number, act)

    return record


def _plain(room: Room) -> str:
    return room.panel.conversation_tab.text.toPlainText()


def _html(room: Room) -> str:
    return room.panel.conversation_tab.text.toHtml()


def _ground_under(room: Room, words: str) -> str:
    """Return the colour of the box in which some words stand."""
    document = room.panel.conversation_tab.text.document()
    table = document.find(words).currentTable()
    return table.cellAt(0, 0).format().background().color().name()


def test_the_facts_name_client_team_severity_and_owner(
    number: int, open_the_room: RoomOpener
) -> None:
    lines = _plain(open_the_room()).replace("\n", " ")
    for fact in ("Boletim", "Suporte Técnico", "▲ Alta", "em atendimento", "Ana",
                 "04/03/2026 08:00:00"):  # fmt: skip
        assert fact in lines
    assert "contato" not in lines


def test_texts_are_shown_as_they_were_written(number: int, open_the_room: RoomOpener) -> None:
    room = open_the_room()
    assert "Escola <b>Aurora</b>" in _plain(room)
    assert "Linha um\n<img src='x'> linha dois" in _plain(room).replace("\u2028", "\n")
    assert "<img" not in _html(room)


def test_a_tooltip_shows_the_summary_as_it_was_written(
    number: int, open_the_room: RoomOpener
) -> None:
    room = open_the_room()
    shown = room.panel._summary.toolTip()
    assert shown == "<qt>Erro &lt;script&gt;x&lt;/script&gt; &amp; outros</qt>"
    listed = room.page.model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert listed == shown
    assert room.page.model.index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole) == ASKED.summary


@pytest.mark.parametrize("theme", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_an_internal_note_says_so_in_words_and_in_colour(
    number: int, say: Say, open_the_room: RoomOpener, theme: ThemeMode
) -> None:
    say(EventKind.NOTE, "09:00", "segredo nosso", public=False)
    say(EventKind.NOTE, "09:10", "bom dia, cliente", public=True)
    room = open_the_room()
    room.context.theme.apply(theme)
    colours = room.context.theme.colours
    assert "INTERNO, o cliente não vê" in _plain(room)
    assert _plain(room).count("INTERNO") == 1
    assert _plain(room).index("INTERNO") < _plain(room).index("segredo nosso")
    assert _ground_under(room, "segredo nosso") == colours.soon_soft
    assert _ground_under(room, "bom dia, cliente") == colours.hover


def test_what_the_client_said_looks_different_and_names_the_channel(
    number: int, say: Say, open_the_room: RoomOpener
) -> None:
    say(EventKind.PENDING_CLIENT, "09:00", "qual é a versão?", public=True)
    say(EventKind.CLIENT_ANSWERED, "09:30", "é a 12.1.33")
    room = open_the_room()
    assert _ground_under(room, "é a 12.1.33") == room.context.theme.colours.accent_soft
    assert "telefone · qua 04/03 09:30" in _plain(room)


def test_the_newest_is_said_last(number: int, say: Say, open_the_room: RoomOpener) -> None:
    say(EventKind.NOTE, "09:10", "depois")
    say(EventKind.NOTE, "09:00", "antes")
    text = _plain(open_the_room())
    assert text.index("antes") < text.index("depois")


def test_a_blanked_text_says_that_it_was_blanked(
    number: int, say: Say, open_the_room: RoomOpener, sqlite_desk: Desk
) -> None:
    say(EventKind.NOTE, "09:00", "dado pessoal")
    tamper(sqlite_desk.database, "UPDATE event_text SET body = NULL")
    text = _plain(open_the_room())
    assert "dado pessoal" not in text
    assert "(texto apagado)" in text


def test_a_long_subject_can_be_read_to_its_end(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    subject = "Um assunto que não cabe em linha nenhuma " * 5 + "até o fim"
    open_ticket(sqlite_desk, Asked(summary=subject))
    assert subject in _plain(open_the_room())


def test_what_is_selected_survives_a_minute(
    number: int, say: Say, open_the_room: RoomOpener
) -> None:
    say(EventKind.NOTE, "09:00", "copie este número")
    room = open_the_room()
    browser = room.panel.conversation_tab.text
    browser.setTextCursor(browser.document().find("este número"))
    room.tick("2026-03-04 12:01:00")
    assert browser.textCursor().selectedText() == "este número"


def test_the_scroll_stays_when_something_is_said_and_starts_anew_on_another_ticket(
    number: int, say: Say, open_the_room: RoomOpener, sqlite_desk: Desk
) -> None:
    for minute in range(30):
        say(EventKind.NOTE, f"09:{minute:02d}", f"palavra {minute}")
    other = open_ticket(sqlite_desk, Asked("2026-03-04 11:00", Severity.LOW))
    room = open_the_room()
    room.page.show_view(ViewId.ALL_OPEN)
    room.settle()
    room.stand_on(number)
    bar = room.panel.conversation_tab.text.verticalScrollBar()
    bar.setValue(200)
    say(EventKind.NOTE, "10:00", "mais uma")
    room.notice_others()
    assert bar.value() == 200
    room.stand_on(other)
    assert bar.value() == 0


def test_the_colours_follow_the_theme(number: int, say: Say, open_the_room: RoomOpener) -> None:
    say(EventKind.NOTE, "09:00", "oi", public=True)
    room = open_the_room()
    light = _html(room)
    room.context.theme.apply(ThemeMode.DARK)
    assert _html(room) != light
