"""Files of tickets: kept, listed, opened from a copy, forgotten with a person (TKT-2, LGPD)."""

from __future__ import annotations

import gc
import hashlib
import os
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import DataFailure, InvalidInput, NotFound, RuleRefusal
from app.domain.roles import Role
from app.domain.ticket_events import EventKind
from app.services.attachments import FOLDER, AttachmentService, discard_unnamed, files_of
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.desk_people import DeskPeople
from app.services.health import check
from app.services.privacy import PrivacyService
from app.services.sla_settings import DESK_RULES
from app.services.tickets import TicketService
from app.storage import people, registry, settings
from app.storage.people import NewClient, NewContact
from tests.databases import NOON
from tests.desks import Asked, Later, open_ticket
from tests.services.test_intake_records import OPENING

PICTURE = b"\x89PNG and what follows"
DIGEST = hashlib.sha256(PICTURE).hexdigest()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "tela do erro.png"
    path.write_bytes(PICTURE)
    return path


@pytest.fixture
def files(desk: Desk, tmp_path: Path) -> AttachmentService:
    """A desk whose files have a place, on either engine."""
    desk.clock = FixedClock(NOON)
    with desk.database.write() as connection:
        settings.put(connection, FOLDER, str(tmp_path / "shared"))
    return AttachmentService(desk)


def attach(desk: Desk, number: int, *paths: Path) -> None:
    chosen = [str(path) for path in paths]
    DeskActs(desk).perform(
        {"act": "attach", "number": str(number), "actor": "Ana", "files": chosen}
    )


def test_a_file_is_kept_with_name_size_digest_and_who(
    files: AttachmentService, desk: Desk, picture: Path
) -> None:
    number = open_ticket(desk)
    attach(desk, number, picture, picture)
    (first, second) = files.of(number)
    assert (first.name, first.size, first.sha256) == (picture.name, len(PICTURE), DIGEST)
    assert second.sha256 == DIGEST
    lines = TicketService(desk).view(number).lines
    assert [(line.actor, line.text) for line in lines[-2:]] == [("Ana", picture.name)] * 2
    assert check(desk.database, full=True).faults == ()


def test_any_act_takes_files_along_in_its_own_transaction(
    files: AttachmentService, desk: Desk, picture: Path
) -> None:
    number = open_ticket(desk)
    entry = {"act": "note", "number": str(number), "text": "Veja", "files": [str(picture)]}
    performed = DeskActs(desk).perform(entry)
    assert performed.seq == 2
    assert [a.name for a in files.of(number)] == [picture.name]
    refused = {"act": "accept", "number": str(number), "files": [str(picture)]}
    with pytest.raises(RuleRefusal, match="ACC-1"):
        DeskActs(desk).perform(refused)
    assert len(files.of(number)) == 1


def test_a_new_ticket_is_opened_with_its_files(
    files: AttachmentService, desk: Desk, picture: Path
) -> None:
    _register(desk)
    performed = DeskActs(desk).perform({**OPENING, "files": [str(picture)]})
    assert performed.seq == 1
    assert [a.name for a in files.of(performed.number)] == [picture.name]


