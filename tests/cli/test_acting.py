"""``act``: one JSON line an act, one JSON line an answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.runner import Runner
from tests.cli.test_jobs import MAPPING, live


@pytest.fixture
def desk(run_sqlite: Runner, tmp_path: Path) -> Runner:
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    live(run_sqlite, tmp_path, "A,2026-03-02 08:00:00,abre,baixa")
    return run_sqlite


def lines(*acts: object) -> bytes:
    return "\n".join(json.dumps(act) for act in acts).encode()


SOLVE = {"act": "solve", "number": "00000001", "actor": "Ana", "text": "Índice refeito",
         "at": "2026-03-04T12:00:00Z"}  # fmt: skip
ACCEPT = {"act": "accept", "number": "00000001", "channel": "phone", "at": "2026-03-04T13:00:00Z"}


def test_each_act_answers_with_its_ticket_and_sequence(desk: Runner) -> None:
    done = desk("act", stdin=lines(SOLVE, ACCEPT))
    assert done.lines() == [
        {"number": "00000001", "seq": 2},
        {"number": "00000001", "seq": 3},
    ]
    assert done.status == 0
    told = desk("ticket", "00000001", "--json").document()
    assert (told["status"], told["events"][1]["actor"]) == ("closed", "Ana")


def test_a_refused_act_names_its_rule_and_stops_no_other(desk: Runner, tmp_path: Path) -> None:
    file = tmp_path / "acts.jsonl"
    file.write_bytes(lines(ACCEPT, [], SOLVE) + b"\n\n{\n")
    done = desk("act", file, "--json")
    answers = done.lines()
    assert done.status == 1
    assert answers[0]["error"].startswith("ACC-1: ")
    assert answers[1]["error"] == "a linha não é um objeto JSON"
    assert answers[2]["number"] == "00000001"
    assert answers[3]["error"].startswith("a linha não é JSON")


def test_a_file_that_cannot_be_read_is_named(desk: Runner, tmp_path: Path) -> None:
    done = desk("act", tmp_path / "none.jsonl")
    assert (done.status, done.out) == (3, "")
    assert "não foi possível ler" in done.err


def test_what_becomes_no_ticket_is_recorded(desk: Runner) -> None:
    refer = {"act": "refer", "to": "cst", "client": "Escola Aurora", "channel": "phone"}
    deflect = {"act": "deflect", "number": "00000001", "channel": "phone"}
    done = desk("act", stdin=lines(refer, deflect, {"act": "refer", "to": "x"}))
    assert done.lines()[:2] == [{"recorded": "refer"}, {"recorded": "deflect"}]
    assert done.lines()[2]["error"].startswith("to: ")
    assert done.status == 1
