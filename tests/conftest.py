"""What every test stands on: no screen, a home of its own, nothing left behind."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from argon2 import PasswordHasher
    from PySide6.QtWidgets import QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("desk", deadline=None)
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") else "desk")

BODY_PASSED = pytest.StashKey[bool]()
FOLDERS_OF_A_PERSON = {
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_STATE_HOME": "state",
    "LOCALAPPDATA": "local",
    "APPDATA": "roaming",
}


@pytest.fixture(scope="session", autouse=True)
def runtime_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give Qt the private folder that a login session has and a server lacks."""
    folder = tmp_path_factory.mktemp("runtime")
    folder.chmod(0o700)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        yield


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start Qt as the program does."""
    from ui.application import ARGUMENTS

    return [*ARGUMENTS]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep data, settings and logs of the person who runs the tests out of reach.

    Returns:
        The folder below which this test's data, settings and logs go; made when first used.
    """
    home = tmp_path / "home"
    for variable, folder in FOLDERS_OF_A_PERSON.items():
        monkeypatch.setenv(variable, str(home / folder))
    monkeypatch.delenv("BANCADA_DATABASE", raising=False)
    return home


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash as weakly as the library allows: strength is the library's own to test."""
    from app.services import pins

    monkeypatch.setattr(pins, "_hasher", _weak_hasher)


@cache
def _weak_hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def untraced() -> Iterator[None]:
    """Run a heavy test without tracing, which doubles its time.

    What it walks through is counted by the tests nearer to each line. The mark ``no_cover`` leaves
    a worker traced all the same: coverage is begun twice there, and the mark ends it once.
    """
    tracer = sys.gettrace()
    sys.settrace(None)
    yield
    sys.settrace(tracer)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether the test body passed: leftovers of a failed one are no second failure."""
    report = yield
    if call.when == "call":
        item.stash[BODY_PASSED] = report.passed
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """Delete what Qt was asked to delete later, then fail on windows that are still alive.

    pytest-qt closes widgets without waiting for their deletion; left alone they live on in the next
    test, answer its events and fall with it.
    """
    result = yield
    leftovers = _windows_left_behind()
    names = ", ".join(f"{type(widget).__name__}({widget.objectName()!r})" for widget in leftovers)
    for widget in leftovers:
        widget.deleteLater()
    leftovers.clear()
    _deliver_deletions()
    if names and item.stash.get(BODY_PASSED, False):
        pytest.fail(f"windows left alive by this test: {names}", pytrace=False)
    return result


def _windows_left_behind() -> list[QWidget]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    _deliver_deletions()
    if not _top_level(widgets):
        return []
    # A widget that only a reference cycle holds is no leak of the test.
    gc.collect()
    _deliver_deletions()
    return _top_level(widgets)


def _top_level(widgets: object) -> list[QWidget]:
    # Qt keeps one tooltip label for the whole program.
    return [
        widget
        for widget in widgets.QApplication.topLevelWidgets()  # type: ignore[attr-defined]
        if widget.objectName() != "qtooltip_label"
    ]


def _deliver_deletions() -> None:
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
