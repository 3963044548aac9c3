"""Which acts a ticket allows, and the refusal of those it does not (rulebook §5)."""

from __future__ import annotations

from app.domain.errors import RuleRefusal
from app.domain.ticket_events import Closing, EventKind, Status
from app.domain.ticket_history import TicketHistory

_ATTENDED = frozenset(
    {Status.NEW, Status.IN_PROGRESS, Status.IN_MAINTENANCE, Status.IN_INNOVATION, Status.IN_FACTORY}
)
_AWAY = frozenset({Status.IN_MAINTENANCE, Status.IN_INNOVATION, Status.IN_FACTORY})
_PENDING = frozenset({Status.PENDING_CLIENT})
_AWAITING = frozenset({Status.AWAITING_ACCEPTANCE})
_OPEN = _ATTENDED | _PENDING | _AWAITING

_ALLOWED_IN: dict[EventKind, frozenset[Status]] = {
    EventKind.ASSIGNED: _ATTENDED | _PENDING,
    EventKind.OWNER_SET: _OPEN,
    EventKind.PENDING_CLIENT: _ATTENDED,
    EventKind.CLIENT_ANSWERED: _PENDING | _AWAITING,
    EventKind.IN_MAINTENANCE: (_ATTENDED - {Status.IN_MAINTENANCE}) | _PENDING,
    EventKind.FORWARDED: _ATTENDED | _PENDING,
    EventKind.BACK_TO_SUPPORT: _AWAY,
    EventKind.SOLUTION: _ATTENDED | _PENDING,
    EventKind.ACCEPTED: _AWAITING,
    EventKind.REFUSED: _AWAITING,
    EventKind.POSTPONED: _AWAITING,
    EventKind.CLIENT_WROTE: _OPEN,
    EventKind.COMMENT_MARKED: _AWAITING,
    EventKind.OPENED: frozenset({Status.NEW}),
    EventKind.CLASSIFIED: _OPEN,
    EventKind.RECLASSIFIED: _OPEN,
    EventKind.TRANSFERRED: _OPEN,
    EventKind.CONTRACT_CHANGED: _OPEN,
    EventKind.CALENDAR_CHANGED: _OPEN,
    EventKind.STATUS_SET: _ATTENDED | _PENDING,
    EventKind.WARNED: _OPEN,
    EventKind.REMINDED: _PENDING | _AWAITING,
    EventKind.LIMIT_MOVED: _AWAITING,
    EventKind.SURVEY_SENT: frozenset({Status.CLOSED}),
    EventKind.DUE_AGREED: _OPEN,
    EventKind.DUE_CLEARED: _OPEN,
    EventKind.CLOSED: _OPEN,
    EventKind.MERGED: _OPEN,
    EventKind.CONSULTING_SET: _OPEN,
    EventKind.CONSULTING_ENDED: _OPEN,
    EventKind.LETTER_ISSUED: _OPEN,
    EventKind.LETTER_APPROVED: _OPEN,
    EventKind.APPOINTMENT_AGREED: _OPEN,
    EventKind.APPOINTMENT_CANCELLED: _OPEN,
}

AFTER_CLOSING = frozenset(
    {
        EventKind.CLOSING_ANNULLED,
        EventKind.UNMERGED,
        EventKind.NOTE,
        EventKind.ATTACHED,
        EventKind.LINKED,
        EventKind.SURVEY_SENT,
        EventKind.SURVEY_ANSWERED,
        EventKind.TIME_LOGGED,
        EventKind.TIME_CORRECTED,
        EventKind.TIME_VOIDED,
        EventKind.CAUSE_DECIDED,
        EventKind.TEXT_BLANKED,
        EventKind.WARNED,
        EventKind.REMINDED,
    }
)
"""Acts that a closed ticket still takes."""

_WHY: dict[EventKind, tuple[str, str]] = {
    EventKind.ASSIGNED: (
        "ACC-5",
        "o chamado aguarda o aceite; registre a recusa do cliente antes de retomar o atendimento",
    ),
    EventKind.PENDING_CLIENT: ("SLA-5", "o chamado já espera pelo cliente"),
    EventKind.CLIENT_ANSWERED: ("SLA-12", "o chamado não está à espera do cliente"),
    EventKind.IN_MAINTENANCE: ("SLA-2", "o chamado já está em manutenção ou aguarda o aceite"),
    EventKind.FORWARDED: (
        "SLA-2",
        "o chamado aguarda o aceite; registre antes a recusa do cliente",
    ),
    EventKind.BACK_TO_SUPPORT: ("SLA-2", "o chamado já está com o suporte"),
    EventKind.SOLUTION: ("ACC-1", "a solução já foi registrada e aguarda o aceite do cliente"),
    EventKind.ACCEPTED: ("ACC-1", "não há solução aguardando aceite"),
    EventKind.REFUSED: ("ACC-5", "não há solução aguardando aceite que se possa recusar"),
    EventKind.POSTPONED: ("ACC-4", "só se adia o aceite de uma solução que ainda o aguarda"),
    EventKind.COMMENT_MARKED: ("ACC-3", "não há mensagem do cliente à espera de ser marcada"),
    EventKind.OPENED: ("TKT-1", "o chamado já foi aberto; um segundo tem o seu próprio número"),
    EventKind.STATUS_SET: (
        "ACC-5",
        "o chamado aguarda o aceite; registre a recusa do cliente antes de mudar a situação",
    ),
    EventKind.REMINDED: ("ACC-2", "o chamado não espera pelo cliente"),
    EventKind.LIMIT_MOVED: ("ACC-7a", "não há aceite cujo limite se possa mover"),
    EventKind.SURVEY_SENT: ("ACC-6", "a pesquisa só é enviada com o encerramento"),
    EventKind.UNMERGED: ("TKT-8", "o chamado não está unido a outro"),
    EventKind.CLOSING_ANNULLED: ("ACC-7b", "o chamado não foi encerrado automaticamente"),
}

_UNDOES = {
    EventKind.UNMERGED: Closing.DUPLICATE,
    EventKind.CLOSING_ANNULLED: Closing.AUTOMATIC,
}
"""Which closing an act takes back; no other is ever taken back (ACC-3)."""


def refusal_of(history: TicketHistory, kind: EventKind, at: int) -> RuleRefusal | None:
    """Return why an act at an instant is refused, or none when the ticket allows it."""
    if at < history.opened_at:
        return RuleRefusal("ACC-9", "o ato é anterior à abertura do chamado; confira o horário")
    refusal = refusal_in(history.status, kind, history.closing)
    if refusal is None and kind is EventKind.POSTPONED and history.has_postponed:
        return RuleRefusal("ACC-4", "o aceite deste chamado já foi adiado uma vez")
    nothing_to_mark = history.automatic.held_since is None
    if refusal is None and kind is EventKind.COMMENT_MARKED and nothing_to_mark:
        return RuleRefusal(*_WHY[kind])
    return refusal


def refusal_in(
    status: Status, kind: EventKind, closing: Closing | None = None
) -> RuleRefusal | None:
    """Return why an act is refused in a status, whatever the ticket went through before.

    ``closing`` is why the ticket was closed, if it was.
    """
    if kind in _UNDOES:
        return None if closing is _UNDOES[kind] else RuleRefusal(*_WHY[kind])
    allowed = _ALLOWED_IN.get(kind)
    if allowed is None or status in allowed:
        return None
    if status is Status.CLOSED:
        return RuleRefusal(
            "ACC-3", "o chamado está encerrado e não reabre; abra um chamado de continuação"
        )
    return RuleRefusal(*_WHY[kind])
