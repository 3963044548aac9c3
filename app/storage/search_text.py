"""Words of a text as both engines index them: folded, split, without accents."""

from __future__ import annotations

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Return a text in lower case without accents, so that *ligação* finds *LIGACAO*."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def words_of(text: str) -> list[str]:
    """Split a text into folded words; a version such as 12.1.9 becomes three."""
    return [word for word in _NOT_A_WORD.split(fold(text)) if word]
