"""What is done and said on a ticket of the demo, in order, before it is given its instants."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from app.domain.severity import Severity
from app.domain.ticket_events import Channel, Closing, EventKind
from app.services.sample_catalog import Question, SampleCatalog, Subject
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
        catalog: SampleCatalog,
        dice: random.Random,
    ) -> None:
        """Begin with an empty page."""
        self._scene = scene
        self._catalog = catalog
        self._dice = dice
        self._solution = scene.subject.solution
        self._asked: list[Question] = []
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
        for detour, act in self._DETOURS.items():
            if detour in plan.detours:
                act(self)
        self._ENDINGS[plan.ending](self)
        return self.beats

    def client_beat(
        self, kind: EventKind, gap: float = 0.0, said: str | None = None, **payload: object
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
        return self._addressed(
            self._dice.choice(self._catalog.phrases_for(occasion, self._scene.team))
        )

    def _addressed(self, text: str) -> str:
        scene = self._scene
        return text.format(
            contact=scene.contact.first_name, analyst=scene.analyst_name.partition(" ")[0]
        )

    def _gap(self, gap: float) -> float:
        return gap * self._dice.uniform(0.6, 1.5)

    def _do(self, kind: EventKind, gap: float, said: str | None = None, **payload: object) -> None:
        text = None if said is None else self.say(said)
        beat = Beat(kind, self._gap(gap), self._scene.analyst, Channel.DESK, text, payload)
        self.beats.append(beat)

    def _transfer(self) -> None:
        """Have the first team take it, see that it is not theirs, and pass it on."""
        origin, assigned = self._scene.origin, {"assignee": self._scene.origin}
        self.beats.append(Beat(EventKind.ASSIGNED, self._gap(1), origin, payload=assigned))
        reason, passed_on = self.say("transfer"), {"team": self._scene.team}
        transferred = Beat(EventKind.TRANSFERRED, self._gap(1), origin, text=reason)
        self.beats.append(replace(transferred, payload=passed_on))

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
        self.beats.append(replace(answered, text=self._addressed(question.answer)))

    def _pend(self) -> Question:
        questions = self._catalog.questions_of(self._scene.team)
        question = self._dice.choice([q for q in questions if q not in self._asked])
        self._asked.append(question)
        self._tell(EventKind.PENDING_CLIENT, 2, self._addressed(question.ask))
        return question

    def _tell(self, kind: EventKind, gap: float, text: str) -> None:
        """Write to the client."""
        actor, payload = self._scene.analyst, {"public": True}
        self.beats.append(Beat(kind, self._gap(gap), actor, Channel.DESK, text, payload))

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
        self._tell(EventKind.SOLUTION, 3, self._solution)

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

    _DETOURS: ClassVar[dict[Detour, Callable[[Script], None]]] = {
        Detour.RECLASSIFIED: _reclassify,
        Detour.ASKED: _ask,
        Detour.MAINTAINED: _maintain,
        Detour.AGREED: _agree,
        Detour.REFUSED: _refuse,
    }
    _ENDINGS: ClassVar[dict[Ending, Callable[[Script], None]]] = {
        Ending.IN_PROGRESS: _work_on,
        Ending.PENDING: _wait,
        Ending.MAINTENANCE: _send_to_maintenance,
        Ending.INNOVATION: _forward_to_innovation,
        Ending.FACTORY: _forward_to_factory,
        Ending.AWAITING: _solve,
        Ending.ACCEPTED: _solve,
        Ending.AUTOMATIC: _solve,
        Ending.CANCELLED: _cancel,
    }
