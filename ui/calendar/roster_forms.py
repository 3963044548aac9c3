"""What is asked to change the roster: who, which days, and how a colleague agreed (CAL-7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import InvalidInput
from app.domain.queue_view import Reference
from app.domain.roster import Absence, Duty, Post
from ui.calendar.bar import month_of
from ui.calendar.hours_form import typed_day
from ui.failures import describe
from ui.format import day, full_day
from ui.matching import match_rank
from ui.tokens import GRID, ROW
from ui.widgets.form_dialog import FormDialog

_WIDE = 560
_DUTY_SIZE = QSize(380, 460)
_NUMBER = Qt.ItemDataRole.UserRole


class DutyDialog(QDialog):
    """Everybody with a tick at who is on duty in one window; typing narrows the list."""

    asked = Signal(object, object)  # numbers to put on, duties to take off

    def __init__(self, post: Post, people: Sequence[Reference], parent: QWidget) -> None:
        """Tick who holds the post now."""
        super().__init__(parent)
        self.setWindowTitle(
            self.tr("Plantão {window} · {day}").format(window=post.window.label, day=day(post.day))
        )
        self._held = {duty.person.id: duty for duty in (*post.on_duty, *post.away)}
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("nome…"))
        self.filter.setAccessibleName(self.tr("Filtrar pessoas"))
        self.people = QListWidget(self)
        self.people.setObjectName("choices")
        self.people.setAccessibleName(self.tr("Pessoas neste plantão"))
        for person in people:
            item = QListWidgetItem(person.name)
            item.setData(_NUMBER, person.id)
            item.setSizeHint(QSize(0, ROW))
            held = person.id in self._held
            item.setCheckState(Qt.CheckState.Checked if held else Qt.CheckState.Unchecked)
            self.people.addItem(item)
        if people:
            self.people.setCurrentRow(0)
        self._refusal = QLabel(self)
        self._refusal.setObjectName("late")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self.do_button = QPushButton(self.tr("&Salvar escala"), self)
        self.do_button.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.do_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancelar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for part in (self.filter, self.people, self._refusal, buttons):
            column.addWidget(part)
        self.filter.textEdited.connect(self._on_typed)
        self.resize(_DUTY_SIZE)
        self.people.setFocus()

    @property
    def refusal_text(self) -> str:
        """Why it was refused."""
        return self._refusal.text()

    def refuse(self, error: Exception) -> None:
        """Say why it was refused; the ticks stay."""
        self.do_button.setEnabled(True)
        self._refusal.setText(describe(error).told())
        self._refusal.show()

    def _on_typed(self, text: str) -> None:
        for row in range(self.people.count()):
            item = self.people.item(row)
            item.setHidden(match_rank(text, item.text()) is None)

    def _on_accepted(self) -> None:
        items = [self.people.item(row) for row in range(self.people.count())]
        wanted = {
            int(item.data(_NUMBER)) for item in items if item.checkState() == Qt.CheckState.Checked
        }
        added = sorted(wanted - self._held.keys())
        ended = [duty.id for number, duty in self._held.items() if number not in wanted]
        self.do_button.setEnabled(False)
        self.asked.emit(added, ended)


class RotateForm(FormDialog):
    """Asks for people in their order and for the days they take turns on."""

    def __init__(
        self, people: Sequence[Reference], turns: Sequence[str], first: date, parent: QWidget
    ) -> None:
        """Begin with those who take turns already, from a day to the end of its month."""
        super().__init__(self.tr("Rodízio semanal"), self.tr("&Preencher vagos"), parent)
        self._people = {person.name.casefold(): person.id for person in people}
        self.add_words(
            self.tr(
                "Uma pessoa por linha; cada uma fica com uma semana. O que já tem dono não muda."
            )
        )
        self.add_text("people", self.tr("P&essoas"))
        self.texts["people"].setPlainText("\n".join(turns))
        last = month_of(first)[1]
        self.add_line("first", self.tr("&Desde"), full_day(first))
        self.add_line("last", self.tr("&Até"), full_day(last))
        self.finish(self.tr("Cancelar"))

    def read(self, texts: Mapping[str, str]) -> tuple[list[int], date, date]:
        """Return numbers of people and the days; raises the field that is wrong."""
        names = [line.strip() for line in texts["people"].splitlines() if line.strip()]
        for name in names:
            if name.casefold() not in self._people:
                raise InvalidInput(f"CAL-7: não há {name!r} na mesa", field="people")
        numbers = [self._people[name.casefold()] for name in names]
        return numbers, typed_day(texts["first"], "first"), typed_day(texts["last"], "last")


class CopyWeekForm(FormDialog):
    """Asks from which week to which one."""

    def __init__(self, source: date, parent: QWidget) -> None:
        """Begin with a week and the one after it."""
        super().__init__(self.tr("Copiar a escala da semana"), self.tr("&Copiar"), parent)
        self.add_words(self.tr("Preenche os plantões vagos com quem tem o mesmo na outra semana."))
        self.add_line("source", self.tr("&Da semana de"), full_day(source))
        self.add_line("target", self.tr("&Para a semana de"), full_day(source + timedelta(days=7)))
        self.finish(self.tr("Cancelar"))

    def read(self, texts: Mapping[str, str]) -> tuple[date, date]:
        """Return a day of each week; raises the field that is wrong."""
        return typed_day(texts["source"], "source"), typed_day(texts["target"], "target")


class SwapForm(FormDialog):
    """Asks for two duties and how the other one agreed."""

    def __init__(self, duties: Sequence[Duty], chosen: Duty | None, parent: QWidget) -> None:
        """Offer the duties of some weeks; the chosen one stands first."""
        super().__init__(self.tr("Trocar plantões"), self.tr("&Registrar troca"), parent)
        self.setMinimumWidth(_WIDE)
        options = [(_duty_text(duty), str(duty.id)) for duty in duties]
        self.add_choice("mine", self.tr("&Plantão de quem pede"), options)
        self.add_choice("theirs", self.tr("&Trocar com"), options)
        words = self.tr("ex.: concordou por telefone, hoje às 10h")
        self.add_line("words", self.tr("&Como o colega concordou"), "", words)
        if chosen is not None:
            box = self.choices["mine"]
            box.setCurrentIndex(max(0, box.findData(str(chosen.id))))
        asker = duties[max(0, self.choices["mine"].currentIndex())].person
        others = [row for row, duty in enumerate(duties) if duty.person != asker]
        self.choices["theirs"].setCurrentIndex(next(iter(others), 0))
        self.finish(self.tr("Cancelar"))


def _duty_text(duty: Duty) -> str:
    hours = f"{duty.start // 60:02d}:{duty.start % 60:02d}–{duty.end // 60:02d}:{duty.end % 60:02d}"
    return f"{day(duty.day)} {hours} · {duty.person.name}"


class AbsenceForm(FormDialog):
    """Asks who is away and when, or takes an absence back."""

    def __init__(
        self, people: Sequence[Reference], absences: Sequence[Absence], first: date, parent: QWidget
    ) -> None:
        """Offer everybody, and the absences there are."""
        super().__init__(self.tr("Ausências"), self.tr("&Salvar"), parent)
        options = [(self.tr("Registrar uma ausência"), "")]
        for absence in absences:
            span = f"{absence.first:%d/%m}–{absence.last:%d/%m}"
            text = self.tr("Desfazer: {name}, {span} ({reason})").format(
                name=absence.person.name, span=span, reason=absence.reason
            )
            options.append((text, str(absence.id)))
        self.add_choice("act", self.tr("&O que fazer"), options)
        self.add_choice("person", self.tr("&Quem"), [(p.name, str(p.id)) for p in people])
        self.add_line("first", self.tr("&Desde"), full_day(first))
        self.add_line("last", self.tr("&Até"), full_day(first))
        self.add_line("reason", self.tr("&Motivo"), "", self.tr("férias, consulta…"))
        self.finish(self.tr("Cancelar"))


class PersonForm(FormDialog):
    """Asks whose duties are exported, and which days."""

    def __init__(self, people: Sequence[Reference], first: date, parent: QWidget) -> None:
        """Offer everybody."""
        super().__init__(self.tr("Plantões de uma pessoa"), self.tr("&Escolher arquivo"), parent)
        self.add_choice("person", self.tr("&Quem"), [(p.name, str(p.id)) for p in people])
        self.add_line("first", self.tr("&Desde"), full_day(first))
        self.add_line("last", self.tr("&Até"), full_day(first + timedelta(days=90)))
        self.finish(self.tr("Cancelar"))
