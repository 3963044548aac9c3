"""What is done and said on a ticket of the demo, in order, before it is given its instants."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.severity import Severity
from app.domain.ticket_events import Channel, Closing, EventKind
from app.services.sample_catalog import Question, Subject
from app.services.sample_plan import Detour, Ending, Plan, Timing
from app.services.sample_registry import RegisteredContact

_CLIENT_CHANNELS = (Channel.PORTAL, Channel.PORTAL, Channel.EMAIL, Channel.PHONE)
_AWAY_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Beat:
    """One act before it has its instant; ``gap`` weighs the working time that goes before it."""

    kind: EventKind
    gap: float = 0.0
    actor: int | None = None
    channel: Channel = Channel.DESK
    text: str | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """Who meets over a ticket; ``origin`` is the analyst of the team that had it first."""

    subject: Subject
    team: str
    origin_team: str
    analyst: int
    analyst_name: str
    origin: int
    contact: RegisteredContact
    opened_as: Severity
    agreed_due: int


class Script:
    """Writes the acts of one ticket; what is said is drawn by the dice."""

    def __init__(
        self,
        scene: Scene,
        phrases: Mapping[str, tuple[str, ...]],
        questions: tuple[Question, ...],
        dice: random.Random,
    ) -> None:
        """Begin with an empty page."""
        self._scene = scene
        self._phrases = phrases
        self._questions = questions
        self._dice = dice
        self._solution = scene.subject.solution
        self.beats: list[Beat] = []

    def write(self, plan: Plan) -> list[Beat]:
        """Write what happens after the opening."""
        if plan.ending is Ending.NEW:
            return self.beats
        if Detour.TRANSFERRED in plan.detours:
            self._transfer()
        if Detour.UNCLAIMED in plan.detours:
            return self.beats
        self._take_charge()
        if plan.timing is Timing.FRESH:
            return self.beats
        for detour, act in _DETOURS.items():
            if detour in plan.detours:
                act(self)
        _ENDINGS[plan.ending](self)
        return self.beats

    def client_beat(
        self, kind: EventKind, gap: float = 0.0, said: str | None = None, **payload: Any
    ) -> Beat:
        """Return an act of the client; on the phone the analyst types it in (ACC-8)."""
        channel = self._dice.choice(_CLIENT_CHANNELS)
        payload |= {"by": "client", "contact": self._scene.contact.id}
        actor = None
        if channel is Channel.PHONE:
            actor = self._scene.analyst
            payload["recording"] = f"gravacao-{self._dice.randrange(10**6):06d}"
        return Beat(kind, self._gap(gap), actor, channel, said and self.say(said), payload)

    def say(self, occasion: str) -> str:
        """Return a phrase for an occasion, addressed to the contact."""
        return self._addressed(self._dice.choice(self._phrases[occasion]))

    def _addressed(self, text: str) -> str:
        scene = self._scene
        return text.format(
            contact=scene.contact.first_name, analyst=scene.analyst_name.partition(" ")[0]
        )

    def _gap(self, gap: float) -> float:
        return gap * self._dice.uniform(0.6, 1.5)

    def _do(self, kind: EventKind, gap: float, said: str | None = None, **payload: Any) -> None:
        text = None if said is None else self.say(said)
        beat = Beat(kind, self._gap(gap), self._scene.analyst, Channel.DESK, text, payload)
        self.beats.append(beat)

    def _transfer(self) -> None:
        scene = self._scene
        assigned = {"assignee": scene.origin}
        self.beats += [
            Beat(EventKind.ASSIGNED, self._gap(1), scene.origin, payload=assigned),
            Beat(
                EventKind.TRANSFERRED,
                self._gap(1),
                scene.origin,
                text=self.say("transfer"),
                payload={"team": scene.team},
            ),
        ]

    def _take_charge(self) -> None:
        self._do(EventKind.ASSIGNED, 1, assignee=self._scene.analyst)
        self._do(EventKind.NOTE, 0.3, "hello", public=True)
        if self._dice.random() < 0.5:
            self._do(EventKind.NOTE, 1, "note")

    def _reclassify(self) -> None:
        severity = self._scene.subject.severity
        raised = severity.rank < self._scene.opened_as.rank
        self._do(
            EventKind.RECLASSIFIED, 1, "raised" if raised else "lowered", severity=severity.value
        )

    def _ask(self) -> None:
        question = self._pend()
        answered = self.client_beat(EventKind.CLIENT_ANSWERED, 4)
        self.beats.append(
            Beat(
                answered.kind,
                answered.gap,
                answered.actor,
                answered.channel,
                self._addressed(question.answer),
                answered.payload,
            )
        )

    def _pend(self) -> Question:
        question = self._dice.choice(self._questions)
        asked = self._addressed(question.ask)
        payload = {"public": True}
        self.beats.append(
            Beat(
                EventKind.PENDING_CLIENT,
                self._gap(2),
                self._scene.analyst,
                Channel.DESK,
                asked,
                payload,
            )
        )
        return question

    def _maintain(self) -> None:
        self._send_to_maintenance()
        self._do(EventKind.BACK_TO_SUPPORT, _AWAY_GAP, "back")

    def _send_to_maintenance(self) -> None:
        self._do(EventKind.IN_MAINTENANCE, 1.5, "maintenance")

    def _agree(self) -> None:
        self._do(EventKind.DUE_AGREED, 1, "agreed", due=self._scene.agreed_due)

    def _refuse(self) -> None:
        self._solve()
        self.beats.append(self.client_beat(EventKind.REFUSED, 3, "refusal"))
        self._do(EventKind.NOTE, 0.5, "retry", public=True)
        self._solution = self.say("complete")

    def _solve(self) -> None:
        actor = self._scene.analyst
        payload = {"public": True}
        self.beats.append(
            Beat(EventKind.SOLUTION, self._gap(3), actor, Channel.DESK, self._solution, payload)
        )

    def _work_on(self) -> None:
        if self._dice.random() < 0.6:
            self._do(EventKind.NOTE, 2, "progress", public=True)

    def _forward_to_innovation(self) -> None:
        self._do(EventKind.FORWARDED, 1.5, "innovation", destination="innovation")

    def _forward_to_factory(self) -> None:
        self._do(EventKind.FORWARDED, 1.5, "factory", destination="factory")

    def _cancel(self) -> None:
        self._do(EventKind.CLOSED, 3, "cancelled", closing=Closing.CANCELLED.value)

    def _wait(self) -> None:
        self._pend()


_DETOURS: dict[Detour, Callable[[Script], None]] = {
    Detour.RECLASSIFIED: Script._reclassify,
    Detour.ASKED: Script._ask,
    Detour.MAINTAINED: Script._maintain,
    Detour.AGREED: Script._agree,
    Detour.REFUSED: Script._refuse,
}
_ENDINGS: dict[Ending, Callable[[Script], None]] = {
    Ending.IN_PROGRESS: Script._work_on,
    Ending.PENDING: Script._wait,
    Ending.MAINTENANCE: Script._send_to_maintenance,
    Ending.INNOVATION: Script._forward_to_innovation,
    Ending.FACTORY: Script._forward_to_factory,
    Ending.AWAITING: Script._solve,
    Ending.ACCEPTED: Script._solve,
    Ending.AUTOMATIC: Script._solve,
    Ending.CANCELLED: Script._cancel,
}
