"""Setting up a machine: what is missing is named, what is there is not fetched again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools import setup, system_libraries


@pytest.fixture
def not_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)


@pytest.fixture
def set_up_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a checkout whose environment was set up for development."""
    for lock in setup.LOCKS.values():
        (tmp_path / lock).write_text(f"# {lock}\n", encoding="ascii")
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(setup, "STAMP", tmp_path / ".venv" / "installed-locks")
    interpreter = setup.environment_python()
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    setup.remember("dev")
    return tmp_path


def test_a_person_who_is_not_root_gets_the_exact_line(
    not_root: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not system_libraries.install_or_explain(["libegl1", "libgl1"], "Qt needs them")
    line = "apt-get install -y --no-install-recommends libegl1 libgl1"
    assert line in capsys.readouterr().out


def test_nothing_is_said_when_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert system_libraries.install_or_explain([], "Qt needs them")
    assert capsys.readouterr().out == ""


def test_a_library_that_does_not_load_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    before = system_libraries.missing_packages()
    monkeypatch.setitem(system_libraries.WITHOUT_SCREEN, "libnowhere.so.9", "libnowhere9")
    assert set(system_libraries.missing_packages()) - set(before) == {"libnowhere9"}


@pytest.mark.parametrize("purpose", ["run", "dev"])
def test_what_a_larger_lock_installed_is_not_installed_again(
    set_up_checkout: Path, purpose: str
) -> None:
    assert setup.is_set_up(purpose)


def test_a_purpose_that_needs_more_is_not_set_up(set_up_checkout: Path) -> None:
    assert not setup.is_set_up("bench")


def test_a_changed_lock_is_installed_again(set_up_checkout: Path) -> None:
    (set_up_checkout / "requirements-dev.lock").write_text("# newer\n", encoding="ascii")
    assert not setup.is_set_up("dev")
    assert setup.is_set_up("run")


def test_an_environment_without_its_interpreter_is_made_again(set_up_checkout: Path) -> None:
    setup.environment_python().unlink()
    assert not setup.is_set_up("run")


def test_an_unknown_purpose_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup.main(["everything"]) == 2
    assert "usage" in capsys.readouterr().err
