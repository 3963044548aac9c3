"""The page Consultoria by keys and clicks: letter, timer, cause, statement (CON-1 … CON-8)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt

from app.domain.timer import Silence
from app.services.desk import Desk
from tests.services.consulting_desk import MARINA, Consultancy, consultancy
from tests.ui.room import CONTROL, SHIFT, Room, RoomOpener, the_window
from ui.consulting.page import ConsultingPage
from ui.dialogs.paper_dialog import PaperDialog
from ui.dialogs.time_forms import TimeForm, VoidForm
from ui.dialogs.timer_question import TimerQuestion
from ui.ticket.act_dialog import ActDialog
from ui.ticket.consulting_tab import ConsultingTab
from ui.ticket.panel import TicketPanel
from ui.timer_watch import IDLE_SECONDS, TimerWatch

K = Qt.Key


@pytest.fixture
def at_work(sqlite_desk: Desk) -> Consultancy:
    return consultancy(sqlite_desk)


@pytest.fixture
def room(at_work: Consultancy, open_the_room: RoomOpener) -> Room:
    room = open_the_room()
    room.workspace.people.sit_down(MARINA)
    return room


@pytest.fixture
def watch(room: Room) -> Iterator[TimerWatch]:
    made = _watch(room)
    yield made
    room.settle()


def _watch(room: Room) -> TimerWatch:
    owner = QObject(room.window)
    made = TimerWatch(room.workspace, room.context, room.window, owner)
    for second in range(4):  # it waits until the window is at rest
        room.tick(f"2026-03-04 12:00:0{second}")
    return made


def _page(room: Room) -> ConsultingPage:
    room.key(K.Key_3, CONTROL)
    room.settle()
    page = room.window.current_page
    assert isinstance(page, ConsultingPage)
    page.table.setFocus()
    return page


def _tab(page: ConsultingPage) -> ConsultingTab:
    panel = page.findChild(TicketPanel)
    assert panel is not None
    return panel.consulting_tab


def _settle(room: Room, page: ConsultingPage) -> None:
    panel = page.findChild(TicketPanel)
    assert panel is not None
    room.qtbot.waitUntil(lambda: not panel._settle.isActive())
    room.settle()


def _do(room: Room, dialog: ActDialog, **typed: str) -> None:
    for name, text in typed.items():
        room.qtbot.keyClicks(dialog.fields[name].box, text)
    room.click(dialog.do_button)


def _begin(room: Room, at_work: Consultancy) -> ConsultingPage:
    """Make the ticket a consulting in the queue, and go to its page."""
    room.stand_on(at_work.ticket)
    room.key(K.Key_C)
    _do(room, the_window(room.qtbot, ActDialog))
    page = _page(room)
    _settle(room, page)
    return page


def _approved(room: Room, page: ConsultingPage) -> None:
    room.key(K.Key_K, CONTROL | SHIFT)
    dialog = the_window(room.qtbot, PaperDialog)
    room.click(dialog.issue_button)
    assert "nº 000001" in dialog.told_text
    assert dialog.issue_button.isHidden()
    dialog.reject()
    page.table.setFocus()
    _settle(room, page)
    room.key(K.Key_K, SHIFT)
    approval = the_window(room.qtbot, ActDialog)
    _do(room, approval, contact="lia@example.com")
    assert "ACC-8" in approval.fields["recording"].refusal
    _do(room, approval, recording="r-77")
    _settle(room, page)


def test_an_investigation_from_the_letter_to_a_statement_that_bills_nothing(
    room: Room, at_work: Consultancy, watch: TimerWatch
) -> None:
    page = _begin(room, at_work)
    tab = _tab(page)
    assert page.table.lines.rows[0][0] == "carta pendente"
    assert "falta emitir a carta" in tab.facts_text
    room.key(K.Key_T, CONTROL)
    form = the_window(room.qtbot, TimeForm)
    form.lines["start"].setText("11:00")
    form.lines["end"].setText("11:30")
    room.click(form.do_button)
    assert form.refusal_text.startswith("CON-1")
    assert form.lines["start"].text() == "11:00"
    form.reject()
    _approved(room, page)
    assert "carta aprovada" in tab.facts_text
    room.key(K.Key_F9)
    room.settle()
    room.tick("2026-03-04 12:00:10")
    assert room.window.status_bar.timer_text.startswith("⏱ 00:00:")
    for second in range(20, 60, 10):
        room.tick(f"2026-03-04 12:00:{second}")
    shiboken6.delete(watch)  # the program is gone; nobody stops the timer
    room.clock.move_to(room.clock.now().replace(hour=19))
    again = _watch_later(room)
    question = the_window(room.qtbot, TimerQuestion)
    room.click(question.answers[Silence.CUT])
    assert again.state is not None
    assert again.state.timer is None
    _settle(room, page)
    assert [row[5] for row in tab.table.lines.rows] == ["00:00:47"]
    page.table.setFocus()
    room.key(K.Key_E, SHIFT)
    _do(room, the_window(room.qtbot, ActDialog), reason="erro da rotina padrao")
    _settle(room, page)
    assert "causa: defeito do produto padrão" in tab.facts_text
    assert "1 min não cobrado: defeito do produto padrão" in tab.totals_text
    room.key(K.Key_D, CONTROL | SHIFT)
    statement = the_window(room.qtbot, PaperDialog)
    text = " ".join(statement.document.getAllText(0).text().split())
    assert "Total: 0 minutos" in text
    assert "não cobrado: a causa foi um defeito do produto padrão" in text
    statement.reject()


def test_consulting_by_telephone_is_billed_whatever_the_cause(
    room: Room, at_work: Consultancy
) -> None:
    room.stand_on(at_work.ticket)
    room.key(K.Key_C)
    dialog = the_window(room.qtbot, ActDialog)
    room.qtbot.keyClick(dialog.fields["kind"].box, K.Key_Down)
    room.click(dialog.do_button)
    page = _page(room)
    _settle(room, page)
    tab = _tab(page)
    assert page.table.lines.rows[0][0] == "liberada"
    room.key(K.Key_T, CONTROL)
    form = the_window(room.qtbot, TimeForm)
    form.lines["start"].setText("10:00")
    form.lines["end"].setText("11:35")
    room.click(form.do_button)
    _settle(room, page)
    assert "95 min × R$\u00a03,5000 = R$\u00a0332,50" in tab.totals_text
    page.table.setFocus()
    room.key(K.Key_D, CONTROL | SHIFT)
    statement = the_window(room.qtbot, PaperDialog)
    room.click(statement.issue_button)
    text = " ".join(statement.document.getAllText(0).text().replace("\u00a0", " ").split())
    assert "Demonstrativo de consultoria" in text
    assert "consultoria telefônica" in text
    assert "R$ 332,50" in text
    assert "nº 000001" in statement.told_text
    statement.reject()
    _settle(room, page)
    assert [row[6] for row in tab.table.lines.rows] == ["demonstrativo 000001"]
    assert tab.totals_text == "Nada por faturar."


def test_appointments_stand_below_the_list_and_lead_to_their_consulting(
    room: Room, at_work: Consultancy
) -> None:
    other = at_work.open()
    for number in (at_work.ticket, other):
        at_work.act("consulting", number, kind="telephone")
    agreed = {"start": "2026-03-05T21:00:00Z", "end": "2026-03-05T23:00:00Z"}
    at_work.act("appointment", at_work.ticket, **agreed, tool="acesso remoto", specialist="Bia")
    page = _page(room)
    room.qtbot.waitUntil(page.agreed.isVisible)
    assert page.agreed.lines.rows == [
        (
            "qui 05/03 18:00–20:00",
            f"{at_work.ticket:08d}",
            "Escola Aurora",
            "acesso remoto · Bia",
        )
    ]
    page.table.selectRow(next(n for n, r in enumerate(page.table.lines.rows) if int(r[1]) == other))
    page.agreed.setFocus()
    room.key(K.Key_Return)
    assert page.selected_tickets() == (at_work.ticket,)


def _watch_later(room: Room) -> TimerWatch:
    made = TimerWatch(room.workspace, room.context, room.window, QObject(room.window))
    for _second in range(4):
        room.tick_second()
        room.settle()
    return made


def test_minutes_are_typed_corrected_and_taken_back(room: Room, at_work: Consultancy) -> None:
    page = _begin(room, at_work)
    tab = _tab(page)
    room.key(K.Key_T, CONTROL)
    form = the_window(room.qtbot, TimeForm)
    form.choices["kind"].setCurrentIndex(1)
    for name, text in (("start", "10:00"), ("end", "dez")):
        form.lines[name].setText(text)
    room.click(form.do_button)
    assert "CON-4" in form.refusal_of("end")
    form.lines["end"].setText("11:00")
    form.texts["description"].setPlainText("análise")
    room.click(form.do_button)
    _settle(room, page)
    assert tab.table.lines.rows[0][3:] == ("análise", "análise", "01:00:00", "interno")
    room.key(K.Key_R, CONTROL | SHIFT)
    form = the_window(room.qtbot, TimeForm)
    assert form.texts["description"].toPlainText() == "análise"
    form.lines["end"].setText("10:30")
    form.lines["reason"].setText("parei antes")
    room.click(form.do_button)
    _settle(room, page)
    assert tab.table.lines.rows[0][5] == "00:30:00"
    room.key(K.Key_Z, CONTROL | SHIFT)
    form_void = the_window(room.qtbot, VoidForm)
    room.click(form_void.do_button)
    assert "CON-4" in form_void.refusal_of("reason")
    form_void.lines["reason"].setText("engano")
    room.click(form_void.do_button)
    _settle(room, page)
    assert tab.table.lines.rows[0][6] == f"anulado por {MARINA}"
    assert tab.table.lines.marks
    chosen = tab.chosen
    assert chosen is not None
    assert not chosen.is_live


def test_one_key_starts_switches_and_stops(
    room: Room, at_work: Consultancy, watch: TimerWatch
) -> None:
    other = at_work.open()
    for number in (at_work.ticket, other):
        at_work.act("consulting", number, kind="telephone")
    room.notice_others()
    room.stand_on(at_work.ticket)
    room.key(K.Key_F9)
    room.settle()
    assert f"{at_work.ticket:08d}" in room.window.status_bar.timer_text
    room.tick("2026-03-04 12:01")
    room.stand_on(other)
    room.key(K.Key_F9)
    room.settle()
    assert f"{other:08d}" in room.window.status_bar.timer_text
    room.tick("2026-03-04 12:02")
    room.key(K.Key_F9)
    room.settle()
    assert room.window.status_bar.timer_text == ""
    assert not room.window.status_bar.timer_button.isVisible()
    spent = [
        [entry.span.seconds for entry in room.workspace.time_entries.of_ticket(number)]
        for number in (at_work.ticket, other)
    ]
    assert [sum(seconds) for seconds in spent] == [57, 60]
    room.page.table.clearSelection()
    room.key(K.Key_F9)
    room.settle()
    assert watch.state is not None
    assert watch.state.timer is None


def test_who_does_not_move_for_ten_minutes_is_asked(
    room: Room, at_work: Consultancy, watch: TimerWatch
) -> None:
    at_work.act("consulting", kind="telephone")
    room.notice_others()
    room.stand_on(at_work.ticket)
    room.key(K.Key_F9)
    room.settle()
    for minute in range(1, IDLE_SECONDS // 60 + 1):
        for second in (0, 30):
            room.tick(f"2026-03-04 12:{minute:02d}:{second:02d}")
    question = the_window(room.qtbot, TimerQuestion)
    room.click(question.answers[Silence.KEEP])
    assert watch.state is not None
    assert watch.state.timer is not None
    room.click(room.window.status_bar.timer_button)
    (entry,) = room.workspace.time_entries.of_ticket(at_work.ticket)
    assert entry.span.seconds > IDLE_SECONDS


def test_a_ticket_that_is_no_consulting_says_so(room: Room, at_work: Consultancy) -> None:
    page = _page(room)
    assert list(page.table.lines.rows) == []
    assert page.ticket_for_timer() is None
    room.window.show_page(room.page.page_id)
    room.stand_on(at_work.ticket)
    panel = room.panel
    panel.tabs.setCurrentWidget(panel.consulting_tab)
    assert "Não é consultoria" in panel.consulting_tab.facts_text
    assert panel.consulting_tab.chosen is None
