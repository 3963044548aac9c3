"""What import-linter cannot say about the layers."""

from __future__ import annotations

import ast
import sys
import tomllib
from pathlib import Path

from tests.house.source_tree import ROOT, parsed, python_files, relative

PURE_COMPUTATION = {"dateutil", "holidays", "stdnum", "typing_extensions"}
BATCH_ENGINE = "app/domain/working_time_batch.py"
SHARED_BY_PAGES = {"dialogs", "widgets"}


def _imported_modules(path: Path) -> set[str]:
    modules: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add(node.module or "")
    return modules


def test_the_domain_imports_nothing_but_pure_computation() -> None:
    impure: dict[str, set[str]] = {}
    for path in (ROOT / "app" / "domain").rglob("*.py"):
        allowed = PURE_COMPUTATION | ({"numpy"} if relative(path) == BATCH_ENGINE else set())
        modules = {name for name in _imported_modules(path) if not name.startswith("app.domain")}
        foreign = {name.split(".")[0] for name in modules} - sys.stdlib_module_names - allowed
        if foreign:
            impure[relative(path)] = foreign
    assert impure == {}


def test_every_page_stands_in_the_contract_that_keeps_pages_apart() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    kept_apart = {
        module
        for contract in contracts
        if contract["type"] == "independence"
        for module in contract["modules"]
    }
    pages = {
        f"ui.{path.parent.name}"
        for path in (ROOT / "ui").glob("*/__init__.py")
        if path.parent.name not in SHARED_BY_PAGES
    }
    assert pages == kept_apart


def test_every_folder_of_tests_is_a_package() -> None:
    # Files of one name in two folders (mirrored layers) need it, and so does `python -m tests...`.
    folders = {path.parent for path in python_files(("tests",)) if "tests" in path.parts}
    assert [relative(each) for each in folders if not (each / "__init__.py").exists()] == []
