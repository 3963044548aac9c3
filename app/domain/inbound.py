"""Messages that come in: which of them a person wrote (ACC-3, pitfall D08)."""

from __future__ import annotations

from collections.abc import Mapping

_BULK = frozenset({"bulk", "junk", "list", "auto_reply"})


def is_automatic(headers: Mapping[str, str]) -> bool:
    """Tell whether a program wrote the message, by its headers (RFC 3834 and common custom)."""
    named = {name.lower(): value.strip().lower() for name, value in headers.items()}
    submitted = named.get("auto-submitted", "no")
    if submitted.partition(";")[0].strip() != "no":
        return True
    return named.get("precedence") in _BULK or "x-autoreply" in named or "x-autorespond" in named
