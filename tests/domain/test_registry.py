"""Contacts: the last administrator, the review of who approves, the mask of a CPF."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import RuleRefusal
from app.domain.registry import (
    ContactRecord,
    needs_review,
    refuse_losing_last_administrator,
)

ANA = ContactRecord(1, 7, "Ana Exemplo", cpf="12345678909", is_administrator=True)
BETO = ContactRecord(2, 7, "Beto Exemplo")


def test_a_cpf_is_shown_by_its_middle() -> None:
    assert ANA.masked_cpf == "•••.456.789-••"
    assert BETO.masked_cpf == ""


@pytest.mark.parametrize("change", [{"is_active": False}, {"is_administrator": False}])
def test_the_last_administrator_stays_one(change: dict[str, bool]) -> None:
    changed = replace(ANA, **change)
    with pytest.raises(RuleRefusal, match="CLI-2: Ana Exemplo é o único administrador"):
        refuse_losing_last_administrator([ANA, BETO], changed)
    refuse_losing_last_administrator([ANA, replace(BETO, is_administrator=True)], changed)


def test_an_inactive_administrator_does_not_count() -> None:
    gone = replace(BETO, is_administrator=True, is_active=False)
    with pytest.raises(RuleRefusal):
        refuse_losing_last_administrator([ANA, gone], replace(ANA, is_administrator=False))


def test_who_never_was_the_administrator_may_be_changed() -> None:
    refuse_losing_last_administrator([BETO], replace(BETO, is_active=False))
    refuse_losing_last_administrator([ANA, BETO], replace(ANA, name="Ana de Exemplo"))


def test_who_approves_is_reviewed_after_twelve_months() -> None:
    today = date(2026, 11, 25)
    approves = replace(BETO, may_approve=True)
    looked_at = replace(approves, approval_reviewed_on=date(2025, 11, 25))
    forgotten = replace(approves, approval_reviewed_on=date(2025, 11, 24))
    gone = replace(forgotten, is_active=False)
    everybody = [BETO, approves, looked_at, forgotten, gone]
    assert needs_review(everybody, today, 12) == [approves, forgotten]
