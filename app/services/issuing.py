"""Issuing a document: drawn, numbered and kept in one piece, or not at all (CON-7)."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch, to_epoch
from app.domain.documents import DocumentKind, IssuedDocument, Seal, code_for
from app.domain.errors import DataFailure
from app.domain.figures_data import plain_figures
from app.services.desk import Desk
from app.storage import change_log, documents, settings
from app.storage.database import Connection
from app.storage.documents import NewDocument

DOCUMENTS_CHANGED = Changes(frozenset({Kind.DOCUMENT}))
_SECRET = "document_secret"  # the name of a setting, no secret
_TRIES = 3

Draw = Callable[[DocumentKind, object, Seal | None], bytes]
"""Draws figures as PDF; without a seal it is a preview that says so."""


def undrawn(_kind: DocumentKind, _figures: object, _seal: Seal | None) -> bytes:
    """Stand where nobody gave a way to draw."""
    raise DataFailure("esta instalação não desenha documentos")


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before it has a number; ``first`` and ``last`` are its period, both included."""

    kind: DocumentKind
    subject: str
    figures: object
    client: int | None = None
    ticket: int | None = None
    first: date | None = None
    last: date | None = None


Prepare = Callable[[Connection], Draft]
Keep = Callable[[Connection, int], None]


class _Moved(Exception):
    """Somebody issued or changed something meanwhile: what was drawn is not true any more."""


class Issuing:
    """Issues documents for a desk."""

    def __init__(self, desk: Desk, draw: Draw) -> None:
        """Stand on a desk, with a way to draw."""
        self._desk = desk
        self._draw = draw

    def preview(self, prepare: Prepare) -> bytes:
        """Return a document as it would be, without number and code; nothing is kept."""
        with self._desk.database.read() as connection:
            draft = prepare(connection)
        return self._draw(draft.kind, draft.figures, None)

    def issue(
        self, prepare: Prepare, keep: Keep = lambda _connection, _number: None
    ) -> IssuedDocument:
        """Issue what ``prepare`` gives; ``keep`` writes what else belongs to it.

        It is drawn before anything is locked, and kept only if all of it is still true then: the
        number is the next one and the figures are the same. A number that was not used is nobody's.
        """
        secret = self._secret()
        for _try in range(_TRIES):
            with self._desk.database.read() as connection:
                draft = prepare(connection)
                known = self._same(connection, draft)
                number = documents.next_number(connection, draft.kind)
            if known is not None:
                return known
            drawn = self._drawn(draft, number, secret)
            try:
                with self._desk.database.write() as connection:
                    return self._keep(connection, prepare, drawn, keep)
            except _Moved:
                continue
        with self._desk.database.write() as connection:  # others are quicker: draw while they wait
            documents.take_turn(connection)
            draft = prepare(connection)
            number = documents.next_number(connection, draft.kind)
            drawn = self._drawn(draft, number, secret)
            return self._keep(connection, lambda _connection: draft, drawn, keep)

    def _keep(
        self, connection: Connection, prepare: Prepare, drawn: NewDocument, keep: Keep
    ) -> IssuedDocument:
        documents.take_turn(connection)
        number = documents.take_number(connection, drawn.kind)
        if number != drawn.number or plain_figures(prepare(connection).figures) != drawn.figures:
            raise _Moved
        kept = documents.add(connection, drawn)
        keep(connection, kept)
        change_log.record(connection, DOCUMENTS_CHANGED, drawn.issued_at)
        document = documents.document_of(connection, kept)
        assert document is not None
        return document

    def _drawn(self, draft: Draft, number: int, secret: bytes) -> NewDocument:
        figures = plain_figures(draft.figures)
        now, by = to_epoch(self._desk.clock.now()), self._author
        code = code_for(secret, draft.kind, number, now, figures)
        seal = Seal(number, from_epoch(now), by, code)
        pdf = self._draw(draft.kind, draft.figures, seal)
        return NewDocument(
            draft.kind,
            number,
            draft.subject,
            draft.client,
            draft.ticket,
            draft.first,
            draft.last,
            now,
            by,
            code,
            hashlib.sha256(pdf).digest(),
            figures,
            pdf,
        )

    def _same(self, connection: Connection, draft: Draft) -> IssuedDocument | None:
        """Return what the same person issued at this very second with the very same figures."""
        now = to_epoch(self._desk.clock.now())
        figures = plain_figures(draft.figures)
        for document in documents.issued_at(connection, draft.kind, now):
            is_mine = document.issued_by == self._author
            if is_mine and documents.body_of(connection, document.id)[0] == figures:
                return document
        return None

    @property
    def _author(self) -> str:
        return self._desk.person or self._desk.name

    def _secret(self) -> bytes:
        """Return the database's own secret, made when the first document is issued."""
        with self._desk.database.read() as connection:
            known = settings.all_settings(connection).get(_SECRET)
        if known is None:
            with self._desk.database.write() as connection:
                documents.take_turn(connection)
                known = settings.all_settings(connection).get(_SECRET)
                if known is None:
                    known = secrets.token_hex(32)
                    settings.put(connection, _SECRET, known)
        return bytes.fromhex(known)
