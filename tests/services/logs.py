"""Small logs and mappings, written to files as somebody else's program would."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from app.services.desk import Desk
from app.services.importing import ImportingService, ImportSummary
from app.services.log_mapping import LogMapping, mapping_from

HEADER = "Chamado,Quando,O que,Quem,Gravidade,Cliente"
PLAIN: dict[str, Any] = {
    "ticket": "Chamado",
    "time": "Quando",
    "time_format": "%Y-%m-%d %H:%M:%S",
    "activity": "O que",
    "analyst": "Quem",
    "severity": "Gravidade",
    "client": "Cliente",
    "team": "suporte-tecnico",
    "activities": {
        "Abriu": "opened",
        "Classificou": "reclassified",
        "Pegou": "assigned",
        "Espera": "pending_client",
        "Respondeu": "client_answered",
        "Resolveu": "solution",
        "Recusou": "refused",
        "Adiou": "postponed",
        "Aceitou": "accepted",
        "Fechou": "closed",
        "Anotou": "note",
        "Leu": "ignore",
    },
    "severities": {"1": "critical", "2": "high", "3": "low"},
}


def a_mapping(changes: Mapping[str, Any] | None = None) -> LogMapping:
    """Return the plain mapping with some keys changed; a value of none takes the key out."""
    entry = {
        key: value for key, value in (PLAIN | dict(changes or {})).items() if value is not None
    }
    return mapping_from(entry, default_source="teste")


def row(ticket: str, when: str, what: str, who: str = "Ana", how: str = "1") -> str:
    return f"{ticket},2026-{when},{what},{who},{how},Escola Exemplo"


ONE_TICKET = (
    row("A", "03-02 09:00:00", "Abriu"),
    row("A", "03-02 09:30:00", "Pegou"),
    row("A", "03-02 10:00:00", "Espera"),
    row("A", "03-02 11:00:00", "Respondeu"),
    row("A", "03-03 10:00:00", "Resolveu"),
)


def write_log(
    folder: Path, rows: Iterable[str], *, header: str = HEADER, encoding: str = "utf-8"
) -> Path:
    path = folder / "log.csv"
    path.write_bytes("".join(f"{line}\n" for line in (header, *rows)).encode(encoding))
    return path


def silent(_step: str, _done: int, _total: int) -> None:
    """Report to nobody."""


def import_rows(
    desk: Desk,
    folder: Path,
    rows: Iterable[str],
    mapping: LogMapping | None = None,
    until: int | None = None,
) -> ImportSummary:
    path = write_log(folder, rows)
    service = ImportingService(desk)
    return service.import_log(path, mapping or a_mapping(), until=until, report=silent)
