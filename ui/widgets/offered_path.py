"""Where a file is offered to be kept: among the person's own documents, under a name still free."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from PySide6.QtCore import QStandardPaths


def offered_path(name: str) -> str:
    """Return an absolute path that no file has yet."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    path = Path(QStandardPaths.writableLocation(place) or Path.home(), name)
    tries = (path.with_stem(f"{path.stem} ({number})") for number in count(2))
    return str(path if not path.exists() else next(free for free in tries if not free.exists()))
