"""The headless command: the second face of the same services (a stable contract)."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

import click

from app.cli_database import db
from app.domain.clock import Clock, FixedClock, SystemClock, parse_instant, to_epoch
from app.domain.errors import BancadaError, DataFailure, InvalidInput, NotFound, RuleRefusal

if TYPE_CHECKING:
    from app.services.workspace import Workspace

DONE, REFUSED, BAD_USAGE, FAILED = 0, 1, 2, 3
_SCOPES = ("open", "closed", "all")
_SEVERITIES = ("critical", "high", "medium", "low")


class Composition(Protocol):
    """What ``main.py`` gives the command; nothing here constructs a service."""

    def open_workspace(self, url: str | None, clock: Clock) -> Workspace:
        """Open a database with its services."""
        ...

    def open_window(self, url: str | None, clock: Clock, *, demo: bool) -> int:
        """Open the workbench and return its exit status."""
        ...

    def url(self, url: str | None) -> str:
        """Return the address meant: the one given, the setting, or the person's own."""
        ...


@dataclass(frozen=True, slots=True)
class Run:
    """The global options of one run."""

    composition: Composition
    database: str | None
    clock: Clock

    @contextmanager
    def workspace(self) -> Iterator[Workspace]:
        """Open the database for the length of a command."""
        workspace = self.composition.open_workspace(self.database, self.clock)
        try:
            yield workspace
        finally:
            workspace.close()


def run_command(arguments: Sequence[str], composition: Composition) -> int:
    """Run a command line; returns 0 done, 1 refused by a rule, 2 bad usage, 3 failed."""
    # Half a letter, which JSON may hold, goes out as the escape it came in as.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        status = command.main(list(arguments), "bancada", standalone_mode=False, obj=composition)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return BAD_USAGE
    except click.Abort:
        _say("interrompido; o que já foi gravado está inteiro")
        return FAILED
    except RuleRefusal as refusal:
        _say(refusal.sentence)
        return REFUSED
    except BancadaError as error:
        _say(error.sentence)
        return FAILED
    except (BrokenPipeError, SystemExit):  # click makes an exit of a pipe that was closed
        return _leave_quietly()
    except Exception as error:  # noqa: BLE001  # the outermost door: nobody is shown a traceback
        return _say_unexpected(error, verbose="--verbose" in arguments)
    return int(status or DONE)


