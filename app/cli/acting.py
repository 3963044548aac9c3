"""The ``act`` command: acts on tickets as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli import DONE, REFUSED
from app.cli.run import Run, lines_of, print_json
from app.domain.errors import BancadaError

if TYPE_CHECKING:
    from app.services.intake_records import IntakeRecords
    from app.services.workspace import Workspace


@click.command()
@click.argument("file", type=click.Path(path_type=Path), default="-")
@click.option("--json", "as_json", is_flag=True, help="Não muda nada: as respostas já são JSON.")
@click.pass_obj
def act(run: Run, file: Path, *, as_json: bool) -> int:
    """Age sobre chamados: atos em linhas JSON, respostas em linhas JSON (docs/acts.md)."""
    del as_json
    refused = 0
    with lines_of(file) as lines, run.workspace() as workspace:
        for line in lines:
            if line.strip():
                answer = _answer(workspace, line)
                refused += "error" in answer
                print_json(answer)
    return REFUSED if refused else DONE


_RECORDED: dict[str, Callable[[IntakeRecords, dict[str, Any]], object]] = {
    "refer": lambda records, entry: records.refer(entry),
    "deflect": lambda records, entry: records.deflect(entry),
}
"""What intake does that becomes no ticket."""


def _answer(workspace: Workspace, line: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"error": f"a linha não é JSON: {error}"}
    if not isinstance(entry, dict):
        return {"error": "a linha não é um objeto JSON"}
    try:
        if entry.get("act") in _RECORDED:
            _RECORDED[entry["act"]](workspace.records, entry)
            return {"recorded": entry["act"]}
        performed = workspace.acts.perform(entry)
    except BancadaError as error:
        return {"error": error.sentence}
    return {"number": f"{performed.number:08d}", "seq": performed.seq}
