"""Set up a checkout: `python3 -m tools.setup run|dev|bench`.

Makes `.venv`, installs the lock file of the purpose with its hashes, and sees to Qt's system
libraries. A stamp in `.venv` remembers what was installed: a second call does nothing and takes no
time. Each lock holds the one before it (run, dev, bench), so one environment serves all three.

Written for the Python that happens to be on the machine: standard library only.
"""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

from tools.system_libraries import install_or_explain, missing_packages

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed-locks"
OLDEST_PYTHON = (3, 11)
LOCKS = {
    "run": "requirements.lock",
    "dev": "requirements-dev.lock",
    "bench": "requirements-bench.lock",
}


def main(arguments: list[str]) -> int:
    """Set up for one purpose; returns the exit status."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print("usage: python3 -m tools.setup run|dev|bench", file=sys.stderr)
        return 2
    if sys.version_info < OLDEST_PYTHON:
        print(
            "Bancada needs Python 3.11 or newer, this is "
            f"{sys.version.split()[0]}. Name another one: make run PYTHON=python3.11",
            file=sys.stderr,
        )
        return 1
    if not _set_up(arguments[0]):
        return 1
    install_or_explain(missing_packages(), "Qt needs system libraries that are missing here")
    return 0


def environment_python() -> Path:
    """Say where the environment keeps its interpreter."""
    if sys.platform == "win32":
        return ENVIRONMENT / "Scripts" / "python.exe"
    return ENVIRONMENT / "bin" / "python"


def is_set_up(purpose: str) -> bool:
    """Say whether the lock of a purpose is installed as it stands now."""
    if not STAMP.exists() or not environment_python().exists():
        return False
    return _digest(LOCKS[purpose]) in STAMP.read_text(encoding="ascii").split()


def remember(purpose: str) -> None:
    """Write down that the lock of a purpose, and with it each smaller one, is installed."""
    purposes = list(LOCKS)
    covered = purposes[: purposes.index(purpose) + 1]
    digests = "\n".join(_digest(LOCKS[each]) for each in covered)
    STAMP.write_text(digests + "\n", encoding="ascii")


def _set_up(purpose: str) -> bool:
    if is_set_up(purpose):
        return True
    if not _runs(environment_python()) and not _make_environment():
        return False
    print(f"Installing {LOCKS[purpose]} into .venv (once) ...", flush=True)
    if not _install(LOCKS[purpose]):
        print("The packages could not be installed; the lines above say why.", file=sys.stderr)
        return False
    _compile_own_code()
    remember(purpose)
    return True


def _compile_own_code() -> None:
    """Compile the program once, so that even its first start finds everything compiled."""
    command = [str(environment_python()), "-m", "compileall", "-q", "app", "ui", "resources"]
    subprocess.run([*command, "reports", "main.py"], cwd=ROOT, check=False)


def _make_environment() -> bool:
    if importlib.util.find_spec("ensurepip") is None:
        # Debian keeps this part of the standard library in a package of its own.
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not install_or_explain([package], "Python lacks its venv module"):
            return False
    print("Making .venv ...", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=False)
    return made.returncode == 0


def _install(lock: str) -> bool:
    command = [str(environment_python()), "-m", "pip", "install", "--quiet", "--no-input"]
    # A lock names every package: nothing is left to resolve. Older versions of pip would try, and
    # stumble over a newer release of a package that another one asks for with an extra.
    command += ["--disable-pip-version-check", "--no-deps", "--require-hashes"]
    command += ["-r", str(ROOT / lock)]
    return subprocess.run(command, check=False).returncode == 0


def _runs(interpreter: Path) -> bool:
    if not interpreter.exists():
        return False
    probe = subprocess.run(
        [str(interpreter), "-m", "pip", "--version"], capture_output=True, check=False
    )
    return probe.returncode == 0


def _digest(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
