"""A caller is known by CPF and password; what is kept of the password is its hash (CLI-4)."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.changes import Changes
from app.domain.clock import to_epoch
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.identifiers import read_cpf
from app.services.client_registry import CLIENT_CHANGED
from app.services.desk import Desk
from app.services.pins import Tries, fits, hashed
from app.storage import change_log, registry
from app.storage.registry import Credential

SHORTEST = 8
_WRONG = "CPF ou senha não conferem; confirme os dois com quem liga"


@dataclass(frozen=True, slots=True)
class Identified:
    """Who called: the client's name, and the contact's login and name."""

    client: str
    login: str
    name: str


class ContactIdentity:
    """Keeps the passwords of contacts, and holds what a caller says against them."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def set_password(self, contact: int, password: str, again: str) -> Changes:
        """Keep the hash of a contact's new password; a lock is lifted."""
        if len(password) < SHORTEST:
            raise InvalidInput(f"CLI-4: são ao menos {SHORTEST} sinais", field="password")
        if password != again:
            raise InvalidInput("CLI-4: as duas não são iguais", field="again")
        values = {"password_hash": hashed(password), "wrong_tries": 0, "locked_until": None}
        with self._desk.database.write() as connection:
            registry.write_contact(connection, contact, values)
            change_log.record(connection, CLIENT_CHANGED, self._now)
        return CLIENT_CHANGED

    def identify(self, cpf: str, password: str) -> Identified:
        """Return who called; refuses what does not fit, and who tried too often (CLI-4).

        Unknown and wrong are refused alike, so that nobody learns who is registered.
        """
        digits = read_cpf(cpf)
        with self._desk.database.write() as connection:
            known = registry.credentials_of(connection, digits)
            locked = [c for c in known if self._tries(c).is_locked(self._now)]
            found = None if locked else _fitting(known, password)
            for credential in known:
                values = self._tries(credential).after(self._now, is_right=found is not None)
                registry.write_contact(connection, credential.id, values)
        if locked:
            minutes = max(self._tries(c).minutes_left(self._now) for c in locked)
            raise RuleRefusal(
                "CLI-4", f"cpf: senha errada vezes demais; tente de novo em {minutes} min"
            )
        if found is None:
            raise RuleRefusal("CLI-4", f"password: {_WRONG}")
        return Identified(found.client, found.login, found.name)

    def _tries(self, credential: Credential) -> Tries:
        return Tries(credential.wrong_tries, credential.locked_until, self._desk.book.desk)

    @property
    def _now(self) -> int:
        return to_epoch(self._desk.clock.now())


def _fitting(known: list[Credential], password: str) -> Credential | None:
    found = next((c for c in known if fits(password, c.password_hash)), None)
    if not known:
        hashed(password)  # as long as a wrong password takes
    return found
