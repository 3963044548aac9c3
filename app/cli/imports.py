"""The ``import`` commands."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from app.cli import DONE, FAILED
from app.cli.run import Run, as_instant, print_json, reporter
from app.domain.clock import to_epoch


@click.group(name="import")
def import_group() -> None:
    """Importa dados de fora."""


@import_group.command(name="eventlog")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--mapping", type=click.Path(path_type=Path), help="Arquivo TOML que explica o log.")
@click.option("--until", callback=as_instant, help="Importa o log como estava neste instante.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def import_eventlog(
    run: Run, file: Path, *, mapping: Path | None, until: datetime | None, as_json: bool
) -> int:
    """Importa um log de eventos de chamados (CSV, também .gz)."""
    from app.cli import json_forms, text_forms
    from app.services.log_mapping import read_mapping, shipped_mapping

    chosen = shipped_mapping() if mapping is None else read_mapping(mapping)
    steps = {"read": reporter("lendo"), "write": reporter("gravando")}
    with run.workspace() as workspace:
        summary = workspace.importing.import_log(
            file,
            chosen,
            until=None if until is None else to_epoch(until),
            report=lambda step, done, total: steps[step](done, total),
        )
    if as_json:
        print_json(json_forms.import_summary(summary))
    else:
        click.echo(text_forms.import_summary(summary))
    return FAILED if summary.refused else DONE


@import_group.command(name="clients")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def import_clients(run: Run, file: Path, *, as_json: bool) -> int:
    """Importa clientes e contatos de uma tabela (CSV), pelos nomes das colunas."""
    from app.cli import json_forms, text_forms

    with run.workspace() as workspace:
        result = workspace.client_import.import_clients(file)
    if as_json:
        print_json(json_forms.client_import(result))
    else:
        click.echo(text_forms.client_import(result))
    return FAILED if result.refused else DONE


@import_group.command(name="time-entries")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def import_time_entries(run: Run, file: Path, *, as_json: bool) -> int:
    """Importa apontamentos de uma tabela (CSV), pelos nomes das colunas."""
    from app.cli import json_forms, text_forms

    with run.workspace() as workspace:
        result = workspace.time_import.import_file(file)
    if as_json:
        print_json(json_forms.time_import(result))
    else:
        click.echo(text_forms.time_import(result))
    return FAILED if result.refused else DONE
