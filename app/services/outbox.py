"""The outbox as people see it: every message, where it stands, and what they decide about it."""

from __future__ import annotations

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.errors import DataFailure, InvalidInput
from app.domain.identifiers import read_email
from app.domain.message_state import MessageState
from app.domain.outbox import OutboxLine
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.services.desk import Desk
from app.storage import change_log, outbox

OUTBOX_CHANGED = Changes(frozenset({Kind.OUTBOX}))
_MAY_GO_AGAIN = (MessageState.FAILED, MessageState.UNCERTAIN, MessageState.NO_ADDRESS)
_MOVED_ON = "esta mensagem já mudou de estado; veja a lista de novo"


class OutboxService:
    """Reads the messages that go out, and takes what a person decides about one."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def lines(self) -> tuple[OutboxLine, ...]:
        """Return every message, oldest first."""
        with self._desk.database.read() as connection:
            return outbox.lines(connection, without_team=self._hidden)

    def newest(self, limit: int) -> tuple[OutboxLine, ...]:
        """Return the newest messages, newest first."""
        with self._desk.database.read() as connection:
            return outbox.lines(connection, newest=limit, without_team=self._hidden)

    @property
    def _hidden(self) -> str | None:
        """Whose messages whoever sits here does not see (OUV-2)."""
        return None if self._desk.may(Right.OMBUDSMAN) else OMBUDSMAN

    def send_again(self, number: int, recipient: str) -> Changes:
        """Queue a message that failed, is uncertain or had no address; it keeps its Message-ID.

        ``InvalidInput`` names a wrong address, ``DataFailure`` says that it has moved on.
        """
        try:
            address = read_email(recipient.strip())
        except InvalidInput as error:
            raise InvalidInput(f"endereço inválido {recipient!r}", field="recipient") from error
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.write() as connection:
            if not outbox.settle(
                connection,
                number,
                MessageState.QUEUED,
                expected=_MAY_GO_AGAIN,
                next_try_at=now,
            ):
                raise DataFailure(_MOVED_ON)
            outbox.begin_anew(connection, number, address)
            change_log.record(connection, OUTBOX_CHANGED, now)
        return OUTBOX_CHANGED

    def call_arrived(self, number: int) -> Changes:
        """Take a person's word that an uncertain message has arrived."""
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.write() as connection:
            if not outbox.settle(
                connection,
                number,
                MessageState.SENT,
                expected=[MessageState.UNCERTAIN],
                sent_at=now,
            ):
                raise DataFailure(_MOVED_ON)
            change_log.record(connection, OUTBOX_CHANGED, now)
        return OUTBOX_CHANGED
