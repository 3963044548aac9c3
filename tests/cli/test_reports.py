"""The ``report`` commands and the import of minutes, as scripts call them (contract)."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.desk import Desk
from tests.cli.runner import Runner
from tests.databases import NOON
from tests.services.consulting_desk import MARINA, consultancy

LATER = "2026-04-06T15:00:00Z"
HEAD = "ticket,person,start,end,kind,description\n"


@pytest.fixture
def ticket(desk: Desk) -> str:
    """A telephone consulting of Escola Aurora, opened on Monday 2 March 2026."""
    at_work = consultancy(desk)
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="telephone")
    assert desk.clock.now() < NOON
    return f"{at_work.ticket:08d}"


def _import(run: Runner, tmp_path: Path, *lines: str) -> object:
    table = tmp_path / "horas.csv"
    table.write_text(HEAD + "".join(f"{line}\n" for line in lines), "utf-8")
    return run("import", "time-entries", table, "--json").document()


def test_minutes_are_imported_once_and_bad_lines_named(
    run: Runner, ticket: str, tmp_path: Path
) -> None:
    lines = (
        f"{ticket},{MARINA},2026-03-03 10:00,2026-03-03 11:00,client,análise",
        f"{ticket},{MARINA},2026-03-03 10:30,2026-03-03 11:30,client,em dobro",
        f"{ticket},{MARINA},03/03/2026 11:00,2026-03-03T14:30:00Z,,mais",
        f"00000999,{MARINA},2026-03-03 14:00,2026-03-03 15:00,client,",
        f"{ticket},,2026-03-03 14:00,2026-03-03 15:00,client,",
    )
    first = _import(run, tmp_path, *lines)
    assert isinstance(first, dict)
    assert (first["rows"], first["kept"], first["not_billable"]) == (5, 2, [])
    assert [(r["line"], r["reason"].split(":")[0]) for r in first["refused"]] == [
        (3, "CON-4"),
        (5, "não há chamado 00000999"),
        (6, "person"),
    ]
    again = _import(run, tmp_path, *lines)
    assert isinstance(again, dict)
    assert (again["kept"], again["known"]) == (0, 2)
    told = run("import", "time-entries", tmp_path / "horas.csv")
    assert told.status == 3
    assert told.out.startswith("0 apontamentos novos, 2 já conhecidos")


def test_a_statement_is_previewed_issued_and_verified(
    run: Runner, ticket: str, tmp_path: Path
) -> None:
    _import(run, tmp_path, f"{ticket},{MARINA},2026-03-03 10:00,2026-03-03 11:35,client,análise")
    out = tmp_path / "demonstrativo.pdf"
    asked = ("report", "consulting", "--client", "11222333000181", "--month", "2026-03")
    figures = run(*asked, "--json").document()
    assert (figures["minutes"], figures["amount"]) == (95, "332.50")
    assert run(*asked, "--out", out).status == 0
    assert run("report", "verify", out).status == 3
    assert run(*asked).status == 2
    nowhere = run(*asked, "--issue", "--out", tmp_path / "none" / "x.pdf")
    assert (nowhere.status, "nada foi emitido" in nowhere.err) == (3, True)
    issued = run(*asked, "--issue", "--out", out, "--json")
    assert issued.document() == figures
    assert "Demonstrativo de consultoria nº 000001" in issued.err
    verified = run("report", "verify", out, "--json")
    assert verified.status == 0
    assert verified.document() == {
        "result": "valid",
        "number": "000001",
        "issued_at": "2026-03-04T15:00:00Z",
        "by": run_name(verified.document()),
    }
    assert run("report", "verify", out).out.startswith("válido: Demonstrativo de consultoria")
    out.write_bytes(out.read_bytes() + b"x")
    changed = run("report", "verify", out)
    assert (changed.status, changed.out.split(":")[0]) == (1, "alterado")
    out.write_bytes(b"x")
    unknown = run("report", "verify", out, "--json")
    assert (unknown.status, unknown.document()["result"]) == (3, "unknown")
    assert run("report", "verify", out).out.startswith("desconhecido")
    refused = run(*asked, "--issue", "--json")
    assert (refused.status, refused.err.startswith("CON-7")) == (1, True)
    assert run("report", "verify", tmp_path / "none.pdf").status == 3


def run_name(document: dict[str, str]) -> str:
    """Return who the command says it was: account and machine."""
    assert "@" in document["by"]
    return document["by"]


def test_a_ticket_statement_is_the_same_on_paper_and_as_json(
    run: Runner, ticket: str, tmp_path: Path
) -> None:
    out = tmp_path / "extrato.pdf"
    period = ("--from", "2026-03-01", "--to", "2026-03-31")
    asked = ("report", "statement", "--client", "escola aurora", *period)
    figures = run(*asked, "--json").document()
    assert [told["number"] for told in figures["tickets"]] == [ticket]
    assert run(*asked, "--out", out, "--json").document() == figures
    first = out.read_bytes()
    assert run(*asked, "--out", out).status == 0
    assert out.read_bytes() == first
    assert run("report", "verify", out).status == 0
    assert run(*asked).status == 2
    assert run(*asked[:-1], "2026-02-01", "--json").status == 2
    nobody = run("report", "statement", "--client", "ninguém", *period, "--json")
    assert (nobody.status, nobody.err.startswith("CLI-1")) == (1, True)


def test_compliance_of_a_team_or_of_all(run: Runner, ticket: str, tmp_path: Path) -> None:
    out = tmp_path / "sla.pdf"
    asked = ("report", "sla", "--from", "2026-03-01", "--to", "2026-03-31")
    assert run(*asked, "--json").document()["rows"] == []
    assert run(*asked, "--team", "consultoria", "--out", out).status == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert run(*asked, "--team", "nenhuma", "--json").status == 2
    assert run(*asked[:-1], "2026-02-01", "--json").status == 2
    del ticket


def test_letter_and_term_of_a_ticket(run: Runner, desk: Desk, tmp_path: Path) -> None:
    at_work = consultancy(desk)
    number, out = f"{at_work.ticket:08d}", tmp_path / "carta.pdf"
    refused = run("report", "acceptance-letter", number, "--out", out)
    assert (refused.status, refused.err.startswith("CON-1")) == (1, True)
    at_work.go_to("2026-03-04 11:00")
    at_work.act("consulting", kind="investigative", scope="own_base")
    figures = run("report", "acceptance-letter", number, "--json").document()
    assert (figures["rate"], figures["scope"]) == ("3.5000", "own_base")
    assert run("report", "acceptance-letter", number, "--out", out).status == 0
    assert run("report", "verify", out).status == 0
    assert run("report", "solution-term", number, "--json").status == 1
    at_work.act("solve", text="Feito.")
    term = run("report", "solution-term", number, "--out", tmp_path / "termo.pdf", "--json")
    assert term.document()["solution"] == "Feito."
    assert run("report", "consulting", "--client", "x", "--month", "2026-13").status == 2
