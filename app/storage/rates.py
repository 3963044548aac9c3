"""Rates per minute, what a contract says of their adjustment, and the IGP-M (CON-5)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from app.domain.igpm import NegativePolicy
from app.domain.money import MinuteRate
from app.storage.consulting_tables import consulting_terms, igpm, minute_rate
from app.storage.roster import Written


@dataclass(frozen=True, slots=True)
class KeptRate:
    """A rate of a client; ``adjustment`` is how it was worked out, none for one that was agreed."""

    first_day: date
    rate: MinuteRate
    author: str
    recorded_at: int
    reason: str
    adjustment: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class AdjustmentTerms:
    """What a contract says: the day of its anniversary, and what a negative index does."""

    anniversary: date
    negative: NegativePolicy = NegativePolicy.KEEP_RATE


@dataclass(frozen=True, slots=True)
class IndexMonth:
    """The variation of a month in percent, with where it was read."""

    month: date
    percent: Decimal
    source: str
    author: str = ""
    recorded_at: int | None = None


def rates_of(connection: Connection, client: int) -> tuple[KeptRate, ...]:
    """Return the rates of a client, in the order they begin to hold."""
    query = select(minute_rate).where(minute_rate.c.client_id == client)
    return tuple(
        KeptRate(
            row.first_day,
            MinuteRate(row.rate),
            row.author,
            row.recorded_at,
            row.reason,
            None if row.adjustment is None else json.loads(row.adjustment),
        )
        for row in connection.execute(query.order_by(minute_rate.c.first_day))
    )


def add_rate(connection: Connection, client: int, kept: KeptRate) -> None:
    """Keep a rate; what held before holds on for the days before it."""
    adjustment = None if kept.adjustment is None else json.dumps(dict(kept.adjustment))
    row = {
        "client_id": client,
        "first_day": kept.first_day,
        "rate": kept.rate.units,
        "author": kept.author,
        "recorded_at": kept.recorded_at,
        "reason": kept.reason,
        "adjustment": adjustment,
    }
    connection.execute(insert(minute_rate), row)


def clients_with_rates(connection: Connection) -> tuple[int, ...]:
    """Return the clients that have a rate."""
    return tuple(sorted(connection.scalars(select(minute_rate.c.client_id).distinct())))


def terms_of(connection: Connection, client: int) -> AdjustmentTerms | None:
    """Return what a client's contract says of the adjustment; none where nobody wrote it down."""
    kept = consulting_terms.c
    query = select(kept.anniversary, kept.negative).where(kept.client_id == client)
    row = connection.execute(query).first()
    return None if row is None else AdjustmentTerms(row.anniversary, NegativePolicy(row.negative))


def keep_terms(connection: Connection, client: int, terms: AdjustmentTerms) -> None:
    """Keep what a client's contract says of the adjustment."""
    connection.execute(delete(consulting_terms).where(consulting_terms.c.client_id == client))
    row = {
        "client_id": client,
        "anniversary": terms.anniversary,
        "negative": terms.negative.value,
    }
    connection.execute(insert(consulting_terms), row)


def own_months(connection: Connection) -> tuple[IndexMonth, ...]:
    """Return the months that were typed or imported."""
    query = select(igpm).order_by(igpm.c.month)
    return tuple(
        IndexMonth(row.month, Decimal(row.percent), row.source, row.author, row.recorded_at)
        for row in connection.execute(query)
    )


def keep_months(connection: Connection, months: Iterable[IndexMonth], written: Written) -> None:
    """Keep months; one that is known already is written over."""
    rows = [
        {
            "month": month.month,
            "percent": str(month.percent),
            "source": month.source,
            "author": written.author,
            "recorded_at": written.at,
        }
        for month in months
    ]
    if rows:
        connection.execute(delete(igpm).where(igpm.c.month.in_([row["month"] for row in rows])))
        connection.execute(insert(igpm), rows)
