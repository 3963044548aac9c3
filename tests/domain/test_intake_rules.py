"""Who may open and accept, which team takes a ticket, and what a comment or header gives away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.access import ClientStanding, ContactStanding, refuse_acceptance, refuse_opening
from app.domain.comments import contradicts_acceptance
from app.domain.errors import RuleRefusal
from app.domain.inbound import is_automatic
from app.domain.routing import RoutingRule, RoutingTable

DAY = date(2026, 3, 2)
CLIENT = ClientStanding(1, "Escola Aurora", "Padrão", date(2026, 1, 1), date(2026, 12, 31))
LIA = ContactStanding(7, 1, "Lia Lima")


def refused(client: ClientStanding, contact: ContactStanding, team: str = "cst") -> str | None:
    try:
        refuse_opening(client, contact, team=team, day=DAY)
    except RuleRefusal as refusal:
        return refusal.sentence
    return None


def test_who_is_in_order_may_open_a_ticket() -> None:
    assert refused(CLIENT, LIA, "suporte-tecnico") is None
    assert refused(replace(CLIENT, valid_from=None, valid_until=None), LIA) is None


def test_cli_5_the_checks_come_in_their_order() -> None:
    client = replace(CLIENT, valid_until=date(2026, 3, 1), is_overdue=True)
    contact = replace(LIA, is_active=False, may_open=False)
    in_force = replace(client, valid_until=DAY)
    mended = (
        (client, contact),
        (in_force, contact),
        (in_force, replace(contact, is_active=True)),
        (in_force, LIA),
        (CLIENT, LIA),
    )
    sentences = [refused(*pair, "suporte-tecnico") or "" for pair in mended]
    assert [sentence[:5] for sentence in sentences] == ["CLI-5", "CLI-3", "CLI-5", "CLI-5", ""]
    assert "não está em vigor em 02/03/2026" in sentences[0]
    assert "encaminhe a ligação ao CST" in sentences[3]


def test_cli_5_a_contract_that_begins_later_is_not_in_force() -> None:
    assert (refused(replace(CLIENT, valid_from=date(2026, 3, 3)), LIA) or "").startswith("CLI-5")


def test_cli_5_who_is_overdue_still_reaches_cst() -> None:
    assert refused(replace(CLIENT, is_overdue=True), LIA, "cst") is None


def test_d12_the_requester_and_permitted_contacts_accept() -> None:
    other = replace(LIA, may_accept=False)
    refuse_acceptance(LIA, requester=None)
    refuse_acceptance(other, requester=7)
    with pytest.raises(RuleRefusal, match="ACC-8"):
        refuse_acceptance(other, requester=8)
    with pytest.raises(RuleRefusal, match="CLI-3"):
        refuse_acceptance(replace(LIA, is_active=False), requester=7)


@pytest.mark.parametrize(
    ("comment", "doubts"),
    [
        ("resolveu em parte, ainda não acesso o módulo", True),
        ("Aceito, MAS continua lento", True),
        ("não funcionou", True),
        ("ficou parcialmente bom", True),
        ("", False),
        ("Perfeito, obrigada!", False),
        ("resolvido, mais rápido do que eu esperava", False),
        ("ainda bem que ligaram", False),
    ],
)
def test_d10_a_comment_that_complains_is_noticed(comment: str, doubts: bool) -> None:  # noqa: FBT001
    assert contradicts_acceptance(comment) is doubts


@pytest.mark.parametrize(
    ("headers", "automatic"),
    [
        ({}, False),
        ({"Auto-Submitted": "no"}, False),
        ({"auto-submitted": "auto-replied; owner-email=x"}, True),
        ({"Precedence": "bulk"}, True),
        ({"Precedence": "first-class"}, False),
        ({"X-Autoreply": "yes"}, True),
        ({"X-Autorespond": ""}, True),
    ],
)
def test_d08_automatic_replies_are_known_by_their_headers(
    headers: dict[str, str],
    automatic: bool,  # noqa: FBT001
) -> None:
    assert is_automatic(headers) is automatic


def test_tkt_3_the_first_rule_whose_facts_are_so_decides() -> None:
    table = RoutingTable(
        (RoutingRule({"product_line": "RM", "category": "licença"}, "cst"), RoutingRule({}, "x"))
    )
    assert table.rule_for({"product_line": "rm", "category": "Licença"}).team == "cst"
    rest = table.rule_for({"product_line": "RM", "category": "dúvida"})
    assert (rest.team, rest.reason) == ("x", "todos os outros → x")
    assert table.rules[0].reason == "linha = RM, categoria = licença → cst"
    with pytest.raises(RuleRefusal, match="TKT-3"):
        RoutingTable(table.rules[:1]).rule_for({})
