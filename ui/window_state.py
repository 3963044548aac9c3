"""Where windows and columns stood: geometry and header state, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

from ui.settings import config_folder


class WindowState:
    """Remembers what a person moved and sized, between runs."""

    def __init__(self, path: Path | None = None) -> None:
        """Keep it in the given file, else beside the settings."""
        file = path or config_folder() / "window.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def save_window(self, window: QWidget) -> None:
        """Remember size and place of the window."""
        self._store.setValue("window/geometry", window.saveGeometry())

    def restore_window(self, window: QWidget) -> bool:
        """Put the window where it stood; tell whether that was known."""
        return self._give_back("window/geometry", window.restoreGeometry)

    def save_header(self, name: str, header: QHeaderView) -> None:
        """Remember order, width, visibility and sorting of columns."""
        self._store.setValue(f"header/{name}", header.saveState())

    def restore_header(self, name: str, header: QHeaderView) -> bool:
        """Lay the columns out as they were; tell whether that was known."""
        return self._give_back(f"header/{name}", header.restoreState)

    def save_splitter(self, name: str, splitter: QSplitter) -> None:
        """Remember how the space was shared."""
        self._store.setValue(f"splitter/{name}", splitter.saveState())

    def restore_splitter(self, name: str, splitter: QSplitter) -> bool:
        """Share the space as before; tell whether that was known."""
        return self._give_back(f"splitter/{name}", splitter.restoreState)

    def save_choice(self, name: str, choice: str) -> None:
        """Remember a word about how something is laid out."""
        self._store.setValue(f"choice/{name}", choice)

    def restore_choice(self, name: str) -> str | None:
        """Return the word remembered; none where there is none."""
        choice = self._store.value(f"choice/{name}")
        return choice if isinstance(choice, str) else None

    def flush(self) -> None:
        """Write what is remembered now."""
        self._store.sync()

    def _give_back(self, key: str, restore: Callable[[QByteArray], bool]) -> bool:
        state = self._store.value(key)
        return isinstance(state, QByteArray) and restore(state)
