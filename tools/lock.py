"""Compile the lock files from `pyproject.toml`, for every platform at once (`make lock`).

Each lock is constrained by the one before it, so that an environment can grow from run to dev to
bench without a version changing under it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = (
    ("requirements.lock", ()),
    ("requirements-dev.lock", ("postgres", "assinatura", "dev")),
    ("requirements-bench.lock", ("postgres", "assinatura", "dev", "bench")),
)


def main() -> int:
    """Write the three lock files; returns the exit status of the compiler."""
    constraint: list[str] = []
    for lock, extras in LOCKS:
        chosen = [f"--extra={extra}" for extra in extras]
        finished = subprocess.run([*_compiler(lock), *chosen, *constraint], cwd=ROOT, check=False)
        if finished.returncode != 0:
            return finished.returncode
        constraint = [f"--constraint={lock}"]
    return 0


def _compiler(lock: str) -> list[str]:
    return [
        *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--upgrade"),
        *("--universal", "--fork-strategy=fewest", "--python-version=3.11", "--generate-hashes"),
        *("--no-annotate", "--custom-compile-command=make lock", f"--output-file={lock}"),
    ]


if __name__ == "__main__":
    sys.exit(main())
