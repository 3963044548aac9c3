"""New hours of a team from a day on: drawn with the pointer or typed, several windows a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.calendar_editing import (
    DAY_FIELDS,
    read_version,
    read_windows,
    with_version,
    write_windows,
)
from app.domain.calendar_plan import CalendarPlan
from app.domain.clock import read_day
from app.domain.errors import InvalidInput
from app.domain.team_calendar import CalendarVersion, Window
from ui.calendar.plan_words import LOCAL_RULES, NATIONAL_RULES
from ui.calendar.week_sketch import WeekSketch
from ui.calendar.words import say
from ui.composition import WindowContext
from ui.format import full_day
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.widgets.form_dialog import FormDialog

_LABELS = (
    QT_TRANSLATE_NOOP("HoursForm", "&Segunda"),
    QT_TRANSLATE_NOOP("HoursForm", "&Terça"),
    QT_TRANSLATE_NOOP("HoursForm", "&Quarta"),
    QT_TRANSLATE_NOOP("HoursForm", "Qui&nta"),
    QT_TRANSLATE_NOOP("HoursForm", "Se&xta"),
    QT_TRANSLATE_NOOP("HoursForm", "Sá&bado"),
    QT_TRANSLATE_NOOP("HoursForm", "&Domingo"),
)
_WIDTH = 720


def typed_day(text: str, field: str) -> date:
    """Read a date as typed; ``InvalidInput`` names its field."""
    try:
        return read_day(text.strip())
    except InvalidInput as error:
        raise InvalidInput(error.reason, field=field) from error


class HoursForm(FormDialog):
    """Asks from when on which windows hold; lines and drawing always say the same."""

    def __init__(
        self, plan: CalendarPlan, first: date, context: WindowContext, parent: QWidget
    ) -> None:
        """Begin with the hours in force on a day."""
        super().__init__(self.tr("Horários da equipe"), self.tr("&Ver o que muda"), parent)
        self.setMinimumWidth(_WIDTH)
        self._plan = plan
        version = plan.revision().version_on(first)
        self.add_words(
            self.tr(
                "Janelas como 08:00-12:00, 12:00-13:30 plantão; vazio é fechado, 24:00 é o fim do "
                "dia. Nada muda antes da data de início (SLA-11)."
            )
        )
        self.add_line("first_valid", self.tr("A pa&rtir de"), full_day(first))
        for name, label, windows in zip(DAY_FIELDS, _LABELS, version.week, strict=True):
            text = write_windows(windows)
            self.add_line(name, translated("HoursForm", label), text, self.tr("fechado"))
            self.lines[name].setCursorPosition(0)
            self.lines[name].textEdited.connect(self._on_typed)
        self.sketch = WeekSketch(self.tr("Janelas da semana"), context.theme, self, editable=True)
        self.sketch.show_week(version.week)
        self.sketch.changed.connect(self._on_dragged)
        self.add_widget(self.sketch)
        self.add_tick(
            "counts_plantao",
            self.tr("O &plantão conta no prazo (CAL-2)"),
            ticked=version.counts_plantao,
        )
        nationals = [(say(text), rule.value) for rule, text in NATIONAL_RULES.items()]
        self.add_choice("national", self.tr("Feriados na&cionais"), nationals)
        locals_ = [(say(text), rule.value) for rule, text in LOCAL_RULES.items()]
        self.add_choice("local", self.tr("Feriados &locais"), locals_)
        self._choose("national", version.national.value)
        self._choose("local", version.local.value)
        self.finish(self.tr("Cancelar"))

    def edited(self, texts: dict[str, str], ticks: dict[str, bool]) -> CalendarPlan:
        """Return the plan with the hours typed; raises the field that is wrong."""
        return with_version(self._plan, self._read(texts, ticks))

    def _read(self, texts: dict[str, str], ticks: dict[str, bool]) -> CalendarVersion:
        first_valid = typed_day(texts["first_valid"], "first_valid")
        counts = "yes" if ticks["counts_plantao"] else "no"
        return read_version({**texts, "counts_plantao": counts}, first_valid)

    def _choose(self, name: str, code: str) -> None:
        box = self.choices[name]
        box.setCurrentIndex(max(0, box.findData(code)))

    def _on_typed(self) -> None:
        """Draw what can be read; what cannot keeps its drawing until it can."""
        week = list(self.sketch.week)
        for weekday, name in enumerate(DAY_FIELDS):
            try:
                week[weekday] = read_windows(self.lines[name].text(), name)
            except InvalidInput:
                continue
        self.sketch.show_week(week)

    def _on_dragged(self, weekday: int, windows: tuple[Window, ...]) -> None:
        self.lines[DAY_FIELDS[weekday]].setText(write_windows(windows))


PlanOf = Callable[[dict[str, str], dict[str, bool]], CalendarPlan]
"""What a form of the calendar makes of what was typed."""
