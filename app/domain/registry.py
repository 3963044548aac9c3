"""Clients and contacts as they are registered, and what intake records beside tickets (§3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from dateutil.relativedelta import relativedelta

from app.domain.errors import RuleRefusal


@dataclass(frozen=True, slots=True)
class ClientRecord:
    """A client as its page shows it (CLI-1); no date means open, empty means not known."""

    id: int
    name: str
    cnpj: str = ""
    city: str = ""
    state: str = ""
    contract: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    is_overdue: bool = False
    unit: str = ""
    ear: str = ""
    gar: str = ""


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """A contact with its permissions (CLI-3)."""

    id: int
    client: int
    name: str
    email: str = ""
    phone: str = ""
    cpf: str = ""
    is_active: bool = True
    may_open: bool = True
    may_accept: bool = True
    may_approve: bool = False
    is_administrator: bool = False
    approval_reviewed_on: date | None = None

    @property
    def masked_cpf(self) -> str:
        """The CPF with only the digits in its middle, as it is shown until somebody asks."""
        return f"•••.{self.cpf[3:6]}.{self.cpf[6:9]}-••" if self.cpf else ""


class IntakeKind(Enum):
    """What intake did that became no ticket."""

    REFUSAL = "refusal"
    REFERRAL = "referral"
    DEFLECTION = "deflection"
    CPF_SHOWN = "cpf_shown"


@dataclass(frozen=True, slots=True)
class IntakeLine:
    """A record of intake; ``at`` is in epoch seconds, client and contact as they were said."""

    kind: IntakeKind
    at: int
    desk: str
    person: int | None
    channel: str | None
    client: str
    contact: str
    rule: str
    words: str
    ticket: int | None = None
    client_id: int | None = None
    person_name: str | None = None


def needs_review(
    contacts: Iterable[ContactRecord], today: date, months: int
) -> list[ContactRecord]:
    """Return who may approve consulting and was not looked at for so many months (CLI-3)."""
    oldest = today - relativedelta(months=months)
    return [
        contact
        for contact in contacts
        if contact.is_active
        and contact.may_approve
        and (contact.approval_reviewed_on is None or contact.approval_reviewed_on < oldest)
    ]


def refuse_losing_last_administrator(
    contacts: Sequence[ContactRecord], changed: ContactRecord
) -> None:
    """Refuse a change that would leave a client without an active administrator (CLI-2)."""
    others = (contact for contact in contacts if contact.id != changed.id)
    keeps_one = any(contact.is_active and contact.is_administrator for contact in others)
    was_one = any(
        contact.id == changed.id and contact.is_active and contact.is_administrator
        for contact in contacts
    )
    if was_one and not keeps_one and not (changed.is_active and changed.is_administrator):
        raise RuleRefusal(
            "CLI-2",
            f"{changed.name} é o único administrador do cliente; "
            "dê antes essa permissão a outro contato ativo",
        )
