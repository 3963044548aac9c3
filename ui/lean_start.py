"""Spares the start what it would pay for nothing: an import hook, a module, looking for garbage."""

from __future__ import annotations

import builtins
import gc
import importlib
import inspect
import sys
from types import ModuleType

import PySide6.QtCore  # noqa: F401  the hook comes with it

from ui.override import override

_PUT_OFF = {
    "importlib.metadata": {},
    "asyncio": {"iscoroutine": inspect.iscoroutine},
}
"""What SQLAlchemy imports for plug-ins and drivers nobody installs here, with half of ``email``
and all of ``ssl``; and what of it is asked for at once, which the lighter module has too."""


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
    for name, at_once in _PUT_OFF.items():
        if name not in sys.modules:
            later = sys.modules[name] = _Later(name)
            vars(later).update(at_once)
            parent, _dot, own_name = name.rpartition(".")
            if parent:
                setattr(sys.modules[parent], own_name, later)


def settle() -> None:
    """Look for garbage from now on, but never again through what the start has made."""
    gc.freeze()
    gc.enable()
