"""The ``jobs`` and ``outbox`` commands: what happens by itself, and what goes out."""

from __future__ import annotations

import click

from app.cli import DONE
from app.cli.run import Run, print_json


@click.group()
def jobs() -> None:
    """Faz o que os chamados fazem sozinhos."""


@jobs.command(name="run")
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def run_jobs(run: Run, *, as_json: bool) -> int:
    """Envia lembretes, encerra, avisa e pede opinião: o que está vencido agora (ACC-7).

    Depois entrega as mensagens, se há um servidor de e-mail nas configurações.
    """
    from app.cli import json_forms, text_forms

    with run.workspace() as workspace:
        for line in workspace.automation.run():
            if as_json:
                print_json(json_forms.done_line(line))
            else:
                click.echo(text_forms.done_line(line))
        tried = sum(1 for _message in workspace.delivery.deliver())
        if tried and not as_json:
            click.echo(text_forms.delivered(tried))
    return DONE


@click.command()
@click.option("--json", "as_json", is_flag=True)
@click.pass_obj
def outbox(run: Run, *, as_json: bool) -> int:
    """Mostra as mensagens que saem e onde cada uma está."""
    from app.cli import json_forms, text_forms

    with run.workspace() as workspace:
        for line in workspace.outbox.lines():
            if as_json:
                print_json(json_forms.outbox_line(line))
            else:
                click.echo(text_forms.outbox_line(line))
    return DONE
