"""What the desk tells the client about a ticket, queued in the transaction of the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.outbox import Message
from app.domain.severity import Severity
from app.services.templates import Texts, read_texts
from app.storage import outbox, tickets
from app.storage.database import Connection
from app.storage.events import number_text

_OF_ACTS = frozenset({"answered", "waiting", "solution"})
"""What people may say twice within a second; what a ticket says by itself it says once."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message to the client: its kind, the instant it is for, and what it has to say.

    Instants are epoch seconds; a fact that is not given is left out of the text.
    """

    kind: str
    subject_at: int
    text: str = ""
    limit: int | None = None
    days_left: int | None = None
    postponement: int | None = None
    due: int | None = None
    team: str = ""
    severity: Severity | None = None

    def facts(self, texts: Texts) -> dict[str, str]:
        """Return its facts in the language of the texts."""
        return {
            "text": self.text,
            "team": self.team,
            "severity": "" if self.severity is None else texts.severity(self.severity),
            "limit": "" if self.limit is None else texts.day(self.limit),
            "due": "—" if self.due is None else texts.moment(self.due),
            "postponement": "" if self.postponement is None else str(self.postponement),
            "days": "" if self.days_left is None else texts.days_left(self.days_left),
        }


def queue_notices(connection: Connection, number: int, notices: Sequence[Notice], now: int) -> None:
    """Queue what a ticket says to its client; one kind is said once for an instant."""
    if not notices:
        return
    card = tickets.card_of(connection, number)
    texts = read_texts(connection)
    about = {"number": number_text(number), "summary": card.summary}
    messages = []
    for notice in notices:
        subject, body = texts.of(notice.kind).filled(notice.facts(texts) | about)
        recipient = card.contact_email or ""
        at = notice.subject_at
        if notice.kind in _OF_ACTS:
            at = outbox.free_instant(connection, number, notice.kind, at)
        messages.append(Message(number, notice.kind, at, recipient, subject, body))
    outbox.put(connection, messages, now)
