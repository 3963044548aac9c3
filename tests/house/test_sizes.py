"""Files and functions stay small enough to be read whole."""

from __future__ import annotations

import ast
import statistics

from tests.house.source_tree import PRODUCT, functions, python_files, relative

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
MEDIAN_FILE = 120
MEDIAN_FUNCTION = 7


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def _body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a body without its docstring, which may be as long as it needs to be."""
    statements = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
    if not statements:
        return 0
    last = statements[-1].end_lineno
    assert last is not None
    return last - statements[0].lineno + 1


def _lengths_of_files(folders: tuple[str, ...]) -> dict[str, int]:
    files = python_files(folders)
    return {relative(path): len(path.read_text("utf-8").splitlines()) for path in files}


def test_no_file_is_longer_than_400_lines() -> None:
    too_long = {
        name: lines
        for name, lines in _lengths_of_files((*PRODUCT, "tests", "tools")).items()
        if lines > LONGEST_FILE
    }
    assert too_long == {}


def test_no_function_is_longer_than_60_lines() -> None:
    too_long = {
        f"{relative(path)}:{node.lineno} {node.name}": _lines(node)
        for path in python_files()
        for node in functions(path)
        if _lines(node) > LONGEST_FUNCTION
    }
    assert too_long == {}


def test_half_of_the_files_fit_into_120_lines() -> None:
    assert statistics.median(_lengths_of_files(PRODUCT).values()) <= MEDIAN_FILE


def test_half_of_the_function_bodies_fit_into_7_lines() -> None:
    bodies = [_body_lines(node) for path in python_files(PRODUCT) for node in functions(path)]
    assert statistics.median(bodies) <= MEDIAN_FUNCTION
