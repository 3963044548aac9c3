from __future__ import annotations

import pytest

from ui.matching import folded, match_rank


def test_accents_and_capitals_do_not_matter() -> None:
    assert folded("Importação À VISTA") == "importacao a vista"


@pytest.mark.parametrize(
    ("typed", "rank"),
    [
        ("", 0),
        ("imp", 0),
        ("cham imp", 0),
        ("gistro", 1),
        ("imp gistro", 1),
        ("rgst", 2),
        ("xyz", None),
        ("imp xyz", None),
    ],
)
def test_words_that_begin_beat_words_inside_beat_scattered_letters(
    typed: str, rank: int | None
) -> None:
    assert match_rank(typed, "Importar registro de chamados") == rank
