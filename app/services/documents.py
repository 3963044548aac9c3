"""Documents that were issued: listed, read again, checked (rulebook §10)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from app.domain.changes import Changes
from app.domain.clock import to_epoch
from app.domain.documents import DocumentKind, IssuedDocument, codes_in
from app.domain.errors import DataFailure, InvalidInput, NotFound
from app.domain.identifiers import read_email
from app.domain.outbox import Message
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.services.desk import Desk
from app.services.outbox import OUTBOX_CHANGED
from app.services.signing import sign, signer_of
from app.services.templates import read_texts
from app.storage import change_log, documents, outbox, ticket_teams
from app.storage.database import Connection


class CheckResult(Enum):
    """What a paper is found to be."""

    VALID = "valid"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, and the document that was issued here, if one was.

    ``signed_by`` is whose signature stands after the issued bytes, if one does.
    """

    result: CheckResult
    document: IssuedDocument | None = None
    signed_by: str = ""


class DocumentService:
    """Reads what was issued; nothing here changes it."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def issued(self, client: int | None = None) -> tuple[IssuedDocument, ...]:
        """Return every document, or those of a client; the newest first."""
        with self._desk.database.read() as connection:
            return seen_documents(self._desk, connection, client)

    def contents(self, number: int) -> tuple[Mapping[str, Any], bytes]:
        """Return the figures and the PDF of a document, as they were issued."""
        with self._desk.database.read() as connection:
            self._seen(connection, number)
            return documents.body_of(connection, number)

    def save(self, number: int, path: Path) -> None:
        """Write the PDF of a document to a file; ``DataFailure`` where that cannot be done."""
        write_file(path, self.contents(number)[1])

    def mail(self, number: int, recipient: str) -> Changes:
        """Queue a document to go to an address, as it was issued; ``InvalidInput`` names it."""
        try:
            address = read_email(recipient.strip())
        except InvalidInput as error:
            raise InvalidInput(f"endereço inválido {recipient!r}", field="recipient") from error
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.write() as connection:
            document = self._seen(connection, number)
            facts = {
                "title": document.kind.title,
                "number": f"{document.number:06d}",
                "subject": document.subject,
                "code": document.code,
            }
            subject, body = read_texts(connection).of("document").filled(facts)
            message = Message(None, "document", now, address, subject, body, number)
            outbox.put(connection, [message], now)
            change_log.record(connection, OUTBOX_CHANGED, now)
        return OUTBOX_CHANGED

    def _seen(self, connection: Connection, number: int) -> IssuedDocument:
        document = documents.document_of(connection, number)
        if document is None or not _seen_of(self._desk, connection, (document,)):
            raise NotFound("este documento não existe; procure de novo")
        return document

    def check(self, contents: bytes) -> Checked:
        """Tell whether a PDF was issued here and is unchanged, to the byte.

        A changed one is known again by the verification code that stands in it.
        """
        digest = hashlib.sha256(contents).digest()
        with self._desk.database.read() as connection:
            same = documents.by_digest(connection, digest)
            if same is not None:
                return Checked(CheckResult.VALID, same)
            like = documents.by_codes(connection, codes_in(contents))
            issued = b"" if like is None else documents.body_of(connection, like.id)[1]
        if like is None:
            return Checked(CheckResult.UNKNOWN)
        signed_by = signer_of(contents, issued)
        if signed_by is not None:
            return Checked(CheckResult.VALID, like, signed_by)
        return Checked(CheckResult.CHANGED, like)

    def sign(self, number: int, typed: Mapping[str, str]) -> Path:
        """Write a signed copy of a document: ``certificate password path``; returns where.

        ``InvalidInput`` names the field. What is kept here stays as it was issued.
        """
        for name in ("certificate", "path"):
            if not typed[name].strip():
                raise InvalidInput("diga qual arquivo", field=name)
        path = Path(typed["path"].strip())
        signed = sign(self.contents(number)[1], Path(typed["certificate"]), typed["password"])
        write_file(path, signed)
        return path

    def check_file(self, path: Path) -> Checked:
        """Check a file; ``DataFailure`` where it cannot be read."""
        try:
            return self.check(path.read_bytes())
        except OSError as error:
            raise DataFailure(f"não foi possível ler {path}: {error.strerror}") from error

    def of_code(self, code: str) -> IssuedDocument | None:
        """Return the document that bears a code, as somebody reads it from a paper."""
        letters = "".join(sign for sign in code.upper() if sign.isalnum())
        grouped = "-".join(letters[place : place + 4] for place in range(0, len(letters), 4))
        with self._desk.database.read() as connection:
            return documents.by_codes(connection, [grouped])


def seen_documents(
    desk: Desk, connection: Connection, client: int | None = None
) -> tuple[IssuedDocument, ...]:
    """Return the issued documents that whoever sits here may see, the newest first (OUV-2)."""
    return _seen_of(desk, connection, documents.issued(connection, client))


def _seen_of(
    desk: Desk, connection: Connection, found: tuple[IssuedDocument, ...]
) -> tuple[IssuedDocument, ...]:
    if desk.may(Right.OMBUDSMAN):
        return found
    hidden = ticket_teams.of_team(connection, {d.ticket for d in found if d.ticket}, OMBUDSMAN)
    names = {team.name for team in desk.book.teams if team.key == OMBUDSMAN}
    return tuple(
        document
        for document in found
        if document.ticket not in hidden
        and not (document.kind is DocumentKind.SLA_REPORT and document.subject in names)
    )


def write_file(path: Path, contents: bytes) -> None:
    """Write a file whole; ``DataFailure`` names the one that cannot be written."""
    if not path.name:
        raise DataFailure(f"{path} não é um arquivo; diga também o nome")
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(contents)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise DataFailure(f"não foi possível gravar {path}: {error.strerror or error}") from error
