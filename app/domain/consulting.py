"""Consulting on a ticket: its kind, its letter, its cause, its appointments (CON-1 … CON-8).

A ticket is a consulting by its events; ``consulting_of`` folds them, in the order they happened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from app.domain.errors import RuleRefusal
from app.domain.ticket_events import Event, EventKind
from app.domain.time_entries import Span


class ConsultingKind(Enum):
    """The four kinds of the guide (G12)."""

    INVESTIGATIVE = "investigative"
    TELEPHONE = "telephone"
    PERFORMANCE = "performance"
    IN_LOCO = "in_loco"

    @property
    def needs_letter(self) -> bool:
        """Whether no minute is logged before the letter is approved (CON-1)."""
        return self in (ConsultingKind.INVESTIGATIVE, ConsultingKind.PERFORMANCE)


class Scope(Enum):
    """What the client asks for (CON-2)."""

    OWN_BASE = "own_base"
    LOCAL_BASE = "local_base"
    PARAMETERS = "parameters"
    MESSAGES = "messages"


class Cause(Enum):
    """What an investigation found: a defect of the standard product is not billed (G12)."""

    DEFECT = "defect"
    OTHER = "other"
    NOT_FOUND = "not_found"


class Stage(Enum):
    """Where a consulting stands, as the page lists it."""

    LETTER_PENDING = "letter_pending"
    RELEASED = "released"
    RUNNING = "running"
    TO_CHECK = "to_check"
    AWAITING_ACCEPTANCE = "awaiting_acceptance"
    BILLED = "billed"
    REFERRED = "referred"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class LetterApproval:
    """Who approved the letter, when (epoch seconds), by which channel and recording (ACC-8)."""

    at: int
    contact: int | None
    channel: str
    recording: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the cause was, decided when and by whom (the number of a person)."""

    cause: Cause
    at: int
    by: int | None
    seq: int


@dataclass(frozen=True, slots=True)
class Appointment:
    """Time agreed with the client, also outside the team's hours (CON-8).

    ``seq`` is its event; ``tool`` the approved remote tool, or the one the client asked for
    (CON-3); ``specialist`` who looks into the routine in the second step.
    """

    seq: int
    span: Span
    tool: str = ""
    is_other_tool: bool = False
    specialist: str = ""


@dataclass(frozen=True, slots=True)
class Consulting:
    """A consulting as its ticket's history tells it."""

    kind: ConsultingKind
    since: int
    scope: Scope | None = None
    referral: str = ""
    letters: tuple[int, ...] = ()
    approval: LetterApproval | None = None
    decision: Decision | None = None
    step: int = 1
    appointments: tuple[Appointment, ...] = ()

    @property
    def cause(self) -> Cause | None:
        """What the investigation found; none while nobody has decided."""
        return None if self.decision is None else self.decision.cause

    @property
    def is_released(self) -> bool:
        """Whether minutes may be logged (CON-1)."""
        if self.kind is ConsultingKind.IN_LOCO:
            return False
        return not self.kind.needs_letter or self.approval is not None

    @property
    def is_decided(self) -> bool:
        """Whether it is known that its minutes are billed, or are not."""
        return not self.kind.needs_letter or self.cause in (Cause.DEFECT, Cause.OTHER)

    def is_released_at(self, instant: int) -> bool:
        """Tell whether minutes that began at an instant were allowed (CON-1)."""
        if not self.is_released:
            return False
        return self.approval is None or instant >= self.approval.at

    def agreed(self, span: Span) -> list[Span]:
        """Return the parts of a stretch that were agreed with the client."""
        parts = (appointment.span.within(span) for appointment in self.appointments)
        return [part for part in parts if part is not None]


CONSULTING_EVENTS = frozenset(
    {
        EventKind.CONSULTING_SET,
        EventKind.CONSULTING_ENDED,
        EventKind.LETTER_ISSUED,
        EventKind.LETTER_APPROVED,
        EventKind.CAUSE_DECIDED,
        EventKind.APPOINTMENT_AGREED,
        EventKind.APPOINTMENT_CANCELLED,
    }
)


def consulting_of(events: Iterable[Event]) -> Consulting | None:
    """Fold a ticket's events into its consulting; none where it is none (any more).

    It is total, like ``replay``: what cannot be read is left out.
    """
    consulting: Consulting | None = None
    ours = (event for event in events if event.kind in CONSULTING_EVENTS)
    for event in sorted(ours, key=lambda e: e.order):
        if event.kind is EventKind.CONSULTING_SET:
            consulting = _begun(event, consulting)
        elif event.kind is EventKind.CONSULTING_ENDED:
            consulting = None
        elif consulting is not None:
            consulting = _FOLD[event.kind](consulting, event)
    return consulting


