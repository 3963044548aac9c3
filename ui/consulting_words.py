"""The words of consulting on screen (rulebook §6, §11)."""

from __future__ import annotations

from enum import Enum

from app.domain.billing import Verdict
from app.domain.consulting import Cause, ConsultingKind, Scope, Stage
from app.domain.time_entries import Activity, TimeKind
from ui.texts import QT_TRANSLATE_NOOP, translated

_WORDS: dict[Enum, str] = {
    ConsultingKind.INVESTIGATIVE: QT_TRANSLATE_NOOP("Desk", "investigativa"),
    ConsultingKind.TELEPHONE: QT_TRANSLATE_NOOP("Desk", "telefônica"),
    ConsultingKind.PERFORMANCE: QT_TRANSLATE_NOOP("Desk", "de desempenho"),
    ConsultingKind.IN_LOCO: QT_TRANSLATE_NOOP("Desk", "in loco, pela unidade"),
    Scope.OWN_BASE: QT_TRANSLATE_NOOP("Desk", "na base do cliente, por acesso remoto"),
    Scope.LOCAL_BASE: QT_TRANSLATE_NOOP("Desk", "em base local com os dados do cliente"),
    Scope.PARAMETERS: QT_TRANSLATE_NOOP("Desk", "revisão de parâmetros e procedimentos"),
    Scope.MESSAGES: QT_TRANSLATE_NOOP("Desk", "mensagens nos programas"),
    Cause.DEFECT: QT_TRANSLATE_NOOP("Desk", "defeito do produto padrão: nada é cobrado"),
    Cause.OTHER: QT_TRANSLATE_NOOP("Desk", "outra causa: os minutos são cobrados"),
    Cause.NOT_FOUND: QT_TRANSLATE_NOOP("Desk", "não encontrada: segue com o especialista"),
    Activity.ANALYSIS: QT_TRANSLATE_NOOP("Desk", "análise"),
    Activity.REMOTE: QT_TRANSLATE_NOOP("Desk", "acesso remoto"),
    Activity.REMOTE_SETUP: QT_TRANSLATE_NOOP("Desk", "preparo do acesso remoto"),
    Activity.LOCAL_BASE: QT_TRANSLATE_NOOP("Desk", "base local"),
    Activity.PARAMETERS: QT_TRANSLATE_NOOP("Desk", "parâmetros"),
    Activity.MESSAGES: QT_TRANSLATE_NOOP("Desk", "mensagens nos programas"),
    Activity.PHONE: QT_TRANSLATE_NOOP("Desk", "por telefone"),
    Activity.REPORT: QT_TRANSLATE_NOOP("Desk", "relatório"),
    TimeKind.CLIENT: QT_TRANSLATE_NOOP("Desk", "para o cliente"),
    TimeKind.INTERNAL: QT_TRANSLATE_NOOP("Desk", "interno"),
    Verdict.BILLED: QT_TRANSLATE_NOOP("Desk", "cobrado"),
    Verdict.DEFECT: QT_TRANSLATE_NOOP("Desk", "não cobrado: defeito do produto padrão"),
    Verdict.NO_LETTER: QT_TRANSLATE_NOOP("Desk", "não cobrado: sem carta aprovada"),
    Verdict.NO_APPOINTMENT: QT_TRANSLATE_NOOP(
        "Desk", "a conferir: fora do horário, sem agendamento"
    ),
    Verdict.UNDECIDED: QT_TRANSLATE_NOOP("Desk", "a conferir: falta decidir a causa"),
    Verdict.NO_RATE: QT_TRANSLATE_NOOP("Desk", "a conferir: falta a tarifa"),
    Verdict.INTERNAL: QT_TRANSLATE_NOOP("Desk", "interno"),
    Stage.LETTER_PENDING: QT_TRANSLATE_NOOP("Desk", "carta pendente"),
    Stage.RELEASED: QT_TRANSLATE_NOOP("Desk", "liberada"),
    Stage.RUNNING: QT_TRANSLATE_NOOP("Desk", "em execução"),
    Stage.TO_CHECK: QT_TRANSLATE_NOOP("Desk", "a conferir"),
    Stage.AWAITING_ACCEPTANCE: QT_TRANSLATE_NOOP("Desk", "aguardando aceite"),
    Stage.BILLED: QT_TRANSLATE_NOOP("Desk", "faturada"),
    Stage.REFERRED: QT_TRANSLATE_NOOP("Desk", "encaminhada à unidade"),
    Stage.DONE: QT_TRANSLATE_NOOP("Desk", "encerrada, por faturar"),
}


def consulting_word(value: Enum) -> str:
    """Return how the desk calls a value of consulting on screen."""
    return translated("Desk", _WORDS[value])
