"""Texts of people set as paragraphs: only what the fonts can draw, and never longer than agreed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from html import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Paragraph

from reports.styles import FACES, REGULAR

ELLIPSIS = "…"
_NBSP = "\u00a0"
_UNBROKEN = 20
LONGEST_NAME = 80
_BLANKS = re.compile(r"\s+", re.ASCII)  # a no-break space stays


def paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    """Set a text as it stands: what looks like markup is text, too."""
    return Paragraph(escape(printable(text), quote=False), style)


def lines(texts: Iterable[str], style: ParagraphStyle) -> Paragraph:
    """Set several texts, each on a line of its own."""
    return Paragraph("<br/>".join(escape(printable(text), quote=False) for text in texts), style)


def enumeration(names: Iterable[str], style: ParagraphStyle) -> Paragraph:
    """Set names behind each other; a short one stays on one line."""
    whole = (name.replace(" ", _NBSP) if len(name) <= _UNBROKEN else name for name in names)
    return paragraph(", ".join(cut(name, LONGEST_NAME) for name in whole), style)


def cut(text: str, most: int) -> str:
    """Return a text of at most so many characters; an ellipsis shows where it was cut."""
    return text if len(text) <= most else text[: most - 1].rstrip() + ELLIPSIS


def cut_to_width(text: str, font: str, size: float, width: float) -> str:
    """Return a text that takes at most so many points; an ellipsis shows where it was cut."""
    text = printable(text)
    if pdfmetrics.stringWidth(text, font, size) <= width:
        return text
    while text and pdfmetrics.stringWidth(text + ELLIPSIS, font, size) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def printable(text: str) -> str:
    """Return a text in signs that the fonts have: without its accent, or else as ``?``."""
    text = _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_drawn, text))


@cache
def _drawn(sign: str) -> str:
    known = FACES[REGULAR].face.charToGlyph
    plain = unicodedata.normalize("NFKD", sign)[0]
    return next((shown for shown in (sign, plain) if ord(shown) in known), "?")
