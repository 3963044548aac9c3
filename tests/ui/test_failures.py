from __future__ import annotations

import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import DataFailure, InvalidInput, NotFound, RuleRefusal
from ui import failures as failures_module
from ui.failures import Failure, FailureKind, Failures, describe, report_text
from ui.jobs import Cancelled

NOW = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


def _now() -> datetime:
    return NOW


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "bancada.log"


@pytest.fixture
def failures(qapp: object, log: Path) -> Failures:
    return Failures(log, _now)


def _raised(error: Exception) -> Exception:
    try:
        raise error  # noqa: TRY301 - a traceback is the point
    except Exception as caught:  # noqa: BLE001 - any error is the point
        return caught


def test_a_refusal_names_its_rule_apart_from_the_sentence(qapp: object) -> None:
    failure = describe(RuleRefusal("ACC-4", "O prazo já foi postergado."))
    assert failure == Failure(FailureKind.REFUSED, "O prazo já foi postergado.", "ACC-4")


def test_input_that_cannot_be_used_is_a_refusal_too(qapp: object) -> None:
    failure = describe(InvalidInput("não é uma data", field="início"))
    assert failure.kind is FailureKind.REFUSED
    assert failure.sentence == "início: não é uma data"


def test_a_database_that_fails_is_something_the_person_can_act_on(qapp: object) -> None:
    error = DataFailure("O disco está cheio; libere espaço.")
    error.__cause__ = _raised(OSError(28, "No space left"))
    failure = describe(error)
    assert failure.kind is FailureKind.ENVIRONMENT
    assert "OSError" in failure.details


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "denied", "/data/someone/log.csv"), "Sem permissão para usar log.csv"),
        (FileNotFoundError(2, "none", "log.csv"), "log.csv não foi encontrado"),
        (OSError(5, "input/output error"), "O sistema recusou"),
    ],
)
def test_the_systems_refusals_become_one_sentence(qapp: object, error: OSError, words: str) -> None:
    failure = describe(error)
    assert failure.kind is FailureKind.ENVIRONMENT
    assert words in failure.sentence
    assert "someone" not in failure.sentence


def test_a_bug_is_one_sentence_without_a_traceback(qapp: object) -> None:
    failure = describe(_raised(KeyError("segredo")))
    assert failure.kind is FailureKind.BUG
    assert "KeyError" not in failure.sentence
    assert "Traceback" not in failure.sentence


def test_the_report_tells_where_but_not_which_values() -> None:
    error = _raised(ValueError("cliente 'Escola Aurora' 12345678901 ana@example.org"))
    text = report_text(error)
    assert "ValueError" in text
    assert "test_failures.py" in text
    for value in ("Aurora", "12345678901", "ana@"):
        assert value not in text


def test_a_bug_is_written_to_the_log_and_its_path_is_told(
    qtbot: QtBot, failures: Failures, log: Path
) -> None:
    with qtbot.waitSignal(failures.shown) as signal:
        failures.report(_raised(KeyError("x")))
    assert signal.args is not None
    failure = signal.args[0]
    assert failure.log_path == log
    written = log.read_text(encoding="utf-8")
    assert written.startswith("2026-11-20T17:00:00Z KeyError")


def test_a_refusal_leaves_no_trace_in_the_log(failures: Failures, log: Path) -> None:
    failures.report(RuleRefusal("CLI-5", "Contrato vencido."))
    assert not log.exists()


def test_a_log_that_cannot_be_written_does_not_hide_the_failure(
    qtbot: QtBot, qapp: object, tmp_path: Path
) -> None:
    (tmp_path / "blocker").write_text("", encoding="utf-8")
    failures = Failures(tmp_path / "blocker" / "bancada.log", _now)
    with qtbot.waitSignal(failures.shown) as signal:
        failures.report(_raised(KeyError("x")))
    assert signal.args is not None
    assert signal.args[0].log_path is None


def test_a_log_that_grew_large_makes_room(failures: Failures, log: Path) -> None:
    log.parent.mkdir(parents=True)
    log.write_text("x" * 1_000_001, encoding="utf-8")
    failures.report(_raised(KeyError("x")))
    assert log.stat().st_size < 10_000
    assert log.with_suffix(".old.log").stat().st_size == 1_000_001


def test_whoever_cancels_is_not_told_of_a_failure(qtbot: QtBot, failures: Failures) -> None:
    with qtbot.assertNotEmitted(failures.shown):
        failures.report(Cancelled())


def test_what_escapes_on_any_thread_is_shown(qtbot: QtBot, failures: Failures) -> None:
    stop = failures.catch_all()
    hook, thread_hook = sys.excepthook, threading.excepthook
    try:
        error = _raised(ValueError("main"))
        with qtbot.waitSignal(failures.shown):
            hook(type(error), error, error.__traceback__)
        with qtbot.waitSignal(failures.shown):
            thread = threading.Thread(target=_raise_in_thread)
            thread.start()
            thread.join()
    finally:
        stop()
    assert sys.excepthook is not hook
    assert threading.excepthook is not thread_hook


def _raise_in_thread() -> None:
    raise RuntimeError("elsewhere")


def test_ctrl_c_in_the_terminal_closes_the_program_without_a_failure(
    qtbot: QtBot, failures: Failures, monkeypatch: pytest.MonkeyPatch
) -> None:
    quits: list[str] = []
    monkeypatch.setattr(failures_module.QCoreApplication, "quit", lambda: quits.append("quit"))
    stop = failures.catch_all()
    try:
        with qtbot.assertNotEmitted(failures.shown, wait=20):
            sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        stop()
    assert quits == ["quit"]


def test_the_cause_of_a_bug_is_reported_too() -> None:
    error = RuntimeError("outer")
    error.__cause__ = _raised(ValueError("inner"))
    assert "ValueError: inner" in report_text(error)


@pytest.mark.parametrize("rule", ["CLI-5", "TKT-2", "ACC-4", "ACC-7b", "OUV-1", "SLA-12"])
def test_a_refusal_stands_at_its_field_with_the_rule(rule: str) -> None:
    failure = describe(RuleRefusal(rule, "reason: escreva o motivo"))
    assert failure.told("reason") == f"{rule}: Escreva o motivo"
    assert failure.told() == f"{rule}: Reason: escreva o motivo"
    assert describe(NotFound("não há chamado")).told() == "Não há chamado"
