"""A log of states, in another shape, is imported with a mapping file alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.ticket_events import EventKind, Status
from app.services.desk import Desk
from app.services.health import check
from app.services.importing import ImportingService, ImportSummary
from app.services.log_mapping import read_mapping
from app.services.tickets import TicketService, TicketView
from tests.desks import at
from tests.services.logs import silent

MAPPING = """\
source = "central antiga"
ticket = "Número"
time = "Atualizado em"
time_format = ["%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S"]
state = "Situação"
analyst = "Responsável"
severity = "Prioridade"
client = "Razão social"
product = "Módulo"
summary = "Assunto"
encoding = "latin-1"
delimiter = ";"
team = { column = "Fila", values = { "N1" = "suporte-tecnico", "Loja" = "vitrine" } }

[states]
"Novo" = "opened"
"Em atendimento" = "assigned"
"Aguardando cliente" = "pending_client"
"Desenvolvimento" = "in_maintenance"
"Resolvido" = "solution"
"Fechado" = "closed"
"Spam" = "ignore"

[severities]
"Urgente" = "critical"
"Normal" = "medium"
"""
HEADER = "Número;Atualizado em;Situação;Responsável;Prioridade;Razão social;Módulo;Assunto;Fila"
TICKET = """\
101;02/03/2026 09:00;Novo;;Normal;Padaria São João;Caixa;Não imprime;N1
101;02/03/2026 09:30;Novo;;Normal;Padaria São João;Caixa;Não imprime;N1
101;02/03/2026 10:00;Em atendimento;Ana;Normal;Padaria São João;Caixa;Não imprime;N1
101;02/03/2026 10:20:30;Em atendimento;Ana;Urgente;Padaria São João;Caixa;Não imprime;N1
101;02/03/2026 11:00;Em atendimento;João;Urgente;Padaria São João;Caixa;Não imprime;N1
101;02/03/2026 12:00;Aguardando cliente;João;Urgente;Padaria São João;Caixa;Não imprime;N1
101;02/03/2026 15:00;Aguardando cliente;João;Urgente;Padaria São João;Caixa;Não imprime;Loja
101;03/03/2026 09:00;Em atendimento;João;Urgente;Padaria São João;Caixa;Não imprime;Loja
101;03/03/2026 10:00;Resolvido;João;Urgente;Padaria São João;Caixa;Não imprime;Loja
101;03/03/2026 10:00;Resolvido;João;Urgente;Padaria São João;Caixa;Não imprime;Loja
"""
ACTS = [
    EventKind.OPENED,
    EventKind.ASSIGNED,
    EventKind.RECLASSIFIED,
    EventKind.ASSIGNED,
    EventKind.PENDING_CLIENT,
    EventKind.TRANSFERRED,
    EventKind.ASSIGNED,
    EventKind.SOLUTION,
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "central.toml").write_text(MAPPING, encoding="utf-8")
    return tmp_path


def _import(desk: Desk, folder: Path, body: str, until: int | None = None) -> ImportSummary:
    path = folder / "central.csv"
    path.write_bytes(f"{HEADER}\r\n{body.replace(chr(10), chr(13) + chr(10))}".encode("latin-1"))
    mapping = read_mapping(folder / "central.toml")
    return ImportingService(desk).import_log(path, mapping, until=until, report=silent)


def _view(desk: Desk) -> TicketView:
    return TicketService(desk).view(TicketService(desk).number_of_source("101"))


def test_states_become_acts_and_an_unchanged_state_is_none(desk: Desk, folder: Path) -> None:
    summary = _import(desk, folder, TICKET)
    assert (summary.rows, summary.tickets, summary.events) == (10, 1, 8)
    assert summary.unchanged == 2
    assert summary.refused == []
    assert summary.kinds == {
        "opened": 1,
        "assigned": 3,
        "reclassified": 1,
        "pending_client": 1,
        "transferred": 1,
        "solution": 1,
    }
    view = _view(desk)
    assert [line.event.kind for line in view.lines] == ACTS
    assert view.history.status is Status.AWAITING_ACCEPTANCE
    assert (view.history.team, view.assignee) == ("vitrine", "João")
    assert (view.card.client, view.card.product) == ("Padaria São João", "Caixa")
    assert view.card.summary == "Não imprime"
    assert view.history.terms[1].since == at("2026-03-02 10:20:30")
    assert check(desk.database, full=True).faults == ()


def test_a_second_import_of_states_adds_nothing(desk: Desk, folder: Path) -> None:
    _import(desk, folder, TICKET)
    again = _import(desk, folder, TICKET)
    assert (again.events, again.known, again.unchanged) == (0, 8, 2)


def test_states_imported_up_to_an_instant_are_completed_later(desk: Desk, folder: Path) -> None:
    first = _import(desk, folder, TICKET, until=at("2026-03-02 12:30"))
    assert (first.events, first.later) == (5, 4)
    assert _view(desk).history.status is Status.PENDING_CLIENT
    rest = _import(desk, folder, TICKET)
    assert (rest.events, rest.known) == (3, 5)
    assert [line.event.kind for line in _view(desk).lines] == ACTS


def test_a_new_state_may_come_with_a_new_severity_and_a_new_team_at_once(
    desk: Desk, folder: Path
) -> None:
    body = """\
101;02/03/2026 09:00;Novo;;Normal;Padaria São João;Caixa;Não imprime;N1
101;02/03/2026 10:00;Em atendimento;Ana;Urgente;Padaria São João;Caixa;Não imprime;Loja
"""
    summary = _import(desk, folder, body)
    assert (summary.events, summary.unchanged) == (4, 0)
    assert [line.event.kind for line in _view(desk).lines] == [
        EventKind.OPENED,
        EventKind.RECLASSIFIED,
        EventKind.TRANSFERRED,
        EventKind.ASSIGNED,
    ]
    assert _import(desk, folder, body).known == 4


def test_a_ticket_that_becomes_new_again_is_classified_again(desk: Desk, folder: Path) -> None:
    body = """\
101;02/03/2026 09:00;Novo;;Normal;Padaria São João;Caixa;Não imprime;N1
101;02/03/2026 10:00;Em atendimento;Ana;;Padaria São João;Caixa;Não imprime;N1
101;02/03/2026 11:00;Novo;;Normal;Padaria São João;Caixa;Não imprime;N1
101;02/03/2026 12:00;Spam;;Normal;Padaria São João;Caixa;Não imprime;N1
101;02/03/2026 13:00;Sumiu;;Normal;Padaria São João;Caixa;Não imprime;N1
"""
    summary = _import(desk, folder, body)
    assert (summary.events, summary.ignored, len(summary.refused)) == (3, 1, 1)
    assert _view(desk).lines[-1].event.kind is EventKind.CLASSIFIED
