"""Runs the command: in this process to see inside, or as a program of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import Composition as Given
from app.cli import run_command
from main import Composition

ROOT = Path(__file__).parents[2]
NOW = "2026-03-04T15:00:00Z"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run came to."""

    status: int
    out: str
    err: str

    def lines(self) -> list[Any]:
        """Read standard output as JSON lines; anything else there fails."""
        return [json.loads(line) for line in self.out.splitlines()]

    def document(self) -> Any:  # noqa: ANN401  # JSON
        """Read standard output as one JSON document."""
        return json.loads(self.out)


class Runner:
    """Runs commands against a database."""

    def __init__(
        self, url: str, capture: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch
    ) -> None:
        self.url = url
        self._capture = capture
        self._patch = patch

    def __call__(
        self, *arguments: str | Path, stdin: bytes = b"", composition: Given | None = None
    ) -> Ran:
        """Run a command with the database and the clock already named."""
        return self.bare(
            "--database", self.url, "--now", NOW, *arguments, stdin=stdin, composition=composition
        )

    def bare(
        self, *arguments: str | Path, stdin: bytes = b"", composition: Given | None = None
    ) -> Ran:
        """Run a command line as it stands."""
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self._capture.readouterr()
        status = run_command([str(a) for a in arguments], composition or Composition())
        out, err = self._capture.readouterr()
        assert "Traceback" not in out + err, err
        return Ran(status, out, err)


def run_program(*arguments: str | Path, environment: Mapping[str, str] | None = None) -> Ran:
    """Run ``main.py`` as a person's shell does."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        env=dict(os.environ) | dict(environment or {}),
        capture_output=True,
        check=False,
        timeout=120,
    )
    err = done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in err, err
    return Ran(done.returncode, done.stdout.decode("utf-8"), err)
