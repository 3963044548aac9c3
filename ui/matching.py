"""How typed words find a text: without accents, in any order, best matches first."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Return the text in lower case without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def match_rank(typed: str, text: str) -> int | None:
    """Say how well a text answers what was typed: 0 is best, ``None`` is not at all.

    Every typed word must begin a word of the text (0), stand inside it (1), or have its letters
    there in their order (2); the worst word decides.
    """
    target = folded(text)
    worst = 0
    for word in folded(typed).split():
        rank = _word_rank(word, target)
        if rank is None:
            return None
        worst = max(worst, rank)
    return worst


def _word_rank(word: str, target: str) -> int | None:
    if any(part.startswith(word) for part in target.split()):
        return 0
    if word in target:
        return 1
    letters = iter(target)
    return 2 if all(letter in letters for letter in word) else None
