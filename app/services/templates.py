"""The texts of messages that go out to the client."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from resources.locate import resource


@dataclass(frozen=True, slots=True)
class Template:
    """Subject and body of a kind of message, with the facts of the ticket in braces."""

    subject: str
    body: str

    def filled(self, **facts: str) -> tuple[str, str]:
        """Return subject and body with the facts in their places."""
        return self.subject.format(**facts), self.body.strip().format(**facts) + "\n"


@lru_cache(maxsize=1)
def load_templates() -> dict[str, Template]:
    """Read the shipped texts by the kind of their message."""
    text = resource("catalog", "messages.toml").read_text(encoding="utf-8")
    return {kind: Template(**entry) for kind, entry in tomllib.loads(text).items()}
