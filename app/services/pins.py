"""Secrets that people say or type, kept as Argon2 hashes; wrong tries lock for a while (CLI-4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.domain.desk_rules import DeskRules

if TYPE_CHECKING:
    from argon2 import PasswordHasher


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong tries so far, and until when nothing is tried, in epoch seconds (CLI-4)."""

    wrong: int
    locked_until: int | None
    rules: DeskRules

    def is_locked(self, now: int) -> bool:
        """Tell whether a try is refused unheard."""
        return (self.locked_until or 0) > now

    def minutes_left(self, now: int) -> int:
        """Return how many minutes a lock still lasts, rounded up."""
        return -(-max(0, (self.locked_until or 0) - now) // 60)

    def after(self, now: int, *, is_right: bool) -> dict[str, int | None]:
        """Return what a try leaves behind: nothing, one more wrong one, or a lock."""
        if self.is_locked(now):
            return {"locked_until": self.locked_until}
        wrong = 0 if is_right else self.wrong + 1
        if wrong < self.rules.wrong_tries:
            return {"wrong_tries": wrong, "locked_until": None}
        return {"wrong_tries": 0, "locked_until": now + 60 * self.rules.lock_minutes}


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher  # no start has to wait for it

    return PasswordHasher()


def hashed(secret: str) -> str:
    """Return what is kept of a secret."""
    return _hasher().hash(secret)


def fits(secret: str, kept: str) -> bool:
    """Tell whether a secret is the one that was kept; takes long on purpose."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    try:
        return _hasher().verify(kept, secret)
    except (Argon2Error, InvalidHashError):
        return False
