"""The commands that read: window, deadlines, queue, ticket, calendar."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli import BAD_USAGE, DONE, FAILED, URL_VARIABLE
from app.cli.acting import act
from app.cli.database import db
from app.cli.imports import import_group
from app.cli.jobs import jobs, outbox
from app.cli.reports import report
from app.cli.run import (
    Run,
    as_date,
    as_instant,
    as_ticket_number,
    lines_of,
    print_json,
    require_team,
)
from app.domain.clock import FixedClock, SystemClock, to_epoch
from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from app.cli import Composition

_SCOPES = ("open", "closed", "all")
_SEVERITIES = ("critical", "high", "medium", "low")


def run_line(arguments: Sequence[str], composition: Composition) -> int:
    """Run a command line and return its status; what a rule refuses is raised."""
    try:
        status = command.main(list(arguments), "bancada", standalone_mode=False, obj=composition)
    except click.ClickException as error:
        error.show()
        return BAD_USAGE
    except click.Abort as interrupted:
        raise KeyboardInterrupt from interrupted
    return int(status or DONE)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--database", envvar=URL_VARIABLE, help="Endereço do banco de dados.")
@click.option("--now", callback=as_instant, help="Para o relógio neste instante (ISO 8601).")
@click.option("--verbose", is_flag=True, help="Diz mais no erro padrão.")
@click.pass_context
def command(
    context: click.Context, *, database: str | None, now: datetime | None, verbose: bool
) -> int | None:
    """Abre a Bancada; com um comando, faz o mesmo trabalho sem tela."""
    if verbose:
        import logging

        logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    clock = SystemClock() if now is None else FixedClock(now)
    context.obj = Run(context.obj, database, clock)
    if context.invoked_subcommand is None:
        return _open_window(context.obj, demo=False)
    return None


def _open_window(run: Run, *, demo: bool) -> int:
    return run.composition.open_window(run.database, run.clock, demo=demo)


@command.command()
@click.option("--demo", is_flag=True, help="Num banco passageiro, com um suporte de exemplo.")
@click.pass_obj
def gui(run: Run, *, demo: bool) -> int:
    """Abre a janela."""
    return _open_window(run, demo=demo)


@command.command()
@click.argument("file", type=click.Path(path_type=Path), default="-")
@click.pass_obj
def sla(run: Run, file: Path) -> int:
    """Calcula prazos: casos em linhas JSON, respostas em linhas JSON."""
    from app.services.catalog import load_catalog
    from app.services.sla_batches import answer_lines

    with lines_of(file) as lines:
        if run.database is None:
            return _answer_cases(answer_lines(lines, load_catalog().teams))
        with run.workspace() as workspace:
            return _answer_cases(answer_lines(lines, workspace.desk.book.teams))


def _answer_cases(answers: Iterator[dict[str, Any]]) -> int:
    refused = 0
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for answer in answers:
        refused += "error" in answer
        sys.stdout.write(encode(answer) + "\n")
    return FAILED if refused else DONE


@command.command()
@click.option("--status", type=click.Choice(_SCOPES), default="open")
@click.option("--team", multiple=True, help="Chave da equipe.")
@click.option("--client", help="Nome do cliente.")
@click.option("--severity", type=click.Choice(_SEVERITIES), multiple=True)
@click.option("--assignee", help="Nome de quem atende.")
@click.option("--text", default="", help="Palavras a procurar.")
@click.option("--limit", type=click.IntRange(min=0))
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def queue(  # noqa: PLR0913  # one for each option of the contract
    run: Run,
    *,
    status: str,
    team: tuple[str, ...],
    client: str | None,
    severity: tuple[str, ...],
    assignee: str | None,
    text: str,
    limit: int | None,
    as_json: bool,
) -> int:
    """Mostra a fila em ordem de urgência (SLA-7), linhas JSON com --json."""
    from app.cli import json_forms, text_forms
    from app.domain.queue_view import QueueFilter, Scope
    from app.domain.severity import Severity

    asked = QueueFilter(
        scope=Scope(status), teams=team, severities=tuple(map(Severity, severity)), text=text
    )
    now = to_epoch(run.clock.now())
    with run.workspace() as workspace:
        for key in team:
            require_team(workspace, key)
        asked = workspace.queue.named(asked, client=client, assignee=assignee)
        numbers = workspace.queue.numbers(asked, limit=limit)
        for row in workspace.queue.rows(numbers):
            remaining = workspace.queue.remaining(row, now)
            if as_json:
                print_json(json_forms.queue_row(row, remaining, now))
            else:
                click.echo(text_forms.queue_line(row, remaining))
    return DONE


@command.command()
@click.argument("number", required=False)
@click.option("--source", help="Chave do chamado no log importado.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def ticket(run: Run, *, number: str | None, source: str | None, as_json: bool) -> int:
    """Mostra um chamado, sua história e como se chegou ao prazo (SLA-8)."""
    from app.cli import json_forms, text_forms

    if (number is None) == (source is None):
        raise click.UsageError("diga o número do chamado, ou --source CHAVE")
    with run.workspace() as workspace:
        if source is not None:
            found = workspace.tickets.number_of_source(source)
        else:
            found = as_ticket_number(number or "")
        view = workspace.tickets.view(found)
    if as_json:
        print_json(json_forms.ticket(view))
    else:
        click.echo(text_forms.ticket(view))
    return DONE


@command.command()
@click.argument("team")
@click.option("--from", "first", required=True, callback=as_date, help="Primeira data, AAAA-MM-DD.")
@click.option("--to", "last", required=True, callback=as_date, help="Última data, AAAA-MM-DD.")
@click.option("--json", "as_json", is_flag=True)
@click.option("--ics", type=click.Path(dir_okay=False, path_type=Path), help="Grava um arquivo.")
@click.pass_obj
def calendar(
    run: Run, *, team: str, first: date, last: date, as_json: bool, ics: Path | None
) -> int:
    """Mostra o calendário de uma equipe, dia a dia, uma linha por data."""
    from app.cli import json_forms, text_forms

    with run.workspace() as workspace:
        require_team(workspace, team)
        try:
            days = workspace.calendars.days(team, first, last)
        except InvalidInput as error:
            raise click.BadParameter(error.sentence) from error
        if ics is not None:
            workspace.calendars.export(team, first, last, ics)
        for day in days:
            if as_json:
                print_json(json_forms.calendar_day(day))
            else:
                click.echo(text_forms.calendar_day(day))
    return DONE


for group in (act, db, import_group, jobs, outbox, report):
    command.add_command(group)
