"""Numbers that stand for enums in indexed columns; they are kept for ever."""

from __future__ import annotations

from app.domain.severity import Severity
from app.domain.sla_policy import Stage
from app.domain.ticket_events import Status

STATUS_CODES = {
    Status.NEW: 0,
    Status.IN_PROGRESS: 1,
    Status.PENDING_CLIENT: 2,
    Status.IN_MAINTENANCE: 3,
    Status.IN_INNOVATION: 4,
    Status.IN_FACTORY: 5,
    Status.AWAITING_ACCEPTANCE: 6,
    Status.CLOSED: 7,
}
STAGE_CODES = {Stage.SUPPORT: 0, Stage.MAINTENANCE: 1}
SEVERITY_CODES = {severity: severity.rank for severity in Severity}
STATUSES = {code: status for status, code in STATUS_CODES.items()}
STAGES = {code: stage for stage, code in STAGE_CODES.items()}
SEVERITIES = {code: severity for severity, code in SEVERITY_CODES.items()}
