"""The rules and compiled calendars of a database, read once and read again when they change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.domain.automatic_rules import DEFAULT_RULES, AutomaticRules
from app.domain.desk_rules import DEFAULT_DESK_RULES, DeskRules
from app.domain.errors import NotComputable
from app.domain.sla_policy import SlaRules
from app.domain.team_calendar import CalendarRevision
from app.domain.teams import Team, team_of
from app.domain.ticket_events import FIRST_EDITION
from app.domain.working_time import WorkingTime

RevisionIn = Callable[[str, int], CalendarRevision]
"""Reads a calendar as it stood in an edition."""


class SlaBook:
    """Everything that deadlines are computed from, as one moment of the database has it.

    ``edition`` names that moment of its calendars; closed tickets and earlier forecasts are
    measured by those of their own time, read with ``revision_in`` when first asked for (SLA-11).
    """

    def __init__(  # the parts of the book
        self,
        rules: SlaRules,
        teams: tuple[Team, ...],
        automatic: AutomaticRules = DEFAULT_RULES,
        desk: DeskRules = DEFAULT_DESK_RULES,
        *,
        edition: int = FIRST_EDITION,
        revision_in: RevisionIn | None = None,
        compiled: Mapping[str, WorkingTime] | None = None,
    ) -> None:
        """Keep the policies and teams; calendars are compiled when first asked for.

        ``compiled`` are those of teams that another book has compiled already.
        """
        self.rules = rules
        self.teams = teams
        self.automatic = automatic
        self.desk = desk
        self.edition = edition
        self._revision_in = revision_in
        ready = compiled or {}
        self._times = {
            team.key: ready.get(team.key) or WorkingTime(team.calendar) for team in teams
        }
        self._past: dict[tuple[str, int], WorkingTime] = {}

    def calendar_of(self, key: str, edition: int | None = None) -> WorkingTime:
        """Return the compiled calendar of a key; ``NotComputable`` for one that is not there."""
        time = self._times.get(key)
        if time is None:
            raise NotComputable(f"SLA-6: não há calendário {key!r}; confira a equipe do chamado")
        if edition is None or edition >= self.edition or self._revision_in is None:
            return time
        if (key, edition) not in self._past:
            revision = self._revision_in(key, edition)
            is_newest = revision.number == time.revision.number
            self._past[key, edition] = time if is_newest else WorkingTime(revision)
        return self._past[key, edition]

    def apart(self) -> SlaBook:
        """Return the same book with calendars that another thread compiles for itself."""
        return SlaBook(
            self.rules,
            self.teams,
            self.automatic,
            self.desk,
            edition=self.edition,
            revision_in=self._revision_in,
        )

    def with_calendar(self, revision: CalendarRevision, edition: int) -> SlaBook:
        """Return the book as it is once a revision was saved (SLA-11)."""
        teams = tuple(
            replace(team, calendar=revision) if team.key == revision.key else team
            for team in self.teams
        )
        return SlaBook(
            self.rules,
            teams,
            self.automatic,
            self.desk,
            edition=edition,
            revision_in=self._revision_in,
            compiled={key: time for key, time in self._times.items() if key != revision.key},
        )

    def team(self, key: str) -> Team:
        """Return a team; ``NotFound`` names the keys there are."""
        return team_of(self.teams, key)
