"""Articles: answers that serve many callers (TKT-4)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """An answer for many callers; ``changed_at`` is in epoch seconds."""

    id: int
    title: str
    body: str
    is_offered: bool = True
    author: str | None = None
    changed_at: int = 0
