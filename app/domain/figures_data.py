"""Figures as plain data: what ``--json`` prints and what is kept with an issued document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from app.domain.clock import format_instant
from app.domain.money import MinuteRate, Money

_WRITTEN: tuple[tuple[type | tuple[type, ...], Callable[[Any], object]], ...] = (
    ((Money, MinuteRate), lambda value: value.text),
    (Enum, lambda value: value.value),
    (datetime, format_instant),
    (date, lambda value: value.isoformat()),
    (Decimal, str),
    (Mapping, lambda value: {str(key): plain(inner) for key, inner in value.items()}),
    ((tuple, list), lambda value: [plain(inner) for inner in value]),
)


def plain(value: object) -> object:
    """Return figures as JSON takes them: dates in ISO, instants in UTC, money as text."""
    for kinds, written in _WRITTEN:
        if isinstance(value, kinds):
            return written(value)
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def plain_figures(figures: object) -> dict[str, object]:
    """Return the figures of a document as an object of JSON."""
    told = plain(figures)
    assert isinstance(told, dict)
    return told
