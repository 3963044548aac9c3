"""What a silence of the timer was: asked, never guessed (pitfall E10)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.clock import from_epoch
from app.domain.timer import RunningTimer, Silence
from ui.format import clock_span, full_moment
from ui.theme import strong
from ui.tokens import GRID

_WIDTH = 460


class TimerQuestion(QDialog):
    """Offers to keep, to cut, and to cut and go on; closing it asks again later."""

    answered = Signal(object)  # Silence

    def __init__(self, timer: RunningTimer, since: int, now: int, parent: QWidget) -> None:
        """Ask about the time from ``since`` to ``now``, epoch seconds."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cronômetro sem sinal"))
        self.setMinimumWidth(_WIDTH)
        head = self.tr("O cronômetro do chamado {number} ficou sem sinal seu").format(
            number=f"{timer.ticket:08d}"
        )
        title = QLabel(head, self)
        title.setFont(strong(self.font()))
        title.setWordWrap(True)
        when = full_moment(from_epoch(since))
        said = self.tr("Desde {when}, há {time}. O que vale desse tempo?")
        text = QLabel(said.format(when=when, time=clock_span(now - since)), self)
        text.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(title)
        column.addWidget(text)
        counted = clock_span(max(0, since - timer.started_at))
        self.buttons = {
            Silence.CUT: self.tr("&Encerrar ali: {time} valem").format(time=counted),
            Silence.SPLIT: self.tr("Encerrar ali e &recomeçar agora"),
            Silence.KEEP: self.tr("Eu estava trabalhando: &manter tudo"),
        }
        self.answers: dict[Silence, QPushButton] = {}
        for silence, words in self.buttons.items():
            button = QPushButton(words, self)
            button.setDefault(silence is Silence.CUT)
            button.clicked.connect(partial(self._on_answered, silence))
            column.addWidget(button)
            self.answers[silence] = button

    def _on_answered(self, silence: Silence) -> None:
        self.accept()
        self.answered.emit(silence)
