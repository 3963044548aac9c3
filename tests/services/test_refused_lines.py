"""Refused lines can be taken along, whatever their reasons hold."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from app.domain.errors import DataFailure
from app.services.log_lines import Refusal
from app.services.refused_lines import refused_as_text, save_refused

REFUSED = (
    Refusal(3, "Activity: 'a;b' não está em [activities]"),
    Refusal(9, 'aspas " e\nquebra'),
)


def test_a_copied_table_reads_back_as_it_was() -> None:
    rows = list(csv.reader(io.StringIO(refused_as_text(REFUSED)), delimiter="\t"))
    assert rows == [["linha", "motivo"], *([str(r.line), r.reason] for r in REFUSED)]


def test_a_saved_table_reads_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "recusadas.csv"
    save_refused(path, REFUSED)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows == [["linha", "motivo"], *([str(r.line), r.reason] for r in REFUSED)]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFailure, match="não foi possível gravar"):
        save_refused(tmp_path / "nenhuma" / "recusadas.csv", REFUSED)