def test_a_closed_ticket_still_takes_a_file(
    files: AttachmentService, desk: Desk, picture: Path
) -> None:
    closed = [
        Later(EventKind.SOLUTION, "2026-03-02 09:30"),
        Later(EventKind.ACCEPTED, "2026-03-02 09:40"),
    ]
    number = open_ticket(desk, Asked(later=closed))
    attach(desk, number, picture)
    assert len(files.of(number)) == 1
    assert TicketService(desk).view(number).history.oddities == ()


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (lambda path: path.mkdir(), "é uma pasta"),
        (lambda _path: None, "não foi possível ler"),
        (lambda path: path.write_bytes(b""), "TKT-2: .* está vazio"),
        (lambda path: path.write_bytes(b"x" * (1024 * 1024 + 1)), "TKT-2: .* passa de 1 MB"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_reason(
    files: AttachmentService, desk: Desk, tmp_path: Path, made: object, says: str
) -> None:
    with desk.database.write() as connection:
        settings.put(connection, DESK_RULES, {"attachment_mb": 1})
    desk.read_book()
    number, path = open_ticket(desk), tmp_path / "strange.png"
    assert callable(made)
    made(path)
    with pytest.raises((InvalidInput, RuleRefusal), match=says):
        attach(desk, number, path)
    assert files.of(number) == []


@pytest.mark.parametrize("said", ["tela.png", [1]])
def test_files_are_a_list_of_paths(files: AttachmentService, desk: Desk, said: object) -> None:
    with pytest.raises(InvalidInput, match="files: precisa ser uma lista"):
        DeskActs(desk).perform({"act": "attach", "number": "1", "files": said})


def test_attaching_nothing_is_refused(files: AttachmentService, desk: Desk) -> None:
    number = open_ticket(desk)
    with pytest.raises(RuleRefusal, match="TKT-2: files: diga o arquivo"):
        DeskActs(desk).perform({"act": "attach", "number": str(number)})


def test_a_file_is_opened_from_a_copy_that_cannot_be_written(
    files: AttachmentService, desk: Desk, picture: Path
) -> None:
    number = open_ticket(desk)
    attach(desk, number, picture)
    copy = files.copy_to_open(number, 2)
    assert copy.name == picture.name
    assert copy.read_bytes() == PICTURE
    assert copy.stat().st_mode & 0o222 == 0
    with pytest.raises(NotFound, match="este anexo não existe"):
        files.copy_to_open(number, 3)


def test_copies_that_were_opened_go_when_the_program_ends(
    files: AttachmentService, desk: Desk, picture: Path
) -> None:
    number = open_ticket(desk)
    attach(desk, number, picture)
    opening = AttachmentService(desk)
    copies = [opening.copy_to_open(number, 2) for _time in range(2)]
    assert copies[0] != copies[1]
    del opening
    gc.collect()
    assert not any(copy.parent.exists() or copy.parent.parent.exists() for copy in copies)


def test_copies_of_a_program_that_was_ended_from_outside_go_later(
    files: AttachmentService,
    desk: Desk,
    picture: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, fresh = tmp_path / "bancada-anexos-old", tmp_path / "bancada-anexos-fresh"
    for folder in (old, fresh):
        (folder / "a").mkdir(parents=True)
        (folder / "a" / "tela.png").write_bytes(b"x")
    long_ago = (NOON - timedelta(days=3)).timestamp()
    os.utime(old, (long_ago, long_ago))
    number = open_ticket(desk)
    attach(desk, number, picture)
    files.copy_to_open(number, 2)
    assert (old.exists(), fresh.exists()) == (False, True)


def test_what_may_run_something_is_saved_and_never_opened(
    files: AttachmentService, desk: Desk, picture: Path, tmp_path: Path
) -> None:
    number, program = open_ticket(desk), picture.rename(tmp_path / "tela.png.exe")
    attach(desk, number, program)
    with pytest.raises(RuleRefusal, match="TKT-2: este tipo de arquivo pode executar"):
        files.copy_to_open(number, 2)
    files.save(number, 2, tmp_path / "saved.bin")
    assert (tmp_path / "saved.bin").read_bytes() == PICTURE
    with pytest.raises(DataFailure, match="não foi possível gravar"):
        files.save(number, 2, tmp_path / "nowhere" / "saved.bin")


def test_a_check_names_the_ticket_whose_file_is_damaged(
    files: AttachmentService, desk: Desk, picture: Path
) -> None:
    number = open_ticket(desk)
    attach(desk, number, picture)
    with desk.database.read() as connection:
        lies = files_of(desk.database, connection)
    lies.path_of(DIGEST).write_bytes(b"other")
    (fault,) = check(desk.database, full=True).faults
    assert fault.startswith(f"chamado {number:08d}: ")
    assert "danificado" in fault


def test_a_server_without_a_folder_says_where_to_name_one(
    files: AttachmentService, desk: Desk, picture: Path
) -> None:
    with desk.database.write() as connection:
        settings.put(connection, FOLDER, None)
    number = open_ticket(desk)
    if desk.database.is_sqlite:
        attach(desk, number, picture)  # beside the database
        assert files.copy_to_open(number, 2).exists()
        return
    with pytest.raises(DataFailure, match="TKT-2: este banco ainda não tem uma pasta"):
        attach(desk, number, picture)


def test_a_person_forgotten_takes_their_files_along(
    files: AttachmentService, desk: Desk, picture: Path, tmp_path: Path
) -> None:
    other = tmp_path / "outra.png"
    other.write_bytes(b"shared by two")
    _register(desk)
    performed = DeskActs(desk).perform({**OPENING, "files": [str(picture), str(other)]})
    elsewhere = open_ticket(desk)
    attach(desk, elsewhere, other)
    PrivacyService(desk).forget(1)
    assert [a.name for a in files.of(performed.number)] == [None, None]
    with pytest.raises(DataFailure):
        files.save(performed.number, 2, tmp_path / "gone.png")
    files.save(elsewhere, 2, tmp_path / "kept.png")
    assert check(desk.database, full=True).faults == ()


def _register(desk: Desk) -> None:
    with desk.database.write() as connection:
        (aurora,) = people.add_clients(
            connection, [NewClient("Escola Aurora", "11222333000181", "", "", "")]
        )
        people.add_contacts(
            connection,
            [
                NewContact(aurora, "Lia Lima", "lia@example.com", "", ""),
                NewContact(aurora, "Rui Rocha", "rui@example.com", "", ""),
            ],
        )
        registry.write_contact(connection, 2, {"is_administrator": True})


def test_files_are_for_colleagues_too_and_those_of_a_refused_act_go_with_the_next_sweep(
    files: AttachmentService, desk: Desk, picture: Path, tmp_path: Path
) -> None:
    number = open_ticket(desk)
    attach(desk, number, picture)
    refused = tmp_path / "de um ato recusado.png"
    refused.write_bytes(b"never held")
    with pytest.raises(RuleRefusal):
        DeskActs(desk).perform({"act": "accept", "number": str(number), "files": [str(refused)]})
    with desk.database.read() as connection:
        kept = files_of(desk.database, connection)
    lies = kept.path_of(hashlib.sha256(b"never held").hexdigest())
    assert kept.path_of(DIGEST).stat().st_mode & 0o660 == 0o660
    os.utime(lies, (NOON.timestamp() - 90_000,) * 2)
    os.utime(kept.path_of(DIGEST), (NOON.timestamp() - 90_000,) * 2)
    discard_unnamed(desk)
    assert not lies.exists()
    assert kept.path_of(DIGEST).exists()


def test_files_of_ouvidoria_are_its_own_but_anybody_brings_the_proof(
    files: AttachmentService, desk: Desk, picture: Path, tmp_path: Path
) -> None:
    _register(desk)
    people = DeskPeople(desk)
    people.keep(None, "Iris", Role.ADMINISTRATOR, "2468")
    people.sit_down("Ana")
    complaint = {
        "act": "complaint",
        "client": "Escola Aurora",
        "contact": "lia@example.com",
        "channel": "phone",
        "text": "Demoraram",
        "document": "carta.pdf",
        "files": [str(picture)],
    }
    number = DeskActs(desk).perform(complaint).number
    for look in (
        lambda: files.of(number),
        lambda: files.copy_to_open(number, 2),
        lambda: attach(desk, number, picture),
    ):
        with pytest.raises(RuleRefusal, match="OUV-2"):
            look()
    ordinary = open_ticket(desk)
    with pytest.raises(RuleRefusal, match="OUV-2"):
        DeskActs(desk).perform({"act": "merge", "number": str(ordinary), "into": str(number)})
