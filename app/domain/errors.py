"""What can be refused, in words a person can act on."""

from __future__ import annotations


class BancadaError(Exception):
    """Something was refused or could not be done; the text says what and what to do."""

    @property
    def sentence(self) -> str:
        """The one sentence shown to a person."""
        return str(self)


class RuleRefusal(BancadaError):
    """A rule of the rulebook forbids the act; the text begins with the rule's id."""

    def __init__(self, rule: str, reason: str) -> None:
        """Keep the rule's id (``ACC-4``) and the reason, a whole sentence."""
        super().__init__(f"{rule}: {reason}")
        self.rule = rule
        self.reason = reason


class InvalidInput(BancadaError):
    """A value that was typed, sent or imported cannot be used."""

    def __init__(self, reason: str, *, field: str | None = None) -> None:
        """Keep the reason and the field (or line) it belongs to."""
        super().__init__(f"{field}: {reason}" if field else reason)
        self.field = field
        self.reason = reason


class NotComputable(BancadaError):
    """A deadline has no answer under this calendar; the text says why (pitfall A13)."""


class NotFound(BancadaError):
    """What was asked for does not exist."""


class DataFailure(BancadaError):
    """A file or database cannot be read or written; the text says which and what to do."""
