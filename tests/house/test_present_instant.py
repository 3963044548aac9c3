"""The present instant comes from one place, the clock."""

from __future__ import annotations

import ast

import pytest

from tests.house.source_tree import parsed, python_files, relative

HOME = "app/domain/clock.py"
ASKS_THE_MACHINE = {
    *(("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")),
    *(("time", "time"), ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime")),
}


def _owner(node: ast.Attribute) -> str:
    if isinstance(node.value, ast.Attribute):
        return node.value.attr
    return node.value.id if isinstance(node.value, ast.Name) else ""


def _asks_the_machine(tree: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Attribute) and (_owner(node), node.attr) in ASKS_THE_MACHINE
        for node in ast.walk(tree)
    )


def test_only_the_clock_asks_the_machine_for_the_time() -> None:
    files = python_files(("app", "ui", "reports", "resources"))
    asking = {relative(path) for path in files if _asks_the_machine(parsed(path))}
    assert asking == {HOME}


@pytest.mark.parametrize(
    "source", ["datetime.now(UTC)", "datetime.datetime.now()", "date.today()", "time.time()"]
)
def test_every_way_of_asking_is_seen(source: str) -> None:
    assert _asks_the_machine(ast.parse(source))


@pytest.mark.parametrize("source", ["self._clock.now()", "time.perf_counter()", "clock.today()"])
def test_asking_the_clock_one_was_given_is_fine(source: str) -> None:
    assert not _asks_the_machine(ast.parse(source))
