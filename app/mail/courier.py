"""Hands messages to an SMTP server, and tells what is known of the fate of each."""

from __future__ import annotations

import re
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as WITH_LINE_ENDS
from email.utils import format_datetime
from enum import Enum
from types import TracebackType

_OURS = (421, 530, 534, 535, 538)
"""Answers about us, not about a letter: sign in first, or come another time."""
_LEADING_DOT = re.compile(rb"(?m)^\.")


class Security(Enum):
    """How the line to the server is protected."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailServer:
    """The server messages go through, and who writes them; ``timeout`` is in seconds."""

    host: str
    port: int
    security: Security
    user: str
    sender: str
    sender_name: str
    timeout: float


@dataclass(frozen=True, slots=True)
class EnclosedPdf:
    """A document that goes along as a file."""

    name: str
    contents: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A message ready to go; ``message_id`` stays the same however often it is tried."""

    recipient: str
    subject: str
    body: str
    message_id: str
    written_at: datetime
    enclosed: EnclosedPdf | None = None


class Fate(Enum):
    """What is known of a letter after a try."""

    SENT = "sent"
    REFUSED = "refused"
    """The server will never take it."""
    DEFERRED = "deferred"
    """The server does not take it now."""
    UNREACHABLE = "unreachable"
    """The server was not reached, does not let us in, or was lost before the letter had begun."""
    UNCERTAIN = "uncertain"
    """The line was lost after the letter had begun: it may have arrived."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The fate of a letter, and what the server or the line said."""

    fate: Fate
    said: str = ""


class Courier:
    """One line to a server, opened by the first letter and kept for the next ones."""

    def __init__(self, server: MailServer, password: str) -> None:
        """Know the server; nothing is opened yet."""
        self._server = server
        self._password = password
        self._line: smtplib.SMTP | None = None

    def __enter__(self) -> Courier:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._hang_up()

    def greet(self) -> Outcome:
        """Open the line and sign in, as the test of the settings does."""
        return self._lost_before(self._open) or Outcome(Fate.SENT)

    def carry(self, letter: Letter, before_handing_over: Callable[[], None]) -> Outcome:
        """Try a letter once.

        ``before_handing_over`` is called when the server is ready for the text: from then on a
        lost line leaves the letter's fate unknown. What it raises is raised, and nothing goes.
        """
        try:
            text = _on_the_line(self._server, letter)
        except ValueError as error:
            return Outcome(Fate.REFUSED, _words_of(error))
        line = self._line
        if line is None:
            lost = self._lost_before(self._open)
            if lost is not None:
                return lost
            line = self._line
        assert line is not None
        answers: list[Outcome] = []
        lost = self._lost_before(lambda: answers.append(self._announce(line, letter)))
        outcome = lost or answers[0]
        if outcome.fate is not Fate.SENT:
            return outcome
        try:
            before_handing_over()
        except BaseException:
            self._line = None
            line.close()  # without a good-bye, which the server would take for text
            raise
        try:
            line.send(text)
            return self._judged(*line.getreply())
        except (OSError, smtplib.SMTPException) as error:
            self._line = None
            line.close()
            return Outcome(Fate.UNCERTAIN, _words_of(error))

    def _open(self) -> None:
        server = self._server
        if server.security is Security.TLS:
            context = ssl.create_default_context()
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=server.timeout, context=context
            )
        else:
            line = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
        self._line = line
        line.ehlo_or_helo_if_needed()
        if server.security is Security.STARTTLS:
            line.starttls(context=ssl.create_default_context())
            line.ehlo()
        if server.user:
            line.login(server.user, self._password)

    def _announce(self, line: smtplib.SMTP, letter: Letter) -> Outcome:
        """Say who writes to whom, and ask the server to listen."""
        outcome = self._judged(*line.mail(self._server.sender))
        if outcome.fate is not Fate.SENT:
            # Who is not let write at all has wrong settings: no letter is to blame.
            return Outcome(Fate.UNREACHABLE, outcome.said)
        outcome = self._judged(*line.rcpt(letter.recipient))
        if outcome.fate is not Fate.SENT:
            return outcome
        code, said = line.docmd("DATA")
        return Outcome(Fate.SENT) if code == 354 else self._judged(code, said)

    def _judged(self, code: int, said: bytes) -> Outcome:
        """Return what an answer means; the line is made ready for the next letter."""
        if 200 <= code < 300:
            return Outcome(Fate.SENT)
        words = f"{code} {said.decode('utf-8', 'replace')}"
        if code == -1:
            raise smtplib.SMTPServerDisconnected(words)
        self._reset()
        if code in _OURS:
            return Outcome(Fate.UNREACHABLE, words)
        return Outcome(Fate.REFUSED if code >= 500 else Fate.DEFERRED, words)

    def _reset(self) -> None:
        assert self._line is not None
        try:
            self._line.rset()
        except (OSError, smtplib.SMTPException):
            self._line = None

    def _lost_before(self, step: Callable[[], object]) -> Outcome | None:
        try:
            step()
        except (OSError, ValueError, smtplib.SMTPException) as error:
            self._hang_up()
            return Outcome(Fate.UNREACHABLE, _words_of(error))
        return None

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is None:
            return
        try:
            line.quit()
        except (OSError, smtplib.SMTPException):
            line.close()


def _words_of(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        return f"{error.smtp_code} {text}"
    return str(error) or type(error).__name__


def _on_the_line(server: MailServer, letter: Letter) -> bytes:
    """Return a letter as SMTP carries it: lines that begin with a dot get a second one.

    ``ValueError`` for an address that cannot be written so.
    """
    letter.recipient.encode("ascii")  # a server that takes others is not asked for it yet
    message = EmailMessage(policy=WITH_LINE_ENDS.clone(cte_type="7bit"))
    message["From"] = Address(server.sender_name, addr_spec=server.sender)
    message["To"] = letter.recipient
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.written_at)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    if letter.enclosed is not None:
        message.add_attachment(
            letter.enclosed.contents,
            maintype="application",
            subtype="pdf",
            filename=letter.enclosed.name,
        )
    return _LEADING_DOT.sub(b"..", bytes(message)) + b".\r\n"
