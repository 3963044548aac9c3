"""Keeps what is typed into a dialog as a draft, from the first pause on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget

from ui.drafts import Drafts

_PAUSE_MS = 400


@runtime_checkable
class Drafted(Protocol):
    """A part of a dialog that says itself what a draft keeps of it; ``changed`` is heard."""

    def draft(self) -> str:
        """Return what a draft keeps, empty where there is nothing."""
        ...

    def put_back(self, draft: str) -> None:
        """Take up a draft."""
        ...


class DraftKeeper(QObject):
    """Keeps what is typed into a dialog, and puts it back where it was left."""

    def __init__(
        self, drafts: Drafts, key: str, boxes: Mapping[str, QWidget], dialog: QDialog
    ) -> None:
        """Watch the boxes from now on; ``restored`` tells whether something was put back."""
        super().__init__(dialog)
        self._drafts = drafts
        self._key = key
        self._boxes = boxes
        self._untouched = self._typed()
        self.restored = self._put_back()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._keep)
        for box in boxes.values():
            for signal in ("textChanged", "currentTextChanged", "toggled", "changed"):
                if hasattr(box, signal):
                    getattr(box, signal).connect(self._on_typed)
        dialog.finished.connect(self._on_finished)

    def take_as_untouched(self, *names: str) -> None:
        """Take what stands in some boxes for the dialog's own, not for something typed."""
        self._untouched |= {name: _text_of(self._boxes[name]) for name in names}

    def _on_typed(self) -> None:
        # Not connected to the timer itself: it would take a tick for its interval.
        self._pause.start()

    def _typed(self) -> dict[str, str]:
        return {name: _text_of(box) for name, box in self._boxes.items()}

    def _put_back(self) -> bool:
        known = self._drafts.of(self._key)
        for name, text in known.items():
            if name in self._boxes:
                _put_into(self._boxes[name], text)
        return bool(known)

    def _keep(self) -> None:
        typed = self._typed()
        if typed == self._untouched:
            self._drafts.drop(self._key)
        else:
            self._drafts.keep(self._key, typed)

    def _on_finished(self, result: int) -> None:
        self._pause.stop()
        if result == QDialog.DialogCode.Accepted.value:
            self._drafts.drop(self._key)
        else:
            self._keep()


def _text_of(box: QWidget) -> str:
    if isinstance(box, Drafted):
        return box.draft()
    if isinstance(box, QCheckBox):
        return "x" if box.isChecked() else ""
    if isinstance(box, QComboBox):
        return box.currentText()
    if isinstance(box, QPlainTextEdit):
        return box.toPlainText()
    assert isinstance(box, QLineEdit)
    return box.text()


def _put_into(box: QWidget, text: str) -> None:
    if isinstance(box, Drafted):
        box.put_back(text)
    elif isinstance(box, QCheckBox):
        box.setChecked(bool(text))
    elif isinstance(box, QComboBox):
        box.setCurrentText(text)
    elif isinstance(box, QPlainTextEdit):
        box.setPlainText(text)
    else:
        assert isinstance(box, QLineEdit)
        box.setText(text)
