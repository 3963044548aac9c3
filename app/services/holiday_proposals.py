"""Holidays proposed from a file or by a team's site, confirmed or dismissed one by one (A05)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.calendar_plan import CalendarPlan
from app.domain.changes import Changes, Kind
from app.domain.clock import local_date, to_epoch
from app.domain.errors import InvalidInput
from app.domain.holiday_proposals import Proposal, ProposalState, is_known, with_proposal
from app.domain.holidays_br import state_holidays, states
from app.domain.roles import Right
from app.domain.team_calendar import DaySource
from app.services.catalog import municipal_rules
from app.services.desk import Desk
from app.services.holiday_reading import RefusedLine, read_holidays
from app.storage import calendars, change_log, holiday_proposals
from app.storage.database import Connection
from app.storage.roster import Written

PROPOSALS_CHANGED = Changes(frozenset({Kind.CALENDAR}))
_YEARS_HELD = 4
"""A state's day that falls on one month and day so many years running is one of every year."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What came of an import: how many wait, how many were known, what could not be read."""

    added: int
    known: int
    refused: tuple[RefusedLine, ...]
    changes: Changes


class HolidayProposals:
    """Keeps proposals until a manager decides on each."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def waiting(self, team: str) -> tuple[Proposal, ...]:
        """Return what waits for a decision."""
        with self._desk.database.read() as connection:
            return holiday_proposals.open_proposals(connection, team)

    def sites(self) -> Mapping[str, tuple[str, ...]]:
        """Return the cities whose holidays are known, by state."""
        found: dict[str, tuple[str, ...]] = dict.fromkeys(states(), ())
        for rule in municipal_rules():
            known = found.get(rule.state, ())
            if rule.city not in known:
                found[rule.state] = tuple(sorted((*known, rule.city)))
        return dict(sorted(found.items()))

    def propose_from_file(self, team: str, path: Path) -> Proposed:
        """Propose the days of an .ics or CSV file; ``DataFailure`` for one that cannot be read."""
        read = read_holidays(path)
        return self._propose(team, read.proposals, read.refused)

    def propose_for_site(self, team: str, state: str, city: str) -> Proposed:
        """Say where a team sits, and propose the days of that state and city (CAL-3)."""
        if not state:
            raise InvalidInput("CAL-3: escolha o estado da equipe", field="state")
        today = self._today()
        proposed = [*_of_state(state, today.year), *_of_city(state, city)]
        return self._propose(team, proposed, (), site=(state, city or None))

    def plan_with(self, team: str, proposal: Proposal) -> CalendarPlan:
        """Return the team's calendar with a proposed day, to be looked at and kept."""
        with self._desk.database.read() as connection:
            return with_proposal(calendars.plan_of(connection, team), proposal, self._today())

    def dismiss(self, proposal: int) -> Changes:
        """Leave a proposed day out."""
        self._desk.require(Right.CHANGE_RULES)
        with self._desk.database.write() as connection:
            holiday_proposals.decide(connection, proposal, ProposalState.DISMISSED, self._written())
            self._log(connection)
        return PROPOSALS_CHANGED

    def _propose(
        self,
        team: str,
        proposed: Iterable[Proposal],
        refused: Sequence[RefusedLine],
        site: tuple[str, str | None] | None = None,
    ) -> Proposed:
        self._desk.require(Right.CHANGE_RULES)
        today, candidates = self._today(), list(proposed)
        with self._desk.database.write() as connection:
            plan = calendars.plan_of(connection, team)
            waiting = {(p.rule, p.name) for p in holiday_proposals.open_proposals(connection, team)}
            fresh: dict[tuple[str, str], Proposal] = {}
            for proposal in candidates:
                key = (proposal.rule, proposal.name)
                if key not in waiting and not is_known(plan, proposal, today):
                    fresh[key] = proposal
            if site is not None:
                holiday_proposals.set_site(connection, team, *site)
            holiday_proposals.add(connection, team, list(fresh.values()), self._written())
            self._log(connection)
        self._desk.read_book()
        known = len(candidates) - len(fresh)
        return Proposed(len(fresh), known, tuple(refused), PROPOSALS_CHANGED)

    def _today(self) -> date:
        return local_date(self._desk.clock.now())

    def _written(self) -> Written:
        now = to_epoch(self._desk.clock.now())
        return Written(self._desk.person or self._desk.name, now)

    def _log(self, connection: Connection) -> None:
        change_log.record(connection, PROPOSALS_CHANGED, to_epoch(self._desk.clock.now()))


def _of_city(state: str, city: str) -> list[Proposal]:
    return [
        Proposal(0, rule.rule, rule.name, DaySource.MUNICIPAL, f"feriados de {city}/{state}")
        for rule in municipal_rules()
        if (rule.state, rule.city) == (state, city)
    ]


def _of_state(state: str, year: int) -> list[Proposal]:
    """Return the days of a state: one of every year where it never moves, else dates."""
    years: dict[str, list[date]] = {}
    for held in range(year, year + _YEARS_HELD):
        for day in state_holidays(held, state):
            years.setdefault(day.name, []).append(day.date)
    found = []
    for name, days in years.items():
        month_days = {f"{day:%m-%d}" for day in days}
        is_fixed = len(month_days) == 1 and len(days) == _YEARS_HELD
        rules = month_days if is_fixed else {day.isoformat() for day in days}
        found += [
            Proposal(0, rule, name, DaySource.STATE, f"feriados de {state}")
            for rule in sorted(rules)
        ]
    return found
