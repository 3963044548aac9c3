"""Articles answer callers before a ticket is opened (TKT-4)."""

from __future__ import annotations

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import InvalidInput
from app.services.articles import ArticleService
from app.services.desk import Desk
from app.services.intake_records import IntakeRecords
from app.services.suggestions import Suggestion, SuggestionService
from app.storage import registry
from tests.databases import NOON
from tests.services.test_intake_records import CALL


@pytest.fixture
def articles(desk: Desk) -> ArticleService:
    desk.clock = FixedClock(NOON)
    desk.sit("Ana", None)
    service = ArticleService(desk)
    service.keep(None, " Senha esquecida ", "Use o link do portal.", is_offered=True)
    service.keep(None, "Senha do banco", "Fale com a TI.", is_offered=False)
    return service


def test_an_article_is_kept_with_who_wrote_it_and_changed(articles: ArticleService) -> None:
    first, second = articles.all()
    assert [first.title, second.title] == ["Senha do banco", "Senha esquecida"]
    assert (second.author, second.is_offered, second.body) == ("Ana", True, "Use o link do portal.")
    articles.keep(second.id, "Senha perdida", "Use o link.", is_offered=True)
    assert [a.title for a in articles.all()] == ["Senha do banco", "Senha perdida"]


@pytest.mark.parametrize(
    ("title", "body", "field"),
    [
        ("", "x", "title"),
        ("x" * 201, "x", "title"),
        ("x", " ", "body"),
        ("x", "y" * 20_001, "body"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    articles: ArticleService, title: str, body: str, field: str
) -> None:
    with pytest.raises(InvalidInput, match="TKT-4") as refused:
        articles.keep(None, title, body, is_offered=True)
    assert refused.value.field == field


def test_offered_ones_are_found_by_two_words_of_title_or_text(
    articles: ArticleService, desk: Desk
) -> None:
    found = SuggestionService(desk).resembling("senha portal")
    assert found == (Suggestion(1, "Senha esquecida", "Use o link do portal.", is_article=True),)
    assert SuggestionService(desk).resembling("senha") == ()
    assert SuggestionService(desk).resembling("senha banco") == ()


def test_an_article_that_answers_is_recorded_and_no_ticket_opened(
    articles: ArticleService, desk: Desk
) -> None:
    (found,) = SuggestionService(desk).resembling("senha esquecida")
    IntakeRecords(desk).deflect(CALL | {"article": found.number})
    with desk.database.read() as connection:
        (line,) = registry.records(connection)
    assert (line.words, line.ticket, line.rule) == ("artigo · Senha esquecida", None, "TKT-4")
    with pytest.raises(InvalidInput, match="article: este artigo não existe"):
        IntakeRecords(desk).deflect(CALL | {"article": 99})
