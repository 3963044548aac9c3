"""Texts that stand in data: marked where they are written, translated where they are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - lupdate seeks this name
    """Mark a literal for translation and return it as it is, typed as text unlike Qt's own."""
    return text


def translated(context: str, text: str) -> str:
    """Return a marked text in the language of the screens."""
    return _translate(context, text)
