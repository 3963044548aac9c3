"""The tickets of the demo: each plan becomes a life with its instants (rulebook §5)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, cycle, pairwise

from app.domain.acceptance import acceptance_from
from app.domain.clock import from_epoch, local_date
from app.domain.deadline import TargetUnit
from app.domain.severity import Severity
from app.domain.sla_policy import SlaRules, Stage
from app.domain.ticket_events import Channel, Closing, EventKind
from app.services.sample_catalog import SAMPLE_TEAMS, Analyst, SampleCatalog, Subject
from app.services.sample_plan import PRODUCT_TEAMS, Detour, Ending, Plan, Timing
from app.services.sample_registry import RegisteredClient, RegisteredContact, Registry
from app.services.sample_script import Beat, Scene, Script
from app.services.sample_timeline import Timeline

_WEIGHTS = {"suporte-tecnico": 33, "cst": 17, "vitrine": 18, "cloud": 13, "first": 11}
_LEAST_WEIGHT = 8
_OPENING_CHANNELS = (
    *(Channel.PORTAL,) * 11, *(Channel.PHONE,) * 5, *(Channel.EMAIL,) * 3, Channel.CHAT,
)  # fmt: skip
_USED = {
    Timing.CALM: (0.05, 0.55),
    Timing.SOON: (0.60, 0.92),
    Timing.LATE: (1.03, 1.60),
}
_USED_AWAY = {Timing.CALM: (0.10, 0.70), Timing.LATE: (1.30, 1.50)}
"""Shares of a maintenance target, which is longer by what is left of the opening day."""
_REST = {
    Ending.IN_PROGRESS: 2.0, Ending.MAINTENANCE: 8.0, Ending.INNOVATION: 8.0, Ending.FACTORY: 8.0,
}  # fmt: skip
"""Weight of the working time since the last act; the others end with their last act."""
_DAYS_AGO = {
    Ending.PENDING: (1, 4),
    Ending.AWAITING: (1, 9),
    Ending.ACCEPTED: (2, 75),
    Ending.AUTOMATIC: (17, 80),
    Ending.CANCELLED: (1, 70),
}
_NEAR_LIMIT_DAYS = (12, 15)
_POSTPONED_DAYS = {Ending.AWAITING: (12, 40), Ending.AUTOMATIC: (62, 85)}
_PAUSES = (EventKind.PENDING_CLIENT, EventKind.SOLUTION)
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Act:
    """An act at its instant, in epoch seconds."""

    at: int
    beat: Beat


@dataclass(frozen=True, slots=True)
class Life:
    """A ticket of the demo with all that happened to it; ``twin`` is what it was merged into."""

    key: int
    scene: Scene
    client: RegisteredClient
    channel: Channel
    acts: tuple[Act, ...]
    twin: int | None = None

    @property
    def opened_at(self) -> int:
        """When it was opened, in epoch seconds."""
        return self.acts[0].at

    def is_open_at(self, instant: int) -> bool:
        """Tell whether it was open at an instant."""
        closed = (EventKind.ACCEPTED, EventKind.CLOSED, EventKind.MERGED)
        ends = (act.at for act in self.acts if act.beat.kind in closed)
        return self.opened_at <= instant < next(ends, instant + 1)


class LifeMaker:
    """Makes lives; the same dice make the same ones."""

    def __init__(
        self,
        catalog: SampleCatalog,
        registry: Registry,
        timelines: Mapping[str, Timeline],
        rules: SlaRules,
        dice: random.Random,
    ) -> None:
        """Take the material, the registered people, and each team's working time."""
        self._catalog = catalog
        self._registry = registry
        self._timelines = timelines
        self._rules = rules
        self._dice = dice
        # Dealt like cards, so that every subject comes up before one comes again.
        self._decks: dict[str, Iterator[Subject]] = {
            team: cycle(dice.sample(subjects, len(subjects)))
            for team, subjects in catalog.subjects.items()
        }
        self._made: list[Life] = []

    def make_all(self, plans: Sequence[Plan]) -> list[Life]:
        """Return the lives of every plan in the order of their openings."""
        for plan in plans:
            for _ in range(plan.count):
                repeats = plan.ending is Ending.DUPLICATE
                self._made.append(self._repeat() if repeats else self._make(plan))
        return sorted(self._made, key=lambda life: (life.opened_at, life.key))

    def _make(self, plan: Plan) -> Life:
        team = self._team(plan)
        subject = next(s for s in self._decks[team] if _fits(s, plan))
        scene, client = self._scene(plan, team, subject)
        script = Script(scene, self._catalog, self._dice)
        beats = script.write(plan)
        timeline = self._timelines[team]
        channel = self._dice.choice(_OPENING_CHANNELS)
        opening = self._opening(scene, channel)
        acts = [Act(at, beat) for at, beat in self._placed(plan, scene, [opening, *beats])]
        if plan.ending.is_solved:
            acts += self._aftermath(plan, script, acts[-1].at, timeline)
        kept = tuple(act for act in acts if act.at <= timeline.now)
        return Life(len(self._made), scene, client, channel, kept)

    def _team(self, plan: Plan) -> str:
        teams = PRODUCT_TEAMS if plan.needs_maintenance else SAMPLE_TEAMS
        weights = [_WEIGHTS.get(team, _LEAST_WEIGHT) for team in teams]
        return self._dice.choices(teams, weights)[0]

    def _scene(self, plan: Plan, team: str, subject: Subject) -> tuple[Scene, RegisteredClient]:
        dice, timeline = self._dice, self._timelines[team]
        fitting = [c for c in self._registry.clients if c.client.kind in subject.clients]
        client = dice.choice(fitting)
        analyst, origin_team = self._analyst(team), team
        if Detour.TRANSFERRED in plan.detours:
            origin_team = dice.choice([other for other in SAMPLE_TEAMS if other != team])
        opened_as = subject.severity
        if Detour.RECLASSIFIED in plan.detours:
            ranks = [r for r in (opened_as.rank - 1, opened_as.rank + 1) if r in range(4)]
            opened_as = list(Severity)[dice.choice(ranks)]
        scene = Scene(
            subject=subject,
            team=team,
            origin_team=origin_team,
            analyst=self._registry.analysts[analyst.name],
            analyst_name=analyst.name,
            origin=self._registry.analysts[self._analyst(origin_team).name],
            contact=dice.choice(client.contacts),
            opened_as=opened_as,
            agreed_due=timeline.time.closing_of_business_day(timeline.today, dice.randint(3, 8)),
        )
        return scene, client

    def _analyst(self, team: str) -> Analyst:
        return self._dice.choice([a for a in self._catalog.analysts if team in a.teams])

    def _opening(self, scene: Scene, channel: Channel) -> Beat:
        payload = {"team": scene.origin_team, "severity": scene.opened_as.value, "by": "client"}
        actor = scene.origin if channel is Channel.PHONE else None
        return Beat(EventKind.OPENED, actor=actor, channel=channel, payload=payload)

    def _placed(self, plan: Plan, scene: Scene, beats: list[Beat]) -> Iterator[tuple[int, Beat]]:
        """Give each act its instant: shares of the working time from opening to the last one."""
        dice, timeline = self._dice, self._timelines[scene.team]
        rest = _REST.get(plan.ending, 0.0)
        whole = sum(beat.gap for beat in beats) + rest
        if plan.timing is Timing.FRESH:
            opened = timeline.lately(dice.uniform(0.02, 0.98))
            end = timeline.pace.instant_after(opened, 2 * _HOUR)
        else:
            end = self._end(plan, timeline)
            waited = sum(late.gap for early, late in pairwise(beats) if early.kind in _PAUSES)
            worked = self._worked(plan, scene, timeline)
            opened = timeline.before(end, round(worked / (1 - (waited / whole if whole else 0))))
        shares = [reached / whole for reached in accumulate(beat.gap for beat in beats[1:])]
        yield from zip([opened, *timeline.spread(opened, end, shares)], beats, strict=True)

    def _end(self, plan: Plan, timeline: Timeline) -> int:
        """Return when the last act was done; for what still runs, today."""
        days = _DAYS_AGO.get(plan.ending)
        if days is None:
            return timeline.today
        share = self._dice.uniform(0.05, 0.9)
        if Detour.NEAR_LIMIT in plan.detours:
            return timeline.on_a_working_day(self._dice.randint(*_NEAR_LIMIT_DAYS), share, -1)
        if Detour.POSTPONED in plan.detours:
            days = _POSTPONED_DAYS[plan.ending]
        return timeline.on_a_working_day(self._dice.randint(*days), share)

    def _worked(self, plan: Plan, scene: Scene, timeline: Timeline) -> int:
        """Return the counted seconds a ticket has used, by how near its deadline it is."""
        away = plan.ending is Ending.MAINTENANCE or Detour.MAINTAINED in plan.detours
        policy = self._rules.policy_for(
            local_date(from_epoch(timeline.today)), contract=None, area=scene.team
        )
        stage = Stage.MAINTENANCE if away else Stage.SUPPORT
        target = policy.targets[scene.subject.severity].for_stage(stage)
        in_days = target.unit is TargetUnit.BUSINESS_DAYS
        budget = int(target.value * (timeline.day_seconds if in_days else _HOUR))
        if plan.timing is Timing.TODAY:
            left = round(timeline.day_seconds * self._dice.uniform(0.06, 0.94))
            return max(budget - left, _HOUR)
        return round(budget * self._dice.uniform(*(_USED_AWAY if away else _USED)[plan.timing]))

    def _aftermath(
        self, plan: Plan, script: Script, solved: int, timeline: Timeline
    ) -> Iterator[Act]:
        """Give what follows the last solution: postponement, reminder, closing, survey."""
        acceptance = acceptance_from(solved)
        if Detour.POSTPONED in plan.detours:
            at = timeline.after(solved, self._dice, until=acceptance.reminder, days=6)
            yield Act(at, script.client_beat(EventKind.POSTPONED, said="postponed"))
            acceptance = acceptance.postponed()
        closed = timeline.now + 1
        if plan.ending is Ending.AUTOMATIC:
            closed = acceptance.limit
        if plan.ending is Ending.ACCEPTED:
            until = min(acceptance.limit, timeline.today)
            closed = timeline.after(solved, self._dice, until=until, days=5)
        if acceptance.reminder < closed:
            payload = {"notice": "reminder", "for": acceptance.reminder}
            text = script.say("reminder")
            yield Act(acceptance.reminder, _job(EventKind.REMINDED, text, payload))
        if plan.ending is Ending.AWAITING:
            return
        yield Act(closed, self._closing(plan, script))
        yield Act(closed, _job(EventKind.SURVEY_SENT))
        if self._dice.random() < 0.5:
            score = self._dice.choice((5, 5, 5, 4, 4, 3, 2))
            at = timeline.after(closed, self._dice, until=closed + 20 * 86_400, days=4)
            said = "survey" if score > 3 else None
            yield Act(at, script.client_beat(EventKind.SURVEY_ANSWERED, said=said, score=score))

    def _closing(self, plan: Plan, script: Script) -> Beat:
        if plan.ending is Ending.ACCEPTED:
            return script.client_beat(EventKind.ACCEPTED, said="accepted")
        return _job(EventKind.CLOSED, payload={"closing": Closing.AUTOMATIC.value})

    def _repeat(self) -> Life:
        """Make a ticket that repeats another one, and was merged into it (TKT-8)."""
        while True:
            twin = self._dice.choice(self._made)
            made = self._merged_into(twin)
            if made is not None:
                return made

    def _merged_into(self, twin: Life) -> Life | None:
        dice, scene = self._dice, twin.scene
        pace = self._timelines[scene.team].pace
        opened = pace.instant_after(twin.opened_at, dice.randint(600, 5 * _HOUR))
        taken = pace.instant_after(opened, dice.randint(600, 2400))
        merged = pace.instant_after(taken, dice.randint(300, 1800))
        today = self._timelines[scene.team].today
        if twin.twin is not None or merged >= today or not twin.is_open_at(merged):
            return None
        # The second one went straight to the right team, perhaps from another contact.
        contact: RegisteredContact = dice.choice(twin.client.contacts)
        scene = replace(scene, contact=contact, origin_team=scene.team, origin=scene.analyst)
        script = Script(scene, self._catalog, dice)
        channel = dice.choice(_OPENING_CHANNELS)
        acts = (
            Act(opened, self._opening(scene, channel)),
            Act(
                taken,
                Beat(EventKind.ASSIGNED, actor=scene.analyst, payload={"assignee": scene.analyst}),
            ),
            Act(merged, Beat(EventKind.MERGED, actor=scene.analyst, text=script.say("duplicate"))),
        )
        return Life(len(self._made), scene, twin.client, channel, acts, twin.key)


def _fits(subject: Subject, plan: Plan) -> bool:
    if plan.ending in (Ending.INNOVATION, Ending.FACTORY):
        return subject.is_improvement
    return subject.is_defect or not plan.needs_maintenance


def _job(kind: EventKind, text: str | None = None, payload: Mapping[str, object] = {}) -> Beat:
    return Beat(kind, channel=Channel.JOB, text=text, payload=dict(payload))
