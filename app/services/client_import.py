"""Clients and contacts from a table: good lines are kept, bad ones named (CLI-1, CLI-3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.errors import DataFailure, InvalidInput, RuleRefusal
from app.domain.identifiers import read_cnpj, read_cpf, read_email, read_phone
from app.services.desk import Desk
from app.services.log_lines import Lines, Refusal, header_of, opened, records
from app.storage import change_log, people
from app.storage.database import Connection

_ENCODINGS = ("utf-8", "cp1252")
_TRUE, _FALSE = frozenset({"sim", "s", "true", "1"}), frozenset({"não", "nao", "n", "false", "0"})
_PERMISSIONS = {
    "open": "may_open",
    "accept": "may_accept",
    "approve": "may_approve",
}
_MANAGE = "manage"
"""Makes a contact its client's administrator; a table takes that from nobody (CLI-2)."""
_LONGEST = 200


@dataclass(slots=True)
class ClientImport:
    """What an import came to; ``refused`` lines changed nothing."""

    rows: int = 0
    clients: int = 0
    contacts: int = 0
    updated: int = 0
    refused: list[Refusal] = field(default_factory=list)


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
        result = ClientImport()
        with opened(path) as (stream, _progress), self._desk.database.write() as connection:
            lines = Lines(stream, _encoding_of(path))
            columns, delimiter = header_of(lines, None, path)
            _refuse_columns(columns, path)
            for line, cells in records(lines, delimiter):
                result.rows += 1
                row = {n: c.strip() for n, c in zip(columns, cells, strict=False) if c.strip()}
                try:
                    _save(connection, row, result)
                except (InvalidInput, RuleRefusal) as error:
                    result.refused.append(Refusal(line, error.sentence))
            result.refused = sorted([*result.refused, *lines.refused], key=lambda r: r.line)
            people.give_every_client_an_administrator(connection)
            changes = Changes(frozenset({Kind.CLIENT}))
            change_log.record(connection, changes, to_epoch(self._desk.clock.now()))
        return result


def _encoding_of(path: Path) -> str:
    with opened(path) as (stream, _progress):
        text = b"".join(iter(lambda: stream.readline(1 << 16), b""))
    try:
        text.decode(_ENCODINGS[0])
    except UnicodeDecodeError:
        return _ENCODINGS[1]
    return _ENCODINGS[0]


def _refuse_columns(columns: tuple[str, ...], path: Path) -> None:
    unknown = [name for name in columns if name not in {*_CLIENT, *_CONTACT, "permissions"}]
    if "client" not in columns or unknown:
        known = " ".join([*_CLIENT, *_CONTACT, "permissions"])
        what = f"não conhece a coluna {unknown[0]!r}" if unknown else "não tem a coluna client"
        raise DataFailure(f"{path}: a tabela {what}; as colunas são {known}")


def _save(connection: Connection, row: Mapping[str, str], result: ClientImport) -> None:
    client = _read(row, _CLIENT)
    if "name" not in client:
        raise RuleRefusal("CLI-1", "client: diga o nome do cliente")
    contact = _read(row, _CONTACT) | _permissions(row)
    if contact and not {"name", "email"} <= set(contact):
        raise RuleRefusal("CLI-3", "contact: diga nome e e-mail do contato")
    saved = people.save_client(connection, client)
    result.clients += saved.is_new
    result.updated += saved.is_changed
    if contact:
        saved = people.save_contact(connection, saved.id, contact)
        result.contacts += saved.is_new
        result.updated += saved.is_changed


def _read(row: Mapping[str, str], readers: Mapping[str, tuple[str, _Reader]]) -> dict[str, Any]:
    values = {}
    for name, (column, reader) in readers.items():
        if name in row:
            values[column] = _in_field(name, reader, row[name])
    return values


def _in_field(name: str, reader: _Reader, text: str) -> object:
    try:
        return reader(text)
    except InvalidInput as error:
        raise InvalidInput(error.reason, field=name) from error


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


def _text(text: str) -> str:
    if len(text) > _LONGEST:
        raise InvalidInput(f"passa de {_LONGEST} letras")
    return text


def _state(text: str) -> str:
    if len(text) != 2 or not text.isalpha():
        raise InvalidInput(f"CLI-1: estado inválido {text!r}; são duas letras, como SC")
    return text.upper()


def _date(text: str) -> date:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  # a date has no zone
        except ValueError:
            continue
    raise InvalidInput(f"data inválida {text!r}; use AAAA-MM-DD ou DD/MM/AAAA")


def _flag(text: str) -> bool:
    said = text.casefold()
    if said not in _TRUE | _FALSE:
        raise InvalidInput(f"{text!r} não é sim nem não")
    return said in _TRUE


_Reader = Callable[[str], object]
_CLIENT: dict[str, tuple[str, _Reader]] = {
    "client": ("name", _text),
    "cnpj": ("cnpj", read_cnpj),
    "city": ("city", _text),
    "state": ("state", _state),
    "contract": ("contract", _text),
    "valid_from": ("valid_from", _date),
    "valid_until": ("valid_until", _date),
    "overdue": ("is_overdue", _flag),
}
_CONTACT: dict[str, tuple[str, _Reader]] = {
    "contact": ("name", _text),
    "email": ("email", read_email),
    "cpf": ("cpf", read_cpf),
    "phone": ("phone", read_phone),
    "active": ("is_active", _flag),
}
