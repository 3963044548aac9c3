"""A mail server on loopback with moods: it takes, refuses, defers, hangs, or drops the line."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum, auto

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Mood(Enum):
    """What the server does with the next letter."""

    TAKE = auto()
    REFUSE = auto()
    REFUSE_TEXT = auto()
    REFUSE_SENDER = auto()
    ASK_TO_SIGN_IN = auto()
    DEFER = auto()
    DEFER_TEXT = auto()
    HANG = auto()
    HANG_AFTER_TEXT = auto()
    DROP = auto()
    DROP_AFTER_TEXT = auto()
    DROP_INSTEAD_OF_TEXT = auto()


def free_port() -> int:
    """Return a port on loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def settings_of(port: int) -> dict[str, object]:
    """Return the fields of the mail setting that lead to a port on loopback."""
    return {
        "host": "127.0.0.1",
        "port": port,
        "security": "none",
        "sender": "suporte@exemplo.com.br",
        "sender_name": "Suporte Exemplo",
        "timeout": 1.0,
    }


class MoodyServer:
    """The server and what arrived at it; ``mood_of`` tells its mood by the recipient."""

    def __init__(self) -> None:
        """Take everything, on a free port."""
        self.mood = Mood.TAKE
        self.mood_of: Callable[[str], Mood] = lambda _recipient: self.mood
        self.arrived: list[bytes] = []
        self.port = free_port()
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)

    def settings(self, **changed: object) -> dict[str, object]:
        """Return the fields of the mail setting that lead here."""
        return settings_of(self.port) | changed

    async def handle_MAIL(  # noqa: N802  # aiosmtpd calls it so
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Answer who writes."""
        del server
        if self.mood is Mood.REFUSE_SENDER:
            return "550 sender not allowed"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802  # aiosmtpd calls it so
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Answer the address of a letter."""
        mood = self.mood_of(address)
        if mood is Mood.REFUSE:
            return "550 no such person"
        if mood is Mood.ASK_TO_SIGN_IN:
            return "530 authentication required"
        if mood is Mood.DEFER:
            return "451 come back later"
        if mood is Mood.HANG:
            await asyncio.sleep(60)
        if mood is Mood.DROP:
            server.transport.abort()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Answer the text of a letter."""
        mood = self.mood_of(envelope.rcpt_tos[0])
        if mood is Mood.REFUSE_TEXT:
            return "554 not such a text"
        if mood is Mood.DEFER_TEXT:
            return "452 no room just now"
        if mood is not Mood.DROP_INSTEAD_OF_TEXT:
            self.arrived.append(envelope.content)
        if mood is Mood.HANG_AFTER_TEXT:
            await asyncio.sleep(60)
        if mood in (Mood.DROP_AFTER_TEXT, Mood.DROP_INSTEAD_OF_TEXT):
            server.transport.abort()
        return "250 OK"


@contextmanager
def moody_server() -> Iterator[MoodyServer]:
    """Give a server that runs, and stop it."""
    server = MoodyServer()
    server.controller.start()
    try:
        yield server
    finally:
        server.controller.stop()
