"""CNPJ, CPF, e-mail and phone as people write them, checked and without mask (rulebook §9)."""

from __future__ import annotations

import re

from stdnum.br import cnpj, cpf
from stdnum.exceptions import ValidationError

from app.domain.errors import InvalidInput

_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_FEWEST_DIGITS, _MOST_DIGITS = 8, 15


def read_cnpj(text: str) -> str:
    """Return the 14 characters of a CNPJ, letters in upper case; refuses wrong check digits."""
    try:
        return str(cnpj.validate(text.upper()))
    except ValidationError as error:
        raise InvalidInput(
            f"CLI-1: CNPJ inválido {text!r}; confira os dígitos", field="cnpj"
        ) from error


def read_cpf(text: str) -> str:
    """Return the 11 digits of a CPF; one whose digits are all equal passes the sums and is none."""
    try:
        digits = str(cpf.validate(text))
    except ValidationError:
        digits = ""
    if len(set(digits)) < 2:
        raise InvalidInput(f"CLI-3: CPF inválido {text!r}; confira os dígitos", field="cpf")
    return digits


def read_email(text: str) -> str:
    """Return an e-mail in lower case: it is the contact's login (CLI-3)."""
    if _EMAIL.fullmatch(text) is None:
        raise InvalidInput(f"CLI-3: e-mail inválido {text!r}", field="email")
    return text.lower()


def read_phone(text: str) -> str:
    """Return a phone as it was written; those such as 4003-0015 have no area code."""
    digits = sum(sign.isdigit() for sign in text)
    if not _FEWEST_DIGITS <= digits <= _MOST_DIGITS:
        raise InvalidInput(f"CLI-3: telefone inválido {text!r}", field="phone")
    return text


def cnpj_text(cnpj: str) -> str:
    """Write a CNPJ with its mask, as people read it; what is none is written as it is."""
    if len(cnpj) != 14:
        return cnpj
    return f"{cnpj[:2]}.{cnpj[2:5]}.{cnpj[5:8]}/{cnpj[8:12]}-{cnpj[12:]}"
