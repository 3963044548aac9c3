"""Tables of severity and routing as people write them (SLA-1, TKT-3)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.routing import FACTS, RoutingRule, RoutingTable
from app.domain.rule_lines import read_routing, read_severity, routing_lines, severity_lines
from app.domain.severity import Severity
from app.services.catalog import load_catalog

TEAMS = {"cst", "suporte-tecnico"}
ALWAYS = "* → suporte-tecnico"
WORDS = st.text("abcçãéó XYZ0.", min_size=1, max_size=8).map(str.strip).filter(bool)


def test_what_ships_reads_as_it_is_written() -> None:
    catalog = load_catalog()
    keys = {team.key for team in catalog.teams}
    assert read_routing(routing_lines(catalog.routing), keys) == catalog.routing
    assert read_severity(severity_lines(catalog.severity)) == catalog.severity
    assert "categoria = licença, linha = RM → cst" in routing_lines(catalog.routing)
    assert severity_lines(catalog.severity).splitlines()[:2] == [
        "corrupção = sim → crítica",
        "efeito = impede, origem = produção, contorno = não → crítica",
    ]


@given(st.lists(st.dictionaries(st.sampled_from(sorted(FACTS)), WORDS, min_size=1), max_size=5))
def test_every_routing_table_comes_back_as_it_was(facts: list[dict[str, str]]) -> None:
    rules = [RoutingRule(when, "cst") for when in facts]
    table = RoutingTable((*rules, RoutingRule({}, "suporte-tecnico")))
    assert read_routing(routing_lines(table), TEAMS) == table


def test_an_arrow_may_be_typed_and_empty_lines_do_not_matter() -> None:
    table = read_routing("\n linha = RM ->cst \n\n*->suporte-tecnico\n", TEAMS)
    assert table.rule_for({"product_line": "rm"}).team == "cst"
    assert table.rule_for({"product_line": "outra"}).team == "suporte-tecnico"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"linha = RM cst\n{ALWAYS}", "linha 1: falta a seta"),
        (f"linha → cst\n{ALWAYS}", "linha 1: não entendi 'linha'"),
        (f"\ncor = azul → cst\n{ALWAYS}", "linha 2: não conheço 'cor'; há linha, módulo"),
        (f"linha = RM → csi\n{ALWAYS}", "linha 1: não conheço a equipe 'csi'; há cst, suporte"),
        ("linha = RM → cst", "a última linha precisa valer para todos os outros"),
        ("", "a última linha precisa valer"),
    ],
)
def test_a_routing_table_says_what_is_wrong_and_where(text: str, says: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_routing(text, TEAMS)
    assert refused.value.field == "routing"
    assert refused.value.reason.startswith(f"TKT-3: {says}")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "efeito = impede → crítica",
            "falta uma linha para efeito = restrição severa, origem = produção",
        ),
        ("humor = ruim → alta", "linha 1: não conheço 'humor'; há efeito, origem"),
        ("efeito = dói → alta", "linha 1: não conheço 'dói'; há impede"),
        ("* → urgente", "linha 1: não conheço 'urgente'; há crítica, alta"),
    ],
)
def test_a_severity_table_answers_every_case(text: str, says: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        read_severity(text)
    assert refused.value.field == "severity"
    assert refused.value.reason.startswith(f"SLA-1: {says}")


def test_one_line_may_answer_everything() -> None:
    (rule,) = read_severity("* → baixa").rules
    assert rule.severity is Severity.LOW
