"""Minutes as they are typed and corrected, and taken back with their reason (CON-4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from PySide6.QtWidgets import QWidget

from app.domain.clock import from_epoch, to_brasilia
from app.domain.time_entries import Activity, TimeEntry, TimeKind
from ui.consulting_words import consulting_word
from ui.format import full_day
from ui.widgets.form_dialog import FormDialog


@dataclass(frozen=True, slots=True)
class FreeTime:
    """A day, and maybe a stretch of it in epoch seconds, that a new entry begins with."""

    day: date
    start: int | None = None
    end: int | None = None
    ticket: str = ""
    asks_ticket: bool = False


class TimeForm(FormDialog):
    """Asks for day, times, activity and what was done; a correction asks why too."""

    def __init__(
        self,
        entry: TimeEntry | None,
        now: datetime,
        parent: QWidget,
        *,
        free: FreeTime | None = None,
    ) -> None:
        """Begin with an entry to correct, with free time to account for, or with today."""
        title = self.tr("Apontar tempo") if entry is None else self.tr("Corrigir apontamento")
        verb = self.tr("&Apontar") if entry is None else self.tr("&Corrigir")
        super().__init__(title, verb, parent)
        free = free or FreeTime(to_brasilia(now).date())
        day, start, end = free.day, _wall(free.start), _wall(free.end)
        if entry is not None:
            first = to_brasilia(from_epoch(entry.span.start))
            day, start, end = first.date(), _time(first), _wall(entry.span.end)
        if free.asks_ticket:
            self.add_line("ticket", self.tr("&Chamado"), free.ticket, "00000000")
        self.add_line("day", self.tr("&Dia"), full_day(day))
        self.add_line("start", self.tr("&Início"), start, "09:00")
        self.add_line("end", self.tr("&Fim"), end, "10:35")
        activity, kind = (None, None) if entry is None else (entry.activity, entry.kind)
        self._add_enum("activity", self.tr("A&tividade"), Activity, activity)
        self._add_enum("kind", self.tr("&Para quem"), TimeKind, kind)
        self.add_text("description", self.tr("&O que foi feito"))
        if entry is not None:
            self.texts["description"].setPlainText(entry.description)
            self.add_line("reason", self.tr("&Motivo"), "", self.tr("por que se corrige"))
        self.finish(self.tr("Cance&lar"))
        first_empty = next((n for n, line in self.lines.items() if not line.text()), "end")
        self.lines["end" if entry is not None else first_empty].setFocus()

    def _add_enum(self, name: str, label: str, kind: type[Enum], chosen: Enum | None) -> None:
        options = [(consulting_word(member), str(member.value)) for member in kind]
        self.add_choice(name, label, options)
        if chosen is not None:
            self.choices[name].setCurrentIndex(list(kind).index(chosen))


class VoidForm(FormDialog):
    """Asks why minutes are taken back."""

    def __init__(self, entry: TimeEntry, parent: QWidget) -> None:
        """Say what happens to the entry."""
        super().__init__(self.tr("Anular apontamento"), self.tr("&Anular"), parent)
        self.add_words(
            self.tr("Está num demonstrativo emitido: o próximo traz o crédito (CON-7).")
            if entry.is_locked
            else self.tr("O apontamento fica à vista, riscado, e deixa de contar.")
        )
        self.add_line("reason", self.tr("&Motivo"), "")
        self.finish(self.tr("Cance&lar"))


def _wall(instant: int | None) -> str:
    return "" if instant is None else _time(to_brasilia(from_epoch(instant)))


def _time(wall: datetime) -> str:
    return f"{wall:%H:%M:%S}" if wall.second else f"{wall:%H:%M}"
