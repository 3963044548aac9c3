"""Whose queue is "mine" and which team is "ours", remembered on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.queue_view import Choice, Reference
from app.domain.teams import Team
from ui.settings import SettingsFile


@dataclass(frozen=True, slots=True)
class Person:
    """Who looks at the queue; none where the desk has nobody yet."""

    reference: Reference | None = None
    team: Team | None = None


def remembered(
    settings: SettingsFile,
    people: Sequence[Reference],
    teams: Sequence[Team],
    busiest: Sequence[Choice],
    busiest_teams: Sequence[Choice],
) -> Person:
    """Return who sat here last; else the person and the team with the most open tickets."""
    stored = settings.load()
    by_name = {person.name: person for person in people}
    by_id = {person.id: person for person in people}
    by_key = {team.key: team for team in teams}
    first = next((choice for choice in busiest if choice.count), None)
    first_team = next((choice for choice in busiest_teams if choice.count), None)
    return Person(
        by_name.get(stored.last_person or "")
        or (by_id.get(int(first.value)) if first is not None else None),
        by_key.get(stored.last_team or "")
        or (by_key.get(str(first_team.value)) if first_team is not None else None),
    )
