"""Statuses that a manager added: each says itself which kind it is (SLA-12)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.errors import InvalidInput
from app.domain.ticket_events import StatusKind

_KINDS = {
    "atendimento": StatusKind.ATTENDANCE,
    "pendente": StatusKind.PENDING,
}
_MOST, _LONGEST = 40, 60


def read_statuses(text: str) -> dict[str, StatusKind]:
    """Read statuses, one a line: ``Aguardando peça = pendente``.

    Of the four kinds two can be chosen: a wait for acceptance begins with a solution and a closing
    with an act of its own. ``InvalidInput`` names the line.
    """
    found: dict[str, StatusKind] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        name, _sign, kind = (part.strip() for part in line.partition("="))
        if kind not in _KINDS:
            known = ", ".join(_KINDS)
            _fail(number, f"diga de que tipo é, como {name or 'Nome'} = pendente; há {known}")
        if not name or len(name) > _LONGEST:
            _fail(number, f"escreva um nome de até {_LONGEST} sinais")
        if name in found:
            _fail(number, f"{name} já está em outra linha")
        found[name] = _KINDS[kind]
    if len(found) > _MOST:
        raise InvalidInput(f"SLA-12: no máximo {_MOST} situações", field="statuses")
    return found


def status_lines(statuses: Mapping[str, StatusKind]) -> str:
    """Write statuses, one a line."""
    words = {kind: word for word, kind in _KINDS.items()}
    return "\n".join(f"{name} = {words[kind]}" for name, kind in statuses.items())


def _fail(number: int, reason: str) -> None:
    raise InvalidInput(f"SLA-12: linha {number}: {reason}", field="statuses")
