"""The IGP-M: shipped months, and those a person types or imports with their source (CON-5)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.errors import DataFailure, InvalidInput
from app.domain.igpm import read_month, read_percent
from app.domain.roles import Right
from app.services.desk import Desk
from app.services.log_lines import Refusal
from app.storage import change_log, rates
from app.storage.database import Connection
from app.storage.rates import IndexMonth
from app.storage.roster import Written
from resources.locate import resource

RATES_CHANGED = Changes(frozenset({Kind.RATE}))
SHIPPED_SOURCE = "Banco Central do Brasil, série 189"
_LONGEST_SOURCE = 200


@dataclass(frozen=True, slots=True)
class IndexImport:
    """What an import of months came to; refused lines changed nothing."""

    months: tuple[IndexMonth, ...]
    refused: tuple[Refusal, ...]
    changes: Changes


@lru_cache(maxsize=1)
def shipped_months() -> Mapping[date, Decimal]:
    """Return the months that come with the program, in percent."""
    with resource("catalog", "igpm.csv").open(encoding="utf-8", newline="") as table:
        return {read_month(row["month"]): Decimal(row["percent"]) for row in csv.DictReader(table)}


def index_in(connection: Connection) -> dict[date, Decimal]:
    """Return the whole index; a month a person wrote goes before the shipped one."""
    own = {month.month: month.percent for month in rates.own_months(connection)}
    return {**shipped_months(), **own}


class IndexService:
    """Shows and keeps the months of the index."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def months(self) -> tuple[IndexMonth, ...]:
        """Return every month known, the newest first."""
        with self._desk.database.read() as connection:
            own = {month.month: month for month in rates.own_months(connection)}
        shipped = {
            month: IndexMonth(month, percent, SHIPPED_SOURCE)
            for month, percent in shipped_months().items()
        }
        known = {**shipped, **own}
        return tuple(known[month] for month in sorted(known, reverse=True))

    def keep(self, typed: Mapping[str, str]) -> Changes:
        """Keep a month as it was typed: ``month percent source``; raises the field."""
        month = _read(typed)
        return self._write((month,))

    def import_file(self, path: Path, source: str) -> IndexImport:
        """Import months from a table with the columns ``month`` and ``percent``.

        Good lines are kept, bad ones named by line; ``DataFailure`` for a file that is no table.
        """
        self._desk.require(Right.BILLING)
        good, refused = [], []
        for line, row in _rows(path):
            try:
                good.append(_read({**row, "source": source}))
            except InvalidInput as error:
                refused.append(Refusal(line, error.sentence))
        changes = self._write(tuple(good))
        return IndexImport(tuple(good), tuple(refused), changes)

    def _write(self, months: tuple[IndexMonth, ...]) -> Changes:
        self._desk.require(Right.BILLING)
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.write() as connection:
            written = Written(self._desk.person or self._desk.name, now)
            rates.keep_months(connection, months, written)
            change_log.record(connection, RATES_CHANGED, now)
        return RATES_CHANGED


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFailure(f"não foi possível ler {path}; salve-o como CSV em UTF-8") from error
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter)
    if not {"month", "percent"} <= set(reader.fieldnames or ()):
        raise DataFailure(f"{path}: a tabela precisa das colunas month e percent")
    return [
        (reader.line_num, {name: row[name] or "" for name in ("month", "percent")})
        for row in reader
    ]


def _read(typed: Mapping[str, str]) -> IndexMonth:
    source = typed.get("source", "").strip()
    if not source or len(source) > _LONGEST_SOURCE:
        raise InvalidInput("CON-5: diga a fonte do índice", field="source")
    values: dict[str, date | Decimal] = {}
    for field, reader in (("month", read_month), ("percent", read_percent)):
        try:
            values[field] = reader(typed.get(field, ""))
        except InvalidInput as error:
            raise InvalidInput(error.reason, field=field) from error
    month, percent = values["month"], values["percent"]
    assert isinstance(month, date)
    assert isinstance(percent, Decimal)
    return IndexMonth(month, percent, source)
