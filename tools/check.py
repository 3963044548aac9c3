"""Run every gate, the same way here and on the server: `python -m tools.check [--lint]`.

The cheap gates come first and the tests last, so that the closing line of pytest ends the output of
a run in which all is well. A gate that fails does not hide the ones after it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
FULLY_COVERED = "app/domain/*,app/services/*"

LINT = {
    "format": [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": [PYTHON, "-m", "ruff", "check", "--quiet", "."],
    "types": [PYTHON, "-m", "mypy"],
    "layers": [
        *(PYTHON, "-c"),
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ],
}
TRANSLATIONS = [PYTHON, "-m", "tools.translations", "check"]
# One more than there are cores: the window's tests wait for timers a fifth of their time.
# Neighbours stay together, so that what a module makes once is not made by every worker.
WORKERS = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal")
TESTS = [
    *(PYTHON, "-m", "pytest", *WORKERS, "--cov", "--cov-config=pyproject.toml"),
    "--cov-report=term-missing:skip-covered",
]
INNER_COVERAGE = [
    *(PYTHON, "-m", "coverage", "report", f"--include={FULLY_COVERED}"),
    *("--fail-under=100", "--skip-covered"),
]


def main(arguments: list[str]) -> int:
    """Run the gates; returns 0 when all of them are green."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = [name for name, command in _lint_gates().items() if not _quiet_gate(name, command)]
    if "--lint" not in arguments:
        failed += _tests()
    if failed:
        print("Gates that failed: " + ", ".join(failed), flush=True)
        return 1
    return 0


def _lint_gates() -> dict[str, list[str]]:
    gates = dict(LINT)
    if (ROOT / "resources" / "translations").is_dir():
        gates["translations"] = TRANSLATIONS
    return gates


def _quiet_gate(name: str, command: list[str]) -> bool:
    """Run a gate and show what it said only when it failed."""
    started = time.perf_counter()
    finished = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    is_green = finished.returncode == 0
    seconds = time.perf_counter() - started
    print(f"{name:<14}{'ok' if is_green else 'FAILED'} ({seconds:.1f} s)", flush=True)
    if not is_green:
        print(finished.stdout + finished.stderr, flush=True)
    return is_green


def _tests() -> list[str]:
    if subprocess.run(TESTS, cwd=ROOT, check=False).returncode != 0:
        return ["tests"]
    inner = subprocess.run(
        INNER_COVERAGE, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if inner.returncode == 0:
        return []
    print("app/domain and app/services are promised at 100 %:\n" + inner.stdout, flush=True)
    return ["coverage of domain and services"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
