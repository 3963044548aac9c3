"""The demo: a believable small help desk around the day it is opened, the same for the same day."""

from __future__ import annotations

import random
from typing import Any

from app.domain.brasilia_days import day_span
from app.domain.changes import Changes, Kind
from app.domain.clock import local_date, to_epoch
from app.domain.errors import DataFailure
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, Event, EventKind
from app.services.desk import Desk
from app.services.sample_calendar import fill_calendar
from app.services.sample_catalog import SAMPLE_TEAMS, Subject, load_sample_catalog
from app.services.sample_desk import give_standings, tell_clients, write_articles
from app.services.sample_lives import Act, Life, LifeMaker
from app.services.sample_plan import PLANS
from app.services.sample_registry import Registry, register
from app.services.sample_timeline import Timeline
from app.services.ticket_writing import TicketDraft, salted, write_new
from app.storage import change_log, tickets
from app.storage.events import SaltedText, number_text
from app.storage.tickets import NewTicket

_PACES = {"cloud": "vitrine"}
"""A team that attends day and night still has people who sleep: when they act."""
_DESK_OF_CHANNEL = {Channel.JOB: "servidor"}


def fill_with_sample(desk: Desk) -> Changes:
    """Fill a fresh, seeded database with the demo; returns what changed.

    Everything lies before the desk's present instant, and is drawn by dice that the local date
    alone throws. Raises ``DataFailure`` where there are tickets already.
    """
    catalog, now = load_sample_catalog(), desk.clock.now()
    today = local_date(now)
    dice = random.Random(today.toordinal())  # a demo, not a secret
    with desk.database.write() as connection:
        if tickets.all_numbers(connection):
            raise DataFailure("a demonstração só é criada num banco sem chamados; abra um novo")
        registry = register(connection, catalog, dice)
        timelines = _timelines(desk, day_span(today)[0], to_epoch(now))
        lives = LifeMaker(catalog, registry, timelines, desk.book.rules, dice).make_all(PLANS)
        numbers = tickets.take_numbers(connection, len(lives))
        by_key = {life.key: number for life, number in zip(lives, numbers, strict=True)}
        drafts = [_draft(life, by_key, registry, dice) for life in lives]
        client_names = {client.id: client.client.name for client in registry.clients}
        write_new(connection, desk.book, drafts, client_names)
        give_standings(connection, registry, today, dice)
        write_articles(connection, to_epoch(now))
        tell_clients(connection, desk.book, drafts, to_epoch(now))
        changes = Changes(frozenset({Kind.TICKET, Kind.CLIENT}), None)
        change_log.record(connection, changes, to_epoch(now))
    return changes | fill_calendar(desk, sorted(client_names.values()))


def _timelines(desk: Desk, today: int, now: int) -> dict[str, Timeline]:
    calendar_of = desk.book.calendar_of
    return {
        team: Timeline(calendar_of(team), calendar_of(_PACES.get(team, team)), today, now)
        for team in SAMPLE_TEAMS
    }


def _draft(
    life: Life, by_key: dict[int, int], registry: Registry, dice: random.Random
) -> TicketDraft:
    subject, number = life.scene.subject, by_key[life.key]
    texts: dict[int, SaltedText] = {}
    recorded = []
    for seq, act in enumerate(life.acts, 1):
        payload = dict(act.beat.payload)
        if act.beat.kind is EventKind.OPENED:
            payload |= _opening_payload(life, registry, dice)
        if life.twin is not None and act.beat.kind is EventKind.MERGED:
            payload["into"] = number_text(by_key[life.twin])
        if act.beat.text is not None:
            texts[seq], payload["text"] = salted(act.beat.text)
        recorded.append(_event(seq, act, payload))
    new = NewTicket(
        number=number,
        client=life.client.id,
        product=registry.products[subject.product],
        summary=subject.summary,
        description=subject.description,
        contact=life.scene.contact.id,
    )
    return TicketDraft(new, tuple(recorded), (), texts)


def _opening_payload(life: Life, registry: Registry, dice: random.Random) -> dict[str, Any]:
    """Return what the ticket was opened with: references and short facts of the catalogue."""
    subject = life.scene.subject
    facts: dict[str, Any] = {
        "client": life.client.id,
        "contact": life.scene.contact.id,
        "product": registry.products[subject.product],
        "routine": subject.routine,
        "channel": life.channel.value,
        "environment": dice.choice(_environments(subject)),
    }
    if subject.versions:
        facts["version"] = dice.choice(subject.versions)
    return {"facts": facts, "contract": life.client.client.contract}


def _environments(subject: Subject) -> tuple[str, ...]:
    urgent = subject.severity in (Severity.CRITICAL, Severity.HIGH)
    return ("Produção",) if urgent else ("Produção", "Produção", "Homologação")


def _event(seq: int, act: Act, payload: dict[str, Any]) -> Event:
    beat = act.beat
    desk = "portal" if beat.actor is None else f"mesa {beat.actor:02d}"
    desk = _DESK_OF_CHANNEL.get(beat.channel, desk)
    return Event(seq, beat.kind, act.at, act.at, beat.actor, desk, beat.channel, payload)
