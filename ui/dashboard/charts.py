"""The charts of the dashboard, from its figures; their words are those of the screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.domain.dashboard import (
    AgeFigures,
    ComplianceFigures,
    Dashboard,
    DayFigures,
    Figure,
    Grouping,
    folded,
)
from app.domain.severity import Severity
from ui.dashboard.bars import Bar, Bars, Part
from ui.desk_words import word
from ui.format import count, month, working_time
from ui.texts import QT_TRANSLATE_NOOP, translated

_TITLES = {
    "teams": QT_TRANSLATE_NOOP("Dashboard", "Cumprimento por equipe"),
    "severities": QT_TRANSLATE_NOOP("Dashboard", "Cumprimento por severidade"),
    "days": QT_TRANSLATE_NOOP("Dashboard", "Entradas e soluções"),
    "loads": QT_TRANSLATE_NOOP("Dashboard", "Carga por analista"),
    "ages": QT_TRANSLATE_NOOP("Dashboard", "Idade dos abertos"),
    "risks": QT_TRANSLATE_NOOP("Dashboard", "Vencem até o fim de amanhã"),
    "closings": QT_TRANSLATE_NOOP("Dashboard", "Como encerraram"),
    "teams_liked": QT_TRANSLATE_NOOP("Dashboard", "Satisfação por equipe"),
    "people_liked": QT_TRANSLATE_NOOP("Dashboard", "Satisfação por analista"),
    "products_liked": QT_TRANSLATE_NOOP("Dashboard", "Satisfação por produto"),
    "billed": QT_TRANSLATE_NOOP("Dashboard", "Consultoria cobrada por mês"),
    "duties": QT_TRANSLATE_NOOP("Dashboard", "Horas de plantão"),
}
_EMPTY = {
    "days": QT_TRANSLATE_NOOP("Dashboard", "Nada entrou nem foi solucionado no período."),
    "teams": QT_TRANSLATE_NOOP("Dashboard", "Nenhum prazo venceu no período."),
    "severities": QT_TRANSLATE_NOOP("Dashboard", "Nenhum prazo venceu no período."),
    "loads": QT_TRANSLATE_NOOP("Dashboard", "Nenhum chamado aberto."),
    "ages": QT_TRANSLATE_NOOP("Dashboard", "Nenhum chamado aberto."),
    "risks": QT_TRANSLATE_NOOP("Dashboard", "Nada vence até o fim de amanhã."),
    "closings": QT_TRANSLATE_NOOP("Dashboard", "Nenhum chamado encerrado no período."),
    "teams_liked": QT_TRANSLATE_NOOP("Dashboard", "Nenhuma pesquisa respondida."),
    "people_liked": QT_TRANSLATE_NOOP("Dashboard", "Nenhuma pesquisa respondida."),
    "products_liked": QT_TRANSLATE_NOOP("Dashboard", "Nenhuma pesquisa respondida."),
    "billed": QT_TRANSLATE_NOOP("Dashboard", "Nada nos doze meses; por equipe não se divide."),
    "duties": QT_TRANSLATE_NOOP("Dashboard", "Ninguém na escala do período."),
}
_IN_TIME = QT_TRANSLATE_NOOP("Dashboard", "no prazo")
_LATE = QT_TRANSLATE_NOOP("Dashboard", "em atraso")
_MOST = 12
"""So many people, teams or products are drawn; the files of the dashboard have all of them."""


def charts_of(figures: Dashboard) -> dict[str, Bars]:
    """Return every chart, in the order of the page."""
    return {
        name: Bars(
            translated("Dashboard", _TITLES[name]),
            tuple(draw(figures))[:_MOST] if name not in _WHOLE else tuple(draw(figures)),
            translated("Dashboard", _EMPTY[name]),
            are_columns=name in _WHOLE,
        )
        for name, draw in _DRAWN.items()
    }


def _n(figure: Figure, name: str = "", token: str = "accent") -> Part:
    return Part(name, figure.count, count(figure.count), token, figure.behind)


def _kept(label: str, row: ComplianceFigures) -> Bar:
    told = f"{row.share} ({count(row.total)})"
    in_time = _n(row.in_time, translated("Dashboard", _IN_TIME), "done")
    late = _n(row.late, translated("Dashboard", _LATE), "late")
    return Bar(label, (in_time, late), told)


def _teams(figures: Dashboard) -> Iterable[Bar]:
    rows = sorted(figures.by_team, key=lambda row: -row.total)
    return [_kept(row.team, row) for row in rows]


def _severities(figures: Dashboard) -> Iterable[Bar]:
    return [_kept(severity_word(row.severity), row) for row in figures.by_severity]


def _days(figures: Dashboard) -> Iterable[Bar]:
    arrived, solved = (
        translated("Dashboard", text)
        for text in (
            QT_TRANSLATE_NOOP("Dashboard", "entradas"),
            QT_TRANSLATE_NOOP("Dashboard", "soluções"),
        )
    )
    has_any = any(day.arrived.count or day.solved.count for day in figures.days)
    for some in folded(figures.days) if has_any else ():
        parts = (_n(some.arrived, arrived), _n(some.solved, solved, "done"))
        yield Bar(_span_word(some), parts)


def _span_word(some: DayFigures) -> str:
    if some.day == some.last:
        return f"{some.day:%d/%m}"
    if (some.last - some.day).days < _WEEK:
        return f"{some.day:%d/%m}–{some.last:%d/%m}"
    return month(some.day)


def _loads(figures: Dashboard) -> Iterable[Bar]:
    nobody = QT_TRANSLATE_NOOP("Dashboard", "sem dono")
    for load in figures.loads:
        name = translated("Dashboard", nobody) if load.person is None else load.person.name
        parts = (
            _n(load.in_time, translated("Dashboard", _IN_TIME)),
            _n(load.late, translated("Dashboard", _LATE), "late"),
        )
        yield Bar(name, parts, count(load.open.count))


def _ages(figures: Dashboard) -> Iterable[Bar]:
    if figures.open.count:
        for age in figures.ages:
            yield Bar(age_word(age), (_n(age.open),), count(age.open.count))


def age_word(age: AgeFigures) -> str:
    """Return an age as ``3 a 7 dias``."""
    if age.below is None:
        text = translated("Dashboard", QT_TRANSLATE_NOOP("Dashboard", "{days} dias ou mais"))
        return text.format(days=age.days)
    if age.days == 0:
        return translated("Dashboard", QT_TRANSLATE_NOOP("Dashboard", "menos de 1 dia"))
    text = translated("Dashboard", QT_TRANSLATE_NOOP("Dashboard", "{days} a {below} dias"))
    return text.format(days=age.days, below=age.below)


def _risks(figures: Dashboard) -> Iterable[Bar]:
    for risk in figures.risks:
        yield Bar(risk.team, (_n(risk.due, token="soon"),), count(risk.due.count))


def _closings(figures: Dashboard) -> Iterable[Bar]:
    for closing in figures.closings:
        how = closing.closing
        label = (
            translated("Dashboard", QT_TRANSLATE_NOOP("Dashboard", "sem registro de como"))
            if how is None
            else word(how)
        )
        yield Bar(label, (_n(closing.closed),), count(closing.closed.count))


def _liked(grouping: Grouping) -> Callable[[Dashboard], Iterable[Bar]]:
    def draw(figures: Dashboard) -> Iterable[Bar]:
        nobody = {
            Grouping.ANALYST: QT_TRANSLATE_NOOP("Dashboard", "sem dono"),
            Grouping.PRODUCT: QT_TRANSLATE_NOOP("Dashboard", "sem produto"),
        }
        for group in figures.satisfaction:
            if group.grouping is grouping:
                label = group.name or translated("Dashboard", nobody.get(grouping, ""))
                told = f"{group.mean} ({count(group.answered.count)})"
                mean = group.score_sum / group.answered.count
                yield Bar(label, (Part("", mean, told, "accent", group.answered.behind),), told)

    return draw


def _billed(figures: Dashboard) -> Iterable[Bar]:
    if any(billed.statements for billed in figures.billed):
        for billed in figures.billed:
            reais = max(billed.amount.cents, 0) / 100
            part = Part("", reais, billed.amount.in_reais, "accent", billed.behind)
            yield Bar(month(billed.month), (part,), billed.amount.in_reais)


def _duties(figures: Dashboard) -> Iterable[Bar]:
    for share in figures.duties:
        told = working_time(share.seconds)
        yield Bar(share.person.name, (Part("", share.seconds, told, "accent"),), told)


def severity_word(severity: Severity | None) -> str:
    """Return how a severity is called, or that there is none."""
    if severity is None:
        return translated("Dashboard", QT_TRANSLATE_NOOP("Dashboard", "sem severidade"))
    return word(severity)


_WEEK = 7
_WHOLE = frozenset({"days", "billed"})
_DRAWN: dict[str, Callable[[Dashboard], Iterable[Bar]]] = {
    "days": _days,
    "teams": _teams,
    "severities": _severities,
    "loads": _loads,
    "ages": _ages,
    "risks": _risks,
    "closings": _closings,
    "teams_liked": _liked(Grouping.TEAM),
    "people_liked": _liked(Grouping.ANALYST),
    "products_liked": _liked(Grouping.PRODUCT),
    "billed": _billed,
    "duties": _duties,
}
