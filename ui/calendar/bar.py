"""The bar of the page Calendário: whose calendar, which days, which view."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum
from functools import partial

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QToolTip,
    QWidget,
)

from app.domain.clock import read_day
from app.domain.errors import InvalidInput
from ui.actions import ActionId, spec_of, text_of, tooltip
from ui.composition import WindowContext
from ui.format import day, full_day, month
from ui.icons import IconName
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.tokens import GRID, HALF

_ICON = QSize(16, 16)
FIRST, LAST = date(2010, 1, 1), date(2099, 12, 31)
_A_WEEK = timedelta(days=7)


class Mode(Enum):
    """How days are shown; the value is what is remembered."""

    WEEK = "week"
    MONTH = "month"
    TEAMS = "teams"


_MODES = {
    Mode.WEEK: (QT_TRANSLATE_NOOP("CalendarBar", "&Semana"), ActionId.CALENDAR_WEEK),
    Mode.MONTH: (QT_TRANSLATE_NOOP("CalendarBar", "&Mês"), ActionId.CALENDAR_MONTH),
    Mode.TEAMS: (QT_TRANSLATE_NOOP("CalendarBar", "E&quipes"), ActionId.CALENDAR_TEAMS),
}


def monday_of(when: date) -> date:
    """Return the Monday of a date's week."""
    return when - timedelta(days=when.weekday())


def span_of(mode: Mode, anchor: date) -> tuple[date, date]:
    """Return the days that a view of a date shows, both ends included."""
    if mode is Mode.TEAMS:
        return anchor, anchor
    if mode is Mode.WEEK:
        return monday_of(anchor), monday_of(anchor) + timedelta(days=6)
    first, last = month_of(anchor)
    return monday_of(first), monday_of(last) + timedelta(days=6)


