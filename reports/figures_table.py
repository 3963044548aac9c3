"""The figures of a numbered document as a table that a spreadsheet opens (rulebook §10)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any

from app.domain.spreadsheet import marked

_SECTIONS = {
    "billed": "cobrado",
    "waived": "não cobrado",
    "credits": "crédito",
    "tickets": "chamado",
    "rows": "cumprimento",
    "late": "fora do prazo",
}
_COLUMNS = {
    "number": "chamado",
    "ticket": "chamado",
    "statement": "demonstrativo",
    "summary": "assunto",
    "client": "cliente",
    "team": "equipe",
    "kind": "tipo",
    "severity": "severidade",
    "verdict": "por quê",
    "reason": "motivo",
    "opened": "abertura",
    "due": "prazo",
    "solved": "solução",
    "outcome": "situação",
    "was_ever_late": "já esteve atrasado",
    "pauses": "esperas",
    "paused_seconds": "segundos de espera",
    "ending": "encerramento",
    "score": "nota",
    "in_time": "no prazo",
    "ever_late": "já estiveram atrasados",
    "late": "fora do prazo",
    "late_seconds": "segundos de atraso",
    "rate": "tarifa",
    "seconds": "segundos",
    "minutes": "minutos",
    "amount": "valor",
}
_TOTALS = ("minutes", "amount")


def figures_csv(figures: Mapping[str, Any]) -> bytes:
    """Return the lines of a document as CSV, and its totals; ``figures`` are plain data.

    UTF-8 with its mark, semicolons. Instants are ISO 8601, amounts have a comma for decimals.
    """
    rows = list(_rows(figures))
    columns = [name for name in _COLUMNS if any(name in row for _section, row in rows)]
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(["seção", *(_COLUMNS[name] for name in columns)])
    for section, row in rows:
        writer.writerow([section, *(_cell(name, row.get(name)) for name in columns)])
    return stream.getvalue().encode("utf-8-sig")


def _rows(figures: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for section, words in _SECTIONS.items():
        lines = figures.get(section)
        for line in lines if isinstance(lines, list) else ():
            yield words, line
    totals = {name: figures[name] for name in _TOTALS if name in figures}
    if totals:
        yield "total", totals


def _cell(name: str, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "sim" if value else "não"
    if name in ("amount", "rate"):
        return str(value).replace(".", ",")
    return marked(value) if isinstance(value, str) else str(value)