def _leave_quietly() -> int:
    """End where the reader of the output has left: ``queue | head`` is no failure."""
    with suppress(OSError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123  # a device
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return DONE


def _say_unexpected(error: Exception, *, verbose: bool) -> int:
    if verbose:
        import traceback

        traceback.print_exception(error)
    _say(f"falha inesperada ({type(error).__name__}); repita com --verbose para ver os detalhes")
    return FAILED


def _say(text: str) -> None:
    click.echo(text, err=True)


def _print(document: object) -> None:
    click.echo(json.dumps(document, ensure_ascii=False))


def _instant(
    _context: click.Context, _option: click.Parameter, text: str | None
) -> datetime | None:
    try:
        return None if text is None else parse_instant(text)
    except InvalidInput as error:
        raise click.BadParameter(error.sentence) from error


def _date(_context: click.Context, _option: click.Parameter, text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # fromisoformat takes 20261120 and 2026-W47-5 too
        raise click.BadParameter(f"data inválida {text!r}; use AAAA-MM-DD")
    return day


def reporter(what: str) -> Callable[[int, int], None]:
    """Return a report that tells every tenth of the way on standard error, on a terminal only."""
    last = [-1]

    def report(done: int, total: int) -> None:
        tenth = 10 * done // max(total, 1)
        if sys.stderr.isatty() and tenth != last[0]:
            last[0] = tenth
            _say(f"{what}: {10 * tenth} %")

    return report


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--database", envvar="BANCADA_DATABASE", help="Endereço do banco de dados.")
@click.option("--now", callback=_instant, help="Para o relógio neste instante (ISO 8601).")
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
    from app.services.sla_cases import SlaCases

    with _lines_of(file) as lines:
        if run.database is None:
            cases = SlaCases(lambda key: load_catalog().team(key).calendar)
            return _answer_cases(cases.answer_lines(lines))
        with run.workspace() as workspace:
            cases = SlaCases(lambda key: workspace.desk.book.team(key).calendar)
            return _answer_cases(cases.answer_lines(lines))


def _lines_of(file: Path) -> AbstractContextManager[IO[bytes]]:
    if str(file) == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return file.open("rb")
    except OSError as error:
        raise DataFailure(f"não foi possível ler {file}: {error.strerror}") from error


def _answer_cases(answers: Iterator[dict[str, Any]]) -> int:
    refused = 0
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for answer in answers:
        refused += "error" in answer
        sys.stdout.write(encode(answer) + "\n")
    return FAILED if refused else DONE


@command.group(name="import")
def import_group() -> None:
    """Importa dados de fora."""


@import_group.command(name="eventlog")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--mapping", type=click.Path(path_type=Path), help="Arquivo TOML que explica o log.")
@click.option("--until", callback=_instant, help="Importa o log como estava neste instante.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def import_eventlog(
    run: Run, file: Path, *, mapping: Path | None, until: datetime | None, as_json: bool
) -> int:
    """Importa um log de eventos de chamados (CSV, também .gz)."""
    from app import cli_json, cli_text
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
        _print(cli_json.import_summary(summary))
    else:
        click.echo(cli_text.import_summary(summary))
    return FAILED if summary.refused else DONE


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
    from app import cli_json, cli_text
    from app.domain.queue_view import QueueFilter, Scope
    from app.domain.severity import Severity

    asked = QueueFilter(
        scope=Scope(status), teams=team, severities=tuple(map(Severity, severity)), text=text
    )
    now = to_epoch(run.clock.now())
    with run.workspace() as workspace:
        for key in team:
            _known_team(workspace, key)
        asked = workspace.queue.named(asked, client=client, assignee=assignee)
        numbers = workspace.queue.numbers(asked, limit=limit)
        for row in workspace.queue.rows(numbers):
            remaining = workspace.queue.remaining(row, now)
            if as_json:
                _print(cli_json.queue_row(row, remaining, now))
            else:
                click.echo(cli_text.queue_line(row, remaining))
    return DONE


def _known_team(workspace: Workspace, key: str) -> None:
    try:
        workspace.desk.book.team(key)
    except NotFound as error:
        raise click.BadParameter(error.sentence) from error


@command.command()
@click.argument("number", required=False)
@click.option("--source", help="Chave do chamado no log importado.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def ticket(run: Run, *, number: str | None, source: str | None, as_json: bool) -> int:
    """Mostra um chamado, sua história e como se chegou ao prazo (SLA-8)."""
    from app import cli_json, cli_text

    if (number is None) == (source is None):
        raise click.UsageError("diga o número do chamado, ou --source CHAVE")
    with run.workspace() as workspace:
        if source is not None:
            found = workspace.tickets.number_of_source(source)
        else:
            found = _ticket_number(number or "")
        view = workspace.tickets.view(found)
    if as_json:
        _print(cli_json.ticket(view))
    else:
        click.echo(cli_text.ticket(view))
    return DONE


def _ticket_number(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 8:
        return int(text)
    raise click.BadParameter(f"número de chamado inválido {text!r}; são oito dígitos (TKT-1)")


@command.command()
@click.argument("team")
@click.option("--from", "first", required=True, callback=_date, help="Primeira data, AAAA-MM-DD.")
@click.option("--to", "last", required=True, callback=_date, help="Última data, AAAA-MM-DD.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def calendar(run: Run, *, team: str, first: date, last: date, as_json: bool) -> int:
    """Mostra o calendário de uma equipe, dia a dia, uma linha por data."""
    from app import cli_json, cli_text

    with run.workspace() as workspace:
        _known_team(workspace, team)
        try:
            days = workspace.calendars.days(team, first, last)
        except InvalidInput as error:
            raise click.BadParameter(error.sentence) from error
        for day in days:
            if as_json:
                _print(cli_json.calendar_day(day))
            else:
                click.echo(cli_text.calendar_day(day))
    return DONE


command.add_command(db)
