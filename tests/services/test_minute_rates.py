"""Rates and their yearly adjustment by the IGP-M; rounding and index as settings (CON-5)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.errors import DataFailure, InvalidInput, RuleRefusal
from app.domain.igpm import Method
from app.domain.money import MinuteRate
from app.domain.roles import Role
from app.services.index_months import SHIPPED_SOURCE
from tests.services.consulting_desk import Consultancy


def _contract(at_work: Consultancy, negative: str) -> int:
    """Return a client whose contract began on 10 January 2024 at R$ 3,50."""
    at_work.go_to("2025-01-20 09:00")
    other = at_work.open("Escola Bonança", "2025-01-15 09:00")
    client = at_work.work.tickets.view(other).card.client
    assert client is not None
    (found,) = at_work.work.registry.find(client)
    number = found.client.id
    typed = {"rate": "3,50", "first_day": "10/01/2024", "reason": "contrato 12/2024"}
    at_work.work.rates.add(number, typed)
    at_work.work.rates.keep_terms(number, {"anniversary": "10/01/2024", "negative": negative})
    return number


@pytest.mark.parametrize(("negative", "after"), [("keep_rate", 37_288), ("apply", 36_899)])
def test_2024_raises_the_rate_and_2025_keeps_or_lowers_it(
    at_work: Consultancy, negative: str, after: int
) -> None:
    client = _contract(at_work, negative)
    first = at_work.work.rates.of(client)
    assert first.next_on == date(2025, 1, 10)
    assert first.proposal is not None
    assert first.proposal.after == MinuteRate(37_288)
    assert [contract.client for contract in at_work.work.rates.all_due()] == [client]
    at_work.work.rates.adjust(client)
    with pytest.raises(RuleRefusal, match=r"CON-5.*10/01/2026"):
        at_work.work.rates.adjust(client)
    assert at_work.work.rates.all_due() == ()
    at_work.go_to("2026-01-12 09:00")
    at_work.work.rates.adjust(client)
    rates = at_work.work.rates.of(client).rates
    assert [version.rate.units for version in rates] == [35_000, 37_288, after]
    composition = rates[-1].adjustment
    assert composition is not None
    assert len(composition["accumulation"]["months"]) == 12
    assert composition["policy"] == negative
    with pytest.raises(RuleRefusal, match="CON-5"):
        at_work.work.rates.adjust(client)


def test_a_month_that_is_missing_is_named_until_it_is_typed(at_work: Consultancy) -> None:
    client = _contract(at_work, "apply")
    at_work.go_to("2027-01-12 09:00")
    missing = at_work.work.rates.of(client)
    assert missing.proposal is None
    assert "07/2026" in missing.why_not
    with pytest.raises(RuleRefusal, match=r"CON-5: falta o IGP-M de 07/2026"):
        at_work.work.rates.adjust(client)
    for month in range(7, 13):
        at_work.work.index.keep(
            {"month": f"{month}/2026", "percent": "0,10", "source": "FGV, boletim"}
        )
    assert at_work.work.rates.of(client).proposal is not None
    published = at_work.work.rates.of(client, "3,21").proposal
    assert published is not None
    assert published.accumulation.method is Method.PUBLISHED
    assert published.accumulation.percent == Decimal("3.21")
    wrong = at_work.work.rates.of(client, "muito")
    assert (wrong.proposal, "CON-5" in wrong.why_not) == (None, True)


def test_a_contract_without_a_rate_says_so(at_work: Consultancy) -> None:
    at_work.open("Escola sem Tarifa")
    (found,) = at_work.work.registry.find("sem tarifa")
    contract = at_work.work.rates.of(found.client.id)
    assert (contract.rates, contract.next_on, contract.proposal) == ((), None, None)
    with pytest.raises(RuleRefusal, match="CON-5"):
        at_work.work.rates.adjust(found.client.id)
    assert at_work.work.rates.of(999).name == ""


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"rate": "nada"}, "rate"),
        ({"first_day": "amanhã"}, "first_day"),
        ({"first_day": "01/01/2026"}, "first_day"),
        ({"reason": " "}, "reason"),
    ],
)
def test_a_rate_that_cannot_be_is_said_at_its_field(
    at_work: Consultancy, typed: dict[str, str], field: str
) -> None:
    whole = {"rate": "4,00", "first_day": "01/06/2026", "reason": "aditivo", **typed}
    with pytest.raises(InvalidInput) as refused:
        at_work.work.rates.add(at_work.client, whole)
    assert refused.value.field == field
    with pytest.raises(InvalidInput) as refused:
        at_work.work.rates.keep_terms(
            at_work.client, {"anniversary": "10/01/2026", "negative": "às vezes"}
        )
    assert refused.value.field == "negative"


def test_no_rate_begins_in_a_month_that_was_billed(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="telephone")
    at_work.go_to("2026-03-04 12:00")
    at_work.log("03/03/2026", "10:00", "11:00")
    at_work.work.statements.issue(at_work.client, date(2026, 3, 1))
    with pytest.raises(InvalidInput, match=r"CON-7.*31/03/2026"):
        at_work.work.rates.add(
            at_work.client, {"rate": "4", "first_day": "31/03/2026", "reason": "aditivo"}
        )


def test_only_who_answers_for_billing_changes_rates(at_work: Consultancy) -> None:
    at_work.desk.sit("Marina Maré", Role.CONSULTANT)
    for refused in (
        lambda: at_work.work.rates.add(at_work.client, {}),
        lambda: at_work.work.rates.adjust(at_work.client),
        lambda: at_work.work.rates.keep_terms(at_work.client, {}),
        lambda: at_work.work.index.import_file(Path("x"), "fonte"),
    ):
        with pytest.raises(RuleRefusal, match="CON-7"):
            refused()


def test_months_are_imported_with_their_source_and_bad_lines_named(
    at_work: Consultancy, tmp_path: Path
) -> None:
    table = tmp_path / "igpm.csv"
    table.write_text("month;percent\n2026-07;0,12\n2026-13;0,1\n2026-08;muito\n", "utf-8")
    done = at_work.work.index.import_file(table, "FGV")
    assert [month.percent for month in done.months] == [Decimal("0.12")]
    assert [refusal.line for refusal in done.refused] == [3, 4]
    newest, *_, oldest = at_work.work.index.months()
    assert (newest.month, newest.source) == (date(2026, 7, 1), "FGV")
    assert (oldest.month, oldest.source) == (date(1995, 1, 1), SHIPPED_SOURCE)
    with pytest.raises(InvalidInput) as refused:
        at_work.work.index.keep({"month": "07/2026", "percent": "1", "source": ""})
    assert refused.value.field == "source"
    table.write_text("mes;valor\n", "utf-8")
    for broken in (table, tmp_path / "none.csv"):
        with pytest.raises(DataFailure):
            at_work.work.index.import_file(broken, "FGV")
