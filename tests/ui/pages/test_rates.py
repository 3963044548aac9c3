"""Rates by keys and clicks: agreed, adjusted with the IGP-M of 2024 and of 2025 (CON-5)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.services.desk import Desk
from tests.services.consulting_desk import Consultancy, consultancy
from tests.ui.room import CONTROL, SHIFT, Room, RoomOpener, the_window
from ui.dialogs.rate_forms import AdjustForm, IndexForm, RateForm, TermsForm
from ui.dialogs.rates import RatesDialog
from ui.widgets.form_dialog import FormDialog


@pytest.fixture
def at_work(sqlite_desk: Desk) -> Consultancy:
    return consultancy(sqlite_desk)


@pytest.fixture
def room(at_work: Consultancy, open_the_room: RoomOpener) -> Room:
    return open_the_room()


def _dialog(room: Room, number: int) -> RatesDialog:
    room.stand_on(number)
    room.panel.tabs.setCurrentWidget(room.panel.consulting_tab)
    room.settle()
    room.key(Qt.Key.Key_P, CONTROL | SHIFT)
    dialog = the_window(room.qtbot, RatesDialog)
    room.settle()
    return dialog


def _keep(room: Room, form: FormDialog, **typed: str) -> None:
    for name, text in typed.items():
        form.lines[name].setText(text)
    room.click(form.do_button)


@pytest.mark.parametrize(
    ("policy", "rates"),
    [
        (0, ["R$ 3,7288", "R$ 3,7288", "R$ 3,5000"]),
        (1, ["R$ 3,6899", "R$ 3,7288", "R$ 3,5000"]),
    ],
)
def test_two_anniversaries_under_both_policies(
    room: Room, at_work: Consultancy, policy: int, rates: list[str]
) -> None:
    number = at_work.open("Escola Bonança")
    room.notice_others()
    room.tick("2026-03-04 12:00:01")
    dialog = _dialog(room, number)
    assert "ainda não tem tarifa" in dialog.next_text
    assert not dialog.adjust_button.isEnabled()
    room.click(dialog.rate_button)
    form = the_window(room.qtbot, RateForm)
    _keep(room, form, rate="nada", first_day="10/01/2024", reason="contrato 12")
    assert "CON-5" in form.refusal_of("rate")
    _keep(room, form, rate="3,50")
    room.click(dialog.terms_button)
    terms = the_window(room.qtbot, TermsForm)
    terms.choices["negative"].setCurrentIndex(policy)
    _keep(room, terms, anniversary="10/01/2024")
    for wall in ("2025-02-03 09:00", "2026-03-04 12:00"):
        room.tick(wall)
        dialog._read()
        room.settle()
        assert "pode ser aplicado" in dialog.next_text
        room.click(dialog.adjust_button)
        _keep(room, the_window(room.qtbot, AdjustForm))
        room.settle()
    assert [row[1].replace("\u00a0", " ") for row in dialog.table.lines.rows] == rates
    assert "10/01/2027" in dialog.next_text
    room.click(dialog.adjust_button)
    twice = the_window(room.qtbot, AdjustForm)
    _keep(room, twice)
    assert "CON-5" in twice.refusal_text
    twice.reject()
    dialog.reject()


def test_a_month_of_the_index_is_typed_with_its_source(room: Room, at_work: Consultancy) -> None:
    dialog = _dialog(room, at_work.ticket)
    room.click(dialog.index_button)
    form = the_window(room.qtbot, IndexForm)
    _keep(room, form, month="07/2026", percent="0,31")
    assert "CON-5" in form.refusal_of("source")
    _keep(room, form, source="boletim da FGV")
    room.settle()
    assert room.workspace.index.months()[0].source == "boletim da FGV"
    dialog.reject()
