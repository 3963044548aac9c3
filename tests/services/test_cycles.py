"""A long run keeps Python from searching for cycles, and only for its own length."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from app.services.cycles import without_cycle_search


@pytest.fixture(autouse=True)
def searching() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_the_search_rests_for_the_length_of_the_run() -> None:
    with without_cycle_search():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_after_a_run_that_fails() -> None:
    with pytest.raises(KeyError), without_cycle_search():
        raise KeyError
    assert gc.isenabled()


def test_a_run_inside_a_run_does_not_wake_it() -> None:
    with without_cycle_search():
        with without_cycle_search():
            pass
        assert not gc.isenabled()
