"""The figures of the dashboard as rows of words and numbers: for its paper and for its CSV file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from app.domain.dashboard import AgeFigures, Dashboard, Grouping
from app.domain.spreadsheet import marked
from app.domain.survey import SurveyState
from app.domain.ticket_events import Closing
from reports.sla_words import SEVERITIES
from reports.words import full_date, hours, month, number

GROUPINGS = {
    Grouping.TEAM: "equipe",
    Grouping.ANALYST: "analista",
    Grouping.PRODUCT: "produto",
}
CLOSINGS: dict[Closing | None, str] = {
    Closing.ACCEPTED: "aceite do cliente",
    Closing.AUTOMATIC: "automático, sem resposta",
    Closing.DUPLICATE: "duplicado",
    Closing.CANCELLED: "cancelado pelo cliente",
    Closing.IMPORTED: "no registro importado",
    None: "sem registro de como",
}
SURVEYS = {
    SurveyState.WAITING: "à espera",
    SurveyState.ANSWERED: "respondida",
    SurveyState.EXPIRED: "sem resposta",
}
NOBODY = {Grouping.TEAM: "", Grouping.ANALYST: "sem dono", Grouping.PRODUCT: "sem produto"}


@dataclass(frozen=True, slots=True)
class Told:
    """A figure in words: what it is about, its own name, a detail, and its value."""

    group: str
    name: str
    detail: str
    value: str


def age_word(age: AgeFigures) -> str:
    """Write an age as ``3 a 7 dias``."""
    if age.below is None:
        return f"{age.days} dias ou mais"
    if age.days == 0:
        return "menos de 1 dia"
    return f"{age.days} a {age.below} dias"


def rows_of(figures: Dashboard) -> Iterator[Told]:
    """Give every figure once, in the order of the screen."""
    yield from _compliance(figures)
    for day in figures.days:
        yield Told("Entradas e soluções", full_date(day.day), "entradas", _n(day.arrived.count))
        yield Told("Entradas e soluções", full_date(day.day), "soluções", _n(day.solved.count))
    for age in figures.ages:
        yield Told("Idade dos abertos", age_word(age), "chamados", _n(age.open.count))
    for load in figures.loads:
        name = "sem dono" if load.person is None else load.person.name
        yield Told("Carga por analista", name, "abertos", _n(load.open.count))
        yield Told("Carga por analista", name, "em atraso", _n(load.late.count))
    for risk in figures.risks:
        yield Told("Vencem até amanhã", risk.team, "chamados", _n(risk.due.count))
    yield Told("Cartas de aceite", "à espera do cliente", "chamados", _n(figures.letters.count))
    for closing in figures.closings:
        yield Told("Encerramentos", CLOSINGS[closing.closing], "chamados", _n(closing.closed.count))
    for state, figure in figures.surveys:
        yield Told("Pesquisas", SURVEYS[state], "pesquisas", _n(figure.count))
    for group in figures.satisfaction:
        about = f"Satisfação por {GROUPINGS[group.grouping]}"
        name = group.name or NOBODY[group.grouping]
        yield Told(about, name, "respostas", _n(group.answered.count))
        yield Told(about, name, "nota média", group.mean)
    for billed in figures.billed:
        name = month(billed.month)
        yield Told("Consultoria cobrada", name, "demonstrativos", _n(billed.statements))
        yield Told("Consultoria cobrada", name, "minutos", number(billed.minutes))
        yield Told("Consultoria cobrada", name, "valor", billed.amount.in_reais)
    for share in figures.duties:
        yield Told("Plantão", share.person.name, "horas", hours(share.seconds))


def _compliance(figures: Dashboard) -> Iterator[Told]:
    about = "Cumprimento de prazo"
    for row in figures.compliance:
        name = f"{row.team}, {SEVERITIES[row.severity]}"
        yield Told(about, name, "no prazo", _n(row.in_time.count))
        yield Told(about, name, "fora do prazo", _n(row.late.count))
        yield Told(about, name, "cumprimento", row.share)
    yield Told(about, "Total", "no prazo", _n(figures.in_time))
    yield Told(about, "Total", "fora do prazo", _n(figures.fell_due.count - figures.in_time))
    yield Told(about, "Total", "cumprimento", figures.share)


def _n(count: int) -> str:
    return number(count)


def dashboard_csv(figures: Dashboard) -> bytes:
    """Return the figures as a table that a spreadsheet opens: UTF-8 with mark, semicolons."""
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(("assunto", "item", "medida", "valor"))
    for told in rows_of(figures):
        value = told.value.replace("\u00a0", " ")
        writer.writerow((told.group, marked(told.name), told.detail, value))
    return stream.getvalue().encode("utf-8-sig")
