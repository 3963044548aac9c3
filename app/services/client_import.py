"""Clients and contacts from a table: good lines are kept, bad ones named (CLI-1, CLI-3)."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.errors import DataFailure, InvalidInput, RuleRefusal
from app.domain.roles import Right
from app.services.client_fields import CLIENT_FIELDS, CONTACT_FIELDS, read_fields
from app.services.desk import Desk
from app.services.log_lines import (
    Bytes,
    Lines,
    Refusal,
    encoding_of,
    header_of,
    opened,
    records,
)
from app.storage import change_log, people
from app.storage.database import Connection

PREVIEWED = 1000
_PERMISSIONS = {
    "open": "may_open",
    "accept": "may_accept",
    "approve": "may_approve",
}
_MANAGE = "manage"
"""Makes a contact its client's administrator; a table takes that from nobody (CLI-2)."""


class Fate(Enum):
    """What becomes of a line."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ClientLine:
    """A line of the table as a preview shows it; ``reason`` says why it is refused."""

    line: int
    client: str
    contact: str
    fate: Fate
    reason: str = ""


@dataclass(slots=True)
class ClientImport:
    """What an import came to; ``refused`` lines changed nothing."""

    rows: int = 0
    clients: int = 0
    contacts: int = 0
    updated: int = 0
    refused: list[Refusal] = field(default_factory=list)
    lines: list[ClientLine] = field(default_factory=list)
    is_cut: bool = False


class _OnlyLooked(Exception):
    """Ends a preview without keeping anything."""


class ClientImportService:
    """Imports clients and contacts into a desk's database."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def import_clients(self, path: Path) -> ClientImport:
        """Import a table whose first line names its columns; the same lines again change nothing.

        ``client`` is needed; ``cnpj city state contract valid_from valid_until overdue`` are the
        client's, ``contact email cpf phone active permissions`` its contact's. Raises
        ``DataFailure`` for a file that cannot be used.
        """
        self._desk.require(Right.IMPORT)
        with opened(path) as (stream, _progress), self._desk.database.write() as connection:
            result = _import(connection, path, stream)
            changes = Changes(frozenset({Kind.CLIENT}))
            change_log.record(connection, changes, to_epoch(self._desk.clock.now()))
        return result

    def preview(self, path: Path) -> ClientImport:
        """Return what an import of the first lines of a table would come to; nothing is kept.

        No more than ``PREVIEWED`` lines: while they are tried no other desk writes.

        Raises what ``import_clients`` does.
        """
        self._desk.require(Right.IMPORT)
        with (
            suppress(_OnlyLooked),
            opened(path) as (stream, _progress),
            self._desk.database.write() as connection,
        ):
            result = _import(connection, path, stream, PREVIEWED)
            raise _OnlyLooked
        return result


def _import(
    connection: Connection, path: Path, stream: Bytes, most: int | None = None
) -> ClientImport:
    result = ClientImport()
    lines = Lines(stream, encoding_of(path))
    columns, delimiter = header_of(lines, None, path)
    _refuse_columns(columns, path)
    for line, cells in records(lines, delimiter):
        if result.rows == most:
            result.is_cut = True
            break
        result.rows += 1
        row = {n: c.strip() for n, c in zip(columns, cells, strict=False) if c.strip()}
        names = row.get("client", ""), row.get("contact", "") or row.get("email", "")
        before = result.clients, result.contacts, result.updated
        try:
            with connection.begin_nested():  # a refused line changes nothing, its client neither
                fate, reason = _save(connection, row, result), ""
        except (InvalidInput, RuleRefusal) as error:
            fate, reason = Fate.REFUSED, error.sentence
            result.clients, result.contacts, result.updated = before
            result.refused.append(Refusal(line, reason))
        result.lines.append(ClientLine(line, *names, fate, reason))
    result.refused = sorted([*result.refused, *lines.refused], key=lambda r: r.line)
    people.give_every_client_an_administrator(connection)
    return result


def _refuse_columns(columns: tuple[str, ...], path: Path) -> None:
    names = [*CLIENT_FIELDS, *CONTACT_FIELDS, "permissions"]
    unknown = [name for name in columns if name not in names]
    if "client" not in columns or unknown:
        known = " ".join(names)
        what = f"não conhece a coluna {unknown[0]!r}" if unknown else "não tem a coluna client"
        raise DataFailure(f"{path}: a tabela {what}; as colunas são {known}")


def _save(connection: Connection, row: Mapping[str, str], result: ClientImport) -> Fate:
    before = result.clients + result.contacts, result.updated
    client = read_fields(row, CLIENT_FIELDS)
    if "name" not in client:
        raise RuleRefusal("CLI-1", "client: diga o nome do cliente")
    contact = read_fields(row, CONTACT_FIELDS) | _permissions(row)
    if contact and not {"name", "email"} <= set(contact):
        raise RuleRefusal("CLI-3", "contact: diga nome e e-mail do contato")
    saved = people.save_client(connection, client)
    result.clients += saved.is_new
    result.updated += saved.is_changed
    if contact:
        saved = people.save_contact(connection, saved.id, contact)
        result.contacts += saved.is_new
        result.updated += saved.is_changed
    if result.clients + result.contacts > before[0]:
        return Fate.NEW
    return Fate.CHANGED if result.updated > before[1] else Fate.SAME


def _permissions(row: Mapping[str, str]) -> dict[str, bool]:
    if "permissions" not in row:
        return {}
    named = row["permissions"].replace(",", " ").replace(";", " ").split()
    unknown = [name for name in named if name not in {*_PERMISSIONS, _MANAGE}]
    if unknown:
        known = " ".join([*_PERMISSIONS, _MANAGE])
        reason = f"CLI-3: permissão desconhecida {unknown[0]!r}; são {known}"
        raise InvalidInput(reason, field="permissions")
    granted = {column: name in named for name, column in _PERMISSIONS.items()}
    return granted | ({"is_administrator": True} if _MANAGE in named else {})
