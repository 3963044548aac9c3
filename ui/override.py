"""The mark of a method that Qt (or a base class) calls: ``typing.override``, which 3.11 lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override
else:
    _F = TypeVar("_F")

    def override(method: _F) -> _F:
        """Return the method as it is; only the type checker reads the mark."""
        return method


__all__ = ["override"]
