"""Words of a text as both engines index them: folded, split, without accents."""

from __future__ import annotations

import re
import unicodedata

_LONGEST_WORD = 200
_NOT_A_WORD = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Return a text in lower case without accents, so that *ligação* finds *LIGACAO*."""
    if text.isascii():
        return text.lower()
    # Letters of mathematics show that they are capitals only once they are decomposed.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def words_of(text: str) -> list[str]:
    """Split a text into folded words; a version such as 12.1.9 becomes three.

    Of a very long one the beginning counts: PostgreSQL keeps no word of more than 2,046 bytes.
    """
    return [word[:_LONGEST_WORD] for word in _NOT_A_WORD.split(fold(text)) if word]
