"""What the first paint must not wait for."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("sqlalchemy", "alembic", "reportlab", "holidays", "numpy", "psycopg", "qtawesome", "qtpy")


def _modules_after(statement: str) -> set[str]:
    script = f"import sys; {statement}; print(' '.join(sys.modules))"
    finished = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(finished.stdout.split())


def test_the_window_stands_before_anything_heavy_is_imported() -> None:
    loaded = _modules_after("import ui.application")
    assert "PySide6.QtWidgets" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_the_settings_can_be_read_without_qt() -> None:
    assert [name for name in _modules_after("import ui.settings") if "PySide6" in name] == []
