"""News of the tickets of whoever sits here (SLA-9)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.clock import FixedClock
from app.domain.ticket_events import EventKind
from app.services.automation import AutomationService
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.news import News, NewsService
from tests.databases import NOON
from tests.desks import Asked, open_tickets


@pytest.fixture
def news(desk: Desk) -> NewsService:
    desk.clock = FixedClock(NOON)
    open_tickets(desk, Asked(assignee="Ana", summary="Meu"), Asked(assignee="Beto"))
    desk.sit("Ana", None)
    service = NewsService(desk)
    assert service.take() == []
    return service


def act(desk: Desk, name: str, number: int, **more: object) -> None:
    DeskActs(desk).perform({"act": name, "number": str(number), **more})


def test_what_others_do_to_my_tickets_is_news_once(news: NewsService, desk: Desk) -> None:
    act(desk, "wait", 1)
    assert news.take() == []  # I did that
    act(desk, "answer", 1, actor="Beto", text="Já mandei", channel="phone")
    act(desk, "note", 2, actor="Beto", text="não é meu")
    assert news.take() == [News(1, "Meu", EventKind.CLIENT_ANSWERED)]
    assert news.take() == []


def test_a_ticket_given_to_me_is_news(news: NewsService, desk: Desk) -> None:
    act(desk, "assign", 2, actor="Beto", assignee="Ana")
    assert [(one.number, one.kind) for one in news.take()] == [(2, EventKind.ASSIGNED)]


def test_a_warning_tells_its_level_and_a_breach_that_it_is_one(
    news: NewsService, desk: Desk
) -> None:
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(NOON + timedelta(days=30))
    assert list(AutomationService(desk).run())
    told = news.take()
    assert [(one.number, one.level, one.is_late) for one in told] == [
        (1, "50 %", False),
        (1, "75 %", False),
        (1, "90 %", False),
        (1, "prazo", True),
    ]


def test_without_somebody_there_is_no_news(news: NewsService, desk: Desk) -> None:
    desk.sit(None, None)
    act(desk, "note", 1, actor="Beto", text="x")
    assert news.take() == []
