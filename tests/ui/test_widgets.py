from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.composition import WindowContext
from ui.failures import Failure, FailureKind
from ui.icons import IconName
from ui.notices import Notice, NoticeAct, NoticeKind
from ui.widgets.banner import Banner, BannerKind
from ui.widgets.chips import Choice, ChoiceChip, ViewChip
from ui.widgets.choice_popup import ChoicePopup
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.hairline import Hairline
from ui.widgets.search_field import SearchField
from ui.widgets.toasts import Toast, Toasts

SEVERITIES = (
    Choice(1, "Crítica", 3),
    Choice(2, "Alta", 14),
    Choice(3, "Média"),
    Choice(4, "Baixa", 0),
)
MANY = tuple(Choice(number, f"Cliente {number:02d}") for number in range(1, 31))


@pytest.fixture
def chip(qtbot: QtBot, context: WindowContext) -> ChoiceChip:
    chip = ChoiceChip("&severidade", context.icons)
    qtbot.addWidget(chip)
    chip.set_choices(SEVERITIES)
    chip.show()
    return chip


@pytest.fixture
def search(qtbot: QtBot, context: WindowContext) -> SearchField:
    field = SearchField("Procurar…", context.icons)
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    return host


def _popup(qtbot: QtBot, chip: ChoiceChip) -> ChoicePopup:
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.popup is not None
    return chip.popup


def test_a_filter_without_a_choice_shows_its_name_alone(chip: ChoiceChip) -> None:
    assert chip.text() == "&severidade  ▾"
    assert chip.accessibleName() == "severidade"
    assert chip.values == ()


def test_several_choices_are_ticked_without_the_popup_closing(
    qtbot: QtBot, chip: ChoiceChip
) -> None:
    heard: list[object] = []
    chip.chosen.connect(heard.append)
    popup = _popup(qtbot, chip)
    qtbot.keyClick(popup.rows, Qt.Key.Key_Down)
    qtbot.keyClick(popup.rows, Qt.Key.Key_Space)
    assert chip.text() == "&severidade: Alta  ▾"
    qtbot.keyClick(popup.rows, Qt.Key.Key_Up)
    qtbot.keyClick(popup.rows, Qt.Key.Key_Space)
    assert heard == [(2,), (1, 2)]
    assert chip.text() == "&severidade: 2  ▾"
    assert chip.accessibleName() == "severidade: Crítica, Alta"
    qtbot.keyClick(popup.rows, Qt.Key.Key_Return)
    assert chip.popup is None


def test_a_click_anywhere_on_a_line_ticks_it_and_a_second_one_unticks_it(
    qtbot: QtBot, chip: ChoiceChip
) -> None:
    popup = _popup(qtbot, chip)
    place = popup.rows.visualItemRect(popup.rows.item(3)).center() + QPoint(40, 0)
    viewport = popup.rows.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert chip.values == (4,)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert chip.values == ()
    popup.close()


def test_clear_unticks_everything_at_once(qtbot: QtBot, chip: ChoiceChip) -> None:
    chip.set_values((1, 2))
    popup = _popup(qtbot, chip)
    with qtbot.waitSignal(chip.chosen) as signal:
        qtbot.mouseClick(popup.clear_button, Qt.MouseButton.LeftButton)
    assert signal.args == [()]
    popup.close()


def test_a_popup_opens_with_what_is_chosen_and_gives_the_focus_back(
    qtbot: QtBot, chip: ChoiceChip
) -> None:
    chip.set_values((3,))
    popup = _popup(qtbot, chip)
    ticked = [popup.rows.item(at).checkState() is Qt.CheckState.Checked for at in range(4)]
    assert ticked == [False, False, True, False]
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert chip.popup is None
    assert chip.hasFocus()


def test_setting_values_tells_nobody(qtbot: QtBot, chip: ChoiceChip) -> None:
    with qtbot.assertNotEmitted(chip.chosen):
        chip.set_values((1,))
    assert chip.text() == "&severidade: Crítica  ▾"


def test_a_value_that_is_no_longer_offered_still_counts(chip: ChoiceChip) -> None:
    chip.set_values((9,))
    assert chip.text() == "&severidade: 1  ▾"


def test_many_choices_can_be_searched(qtbot: QtBot, chip: ChoiceChip) -> None:
    chip.set_choices(MANY)
    popup = _popup(qtbot, chip)
    assert popup._search.isVisible()
    qtbot.keyClicks(popup._search, "cliente 27")
    qtbot.keyClick(popup._search, Qt.Key.Key_Down)
    assert popup.rows.currentRow() == 26
    qtbot.keyClick(popup.rows, Qt.Key.Key_Space)
    assert chip.values == (27,)
    popup.close()


