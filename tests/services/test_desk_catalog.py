"""The catalogue changed by a manager: routing, severity, what is offered (TKT-2, TKT-3, SLA-1)."""

from __future__ import annotations

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import InvalidInput
from app.domain.severity import Severity
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.desk_catalog import ROUTING, SEVERITY, CatalogService
from app.services.intake import IntakeService
from app.services.tickets import TicketService
from app.storage import people, settings
from app.storage.people import NewClient, NewContact
from tests.databases import NOON
from tests.services.test_intake_records import OPENING


@pytest.fixture
def catalog(desk: Desk) -> CatalogService:
    desk.clock = FixedClock(NOON)
    with desk.database.write() as connection:
        (aurora,) = people.add_clients(
            connection, [NewClient("Escola Aurora", "11222333000181", "", "", "")]
        )
        people.add_contacts(connection, [NewContact(aurora, "Lia Lima", "lia@example.com", "", "")])
    return CatalogService(desk)


def test_a_changed_table_routes_the_next_ticket_and_says_so(
    catalog: CatalogService, desk: Desk
) -> None:
    catalog.keep_routing(f"linha = {OPENING['product_line']} → cloud\n* → suporte-tecnico")
    catalog.keep_severity("* → alta")
    performed = DeskActs(desk).perform(OPENING)
    history = TicketService(desk).view(performed.number).history
    assert (history.team, history.severity) == ("cloud", Severity.HIGH)


def test_the_shipped_tables_are_not_stored(catalog: CatalogService, desk: Desk) -> None:
    shipped = catalog.known()
    catalog.keep_routing("* → cst")
    catalog.keep_severity("* → baixa")
    assert catalog.known() != shipped
    from app.domain.rule_lines import routing_lines, severity_lines

    catalog.keep_routing(routing_lines(shipped.routing))
    catalog.keep_severity(severity_lines(shipped.severity))
    with desk.database.read() as connection:
        assert not {ROUTING, SEVERITY} & set(settings.all_settings(connection))
    assert catalog.known() == shipped


def test_what_is_offered_is_one_value_a_line(catalog: CatalogService, desk: Desk) -> None:
    catalog.keep_offered({"module": "Fiscal\n\n Fiscal \nPatrimônio", "version": ""})
    offered = IntakeService(desk).offered()
    assert offered["module"] == ("Fiscal", "Patrimônio")
    assert offered["version"] == ()


@pytest.mark.parametrize(
    ("text", "says"), [("x" * 101, "passa de 100 sinais"), ("\n".join(map(str, range(501))), "500")]
)
def test_too_much_is_refused_at_its_list(catalog: CatalogService, text: str, says: str) -> None:
    with pytest.raises(InvalidInput, match=f"TKT-2: .*{says}") as refused:
        catalog.keep_offered({"module": text})
    assert refused.value.field == "module"
