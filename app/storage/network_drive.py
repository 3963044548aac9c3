"""SQLite needs a local disk: locks on network drives lose data."""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import DataFailure

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "sshfs", "fuse.sshfs", "9p"})
_MOUNTS = Path("/proc/mounts")


def refuse_network_drive(path: Path) -> None:
    """Refuse a database file on a network drive and say how to share one instead."""
    if is_network_drive(path):
        raise DataFailure(
            f"{path} está numa unidade de rede, onde o SQLite perde dados; "
            "use um disco local, ou um servidor PostgreSQL para trabalhar em equipe"
        )


def is_network_drive(path: Path) -> bool:
    """Tell whether a path lies on a network share, as far as the system says so."""
    if str(path).startswith(("\\\\", "//")):
        return True
    if not _MOUNTS.exists():
        return False
    return _file_system(path.resolve(), _MOUNTS.read_text(encoding="utf-8")) in _NETWORK


def _file_system(path: Path, mounts: str) -> str:
    # The longest mount point holds the path; of two in one place, the later one hides the other.
    best, kind = -1, ""
    for line in mounts.splitlines():
        _device, mount_point, file_system, *_rest = line.split(" ")
        point = Path(mount_point.replace("\\040", " "))
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), file_system
    return kind
