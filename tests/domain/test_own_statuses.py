"""Statuses that a manager added: each says itself which kind it is (SLA-12, pitfall B14)."""

from __future__ import annotations

import pytest

from app.domain.errors import InvalidInput
from app.domain.own_statuses import read_statuses, status_lines
from app.domain.ticket_events import StatusKind

LINES = "Aguardando a Receita = pendente\nEm laboratório = atendimento"


def test_statuses_are_read_as_they_are_written() -> None:
    read = read_statuses(f"\n{LINES}\n\n")
    assert read == {
        "Aguardando a Receita": StatusKind.PENDING,
        "Em laboratório": StatusKind.ATTENDANCE,
    }
    assert status_lines(read) == LINES
    assert read_statuses("") == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Aguardando", "linha 1: diga de que tipo é, como Aguardando = pendente"),
        ("x = pendente\n\nAceite = aceite", "linha 3: diga de que tipo"),
        ("= pendente", "linha 1: escreva um nome"),
        ("y" * 61 + " = pendente", "linha 1: escreva um nome"),
        ("x = pendente\nx = atendimento", "linha 2: x já está em outra linha"),
        ("\n".join(f"{n} = pendente" for n in range(41)), "no máximo 40"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, says: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_statuses(text)
    assert refused.value.field == "statuses"
    assert refused.value.reason.startswith(f"SLA-12: {says}")
