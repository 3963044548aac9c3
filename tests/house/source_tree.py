"""The files of the project, read once for all house tests."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCT = ("app", "ui", "reports", "resources")
EVERYTHING = (*PRODUCT, "tests", "tools")
NOT_OURS = {"__pycache__", "build", "dist", "node_modules"}
TEXT_SUFFIXES = {
    *(".cfg", ".csv", ".ini", ".json", ".lock", ".md", ".mako", ".py", ".sh", ".sql", ".svg"),
    *(".toml", ".ts", ".txt", ".yaml", ".yml", ""),
}


def python_files(folders: tuple[str, ...] = EVERYTHING) -> list[Path]:
    """List the Python files below some folders of the project, `main.py` included."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    found += [path for path in (ROOT / "main.py",) if path.exists()]
    return sorted(path for path in found if not NOT_OURS & set(path.parts))


def text_files() -> list[Path]:
    """List every text file that belongs to the project."""
    return sorted(path for path in _walk(ROOT) if path.suffix in TEXT_SUFFIXES)


def relative(path: Path) -> str:
    """Name a file from the root of the project, with forward slashes."""
    return path.relative_to(ROOT).as_posix()


@functools.cache
def parsed(path: Path) -> ast.Module:
    """Parse a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Walk over the functions and methods of a file, inner ones included."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def calls(path: Path) -> Iterator[ast.Call]:
    """Walk over the calls in a file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield node


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        is_hidden = path.name.startswith(".") and path.name not in {".ci", ".gitignore"}
        if is_hidden or path.name in NOT_OURS:
            continue
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path
