"""Who is who at the desk: roles, PINs, and what each may do (SLA-11, LGPD, OUV-2)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.changes import Changes
from app.domain.clock import FixedClock
from app.domain.errors import BancadaError, InvalidInput, RuleRefusal
from app.domain.outbox import Message
from app.domain.queue_view import QueueFilter
from app.domain.roles import Role
from app.domain.ticket_events import Status
from app.services.client_import import ClientImportService
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.desk_catalog import CatalogService
from app.services.desk_people import DeskPeople
from app.services.importing import ImportingService
from app.services.log_mapping import shipped_mapping
from app.services.mail_settings import MailSettings
from app.services.outbox import OutboxService
from app.services.privacy import PrivacyService
from app.services.queue import QueueService
from app.services.reminder_settings import ReminderSettings
from app.services.templates import Language, TemplateService
from app.services.tickets import TicketService
from app.storage import outbox
from tests.databases import NOON
from tests.desks import Asked, open_ticket

PIN = "2468"


@pytest.fixture
def people(desk: Desk) -> DeskPeople:
    """Iris administers, Guto manages, Olga is the ombudsman, Ana an analyst."""
    desk.clock = FixedClock(NOON)
    people = DeskPeople(desk)
    people.keep(None, "Guto", Role.MANAGER, "1357")
    people.keep(None, "Olga", Role.OMBUDSMAN, "97531")
    people.keep(None, "Ana", Role.ANALYST, "")
    people.keep(None, "Iris", Role.ADMINISTRATOR, PIN)
    return people


def number_of(people: DeskPeople, name: str) -> int:
    return next(known.id for known in people.colleagues() if known.name == name)


def test_until_somebody_administers_nothing_is_forbidden(desk: Desk) -> None:
    people = DeskPeople(desk)
    people.keep(None, "Guto", Role.MANAGER, "1357")
    assert not people.asks_pin("Guto")
    assert people.sit_down("Guto") is None
    assert ReminderSettings(desk).keep("50 %", "5") is not None


def test_who_may_do_more_shows_a_pin(people: DeskPeople, desk: Desk) -> None:
    assert people.asks_pin("Iris")
    assert not people.asks_pin("Ana")
    assert people.sit_down("Ana") is Role.ANALYST
    with pytest.raises(RuleRefusal, match="ACC-9: pin: o PIN não confere"):
        people.sit_down("Iris", "1111")
    assert desk.person == "Ana"
    assert people.sit_down("Iris", PIN) is Role.ADMINISTRATOR
    assert not people.asks_pin("Iris")  # who sits here need not show it again
    assert people.sit_down("Iris") is Role.ADMINISTRATOR
    assert people.sit_down(None) is Role.ANALYST
    assert people.sit_down("Zeca, que ninguém nomeou") is Role.ANALYST


def test_five_wrong_pins_lock_for_a_quarter_of_an_hour(people: DeskPeople, desk: Desk) -> None:
    for _try in range(5):
        with pytest.raises(RuleRefusal, match="não confere"):
            people.sit_down("Iris", "0000")
    with pytest.raises(RuleRefusal, match="tente de novo em 15 min"):
        people.sit_down("Iris", PIN)
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(NOON + timedelta(minutes=15))
    assert people.sit_down("Iris", PIN) is Role.ADMINISTRATOR


def test_a_pin_is_kept_as_a_hash_and_an_empty_one_leaves_it(people: DeskPeople) -> None:
    people.keep(number_of(people, "Guto"), "Guto Gama", Role.MANAGER, "")
    assert people.asks_pin("Guto Gama")
    people.sit_down("Guto Gama", "1357")
    assert [c.has_pin for c in people.colleagues()] == [False, True, True, True]


@pytest.mark.parametrize(
    ("name", "role", "pin", "field"),
    [
        ("  ", Role.ANALYST, "", "name"),
        ("x" * 201, Role.ANALYST, "", "name"),
        ("Ana", Role.ANALYST, "", "name"),
        ("Davi", Role.MANAGER, "", "pin"),
        ("Davi", Role.MANAGER, "12a4", "pin"),
        ("Davi", Role.ANALYST, "123", "pin"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    people: DeskPeople, name: str, role: Role, pin: str, field: str
) -> None:
    with pytest.raises(InvalidInput, match="ACC-9") as refused:
        people.keep(None, name, role, pin)
    assert refused.value.field == field


def test_the_last_administrator_stays_one(people: DeskPeople) -> None:
    iris = number_of(people, "Iris")
    with pytest.raises(RuleRefusal, match="ACC-9: Iris é a única pessoa que administra"):
        people.keep(iris, "Iris", Role.ANALYST, "")
    people.keep(number_of(people, "Ana"), "Ana", Role.ADMINISTRATOR, "8642")
    assert isinstance(people.keep(iris, "Iris", Role.ANALYST, ""), Changes)


def test_acts_carry_who_sits_here_and_the_account(people: DeskPeople, desk: Desk) -> None:
    number = open_ticket(desk)
    people.sit_down("Ana")
    DeskActs(desk).perform({"act": "take", "number": str(number)})
    DeskActs(desk).perform({"act": "note", "number": str(number), "text": "x", "actor": "Beto"})
    took, noted = TicketService(desk).view(number).lines[-2:]
    assert (took.actor, noted.actor) == ("Ana", "Beto")
    assert "@" in took.event.desk


def test_an_analyst_changes_no_rule_and_touches_nobodys_data(
    people: DeskPeople, desk: Desk, tmp_path: Path
) -> None:
    people.sit_down("Ana")
    log = tmp_path / "log.csv"
    log.write_text("a,b\n")
    for forbidden, rule in (
        (lambda: ReminderSettings(desk).keep("50 %", "5"), "SLA-11"),
        (lambda: TemplateService(desk).choose(Language.ENGLISH), "SLA-11"),
        (lambda: TemplateService(desk).change(Language.ENGLISH, "opened", None), "SLA-11"),
        (lambda: MailSettings(desk).keep(None, None), "SLA-11"),
        (lambda: people.keep(None, "Davi", Role.ANALYST, ""), "ACC-9"),
        (lambda: PrivacyService(desk).export(1), "LGPD"),
        (lambda: PrivacyService(desk).forget(1), "LGPD"),
        (lambda: ClientImportService(desk).import_clients(log), "ACC-9"),
        (
            lambda: ImportingService(desk).import_log(
                log, shipped_mapping(), until=None, report=lambda *_told: None
            ),
            "ACC-9",
        ),
    ):
        with pytest.raises(BancadaError, match=rf"^{rule}: só "):
            forbidden()
    people.sit_down("Guto", "1357")
    assert ReminderSettings(desk).keep("50 %", "5") is not None


def test_ouvidoria_is_seen_by_its_people_alone(people: DeskPeople, desk: Desk) -> None:
    number, other = open_ticket(desk, Asked(team="ouvidoria")), open_ticket(desk)
    queue, asked = QueueService(desk), QueueFilter(teams=("ouvidoria",))
    for name, pin, sees in (("Ana", "", False), ("Iris", PIN, False), ("Olga", "97531", True)):
        people.sit_down(name, pin)
        assert list(queue.numbers(asked)) == ([number] if sees else [])
        assert queue.counts([asked]) == ((1,) if sees else (0,))
        assert queue.late(asked) == 0
        assert [row.number for row in queue.rows([number, other])][-1] == other
        assert len(queue.rows([number, other])) == (2 if sees else 1)
        assert ("ouvidoria" in [c.value for c in queue.choices().teams]) == sees
        if sees:
            assert TicketService(desk).view(number).card.number == number
            continue
        with pytest.raises(RuleRefusal, match=r"^OUV-2: só ouvidor"):
            TicketService(desk).view(number)
        with pytest.raises(RuleRefusal, match=r"^OUV-2: só ouvidor"):
            DeskActs(desk).perform({"act": "take", "number": str(number)})
    both = QueueFilter(teams=("ouvidoria", "suporte-tecnico"))
    people.sit_down("Ana")
    assert list(queue.numbers(both)) == [other]


def test_messages_of_ouvidoria_are_seen_by_its_people_alone(people: DeskPeople, desk: Desk) -> None:
    numbers = [open_ticket(desk, Asked(team="ouvidoria")), open_ticket(desk)]
    with desk.database.write() as connection:
        told = [Message(number, "answered", 1, "", "Assunto", "Texto") for number in numbers]
        outbox.put(connection, [*told, Message(None, "refused_access", 1, "", "A", "B")], 1)
    service = OutboxService(desk)
    for name, pin, seen in (("Ana", "", 2), ("Olga", "97531", 3)):
        people.sit_down(name, pin)
        assert len(service.lines()) == seen
        assert len(service.newest(10)) == seen


def test_a_command_may_take_a_ticket_for_nobody_a_window_may_not(desk: Desk) -> None:
    desk.clock = FixedClock(NOON)
    number = open_ticket(desk, Asked(assignee="Ana"))
    take = {"act": "take", "number": str(number)}
    DeskActs(desk).perform(take)
    DeskPeople(desk).sit_down(None)
    with pytest.raises(RuleRefusal, match="ACC-9: actor: diga quem assume"):
        DeskActs(desk).perform(take)


def test_a_demonstration_seats_who_has_the_most_tickets(desk: Desk) -> None:
    assert DeskPeople(desk).busiest() is None
    open_ticket(desk, Asked(assignee="Beto"))
    for _ticket in range(2):
        open_ticket(desk, Asked(assignee="Ana"))
    assert DeskPeople(desk).busiest() == "Ana"


def test_a_machine_without_an_account_still_names_its_desk(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert Desk(desk.database, FixedClock(NOON)).name.startswith("?@")


def test_a_status_of_the_setting_needs_no_kind(desk: Desk) -> None:
    desk.clock = FixedClock(NOON)
    number = open_ticket(desk, Asked(assignee="Ana"))
    CatalogService(desk).keep_statuses("Aguardando a Receita = pendente")
    entry = {"act": "status", "number": str(number), "status": "Aguardando a Receita"}
    DeskActs(desk).perform(entry)
    history = TicketService(desk).view(number).history
    assert (history.status_name, history.status) == ("Aguardando a Receita", Status.PENDING_CLIENT)
    with pytest.raises(RuleRefusal, match="SLA-12: kind: diga de que tipo"):
        DeskActs(desk).perform(entry | {"status": "Outra"})
