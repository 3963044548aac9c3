"""Text search: both engines fold, split and answer alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, literal, select, table, union_all

from app.domain.queue_view import QueueFilter, Scope
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.tickets import Act, TicketService
from app.storage import queue, search
from app.storage.database import Connection, Database
from app.storage.search_text import fold, words_of
from app.storage.tickets import NewTicket
from tests.databases import PostgresServer
from tests.desks import Asked, at, open_tickets

TEXTS = [
    "Ligação cai durante a matrícula",
    "Ligações não completam no ramal",
    "LIGACAO sem acento",
    "Versão 12.1.9 recusa a nota",
    "Versão 12.1.33 recusa a nota",
    "Nota fiscal nº 4003-0015 em dobro",
    "Rematrícula grava em dobro",
]


@pytest.fixture
def written(desk: Desk) -> Desk:
    assert open_tickets(desk, *[Asked(summary=text) for text in TEXTS]) == [1, 2, 3, 4, 5, 6, 7]
    return desk


def _found(desk: Desk, text: str, scope: Scope = Scope.OPEN) -> list[int]:
    with desk.database.read() as connection:
        return sorted(queue.numbers(connection, QueueFilter(scope=scope, text=text)))


EVERYTHING = [1, 2, 3, 4, 5, 6, 7]
BY_WORDS = {
    "ligação": [1, 3],
    "LIGACAO": [1, 3],
    "ligações": [2],
    "liga": [1, 2, 3],
    "matrícula": [1],
    "rematr": [7],
    "12.1.9": [4],
    "12.1": [4, 5],
    "12.1.3": [5],
    "versão nota": [4, 5],
    "nota versão": [4, 5],
    "nota dobro": [6],
    "4003-0015": [6],
    "40030015": [],
    "dobro matricula": [],
    "inexistente": [],
    "Escola Exemplo": EVERYTHING,
    "  liga   ramal ": [2],
    "00000003": [3],
    "0000000": EVERYTHING,
}
BY_SIGNS = {
    "": EVERYTHING,
    "   ": EVERYTHING,
    "???": EVERYTHING,
    '"': EVERYTHING,
    "* AND": [],
    'liga" OR "nota': [],
    "NEAR(nota)": [],
    "nota & !ramal": [],
    "1e5 0x1f": [],
    "nota:*": [4, 5, 6],
    "NOT nota": [4, 5, 6],
    "words:nota": [],
}


def test_words_are_found_whatever_their_accents_order_and_end(written: Desk) -> None:
    assert {asked: _found(written, asked) for asked in BY_WORDS} == BY_WORDS
    assert {asked: _found(written, asked, Scope.ALL) for asked in BY_WORDS} == BY_WORDS
    assert not any(_found(written, asked, Scope.CLOSED) for asked in BY_WORDS)


def test_signs_that_mean_something_to_an_engine_are_only_signs(written: Desk) -> None:
    assert {asked: _found(written, asked) for asked in BY_SIGNS} == BY_SIGNS


def test_a_number_is_found_with_and_without_its_zeros(desk: Desk) -> None:
    open_tickets(desk, *[Asked() for _ in range(12)])
    assert _found(desk, "00000012") == [12]
    assert _found(desk, "12") == [12]


def test_a_closed_ticket_is_found_among_all_of_them_and_not_among_the_open(written: Desk) -> None:
    closing = Act(EventKind.CLOSED, at("2026-03-03 10:00"), payload={"closing": "automatic"})
    TicketService(written).record(1, closing)
    assert _found(written, "liga") == [2, 3]
    assert _found(written, "liga", Scope.CLOSED) == [1]
    assert _found(written, "liga", Scope.ALL) == [1, 2, 3]
    annulled = Act(EventKind.CLOSING_ANNULLED, at("2026-03-03 11:00"))
    TicketService(written).record(1, annulled)
    assert _found(written, "liga") == [1, 2, 3]


def test_the_description_and_a_client_s_name_are_searched_too(desk: Desk) -> None:
    open_tickets(desk, Asked(client="Clínica Boa Vista", description="erro ao emitir o laudo"))
    assert _found(desk, "clinica laudo") == [1]


def test_a_word_of_any_length_is_kept_and_found_by_its_beginning(desk: Desk) -> None:
    long = "a1" * 4000
    open_tickets(desk, Asked(summary=f"chave {long}"))
    assert _found(desk, long[:40]) == [1]
    assert _found(desk, long) == [1]
    assert _found(desk, "b" + long) == []


@given(st.text())
def test_folding_leaves_no_accent_and_folding_again_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert not any(unicodedata.combining(sign) for sign in folded)
    assert fold(folded) == folded
    assert all(re.fullmatch("[0-9a-z]+", word) for word in words_of(text))


@pytest.fixture(scope="module")
def both(
    postgres: PostgresServer, seeded_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Database, Database]]:
    """The two engines side by side, each with its search tables."""
    path = tmp_path_factory.mktemp("search") / "desk.db"
    path.write_bytes(seeded_file.read_bytes())
    databases = (Database(f"sqlite:///{path}"), Database(postgres.url(postgres.seeded)))
    yield databases
    for database in databases:
        database.close()


WORDS = st.sampled_from(["ação", "acao", "Ações", "12.1.9", "12", "1e5", "0x1", "nota", "no", "ß"])
WRITTEN = st.lists(WORDS | st.text(max_size=6), max_size=4).map(" ".join)


@settings(max_examples=60)
@given(texts=st.lists(WRITTEN, min_size=1, max_size=4), asked=WRITTEN)
def test_both_engines_answer_alike_and_as_the_words_say(
    both: tuple[Database, Database], texts: list[str], asked: str
) -> None:
    wanted = words_of(asked)
    expected = [
        number
        for number, text in enumerate(texts, 1)
        if all(any(word.startswith(part) for word in words_of(text)) for part in wanted)
    ]
    for database in both:
        if wanted:
            assert _answer(database, texts, asked) == expected, database.label


class _Undone(Exception):
    """Leaves the database as it was."""


def _answer(database: Database, texts: list[str], asked: str) -> list[int]:
    found: list[int] = []
    with suppress(_Undone), database.write() as connection:
        connection.execute(delete(table(search.ALL)))
        connection.execute(delete(table(search.OPEN)))
        search.add(connection, [(number, text, True) for number, text in enumerate(texts, 1)])
        found = _matching(connection, asked, len(texts))
        raise _Undone
    return found


def _matching(connection: Connection, asked: str, count: int) -> list[int]:
    """Ask the condition itself, of as many numbers as there are texts."""
    numbers = union_all(*[select(literal(n).label("id")) for n in range(1, count + 1)]).subquery()
    condition = search.condition(connection, search.OPEN, numbers.c.id, asked)
    assert condition is not None
    return list(connection.scalars(select(numbers.c.id).where(condition).order_by(numbers.c.id)))


def test_a_ticket_is_indexed_with_everything_it_is_known_by(desk: Desk) -> None:
    new = NewTicket(1, None, None, "resumo")
    assert new.source_key is None
    open_tickets(desk, Asked(summary="resumo"))
    assert _found(desk, "resumo 1") == [1]


def test_a_beginning_is_found_behind_few_words_and_behind_many(desk: Desk) -> None:
    few = [Asked(summary=f"bole{letter}") for letter in "abcdefgh"]
    many = [Asked(summary=f"nota{number:02d}") for number in range(search._MOST_ENDINGS + 5)]
    open_tickets(desk, *few, *many, Asked(summary="bole"), Asked(summary="bolf boke"))
    assert len(_found(desk, "bole")) == len(few) + 1
    assert len(_found(desk, "bole", Scope.ALL)) == len(few) + 1
    assert len(_found(desk, "nota")) == len(many)
    assert _found(desk, "bolez") == []
