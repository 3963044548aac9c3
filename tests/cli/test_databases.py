"""``db``: schema, integrity and copies as commands."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.services.desk import Desk
from app.services.maintenance import sqlite_url
from app.storage import schema
from tests.cli.runner import Runner
from tests.desks import open_ticket, tamper


def test_a_database_is_made_once(run: Runner, empty_url: str) -> None:
    for _turn in range(2):
        done = run.bare("--database", empty_url, "db", "upgrade")
        assert done.status == 0
        assert "no esquema mais novo" in done.out
    assert run.bare("--database", empty_url, "db", "check").out.startswith("íntegro: 0 chamados")


def test_an_older_database_is_copied_and_the_copy_named(
    run_sqlite: Runner, sqlite_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tamper(sqlite_desk.database, "UPDATE alembic_version SET version_num = '0000'")
    monkeypatch.setattr(schema, "known_versions", lambda: {"0000", schema.HEAD})
    monkeypatch.setattr(schema, "_migrate", lambda _connection: None)
    done = run_sqlite("db", "upgrade")
    assert done.status == 0
    assert f"desk.db.antes-de-{schema.HEAD}" in done.out


def test_a_newer_database_is_refused_by_every_command(
    run: Runner, desk: Desk, tmp_path: Path
) -> None:
    tamper(desk.database, "UPDATE alembic_version SET version_num = '9999'")
    for command in (
        ("queue",),
        ("ticket", "1"),
        ("calendar", "cst", "--from", "2026-03-02", "--to", "2026-03-02"),
        ("sla",),
        ("db", "upgrade"),
        ("db", "check"),
    ):
        done = run(*command)
        assert (done.status, done.out) == (3, ""), command
        assert "versão mais nova" in done.err
    tamper(desk.database, f"UPDATE alembic_version SET version_num = '{schema.HEAD}'")


def test_a_whole_database_is_told_so_and_a_touched_one_is_named(run: Runner, desk: Desk) -> None:
    open_ticket(desk)
    for options in ((), ("--full",)):
        done = run("db", "check", *options)
        assert (done.status, done.out) == (0, "íntegro: 1 chamados conferidos\n")
    tamper(desk.database, "UPDATE event SET desk = 'outra'")
    done = run("db", "check")
    assert done.status == 3
    assert "chamado 00000001: o evento 1 foi alterado" in done.out
    assert "falhas em 1 chamados" in done.err
    tamper(desk.database, "UPDATE ticket SET due_at = 1")
    assert "due_at não confere" in run("db", "check", "--full").out


def test_a_database_is_copied_and_brought_back(
    run_sqlite: Runner, sqlite_desk: Desk, tmp_path: Path
) -> None:
    open_ticket(sqlite_desk)
    copy = tmp_path / "copy.db"
    assert run_sqlite("db", "backup", copy).status == 0
    again = run_sqlite("db", "backup", copy)
    assert again.status == 3
    assert "já existe" in again.err
    open_ticket(sqlite_desk)
    sqlite_desk.close()
    refused = run_sqlite("db", "restore", copy)
    assert refused.status == 3
    assert "use --force" in refused.err
    restored = run_sqlite("db", "restore", copy, "--force")
    assert restored.status == 0
    assert "antes-1" in restored.out
    assert run_sqlite("db", "check").out == "íntegro: 1 chamados conferidos\n"
    other = sqlite_url(tmp_path / "other.db")
    fresh = run_sqlite.bare("--database", other, "db", "restore", copy)
    assert (fresh.status, "guardado" in fresh.out) == (0, False)


@pytest.mark.parametrize("command", [("check",), ("backup", "copy.db")])
def test_a_database_that_is_not_there_is_not_made(
    run_sqlite: Runner, tmp_path: Path, command: tuple[str, ...]
) -> None:
    url = sqlite_url(tmp_path / "none.db")
    done = run_sqlite.bare("--database", url, "db", *command)
    assert done.status == 3
    assert "crie-o com db upgrade" in done.err
    assert not (tmp_path / "none.db").exists()


def test_a_damaged_database_is_told_how_to_be_brought_back(
    run_sqlite: Runner, sqlite_file: Path
) -> None:
    copy = sqlite_file.with_name("good.db")
    shutil.copyfile(sqlite_file, copy)
    content = bytearray(sqlite_file.read_bytes())
    content[8192::3] = b"\xa5" * len(range(8192, len(content), 3))
    sqlite_file.write_bytes(content)
    for command in (("queue",), ("db", "check")):
        done = run_sqlite(*command)
        assert done.status == 3
        assert "restaure a última cópia com db restore" in done.err
    assert run_sqlite("db", "restore", copy, "--force").status == 0
    assert run_sqlite("db", "check").status == 0


def test_somebody_else_s_database_is_left_alone(run_sqlite: Runner, tmp_path: Path) -> None:
    path = tmp_path / "recipes.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE team (name)")
    done = run_sqlite.bare("--database", sqlite_url(path), "db", "upgrade")
    assert done.status == 3
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("team",)]


@pytest.mark.parametrize("address", ["desk.db", "mysql://x/y", "sqlite://", "postgresql://h:x/y"])
def test_an_address_that_cannot_be_used_says_what_to_write(
    run_sqlite: Runner, address: str
) -> None:
    for command in (("queue",), ("db", "check"), ("db", "upgrade")):
        done = run_sqlite.bare("--database", address, *command)
        assert (done.status, done.out) == (3, "")
        assert "sqlite" in done.err.lower()
