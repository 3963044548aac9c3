"""What went wrong, split into what a person can act on and what is our bug.

A bug is written to the log file; the person sees one sentence, and the path of the log in the
details. Values are cut out of the report: a log holds no data of clients.
"""

from __future__ import annotations

import re
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from app.domain.errors import BancadaError, DataFailure, RuleRefusal
from ui.jobs import Cancelled

_VALUES = re.compile(r"'[^']*'|\"[^\"]*\"|\d{3,}|\S+@\S+")
_LOG_LIMIT_BYTES = 1_000_000


class FailureKind(Enum):
    """Who can do something about it."""

    REFUSED = auto()
    ENVIRONMENT = auto()
    BUG = auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """One sentence for the person, and what stands behind "details"."""

    kind: FailureKind
    sentence: str
    rule: str | None = None
    details: str = ""
    log_path: Path | None = None

    def told(self, field: str = "") -> str:
        """Return the sentence as it stands at a field: without its name, with the rule's id."""
        sentence = self.sentence.removeprefix(f"{field}: ") if field else self.sentence
        sentence = sentence[:1].upper() + sentence[1:]
        return f"{self.rule}: {sentence}" if self.rule else sentence


def describe(error: BaseException) -> Failure:
    """Say in one sentence what was refused or what broke."""
    if isinstance(error, RuleRefusal):
        return Failure(FailureKind.REFUSED, error.reason, rule=error.rule)
    if isinstance(error, DataFailure):
        return Failure(FailureKind.ENVIRONMENT, error.sentence, details=_cause(error))
    if isinstance(error, BancadaError):
        return Failure(FailureKind.REFUSED, error.sentence)
    if isinstance(error, OSError):
        return Failure(FailureKind.ENVIRONMENT, _system_sentence(error), details=repr(error))
    text = QCoreApplication.translate(
        "Failures",
        "Algo falhou no programa e o ato não foi concluído. O que já estava salvo continua salvo.",
    )
    return Failure(FailureKind.BUG, text, details=report_text(error))


def report_text(error: BaseException) -> str:
    """Return the error's kind and where it happened, without the values it spoke of."""
    lines = [f"{type(error).__qualname__}: {_VALUES.sub('…', _first_line(error))}"]
    lines += [
        f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    if error.__cause__ is not None:
        lines += ["…", report_text(error.__cause__)]
    return "\n".join(lines)


class Failures(QObject):
    """The one place errors go that nobody answered closer to where they happened."""

    shown = Signal(object)  # Failure
    _escaped = Signal(object)  # BaseException, from any thread

    def __init__(
        self, log: Path, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        """Write crash reports to ``log``, stamped by the clock."""
        super().__init__(parent)
        self._log = log
        self._now = now
        self._escaped.connect(self.report, Qt.ConnectionType.QueuedConnection)

    def report(self, error: BaseException) -> None:
        """Show the failure on the window; write a bug to the log first."""
        if isinstance(error, Cancelled):
            return
        failure = describe(error)
        if failure.kind is FailureKind.BUG:
            failure = self._written(failure)
        self.shown.emit(failure)

    def catch_all(self) -> Callable[[], None]:
        """Hear every exception that escapes, on any thread; call the result to stop."""
        before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_escaped
        threading.excepthook = self._on_thread_escaped
        return partial(_restore, *before)

    def _on_escaped(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self._escaped.emit(error.with_traceback(trace))

    def _on_thread_escaped(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._escaped.emit(args.exc_value)

    def _written(self, failure: Failure) -> Failure:
        """Append the report at once: the next moment may be too late for a queue."""
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > _LOG_LIMIT_BYTES:
                self._log.replace(self._log.with_suffix(".old.log"))
            with self._log.open("a", encoding="utf-8") as log:
                log.write(f"{self._now():%Y-%m-%dT%H:%M:%SZ} {failure.details}\n\n")
        except OSError:
            return failure
        return Failure(failure.kind, failure.sentence, None, failure.details, self._log)


def _restore(
    hook: Callable[[type[BaseException], BaseException, TracebackType | None], object],
    thread_hook: Callable[[threading.ExceptHookArgs], object],
) -> None:
    sys.excepthook = hook
    threading.excepthook = thread_hook


def _system_sentence(error: OSError) -> str:
    name = Path(error.filename).name if isinstance(error.filename, str) else ""
    sentences = {
        PermissionError: QCoreApplication.translate(
            "Failures", "Sem permissão para usar {name}; escolha outro lugar ou peça acesso."
        ),
        FileNotFoundError: QCoreApplication.translate(
            "Failures", "{name} não foi encontrado; verifique o nome e a pasta."
        ),
    }
    general = QCoreApplication.translate(
        "Failures",
        "O sistema recusou uma operação com arquivo {name}; verifique o disco e tente de novo.",
    )
    return sentences.get(type(error), general).format(name=name).replace("  ", " ")


def _cause(error: BaseException) -> str:
    return "" if error.__cause__ is None else report_text(error.__cause__)


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), "")


def _short(filename: str) -> str:
    return "/".join(Path(filename).parts[-3:])
