"""The password of the mail server: in the system's keyring, or in the environment."""

from __future__ import annotations

import os

from app.domain.errors import DataFailure

VARIABLE = "BANCADA_SMTP_PASSWORD"
_SERVICE = "bancada-smtp"


def password_of(account: str) -> str:
    """Return the password of an account (``user@host``); empty when none is known.

    A machine without a screen has no keyring: there the environment says it.
    """
    from keyring import get_password
    from keyring.errors import KeyringError

    said = os.environ.get(VARIABLE)
    if said is not None:
        return said
    try:
        return get_password(_SERVICE, account) or ""
    except KeyringError:
        return ""


def keep_password(account: str, password: str) -> None:
    """Keep the password of an account in the keyring; ``DataFailure`` where there is none."""
    from keyring import set_password
    from keyring.errors import KeyringError

    try:
        set_password(_SERVICE, account, password)
    except KeyringError as error:
        raise DataFailure(
            "este sistema não tem um cofre de senhas aberto; "
            f"abra-o, ou ponha a senha na variável de ambiente {VARIABLE}"
        ) from error
