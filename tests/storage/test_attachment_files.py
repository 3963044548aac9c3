"""Files by what they hold: once each, never changed, nothing half-written (TKT-2)."""

from __future__ import annotations

import hashlib
import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.domain.errors import DataFailure
from app.storage.attachment_files import AttachmentFiles

PICTURE = b"\x89PNG" + bytes(range(256)) * 9000


@pytest.fixture
def files(tmp_path: Path) -> AttachmentFiles:
    return AttachmentFiles(tmp_path / "desk.db.anexos")


def everything_in(files: AttachmentFiles) -> list[Path]:
    return [path for path in files.folder.rglob("*") if path.is_file()]


def test_a_file_lies_once_under_its_sha256(files: AttachmentFiles) -> None:
    first = files.keep(io.BytesIO(PICTURE), len(PICTURE))
    assert files.keep(io.BytesIO(PICTURE), len(PICTURE)) == first
    assert first == (hashlib.sha256(PICTURE).hexdigest(), len(PICTURE))
    assert everything_in(files) == [files.whole(first[0])]
    assert files.whole(first[0]).read_bytes() == PICTURE


def test_one_that_is_too_long_leaves_nothing(files: AttachmentFiles) -> None:
    with pytest.raises(OverflowError):
        files.keep(io.BytesIO(PICTURE), len(PICTURE) - 1)
    assert everything_in(files) == []


def test_a_folder_that_takes_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    files = AttachmentFiles(tmp_path / "file" / "below")
    with pytest.raises(DataFailure, match=r"não foi possível guardar o anexo em .*below"):
        files.keep(io.BytesIO(b"x"), 10)


class FullDisk(io.BytesIO):
    """Reads well once, then the disk is full."""

    def read(self, _size: int | None = -1) -> bytes:
        if self.tell():
            raise OSError(28, "No space left on device")
        return super().read(10)


def test_a_full_disk_leaves_nothing_half_written(files: AttachmentFiles) -> None:
    with pytest.raises(DataFailure, match="No space left"):
        files.keep(FullDisk(PICTURE), 10**9)
    assert everything_in(files) == []


def test_a_damaged_file_and_one_that_is_gone_are_told_apart(files: AttachmentFiles) -> None:
    digest, _size = files.keep(io.BytesIO(PICTURE), len(PICTURE))
    files.path_of(digest).write_bytes(b"other")
    with pytest.raises(DataFailure, match="danificado"):
        files.whole(digest)
    files.discard(digest)
    files.discard(digest)
    with pytest.raises(DataFailure, match="restaure essa pasta"):
        files.whole(digest)


def test_many_at_once_keep_the_same_file(files: AttachmentFiles) -> None:
    with ThreadPoolExecutor(8) as workers:
        kept = list(
            workers.map(lambda _n: files.keep(io.BytesIO(PICTURE), 10**9), range(24), timeout=30)
        )
    assert len(set(kept)) == 1
    assert everything_in(files) == [files.path_of(kept[0][0])]
