"""Days that differ: own windows, holidays put in, moved or taken out, a yearly recess (CAL-3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.calendar_editing import (
    read_windows,
    with_day,
    with_moved_day,
    with_own_day,
    with_recess,
    without_day,
    without_own_day,
    without_recess,
    without_yearly,
    write_windows,
)
from app.domain.calendar_plan import CalendarPlan, Recess
from app.domain.day_layout import layout_of
from app.domain.errors import InvalidInput
from app.domain.team_calendar import DayException, DaySource, Holiday
from ui.calendar.hours_form import typed_day
from ui.calendar.words import reasons
from ui.desk_words import holiday_text, source_text
from ui.format import full_day
from ui.widgets.form_dialog import FormDialog

_TAKE_OUT, _MOVE, _ADD = "remove", "move", "add"


class DayForm(FormDialog):
    """Asks for the windows of one day; the day may follow the rules again."""

    def __init__(self, plan: CalendarPlan, day: date, parent: QWidget) -> None:
        """Begin with the day as it is laid out."""
        super().__init__(self.tr("Horário próprio do dia"), self.tr("&Ver o que muda"), parent)
        self._plan = plan
        own = next((known for known in plan.own if known.date == day), None)
        layout = layout_of(plan.revision(), day)
        self.add_words(
            self.tr(
                "O horário próprio vale no lugar de qualquer outra regra do dia; vazio é fechado."
            )
        )
        self.add_line("date", self.tr("&Dia"), full_day(day))
        named = ", ".join(known.name for known in reasons(layout.reasons))
        self.add_line("name", self.tr("&Motivo do dia"), own.name if own else named)
        text = write_windows(own.windows if own else layout.windows)
        self.add_line("windows", self.tr("&Janelas"), text, self.tr("fechado"))
        self.add_tick("give_back", self.tr("Voltar às &regras"), ticked=False)
        self.ticks["give_back"].setEnabled(own is not None)
        self.finish(self.tr("Cancelar"))

    def edited(self, texts: dict[str, str], ticks: dict[str, bool]) -> CalendarPlan:
        """Return the plan with the day as typed; raises the field that is wrong."""
        day = typed_day(texts["date"], "date")
        if ticks["give_back"]:
            return without_own_day(self._plan, day)
        windows = read_windows(texts["windows"], "windows")
        return with_own_day(self._plan, DayException(day, windows, texts["name"].strip()))


class HolidayForm(FormDialog):
    """Asks for a holiday to be put in, or what becomes of one that is there."""

    def __init__(self, plan: CalendarPlan, day: date, parent: QWidget) -> None:
        """Offer what is named on a day."""
        super().__init__(self.tr("Feriado"), self.tr("&Ver o que muda"), parent)
        self._plan = plan
        self._named = list(reasons(_editable(plan, day)))
        options = [(self.tr("Incluir um feriado"), _ADD)]
        for place, known in enumerate(self._named):
            name = holiday_text(known)
            options.append((self.tr("Tirar: {name}").format(name=name), f"{_TAKE_OUT}{place}"))
            options.append((self.tr("Mudar de dia: {name}").format(name=name), f"{_MOVE}{place}"))
        self.add_choice("act", self.tr("&O que fazer"), options)
        self.add_line("date", self.tr("&Dia, ou o dia novo"), full_day(day))
        self.add_line("name", self.tr("&Nome"), "", self.tr("só para incluir"))
        sources = (DaySource.MUNICIPAL, DaySource.STATE, DaySource.NATIONAL)
        self.add_choice(
            "source", self.tr("&Tipo"), [(source_text(source), source.value) for source in sources]
        )
        self.finish(self.tr("Cancelar"))

    def edited(self, texts: dict[str, str], ticks: dict[str, bool]) -> CalendarPlan:
        """Return the plan with what was asked; raises the field that is wrong."""
        del ticks
        act, day = texts["act"], typed_day(texts["date"], "date")
        if act == _ADD:
            holiday = Holiday(day, texts["name"].strip(), DaySource(texts["source"]))
            return with_day(self._plan, holiday)
        if act.startswith(_TAKE_OUT):
            return _without(self._plan, self._named[int(act.removeprefix(_TAKE_OUT))])
        return with_moved_day(self._plan, self._named[int(act.removeprefix(_MOVE))], day)


def _editable(plan: CalendarPlan, day: date) -> Sequence[Holiday]:
    return plan.revision().holidays_on(day)


def _without(plan: CalendarPlan, holiday: Holiday) -> CalendarPlan:
    """Take out a day; one that comes back every year goes from all of them."""
    for yearly in plan.yearly:
        if yearly.in_year(holiday.date.year) == holiday:
            return without_yearly(plan, yearly)
    return without_day(plan, holiday)


class RecessForm(FormDialog):
    """Asks for days closed every year, or takes a recess out."""

    def __init__(self, plan: CalendarPlan, year: int, parent: QWidget) -> None:
        """Offer the recesses there are."""
        super().__init__(self.tr("Recesso de todo ano"), self.tr("&Ver o que muda"), parent)
        self._plan = plan
        options = [(self.tr("Incluir um recesso"), _ADD)]
        for place, recess in enumerate(plan.recesses):
            (first_month, first), (last_month, last) = recess.first, recess.last
            span = f"{first:02d}/{first_month:02d}–{last:02d}/{last_month:02d}"
            name = f"{recess.name} ({span})"
            options.append((self.tr("Tirar: {name}").format(name=name), f"{_TAKE_OUT}{place}"))
        self.add_choice("act", self.tr("&O que fazer"), options)
        self.add_line("name", self.tr("&Nome"), self.tr("Recesso de fim de ano"))
        self.add_line("first", self.tr("&Primeiro dia"), "24/12", self.tr("dia/mês"))
        self.add_line("last", self.tr("Ú&ltimo dia"), "02/01", self.tr("dia/mês"))
        self.add_line("since", self.tr("&Desde o ano"), str(year))
        self.add_line("until", self.tr("&Até o ano"), "", self.tr("vazio: sem fim"))
        self.finish(self.tr("Cancelar"))

    def edited(self, texts: dict[str, str], ticks: dict[str, bool]) -> CalendarPlan:
        """Return the plan with what was asked; raises the field that is wrong."""
        del ticks
        if texts["act"] != _ADD:
            place = int(texts["act"].removeprefix(_TAKE_OUT))
            return without_recess(self._plan, self._plan.recesses[place])
        until = texts["until"].strip()
        recess = Recess(
            _month_day(texts["first"], "first"),
            _month_day(texts["last"], "last"),
            texts["name"].strip(),
            _year(texts["since"], "since"),
            _year(until, "until") if until else None,
        )
        return with_recess(self._plan, recess)


def _month_day(text: str, field: str) -> tuple[int, int]:
    day, _, month = text.strip().partition("/")
    if not (day.isdigit() and month.isdigit()):
        raise InvalidInput("CAL-3: escreva o dia como 24/12", field=field)
    return int(month), int(day)


def _year(text: str, field: str) -> int:
    if not (text.strip().isdigit() and 2000 <= int(text) <= 2100):
        raise InvalidInput("CAL-3: escreva um ano entre 2000 e 2100", field=field)
    return int(text)
