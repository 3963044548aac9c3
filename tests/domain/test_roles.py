"""Who may do what: one table (SLA-11, OUV-2, LGPD)."""

from __future__ import annotations

import pytest

from app.domain.errors import RuleRefusal
from app.domain.roles import RIGHTS, Right, Role, may, refuse_without


def test_every_right_is_somebodys_and_nobody_has_them_all() -> None:
    assert set(RIGHTS) == set(Right)
    assert all(RIGHTS.values())
    assert not any(all(may(role, right) for right in Right) for role in Role)


@pytest.mark.parametrize("right", Right)
def test_where_nobody_was_named_nothing_is_forbidden(right: Right) -> None:
    refuse_without(None, right)


def test_a_refusal_names_the_rule_and_who_may() -> None:
    with pytest.raises(RuleRefusal, match=r"^SLA-11: só gerente ou administrador pode mudar"):
        refuse_without(Role.ANALYST, Right.CHANGE_RULES)
    with pytest.raises(RuleRefusal, match=r"^OUV-2: só ouvidor pode ver"):
        refuse_without(Role.ADMINISTRATOR, Right.OMBUDSMAN)


def test_who_may_do_more_than_others_shows_a_pin() -> None:
    for role in Role:
        assert role.needs_pin == any(may(role, right) for right in Right)
