"""The rules and compiled calendars of a database, read once and read again when they change."""

from __future__ import annotations

from app.domain.automatic_rules import DEFAULT_RULES, AutomaticRules
from app.domain.desk_rules import DEFAULT_DESK_RULES, DeskRules
from app.domain.errors import NotComputable
from app.domain.sla_policy import SlaRules
from app.domain.teams import Team, team_of
from app.domain.working_time import WorkingTime


class SlaBook:
    """Everything that deadlines are computed from, as one moment of the database has it."""

    def __init__(
        self,
        rules: SlaRules,
        teams: tuple[Team, ...],
        automatic: AutomaticRules = DEFAULT_RULES,
        desk: DeskRules = DEFAULT_DESK_RULES,
    ) -> None:
        """Keep the policies and teams; calendars are compiled when first asked for."""
        self.rules = rules
        self.teams = teams
        self.automatic = automatic
        self.desk = desk
        self._times = {team.key: WorkingTime(team.calendar) for team in teams}

    def calendar_of(self, key: str) -> WorkingTime:
        """Return the compiled calendar of a key; ``NotComputable`` for one that is not there."""
        time = self._times.get(key)
        if time is None:
            raise NotComputable(f"SLA-6: não há calendário {key!r}; confira a equipe do chamado")
        return time

    def team(self, key: str) -> Team:
        """Return a team; ``NotFound`` names the keys there are."""
        return team_of(self.teams, key)
