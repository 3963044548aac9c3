"""The command as a whole: global options, exit statuses, and what stands where."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from app.cli.run import reporter
from app.domain.clock import Clock
from app.domain.errors import BancadaError, RuleRefusal
from app.services.workspace import Workspace
from tests.cli.runner import NOW, Runner


class Fake:
    """A composition that opens no window and, when told to, fails."""

    def __init__(self, failure: BaseException | None = None) -> None:
        self.opened: list[tuple[str | None, datetime, bool]] = []
        self._failure = failure

    def url(self, url: str | None) -> str:
        return url or "sqlite:///desk.db"

    def open_workspace(self, url: str | None, clock: Clock) -> Workspace:
        raise self._failure or AssertionError(url, clock)

    def open_window(self, url: str | None, clock: Clock, *, demo: bool) -> int:
        self.opened.append((url, clock.now(), demo))
        return 0


def test_without_a_command_the_window_opens(run_sqlite: Runner) -> None:
    fake = Fake()
    now = datetime(2026, 3, 4, 15, tzinfo=UTC)
    assert run_sqlite.bare("--now", NOW, composition=fake).status == 0
    assert run_sqlite.bare("--now", NOW, "gui", composition=fake).status == 0
    assert run_sqlite.bare("--now", NOW, "gui", "--demo", composition=fake).status == 0
    url = "postgresql:///desk"
    run_sqlite.bare("--now", NOW, "--database", url, "gui", composition=fake)
    assert fake.opened == [
        (None, now, False),
        (None, now, False),
        (None, now, True),
        (url, now, False),
    ]


def test_without_now_the_clock_runs(run_sqlite: Runner) -> None:
    fake = Fake()
    run_sqlite.bare(composition=fake)
    ((_url, now, _demo),) = fake.opened
    assert abs((datetime.now(UTC) - now).total_seconds()) < 60  # noqa: TID251


@pytest.mark.parametrize(
    ("failure", "status", "words"),
    [
        (RuleRefusal("CLI-5", "o contrato não está em vigor"), 1, "CLI-5: o contrato não está"),
        (BancadaError("não deu"), 3, "não deu"),
        (KeyboardInterrupt(), 3, "interrompido; o que já foi gravado está inteiro"),
        (BrokenPipeError(), 0, ""),
        (ValueError("bug"), 3, "falha inesperada (ValueError); repita com --verbose"),
        (OSError(28, "No space left on device"), 3, "falha inesperada (OSError)"),
    ],
)
def test_how_a_command_ends_is_told_by_its_status(
    run_sqlite: Runner, failure: BaseException, status: int, words: str
) -> None:
    done = run_sqlite("queue", composition=Fake(failure))
    assert (done.status, done.out) == (status, "")
    assert done.err.strip().startswith(words)


def test_verbose_tells_more_on_standard_error(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.cli import run_command

    asked: list[dict[str, Any]] = []
    monkeypatch.setattr(logging, "basicConfig", lambda **options: asked.append(options))
    status = run_command(["--verbose", "queue"], Fake(ValueError("bug")))
    out, err = capsys.readouterr()
    assert (status, out) == (3, "")
    assert "ValueError: bug" in err
    assert asked[0]["level"] == logging.INFO


@pytest.mark.parametrize(
    "words",
    [
        ("--now", "yesterday", "queue"),
        ("--now", "2026-03-04T12:00:00", "queue"),
        ("--now", "2026-03-04T12:00:00.5Z", "queue"),
        ("--now", "2026-02-30T12:00:00Z", "queue"),
        ("--colour", "queue"),
        ("paint",),
        ("import",),
        ("import", "mail"),
        ("import", "eventlog"),
        ("import", "eventlog", "x.csv", "--until", "2013-03-01"),
        ("db",),
        ("db", "drop"),
        ("db", "backup"),
        ("db", "restore"),
    ],
)
def test_what_makes_no_sense_is_bad_usage(run_sqlite: Runner, words: tuple[str, ...]) -> None:
    done = run_sqlite.bare(*words)
    assert (done.status, done.out) == (2, "")
    assert done.err


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("queue", "--help"), ("db", "-h")])
def test_help_is_no_failure(run_sqlite: Runner, words: tuple[str, ...]) -> None:
    done = run_sqlite.bare(*words)
    assert done.status == 0
    assert "Usage: bancada" in done.out


def test_the_database_may_be_named_by_the_environment(
    run_sqlite: Runner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BANCADA_DATABASE", f"sqlite:///{tmp_path / 'named.db'}")
    assert run_sqlite.bare("db", "upgrade").status == 0
    assert (tmp_path / "named.db").exists()
    other = f"sqlite:///{tmp_path / 'other.db'}"
    assert run_sqlite.bare("--database", other, "db", "upgrade").status == 0
    assert (tmp_path / "other.db").exists()


def test_without_a_name_the_database_is_the_person_s_own(
    run_sqlite: Runner, own_home: Path
) -> None:
    assert run_sqlite.bare("queue", "--json").status == 0
    assert list(own_home.rglob("bancada.db"))


def test_now_stands_still_for_the_whole_run(run_sqlite: Runner, tmp_path: Path) -> None:
    log, mapping = tmp_path / "log.csv", tmp_path / "map.toml"
    log.write_text("a,b,c\nA,2026-03-02 09:00:00,x\n", encoding="utf-8")
    mapping.write_text(
        'ticket = "a"\ntime = "b"\ntime_format = "%Y-%m-%d %H:%M:%S"\nactivity = "c"\n'
        'team = "cst"\n[activities]\nx = "opened"\n',
        encoding="utf-8",
    )
    words = ("import", "eventlog", log, "--mapping", mapping)
    assert run_sqlite.bare("--database", run_sqlite.url, "--now", NOW, *words).status == 0
    event = run_sqlite("ticket", "1", "--json").document()["events"][0]
    assert event["recorded_at"] == NOW


def test_progress_is_told_on_a_terminal_by_tenths_and_else_kept_quiet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = reporter("lendo")
    report(1, 2)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for done in range(31):
        report(done, 30)
    report(0, 0)
    lines = capsys.readouterr().err.splitlines()
    assert lines[:3] == ["lendo: 0 %", "lendo: 10 %", "lendo: 20 %"]
    assert lines[-2:] == ["lendo: 100 %", "lendo: 0 %"]
    assert len(lines) == 12
