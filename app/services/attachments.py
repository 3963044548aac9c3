"""Files of tickets: kept beside the database, listed, opened from a copy (TKT-2)."""

from __future__ import annotations

import shutil
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from weakref import finalize

from app.domain.attachments import MB, Attachment, attachments_of, plain_name
from app.domain.clock import to_epoch
from app.domain.errors import DataFailure, InvalidInput, NotFound, RuleRefusal
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.spoken_fields import Entry
from app.storage import events, settings, ticket_teams
from app.storage.attachment_files import AttachmentFiles
from app.storage.database import Connection, Database

_DAY = 86_400
_COPIES, _LEFT_OVER_S = "bancada-anexos-", 2 * _DAY
FOLDER = "attachment_folder"
"""TKT-2: where files lie for a database that is no file itself."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that lies beside the database already, not yet of any ticket."""

    name: str
    sha256: str
    size: int

    @property
    def payload(self) -> dict[str, object]:
        """What the event of a ticket holds of it; the name lies apart (rulebook §9)."""
        return {"sha256": self.sha256, "size": self.size}


def files_of(database: Database, connection: Connection) -> AttachmentFiles:
    """Return where a database keeps its files; ``DataFailure`` where nobody has said so."""
    if database.path is not None:
        return AttachmentFiles(database.path.with_name(f"{database.path.name}.anexos"))
    folder = settings.all_settings(connection).get(FOLDER)
    if not folder:
        raise DataFailure(
            "TKT-2: este banco ainda não tem uma pasta de anexos; "
            "diga em Configurações, Regras, uma pasta que todas as mesas alcancem"
        )
    return AttachmentFiles(Path(folder))


def keep_files(desk: Desk, entry: Entry) -> tuple[KeptFile, ...]:
    """Keep the files that an act names by path (``files``); raises what is wrong with the first."""
    paths = entry.get("files", [])
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise InvalidInput("precisa ser uma lista de caminhos", field="files")
    if not paths:
        return ()
    with desk.database.read() as connection:
        files = files_of(desk.database, connection)
    return tuple(_keep(files, Path(path), desk.book.desk.attachment_mb) for path in paths)


def _keep(files: AttachmentFiles, path: Path, limit: int) -> KeptFile:
    if path.is_dir():
        raise InvalidInput(f"{path.name} é uma pasta; anexe os arquivos um a um")
    try:
        with path.open("rb") as source:
            sha256, size = files.keep(source, limit * MB)
    except OverflowError as error:
        raise RuleRefusal(
            "TKT-2",
            f"{path.name} passa de {limit} MB, o limite de um anexo; reduza-o ou envie um trecho",
        ) from error
    except OSError as error:
        reason = f"não foi possível ler {path.name}: {error.strerror}"
        raise InvalidInput(reason) from error
    if size == 0:
        raise RuleRefusal("TKT-2", f"{path.name} está vazio; confira o arquivo")
    return KeptFile(plain_name(path.name), sha256, size)


class AttachmentService:
    """Lists the files of tickets and gives them back; ``DeskActs`` adds them."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk
        self._opened: Path | None = None

    def of(self, number: int) -> list[Attachment]:
        """Return the files of a ticket, in the order they were added."""
        with self._desk.database.read() as connection:
            if ticket_teams.team_of(connection, number) == OMBUDSMAN:
                self._desk.require(Right.OMBUDSMAN)
            history = events.history_of(connection, number)
            return attachments_of(history, events.texts_of(connection, number))

    def copy_to_open(self, number: int, seq: int) -> Path:
        """Return a read-only copy that may be opened; a file that could run something is refused.

        The copies lie in a folder of their own, which goes when the program ends, or, where it
        was ended from outside, some days later: what clients send is not left about (LGPD).
        """
        attachment, source = self._found(number, seq)
        if not attachment.is_safe_to_open:
            raise RuleRefusal(
                "TKT-2", "este tipo de arquivo pode executar algo; salve-o e confira antes de abrir"
            )
        if self._opened is None:
            _remove_left_over(to_epoch(self._desk.clock.now()) - _LEFT_OVER_S)
            self._opened = Path(tempfile.mkdtemp(prefix=_COPIES))
            finalize(self, _remove, self._opened)
        copy = Path(tempfile.mkdtemp(dir=self._opened)) / (attachment.name or "anexo")
        _copy(source, copy)
        copy.chmod(stat.S_IRUSR)
        return copy

    def save(self, number: int, seq: int, target: Path) -> None:
        """Write a file where a person wants it."""
        _attachment, source = self._found(number, seq)
        _copy(source, target)

    def _found(self, number: int, seq: int) -> tuple[Attachment, Path]:
        attachment = next((known for known in self.of(number) if known.seq == seq), None)
        if attachment is None:
            raise NotFound("este anexo não existe; confira o chamado")
        with self._desk.database.read() as connection:
            files = files_of(self._desk.database, connection)
        return attachment, files.whole(attachment.sha256)


def _remove(opened: Path) -> None:
    """Remove copies; one that another program holds open stays behind."""
    for copy in opened.glob("*/*"):
        with suppress(OSError):
            copy.chmod(stat.S_IRUSR | stat.S_IWUSR)  # Windows removes nothing that is read-only
    shutil.rmtree(opened, ignore_errors=True)


def _remove_left_over(before: float) -> None:
    """Remove the copies of programs that were ended from outside, older than an instant."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_COPIES}*"):
        with suppress(OSError):
            if folder.stat().st_mtime < before:
                _remove(folder)


def discard_unnamed(desk: Desk) -> None:
    """Let go of the files that no ticket holds by name: blanked ones, and those of refused acts.

    What was kept within the last day may belong to an act that is still under way.
    """
    with desk.database.read() as connection:
        held = _held(connection)
        if not held:
            return
        files = files_of(desk.database, connection)
    named = {attachment.sha256 for _number, attachment in held if attachment.name is not None}
    blanked = {attachment.sha256 for _number, attachment in held} - named
    yesterday = to_epoch(desk.clock.now()) - _DAY
    for sha256 in blanked | (set(files.kept_before(yesterday)) - named):
        files.discard(sha256)


def absent_from(database: Database, connection: Connection, folder: Path) -> int:
    """Return how many files of tickets are not in a folder that is to hold them."""
    if database.path is not None:
        return 0
    files = AttachmentFiles(folder)
    held = {known.sha256 for _number, known in _held(connection) if known.name is not None}
    return sum(not files.path_of(sha256).exists() for sha256 in held)


def missing_files(database: Database, connection: Connection) -> tuple[str, ...]:
    """Return what is wrong with the files of tickets, one sentence each."""
    held = [(number, known) for number, known in _held(connection) if known.name is not None]
    if not held:
        return ()
    files = files_of(database, connection)
    faults = []
    for number, attachment in held:
        try:
            files.whole(attachment.sha256)
        except DataFailure as failure:
            faults.append(f"chamado {events.number_text(number)}: {failure.sentence}")
    return tuple(faults)


def _held(connection: Connection) -> list[tuple[int, Attachment]]:
    found = []
    for number in events.tickets_with(connection, EventKind.ATTACHED):
        texts = events.texts_of(connection, number)
        found += [(number, a) for a in attachments_of(events.history_of(connection, number), texts)]
    return found


def _copy(source: Path, target: Path) -> None:
    try:
        shutil.copyfile(source, target)
    except OSError as error:
        raise DataFailure(f"não foi possível gravar {target}: {error.strerror or error}") from error
