"""Spares the start what it would pay for nothing: an import hook, a module, looking for garbage."""

from __future__ import annotations

import builtins
import gc
import importlib
import sys
from types import ModuleType

import PySide6.QtCore  # noqa: F401  the hook comes with it

from ui.override import override

_PUT_OFF = "importlib.metadata"
"""SQLAlchemy imports it, and half of ``email`` with it, for plug-ins nobody installs here."""


class _Later(ModuleType):
    """Stands for a module until something of it is asked for."""

    @override
    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), name)


def begin() -> None:
    """Import and build plainly until ``settle``.

    PySide6 puts a hook on every import, for ``from __feature__ import …``, which nobody uses here;
    it makes each import of ours dearer by a fifth. And what a start makes is there to stay: looking
    through it for garbage, again and again, takes another twelfth.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    gc.disable()
    if _PUT_OFF not in sys.modules:
        importlib.metadata = sys.modules[_PUT_OFF] = _Later(_PUT_OFF)


def settle() -> None:
    """Look for garbage from now on, but never again through what the start has made."""
    gc.freeze()
    gc.enable()
