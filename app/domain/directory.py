"""The service areas a caller may be sent to (TKT-7)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ServiceArea:
    """An area with its phone and the menu path there; ``team`` is the key that gives its hours."""

    name: str
    team: str
    phone: str = ""
    path: str = ""
    notes: str = ""
