"""Where a consulting stands, as lists show it."""

from __future__ import annotations

from app.domain.consulting import Stage
from app.domain.ticket_events import Status
from app.storage.consultings import ConsultingRow

STAGES_BY_NEED = (
    Stage.TO_CHECK,
    Stage.LETTER_PENDING,
    Stage.RELEASED,
    Stage.RUNNING,
    Stage.AWAITING_ACCEPTANCE,
    Stage.DONE,
    Stage.REFERRED,
    Stage.BILLED,
)
"""The stages, those that ask for somebody first."""


def stage_of(row: ConsultingRow) -> Stage:
    """Tell where a consulting stands; what has to be checked goes before the rest."""
    if not row.is_released:
        return Stage.LETTER_PENDING if row.kind.needs_letter else Stage.REFERRED
    is_worked = row.status in (Status.AWAITING_ACCEPTANCE, Status.CLOSED)
    if row.kind.needs_letter and is_worked and row.seconds and row.cause is None:
        return Stage.TO_CHECK
    if row.seconds and row.billed_seconds == row.seconds:
        return Stage.BILLED
    if row.status is Status.AWAITING_ACCEPTANCE:
        return Stage.AWAITING_ACCEPTANCE
    if row.status is Status.CLOSED:
        return Stage.DONE
    return Stage.RUNNING if row.seconds else Stage.RELEASED
