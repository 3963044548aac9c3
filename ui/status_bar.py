"""The bar that is always true: database, running work, who is on duty, Brasília time."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ui.format import clock_time
from ui.jobs import Job
from ui.theme import Theme, tabular
from ui.tokens import GRID, HALF
from ui.widgets.elided_label import ElidedLabel

_PROGRESS_WIDTH = 120


class DatabaseState(Enum):
    """How the database is."""

    NONE = auto()
    OPENING = auto()
    OPEN = auto()
    LOST = auto()


class StatusBar(QWidget):
    """One line of facts under the page."""

    def __init__(self, theme: Theme, cancel: QAction, parent: QWidget | None = None) -> None:
        """Offer ``cancel`` while the running work listens to it."""
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._state = DatabaseState.NONE
        self._dot = QLabel("●", self)
        self._database = ElidedLabel(parent=self)
        self._database.setAccessibleName(self.tr("Banco de dados"))
        self._job = ElidedLabel(parent=self)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(_PROGRESS_WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Andamento do trabalho"))
        self._cancel = QPushButton(self.tr("Ca&ncelar"), self)
        self._cancel.setObjectName("quiet")
        self._cancel.setToolTip(cancel.toolTip())
        self._cancel.clicked.connect(cancel.trigger)
        self._timer = QLabel(self)
        self._timer.setFont(tabular(self.font()))
        self._timer.setAccessibleName(self.tr("Cronômetro"))
        self._stop_timer = QPushButton(self.tr("Parar"), self)
        self._stop_timer.setObjectName("quiet")
        self._stop_timer.setToolTip(self.tr("Parar o cronômetro (Shift+F9)"))
        self._duty = ElidedLabel(parent=self)
        self._clock = QLabel(self)
        self._clock.setFont(tabular(self.font()))
        self._clock.setAccessibleName(self.tr("Hora de Brasília"))
        self._lay_out()
        self.show_job(None)
        self.set_timer("")
        self.set_duty("")
        self.set_database(DatabaseState.NONE, "")
        theme.changed.connect(self._paint_dot)

    @property
    def database_text(self) -> str:
        """What is said about the database."""
        return self._database.text()

    @property
    def clock_text(self) -> str:
        """The time that is shown."""
        return self._clock.text()

    @property
    def cancel_button(self) -> QPushButton:
        """The button that stops the running work."""
        return self._cancel

    @property
    def job_text(self) -> str:
        """What is said about the running work; empty when nothing runs long."""
        return "" if self._job.isHidden() else self._job.text()

    def set_database(self, state: DatabaseState, label: str) -> None:
        """Say which database this is and how it is."""
        words = {
            DatabaseState.NONE: self.tr("sem banco de dados"),
            DatabaseState.OPENING: self.tr("abrindo o banco de dados…"),
            DatabaseState.OPEN: label,
            DatabaseState.LOST: self.tr("{label}: sem conexão").format(label=label),
        }
        self._state = state
        self._database.set_text(words[state])
        self._paint_dot()

    @property
    def timer_text(self) -> str:
        """What is said of the running timer; empty when none runs."""
        return self._timer.text()

    @property
    def timer_button(self) -> QPushButton:
        """The button that stops the running timer."""
        return self._stop_timer

    def set_timer(self, text: str) -> None:
        """Say what the timer counts; nothing hides the place."""
        self._timer.setText(text)
        for part in (self._timer, self._stop_timer):
            part.setVisible(bool(text))

    def set_duty(self, text: str) -> None:
        """Say who is on duty now; nothing hides the place."""
        self._duty.set_text(text)
        self._duty.setVisible(bool(text))

    def show_time(self, now: datetime) -> None:
        """Show Brasília's time."""
        self._clock.setText(self.tr("{time} BRT").format(time=clock_time(now)))

    def show_job(self, job: Job | None) -> None:
        """Show the work that takes long, or nothing."""
        for part in (self._job, self._bar):
            part.setVisible(job is not None)
        self._cancel.setVisible(job is not None and job.can_cancel)
        if job is not None:
            self._show_progress(job)

    def _show_progress(self, job: Job) -> None:
        report = job.last_report
        title = job.title or self.tr("Trabalhando…")
        words = (title, report.text) if report and report.text else (title,)
        self._job.set_text(" · ".join(words))
        percent = report.percent if report else None
        self._bar.setRange(0, 0 if percent is None else 100)
        self._bar.setValue(percent or 0)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + HALF, 2, GRID + HALF, 2)
        row.setSpacing(GRID)
        row.addWidget(self._dot)
        row.addWidget(self._database)
        row.addSpacing(2 * GRID)
        for part in (self._job, self._bar, self._cancel):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._timer)
        row.addWidget(self._stop_timer)
        row.addSpacing(GRID)
        row.addWidget(self._duty)
        row.addSpacing(2 * GRID)
        row.addWidget(self._clock)
        self.setFixedHeight(self._cancel.sizeHint().height() + HALF)

    def _paint_dot(self) -> None:
        colours = self._theme.colours
        tints = {
            DatabaseState.NONE: colours.disabled,
            DatabaseState.OPENING: colours.soon,
            DatabaseState.OPEN: colours.done,
            DatabaseState.LOST: colours.late,
        }
        self._dot.setStyleSheet(f"color: {tints[self._state]}")
