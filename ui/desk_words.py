"""The desk's own words and glyphs on screen: severities, statuses, acts (rulebook §11)."""

from __future__ import annotations

from enum import Enum

from app.domain.message_state import MessageState
from app.domain.roles import Role
from app.domain.severity import Severity
from app.domain.team_calendar import DaySource, Holiday
from app.domain.ticket_events import Channel, Closing, EventKind, Status
from ui.texts import QT_TRANSLATE_NOOP, translated

_SOURCES = {
    DaySource.NATIONAL: QT_TRANSLATE_NOOP("Desk", "nacional"),
    DaySource.OPTIONAL: QT_TRANSLATE_NOOP("Desk", "ponto facultativo"),
    DaySource.STATE: QT_TRANSLATE_NOOP("Desk", "estadual"),
    DaySource.MUNICIPAL: QT_TRANSLATE_NOOP("Desk", "municipal"),
    DaySource.OWN: QT_TRANSLATE_NOOP("Desk", "da equipe"),
}
GLYPHS = {
    Severity.CRITICAL: "◆",
    Severity.HIGH: "▲",
    Severity.MEDIUM: "●",
    Severity.LOW: "○",
}

_WORDS: dict[Enum, str] = {
    Severity.CRITICAL: QT_TRANSLATE_NOOP("Desk", "Crítica"),
    Severity.HIGH: QT_TRANSLATE_NOOP("Desk", "Alta"),
    Severity.MEDIUM: QT_TRANSLATE_NOOP("Desk", "Média"),
    Severity.LOW: QT_TRANSLATE_NOOP("Desk", "Baixa"),
    Status.NEW: QT_TRANSLATE_NOOP("Desk", "novo"),
    Status.IN_PROGRESS: QT_TRANSLATE_NOOP("Desk", "em atendimento"),
    Status.PENDING_CLIENT: QT_TRANSLATE_NOOP("Desk", "pendente com o cliente"),
    Status.IN_MAINTENANCE: QT_TRANSLATE_NOOP("Desk", "em manutenção"),
    Status.IN_INNOVATION: QT_TRANSLATE_NOOP("Desk", "na Inovação"),
    Status.IN_FACTORY: QT_TRANSLATE_NOOP("Desk", "na Fábrica de Software"),
    Status.AWAITING_ACCEPTANCE: QT_TRANSLATE_NOOP("Desk", "aguardando aceite"),
    Status.CLOSED: QT_TRANSLATE_NOOP("Desk", "encerrado"),
    Channel.DESK: QT_TRANSLATE_NOOP("Desk", "balcão"),
    Channel.PORTAL: QT_TRANSLATE_NOOP("Desk", "portal"),
    Channel.PHONE: QT_TRANSLATE_NOOP("Desk", "telefone"),
    Channel.CHAT: QT_TRANSLATE_NOOP("Desk", "chat"),
    Channel.EMAIL: QT_TRANSLATE_NOOP("Desk", "e-mail"),
    Channel.JOB: QT_TRANSLATE_NOOP("Desk", "automático"),
    Channel.IMPORT: QT_TRANSLATE_NOOP("Desk", "importação"),
    Closing.ACCEPTED: QT_TRANSLATE_NOOP("Desk", "aceito pelo cliente"),
    Closing.AUTOMATIC: QT_TRANSLATE_NOOP("Desk", "encerramento automático"),
    Closing.DUPLICATE: QT_TRANSLATE_NOOP("Desk", "duplicado"),
    Closing.CANCELLED: QT_TRANSLATE_NOOP("Desk", "cancelado pelo cliente"),
    Closing.IMPORTED: QT_TRANSLATE_NOOP("Desk", "encerrado no registro importado"),
    EventKind.OPENED: QT_TRANSLATE_NOOP("Desk", "abriu o chamado"),
    EventKind.CLASSIFIED: QT_TRANSLATE_NOOP("Desk", "classificou"),
    EventKind.RECLASSIFIED: QT_TRANSLATE_NOOP("Desk", "mudou a severidade"),
    EventKind.TRANSFERRED: QT_TRANSLATE_NOOP("Desk", "transferiu para outra equipe"),
    EventKind.CONTRACT_CHANGED: QT_TRANSLATE_NOOP("Desk", "mudou o contrato"),
    EventKind.CALENDAR_CHANGED: QT_TRANSLATE_NOOP("Desk", "o calendário mudou"),
    EventKind.ASSIGNED: QT_TRANSLATE_NOOP("Desk", "assumiu o atendimento"),
    EventKind.OWNER_SET: QT_TRANSLATE_NOOP("Desk", "mudou o dono"),
    EventKind.IN_MAINTENANCE: QT_TRANSLATE_NOOP("Desk", "encaminhou à manutenção"),
    EventKind.FORWARDED: QT_TRANSLATE_NOOP("Desk", "encaminhou ao desenvolvimento"),
    EventKind.BACK_TO_SUPPORT: QT_TRANSLATE_NOOP("Desk", "voltou ao suporte"),
    EventKind.CLIENT_ANSWERED: QT_TRANSLATE_NOOP("Desk", "o cliente respondeu"),
    EventKind.CLIENT_WROTE: QT_TRANSLATE_NOOP("Desk", "o cliente escreveu"),
    EventKind.COMMENT_MARKED: QT_TRANSLATE_NOOP("Desk", "marcou como comentário"),
    EventKind.NOTE: QT_TRANSLATE_NOOP("Desk", "interagiu"),
    EventKind.LINKED: QT_TRANSLATE_NOOP("Desk", "vinculou a outro chamado"),
    EventKind.STATUS_SET: QT_TRANSLATE_NOOP("Desk", "mudou a situação"),
    EventKind.ATTACHED: QT_TRANSLATE_NOOP("Desk", "anexou um arquivo"),
    EventKind.DUE_AGREED: QT_TRANSLATE_NOOP("Desk", "combinou o prazo com o cliente"),
    EventKind.DUE_CLEARED: QT_TRANSLATE_NOOP("Desk", "voltou ao prazo calculado"),
    EventKind.PENDING_CLIENT: QT_TRANSLATE_NOOP("Desk", "pendente com o cliente"),
    EventKind.SOLUTION: QT_TRANSLATE_NOOP("Desk", "registrou a solução"),
    EventKind.REFUSED: QT_TRANSLATE_NOOP("Desk", "o cliente recusou a solução"),
    EventKind.POSTPONED: QT_TRANSLATE_NOOP("Desk", "o cliente adiou o aceite"),
    EventKind.ACCEPTED: QT_TRANSLATE_NOOP("Desk", "o cliente aceitou a solução"),
    EventKind.WARNED: QT_TRANSLATE_NOOP("Desk", "aviso de prazo"),
    EventKind.REMINDED: QT_TRANSLATE_NOOP("Desk", "lembrete ao cliente"),
    EventKind.LIMIT_MOVED: QT_TRANSLATE_NOOP("Desk", "o limite do aceite mudou"),
    EventKind.MERGED: QT_TRANSLATE_NOOP("Desk", "unido a outro chamado"),
    EventKind.UNMERGED: QT_TRANSLATE_NOOP("Desk", "união desfeita"),
    EventKind.CLOSED: QT_TRANSLATE_NOOP("Desk", "encerrou o chamado"),
    EventKind.CLOSING_ANNULLED: QT_TRANSLATE_NOOP("Desk", "encerramento anulado"),
    EventKind.SURVEY_SENT: QT_TRANSLATE_NOOP("Desk", "pesquisa enviada"),
    EventKind.SURVEY_ANSWERED: QT_TRANSLATE_NOOP("Desk", "pesquisa respondida"),
    EventKind.CONSULTING_SET: QT_TRANSLATE_NOOP("Desk", "tratou como consultoria"),
    EventKind.CONSULTING_ENDED: QT_TRANSLATE_NOOP("Desk", "deixou de ser consultoria"),
    EventKind.LETTER_ISSUED: QT_TRANSLATE_NOOP("Desk", "emitiu a carta de aceite"),
    EventKind.LETTER_APPROVED: QT_TRANSLATE_NOOP("Desk", "o cliente aprovou a carta de aceite"),
    EventKind.APPOINTMENT_AGREED: QT_TRANSLATE_NOOP("Desk", "agendou com o cliente"),
    EventKind.APPOINTMENT_CANCELLED: QT_TRANSLATE_NOOP("Desk", "cancelou o agendamento"),
    EventKind.TIME_LOGGED: QT_TRANSLATE_NOOP("Desk", "apontou tempo"),
    EventKind.TIME_CORRECTED: QT_TRANSLATE_NOOP("Desk", "corrigiu um apontamento"),
    EventKind.TIME_VOIDED: QT_TRANSLATE_NOOP("Desk", "anulou um apontamento"),
    EventKind.CAUSE_DECIDED: QT_TRANSLATE_NOOP("Desk", "decidiu a causa"),
    EventKind.TEXT_BLANKED: QT_TRANSLATE_NOOP("Desk", "texto apagado a pedido do titular"),
    Role.ANALYST: QT_TRANSLATE_NOOP("Desk", "analista"),
    Role.CONSULTANT: QT_TRANSLATE_NOOP("Desk", "consultor"),
    Role.MANAGER: QT_TRANSLATE_NOOP("Desk", "gerente"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("Desk", "administrador"),
    Role.OMBUDSMAN: QT_TRANSLATE_NOOP("Desk", "ouvidor"),
    MessageState.QUEUED: QT_TRANSLATE_NOOP("Desk", "na fila"),
    MessageState.SENDING: QT_TRANSLATE_NOOP("Desk", "saindo"),
    MessageState.SENT: QT_TRANSLATE_NOOP("Desk", "enviada"),
    MessageState.FAILED: QT_TRANSLATE_NOOP("Desk", "falhou"),
    MessageState.UNCERTAIN: QT_TRANSLATE_NOOP("Desk", "destino incerto"),
    MessageState.NO_ADDRESS: QT_TRANSLATE_NOOP("Desk", "sem endereço"),
}
_MESSAGES = {
    "opened": QT_TRANSLATE_NOOP("Desk", "abertura"),
    "answered": QT_TRANSLATE_NOOP("Desk", "resposta"),
    "waiting": QT_TRANSLATE_NOOP("Desk", "pergunta ao cliente"),
    "solution": QT_TRANSLATE_NOOP("Desk", "solução"),
    "reminder": QT_TRANSLATE_NOOP("Desk", "lembrete do aceite"),
    "pending_reminder": QT_TRANSLATE_NOOP("Desk", "lembrete da resposta"),
    "survey": QT_TRANSLATE_NOOP("Desk", "pesquisa"),
    "document": QT_TRANSLATE_NOOP("Desk", "documento"),
    "refused_access": QT_TRANSLATE_NOOP("Desk", "atendimento recusado"),
}


def message_kind(kind: str) -> str:
    """Return how the desk calls a kind of message."""
    return translated("Desk", _MESSAGES[kind])


def word(value: Enum) -> str:
    """Return how the desk calls a value on screen."""
    return translated("Desk", _WORDS[value])


def source_text(source: DaySource) -> str:
    """Say where a day comes from (CAL-3)."""
    return translated("Desk", _SOURCES[source])


def holiday_text(holiday: Holiday) -> str:
    """Write a named day with its source: "Finados (nacional)"."""
    return f"{holiday.name} ({source_text(holiday.source)})"


def severity_text(severity: Severity | None) -> str:
    """Return a severity with its glyph; a dash before it is known."""
    return "—" if severity is None else f"{GLYPHS[severity]} {word(severity)}"
