"""Spares the start what it would pay for nothing: an import hook, and looking for garbage."""

from __future__ import annotations

import builtins
import gc

import PySide6.QtCore  # noqa: F401  the hook comes with it


def begin() -> None:
    """Import and build plainly until ``settle``.

    PySide6 puts a hook on every import, for ``from __feature__ import …``, which nobody uses here;
    it makes each import of ours dearer by a fifth. And what a start makes is there to stay: looking
    through it for garbage, again and again, takes another twelfth.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    gc.disable()


def settle() -> None:
    """Look for garbage from now on, but never again through what the start has made."""
    gc.freeze()
    gc.enable()
