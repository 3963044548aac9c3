"""Solved tickets that resemble what is typed are offered, without who they were about (TKT-5)."""

from __future__ import annotations

from app.domain.clock import FixedClock
from app.domain.ticket_events import EventKind
from app.services.acting import Act
from app.services.desk import Desk
from app.services.suggestions import SuggestionService
from app.services.tickets import TicketService
from tests.databases import NOON
from tests.desks import Asked, Later, at, open_tickets

SILENT = Later(EventKind.SOLUTION, "2026-03-03 09:00")


def solve(desk: Desk, number: int, text: str | None) -> None:
    act = Act(EventKind.SOLUTION, at("2026-03-03 10:00"), text=text)
    TicketService(desk).record(number, act)


def numbers(desk: Desk, typed: str) -> list[int]:
    return [found.number for found in SuggestionService(desk).resembling(typed)]


def test_solved_tickets_with_the_words_typed_are_offered_newest_first(desk: Desk) -> None:
    desk.clock = FixedClock(NOON)
    made = open_tickets(
        desk,
        Asked(summary="Boleto em dobro no carnê", client="Clínica Segredo"),
        Asked(summary="Boleto em branco"),
        Asked(summary="Boleto em dobro, ainda aberto"),
        Asked(summary="Boleto em dobro, sem texto", later=[SILENT]),
        *[Asked(summary=f"Nota fiscal recusada {place}") for place in range(5)],
    )
    solve(desk, made[0], "Atualize para a 12.1.10.")
    solve(desk, made[1], "Limpe o cache.")
    for number in made[4:]:
        solve(desk, number, "Reenvie a nota.")
    (found,) = SuggestionService(desk).resembling("boleto dobro")
    assert (found.summary, found.solution) == (
        "Boleto em dobro no carnê",
        "Atualize para a 12.1.10.",
    )
    assert "Segredo" not in repr(found)
    assert numbers(desk, "nota fiscal") == [made[8], made[7], made[6]]


def test_one_word_finds_nothing_and_words_that_nobody_used_are_let_go(desk: Desk) -> None:
    desk.clock = FixedClock(NOON)
    (number,) = open_tickets(desk, Asked(summary="Rematrícula grava em dobro"))
    solve(desk, number, "Atualize.")
    assert numbers(desk, "rematricula") == []
    assert numbers(desk, "a de o") == []
    assert numbers(desk, "") == []
    assert numbers(desk, "xyz rematricula dobro") == [number]
    assert numbers(desk, "rematricula nunca vista assim") == []


def test_open_tickets_with_the_same_words_take_nobody_s_place(desk: Desk) -> None:
    desk.clock = FixedClock(NOON)
    accepted = Later(EventKind.ACCEPTED, "2026-03-03 11:00")
    (known,) = open_tickets(desk, Asked(summary="Boleto em dobro"))
    solve(desk, known, "Limpe o cache.")
    TicketService(desk).record(known, Act(accepted.kind, at(accepted.wall)))
    open_tickets(desk, *[Asked(summary="Boleto em dobro") for _ in range(45)])
    assert numbers(desk, "boleto dobro") == [known]
