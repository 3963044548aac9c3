"""``import eventlog``, ``queue`` and ``ticket``: text for people, JSON for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import Ran, Runner
from tests.services.logs import HEADER, ONE_TICKET, row, write_log

MAPPING = """\
source = "teste"
ticket = "Chamado"
time = "Quando"
time_format = "%Y-%m-%d %H:%M:%S"
activity = "O que"
analyst = "Quem"
severity = "Gravidade"
client = "Cliente"
team = "suporte-tecnico"
[activities]
"Abriu" = "opened"
"Pegou" = "assigned"
"Espera" = "pending_client"
"Respondeu" = "client_answered"
"Resolveu" = "solution"
"Fechou" = "closed"
[severities]
"1" = "critical"
"2" = "high"
"3" = "low"
"""
ROWS = (
    *ONE_TICKET,
    row("B", "03-02 10:00:00", "Abriu", how="1"),
    row("C", "03-02 11:00:00", "Abriu", how="3"),
    row("C", "03-02 11:30:00", "Pegou", who="João"),
    row("D", "03-02 12:00:00", "Abriu", how="2"),
    row("D", "03-03 12:00:00", "Fechou"),
)
QUEUE_KEYS = [
    *("number", "source", "severity", "status", "team", "client", "summary", "assignee"),
    *("opened_at", "closed_at", "due_at", "remaining_seconds", "suspended", "overdue"),
    "acceptance_limit",
]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    return write_log(tmp_path, ROWS)


def _import(run: Runner, log: Path, *more: str) -> Ran:
    return run("import", "eventlog", log, "--mapping", log.with_name("map.toml"), *more)


def test_an_import_tells_what_it_came_to(run: Runner, log: Path) -> None:
    first = _import(run, log)
    assert first.status == 0
    assert first.out.startswith("4 chamados e 10 eventos importados de 10 linhas\n")
    assert "chamados abertos ao fim: 3" in first.out
    assert "  opened: 4" in first.out
    again = _import(run, log, "--json")
    summary = again.document()
    assert again.status == 0
    assert (summary["tickets"], summary["events"], summary["known"]) == (0, 0, 10)
    assert set(summary) >= {"rows", "kinds", "open", "refused", "violations", "later", "ignored"}


def test_a_log_is_imported_as_it_stood_at_an_instant(run: Runner, log: Path) -> None:
    summary = _import(run, log, "--until", "2026-03-02T14:00:00Z", "--json").document()
    assert (summary["tickets"], summary["events"], summary["later"]) == (3, 6, 4)


def test_refused_rows_are_told_by_line_and_reason_and_the_good_ones_imported(
    run: Runner, log: Path
) -> None:
    bad = [row("B", "02-30 10:00:00", "Abriu")] * 25
    write_log(log.parent, [*ONE_TICKET, *bad, row("A", "03-03 11:00:00", "Pegou")])
    done = _import(run, log, "--json")
    assert done.status == 3
    summary = done.document()
    assert summary["events"] == 6
    assert [refusal["line"] for refusal in summary["refused"]] == list(range(7, 32))
    assert "data inválida" in summary["refused"][0]["reason"]
    assert summary["violations"][0]["number"] == "00000001"
    text = _import(run, log).out
    assert "25 linhas recusadas:" in text
    assert "… e mais 5; veja todas com --json" in text
    write_log(log.parent, [*ONE_TICKET, bad[0]])
    text = _import(run, log).out
    assert "1 linhas recusadas:\n  linha 7: Quando: data inválida" in text
    assert "e mais" not in text


def test_violations_of_the_past_are_told(run: Runner, log: Path) -> None:
    write_log(log.parent, [*ONE_TICKET, row("A", "03-03 11:00:00", "Pegou")])
    assert "1 × ACC-5: trabalho depois da solução; lido como recusa" in _import(run, log).out


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda log: log.unlink(), "não foi possível ler"),
        (lambda log: log.write_bytes(b""), "está vazio"),
        (lambda log: log.write_bytes(b"a,b\n1,2\n"), "não tem a coluna 'Chamado'"),
        (lambda log: log.write_bytes(HEADER.encode("utf-16")), "a linha não está em utf-8"),
        (lambda log: log.with_name("map.toml").unlink(), "não foi possível ler o mapeamento"),
        (lambda log: log.with_name("map.toml").write_text("x = 1"), "x: chave desconhecida"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_on_standard_error(
    run_sqlite: Runner, log: Path, spoil: object, words: str
) -> None:
    spoil(log)  # type: ignore[operator]
    done = _import(run_sqlite, log)
    assert (done.status, done.out) == (3, "")
    assert words in done.err


def test_without_a_mapping_the_shipped_one_is_used(run_sqlite: Runner, log: Path) -> None:
    done = run_sqlite("import", "eventlog", log)
    assert done.status == 3
    assert "não tem a coluna 'Case ID'" in done.err


def test_the_queue_stands_in_order_with_the_keys_of_the_contract(run: Runner, log: Path) -> None:
    _import(run, log)
    queue = run("queue", "--json")
    assert queue.status == 0
    rows = queue.lines()
    assert [entry["source"] for entry in rows] == ["B", "C", "A"]
    assert [entry["number"] for entry in rows] == ["00000002", "00000003", "00000001"]
    for entry in rows:
        assert list(entry) == QUEUE_KEYS
    late, low, awaiting = rows
    assert late == {
        "number": "00000002",
        "source": "B",
        "severity": "critical",
        "status": "new",
        "team": "suporte-tecnico",
        "client": "Escola Exemplo",
        "summary": "Chamado importado B",
        "assignee": None,
        "opened_at": "2026-03-02T13:00:00Z",
        "closed_at": None,
        "due_at": "2026-03-03T11:00:00Z",
        "remaining_seconds": -(11 + 5) * 3600,
        "suspended": False,
        "overdue": True,
        "acceptance_limit": None,
    }
    assert (low["assignee"], low["overdue"], low["suspended"]) == ("João", False, False)
    assert (awaiting["suspended"], awaiting["status"]) == (True, "awaiting_acceptance")
    assert awaiting["acceptance_limit"] == "2026-03-19T02:59:59Z"


def test_the_queue_is_filtered_by_every_option(run: Runner, log: Path) -> None:
    _import(run, log)
    asked = {
        (): "BCA",
        ("--status", "closed"): "D",
        ("--status", "all"): "BCAD",
        ("--team", "suporte-tecnico"): "BCA",
        ("--team", "cst", "--team", "bpo"): "",
        ("--severity", "critical"): "BA",
        ("--severity", "low", "--severity", "critical"): "BCA",
        ("--client", "escola exemplo"): "BCA",
        ("--client", "outra"): "",
        ("--assignee", "joao"): "C",
        ("--assignee", "ninguém"): "",
        ("--text", "importado b"): "B",
        ("--text", "nada"): "",
        ("--limit", "2"): "BC",
        ("--limit", "0"): "",
        ("--status", "all", "--severity", "high", "--text", "chamado"): "D",
    }
    found = {
        options: "".join(entry["source"] for entry in run("queue", *options, "--json").lines())
        for options in asked
    }
    assert found == asked


def test_the_queue_is_written_for_people_too(run: Runner, log: Path) -> None:
    _import(run, log)
    lines = run("queue").out.splitlines()
    assert lines[0].startswith("  -16 h 00  00000002  critical  new")
    assert "João" not in lines[0]


@pytest.mark.parametrize(
    "options",
    [
        ("--team", "nobody"),
        ("--severity", "urgent"),
        ("--status", "late"),
        ("--limit", "-1"),
        ("--limit", "many"),
        ("--colour", "red"),
        ("extra",),
    ],
)
def test_an_option_that_makes_no_sense_is_bad_usage(
    run_sqlite: Runner, options: tuple[str, ...]
) -> None:
    done = run_sqlite("queue", *options, "--json")
    assert (done.status, done.out) == (2, "")
    assert done.err


def test_a_ticket_is_shown_with_its_events_and_its_deadline(run: Runner, log: Path) -> None:
    _import(run, log)
    done = run("ticket", "00000001", "--json")
    assert done.status == 0
    ticket = done.document()
    assert (ticket["number"], ticket["source"], ticket["version"]) == ("00000001", "A", 5)
    assert [event["kind"] for event in ticket["events"]] == [
        "opened",
        "assigned",
        "pending_client",
        "client_answered",
        "solution",
    ]
    first = ticket["events"][0]
    assert set(first) >= {"seq", "kind", "at", "recorded_at", "actor", "channel"}
    assert (first["at"], first["recorded_at"]) == ("2026-03-02T12:00:00Z", "2026-03-04T15:00:00Z")
    assert (first["actor"], first["channel"]) == ("Ana", "import")
    sla = ticket["sla"]
    # 10 h from Monday 09:00 without the hour of waiting end on Tuesday at 08:00.
    assert (sla["computed_due_at"], sla["overdue"]) == ("2026-03-03T11:00:00Z", True)
    assert sla["budget_seconds"] == 36000
    explanation = sla["explanation"]
    assert [day["date"] for day in explanation["days"]] == ["2026-03-02", "2026-03-03"]
    assert sum(day["counted_seconds"] for day in explanation["days"]) == 36000
    assert explanation["pauses"][0]["counted_seconds"] == 3600
    assert explanation["days"][0]["windows"][0].keys() >= {"from", "to", "kind"}
    assert sla["pauses"][0] == {
        "from": "2026-03-02T13:00:00Z",
        "to": "2026-03-02T14:00:00Z",
        "reason": "answer",
    }
    forecast = sla["forecasts"][0]
    assert forecast["target"] == {"unit": "hours", "value": 10}
    assert forecast["calendar"] == {"key": "suporte-tecnico", "revision": 1}


def test_a_ticket_is_found_by_number_and_by_its_key_in_the_log(run: Runner, log: Path) -> None:
    _import(run, log)
    shown = {
        run("ticket", *words, "--json").out for words in (("3",), ("00000003",), ("--source", "C"))
    }
    assert len(shown) == 1


def test_a_ticket_is_written_for_people_too(run: Runner, log: Path) -> None:
    _import(run, log)
    text = run("ticket", "1").out
    for words in (
        "Chamado 00000001  Chamado importado A",
        "cliente     Escola Exemplo",
        "equipe      Suporte Técnico",
        "prazo       ter 03/03/2026 08:00   restam -2 h 00",
        "meta        10 h úteis",
        "seg 02/03/2026    9 h 00",
        "seg 02/03/2026 09:00  opened",
    ):
        assert words in text
    unclassified = write_log(log.parent, ["Z,2026-03-03 09:00:00,Abriu,,,"])
    _import(run, unclassified)
    text = run("ticket", "--source", "Z").out
    assert "prazo não calculado: SLA-1" in text
    assert "prazo       —   restam —" in text
    assert "cliente     —" in text
    ticket = run("ticket", "--source", "Z", "--json").document()
    assert (ticket["severity"], ticket["client"], ticket["sla"]["buckets"]) == (None, None, None)


def test_a_closed_ticket_tells_how_it_ended(run: Runner, log: Path) -> None:
    _import(run, log)
    ticket = run("ticket", "--source", "D", "--json").document()
    assert (ticket["status"], ticket["closing"]) == ("closed", "imported")
    assert ticket["closed_at"] == "2026-03-03T15:00:00Z"
    (entry,) = run("queue", "--status", "closed", "--json").lines()
    assert (entry["closed_at"], entry["overdue"]) == ("2026-03-03T15:00:00Z", False)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((), 2),
        (("1", "--source", "A"), 2),
        (("one",), 2),
        (("123456789",), 2),
        (("-1",), 2),
        (("١٢٣",), 2),
        (("99",), 3),
        (("--source", "none"), 3),
    ],
)
def test_a_ticket_that_cannot_be_meant_is_refused(
    run_sqlite: Runner, words: tuple[str, ...], status: int
) -> None:
    done = run_sqlite("ticket", *words, "--json")
    assert (done.status, done.out) == (status, "")
    assert done.err
