"""Refusals in words a person can act on."""

from __future__ import annotations

import pytest

from app.domain.errors import BancadaError, DataFailure, InvalidInput, NotFound, RuleRefusal


def test_a_refusal_begins_with_its_rule() -> None:
    refusal = RuleRefusal("ACC-4", "o aceite já foi adiado")
    assert refusal.sentence == "ACC-4: o aceite já foi adiado"
    assert (refusal.rule, refusal.reason) == ("ACC-4", "o aceite já foi adiado")


def test_a_bad_value_names_its_field_where_there_is_one() -> None:
    assert InvalidInput("não é uma data", field="linha 3").sentence == "linha 3: não é uma data"
    assert InvalidInput("não é uma data").sentence == "não é uma data"


@pytest.mark.parametrize("kind", [RuleRefusal, InvalidInput, NotFound, DataFailure])
def test_every_refusal_can_be_caught_at_one_door(kind: type[Exception]) -> None:
    assert issubclass(kind, BancadaError)
