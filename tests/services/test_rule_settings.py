"""The desk's own figures, changed and put back; promises stay (ACC-1, ACC-4, ACC-6, SLA-11)."""

from __future__ import annotations

import shutil
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.domain.desk_rules import DEFAULT_DESK_RULES
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.ticket_events import EventKind
from app.services.automation import AutomationService
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.outbox import OutboxService
from app.services.rule_settings import RuleSettings
from app.services.tickets import TicketService
from app.storage import settings
from tests.databases import NOON
from tests.desks import Asked, Later, open_ticket, open_tickets

TYPED = {name: str(value) for name, value in asdict(DEFAULT_DESK_RULES).items()}
SOLVE = {"act": "solve", "number": "1", "text": "Corrigido"}


@pytest.fixture
def rules(desk: Desk) -> RuleSettings:
    desk.clock = FixedClock(NOON)
    return RuleSettings(desk)


def test_figures_are_kept_and_put_back(rules: RuleSettings, desk: Desk, tmp_path: Path) -> None:
    rules.keep(TYPED | {"acceptance_days": "20", "folder": str(tmp_path)})
    known, folder = rules.rules()
    assert (known.acceptance_days, folder) == (20, str(tmp_path))
    assert desk.book.desk == known
    rules.keep(TYPED)
    with desk.database.read() as connection:
        assert "desk_rules" not in settings.all_settings(connection)
    assert rules.rules() == (rules.default, "")


def test_a_folder_is_written_whole(rules: RuleSettings) -> None:
    with pytest.raises(InvalidInput, match="TKT-2: escreva o caminho inteiro") as refused:
        rules.keep(TYPED | {"folder": "anexos"})
    assert refused.value.field == "folder"


def test_a_new_folder_holds_what_was_attached_before(
    rules: RuleSettings, desk: Desk, tmp_path: Path
) -> None:
    picture = tmp_path / "tela.png"
    picture.write_bytes(b"x")
    rules.keep(TYPED | {"folder": str(tmp_path / "old")})
    number = open_ticket(desk)
    DeskActs(desk).perform({"act": "attach", "number": str(number), "files": [str(picture)]})
    moved = TYPED | {"folder": str(tmp_path / "new")}
    if desk.database.is_sqlite:
        rules.keep(moved)  # its files lie beside it
        return
    with pytest.raises(InvalidInput, match="TKT-2: faltam nessa pasta 1 anexos") as refused:
        rules.keep(moved)
    assert refused.value.field == "folder"
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    rules.keep(moved)


def test_another_desk_learns_of_them(rules: RuleSettings, desk: Desk) -> None:
    other = Desk(desk.database, FixedClock(NOON))
    rules.keep(TYPED | {"survey_days": "7"})
    other.look_for_changes()
    assert other.book.desk.survey_days == 7


def test_a_promise_stays_when_the_rule_changes(rules: RuleSettings, desk: Desk) -> None:
    acts, tickets = DeskActs(desk), TicketService(desk)
    numbers = [open_ticket(desk), open_ticket(desk)]
    rules.keep(TYPED | {"acceptance_days": "10", "reminder_days": "2"})
    acts.perform(SOLVE | {"number": str(numbers[0])})
    rules.keep(TYPED)
    acts.perform(SOLVE | {"number": str(numbers[1])})
    limits = [tickets.view(number).history.acceptance for number in numbers]
    today = NOON.date()
    assert [a.limit_date for a in limits if a] == [
        today + timedelta(days=10),
        today + timedelta(days=15),
    ]


def test_the_single_postponement_is_as_long_as_the_solution_promised(
    rules: RuleSettings, desk: Desk
) -> None:
    number = open_ticket(desk)
    rules.keep(TYPED | {"postponement_days": "30"})
    DeskActs(desk).perform(SOLVE | {"number": str(number)})
    rules.keep(TYPED | {"postponement_days": "5"})
    asked = {"act": "postpone", "number": str(number), "channel": "phone"}
    with pytest.raises(RuleRefusal, match="ACC-4: o aceite só se adia por 30 dias"):
        DeskActs(desk).perform(asked | {"days": 45})
    DeskActs(desk).perform(asked | {"days": 30})
    acceptance = TicketService(desk).view(number).history.acceptance
    assert acceptance is not None
    assert acceptance.limit_date == NOON.date() + timedelta(days=45)


def test_a_reminder_says_what_was_promised(rules: RuleSettings, desk: Desk) -> None:
    number = open_ticket(desk)
    rules.keep(TYPED | {"postponement_days": "30"})
    DeskActs(desk).perform(SOLVE | {"number": str(number)})
    move(desk, timedelta(days=12))
    assert list(AutomationService(desk).run())
    bodies = [line.message.body for line in OutboxService(desk).lines()]
    assert any("por mais 30 dias" in body for body in bodies)


def test_an_opinion_counts_for_as_long_as_its_survey_said(rules: RuleSettings, desk: Desk) -> None:
    closed = [
        Later(EventKind.SOLUTION, "2026-03-02 09:30"),
        Later(EventKind.ACCEPTED, "2026-03-02 09:40"),
    ]
    first, second = open_tickets(desk, Asked(later=closed), Asked())
    assert list(AutomationService(desk).run())
    rules.keep(TYPED | {"survey_days": "5"})
    for act in ("solve", "accept"):
        entry = {"act": act, "number": str(second), "text": "x", "channel": "phone"}
        DeskActs(desk).perform({k: v for k, v in entry.items() if act == "solve" or k != "text"})
    assert list(AutomationService(desk).run())
    move(desk, timedelta(days=10))
    answer = {"act": "survey", "score": 5}
    with pytest.raises(RuleRefusal, match="ACC-6: a pesquisa valia 5 dias corridos"):
        DeskActs(desk).perform(answer | {"number": str(second)})
    assert DeskActs(desk).perform(answer | {"number": str(first)}).number == first
    move(desk, timedelta(days=40))
    (third,) = open_tickets(desk, Asked(later=closed))
    assert list(AutomationService(desk).run())
    with pytest.raises(RuleRefusal, match="ACC-6: a pesquisa valia 5 dias corridos"):
        DeskActs(desk).perform(answer | {"number": str(third)})


def move(desk: Desk, span: timedelta) -> None:
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(NOON + span)
