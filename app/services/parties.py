"""Which registered client and contact a text means (CLI-1, CLI-3)."""

from __future__ import annotations

from app.domain.access import ClientStanding, ContactStanding
from app.domain.errors import RuleRefusal
from app.storage import people
from app.storage.database import Connection


def client_meant(connection: Connection, said: str) -> ClientStanding:
    """Return the one client that a name or CNPJ means; refuses none and several (CLI-1)."""
    found = people.clients_meant(connection, said)
    if not found:
        raise RuleRefusal("CLI-1", f"client: {said!r} não é um cliente registrado; confira o CNPJ")
    if len(found) > 1:
        raise RuleRefusal("CLI-1", f"client: há {len(found)} clientes {said!r}; diga o CNPJ")
    return found[0]


def contact_meant(connection: Connection, client: int | None, said: str) -> ContactStanding:
    """Return the one contact of a client that a text means; refuses none and several (CLI-3)."""
    found = [] if client is None else people.contacts_meant(connection, client, said)
    if not found:
        raise RuleRefusal(
            "CLI-3",
            f"contact: {said!r} não é um contato registrado deste cliente; "
            "peça ao administrador dele que o registre",
        )
    if len(found) > 1:
        raise RuleRefusal("CLI-3", f"contact: há {len(found)} contatos {said!r}; diga o e-mail")
    return found[0]
