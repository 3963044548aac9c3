"""Who may open a ticket, accept a solution, or act for a client (CLI-3, CLI-5, ACC-8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.errors import RuleRefusal

CST = "cst"


@dataclass(frozen=True, slots=True)
class ClientStanding:
    """What intake asks of a client; no date means open."""

    id: int
    name: str
    contract: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    is_overdue: bool = False

    def is_in_force(self, day: date) -> bool:
        """Tell whether the contract is in force on a date."""
        began = self.valid_from is None or self.valid_from <= day
        return began and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class ContactStanding:
    """What is asked of a contact before something is done in its name."""

    id: int
    client: int
    name: str
    is_active: bool = True
    may_open: bool = True
    may_accept: bool = True
    email: str = ""

    @property
    def login(self) -> str:
        """What the contact is known by: the e-mail, else the name (CLI-3)."""
        return self.email or self.name

    @property
    def why_not_open(self) -> str:
        """Why no ticket is opened in this name; empty where nothing forbids it (CLI-5)."""
        try:
            _refuse_who_may_not_open(self)
        except RuleRefusal as refusal:
            return refusal.sentence
        return ""


def refuse_opening(
    client: ClientStanding, contact: ContactStanding, *, team: str, day: date
) -> None:
    """Refuse a ticket by the checks of CLI-5, in their order; raises the refusal."""
    if not client.is_in_force(day):
        raise RuleRefusal(
            "CLI-5",
            f"o contrato de {client.name} não está em vigor em {day:%d/%m/%Y}; "
            "encaminhe ao executivo de contas (EAR)",
        )
    _refuse_who_may_not_open(contact)
    if client.is_overdue and team != CST:
        raise RuleRefusal(
            "CLI-5", f"{client.name} tem pagamentos em atraso; encaminhe a ligação ao CST"
        )


def refuse_acceptance(contact: ContactStanding, *, requester: int | None) -> None:
    """Refuse the word of who may not accept solutions; the requester always may (ACC-8)."""
    _refuse_inactive(contact)
    if not contact.may_accept and contact.id != requester:
        raise RuleRefusal(
            "ACC-8", f"{contact.name} não pode aceitar soluções; fale com o solicitante"
        )


def _refuse_who_may_not_open(contact: ContactStanding) -> None:
    _refuse_inactive(contact)
    if not contact.may_open:
        raise RuleRefusal(
            "CLI-5",
            f"{contact.name} não pode abrir chamados; peça ao administrador do cliente que permita",
        )


def _refuse_inactive(contact: ContactStanding) -> None:
    if not contact.is_active:
        raise RuleRefusal(
            "CLI-3",
            f"{contact.name} não é mais um contato ativo; peça ao administrador do cliente "
            "que o libere",
        )
