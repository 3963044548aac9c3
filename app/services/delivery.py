"""Delivering the outbox: each message once, its fate told as far as it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from app.domain.clock import from_epoch, to_epoch
from app.domain.errors import DataFailure
from app.domain.message_state import MessageState
from app.domain.outbox import OutboxLine, pause_before_next
from app.mail.courier import Courier, EnclosedPdf, Fate, Letter, Outcome
from app.mail.passwords import password_of
from app.services.desk import Desk
from app.services.mail_settings import MailSettings, account_of
from app.services.outbox import OUTBOX_CHANGED
from app.storage import change_log, documents, outbox

_CLAIM_SECONDS = 600
"""A message taken and not settled for so long belonged to a desk that died over it."""
_DIED = "o programa parou enquanto a mensagem era entregue; não se sabe se ela chegou"
_LOST = "a linha caiu depois do texto; não se sabe se ela chegou ({said})"
_GIVEN_UP = "desistimos depois de {tries} tentativas: {said}"


class DeliveryService:
    """Takes queued messages to the mail server; several desks may do it at once."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk
        self._settings = MailSettings(desk)

    def deliver(self, check: Callable[[], None] = lambda: None) -> Iterator[OutboxLine]:
        """Try every message whose turn has come; gives each as it stood before, once settled.

        Ends early where the server is not reached. ``check`` is called before each message, and
        may raise to stop.
        """
        with self._desk.database.read() as connection:
            is_quiet = not outbox.has_work(connection, self._now)
        server = None if is_quiet else self._settings.server()
        if server is None:
            return
        with self._desk.database.write() as connection:
            if outbox.doubt_left_ones(connection, self._now, _DIED):
                change_log.record(connection, OUTBOX_CHANGED, self._now)
        with Courier(server, password_of(account_of(server))) as courier:
            while True:
                check()
                line = self._claim()
                if line is None:
                    return
                outcome = courier.carry(self._letter(line), partial(self._begin, line))
                self._settle(line, outcome)
                yield line
                if outcome.fate is Fate.UNREACHABLE:
                    return

    @property
    def _now(self) -> int:
        return to_epoch(self._desk.clock.now())

    def _claim(self) -> OutboxLine | None:
        with self._desk.database.write() as connection:
            return outbox.claim(connection, self._now, self._now + _CLAIM_SECONDS)

    def _letter(self, line: OutboxLine) -> Letter:
        message = line.message
        return Letter(
            message.recipient,
            message.subject,
            message.body,
            line.message_id,
            from_epoch(line.created_at),
            None if message.document is None else self._enclosed(message.document),
        )

    def _enclosed(self, number: int) -> EnclosedPdf:
        """Return an issued document as it goes along, the very bytes that were kept."""
        with self._desk.database.read() as connection:
            document = documents.document_of(connection, number)
            assert document is not None
            return EnclosedPdf(document.file_name, documents.body_of(connection, number)[1])

    def _begin(self, line: OutboxLine) -> None:
        """Write down that a message's text goes now: whatever happens, it never goes by itself."""
        with self._desk.database.write() as connection:
            is_ours = outbox.settle(
                connection,
                line.id,
                MessageState.SENDING,
                expected=[MessageState.QUEUED],
                next_try_at=self._now + _CLAIM_SECONDS,
            )
        if not is_ours:
            raise DataFailure("outra mesa já cuida desta mensagem")

    def _settle(self, line: OutboxLine, outcome: Outcome) -> None:
        now = self._now
        state, next_try_at, failure = MessageState.QUEUED, None, outcome.said
        if outcome.fate is Fate.SENT:
            state = MessageState.SENT
        elif outcome.fate is Fate.UNCERTAIN:
            state, failure = MessageState.UNCERTAIN, _LOST.format(said=outcome.said)
        elif outcome.fate is Fate.REFUSED:
            state = MessageState.FAILED
        else:
            pause = pause_before_next(line.tries)
            if pause is None:
                state = MessageState.FAILED
                failure = _GIVEN_UP.format(tries=line.tries, said=outcome.said)
            else:
                next_try_at = now + pause
        with self._desk.database.write() as connection:
            outbox.settle(
                connection,
                line.id,
                state,
                expected=[MessageState.QUEUED, MessageState.SENDING],
                next_try_at=next_try_at,
                sent_at=now if state is MessageState.SENT else None,
                failure=failure,
            )
            change_log.record(connection, OUTBOX_CHANGED, now)
