"""The headless command: the second face of the same services (a stable contract).

This is its outermost door. The commands themselves are read when there is one to run: opening the
window does not wait for them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from app.domain.clock import SystemClock
from app.domain.errors import BancadaError, RuleRefusal

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.workspace import Workspace

DONE, REFUSED, BAD_USAGE, FAILED = 0, 1, 2, 3
URL_VARIABLE = "BANCADA_DATABASE"


class Composition(Protocol):
    """What ``main.py`` gives the command; nothing here constructs a service."""

    def open_workspace(self, url: str | None, clock: Clock) -> Workspace:
        """Open a database with its services."""
        ...

    def open_window(self, url: str | None, clock: Clock, *, demo: bool) -> int:
        """Open the workbench and return its exit status."""
        ...

    def url(self, url: str | None) -> str:
        """Return the address meant: the one given, the setting, or the person's own."""
        ...


def run_command(arguments: Sequence[str], composition: Composition) -> int:
    """Run a command line; returns 0 done, 1 refused by a rule, 2 bad usage, 3 failed."""
    # Half a letter, which JSON may hold, goes out as the escape it came in as.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        if not arguments:
            return composition.open_window(os.environ.get(URL_VARIABLE), SystemClock(), demo=False)
        from app.cli.commands import run_line

        status = run_line(arguments, composition)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _say("interrompido; o que já foi gravado está inteiro")
        return FAILED
    except RuleRefusal as refusal:
        _say(refusal.sentence)
        return REFUSED
    except BancadaError as error:
        _say(error.sentence)
        return FAILED
    except (BrokenPipeError, SystemExit):  # click makes an exit of a pipe that was closed
        return _leave_quietly()
    except Exception as error:  # noqa: BLE001  # the outermost door: nobody is shown a traceback
        return _say_unexpected(error, verbose="--verbose" in arguments)
    return status


def _leave_quietly() -> int:
    """End where the reader of the output has left: ``queue | head`` is no failure."""
    with suppress(OSError), open(os.devnull, "wb") as nowhere:  # noqa: PTH123  # a device
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
    return DONE


def _say_unexpected(error: Exception, *, verbose: bool) -> int:
    if verbose:
        import traceback

        traceback.print_exception(error)
    _say(f"falha inesperada ({type(error).__name__}); repita com --verbose para ver os detalhes")
    return FAILED


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201  # this door speaks without click
