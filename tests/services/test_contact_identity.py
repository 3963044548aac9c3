"""A caller is known by CPF and password; five wrong ones lock for a quarter of an hour (CLI-4)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from app.domain.clock import FixedClock
from app.domain.errors import InvalidInput, RuleRefusal
from app.services import pins
from app.services.contact_identity import ContactIdentity, Identified
from app.services.desk import Desk
from app.storage import people, registry
from app.storage.people import NewClient, NewContact
from tests.databases import NOON

CPF, RIGHT, WRONG = "529.982.247-25", "girassol-42", "margarida-42"


SHIPPED = pins._hasher
"""Taken before any test replaces it by a weak one."""


def test_the_shipped_hash_is_argon2id_with_the_library_s_defaults() -> None:
    hasher = SHIPPED()
    assert hasher.verify(hasher.hash(RIGHT), RIGHT)
    assert hasher.memory_cost == PasswordHasher().memory_cost


@pytest.fixture
def identity(desk: Desk) -> ContactIdentity:
    desk.clock = FixedClock(NOON)
    with desk.database.write() as connection:
        aurora, outra = people.add_clients(
            connection,
            [
                NewClient("Escola Aurora", "11222333000181", "", "", ""),
                NewClient("Outra Escola", "99000001000101", "", "", ""),
            ],
        )
        people.add_contacts(
            connection,
            [
                NewContact(aurora, "Lia Lima", "lia@example.com", "", "52998224725"),
                NewContact(outra, "Lia Lima", "lia@outra.example.com", "", "52998224725"),
            ],
        )
    made = ContactIdentity(desk)
    made.set_password(1, RIGHT, RIGHT)
    return made


def refused(identity: ContactIdentity, password: str, cpf: str = CPF) -> str:
    with pytest.raises(RuleRefusal, match="CLI-4") as refusal:
        identity.identify(cpf, password)
    return refusal.value.sentence


def wait(desk: Desk, **span: float) -> None:
    assert isinstance(desk.clock, FixedClock)
    desk.clock.move_to(desk.clock.now() + timedelta(**span))


def test_who_says_both_is_known(identity: ContactIdentity, desk: Desk) -> None:
    lia = Identified("Escola Aurora", "lia@example.com", "Lia Lima")
    assert identity.identify(CPF, RIGHT) == lia
    identity.set_password(2, "outra-senha", "outra-senha")
    assert identity.identify(CPF, "outra-senha").client == "Outra Escola"
    assert identity.identify("52998224725", RIGHT) == lia
    with desk.database.read() as connection:
        kept = [credential.password_hash for credential in
                registry.credentials_of(connection, "52998224725")]  # fmt: skip
    assert all(hashed.startswith("$argon2id$") for hashed in kept)
    assert RIGHT not in repr(kept)


def test_unknown_and_wrong_are_refused_alike(identity: ContactIdentity) -> None:
    assert refused(identity, WRONG) == refused(identity, RIGHT, "111.444.777-35")
    with pytest.raises(InvalidInput, match="cpf"):
        identity.identify("123", RIGHT)


def test_five_wrong_ones_lock_for_fifteen_minutes_even_the_right_one(
    identity: ContactIdentity, desk: Desk
) -> None:
    for _try in range(5):
        assert "não conferem" in refused(identity, WRONG)
    assert "tente de novo em 15 min" in refused(identity, RIGHT)
    wait(desk, minutes=14, seconds=1)
    assert "tente de novo em 1 min" in refused(identity, RIGHT)
    wait(desk, seconds=59)
    assert identity.identify(CPF, RIGHT).name == "Lia Lima"


def test_a_right_one_begins_the_count_anew(identity: ContactIdentity) -> None:
    for _round in range(2):
        for _try in range(4):
            refused(identity, WRONG)
        identity.identify(CPF, RIGHT)


def test_a_new_password_lifts_the_lock(identity: ContactIdentity) -> None:
    for _try in range(5):
        refused(identity, WRONG)
    identity.set_password(1, "outra-senha", "outra-senha")
    assert identity.identify(CPF, "outra-senha").name == "Lia Lima"


def test_who_is_not_active_is_nobody(identity: ContactIdentity, desk: Desk) -> None:
    with desk.database.write() as connection:
        registry.write_contact(connection, 1, {"is_active": False})
    refused(identity, RIGHT)


def test_a_hash_that_cannot_be_read_fits_nothing(identity: ContactIdentity, desk: Desk) -> None:
    with desk.database.write() as connection:
        registry.write_contact(connection, 1, {"password_hash": "???"})
    refused(identity, RIGHT)


@pytest.mark.parametrize(
    ("password", "again", "field"), [("curta", "curta", "password"), (RIGHT, WRONG, "again")]
)
def test_a_password_that_will_not_do_is_refused(
    identity: ContactIdentity, password: str, again: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as wrong:
        identity.set_password(1, password, again)
    assert wrong.value.field == field
