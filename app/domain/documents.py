"""Documents on paper: their kinds, and the code by which they are known again (rulebook §10)."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from app.domain.event_chain import canonical


class DocumentKind(Enum):
    """The documents there are; each kind is numbered by itself."""

    TICKET_STATEMENT = "ticket_statement"
    ACCEPTANCE_LETTER = "acceptance_letter"
    CONSULTING_STATEMENT = "consulting_statement"
    SOLUTION_TERM = "solution_term"
    SLA_REPORT = "sla_report"

    @property
    def title(self) -> str:
        """What stands at the head of the paper."""
        return _TITLES[self]


_TITLES = {
    DocumentKind.TICKET_STATEMENT: "Extrato de chamados",
    DocumentKind.ACCEPTANCE_LETTER: "Carta de aceite",
    DocumentKind.CONSULTING_STATEMENT: "Demonstrativo de consultoria",
    DocumentKind.SOLUTION_TERM: "Termo de solução",
    DocumentKind.SLA_REPORT: "Relatório de SLA",
}
_GROUP, _GROUPS = 4, 5
_CODE = re.compile(rb"\b[A-Z2-7]{4}(?:-[A-Z2-7]{4}){4}\b")


@dataclass(frozen=True, slots=True)
class Seal:
    """What makes a paper checkable: its number, instant, author and code."""

    number: int
    issued: datetime
    by: str
    code: str

    @property
    def number_text(self) -> str:
        """The number as it is printed."""
        return f"{self.number:06d}"


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """An issued document without its body; ``issued_at`` is in epoch seconds."""

    id: int
    kind: DocumentKind
    number: int
    subject: str
    client: int | None
    client_name: str
    ticket: int | None
    first: date | None
    last: date | None
    issued_at: int
    issued_by: str
    code: str
    digest: bytes

    @property
    def file_name(self) -> str:
        """The name its file goes by."""
        return f"{self.kind.value.replace('_', '-')}-{self.number:06d}.pdf"


def code_for(
    secret: bytes, kind: DocumentKind, number: int, issued_at: int, figures: Mapping[str, Any]
) -> str:
    """Return the verification code of a document: the same for the same contents, else another.

    The secret is the database's own, so that nobody else makes a code that is known here.
    """
    told = canonical({"kind": kind.value, "number": number, "at": issued_at, "of": dict(figures)})
    digest = hashlib.blake2b(told.encode(), key=secret, digest_size=16).digest()
    letters = base64.b32encode(digest).decode()[: _GROUP * _GROUPS]
    return "-".join(letters[place : place + _GROUP] for place in range(0, len(letters), _GROUP))


def codes_in(contents: bytes) -> tuple[str, ...]:
    """Return everything in a file that looks like a verification code, each once, in order."""
    return tuple(dict.fromkeys(match.group().decode() for match in _CODE.finditer(contents)))
