"""Messages that go out: what becomes of one from the act that causes it to its delivery."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.message_state import MessageState

_MINUTE = 60
_PAUSES = tuple(_MINUTE * minutes for minutes in (1, 5, 15, 30, 60, 120, 240, 480, 720, 1440))


def pause_before_next(tries: int) -> int | None:
    """Return the seconds to wait after so many tries that failed; ``None`` to give up.

    The pauses grow from a minute to a day, and together last about two days.
    """
    return _PAUSES[tries - 1] if tries <= len(_PAUSES) else None


@dataclass(frozen=True, slots=True)
class Message:
    """A message to a client; ``subject_at`` is the instant it is for (epoch seconds).

    A ticket has one message of a kind for an instant, whoever causes it. One about no ticket says
    that a person was refused (CLI-5), or brings a ``document``, which goes along as a file.
    """

    ticket: int | None
    kind: str
    subject_at: int
    recipient: str
    subject: str
    body: str
    document: int | None = None


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """A message in the outbox, with where it stands; instants are epoch seconds."""

    id: int
    message: Message
    message_id: str
    state: MessageState
    tries: int
    next_try_at: int | None
    created_at: int
    sent_at: int | None
    failure: str
