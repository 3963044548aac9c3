"""A caller is known by CPF and password; what is kept of the password is its hash (CLI-4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from app.domain.changes import Changes
from app.domain.clock import to_epoch
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.identifiers import read_cpf
from app.services.client_registry import CLIENT_CHANGED
from app.services.desk import Desk
from app.storage import change_log, registry
from app.storage.registry import Credential

SHORTEST = 8
MOST_TRIES, LOCK_MINUTES = 5, 15
_WRONG = "CPF ou senha não conferem; confirme os dois com quem liga"


@dataclass(frozen=True, slots=True)
class Identified:
    """Who called: the client's name, and the contact's login and name."""

    client: str
    login: str
    name: str


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    return PasswordHasher()


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
        values = {"password_hash": _hasher().hash(password), "wrong_tries": 0, "locked_until": None}
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
            locked = [c.locked_until for c in known if (c.locked_until or 0) > self._now]
            found = None if locked else _fitting(known, password)
            for credential in known:
                registry.write_contact(
                    connection, credential.id, self._after(credential, is_right=found is not None)
                )
        if locked:
            minutes = -(-(max(filter(None, locked)) - self._now) // 60)
            raise RuleRefusal(
                "CLI-4", f"cpf: senha errada vezes demais; tente de novo em {minutes} min"
            )
        if found is None:
            raise RuleRefusal("CLI-4", f"password: {_WRONG}")
        return Identified(found.client, found.login, found.name)

    @property
    def _now(self) -> int:
        return to_epoch(self._desk.clock.now())

    def _after(self, credential: Credential, *, is_right: bool) -> dict[str, int | None]:
        """Return what a try leaves behind: nothing, one more wrong one, or a lock."""
        if (credential.locked_until or 0) > self._now:
            return {"locked_until": credential.locked_until}
        tries = 0 if is_right else credential.wrong_tries + 1
        if tries < MOST_TRIES:
            return {"wrong_tries": tries, "locked_until": None}
        return {"wrong_tries": 0, "locked_until": self._now + 60 * LOCK_MINUTES}


def _fitting(known: list[Credential], password: str) -> Credential | None:
    for credential in known:
        try:
            _hasher().verify(credential.password_hash, password)
        except (Argon2Error, InvalidHashError):
            continue
        return credential
    if not known:
        _hasher().hash(password)  # as long as a wrong password takes
    return None
