"""Proposed holidays and what became of them (pitfall A05)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update

from app.domain.holiday_proposals import Proposal, ProposalState
from app.domain.team_calendar import DaySource
from app.storage.duty_tables import holiday_proposal
from app.storage.roster import Written
from app.storage.tables import team


def open_proposals(connection: Connection, team_key: str) -> tuple[Proposal, ...]:
    """Return what waits for a decision, in the order it was proposed."""
    kept = holiday_proposal.c
    query = (
        select(kept.id, kept.rule, kept.name, kept.kind, kept.origin)
        .join(team, team.c.id == kept.team_id)
        .where(team.c.key == team_key, kept.state == ProposalState.OPEN.value)
        .order_by(kept.id)
    )
    return tuple(
        Proposal(number, rule, name, DaySource(kind), origin)
        for number, rule, name, kind, origin in connection.execute(query)
    )


def add(
    connection: Connection, team_key: str, proposed: Sequence[Proposal], written: Written
) -> None:
    """Keep proposals until somebody decides."""
    of_team = select(team.c.id).where(team.c.key == team_key)
    number = connection.execute(of_team).scalar_one()
    rows = [
        {
            "team_id": number,
            "rule": new.rule,
            "name": new.name,
            "kind": new.source.value,
            "origin": new.origin,
            "author": written.author,
            "proposed_at": written.at,
            "state": ProposalState.OPEN.value,
        }
        for new in proposed
    ]
    if rows:
        connection.execute(insert(holiday_proposal), rows)


def decide(connection: Connection, number: int, state: ProposalState, written: Written) -> None:
    """Take note of what was decided."""
    decided = {"state": state.value, "decided_at": written.at, "decided_by": written.author}
    is_open = holiday_proposal.c.state == ProposalState.OPEN.value
    connection.execute(
        update(holiday_proposal).where(holiday_proposal.c.id == number, is_open).values(decided)
    )


def set_site(connection: Connection, team_key: str, state: str | None, city: str | None) -> None:
    """Say where a team sits (CAL-3)."""
    where = update(team).where(team.c.key == team_key)
    connection.execute(where.values(state=state, city=city))
