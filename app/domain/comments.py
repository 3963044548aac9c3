"""What a client's comment says against its own act (ACC-10)."""

from __future__ import annotations

import re

_DOUBTS = re.compile(
    r"\b(ainda (não|nao|falta|falha|ocorre|acontece)|em parte|parcial\w*|mas|porém|porem|exceto|"
    r"(não|nao) (resolv\w+|funcion\w+|acess\w+|consigo|deu certo)|continua\w*|persiste\w*)\b",
    re.IGNORECASE,
)


def contradicts_acceptance(comment: str) -> bool:
    """Tell whether the comment of an acceptance reads like a complaint ("but it still fails")."""
    return _DOUBTS.search(comment) is not None
