"""Every rule that refuses something is provoked by a test that names it."""

from __future__ import annotations

import ast
import re

from tests.house.source_tree import parsed, python_files

RULE = re.compile(r"\b[A-Z]{3}-\d+[a-z]?\b")
HERE = "test_refusals.py"


def _rules_refused() -> set[str]:
    """Return the ids that stand in what the product raises or tabulates as refusals."""
    rules: set[str] = set()
    for path in python_files(("app",)):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "RuleRefusal":
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    rules.add(first.value)
            if isinstance(node, ast.Tuple) and len(node.elts) == 2:
                first = node.elts[0]
                if isinstance(first, ast.Constant) and RULE.fullmatch(str(first.value)):
                    rules.add(str(first.value))
    return rules


def _tests() -> str:
    files = [path for path in python_files(("tests",)) if path.name != HERE]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_rule_that_refuses_is_named_by_a_test() -> None:
    rules, tests = _rules_refused(), _tests()
    assert {"ACC-4", "CLI-5", "OUV-1", "SLA-12", "TKT-2"} <= rules
    missing = [rule for rule in sorted(rules) if not re.search(rf"\b{rule}\b", tests)]
    assert missing == []
