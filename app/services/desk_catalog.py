"""The catalogue as the desk has it: what ships, and what was changed (TKT-2, TKT-3, SLA-1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.errors import InvalidInput
from app.domain.own_statuses import read_statuses, status_lines
from app.domain.roles import Right
from app.domain.routing import RoutingTable
from app.domain.rule_lines import read_routing, read_severity, routing_lines, severity_lines
from app.domain.severity import SeverityTable
from app.domain.ticket_events import StatusKind
from app.services.catalog import completions, load_catalog
from app.services.desk import Desk
from app.storage import change_log, settings
from app.storage.database import Connection

ROUTING, SEVERITY, OFFERED = "routing_lines", "severity_lines", "completions"
STATUSES = "own_statuses"
CATALOG_CHANGED = Changes(frozenset({Kind.SETTING}))
_MOST, _LONGEST = 500, 100
OFFERED_FACTS = ("product_line", "module", "routine", "version", "environment", "category")


@dataclass(frozen=True, slots=True)
class DeskCatalog:
    """The tables in force, and what is offered for each fact of a ticket."""

    routing: RoutingTable
    severity: SeverityTable
    offered: Mapping[str, tuple[str, ...]]
    statuses: Mapping[str, StatusKind]


def read_statuses_of(connection: Connection) -> dict[str, StatusKind]:
    """Return the statuses the desk added, by name (SLA-12)."""
    return read_statuses(settings.all_settings(connection).get(STATUSES, ""))


def read_catalog(connection: Connection) -> DeskCatalog:
    """Return the catalogue as the database has it now."""
    changed, shipped = settings.all_settings(connection), load_catalog()
    routing, severity = shipped.routing, shipped.severity
    if ROUTING in changed:
        routing = read_routing(changed[ROUTING], {team.key for team in shipped.teams})
    if SEVERITY in changed:
        severity = read_severity(changed[SEVERITY])
    offered = {"product_line": routing.named("product_line"), **completions()}
    offered |= {fact: tuple(values) for fact, values in changed.get(OFFERED, {}).items()}
    return DeskCatalog(routing, severity, offered, read_statuses(changed.get(STATUSES, "")))


class CatalogService:
    """Reads and changes the catalogue; open tickets keep what they were opened with."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def known(self) -> DeskCatalog:
        """Return the catalogue in force."""
        with self._desk.database.read() as connection:
            return read_catalog(connection)

    def keep_routing(self, text: str) -> Changes:
        """Keep the routing table; raises the line that cannot be read (TKT-3)."""
        table = read_routing(text, {team.key for team in self._desk.book.teams})
        same = table == load_catalog().routing
        return self._keep(ROUTING, None if same else routing_lines(table))

    def keep_severity(self, text: str) -> Changes:
        """Keep the severity table; raises the line or the case that is wrong."""
        table = read_severity(text)
        same = table == load_catalog().severity
        return self._keep(SEVERITY, None if same else severity_lines(table))

    def keep_statuses(self, text: str) -> Changes:
        """Keep the desk's own statuses; tickets that have one keep it (SLA-12)."""
        return self._keep(STATUSES, status_lines(read_statuses(text)) or None)

    def keep_offered(self, typed: Mapping[str, str]) -> Changes:
        """Keep what is offered for each fact, one value a line (TKT-2)."""
        chosen = {fact: _values(fact, typed.get(fact, "")) for fact in OFFERED_FACTS}
        return self._keep(OFFERED, chosen)

    def _keep(self, key: str, value: object) -> Changes:
        self._desk.require(Right.CHANGE_RULES)
        with self._desk.database.write() as connection:
            settings.put(connection, key, value)
            change_log.record(connection, CATALOG_CHANGED, to_epoch(self._desk.clock.now()))
        return CATALOG_CHANGED


def _values(fact: str, text: str) -> list[str]:
    values = list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    if len(values) > _MOST:
        raise InvalidInput(f"TKT-2: no máximo {_MOST} linhas", field=fact)
    long = next((value for value in values if len(value) > _LONGEST), None)
    if long is not None:
        raise InvalidInput(f"TKT-2: {long[:20]}… passa de {_LONGEST} sinais", field=fact)
    return values
