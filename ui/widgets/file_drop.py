"""Files that are dragged onto a widget or pasted into it, as paths."""

from __future__ import annotations

import shutil
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.override import override

_LOOSELY = 90
_MARKS = tuple(f"-{n}" for n in range(2, 100))
_DRAGS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove})


class FileDrop(QObject):
    """Watches one widget; a picture on the clipboard becomes a file first."""

    dropped = Signal(object)  # list of paths

    def __init__(self, widget: QWidget) -> None:
        """Take what is dragged onto the widget from now on."""
        super().__init__(widget)
        self._folder: Path | None = None
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def watch(self, box: QWidget) -> None:
        """Take files that are dragged onto a text, which would else write their names down."""
        inner = box.viewport() if isinstance(box, QAbstractScrollArea) else box
        inner.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files; anything else goes its way."""
        if event.type() in _DRAGS and isinstance(event, QDropEvent) and paths_in(event.mimeData()):
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            paths = paths_in(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self.dropped.emit(paths)
                return True
        return False

    def paste(self, now: datetime) -> bool:
        """Take files or a picture from the clipboard; tells whether there were any."""
        clipboard = QGuiApplication.clipboard()
        paths, picture = paths_in(clipboard.mimeData()), clipboard.image()
        if not paths and not picture.isNull():
            paths = [self._written(picture, now)]
        if paths:
            self.dropped.emit(paths)
        return bool(paths)

    def _written(self, picture: QImage, now: datetime) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="bancada-colado-"))
            self.destroyed.connect(partial(shutil.rmtree, self._folder, ignore_errors=True))
        name = f"tela-{now:%Y-%m-%d-%H%M%S}"
        tries = (self._folder / f"{name}{mark}.png" for mark in ("", *_MARKS))
        path = next(free for free in tries if not free.exists())
        # Written while somebody waits: packed loosely, a screen takes a tenth of the time.
        picture.save(str(path), "PNG", _LOOSELY)  # type: ignore[call-overload]  # its stub asks bytes
        return path


def paths_in(data: QMimeData | None) -> list[Path]:
    """Return the files of this machine that are dragged or copied."""
    if data is None:
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
