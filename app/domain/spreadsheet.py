"""Texts in tables that a spreadsheet opens: what somebody typed is never run as a formula."""

from __future__ import annotations

_RUNS = ("=", "+", "-", "@", "\t", "\r")
_MARK = "'"


def marked(text: str) -> str:
    """Return a text so that a spreadsheet shows it; the mark before it is the spreadsheets' own."""
    return _MARK + text if text.startswith((*_RUNS, _MARK)) else text


def unmarked(text: str) -> str:
    """Return a text as it was before ``marked``."""
    is_marked = text.startswith(_MARK) and text[1:].startswith((*_RUNS, _MARK))
    return text[1:] if is_marked else text
