"""Files kept with a ticket: which there are, and which are never opened (TKT-2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.ticket_events import Event, EventKind

MB = 1024 * 1024
_LONGEST_NAME, _LONGEST_ENDING = 120, 20
_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_ONLY_SHOWS = frozenset(
    """
    avi bmp csv docx eml gif heic jpeg jpg json log m4a md mkv mov mp3 mp4 odp ods odt ogg pdf png
    pptx tif tiff txt wav webm webp xlsx zip
    """.split()  # noqa: SIM905  read more easily than a list
)
"""Endings of files that only show something; whatever else there is, is saved and never opened."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a ticket; ``name`` is none where it was blanked, ``size`` is in bytes."""

    seq: int
    name: str | None
    size: int
    sha256: str
    at: int
    actor: int | None

    @property
    def is_safe_to_open(self) -> bool:
        """Whether the file only shows something, judged by its name."""
        return self.name is not None and ending_of(self.name) in _ONLY_SHOWS


def attachments_of(events: Iterable[Event], texts: Mapping[int, str | None]) -> list[Attachment]:
    """Return the files of a ticket, in the order they were added; texts are the names, by event."""
    return [
        Attachment(
            event.seq,
            texts.get(event.seq),
            int(event.payload["size"]),
            str(event.payload["sha256"]),
            event.at,
            event.actor,
        )
        for event in events
        if event.kind is EventKind.ATTACHED
    ]


def ending_of(name: str) -> str:
    """Return what stands behind the last dot, in small letters; empty where there is no dot."""
    _stem, dot, ending = name.rpartition(".")
    return ending.strip().lower() if dot else ""


def plain_name(name: str) -> str:
    """Return a file's name as any system can write it: no folders, no signs that mislead.

    The ending is kept where the name is cut.
    """
    plain = _NOT_IN_A_NAME.sub("_", name).strip(" .") or "anexo"
    if len(plain) <= _LONGEST_NAME:
        return plain
    ending = ending_of(plain)
    if not ending or len(ending) > _LONGEST_ENDING:
        return plain[:_LONGEST_NAME].strip(" .")
    return f"{plain[: _LONGEST_NAME - len(ending) - 1].strip(' .')}.{ending}"
