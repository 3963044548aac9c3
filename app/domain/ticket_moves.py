"""Which acts a ticket allows, and the refusal of those it does not (rulebook §5)."""

from __future__ import annotations

from app.domain.errors import RuleRefusal
from app.domain.ticket_events import EventKind, Status
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
    EventKind.PENDING_CLIENT: _ATTENDED,
    EventKind.CLIENT_ANSWERED: _PENDING | _AWAITING,
    EventKind.IN_MAINTENANCE: (_ATTENDED - {Status.IN_MAINTENANCE}) | _PENDING,
    EventKind.FORWARDED: _ATTENDED | _PENDING,
    EventKind.BACK_TO_SUPPORT: _AWAY,
    EventKind.SOLUTION: _ATTENDED | _PENDING,
    EventKind.ACCEPTED: _AWAITING,
    EventKind.REFUSED: _AWAITING,
    EventKind.POSTPONED: _AWAITING,
    EventKind.RECLASSIFIED: _OPEN,
    EventKind.TRANSFERRED: _OPEN,
    EventKind.DUE_AGREED: _OPEN,
    EventKind.DUE_CLEARED: _OPEN,
    EventKind.CLOSED: _OPEN,
    EventKind.MERGED: _OPEN,
}

_WHY: dict[EventKind, tuple[str, str]] = {
    EventKind.ASSIGNED: (
        "ACC-5",
        "o chamado aguarda o aceite; registre a recusa do cliente antes de retomar o atendimento",
    ),
    EventKind.PENDING_CLIENT: ("SLA-5", "o chamado já espera pelo cliente"),
    EventKind.CLIENT_ANSWERED: ("SLA-12", "o chamado não está à espera do cliente"),
    EventKind.IN_MAINTENANCE: ("SLA-2", "o chamado já está em manutenção ou aguarda o aceite"),
    EventKind.FORWARDED: ("SLA-2", "o chamado aguarda o aceite; registre antes a recusa do cliente"),
    EventKind.BACK_TO_SUPPORT: ("SLA-2", "o chamado já está com o suporte"),
    EventKind.SOLUTION: ("ACC-1", "a solução já foi registrada e aguarda o aceite do cliente"),
    EventKind.ACCEPTED: ("ACC-1", "não há solução aguardando aceite"),
    EventKind.REFUSED: ("ACC-5", "não há solução aguardando aceite que se possa recusar"),
    EventKind.POSTPONED: ("ACC-4", "só se adia o aceite de uma solução que ainda o aguarda"),
}


def refusal_of(history: TicketHistory, kind: EventKind, at: int) -> RuleRefusal | None:
    """Return why an act at an instant is refused, or none when the ticket allows it."""
    if at < history.opened_at:
        return RuleRefusal("ACC-9", "o ato é anterior à abertura do chamado; confira o horário")
    allowed = _ALLOWED_IN.get(kind)
    if allowed is None or history.status in allowed:
        return _refused_postponement(history, kind)
    if not history.is_open:
        return RuleRefusal(
            "ACC-3", "o chamado está encerrado e não reabre; abra um chamado de continuação"
        )
    return RuleRefusal(*_WHY[kind])


def _refused_postponement(history: TicketHistory, kind: EventKind) -> RuleRefusal | None:
    if kind is EventKind.POSTPONED and history.has_postponed:
        return RuleRefusal("ACC-4", "o aceite deste chamado já foi adiado uma vez")
    return None
