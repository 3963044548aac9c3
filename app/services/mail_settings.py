"""The mail server as a setting of the database: read, checked, tested, kept."""

from __future__ import annotations

from collections.abc import Mapping
from email.errors import MessageError
from email.headerregistry import Address
from typing import Any

from app.domain.changes import SETTINGS_CHANGED, Changes
from app.domain.clock import to_epoch
from app.domain.errors import DataFailure, InvalidInput
from app.domain.identifiers import read_email
from app.domain.roles import Right
from app.mail import passwords
from app.mail.courier import Courier, Fate, MailServer, Security
from app.services.desk import Desk
from app.storage import change_log, settings

__all__ = ["MAIL", "MailServer", "MailSettings", "Security", "checked_server"]

MAIL = "mail"
DEFAULT_TIMEOUT = 15.0
_PORTS = range(1, 65_536)


def account_of(server: MailServer) -> str:
    """Return the name under which the keyring keeps a server's password."""
    return f"{server.user}@{server.host}"


def checked_server(fields: Mapping[str, Any]) -> MailServer:
    """Return the server that some fields describe; ``InvalidInput`` names the field that is wrong.

    ``host``, ``port``, ``security`` (starttls, tls, none), ``user``, ``sender``, ``sender_name``.
    """
    host = str(fields.get("host", "")).strip()
    if not host or any(sign.isspace() for sign in host):
        raise InvalidInput("diga o nome do servidor, como smtp.exemplo.com.br", field="host")
    port = str(fields.get("port", "")).strip()
    if not port.isdecimal() or int(port) not in _PORTS:
        raise InvalidInput("a porta é um número de 1 a 65535; o comum é 587", field="port")
    sender = _sender(str(fields.get("sender", "")).strip())
    return MailServer(
        host,
        int(port),
        Security(fields.get("security", Security.STARTTLS.value)),
        str(fields.get("user", "")).strip(),
        sender,
        " ".join(str(fields.get("sender_name", "")).split()),
        float(fields.get("timeout", DEFAULT_TIMEOUT)),
    )


def _sender(text: str) -> str:
    """Return who writes; an address that no letter can carry would fail all of them."""
    try:
        sender = read_email(text)
        Address(addr_spec=sender)
    except (InvalidInput, ValueError, MessageError) as error:
        raise InvalidInput(
            "diga o endereço de quem envia, como suporte@exemplo.com.br", field="sender"
        ) from error
    return sender


class MailSettings:
    """Keeps the server through which the desk's messages go."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def server(self) -> MailServer | None:
        """Return the server; none while nobody has said it."""
        with self._desk.database.read() as connection:
            fields = settings.all_settings(connection).get(MAIL)
        return None if fields is None else checked_server(fields)

    def keep(self, server: MailServer | None, password: str | None) -> Changes:
        """Keep the server, and its password unless that is ``None`` (unchanged)."""
        self._desk.require(Right.CHANGE_RULES)
        if server is not None and password is not None:
            passwords.keep_password(account_of(server), password)
        fields = (
            None
            if server is None
            else {
                "host": server.host,
                "port": server.port,
                "security": server.security.value,
                "user": server.user,
                "sender": server.sender,
                "sender_name": server.sender_name,
                "timeout": server.timeout,
            }
        )
        with self._desk.database.write() as connection:
            settings.put(connection, MAIL, fields)
            change_log.record(connection, SETTINGS_CHANGED, to_epoch(self._desk.clock.now()))
        return SETTINGS_CHANGED

    def test(self, server: MailServer, password: str | None) -> None:
        """Reach the server and sign in, no message sent; ``DataFailure`` says what it answered."""
        known = passwords.password_of(account_of(server)) if password is None else password
        with Courier(server, known) as courier:
            outcome = courier.greet()
        if outcome.fate is not Fate.SENT:
            raise DataFailure(f"o servidor {server.host} não aceitou: {outcome.said}")
