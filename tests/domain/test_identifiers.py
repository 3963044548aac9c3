"""CNPJ with letters, CPF of equal digits, phones without area code (rulebook §9)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.errors import InvalidInput
from app.domain.identifiers import cnpj_text, read_cnpj, read_cpf, read_email, read_phone


@pytest.mark.parametrize(
    ("read", "text", "kept"),
    [
        (read_cnpj, "11.222.333/0001-81", "11222333000181"),
        (read_cnpj, "12abc34501de35", "12ABC34501DE35"),
        (read_cpf, "529.982.247-25", "52998224725"),
        (read_email, "Lia@Example.com", "lia@example.com"),
        (read_phone, "4003-0015", "4003-0015"),
        (read_phone, "(47) 99999-0000", "(47) 99999-0000"),
    ],
)
def test_what_is_right_is_kept_without_mask(
    read: Callable[[str], str], text: str, kept: str
) -> None:
    assert read(text) == kept


@pytest.mark.parametrize(
    ("read", "text", "rule"),
    [
        (read_cnpj, "11222333000182", "CLI-1"),
        (read_cnpj, "112223330001", "CLI-1"),
        (read_cpf, "52998224724", "CLI-3"),
        (read_cpf, "11111111111", "CLI-3"),
        (read_cpf, "", "CLI-3"),
        (read_email, "lia.example.com", "CLI-3"),
        (read_email, "lia@localhost", "CLI-3"),
        (read_phone, "4003", "CLI-3"),
    ],
)
def test_what_is_wrong_names_its_rule(read: Callable[[str], str], text: str, rule: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read(text)
    assert refused.value.reason.startswith(rule)
    assert refused.value.field is not None


def test_a_cnpj_is_written_with_its_mask() -> None:
    assert cnpj_text("11222333000181") == "11.222.333/0001-81"
    assert cnpj_text("12ABC34501DE35") == "12.ABC.345/01DE-35"
    assert cnpj_text("") == ""
