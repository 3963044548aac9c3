"""How an edit of a calendar is told: what it puts in, takes out and changes (SLA-11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.domain.calendar_differences import ChangedEdit, ChangedVersion, Differences
from app.domain.calendar_editing import write_windows
from app.domain.calendar_plan import Recess, YearlyDay
from app.domain.team_calendar import (
    CalendarVersion,
    DayException,
    Holiday,
    LocalRule,
    NationalRule,
)
from ui.calendar.words import CLOSED, say
from ui.desk_words import holiday_text, source_text
from ui.format import full_day, weekdays
from ui.texts import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.domain.holiday_proposals import Proposal

LOCAL_RULES = {
    LocalRule.OPEN: QT_TRANSLATE_NOOP("Calendar", "aberta, como nos outros dias"),
    LocalRule.PLANTAO_ONLY: QT_TRANSLATE_NOOP("Calendar", "só nas janelas de plantão"),
    LocalRule.PLANTAO_ALL_DAY: QT_TRANSLATE_NOOP("Calendar", "o dia todo em plantão"),
    LocalRule.CLOSED: QT_TRANSLATE_NOOP("Calendar", "fechada"),
}
NATIONAL_RULES = {
    NationalRule.CLOSED: QT_TRANSLATE_NOOP("Calendar", "fechada"),
    NationalRule.OPEN: QT_TRANSLATE_NOOP("Calendar", "aberta, como nos outros dias"),
}
_NEW_VERSION = QT_TRANSLATE_NOOP("Calendar", "A partir de {day}: novos horários")
_GONE_VERSION = QT_TRANSLATE_NOOP("Calendar", "Os horários de {day} deixam de valer")
_CHANGED_VERSION = QT_TRANSLATE_NOOP("Calendar", "Os horários de {day} mudam")
_COUNTS = QT_TRANSLATE_NOOP("Calendar", "o plantão conta no prazo")
_COUNTS_NOT = QT_TRANSLATE_NOOP("Calendar", "o plantão não conta no prazo")
_NATIONAL = QT_TRANSLATE_NOOP("Calendar", "feriados nacionais: {rule}")
_LOCAL = QT_TRANSLATE_NOOP("Calendar", "feriados locais: {rule}")
_OWN = QT_TRANSLATE_NOOP("Calendar", "{day} · {name}: {windows}")
_RECESS = QT_TRANSLATE_NOOP("Calendar", "todo ano de {first} a {last} · {name}: fechado")
_YEARLY = QT_TRANSLATE_NOOP("Calendar", "todo ano em {rule} · {name} ({source})")
_TAKEN_OUT = QT_TRANSLATE_NOOP("Calendar", "sem {day}")
_EASTER = QT_TRANSLATE_NOOP("Calendar", "Páscoa {days:+d} dias")


def told(found: Differences) -> list[str]:
    """Say every difference, a line each; what goes begins with a minus, what comes with a plus."""
    lines = [line for change in found.versions for line in _version(change)]
    return lines + [f"{'+' if edit.is_new else '−'} {_edit(edit)}" for edit in found.edits]


def _version(change: ChangedVersion) -> Iterator[str]:
    day = full_day(change.first_valid)
    if change.after is None:
        yield "− " + say(_GONE_VERSION).format(day=day)
        return
    text = _NEW_VERSION if change.before is None else _CHANGED_VERSION
    yield "+ " + say(text).format(day=day)
    yield from (f"    {line}" for line in version_lines(change.after))


def version_lines(version: CalendarVersion) -> list[str]:
    """Say a version: the days that are alike together, then its rules."""
    lines = []
    names, at = weekdays(), 0
    while at < len(version.week):
        end = at
        while end + 1 < len(version.week) and version.week[end + 1] == version.week[at]:
            end += 1
        days = names[at] if at == end else f"{names[at]}–{names[end]}"
        lines.append(f"{days}: {write_windows(version.week[at]) or say(CLOSED)}")
        at = end + 1
    lines.append(say(_COUNTS if version.counts_plantao else _COUNTS_NOT))
    lines.append(say(_NATIONAL).format(rule=say(NATIONAL_RULES[version.national])))
    lines.append(say(_LOCAL).format(rule=say(LOCAL_RULES[version.local])))
    return lines


def _edit(edit: ChangedEdit) -> str:
    what = edit.what
    if isinstance(what, DayException):
        windows = write_windows(what.windows) or say(CLOSED)
        return say(_OWN).format(day=full_day(what.date), name=what.name, windows=windows)
    if isinstance(what, Recess):
        first, last = (f"{day:02d}/{month:02d}" for month, day in (what.first, what.last))
        return say(_RECESS).format(first=first, last=last, name=what.name)
    if isinstance(what, YearlyDay):
        source = source_text(what.source)
        return say(_YEARLY).format(rule=rule_text(what.rule), name=what.name, source=source)
    assert isinstance(what, Holiday)
    text = f"{full_day(what.date)} · {holiday_text(what)}"
    return say(_TAKEN_OUT).format(day=text) if edit.edit.value == "removed" else text


def rule_text(rule: str) -> str:
    """Say a rule: ``24/06``, a date, or days from Easter."""
    if rule.startswith("E"):
        return say(_EASTER).format(days=int(rule[1:]))
    year_month_day = rule.split("-")
    return "/".join(reversed(year_month_day))


def proposal_line(proposal: Proposal) -> tuple[str, ...]:
    """Return a proposed day as a line of a table."""
    when = rule_text(proposal.rule)
    return (when, proposal.name, source_text(proposal.source), proposal.origin)
