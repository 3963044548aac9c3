"""The words of deadlines on paper, in Portuguese."""

from __future__ import annotations

from app.domain.severity import Severity
from app.domain.statement_figures import Outcome

SEVERITIES: dict[Severity | None, str] = {
    Severity.CRITICAL: "Crítica",
    Severity.HIGH: "Alta",
    Severity.MEDIUM: "Média",
    Severity.LOW: "Baixa",
    None: "sem severidade",
}
OUTCOMES = {
    Outcome.IN_TIME: "no prazo",
    Outcome.LATE: "fora do prazo",
    Outcome.RUNNING: "em aberto",
    Outcome.UNKNOWN: "sem prazo",
}
