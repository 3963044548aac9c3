"""Acts as people say them: a name and its fields, checked one by one (rulebook §5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.comments import contradicts_acceptance
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.severity import Severity
from app.domain.ticket_events import Closing, EventKind, StatusKind
from app.services.acting import Act
from app.services.spoken_consulting import CONSULTING_ACTS, CONSULTING_READERS
from app.services.spoken_fields import (
    Entry,
    Need,
    SpokenAct,
    channel_of,
    choice_of,
    flag_of,
    instant_of,
    number_of,
    text_of,
)

_OF_EVERY_ACT = ("act", "number", "actor", "at", "channel", "contact", "recording", "text")
_COMMON = frozenset({*_OF_EVERY_ACT, "version", "takes_back"})
_SCORES = range(1, 6)


def _why(rule: str, reason: str = "escreva o motivo") -> Need:
    return Need("reason", rule, reason)


_K = EventKind
SPOKEN: Mapping[str, SpokenAct] = {
    "take": SpokenAct(_K.ASSIGNED),
    "assign": SpokenAct(_K.ASSIGNED, (Need("assignee", "ACC-9", "diga quem assume"),)),
    "owner": SpokenAct(_K.OWNER_SET, takes=frozenset({"assignee"})),
    "note": SpokenAct(_K.NOTE, (Need("text", "ACC-9", "escreva o texto"),), frozenset({"public"})),
    "wait": SpokenAct(_K.PENDING_CLIENT),
    "answer": SpokenAct(_K.CLIENT_ANSWERED, by_client=True),
    "maintenance": SpokenAct(_K.IN_MAINTENANCE),
    "innovation": SpokenAct(_K.FORWARDED, payload={"destination": "innovation"}),
    "factory": SpokenAct(_K.FORWARDED, payload={"destination": "factory"}),
    "back": SpokenAct(_K.BACK_TO_SUPPORT),
    "transfer": SpokenAct(
        _K.TRANSFERRED,
        (Need("team", "TKT-3", "diga a equipe de destino"), _why("TKT-3")),
        words="reason",
    ),
    "reclassify": SpokenAct(
        _K.RECLASSIFIED,
        (Need("severity", "SLA-1", "diga a nova severidade"), _why("SLA-1")),
        words="reason",
    ),
    "solve": SpokenAct(_K.SOLUTION, (Need("text", "ACC-1", "escreva a solução"),)),
    "accept": SpokenAct(
        _K.ACCEPTED, takes=frozenset({"comment", "confirm"}), words="comment", by_client=True
    ),
    "refuse": SpokenAct(_K.REFUSED, (_why("ACC-5"),), words="reason", by_client=True),
    "postpone": SpokenAct(_K.POSTPONED, takes=frozenset({"days"}), by_client=True),
    "comment": SpokenAct(_K.COMMENT_MARKED),
    "cancel": SpokenAct(_K.CLOSED, payload={"closing": Closing.CANCELLED.value}, by_client=True),
    "agree_due": SpokenAct(
        _K.DUE_AGREED,
        (Need("due", "SLA-13", "diga o prazo combinado"), _why("SLA-13")),
        words="reason",
    ),
    "clear_due": SpokenAct(_K.DUE_CLEARED),
    "status": SpokenAct(
        _K.STATUS_SET,
        (
            Need("status", "SLA-12", "diga o nome da situação"),
            Need("kind", "SLA-12", "diga de que tipo é a situação"),
        ),
    ),
    "merge": SpokenAct(_K.MERGED, (Need("into", "TKT-8", "diga em qual chamado ele entra"),)),
    "unmerge": SpokenAct(_K.UNMERGED),
    "link": SpokenAct(
        _K.LINKED, (Need("to", "TKT-2", "diga a qual chamado"),), frozenset({"relation"})
    ),
    "survey": SpokenAct(
        _K.SURVEY_ANSWERED,
        (Need("score", "ACC-6", "diga a nota, de 1 a 5"),),
        frozenset({"comment"}),
        words="comment",
    ),
    **CONSULTING_ACTS,
}
_ALSO = {
    "assigned": "take",
    "pending_client": "wait",
    "client_answered": "answer",
    "in_maintenance": "maintenance",
    "back_to_support": "back",
    "transferred": "transfer",
    "reclassified": "reclassify",
    "classified": "reclassify",
    "solution": "solve",
    "accepted": "accept",
    "refused": "refuse",
    "postponed": "postpone",
    "closed": "cancel",
    "linked": "link",
    "merged": "merge",
    "unmerged": "unmerge",
}
"""The names that an imported log uses for the same acts."""


_APART = ("message", "follow_up", "praise", "complaint")


def spoken(entry: Entry) -> SpokenAct:
    """Return what the name of an act means; ``InvalidInput`` names those there are."""
    name = entry.get("act")
    known = SPOKEN.get(_ALSO.get(str(name), str(name)))
    if known is None:
        names = " ".join(["open", *SPOKEN, "attach", *_APART])
        raise InvalidInput(f"ato desconhecido {name!r}; os atos são: {names}", field="act")
    _refuse_unknown(entry, known)
    for need in known.needs:
        if entry.get(need.field) in (None, ""):
            raise RuleRefusal(need.rule, f"{need.field}: {need.reason}")
    return known


def _refuse_unknown(entry: Entry, known: SpokenAct) -> None:
    fields = _COMMON | known.takes | {need.field for need in known.needs} | {known.words}
    unknown = sorted(set(entry) - fields)
    if unknown:
        raise InvalidInput(
            f"não é um campo deste ato; os campos são {sorted(fields)}", field=unknown[0]
        )


def act_of(entry: Entry, known: SpokenAct, *, now: int, people: Mapping[str, int]) -> Act:
    """Return the act as the desk records it.

    ``people`` gives the numbers of the people it names. Raises the refusal or the error of the
    field that is wrong.
    """
    actor = people.get(str(entry.get("actor")))
    payload = dict(known.payload) | _payload(entry, known, actor, people)
    if known.kind is EventKind.ACCEPTED:
        _ask_once_more(entry)
    return Act(
        known.kind,
        at=instant_of(entry, "at", now),
        actor=actor,
        channel=channel_of(entry),
        payload=payload,
        text=text_of(entry, known.words),
        version=_version_of(entry),
        takes_back=flag_of(entry, "takes_back"),
    )


def _version_of(entry: Entry) -> int | None:
    """Return the version of the ticket that was seen, where the act says so (pitfall G01)."""
    version = entry.get("version")
    if version is None or (isinstance(version, int) and not isinstance(version, bool)):
        return version
    raise InvalidInput("precisa ser um número inteiro", field="version")


def _payload(
    entry: Entry, known: SpokenAct, actor: int | None, people: Mapping[str, int]
) -> dict[str, Any]:
    readers: dict[EventKind, Callable[[], dict[str, Any]]] = {
        EventKind.ASSIGNED: lambda: {"assignee": _assignee(entry, people) or actor},
        EventKind.OWNER_SET: lambda: {"assignee": _assignee(entry, people)},
        EventKind.NOTE: lambda: {"public": flag_of(entry, "public")},
        EventKind.TRANSFERRED: lambda: {"team": entry["team"]},
        EventKind.RECLASSIFIED: lambda: {"severity": choice_of(entry, "severity", Severity).value},
        EventKind.POSTPONED: lambda: {"days": entry.get("days")},
        EventKind.DUE_AGREED: lambda: {"due": instant_of(entry, "due", 0)},
        EventKind.STATUS_SET: lambda: {
            "status": text_of(entry, "status"),
            "kind": choice_of(entry, "kind", StatusKind).value,
        },
        EventKind.MERGED: lambda: {"into": f"{number_of(entry, 'into'):08d}"},
        EventKind.LINKED: lambda: {
            "to": f"{number_of(entry, 'to'):08d}",
            "relation": entry.get("relation", "related"),
        },
        EventKind.SURVEY_ANSWERED: lambda: {"score": _score(entry)},
    }
    payload = readers[known.kind]() if known.kind in readers else {}
    if known.kind in CONSULTING_READERS:
        payload = CONSULTING_READERS[known.kind](entry)
    if entry.get("recording"):
        payload["recording"] = text_of(entry, "recording")
    return payload


def _assignee(entry: Entry, people: Mapping[str, int]) -> int | None:
    name = text_of(entry, "assignee")
    return None if name is None else people[name]


def _score(entry: Entry) -> int:
    score = entry["score"]
    if isinstance(score, bool) or score not in _SCORES:
        raise RuleRefusal("ACC-6", "score: a nota vai de 1 a 5")
    return int(score)


def _ask_once_more(entry: Entry) -> None:
    """Ask before an acceptance is kept whose comment reads like a complaint (ACC-10)."""
    if contradicts_acceptance(text_of(entry, "comment") or "") and not flag_of(entry, "confirm"):
        raise RuleRefusal(
            "ACC-10",
            "o comentário contradiz o aceite; pergunte ao cliente e registre a recusa, "
            "ou confirme o aceite",
        )
