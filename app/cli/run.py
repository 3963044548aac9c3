"""What every command has at hand: the options of a run, and how values come in and go out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from app.domain.clock import Clock, parse_instant
from app.domain.errors import DataFailure, InvalidInput, NotFound

if TYPE_CHECKING:
    from app.cli import Composition
    from app.services.workspace import Workspace


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


def say(text: str) -> None:
    """Say something on standard error."""
    click.echo(text, err=True)


def print_json(document: object) -> None:
    """Print a document as one line of JSON."""
    click.echo(json.dumps(document, ensure_ascii=False))


def as_instant(
    _context: click.Context, _option: click.Parameter, text: str | None
) -> datetime | None:
    """Read an option that is an instant."""
    try:
        return None if text is None else parse_instant(text)
    except InvalidInput as error:
        raise click.BadParameter(error.sentence) from error


def as_date(_context: click.Context, _option: click.Parameter, text: str) -> date:
    """Read an option that is a date."""
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
            say(f"{what}: {10 * tenth} %")

    return report


def require_team(workspace: Workspace, key: str) -> None:
    """Refuse, as bad usage, the key of a team that does not exist."""
    try:
        workspace.desk.book.team(key)
    except NotFound as error:
        raise click.BadParameter(error.sentence) from error


def as_ticket_number(text: str) -> int:
    """Read a ticket's number (TKT-1)."""
    if text.isascii() and text.isdigit() and len(text) <= 8:
        return int(text)
    raise click.BadParameter(f"número de chamado inválido {text!r}; são oito dígitos (TKT-1)")


def lines_of(file: Path) -> AbstractContextManager[IO[bytes]]:
    """Open a file of lines, or standard input for ``-``; ``DataFailure`` if it cannot be read."""
    if str(file) == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return file.open("rb")
    except OSError as error:
        raise DataFailure(f"não foi possível ler {file}: {error.strerror}") from error
