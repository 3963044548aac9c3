"""The fields of clients and contacts as people write them, each checked (CLI-1, CLI-3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.clock import read_day
from app.domain.errors import InvalidInput
from app.domain.identifiers import read_cnpj, read_cpf, read_email, read_phone

_TRUE, _FALSE = frozenset({"sim", "s", "true", "1"}), frozenset({"não", "nao", "n", "false", "0"})
_LONGEST = 200


def read_fields(
    row: Mapping[str, str], readers: Mapping[str, tuple[str, Reader]]
) -> dict[str, Any]:
    """Return the values of the fields given, by column; ``InvalidInput`` names the wrong field."""
    values = {}
    for name, (column, reader) in readers.items():
        if name in row:
            values[column] = _in_field(name, reader, row[name])
    return values


def _in_field(name: str, reader: Reader, text: str) -> object:
    try:
        return reader(text)
    except InvalidInput as error:
        raise InvalidInput(error.reason, field=name) from error


def _text(text: str) -> str:
    if len(text) > _LONGEST:
        raise InvalidInput(f"passa de {_LONGEST} letras")
    return text


def _state(text: str) -> str:
    if len(text) != 2 or not text.isalpha():
        raise InvalidInput(f"CLI-1: estado inválido {text!r}; são duas letras, como SC")
    return text.upper()


def _flag(text: str) -> bool:
    said = text.casefold()
    if said not in _TRUE | _FALSE:
        raise InvalidInput(f"{text!r} não é sim nem não")
    return said in _TRUE


Reader = Callable[[str], object]
CLIENT_FIELDS: dict[str, tuple[str, Reader]] = {
    "client": ("name", _text),
    "cnpj": ("cnpj", read_cnpj),
    "city": ("city", _text),
    "state": ("state", _state),
    "contract": ("contract", _text),
    "valid_from": ("valid_from", read_day),
    "valid_until": ("valid_until", read_day),
    "overdue": ("is_overdue", _flag),
    "unit": ("unit", _text),
    "ear": ("ear", _text),
    "gar": ("gar", _text),
}
CONTACT_FIELDS: dict[str, tuple[str, Reader]] = {
    "contact": ("name", _text),
    "email": ("email", read_email),
    "cpf": ("cpf", read_cpf),
    "phone": ("phone", read_phone),
    "active": ("is_active", _flag),
}