def test_a_search_without_answer_keeps_the_choice(qtbot: QtBot, chip: ChoiceChip) -> None:
    chip.set_choices(MANY)
    popup = _popup(qtbot, chip)
    qtbot.keyClicks(popup._search, "zzz")
    qtbot.keyClick(popup._search, Qt.Key.Key_Down)
    hidden = [popup.rows.item(at).isHidden() for at in range(popup.rows.count())]
    assert all(hidden)
    popup.close()


def test_a_filter_without_choices_opens_an_empty_popup(qtbot: QtBot, chip: ChoiceChip) -> None:
    chip.set_choices(())
    popup = _popup(qtbot, chip)
    qtbot.keyClick(popup.rows, Qt.Key.Key_Space)
    assert chip.values == ()
    popup.close()


def test_a_view_shows_its_live_count(qtbot: QtBot) -> None:
    chip = ViewChip("Minha fila")
    qtbot.addWidget(chip)
    assert chip.text() == "Minha fila"
    assert chip.name == "Minha fila"
    chip.set_count(4580)
    assert chip.text() == "Minha fila  4.580"
    assert chip.accessibleName() == "Minha fila, 4.580"


def test_searching_waits_for_a_pause_in_the_typing(qtbot: QtBot, search: SearchField) -> None:
    heard: list[str] = []
    search.searched.connect(heard.append)
    qtbot.keyClicks(search, "nota ")
    assert heard == []
    qtbot.waitUntil(lambda: heard == ["nota"])


def test_enter_searches_at_once_and_the_same_text_only_once(
    qtbot: QtBot, search: SearchField
) -> None:
    heard: list[str] = []
    search.searched.connect(heard.append)
    qtbot.keyClicks(search, "nota")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.wait(200)
    assert heard == ["nota"]


def test_esc_empties_the_search_and_tells_it(qtbot: QtBot, search: SearchField) -> None:
    heard: list[str] = []
    search.searched.connect(heard.append)
    qtbot.keyClicks(search, "nota")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert heard == ["nota", ""]
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert heard == ["nota", ""]


def test_down_leaves_the_search_for_its_results(qtbot: QtBot, search: SearchField) -> None:
    with qtbot.waitSignals([search.searched, search.left_downwards], order="strict"):
        qtbot.keyClicks(search, "nota")
        qtbot.keyClick(search, Qt.Key.Key_Down)


def test_a_banner_says_rule_and_sentence(
    qtbot: QtBot, context: WindowContext, host: QWidget
) -> None:
    banner = Banner(context.icons, host)
    assert banner.text == ""
    failure = Failure(FailureKind.REFUSED, "Contrato vencido.", "CLI-5")
    banner.show_failure(failure)
    assert banner.text == "CLI-5 · Contrato vencido."
    assert not banner._details.isVisible()
    with qtbot.waitSignal(banner.closed):
        qtbot.mouseClick(banner._close, Qt.MouseButton.LeftButton)
    assert banner.text == ""


def test_details_are_one_click_away(qtbot: QtBot, context: WindowContext, host: QWidget) -> None:
    banner = Banner(context.icons, host)
    failure = Failure(FailureKind.ENVIRONMENT, "Disco cheio.", details="OSError: 28")
    banner.show_failure(failure)
    with qtbot.waitSignal(banner.details_asked) as signal:
        qtbot.mouseClick(banner._details, Qt.MouseButton.LeftButton)
    assert signal.args == [failure]


def test_a_word_of_caution_has_no_details(
    qtbot: QtBot, context: WindowContext, host: QWidget
) -> None:
    banner = Banner(context.icons, host)
    banner.show_text("Nada será apagado.", BannerKind.CAUTION)
    assert banner.text == "Nada será apagado."
    assert banner.property("kind") == "soon"
    with qtbot.assertNotEmitted(banner.details_asked):
        banner._on_details()


def test_an_empty_state_offers_at_most_one_act(
    qtbot: QtBot, context: WindowContext, host: QWidget
) -> None:
    state = EmptyState(IconName.QUEUE, context.icons, context.theme, host)
    state.resize(host.size())
    state.show()
    state.say("Nada aqui", "Nenhum chamado com esses filtros.")
    assert not state.button.isVisible()
    qtbot.keyClick(state, Qt.Key.Key_Return)
    action = QAction("Limpar filtros", host)
    with qtbot.waitSignal(action.triggered):
        state.say("Nada aqui", "Nenhum chamado com esses filtros.", action)
        qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)


def test_the_sentence_of_an_empty_state_wraps_instead_of_being_cut(
    context: WindowContext, host: QWidget
) -> None:
    state = EmptyState(IconName.QUEUE, context.icons, context.theme, host)
    state.say("Título", "palavra " * 40)
    state.setGeometry(0, 0, 320, 400)
    state.show()
    label = state._text
    assert label.height() >= label.heightForWidth(label.width())


