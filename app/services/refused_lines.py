"""The lines an import refused, as a table to take along."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from app.domain.errors import DataFailure
from app.services.log_lines import Refusal

HEADINGS = ("linha", "motivo")


def refused_as_text(refused: Sequence[Refusal], delimiter: str = "\t") -> str:
    """Write the refused lines as a table with a heading, as spreadsheets take it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(HEADINGS)
    writer.writerows((refusal.line, refusal.reason) for refusal in refused)
    return text.getvalue()


def save_refused(path: Path, refused: Sequence[Refusal]) -> None:
    """Write the refused lines to a CSV file that a Brazilian spreadsheet opens by itself.

    Raises ``DataFailure`` when the file cannot be written.
    """
    try:
        path.write_text(refused_as_text(refused, ";"), encoding="utf-8-sig", newline="")
    except OSError as error:
        raise DataFailure(f"não foi possível gravar {path}: {error.strerror or error}") from error
