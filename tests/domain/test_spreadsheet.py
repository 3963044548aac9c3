"""Texts in tables: never run as a formula, and the same when they come back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock import read_day
from app.domain.errors import InvalidInput
from app.domain.spreadsheet import marked, unmarked


@given(st.text())
def test_what_is_marked_is_no_formula_and_comes_back(text: str) -> None:
    told = marked(text)
    assert not told.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unmarked(told) == text


def test_what_nobody_marked_stays() -> None:
    assert [unmarked(text) for text in ("", "'", "'70 anos", "d'água")] == [
        "",
        "'",
        "'70 anos",
        "d'água",
    ]


@pytest.mark.parametrize("text", ["31/12/9999", "0001-01-01", "01/01/1899"])
def test_a_year_that_nobody_means_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="1900 a 2200"):
        read_day(text)
