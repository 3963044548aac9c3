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


def as_tooltip(text: str) -> str:
    """Return a text as a tooltip that shows it as it is: Qt takes what looks like HTML for HTML."""
    if "<" not in text and "&" not in text:
        return text
    import html  # a thousand names of signs; few tooltips need one

    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>")


def as_label(text: str) -> str:
    """Return a text as a button shows it: a lone ampersand would be taken for a mnemonic."""
    return text.replace("&", "&&")
