"""Which period and team the dashboard counts, as a person asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.domain.clock import local_date
from app.domain.errors import InvalidInput
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.services.desk import Desk
from ui.failures import describe
from ui.format import full_day
from ui.tokens import GRID
from ui.widgets.refusable import Refusable

_THIRTY_DAYS, _TWELVE_MONTHS, _OTHER = 30, 12, -1


class AskedPeriod(QWidget):
    """A period by its name or by its days, and a team; tells when another one is chosen."""

    asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Offer the teams whoever sits here may know of; this month at first."""
        super().__init__(parent)
        self._desk = desk
        self.fields: dict[str, Refusable] = {}
        self.period, self.team = QComboBox(self), QComboBox(self)
        self.first, self.last = QLineEdit(self), QLineEdit(self)
        for words, months in (
            (self.tr("este mês"), 0),
            (self.tr("mês passado"), 1),
            (self.tr("30 dias"), _THIRTY_DAYS),
            (self.tr("12 meses"), _TWELVE_MONTHS),
            (self.tr("outro período"), _OTHER),
        ):
            self.period.addItem(words, months)
        self.offer_teams()
        self._lay_out()
        self._fill()
        for box in (self.first, self.last):
            box.returnPressed.connect(self.asked)
            box.textEdited.connect(self._on_typed)
        self.period.currentIndexChanged.connect(self._on_period)
        self.team.currentIndexChanged.connect(self.asked)

    def follow_time(self) -> None:
        """Let a period that is called by its name end today, whenever that is."""
        if int(self.period.currentData()) != _OTHER:
            self._fill()

    def offer_teams(self) -> None:
        """Offer the teams whoever sits here may know of; the chosen one stays where it may."""
        chosen, sees_all = self.team_key, self._desk.may(Right.OMBUDSMAN)
        self.team.blockSignals(True)
        self.team.clear()
        self.team.addItem(self.tr("todas"), "")
        for team in self._desk.book.teams:
            if sees_all or team.key != OMBUDSMAN:
                self.team.addItem(team.name, team.key)
        self.team.setCurrentIndex(max(self.team.findData(chosen or ""), 0))
        self.team.blockSignals(False)

    @property
    def typed(self) -> Mapping[str, str]:
        """The days as they stand in their fields."""
        return {"first": self.first.text(), "last": self.last.text()}

    @property
    def team_key(self) -> str | None:
        """The team; none for all."""
        return str(self.team.currentData()) or None

    def take_back(self) -> None:
        """Refuse nothing any more."""
        for field in self.fields.values():
            field.take_back()

    def refuse(self, error: InvalidInput) -> None:
        """Say at its field what was wrong."""
        failure = describe(error)
        named = error.field if error.field in self.fields else "last"
        self.fields[named].refuse(failure.told(named))
        self.fields[named].box.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for name, label, box in (
            ("period", self.tr("&Período"), self.period),
            ("first", self.tr("&De"), self.first),
            ("last", self.tr("&Até"), self.last),
            ("team", self.tr("E&quipe"), self.team),
        ):
            field = self.fields[name] = Refusable(self)
            field.hold(box)
            for part in (field.caption(label, self), field):
                row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)

    def _fill(self) -> None:
        months, today = int(self.period.currentData()), local_date(self._desk.clock.now())
        first, last = _span(months, today)
        self.first.setText(full_day(first))
        self.last.setText(full_day(last))

    def _on_period(self) -> None:
        if int(self.period.currentData()) != _OTHER:
            self._fill()
            self.asked.emit()

    def _on_typed(self) -> None:
        self.period.setCurrentIndex(self.period.count() - 1)


def _span(months: int, today: date) -> tuple[date, date]:
    """Return the days of a choice: this month, the last one, thirty days, twelve months."""
    if months == _THIRTY_DAYS:
        return today - timedelta(days=29), today
    if months == _TWELVE_MONTHS:
        return today - relativedelta(months=12) + timedelta(days=1), today
    first = today.replace(day=1) - relativedelta(months=months)
    return first, first + relativedelta(day=31) if months else today
