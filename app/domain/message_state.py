"""Where a message to a client stands; apart from messages, for every screen knows its words."""

from __future__ import annotations

from enum import Enum


class MessageState(Enum):
    """Where a message stands.

    ``SENDING`` is one whose text goes just now; where the desk dies over it, it becomes uncertain.
    ``UNCERTAIN`` is one whose fate is unknown, for the line was lost after its text had begun: it
    is never sent again by itself.
    """

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    NO_ADDRESS = "no_address"
