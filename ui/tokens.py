"""Design tokens: colours of both palettes and the 8-pixel grid, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

GRID = 8
HALF = GRID // 2
RADIUS = 4
ROW = 28


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette. Red, amber and green are kept for late, soon and done."""

    is_dark: bool
    window: str
    surface: str
    raised: str
    hover: str
    hairline: str
    border: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_strong: str
    accent_soft: str
    on_accent: str
    late: str
    late_soft: str
    soon: str
    soon_soft: str
    done: str
    done_soft: str


LIGHT = Colours(
    is_dark=False,
    window="#f5f6f8",
    surface="#ffffff",
    raised="#ffffff",
    hover="#eceef2",
    hairline="#dfe2e7",
    border="#858c98",
    text="#1b1f26",
    muted="#565e6c",
    disabled="#8b929d",
    accent="#2b5cc4",
    accent_strong="#234ca3",
    accent_soft="#dfe8fb",
    on_accent="#ffffff",
    late="#b3261e",
    late_soft="#fbe6e4",
    soon="#805200",
    soon_soft="#fcefd2",
    done="#1c6b41",
    done_soft="#e0f2e7",
)

DARK = Colours(
    is_dark=True,
    window="#15171b",
    surface="#1c1f24",
    raised="#262a31",
    hover="#2a2e36",
    hairline="#31363f",
    border="#717a88",
    text="#e4e7ec",
    muted="#a3abb8",
    disabled="#6d7583",
    accent="#8db0f8",
    accent_strong="#a9c4fb",
    accent_soft="#2a3b61",
    on_accent="#0e1420",
    late="#ff9d92",
    late_soft="#46221f",
    soon="#f0c164",
    soon_soft="#3d3116",
    done="#86d6a6",
    done_soft="#1b3828",
)


def contrast(first: str, second: str) -> float:
    """Return the WCAG 2 contrast ratio of two ``#rrggbb`` colours, from 1 to 21."""
    bright, dim = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
