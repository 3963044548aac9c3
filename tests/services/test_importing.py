"""Importing a log: every good row becomes an event, a second import adds nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import DataFailure
from app.domain.queue_view import QueueFilter, Scope
from app.domain.ticket_events import Channel, EventKind, Status
from app.services import importing
from app.services.desk import Desk
from app.services.health import check
from app.services.importing import ImportingService, ImportSummary
from app.services.queue import QueueService
from app.services.tickets import TicketService, TicketView
from tests.desks import at
from tests.services.logs import ONE_TICKET, a_mapping, import_rows, row, silent, write_log


def _view(desk: Desk, key: str) -> TicketView:
    service = TicketService(desk)
    return service.view(service.number_of_source(key))


def _kinds(desk: Desk, key: str) -> list[EventKind]:
    return [line.event.kind for line in _view(desk, key).lines]


def _is_whole(desk: Desk) -> bool:
    return check(desk.database, full=True).faults == ()


def test_rows_become_the_history_of_a_ticket(desk: Desk, tmp_path: Path) -> None:
    summary = import_rows(desk, tmp_path, ONE_TICKET)
    assert (summary.rows, summary.tickets, summary.events, summary.open) == (5, 1, 5, 1)
    assert summary.kinds == {
        "opened": 1,
        "assigned": 1,
        "pending_client": 1,
        "client_answered": 1,
        "solution": 1,
    }
    view = _view(desk, "A")
    assert view.history.opened_at == at("2026-03-02 09:00")
    assert view.history.status is Status.AWAITING_ACCEPTANCE
    assert view.history.pauses[0].start == at("2026-03-02 10:00")
    assert (view.assignee, view.card.client) == ("Ana", "Escola Exemplo")
    assert view.card.source_key == "A"
    assert view.card.summary == "Chamado importado A"
    assert {line.event.channel for line in view.lines} == {Channel.IMPORT}
    assert _is_whole(desk)


def test_a_second_import_adds_nothing(desk: Desk, tmp_path: Path) -> None:
    first = import_rows(desk, tmp_path, ONE_TICKET)
    desk.look_for_changes()
    again = import_rows(desk, tmp_path, ONE_TICKET)
    assert (again.tickets, again.events, again.known) == (0, 0, 5)
    assert again.open == first.open == 1
    assert not desk.look_for_changes()


def test_what_was_imported_is_told_to_other_desks(desk: Desk, tmp_path: Path) -> None:
    import_rows(desk, tmp_path, ONE_TICKET)
    assert desk.look_for_changes().tickets == frozenset({1})


def test_the_order_of_the_rows_does_not_matter(desk: Desk, tmp_path: Path) -> None:
    import_rows(desk, tmp_path, reversed(ONE_TICKET))
    assert _kinds(desk, "A") == [
        EventKind.OPENED,
        EventKind.ASSIGNED,
        EventKind.PENDING_CLIENT,
        EventKind.CLIENT_ANSWERED,
        EventKind.SOLUTION,
    ]


def test_exact_repetitions_stay_and_are_known_again(desk: Desk, tmp_path: Path) -> None:
    note = row("A", "03-02 09:10:00", "Anotou")
    rows = [ONE_TICKET[0], note, note, note]
    assert import_rows(desk, tmp_path, rows).events == 4
    assert _kinds(desk, "A").count(EventKind.NOTE) == 3
    assert import_rows(desk, tmp_path, rows).known == 4
    assert import_rows(desk, tmp_path, [*rows, note]).events == 1


def test_within_a_second_kinds_have_a_fixed_order(desk: Desk, tmp_path: Path) -> None:
    same = "03-02 09:00:00"
    rows = [row("A", same, what) for what in ("Resolveu", "Espera", "Pegou", "Abriu")]
    import_rows(desk, tmp_path, rows)
    assert _kinds(desk, "A") == [
        EventKind.OPENED,
        EventKind.ASSIGNED,
        EventKind.PENDING_CLIENT,
        EventKind.SOLUTION,
    ]


def test_a_later_opening_is_a_classification(desk: Desk, tmp_path: Path) -> None:
    rows = [*ONE_TICKET[:2], row("A", "03-02 12:00:00", "Abriu", how="3")]
    import_rows(desk, tmp_path, rows)
    view = _view(desk, "A")
    assert view.lines[-1].event.kind is EventKind.CLASSIFIED
    assert view.history.severity is not None
    assert view.history.severity.value == "low"


def test_a_log_that_begins_without_an_opening_is_imported_as_it_happened(
    desk: Desk, tmp_path: Path
) -> None:
    summary = import_rows(desk, tmp_path, ONE_TICKET[1:])
    ((violation),) = summary.violations
    assert (violation.ticket, violation.number) == ("A", 1)
    assert violation.reason.startswith("TKT-2")
    assert _view(desk, "A").history.severity is not None
    assert _view(desk, "A").history.team == "suporte-tecnico"


def test_violations_are_told_by_the_run_that_imports_them_and_never_again(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [*ONE_TICKET, row("A", "03-03 11:00:00", "Pegou"), row("A", "03-04 09:00:00", "Anotou")]
    whole = [rows[:5], rows[:6], rows]
    told = [len(import_rows(desk, tmp_path, part).violations) for part in whole]
    assert told == [0, 1, 0]


def test_bad_rows_are_named_and_the_good_ones_of_their_ticket_imported(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [*ONE_TICKET[:2], row("A", "02-30 10:00:00", "Espera"), row("B", "x", "Abriu")]
    summary = import_rows(desk, tmp_path, rows)
    assert (summary.rows, summary.tickets, summary.events) == (4, 1, 2)
    assert [refusal.line for refusal in summary.refused] == [4, 5]


def test_rows_without_severity_analyst_or_client_leave_them_open(
    desk: Desk, tmp_path: Path
) -> None:
    import_rows(
        desk, tmp_path, ["A,2026-03-02 09:00:00,Abriu,,,", "A,2026-03-02 10:00:00,Pegou,,,"]
    )
    view = _view(desk, "A")
    assert (view.assignee, view.card.client, view.history.severity) == (None, None, None)
    assert view.explanation is None
    assert view.buckets is None


def test_the_log_is_imported_as_it_stood_at_an_instant_then_to_its_end(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [*ONE_TICKET, row("B", "03-02 12:00:00", "Abriu"), row("C", "03-04 08:00:00", "Abriu")]
    first = import_rows(desk, tmp_path, rows, until=at("2026-03-02 11:00:00"))
    assert (first.tickets, first.events, first.later) == (1, 4, 3)
    assert _view(desk, "A").history.status is Status.IN_PROGRESS
    rest = import_rows(desk, tmp_path, rows)
    assert (rest.tickets, rest.events, rest.known, rest.later) == (2, 3, 4, 0)
    assert rest.open == 3
    assert _kinds(desk, "A")[-1] is EventKind.SOLUTION
    assert _is_whole(desk)


def test_a_ticket_counts_as_open_or_closed_as_it_ends(desk: Desk, tmp_path: Path) -> None:
    closed = row("A", "03-04 09:00:00", "Fechou")
    rows = [*ONE_TICKET, row("B", "03-02 12:00:00", "Abriu")]
    assert import_rows(desk, tmp_path, rows).open == 2
    assert import_rows(desk, tmp_path, [*rows, closed]).open == 1
    assert import_rows(desk, tmp_path, [*rows, closed]).open == 1
    listed = QueueService(desk).numbers(QueueFilter(scope=Scope.CLOSED))
    assert list(listed) == [1]


def test_a_team_that_does_not_exist_is_refused_before_anything_is_read(
    desk: Desk, tmp_path: Path
) -> None:
    for team in ("suporte", {"column": "Cliente", "values": {"Loja": "suporte"}}):
        with pytest.raises(DataFailure, match=r"team: equipe desconhecida 'suporte'"):
            import_rows(desk, tmp_path, ONE_TICKET, a_mapping({"team": team}))
    assert list(QueueService(desk).numbers(QueueFilter(scope=Scope.ALL))) == []


def test_a_transfer_reads_the_team_of_its_row(desk: Desk, tmp_path: Path) -> None:
    teams = {"column": "Cliente", "values": {"N1": "suporte-tecnico", "N2": "vitrine"}}
    kinds = {"Abriu": "opened", "Passou": "transferred"}
    mapping = a_mapping({"client": None, "team": teams, "activities": kinds})
    rows = [
        "A,2026-03-02 09:00:00,Abriu,Ana,1,N1",
        "A,2026-03-02 10:00:00,Passou,Ana,1,N2",
    ]
    import_rows(desk, tmp_path, rows, mapping)
    history = _view(desk, "A").history
    assert (history.team, history.transfers) == ("vitrine", 1)


class _Cancelled(Exception):
    """Somebody pressed Cancel."""


def test_a_cancelled_import_keeps_whole_tickets_and_a_second_one_completes_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "TICKETS_AT_ONCE", 2)
    rows = [line.replace("A,", f"A{n},", 1) for n in range(5) for line in ONE_TICKET]
    path = write_log(tmp_path, rows)
    steps: list[tuple[str, int, int]] = []

    def cancel(step: str, done: int, total: int) -> None:
        steps.append((step, done, total))
        if step == "write" and done == 4:
            raise _Cancelled

    service = ImportingService(desk)
    with pytest.raises(_Cancelled):
        service.import_log(path, a_mapping(), until=None, report=cancel)
    assert steps == [("write", 0, 5), ("write", 2, 5), ("write", 4, 5)]
    assert _is_whole(desk)
    rest = service.import_log(path, a_mapping(), until=None, report=silent)
    assert (rest.tickets, rest.events, rest.known) == (1, 5, 20)
    assert [len(_kinds(desk, f"A{n}")) for n in range(5)] == [5] * 5


def test_two_logs_may_use_the_same_keys(desk: Desk, tmp_path: Path) -> None:
    import_rows(desk, tmp_path, ONE_TICKET)
    other = import_rows(desk, tmp_path, ONE_TICKET, a_mapping({"source": "outra central"}))
    assert (other.tickets, other.known) == (1, 0)
    assert TicketService(desk).number_of_source("A") == 2


def test_a_log_without_rows_adds_nothing(desk: Desk, tmp_path: Path) -> None:
    assert import_rows(desk, tmp_path, []) == ImportSummary()


def test_names_as_long_as_they_may_be_fit_on_both_engines(desk: Desk, tmp_path: Path) -> None:
    rows = [row("k" * 200, "03-02 09:00:00", "Abriu", who="ç" * 200)]
    mapping = a_mapping({"source": "s" * 100})
    assert import_rows(desk, tmp_path, rows, mapping).tickets == 1
