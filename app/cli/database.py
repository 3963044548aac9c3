"""The ``db`` commands: schema, integrity, copies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.domain.errors import DataFailure

if TYPE_CHECKING:
    from app.cli.run import Run


@click.group()
def db() -> None:
    """Cuida do banco de dados."""


@db.command()
@click.pass_obj
def upgrade(run: Run) -> None:
    """Cria o banco ou o traz ao esquema mais novo, depois de copiá-lo."""
    from app.services.maintenance import upgrade_database

    copy = upgrade_database(run.composition.url(run.database), run.clock)
    click.echo("o banco está no esquema mais novo")
    if copy is not None:
        click.echo(f"o banco como estava foi copiado para {copy}")


@db.command()
@click.option("--full", is_flag=True, help="Refaz cada chamado a partir da sua história.")
@click.pass_obj
def check(run: Run, *, full: bool) -> int:
    """Confere o arquivo, as referências, as histórias e suas âncoras."""
    from app.cli.run import reporter
    from app.services.health import check as check_database
    from app.services.maintenance import existing_database

    with existing_database(run.composition.url(run.database)) as database:
        health = check_database(database, full=full, report=reporter("conferindo"))
    for fault in health.faults:
        click.echo(fault)
    if health.faults:
        raise DataFailure(f"{len(health.faults)} falhas em {health.tickets} chamados")
    click.echo(f"íntegro: {health.tickets} chamados conferidos")
    return 0


@db.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def backup(run: Run, file: Path) -> None:
    """Copia o banco para um arquivo novo, sem parar ninguém."""
    from app.cli.run import reporter
    from app.services import maintenance

    with maintenance.existing_database(run.composition.url(run.database)) as database:
        maintenance.backup(database, file, reporter("copiando"))
    click.echo(f"copiado para {file}")


@db.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--force", is_flag=True, help="Substitui o banco que existe (ele é guardado ao lado)."
)
@click.pass_obj
def restore(run: Run, file: Path, *, force: bool) -> None:
    """Põe uma cópia no lugar do banco."""
    from app.services import maintenance

    kept = maintenance.restore(run.composition.url(run.database), file, overwrite=force)
    click.echo(f"restaurado de {file}")
    if kept is not None:
        click.echo(f"o banco que estava ali foi guardado em {kept}")
