"""``main.py`` as a program of its own: pipes, languages, permissions."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.services.desk import Desk
from app.services.maintenance import sqlite_url
from app.storage.database import Database
from tests.cli.runner import ROOT, Ran, run_program
from tests.cli.test_import_and_queue import MAPPING
from tests.databases import NOON
from tests.desks import Asked, open_tickets
from tests.services.logs import HEADER, ONE_TICKET

POSIX = pytest.mark.skipif(
    sys.platform == "win32", reason="permissions and pipes as POSIX has them"
)


@pytest.fixture(scope="module")
def crowded(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with many tickets, made once."""
    path = tmp_path_factory.mktemp("crowded") / "desk.db"
    shutil.copyfile(seeded_file, path)
    desk = Desk(Database(sqlite_url(path)), FixedClock(NOON))
    open_tickets(desk, *[Asked(summary="Ligação não completa") for _ in range(700)])
    desk.close()
    return path


@pytest.fixture
def filled(crowded: Path, sqlite_file: Path) -> str:
    """The address of a test's own database with many tickets."""
    shutil.copyfile(crowded, sqlite_file)
    return sqlite_url(sqlite_file)


@POSIX
@pytest.mark.parametrize("command", [("queue", "--json"), ("queue",)])
def test_a_reader_that_leaves_early_is_no_failure(filled: str, command: tuple[str, ...]) -> None:
    program = subprocess.Popen(
        [sys.executable, "main.py", "--database", filled, *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    with program:
        assert program.stdout.readline()
        program.stdout.close()
        err = program.stderr.read()
    assert (program.returncode, err) == (0, b"")


@POSIX
def test_a_reader_that_leaves_early_ends_the_answers_too(tmp_path: Path) -> None:
    case = {"id": "c", "calendar": "cst", "opened_at": "2026-03-02T11:00:00Z"}
    line = json.dumps(case | {"target": {"unit": "hours", "value": 5}}) + "\n"
    cases = tmp_path / "cases.jsonl"
    cases.write_text(line * 20_000, encoding="utf-8")
    program = subprocess.Popen(
        [sys.executable, "main.py", "sla", str(cases)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    with program:
        assert program.stdout.readline()
        program.stdout.close()
        err = program.stderr.read()
    assert (program.returncode, err) == (0, b"")


@pytest.mark.parametrize(
    "language", [{"LANG": "C", "LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_accents_survive_a_machine_without_a_language(
    filled: str, language: dict[str, str]
) -> None:
    quiet = {"PYTHONCOERCECLOCALE": "0"} | language
    done = run_program("--database", filled, "queue", "--limit", "1", "--json", environment=quiet)
    assert done.status == 0
    assert done.lines()[0]["summary"] == "Ligação não completa"
    text = run_program("--database", filled, "queue", "--limit", "1", environment=quiet)
    assert "Ligação não completa" in text.out
    failed = run_program("--database", filled, "ticket", "99999999", environment=quiet)
    assert (failed.status, failed.err.strip()) == (3, "não há chamado 99999999")


def test_holidays_keep_their_names_on_a_machine_of_another_language(filled: str) -> None:
    done = run_program(
        *("--database", filled, "calendar", "cst", "--from", "2026-11-20"),
        *("--to", "2026-11-20", "--json"),
        environment={"LANG": "en_US.UTF-8", "LANGUAGE": "en_US", "LC_ALL": "en_US.UTF-8"},
    )
    assert done.lines()[0]["reasons"][0]["name"].endswith("da Consciência Negra")


def test_no_screen_is_needed_and_no_window_library_loaded(filled: str) -> None:
    code = (
        "import sys; from main import Composition; from app.cli import run_command;"
        f"run_command(['--database', {filled!r}, 'queue', '--limit', '1'], Composition());"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    bare = {key: value for key, value in os.environ.items() if key != "DISPLAY"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=bare, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


WITHOUT_RIGHTS = """
import os, sys, tempfile
from contextlib import redirect_stdout
from pathlib import Path
from main import Composition
from app.cli import run_command

with tempfile.TemporaryDirectory() as folder, redirect_stdout(sys.stderr):
    warm = f"sqlite:///{folder}/warm.db"
    for command in (["db", "upgrade"], ["queue", "--json"], ["db", "check"]):
        assert run_command(["--database", warm, *command], Composition()) == 0
    run_command(["--database", warm, "import", "eventlog", "none.csv"], Composition())
if os.geteuid() == 0:
    os.setresuid(65534, 65534, 65534)
sys.exit(run_command(sys.argv[1:], Composition()))
"""


def _run_without_rights(*arguments: str | Path) -> Ran:
    """Run a command as somebody without rights: whoever runs the tests may have all of them.

    Everything is loaded before the rights are given away, for the program may lie where only its
    owner may read.
    """
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_RIGHTS, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that everybody may enter."""
    with tempfile.TemporaryDirectory(prefix="desk") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@POSIX
@pytest.mark.parametrize(("folder_mode", "status"), [(0o777, 0), (0o755, 3)])
def test_a_database_that_may_only_be_read_says_so_and_stays_as_it_is(
    filled: str, public_folder: Path, folder_mode: int, status: int
) -> None:
    """Reading needs a folder in which the journal can stand; writing needs the file as well."""
    path, log = public_folder / "desk.db", public_folder / "log.csv"
    path.write_bytes(Path(filled.removeprefix("sqlite:///")).read_bytes())
    (public_folder / "map.toml").write_text(MAPPING, encoding="utf-8")
    log.write_text("\n".join([HEADER, *ONE_TICKET]), encoding="utf-8")
    path.chmod(0o444)
    public_folder.chmod(folder_mode)
    before = path.read_bytes()
    url = f"sqlite:///{path}"
    protected = f"o banco {path} está protegido contra escrita"
    for command in (("queue", "--limit", "1", "--json"), ("db", "check")):
        read = _run_without_rights("--database", url, *command)
        assert read.status == status, read.err
        assert (protected in read.err) is bool(status)
        assert len(read.out.splitlines()) == (0 if status else 1)
    mapping = public_folder / "map.toml"
    written = _run_without_rights(
        "--database", url, "import", "eventlog", log, "--mapping", mapping
    )
    assert (written.status, written.out) == (3, "")
    assert protected in written.err
    assert path.read_bytes() == before


@POSIX
@pytest.mark.parametrize("place", ["desk.db", "new/desk.db"])
def test_a_folder_without_rights_is_named(public_folder: Path, place: str) -> None:
    public_folder.chmod(0o555)
    path = public_folder / place
    done = _run_without_rights("--database", f"sqlite:///{path}", "db", "upgrade")
    assert done.status == 3
    assert str(path.parent) in done.err
