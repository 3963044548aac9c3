"""Files by what they hold: each lies once, under its SHA-256, and is never changed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import DataFailure

_PIECE = 1024 * 1024
_FOR_COLLEAGUES = 0o664


class AttachmentFiles:
    """A folder of files; two desks may write into it at once."""

    def __init__(self, folder: Path) -> None:
        """Keep files below a folder, made when the first one comes."""
        self.folder = folder

    def keep(self, source: BinaryIO, limit: int) -> tuple[str, int]:
        """Copy what can be read from a source; returns its SHA-256 and its size in bytes.

        Raises ``OverflowError`` once it is longer than ``limit`` bytes, and ``DataFailure`` where
        the folder takes nothing; either way nothing is left behind.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".novo-")
        except OSError as error:
            raise self._failure(error) from error
        fresh = Path(name)
        try:
            with os.fdopen(handle, "wb") as copy:
                digest, size = _copy(source, copy, limit)
                copy.flush()
                os.fsync(copy.fileno())
            target = self.path_of(digest)
            target.parent.mkdir(exist_ok=True)
            fresh.chmod(_FOR_COLLEAGUES)  # a temporary file is its maker's alone
            fresh.replace(target)  # the same bytes, where they lay there already
        except OSError as error:
            raise self._failure(error) from error
        finally:
            with suppress(FileNotFoundError):
                fresh.unlink()
        return digest, size

    def path_of(self, sha256: str) -> Path:
        """Return where a file lies, or would."""
        return self.folder / sha256[:2] / sha256

    def whole(self, sha256: str) -> Path:
        """Return where a file lies, its bytes checked; ``DataFailure`` where it is not whole."""
        path = self.path_of(sha256)
        try:
            with path.open("rb") as lines:
                found = hashlib.file_digest(lines, "sha256").hexdigest()
        except FileNotFoundError as error:
            raise DataFailure(
                f"o arquivo do anexo não está em {self.folder}; restaure essa pasta de uma cópia"
            ) from error
        except OSError as error:
            raise DataFailure(
                f"não foi possível ler o anexo em {path}: {error.strerror or error}"
            ) from error
        if found != sha256:
            raise DataFailure(
                f"o arquivo do anexo em {path} está danificado; restaure-o de uma cópia"
            )
        return path

    def kept_before(self, instant: float) -> list[str]:
        """Return the SHA-256 of every file that was kept before an instant (epoch seconds)."""
        known = self.folder.glob("??/*")
        return [path.name for path in known if path.stat().st_mtime < instant]

    def discard(self, sha256: str) -> None:
        """Let go of a file that no ticket holds any more."""
        with suppress(FileNotFoundError):
            self.path_of(sha256).unlink()

    def _failure(self, error: OSError) -> DataFailure:
        return DataFailure(
            f"não foi possível guardar o anexo em {self.folder}: {error.strerror or error}"
        )


def _copy(source: BinaryIO, copy: BinaryIO, limit: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while piece := source.read(_PIECE):
        size += len(piece)
        if size > limit:
            raise OverflowError
        digest.update(piece)
        copy.write(piece)
    return digest.hexdigest(), size
