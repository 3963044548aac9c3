"""``jobs run`` and ``outbox`` on lives that came out of a log (ACC-7, pitfalls C02, D04)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runner import Ran, Runner

MAPPING = """
source = "vida"
ticket = "id"
time = "quando"
time_format = "%Y-%m-%d %H:%M:%S"
time_zone = "America/Sao_Paulo"
activity = "ato"
severity = "sev"
team = "suporte-tecnico"
[activities]
abre = "opened"
resolve = "solution"
espera = "pending_client"
responde = "client_answered"
recusa = "refused"
aceita = "accepted"
adia = "postponed"
fecha = "closed"
nota = "note"
[severities]
baixa = "low"
critica = "critical"
"""


@pytest.fixture
def imported(run_sqlite: Runner, tmp_path: Path) -> Runner:
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    return run_sqlite


def live(runner: Runner, folder: Path, *rows: str) -> None:
    log = folder / "log.csv"
    log.write_text("\n".join(["id,quando,ato,sev", *rows]), encoding="utf-8")
    done = runner("import", "eventlog", log, "--mapping", folder / "map.toml")
    assert done.status == 0, done.err


def jobs(runner: Runner, now: str, *options: str) -> Ran:
    """Run the job at a wall time of Brasília."""
    done = runner.bare("--database", runner.url, "--now", f"{now}-03:00", "jobs", "run", *options)
    assert done.status == 0, done.err
    return done


OPENED = "A,2026-03-02 08:00:00,abre,baixa"
SOLVED = "A,2026-03-02 16:41:05,resolve,"


def test_a_solution_nobody_answers_is_reminded_closed_and_asked_about(
    imported: Runner, tmp_path: Path
) -> None:
    live(imported, tmp_path, OPENED, SOLVED)
    assert jobs(imported, "2026-03-13T07:59:59", "--json").lines() == []
    reminder = {"kind": "reminder", "number": "00000001", "source": "A"}
    assert jobs(imported, "2026-03-13T08:00:00", "--json").lines() == [
        reminder | {"for": "2026-03-13T11:00:00Z"}
    ]
    assert jobs(imported, "2026-03-17T23:59:59", "--json").lines() == []
    limit = {"number": "00000001", "source": "A", "for": "2026-03-18T02:59:59Z"}
    assert jobs(imported, "2026-03-18T00:00:00", "--json").lines() == [
        {"kind": "closing", **limit},
        {"kind": "survey", **limit},
    ]
    assert jobs(imported, "2026-03-18T00:00:00", "--json").lines() == []
    (row,) = imported("queue", "--status", "closed", "--json").lines()
    assert (row["status"], row["closed_at"]) == ("closed", "2026-03-18T02:59:59Z")
    messages = imported("outbox", "--json").lines()
    assert [(m["kind"], m["ticket"], m["state"], m["tries"]) for m in messages] == [
        ("reminder", "00000001", "no_address", 0),
        ("survey", "00000001", "no_address", 0),
    ]


def test_d04_the_limit_moves_where_the_reminder_comes_too_late(
    imported: Runner, tmp_path: Path
) -> None:
    live(imported, tmp_path, OPENED, SOLVED)
    done = jobs(imported, "2026-03-20T10:00:00", "--json").lines()
    assert [(line["kind"], line["for"]) for line in done] == [
        ("reminder", "2026-03-13T11:00:00Z"),
        ("limit_moved", "2026-03-22T02:59:59Z"),
    ]


def test_a_warning_says_its_level(imported: Runner, tmp_path: Path) -> None:
    live(imported, tmp_path, "A,2026-03-02 08:00:00,abre,critica")
    done = jobs(imported, "2026-03-03T10:00:00", "--json").lines()
    assert [(line["kind"], line["level"]) for line in done] == [
        ("warning", "50 %"),
        ("warning", "75 %"),
        ("warning", "90 %"),
        ("breach", "prazo"),
    ]
    assert done[-1]["for"] == "2026-03-02T21:00:00Z"


@pytest.mark.parametrize("end", ["fecha", "aceita"])
def test_c02_what_was_imported_closed_causes_nothing(
    imported: Runner, tmp_path: Path, end: str
) -> None:
    live(imported, tmp_path, OPENED, SOLVED, f"A,2026-03-05 09:00:00,{end},")
    assert jobs(imported, "2026-12-01T10:00:00").out == ""
    assert imported("outbox").out == ""


def test_nothing_is_caught_up_for_before_the_last_imported_event(
    imported: Runner, tmp_path: Path
) -> None:
    note = "A,2026-03-02 17:30:00,nota,"
    live(imported, tmp_path, "A,2026-03-02 08:00:00,abre,critica", note)
    done = jobs(imported, "2026-03-03T10:00:00", "--json").lines()
    assert [line["kind"] for line in done] == ["breach"]


def test_d03_a_refusal_leaves_nothing_to_close(imported: Runner, tmp_path: Path) -> None:
    live(imported, tmp_path, OPENED, SOLVED, "A,2026-03-03 09:00:00,recusa,")
    done = jobs(imported, "2026-03-30T10:00:00", "--json").lines()
    assert {line["kind"] for line in done} == {"warning", "breach"}


def test_people_read_the_same_in_words(imported: Runner, tmp_path: Path) -> None:
    live(imported, tmp_path, "A,2026-03-02 08:00:00,abre,critica", "A,2026-03-02 09:00:00,resolve,")
    assert jobs(imported, "2026-03-13T09:00:00").out == (
        "00000001  sex 13/03/2026 08:00  lembrete do aceite\n"
    )
    assert imported("outbox").out == (
        "00000001  sem endereço  —  Chamado 00000001: a solução aguarda o seu aceite\n"
    )
    live(imported, tmp_path, "B,2026-03-02 08:00:00,abre,critica")
    assert jobs(imported, "2026-03-02T14:00:00").out == (
        "00000002  seg 02/03/2026 13:00  aviso de prazo (50 %)\n"
    )
