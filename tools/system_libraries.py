"""Qt's system libraries on Linux: which are missing, and how they come to the machine.

The wheels of PySide6 bring Qt itself, but not the libraries below it (EGL, D-Bus, fontconfig, XCB).
A desktop has them all; a server or a container has none. Libraries are looked for by loading them,
so the answer is true on every distribution; installing is done on Debian and its descendants only.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

WITHOUT_SCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_A_WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def missing_packages() -> list[str]:
    """Name the Debian packages whose libraries this machine lacks; empty when Qt can start."""
    if sys.platform != "linux":
        return []
    libraries = {**WITHOUT_SCREEN, **FOR_A_WINDOW}
    missing = [package for library, package in libraries.items() if not _loads(library)]
    if not _has_a_font():
        missing.append(FONT_PACKAGE)
    return missing


def install_or_explain(packages: list[str], reason: str) -> bool:
    """Install Debian packages when root on Debian, else print the line that does it.

    Returns:
        True when the packages are on the machine now.
    """
    if not packages:
        return True
    line = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if not _may_install():
        print(f"{reason}. As root on Debian or Ubuntu: {line}", flush=True)
        return False
    print(f"{reason}: {line}", flush=True)
    if _apt_get("install", "-y", "--no-install-recommends", *packages):
        return True
    # A fresh container has no package lists yet.
    if _apt_get("update") and _apt_get("install", "-y", "--no-install-recommends", *packages):
        return True
    print(f"apt-get did not install them. By hand: apt-get update && {line}", flush=True)
    return False


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_a_font() -> bool:
    folders = (Path(os.path.expandvars(folder)).expanduser() for folder in FONT_FOLDERS)
    return any(
        next(folder.rglob("*.[ot]tf"), None) is not None for folder in folders if folder.is_dir()
    )


def _may_install() -> bool:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def _apt_get(*arguments: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    finished = subprocess.run(
        ["apt-get", "-qq", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return finished.returncode == 0
