"""Texts of messages: shipped in two languages, changed with care, filled with facts."""

from __future__ import annotations

import pytest

from app.domain.changes import SETTINGS_CHANGED
from app.domain.errors import InvalidInput
from app.domain.severity import Severity
from app.services.desk import Desk
from app.services.notices import Notice, queue_notices
from app.services.outbox import OutboxService
from app.services.templates import (
    FACTS,
    Language,
    Template,
    TemplateService,
    Texts,
    checked,
    shipped,
)
from tests.desks import Asked, at, open_ticket

PORTUGUESE, ENGLISH = Texts(Language.PORTUGUESE, {}), Texts(Language.ENGLISH, {})


@pytest.mark.parametrize("language", Language)
def test_every_kind_has_a_text_whose_facts_are_known(language: Language) -> None:
    texts = shipped(language)
    assert set(texts) == set(FACTS)
    for kind, template in texts.items():
        subject, body = checked(kind, template).filled(FACTS[kind])
        assert "{" not in subject + body
        assert subject
        assert body.endswith("\n")


@pytest.mark.parametrize(
    ("template", "field"),
    [
        (Template("", "corpo"), "subject"),
        (Template("assunto", "  \n"), "body"),
        (Template("{numero}", "corpo"), "subject"),
        (Template("{number}", "{summary"), "body"),
        (Template("{number}", "}"), "body"),
        (Template("{number!r}", "corpo"), "subject"),
        (Template("{number:{x}}", "corpo"), "subject"),
        (Template("{number.__class__}", "corpo"), "subject"),
        (Template("{}", "corpo"), "subject"),
        (Template("ok", "{limit}"), "body"),
    ],
)
def test_a_text_that_names_what_it_does_not_know_is_refused(template: Template, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked("opened", template)
    assert refused.value.field == field


def test_a_subject_is_one_line_and_braces_in_facts_are_only_signs() -> None:
    facts = {"number": "00000001", "summary": "erro {x}\nna\r\nlinha"}
    subject, body = Template("{number} {summary}", "{{ok}} {summary}").filled(facts)
    assert subject == "00000001 erro {x} na linha"
    assert body == "{ok} erro {x}\nna\r\nlinha\n"


def test_days_instants_and_severities_are_written_in_the_language() -> None:
    instant = at("2026-03-02 09:05")
    assert (PORTUGUESE.day(instant), ENGLISH.day(instant)) == ("02/03/2026", "2026-03-02")
    assert PORTUGUESE.moment(instant) == "02/03/2026 09:05"
    assert [PORTUGUESE.days_left(n) for n in (0, 1, 4)] == [
        "é o último dia",
        "falta 1 dia",
        "faltam 4 dias",
    ]
    assert [ENGLISH.days_left(n) for n in (0, 1, 4)] == [
        "it is the last day",
        "1 day is left",
        "4 days are left",
    ]
    assert PORTUGUESE.severity(Severity.CRITICAL) == "Crítica"
    assert ENGLISH.severity(Severity.CRITICAL) == "Critical"


def test_a_changed_text_is_used_until_the_shipped_one_is_asked_back(desk: Desk) -> None:
    service, number = TemplateService(desk), open_ticket(desk, Asked(summary="O boleto some"))
    own = Template("Pergunta {number}", "{text} ({summary})")
    assert service.change(Language.PORTUGUESE, "waiting", own) == SETTINGS_CHANGED
    service.change(Language.PORTUGUESE, "answered", Template("{number}", "{text}"))
    service.change(Language.PORTUGUESE, "answered", None)
    with desk.database.write() as connection:
        queue_notices(connection, number, [Notice("waiting", 1, "Qual versão?")], 1)
        queue_notices(connection, number, [Notice("answered", 1, "Achamos.")], 1)
    asked, answered = (line.message for line in OutboxService(desk).lines())
    assert (asked.subject, asked.body) == ("Pergunta 00000001", "Qual versão? (O boleto some)\n")
    assert answered.subject == "Chamado 00000001: há uma resposta para você"


def test_each_language_keeps_its_own_changes(desk: Desk) -> None:
    service = TemplateService(desk)
    service.change(Language.PORTUGUESE, "survey", Template("Opinião?", "Nota de 1 a 5"))
    service.choose(Language.ENGLISH)
    texts = service.texts()
    assert texts.language is Language.ENGLISH
    assert texts.of("survey") == shipped(Language.ENGLISH)["survey"]
    service.choose(Language.PORTUGUESE)
    assert service.texts().of("survey").subject == "Opinião?"


def test_a_bad_text_is_not_kept(desk: Desk) -> None:
    service = TemplateService(desk)
    with pytest.raises(InvalidInput):
        service.change(Language.PORTUGUESE, "survey", Template("{ops}", "x"))
    assert service.texts().of("survey") == shipped(Language.PORTUGUESE)["survey"]


def test_a_notice_tells_only_what_it_knows() -> None:
    facts = Notice("opened", 1).facts(PORTUGUESE)
    assert facts == {
        "text": "",
        "team": "",
        "severity": "",
        "limit": "",
        "due": "—",
        "days": "",
        "postponement": "",
    }
    full = Notice("opened", 1, due=at("2026-03-02 09:05"), severity=Severity.LOW).facts(ENGLISH)
    assert (full["due"], full["severity"]) == ("2026-03-02 09:05", "Low")


def test_two_answers_within_a_second_are_two_messages(desk: Desk) -> None:
    number = open_ticket(desk)
    for text in ("Achamos.", "E corrigimos.", "Hoje."):
        with desk.database.write() as connection:
            queue_notices(connection, number, [Notice("answered", 7, text)], 7)
    lines = OutboxService(desk).lines()
    assert [line.message.subject_at for line in lines] == [7, 8, 9]
    assert "E corrigimos." in lines[1].message.body
