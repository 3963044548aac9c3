"""The ``report`` commands: documents in PDF, and their figures as JSON."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli import DONE, FAILED, REFUSED
from app.cli.run import Run, as_date, as_ticket_number, print_json, require_team, say
from app.domain.errors import DataFailure

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.documents import IssuedDocument
    from app.services.documents import Checked
    from app.services.workspace import Workspace

_OUT = click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Grava o PDF.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Mostra os números do documento.")


@click.group()
def report() -> None:
    """Emite documentos em PDF, ou mostra os seus números com --json."""


def as_month(_context: click.Context, _option: click.Parameter, text: str) -> date:
    """Read an option that is a month."""
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        month = None
    if month is None or f"{month:%Y-%m}" != text:
        raise click.BadParameter(f"mês inválido {text!r}; use AAAA-MM")
    return month


def _client(workspace: Workspace, said: str) -> int:
    """Return the client that a name or CNPJ means; the refusal names CLI-1."""
    return workspace.registry.meant(said)


def _give(
    workspace: Workspace,
    out: Path | None,
    figures: Callable[[], object],
    issue: Callable[[], IssuedDocument],
    *,
    as_json: bool,
) -> int:
    """Issue a document where a file is asked for; print its figures where they are."""
    from app.domain.figures_data import plain_figures

    if out is None and not as_json:
        raise click.UsageError("diga --out ARQUIVO.pdf, ou --json para ver só os números")
    if out is None:
        print_json(plain_figures(figures()))
        return DONE
    if not out.parent.is_dir():  # what is issued stays issued, with or without its file
        raise DataFailure(f"a pasta {out.parent} não existe; nada foi emitido")
    document = issue()
    workspace.documents.save(document.id, out)
    say(f"{document.kind.title} nº {document.number:06d}, código {document.code}: {out}")
    if as_json:
        print_json(dict(workspace.documents.contents(document.id)[0]))
    return DONE


@report.command()
@click.option("--client", required=True, help="Nome ou CNPJ do cliente.")
@click.option("--from", "first", required=True, callback=as_date, help="Primeira data, AAAA-MM-DD.")
@click.option("--to", "last", required=True, callback=as_date, help="Última data, AAAA-MM-DD.")
@_OUT
@_JSON
@click.pass_obj
def statement(
    run: Run, *, client: str, first: date, last: date, out: Path | None, as_json: bool
) -> int:
    """Extrato de chamados de um cliente."""
    from app.services.deadline_papers import Period

    if last < first:
        raise click.BadParameter("o período termina antes de começar")
    with run.workspace() as workspace:
        number, period, papers = _client(workspace, client), Period(first, last), workspace.papers
        return _give(
            workspace,
            out,
            lambda: papers.statement(number, period),
            lambda: papers.issue_statement(number, period),
            as_json=as_json,
        )


@report.command()
@click.option("--from", "first", required=True, callback=as_date, help="Primeira data, AAAA-MM-DD.")
@click.option("--to", "last", required=True, callback=as_date, help="Última data, AAAA-MM-DD.")
@click.option("--team", help="Chave da equipe.")
@_OUT
@_JSON
@click.pass_obj
def sla(
    run: Run, *, first: date, last: date, team: str | None, out: Path | None, as_json: bool
) -> int:
    """Relatório de cumprimento de prazos, para gestores."""
    from app.services.deadline_papers import Period

    if last < first:
        raise click.BadParameter("o período termina antes de começar")
    with run.workspace() as workspace:
        if team is not None:
            require_team(workspace, team)
        period, papers = Period(first, last), workspace.papers
        return _give(
            workspace,
            out,
            lambda: papers.report(period, team),
            lambda: papers.issue_report(period, team),
            as_json=as_json,
        )


@report.command(name="acceptance-letter")
@click.argument("number")
@_OUT
@_JSON
@click.pass_obj
def acceptance_letter(run: Run, number: str, *, out: Path | None, as_json: bool) -> int:
    """Carta de aceite de uma consultoria."""
    ticket = as_ticket_number(number)
    with run.workspace() as workspace:
        consulting = workspace.consulting
        return _give(
            workspace,
            out,
            lambda: consulting.letter_figures(ticket),
            lambda: consulting.issue_letter(ticket).document,
            as_json=as_json,
        )


@report.command(name="solution-term")
@click.argument("number")
@_OUT
@_JSON
@click.pass_obj
def solution_term(run: Run, number: str, *, out: Path | None, as_json: bool) -> int:
    """Termo de solução de um chamado."""
    ticket = as_ticket_number(number)
    with run.workspace() as workspace:
        consulting = workspace.consulting
        return _give(
            workspace,
            out,
            lambda: consulting.term_figures(ticket),
            lambda: consulting.issue_term(ticket),
            as_json=as_json,
        )


@report.command()
@click.option("--client", required=True, help="Nome ou CNPJ do cliente.")
@click.option("--month", required=True, callback=as_month, help="Mês, AAAA-MM.")
@click.option("--issue", "is_issued", is_flag=True, help="Emite: trava os apontamentos e numera.")
@_OUT
@_JSON
@click.pass_obj
def consulting(
    run: Run, *, client: str, month: date, is_issued: bool, out: Path | None, as_json: bool
) -> int:
    """Demonstrativo de consultoria; sem --issue é uma prévia, sem número."""
    from app.domain.figures_data import plain_figures
    from app.services.documents import write_file

    with run.workspace() as workspace:
        number, statements = _client(workspace, client), workspace.statements
        if is_issued:
            return _give(
                workspace,
                out,
                lambda: workspace.documents.contents(statements.issue(number, month).id)[0],
                lambda: statements.issue(number, month),
                as_json=as_json,
            )
        if out is None and not as_json:
            raise click.UsageError("diga --out ARQUIVO.pdf, ou --json para ver só os números")
        preview = statements.preview(number, month)
        if out is not None:
            write_file(out, statements.drawn(number, month))
            say(f"prévia sem número: {out}")
        if as_json:
            print_json(plain_figures(preview.figures))
    return DONE


@report.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@_JSON
@click.pass_obj
def verify(run: Run, file: Path, *, as_json: bool) -> int:
    """Diz se um PDF foi emitido aqui e está como saiu."""
    from app.services.documents import CheckResult

    with run.workspace() as workspace:
        checked = workspace.documents.check_file(file)
    if as_json:
        print_json(_checked(checked))
    else:
        click.echo(_in_words(checked))
    statuses = {CheckResult.VALID: DONE, CheckResult.CHANGED: REFUSED, CheckResult.UNKNOWN: FAILED}
    return statuses[checked.result]


def _checked(checked: Checked) -> dict[str, Any]:
    from app.domain.clock import format_instant, from_epoch

    document = checked.document
    if document is None:
        return {"result": checked.result.value, "number": None, "issued_at": None, "by": None}
    return {
        "result": checked.result.value,
        "number": f"{document.number:06d}",
        "issued_at": format_instant(from_epoch(document.issued_at)),
        "by": document.issued_by,
    }


def _in_words(checked: Checked) -> str:
    from app.services.documents import CheckResult

    if checked.document is None:
        return "desconhecido: este arquivo não foi emitido aqui"
    told = _checked(checked)
    what = f"{checked.document.kind.title} nº {told['number']}"
    issued = f"emitido por {told['by']} em {told['issued_at']}"
    if checked.result is CheckResult.VALID:
        return f"válido: {what}, {issued}"
    return f"alterado: parece {what}, {issued}, mas o arquivo não está como saiu"