def _begun(event: Event, before: Consulting | None) -> Consulting:
    """Begin a consulting, or change its kind: letter and appointments stay with it."""
    kind, scope = ConsultingKind(event.payload["kind"]), event.payload.get("scope")
    begun = Consulting(kind, event.at) if before is None else replace(before, kind=kind)
    return replace(
        begun,
        scope=begun.scope if scope is None else Scope(scope),
        referral=str(event.payload.get("referral") or begun.referral),
    )


def _letter_issued(consulting: Consulting, event: Event) -> Consulting:
    return replace(consulting, letters=(*consulting.letters, int(event.payload["document"])))


def _letter_approved(consulting: Consulting, event: Event) -> Consulting:
    contact, recording = event.payload.get("contact"), str(event.payload.get("recording") or "")
    approval = LetterApproval(event.at, contact, event.channel.value, recording)
    return replace(consulting, approval=consulting.approval or approval)


def _decided(consulting: Consulting, event: Event) -> Consulting:
    cause = Cause(event.payload["cause"])
    decision = Decision(cause, event.at, event.actor, event.seq)
    step = 2 if cause is Cause.NOT_FOUND else consulting.step
    return replace(consulting, decision=decision, step=step)


def _agreed(consulting: Consulting, event: Event) -> Consulting:
    said = event.payload
    appointment = Appointment(
        event.seq,
        Span(int(said["start"]), int(said["end"])),
        str(said.get("tool") or ""),
        bool(said.get("other_tool")),
        str(said.get("specialist") or ""),
    )
    return replace(consulting, appointments=(*consulting.appointments, appointment))


def _cancelled(consulting: Consulting, event: Event) -> Consulting:
    kept = (a for a in consulting.appointments if a.seq != event.payload.get("appointment"))
    return replace(consulting, appointments=tuple(kept))


_FOLD: dict[EventKind, Callable[[Consulting, Event], Consulting]] = {
    EventKind.LETTER_ISSUED: _letter_issued,
    EventKind.LETTER_APPROVED: _letter_approved,
    EventKind.CAUSE_DECIDED: _decided,
    EventKind.APPOINTMENT_AGREED: _agreed,
    EventKind.APPOINTMENT_CANCELLED: _cancelled,
}


def refuse_minutes(consulting: Consulting | None, begins: int) -> None:
    """Refuse minutes for the client that the consulting does not allow yet (CON-1)."""
    if consulting is None:
        raise RuleRefusal(
            "CON-1", "este chamado não é consultoria; comece-a, ou aponte como tempo interno"
        )
    if consulting.kind is ConsultingKind.IN_LOCO:
        raise RuleRefusal(
            "CON-1", "a consultoria in loco é da unidade; aqui só se registra o encaminhamento"
        )
    if not consulting.is_released:
        raise RuleRefusal(
            "CON-1", "a carta de aceite ainda não foi aprovada; registre antes a aprovação"
        )
    if not consulting.is_released_at(begins):
        raise RuleRefusal(
            "CON-1", "start: a carta de aceite só foi aprovada depois; ajuste o início"
        )
    if consulting.step == 2 and not any(a.specialist for a in consulting.appointments):
        raise RuleRefusal(
            "CON-1", "o segundo passo pede um novo agendamento, com o especialista da rotina"
        )


def refuse_change(before: Consulting | None, kind: ConsultingKind, *, is_begun: bool) -> None:
    """Refuse a kind that cannot be chosen any more (§6).

    Telephone consulting is chosen by the client at opening, before anybody has worked.
    """
    if before is not None and before.kind is kind:
        raise RuleRefusal("CON-1", "kind: a consultoria já é deste tipo")
    if kind is ConsultingKind.TELEPHONE and is_begun:
        raise RuleRefusal(
            "CON-1",
            "kind: a consultoria telefônica é escolhida pelo cliente na abertura, "
            "antes da análise; use a investigativa",
        )


def refuse_cause(consulting: Consulting | None, cause: Cause) -> None:
    """Refuse a cause that this consulting cannot have (§6)."""
    if consulting is None or not consulting.kind.needs_letter:
        raise RuleRefusal(
            "CON-1", "só a consultoria investigativa ou de desempenho decide a causa no fim"
        )
    if cause is Cause.NOT_FOUND and consulting.kind is not ConsultingKind.PERFORMANCE:
        raise RuleRefusal(
            "CON-1", "cause: só a consultoria de desempenho tem um segundo passo, com especialista"
        )
    if cause is Cause.NOT_FOUND and consulting.step == 2:
        raise RuleRefusal("CON-1", "cause: o segundo passo já começou; decida a causa")


@dataclass(frozen=True, slots=True)
class AgreedTime:
    """An appointment as a list shows it."""

    ticket: int
    client: str
    summary: str
    span: Span
    tool: str
    specialist: str
