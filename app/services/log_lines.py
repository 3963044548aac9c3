"""A foreign log as lines and records: what cannot be read is refused by line, the rest goes on."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.domain.errors import DataFailure

MAX_LINE_BYTES = 1 << 20
"""A longer line is refused without being read into memory."""
_DELIMITERS = ",;\t|"
_ENCODINGS = ("utf-8", "cp1252")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that could not be used, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Look:
    """How far a first look goes: so many lines, and so many bytes."""

    lines: int
    bytes: int


class Bytes(Protocol):
    """Something that gives lines of bytes, plain or unpacked."""

    def readline(self, size: int = ..., /) -> bytes:
        """Return a line, or so much of it."""
        ...


@contextmanager
def opened(path: Path) -> Iterator[tuple[Bytes, Callable[[], tuple[int, int]]]]:
    """Open a file, plain or packed by gzip, with a way to ask how many bytes of how many are read.

    Raises ``DataFailure`` when it cannot be read, also later on while it is being read.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as raw:
            packed = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            stream = gzip.GzipFile(fileobj=raw) if packed else raw
            yield stream, lambda: (raw.tell(), size)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DataFailure(f"o arquivo {path} está danificado: {error}") from error
    except OSError as error:
        raise DataFailure(f"não foi possível ler {path}: {error.strerror or error}") from error


class Lines:
    """Lines of text; those too long or wrongly encoded are refused and left out.

    With a ``look`` the reading ends early, and ``was_cut`` tells that it did.
    """

    def __init__(self, stream: Bytes, encoding: str, look: Look | None = None) -> None:
        """Read from a stream of bytes in an encoding Python knows."""
        self._stream = stream
        self._encoding = encoding
        self._look = look
        self._read_bytes = 0
        self.refused: list[Refusal] = []
        self.number = 0
        self.begun = 0
        """The first line of the record being read; set to 0 before the next one."""
        self.was_cut = False

    def __iter__(self) -> Iterator[str]:
        """Give the usable lines in order."""
        return self

    def __next__(self) -> str:
        """Return the next usable line."""
        while True:
            line = self._next_bytes()
            if len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
                self._skip_rest()
                self.refuse(self.number, f"a linha passa de {MAX_LINE_BYTES // 1024} KiB")
                continue
            try:
                text = line.decode(self._encoding)
            except UnicodeDecodeError:
                self.refuse(
                    self.number,
                    f"a linha não está em {self._encoding}; diga a codificação certa em encoding",
                )
                continue
            if "\0" in text:
                self.refuse(self.number, "a linha tem um byte nulo")
                continue
            self.begun = self.begun or self.number
            return text.removeprefix("\ufeff") if self.number == 1 else text

    def refuse(self, line: int, reason: str) -> None:
        """Name a line that cannot be used."""
        self.refused.append(Refusal(line, reason))

    def _next_bytes(self) -> bytes:
        look = self._look
        if look and (self.number > look.lines or self._read_bytes >= look.bytes):
            self.was_cut = True
            raise StopIteration
        line = self._stream.readline(MAX_LINE_BYTES)
        if not line:
            raise StopIteration
        self.number += 1
        self._read_bytes += len(line)
        return line

    def _skip_rest(self) -> None:
        if self._look is not None:
            self._read_bytes = self._look.bytes  # a first look is not worth the time it takes
            return
        while True:
            more = self._stream.readline(MAX_LINE_BYTES)
            if not more or more.endswith(b"\n"):
                return


def header_of(lines: Lines, delimiter: str | None, path: Path) -> tuple[tuple[str, ...], str]:
    """Return the names of the columns and the delimiter, found in the first line if not given.

    Raises ``DataFailure`` when the first line is missing or cannot be used.
    """
    first = next(lines, None)
    if lines.refused:
        raise DataFailure(f"{path}: {lines.refused[0].reason}")
    if first is None:
        raise DataFailure(f"o arquivo {path} está vazio")
    delimiter = delimiter or max(_DELIMITERS, key=first.count)
    try:
        names = next(csv.reader([first], delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise DataFailure(f"{path}: a primeira linha não é CSV: {error}") from error
    return tuple(name.strip() for name in names), delimiter


def records(lines: Lines, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give each record with its first line; a quote left open must not swallow any in silence."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begun = 0
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            first, last = lines.begun, lines.number
            what = "a linha não é" if first == last else f"as linhas {first} a {last} não são"
            # The record at the cut of a first look lacks its end: nothing can be said of it.
            if not lines.was_cut:
                lines.refuse(first, f"{what} CSV: {error}")
            continue
        if cells:
            yield lines.begun, cells


def encoding_of(path: Path) -> str:
    """Return the encoding of a table: UTF-8, or what Brazilian spreadsheets write without it."""
    with opened(path) as (stream, _progress):
        text = b"".join(iter(lambda: stream.readline(1 << 16), b""))
    try:
        text.decode(_ENCODINGS[0])
    except UnicodeDecodeError:
        return _ENCODINGS[1]
    return _ENCODINGS[0]
