"""Documents that were issued: listed, read again, checked (rulebook §10)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from app.domain.documents import IssuedDocument, codes_in
from app.domain.errors import DataFailure, NotFound
from app.services.desk import Desk
from app.storage import documents


class CheckResult(Enum):
    """What a paper is found to be."""

    VALID = "valid"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, and the document that was issued here, if one was."""

    result: CheckResult
    document: IssuedDocument | None = None


class DocumentService:
    """Reads what was issued; nothing here changes it."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def issued(self, client: int | None = None) -> tuple[IssuedDocument, ...]:
        """Return every document, or those of a client; the newest first."""
        with self._desk.database.read() as connection:
            return documents.issued(connection, client)

    def contents(self, number: int) -> tuple[Mapping[str, Any], bytes]:
        """Return the figures and the PDF of a document, as they were issued."""
        with self._desk.database.read() as connection:
            if documents.document_of(connection, number) is None:
                raise NotFound("este documento não existe; procure de novo")
            return documents.body_of(connection, number)

    def save(self, number: int, path: Path) -> None:
        """Write the PDF of a document to a file; ``DataFailure`` where that cannot be done."""
        write_file(path, self.contents(number)[1])

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
        return Checked(CheckResult.UNKNOWN if like is None else CheckResult.CHANGED, like)

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


def write_file(path: Path, contents: bytes) -> None:
    """Write a file whole; ``DataFailure`` names the one that cannot be written."""
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_bytes(contents)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise DataFailure(f"não foi possível gravar {path}: {error.strerror or error}") from error
