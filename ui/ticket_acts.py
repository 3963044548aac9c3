"""The acts of a ticket as data: what each is called, its key, and what it asks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from app.domain.ticket_events import EventKind
from ui.icons import IconName
from ui.texts import QT_TRANSLATE_NOOP, translated


class AskFor(Enum):
    """The kinds of fields an act may ask for."""

    TEXT = auto()
    LINE = auto()
    TEAM = auto()
    SEVERITY = auto()
    CHANNEL = auto()
    CONTACT = auto()
    AUDIENCE = auto()
    WHEN = auto()
    SCORE = auto()
    NUMBER = auto()
    STATUS = auto()
    PERSON = auto()
    CONSULTING = auto()
    SCOPE = auto()
    CAUSE = auto()
    LATER = auto()


@dataclass(frozen=True, slots=True)
class Ask:
    """One field: its name in the act, its label, and what kind it is."""

    name: str
    label: str
    kind: AskFor


@dataclass(frozen=True, slots=True)
class TicketAct:
    """An act of the window: its name for the service, the event that decides whether it is allowed.

    ``title`` is said with three dots where the act asks for something first; ``verb`` stands on
    the button that does it.
    """

    name: str
    kind: EventKind
    title: str
    key: str
    icon: IconName
    verb: str = ""
    asks: tuple[Ask, ...] = ()
    short: str = ""
    """What the button in the panel says; acts without it stand in the menu."""


def _asks(*fields: Ask) -> tuple[Ask, ...]:
    return fields


_CLIENT = (
    Ask("contact", QT_TRANSLATE_NOOP("TicketActs", "&Contato"), AskFor.CONTACT),
    Ask("channel", QT_TRANSLATE_NOOP("TicketActs", "Ca&nal"), AskFor.CHANNEL),
    Ask("recording", QT_TRANSLATE_NOOP("TicketActs", "&Gravação"), AskFor.LINE),
    Ask("at", QT_TRANSLATE_NOOP("TicketActs", "&Quando"), AskFor.WHEN),
)
_REASON = Ask("reason", QT_TRANSLATE_NOOP("TicketActs", "&Motivo"), AskFor.TEXT)
_K = EventKind
TICKET_ACTS = (
    TicketAct(
        "take", _K.ASSIGNED, QT_TRANSLATE_NOOP("TicketActs", "Assumir"), "A", IconName.PERSON,
        short=QT_TRANSLATE_NOOP("TicketActs", "Assumir"),
    ),
    TicketAct(
        "owner", _K.OWNER_SET, QT_TRANSLATE_NOOP("TicketActs", "Atribuir…"), "D", IconName.TEAM,
        QT_TRANSLATE_NOOP("TicketActs", "Atri&buir"),
        _asks(Ask("assignee", QT_TRANSLATE_NOOP("TicketActs", "&Dono"), AskFor.PERSON)),
    ),
    TicketAct(
        "note", _K.NOTE, QT_TRANSLATE_NOOP("TicketActs", "Interagir…"), "I", IconName.NOTE,
        QT_TRANSLATE_NOOP("TicketActs", "&Registrar interação"),
        _asks(
            Ask("public", QT_TRANSLATE_NOOP("TicketActs", "&Quem vê"), AskFor.AUDIENCE),
            Ask("text", QT_TRANSLATE_NOOP("TicketActs", "&Texto"), AskFor.TEXT),
        ),
        short=QT_TRANSLATE_NOOP("TicketActs", "Interagir"),
    ),
    TicketAct(
        "wait", _K.PENDING_CLIENT, QT_TRANSLATE_NOOP("TicketActs", "Pendenciar…"), "P",
        IconName.PAUSE, QT_TRANSLATE_NOOP("TicketActs", "Pe&ndenciar"),
        _asks(Ask("text", QT_TRANSLATE_NOOP("TicketActs", "&Pergunta ao cliente"), AskFor.TEXT)),
        short=QT_TRANSLATE_NOOP("TicketActs", "Pendenciar"),
    ),
    TicketAct(
        "answer", _K.CLIENT_ANSWERED, QT_TRANSLATE_NOOP("TicketActs", "Cliente respondeu…"), "R",
        IconName.CONVERSATION, QT_TRANSLATE_NOOP("TicketActs", "&Registrar resposta"),
        _asks(
            Ask("text", QT_TRANSLATE_NOOP("TicketActs", "&Texto"), AskFor.TEXT), *_CLIENT
        ),
        short=QT_TRANSLATE_NOOP("TicketActs", "Resposta"),
    ),
    TicketAct(
        "maintenance", _K.IN_MAINTENANCE, QT_TRANSLATE_NOOP("TicketActs", "Enviar à manutenção"),
        "M", IconName.MAINTENANCE,
        short=QT_TRANSLATE_NOOP("TicketActs", "Manutenção"),
    ),
    TicketAct(
        "back", _K.BACK_TO_SUPPORT, QT_TRANSLATE_NOOP("TicketActs", "Voltar ao suporte"), "V",
        IconName.LEFT,
        short=QT_TRANSLATE_NOOP("TicketActs", "Suporte"),
    ),
    TicketAct(
        "transfer", _K.TRANSFERRED, QT_TRANSLATE_NOOP("TicketActs", "Transferir…"), "T",
        IconName.TRANSFER, QT_TRANSLATE_NOOP("TicketActs", "&Transferir"),
        _asks(Ask("team", QT_TRANSLATE_NOOP("TicketActs", "&Equipe"), AskFor.TEAM), _REASON),
    ),
    TicketAct(
        "reclassify", _K.RECLASSIFIED, QT_TRANSLATE_NOOP("TicketActs", "Mudar severidade…"), "E",
        IconName.SEVERITY, QT_TRANSLATE_NOOP("TicketActs", "Mudar &severidade"),
        _asks(
            Ask("severity", QT_TRANSLATE_NOOP("TicketActs", "Se&veridade"), AskFor.SEVERITY),
            _REASON,
        ),
    ),
    TicketAct(
        "solve", _K.SOLUTION, QT_TRANSLATE_NOOP("TicketActs", "Registrar solução…"), "S",
        IconName.SOLUTION, QT_TRANSLATE_NOOP("TicketActs", "&Registrar solução"),
        _asks(Ask("text", QT_TRANSLATE_NOOP("TicketActs", "S&olução"), AskFor.TEXT)),
        short=QT_TRANSLATE_NOOP("TicketActs", "Solução"),
    ),
    TicketAct(
        "accept", _K.ACCEPTED, QT_TRANSLATE_NOOP("TicketActs", "Registrar aceite…"), "Shift+A",
        IconName.CHECK, QT_TRANSLATE_NOOP("TicketActs", "&Registrar aceite"),
        _asks(
            *_CLIENT, Ask("comment", QT_TRANSLATE_NOOP("TicketActs", "C&omentário"), AskFor.TEXT)
        ),
        short=QT_TRANSLATE_NOOP("TicketActs", "Aceite"),
    ),
    TicketAct(
        "refuse", _K.REFUSED, QT_TRANSLATE_NOOP("TicketActs", "Registrar recusa…"), "Shift+R",
        IconName.CLOSE, QT_TRANSLATE_NOOP("TicketActs", "&Registrar recusa"),
        _asks(_REASON, *_CLIENT),
        short=QT_TRANSLATE_NOOP("TicketActs", "Recusa"),
    ),
    TicketAct(
        "postpone", _K.POSTPONED, QT_TRANSLATE_NOOP("TicketActs", "Postergar aceite…"), "Shift+P",
        IconName.CLOCK, QT_TRANSLATE_NOOP("TicketActs", "Postergar o ac&eite"), _asks(*_CLIENT),
        short=QT_TRANSLATE_NOOP("TicketActs", "Postergar"),
    ),
    TicketAct(
        "comment", _K.COMMENT_MARKED,
        QT_TRANSLATE_NOOP("TicketActs", "Marcar mensagem como comentário"), "Shift+M",
        IconName.CONVERSATION,
    ),
    TicketAct(
        "innovation", _K.FORWARDED, QT_TRANSLATE_NOOP("TicketActs", "Enviar à Inovação"),
        "Shift+I", IconName.RIGHT,
    ),
    TicketAct(
        "factory", _K.FORWARDED, QT_TRANSLATE_NOOP("TicketActs", "Enviar à Fábrica de Software"),
        "Shift+F", IconName.RIGHT,
    ),
    TicketAct(
        "cancel", _K.CLOSED, QT_TRANSLATE_NOOP("TicketActs", "Cancelar a pedido do cliente…"),
        "Shift+C", IconName.TRASH, QT_TRANSLATE_NOOP("TicketActs", "&Encerrar como cancelado"),
        _asks(*_CLIENT, Ask("text", QT_TRANSLATE_NOOP("TicketActs", "&Texto"), AskFor.TEXT)),
    ),
    TicketAct(
        "agree_due", _K.DUE_AGREED, QT_TRANSLATE_NOOP("TicketActs", "Combinar prazo…"), "Shift+D",
        IconName.DEADLINE, QT_TRANSLATE_NOOP("TicketActs", "&Combinar prazo"),
        _asks(Ask("due", QT_TRANSLATE_NOOP("TicketActs", "&Prazo"), AskFor.WHEN), _REASON),
    ),
    TicketAct(
        "clear_due", _K.DUE_CLEARED, QT_TRANSLATE_NOOP("TicketActs", "Voltar ao prazo calculado"),
        "Shift+V", IconName.CLEAR,
    ),
    TicketAct(
        "status", _K.STATUS_SET, QT_TRANSLATE_NOOP("TicketActs", "Mudar situação…"), "Shift+S",
        IconName.VIEW, QT_TRANSLATE_NOOP("TicketActs", "&Mudar situação"),
        _asks(Ask("status", QT_TRANSLATE_NOOP("TicketActs", "&Situação"), AskFor.STATUS)),
    ),
    TicketAct(
        "link", _K.LINKED, QT_TRANSLATE_NOOP("TicketActs", "Vincular a outro chamado…"), "Shift+L",
        IconName.CONNECT, QT_TRANSLATE_NOOP("TicketActs", "&Vincular"),
        _asks(Ask("to", QT_TRANSLATE_NOOP("TicketActs", "&Chamado"), AskFor.NUMBER)),
    ),
    TicketAct(
        "follow_up", _K.LINKED, QT_TRANSLATE_NOOP("TicketActs", "Abrir continuação…"), "Shift+N",
        IconName.NEW, QT_TRANSLATE_NOOP("TicketActs", "A&brir continuação"),
        _asks(
            Ask("channel", QT_TRANSLATE_NOOP("TicketActs", "Ca&nal"), AskFor.CHANNEL),
            Ask("text", QT_TRANSLATE_NOOP("TicketActs", "&Texto"), AskFor.TEXT),
        ),
    ),
    TicketAct(
        "merge", _K.MERGED, QT_TRANSLATE_NOOP("TicketActs", "Unir a outro, como duplicado…"),
        "Shift+U", IconName.COPY, QT_TRANSLATE_NOOP("TicketActs", "&Unir"),
        _asks(Ask("into", QT_TRANSLATE_NOOP("TicketActs", "&Chamado que fica"), AskFor.NUMBER)),
    ),
    TicketAct(
        "unmerge", _K.UNMERGED, QT_TRANSLATE_NOOP("TicketActs", "Desfazer a união"), "Shift+X",
        IconName.HISTORY,
    ),
    TicketAct(
        "survey", _K.SURVEY_ANSWERED, QT_TRANSLATE_NOOP("TicketActs", "Registrar opinião…"),
        "Shift+O", IconName.DONE, QT_TRANSLATE_NOOP("TicketActs", "&Registrar opinião"),
        _asks(
            Ask("score", QT_TRANSLATE_NOOP("TicketActs", "&Nota"), AskFor.SCORE),
            Ask("comment", QT_TRANSLATE_NOOP("TicketActs", "C&omentário"), AskFor.TEXT),
        ),
    ),
    TicketAct(
        "consulting", _K.CONSULTING_SET,
        QT_TRANSLATE_NOOP("TicketActs", "Tratar como consultoria…"), "C", IconName.CONSULTING,
        QT_TRANSLATE_NOOP("TicketActs", "T&ratar como consultoria"),
        _asks(
            Ask("kind", QT_TRANSLATE_NOOP("TicketActs", "&Tipo"), AskFor.CONSULTING),
            Ask("scope", QT_TRANSLATE_NOOP("TicketActs", "&Escopo"), AskFor.SCOPE),
            Ask("referral", QT_TRANSLATE_NOOP("TicketActs", "&Unidade, se in loco"), AskFor.LINE),
        ),
    ),
    TicketAct(
        "support", _K.CONSULTING_ENDED,
        QT_TRANSLATE_NOOP("TicketActs", "Deixar de ser consultoria…"), "Shift+B", IconName.LEFT,
        QT_TRANSLATE_NOOP("TicketActs", "&Voltar ao suporte comum"),
        _asks(_REASON),
    ),
    TicketAct(
        "approve_letter", _K.LETTER_APPROVED,
        QT_TRANSLATE_NOOP("TicketActs", "Registrar aprovação da carta…"), "Shift+K",
        IconName.CHECK, QT_TRANSLATE_NOOP("TicketActs", "&Registrar aprovação"), _asks(*_CLIENT),
    ),
    TicketAct(
        "cause", _K.CAUSE_DECIDED, QT_TRANSLATE_NOOP("TicketActs", "Decidir a causa…"), "Shift+E",
        IconName.SOLUTION, QT_TRANSLATE_NOOP("TicketActs", "&Decidir a causa"),
        _asks(Ask("cause", QT_TRANSLATE_NOOP("TicketActs", "&Causa"), AskFor.CAUSE), _REASON),
    ),
    TicketAct(
        "appointment", _K.APPOINTMENT_AGREED,
        QT_TRANSLATE_NOOP("TicketActs", "Agendar com o cliente…"), "Shift+G", IconName.CALENDAR,
        QT_TRANSLATE_NOOP("TicketActs", "A&gendar"),
        _asks(
            Ask("start", QT_TRANSLATE_NOOP("TicketActs", "&Início"), AskFor.LATER),
            Ask("end", QT_TRANSLATE_NOOP("TicketActs", "&Fim"), AskFor.LATER),
            Ask("tool", QT_TRANSLATE_NOOP("TicketActs", "F&erramenta"), AskFor.LINE),
            Ask("specialist", QT_TRANSLATE_NOOP("TicketActs", "E&specialista"), AskFor.LINE),
        ),
    ),
)  # fmt: skip


IN_BULK = frozenset(
    {
        "take",
        "owner",
        "note",
        "wait",
        "maintenance",
        "innovation",
        "factory",
        "back",
        "transfer",
        "reclassify",
        "status",
        "link",
        "merge",
        "unmerge",
    }
)
"""Acts that make sense on several tickets at once; the client's own are said one by one (ACC-8)."""


def act_text(text: str) -> str:
    """Return a text of an act in the language of the screens."""
    return translated("TicketActs", text)
