"""How documents look: the embedded fonts, the inks, and the styles of texts and tables.

Everything is to be read on a black and white print: grey only repeats what a word says already.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "Vera", "VeraBd"
FACES = {name: TTFont(name, f"{name}.ttf") for name in (REGULAR, BOLD)}
"""The fonts, as they lie in ReportLab's package; a style is of no use before they are known."""
for _face in FACES.values():
    pdfmetrics.registerFont(_face)
for _name in FACES:
    pdfmetrics.registerFontFamily(_name, _name, BOLD, _name, BOLD)

INK, MUTED, LINE = HexColor("#16191f"), HexColor("#555c69"), HexColor("#a9afb9")
TINT, ALARM = HexColor("#e6e8ec"), HexColor("#8f1811")
_BESIDE: Any = (0, 2, 0, 2)  # one number for each side, which its types do not know

BODY = ParagraphStyle(
    "body", fontName=REGULAR, bulletFontName=REGULAR, fontSize=8, leading=10.4, textColor=INK
)
BODY_BOLD = ParagraphStyle("body bold", BODY, fontName=BOLD)
BODY_ALARM = ParagraphStyle("body alarm", BODY_BOLD, textColor=ALARM)
BODY_RIGHT = ParagraphStyle("body right", BODY, alignment=TA_RIGHT)
SECTION = ParagraphStyle("section", BODY, fontName=BOLD, fontSize=9, leading=12)
SMALL = ParagraphStyle("small", BODY, fontSize=7, leading=8.8)
SMALL_BOLD = ParagraphStyle("small bold", SMALL, fontName=BOLD)
SMALL_MUTED = ParagraphStyle("small muted", SMALL, textColor=MUTED)
SMALL_RIGHT = ParagraphStyle("small right", SMALL, alignment=TA_RIGHT)
SMALL_ALARM = ParagraphStyle("small alarm", SMALL_BOLD, textColor=ALARM)
NOTHING = ParagraphStyle("nothing", SMALL_MUTED, alignment=TA_CENTER)
VACANT = ParagraphStyle("vacant", SMALL_ALARM, alignment=TA_CENTER)
ON_DUTY = ParagraphStyle("on duty", SMALL, backColor=TINT, borderPadding=_BESIDE)

Command = tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]
"""A command of a ReportLab table style: its name, first cell, last cell, values."""
ALL = ((0, 0), (-1, -1))
FRAMED: tuple[Command, ...] = (
    ("FONT", *ALL, REGULAR, 7),  # an empty cell without it would bring Helvetica into the file
    ("VALIGN", *ALL, "TOP"),
    ("LEFTPADDING", *ALL, 3),
    ("RIGHTPADDING", *ALL, 3),
    ("TOPPADDING", *ALL, 2),
    ("BOTTOMPADDING", *ALL, 3),
)
BARE: tuple[Command, ...] = (*FRAMED, ("BOTTOMPADDING", *ALL, 1.4))
GRID: tuple[Command, ...] = (
    *FRAMED,
    ("GRID", *ALL, 0.4, LINE),
    ("LINEBELOW", (0, 0), (-1, 0), 0.9, INK),
)
