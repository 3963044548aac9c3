"""Where the shipped data lies, from a checkout as well as from an installed package."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, for example ``resource("catalog", "teams.toml")``."""
    return _ROOT.joinpath(*parts)