def test_an_elided_label_shrinks_and_still_tells_everything(qtbot: QtBot, host: QWidget) -> None:
    label = ElidedLabel("um texto  bastante\nlongo para o lugar", host)
    assert label.text() == "um texto bastante longo para o lugar"
    assert label.toolTip() == label.text()
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 2
    label.setFixedWidth(60)
    label.show()
    qtbot.waitExposed(host)
    narrow = label.grab().toImage()
    label.set_text("um texto totalmente outro no fim que não cabe")
    same_start = label.grab().toImage()
    assert narrow.size() == same_start.size()


def test_a_hairline_is_one_pixel_either_way(host: QWidget) -> None:
    assert Hairline(parent=host).maximumHeight() == 1
    assert Hairline(Qt.Orientation.Vertical, host).maximumWidth() == 1


def _toast(toasts: Toasts, at: int = -1) -> Toast:
    return toasts._toasts[at]


def _press(qtbot: QtBot, toast: Toast, text: str) -> None:
    button = next(b for b in toast.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_notice_fades_but_trouble_stays(
    qtbot: QtBot, context: WindowContext, host: QWidget
) -> None:
    qtbot.mouseMove(host, QPoint(1, 1))
    toasts = Toasts(context.icons, host)
    toasts.show_notice(Notice(NoticeKind.TROUBLE, "Sem conexão."))
    toasts.show_notice(Notice(NoticeKind.INFO, "Importado."))
    assert not _toast(toasts, 0)._fade.isActive()
    _toast(toasts)._fade.setInterval(1)
    _toast(toasts)._begin_to_fade()
    qtbot.waitUntil(lambda: toasts.texts == ["Sem conexão."])
    _press(qtbot, _toast(toasts), "Fechar")
    assert toasts.texts == []
    assert not toasts.isVisible()


def test_a_notice_does_not_fade_under_the_pointer_or_the_keyboard(
    qtbot: QtBot, context: WindowContext, host: QWidget
) -> None:
    toasts = Toasts(context.icons, host)
    toasts.show_notice(Notice(NoticeKind.DONE, "Feito."))
    toast = _toast(toasts)
    qtbot.mouseMove(toast)
    qtbot.waitUntil(lambda: not toast._fade.isActive())
    qtbot.mouseMove(host, QPoint(1, 1))
    qtbot.waitUntil(toast._fade.isActive)
    host.activateWindow()
    toast.findChildren(QPushButton)[0].setFocus()
    toast._on_faded()
    assert toasts.texts == ["Feito."]


def test_esc_closes_a_notice_that_has_the_focus(
    qtbot: QtBot, context: WindowContext, host: QWidget
) -> None:
    toasts = Toasts(context.icons, host)
    toasts.show_notice(Notice(NoticeKind.DONE, "Feito."))
    qtbot.keyClick(_toast(toasts), Qt.Key.Key_A)
    assert toasts.texts == ["Feito."]
    qtbot.keyClick(_toast(toasts), Qt.Key.Key_Escape)
    assert toasts.texts == []


def test_a_notice_offers_its_act(qtbot: QtBot, context: WindowContext, host: QWidget) -> None:
    heard: list[str] = []
    toasts = Toasts(context.icons, host)
    act = NoticeAct("Desfazer", lambda: heard.append("undone"))
    toasts.show_notice(Notice(NoticeKind.DONE, "Feito.", act))
    _press(qtbot, _toast(toasts), "Desfazer")
    assert heard == ["undone"]
    assert toasts.texts == []


def test_only_the_last_three_notices_stand(context: WindowContext, host: QWidget) -> None:
    toasts = Toasts(context.icons, host)
    for number in range(5):
        toasts.show_notice(Notice(NoticeKind.TROUBLE, f"{number}"))
    assert toasts.texts == ["2", "3", "4"]


def test_notices_are_tall_enough_and_keep_to_the_corner(
    qtbot: QtBot, context: WindowContext, host: QWidget
) -> None:
    toasts = Toasts(context.icons, host)
    toasts.show_notice(Notice(NoticeKind.TROUBLE, "palavra " * 30))
    assert toasts.height() >= toasts._column.totalHeightForWidth(toasts.width())
    host.resize(500, 400)
    qtbot.waitUntil(lambda: host.rect().contains(toasts.geometry()))
    assert toasts.geometry().right() > host.width() // 2


def test_the_three_kinds_of_notices_reach_the_window(qtbot: QtBot, context: WindowContext) -> None:
    heard: list[Notice] = []
    context.notices.posted.connect(heard.append)
    context.notices.done("a")
    context.notices.info("b")
    context.notices.trouble("c")
    assert [notice.kind for notice in heard] == list(NoticeKind)