def month_of(when: date) -> tuple[date, date]:
    """Return the first and the last day of a date's month."""
    first = when.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def stepped(mode: Mode, anchor: date, steps: int) -> date:
    """Return the date so many spans away."""
    if mode is Mode.TEAMS:
        moved = anchor + steps * timedelta(days=1)
    elif mode is Mode.WEEK:
        moved = anchor + steps * _A_WEEK
    else:
        months = 12 * anchor.year + anchor.month - 1 + steps
        moved = date(months // 12, months % 12 + 1, 1)
    return min(max(moved, FIRST), LAST)


def span_text(mode: Mode, anchor: date) -> str:
    """Write the days a view shows: ``16–22 nov 2026``."""
    if mode is Mode.TEAMS:
        return f"{day(anchor)}/{anchor:%Y}"
    if mode is Mode.MONTH:
        return month(anchor)
    first, last = span_of(mode, anchor)
    if first.month == last.month:
        return f"{first.day}–{last.day} {month(last)}"
    return f"{first:%d/%m}–{full_day(last)}"


class CalendarBar(QWidget):
    """Says what was chosen; what is shown is the page's affair."""

    team_chosen = Signal(str)  # key
    date_chosen = Signal(object)  # date
    mode_chosen = Signal(object)  # Mode
    stepped = Signal(int)  # spans, -1 or 1
    today_asked = Signal()

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        """Offer no team yet."""
        super().__init__(parent)
        self._anchor = FIRST
        self.team = QComboBox(self)
        self.team.setAccessibleName(self.tr("Equipe"))
        self.team.setToolTip(_tip(ActionId.CALENDAR_TEAM))
        self.team.activated.connect(self._on_team)
        self.back = self._step(context, IconName.LEFT, ActionId.CALENDAR_BACK, -1)
        self.ahead = self._step(context, IconName.RIGHT, ActionId.CALENDAR_AHEAD, 1)
        self.span = QLabel(self)
        self.span.setMinimumWidth(self.span.fontMetrics().horizontalAdvance("00/00–00/00/0000 "))
        self.today = QToolButton(self)
        self.today.setText(self.tr("&Hoje"))
        self.today.setToolTip(_tip(ActionId.CALENDAR_TODAY))
        self.today.clicked.connect(self.today_asked)
        self.date = QLineEdit(self)
        self.date.setAccessibleName(self.tr("Data"))
        self.date.setToolTip(_tip(ActionId.CALENDAR_DATE))
        self.date.setFixedWidth(self.date.fontMetrics().horizontalAdvance("00/00/0000") + 3 * GRID)
        self.date.returnPressed.connect(self._on_typed)
        self.date.textEdited.connect(self._take_back)
        self.pick = QToolButton(self)
        self.pick.setIconSize(_ICON)
        context.icons.bind_later(self.pick, IconName.CALENDAR)
        self.pick.setAccessibleName(self.tr("Escolher no calendário"))
        self.pick.setToolTip(self.tr("Escolher no calendário"))
        self.pick.clicked.connect(self._on_pick)
        self.modes = {mode: self._mode(mode) for mode in Mode}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HALF)
        row.addWidget(self.team)
        row.addSpacing(GRID)
        for part in (self.back, self.today, self.ahead, self.date, self.pick, self.span):
            row.addWidget(part)
        row.addSpacing(GRID)
        for button in self.modes.values():
            row.addWidget(button)

    def offer_teams(self, teams: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer teams by key and name."""
        known = [
            (self.team.itemData(at), self.team.itemText(at)) for at in range(self.team.count())
        ]
        if known != list(teams):
            self.team.clear()
            for key, name in teams:
                self.team.addItem(name, key)
        self.team.setCurrentIndex(max(0, self.team.findData(chosen)))

    def ask_date(self) -> None:
        """Put the keyboard into the date: typing replaces it."""
        self.date.setFocus()
        self.date.selectAll()

    def show_span(self, mode: Mode, anchor: date) -> None:
        """Say what is shown."""
        self.span.setText(span_text(mode, anchor))
        if anchor != self._anchor or not self.date.isModified():  # never over what is being typed
            self._anchor = anchor
            self.date.setText(full_day(anchor))
            self._take_back()
        for known, button in self.modes.items():
            button.setChecked(known is mode)

    def _step(
        self, context: WindowContext, icon: IconName, action: ActionId, steps: int
    ) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(_ICON)
        context.icons.bind_later(button, icon)
        button.setAccessibleName(text_of(action))
        button.setToolTip(_tip(action))
        button.clicked.connect(lambda: self.stepped.emit(steps))
        return button

    def _mode(self, mode: Mode) -> QToolButton:
        text, action = _MODES[mode]
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setText(translated("CalendarBar", text))
        button.setCheckable(True)
        button.setToolTip(_tip(action))
        button.clicked.connect(lambda: self.mode_chosen.emit(mode))
        return button

    def _on_team(self) -> None:
        self.team_chosen.emit(str(self.team.currentData()))

    def _on_typed(self) -> None:
        try:
            typed = read_day(self.date.text().strip())
        except InvalidInput as error:
            self._refuse(error.reason)
            return
        if FIRST <= typed <= LAST:
            self.date_chosen.emit(typed)
        else:
            span = self.tr("O calendário vai de {first} a {last}.")
            self._refuse(span.format(first=full_day(FIRST), last=full_day(LAST)))

    def _refuse(self, why: str) -> None:
        self._mark(refused=True)
        self.date.setAccessibleDescription(why)
        QToolTip.showText(self.date.mapToGlobal(self.date.rect().bottomLeft()), why, self.date)

    def _take_back(self) -> None:
        self._mark(refused=False)
        self.date.setAccessibleDescription("")

    def _mark(self, *, refused: bool) -> None:
        self.date.setProperty("refused", refused)
        self.date.style().polish(self.date)

    def _on_pick(self) -> None:
        """Show the days of the month to click on."""
        picker = QCalendarWidget(self)
        picker.setWindowFlags(Qt.WindowType.Popup)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        picker.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        picker.setDateRange(_qdate(FIRST), _qdate(LAST))
        picker.setSelectedDate(_qdate(self._anchor))
        picker.activated.connect(partial(self._on_picked, picker))
        picker.clicked.connect(partial(self._on_picked, picker))
        picker.move(self.date.mapToGlobal(self.date.rect().bottomLeft()))
        picker.show()

    def _on_picked(self, picker: QCalendarWidget, chosen: QDate) -> None:
        picker.close()
        self.date_chosen.emit(date(chosen.year(), chosen.month(), chosen.day()))


def _tip(action: ActionId) -> str:
    return tooltip(text_of(action), spec_of(action).key)


def _qdate(when: date) -> QDate:
    return QDate(when.year, when.month, when.day)
