"""What an act changed, as a value that tells each screen what to refresh."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """The kinds of things a screen can show."""

    TICKET = "ticket"
    CLIENT = "client"
    CALENDAR = "calendar"
    ROSTER = "roster"
    OFERTA = "oferta"
    POLICY = "policy"
    OUTBOX = "outbox"
    TIME = "time"
    RATE = "rate"
    DOCUMENT = "document"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds of things that changed, and which tickets; none for a set means "any of them"."""

    kinds: frozenset[Kind] = frozenset()
    tickets: frozenset[int] | None = frozenset()

    def touches(self, kind: Kind) -> bool:
        """Tell whether anything of this kind changed."""
        return kind in self.kinds

    def __or__(self, other: Changes) -> Changes:
        """Join two changes into one."""
        if self.tickets is None or other.tickets is None:
            return Changes(self.kinds | other.kinds, None)
        return Changes(self.kinds | other.kinds, self.tickets | other.tickets)

    def __bool__(self) -> bool:
        """Tell whether anything changed at all."""
        return bool(self.kinds)


NO_CHANGES = Changes()
SETTINGS_CHANGED = Changes(frozenset({Kind.SETTING}))


def tickets_changed(*numbers: int) -> Changes:
    """Return the change of some tickets."""
    return Changes(frozenset({Kind.TICKET}), frozenset(numbers))
