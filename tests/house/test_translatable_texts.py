"""Texts for people can be found by the tool that collects them for translation."""

from __future__ import annotations

import ast

import pytest

from tests.house.source_tree import calls, python_files, relative

# The position of the text among the arguments. pyside6-lupdate passes over what is no literal there
# without a word, and the text stays Portuguese on an English screen.
TEXT_POSITION = {"tr": 0, "translate": 1, "QT_TR_NOOP": 0, "QT_TRANSLATE_NOOP": 1}


def _untranslatable(call: ast.Call) -> bool:
    name = _called_name(call)
    if name not in TEXT_POSITION or (name == "translate" and not _is_qt_translate(call)):
        return False
    position = TEXT_POSITION[name]
    arguments = call.args[: position + 1]
    if len(arguments) <= position:
        return True
    return not all(_is_text_literal(argument) for argument in arguments)


def _is_text_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _called_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_qt_translate(call: ast.Call) -> bool:
    """Tell Qt's function from `str.translate`."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id in {"QCoreApplication", "QApplication"}


def _call(source: str) -> ast.Call:
    expression = ast.parse(source, mode="eval").body
    assert isinstance(expression, ast.Call)
    return expression


def test_every_text_to_translate_is_a_literal() -> None:
    offenders = [
        f"{relative(path)}:{call.lineno}"
        for path in python_files(("ui", "app", "reports"))
        for call in calls(path)
        if _untranslatable(call)
    ]
    assert offenders == []


@pytest.mark.parametrize(
    "source",
    [
        'self.tr(f"{n} chamados")',
        "self.tr(text)",
        'self.tr("um" + name)',
        "self.tr()",
        'QCoreApplication.translate(context, "Fila")',
        'QCoreApplication.translate("Fila", text)',
        'self.tr("%d chamados" % n)',
    ],
)
def test_a_text_that_the_tool_would_pass_over_is_found(source: str) -> None:
    assert _untranslatable(_call(source))


@pytest.mark.parametrize(
    "source",
    [
        'self.tr("Fila")',
        'self.tr("Registrar " "solução")',
        'self.tr("%n chamado(s)", "", n)',
        'QCoreApplication.translate("Fila", "Prazo")',
        "digits.translate(table)",
    ],
)
def test_a_literal_text_passes(source: str) -> None:
    assert not _untranslatable(_call(source))
