"""The words of consulting on paper, in Portuguese."""

from __future__ import annotations

from app.domain.billing import RoundingLevel, RoundingMode, RoundingRule, Verdict
from app.domain.consulting import Cause, ConsultingKind, Scope
from app.domain.time_entries import Activity
from reports.words import counted

KINDS = {
    ConsultingKind.INVESTIGATIVE: "consultoria técnica investigativa",
    ConsultingKind.TELEPHONE: "consultoria telefônica",
    ConsultingKind.PERFORMANCE: "consultoria de desempenho",
    ConsultingKind.IN_LOCO: "consultoria in loco",
}
SCOPES = {
    Scope.OWN_BASE: "investigação na base do cliente, por acesso remoto",
    Scope.LOCAL_BASE: "montagem de uma base local com os dados do cliente",
    Scope.PARAMETERS: "revisão de parâmetros e procedimentos",
    Scope.MESSAGES: "inclusão de mensagens nos programas",
}
ACTIVITIES = {
    Activity.ANALYSIS: "análise",
    Activity.REMOTE: "acesso remoto",
    Activity.REMOTE_SETUP: "preparo do acesso remoto",
    Activity.LOCAL_BASE: "base local",
    Activity.PARAMETERS: "parâmetros",
    Activity.MESSAGES: "mensagens nos programas",
    Activity.PHONE: "telefone",
    Activity.REPORT: "relatório",
}
CAUSES = {
    Cause.DEFECT: "defeito do produto padrão",
    Cause.OTHER: "outra causa, fora do produto padrão",
    Cause.NOT_FOUND: "não encontrada na primeira análise",
}
WHY_NOT = {
    Verdict.DEFECT: "não cobrado: a causa foi um defeito do produto padrão",
    Verdict.NO_LETTER: "não cobrado: feito antes da aprovação da carta de aceite (CON-7)",
}
_MODES = {
    RoundingMode.UP: "para cima",
    RoundingMode.NEAREST: "para o minuto mais próximo",
    RoundingMode.DOWN: "para baixo",
}
_LEVELS = {
    RoundingLevel.LINE: "uma vez por chamado e tarifa",
    RoundingLevel.ENTRY: "a cada apontamento",
}


def rounding(rule: RoundingRule) -> str:
    """Say by which rule seconds became minutes (CON-4)."""
    words = f"Os segundos são somados e arredondados {_MODES[rule.mode]}, {_LEVELS[rule.level]}"
    if rule.minimum:
        words += f", com no mínimo {counted(rule.minimum, 'minuto', 'minutos')}"
    return f"{words}; o valor é o número de minutos vezes a tarifa por minuto."


def length(seconds: int) -> str:
    """Write a length of time to the second, as ``1:34:30``."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"
