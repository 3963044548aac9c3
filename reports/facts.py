"""Facts of a paper, each with its name: a narrow column of names, a wide one of what they are."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.platypus import Table

from reports.styles import BODY, BODY_BOLD, FRAMED, LINE, Command
from reports.texts import paragraph

_NAME_WIDTH = 130.0


def facts_table(facts: Iterable[tuple[str, str]], width: float) -> Table:
    """Return the facts that are known; an empty one is left out."""
    rows = [
        [paragraph(name, BODY_BOLD), paragraph(text, BODY)] for name, text in facts if text.strip()
    ]
    line: Command = ("LINEBELOW", (0, 0), (-1, -1), 0.3, LINE)
    return Table(rows, [_NAME_WIDTH, width - _NAME_WIDTH], style=[*FRAMED, line], splitInRow=1)
