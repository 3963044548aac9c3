"""Mail goes out once: against a real server that refuses, hangs, drops the line and comes back."""

from __future__ import annotations

import email
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from email.policy import default
from threading import Thread

import pytest

from app.domain.clock import FixedClock, from_epoch, to_epoch
from app.domain.errors import DataFailure, InvalidInput
from app.domain.message_state import MessageState
from app.domain.outbox import Message, OutboxLine
from app.services.delivery import DeliveryService
from app.services.desk import Desk
from app.services.mail_settings import MAIL
from app.services.outbox import OutboxService
from app.storage import outbox, settings
from tests.databases import NOON
from tests.desks import open_ticket
from tests.mail_server import Mood, MoodyServer, free_port, settings_of

BODY = "Olá,\n\nA solução aguarda o seu aceite.\n.\n..ponto no começo\nnão é o fim.\n"
LONG_AFTER = 3 * 86_400

pytestmark = pytest.mark.usefixtures("no_keyring")


@pytest.fixture(autouse=True)
def own_clock(desk: Desk) -> None:
    desk.clock = FixedClock(NOON)


def use(desk: Desk, server: MoodyServer, **changed: object) -> None:
    with desk.database.write() as connection:
        settings.put(connection, MAIL, server.settings(**changed))


def write(desk: Desk, *recipients: str) -> None:
    """Put one message for each recipient into the outbox."""
    number = open_ticket(desk)
    now = to_epoch(desk.clock.now())
    messages = [
        Message(number, "reminder", now + place, recipient, f"Aceite nº {place}", BODY)
        for place, recipient in enumerate(recipients)
    ]
    with desk.database.write() as connection:
        outbox.put(connection, messages, now)


def pass_time(desk: Desk, seconds: int) -> None:
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(from_epoch(to_epoch(clock.now()) + seconds))


def deliver(desk: Desk) -> int:
    return len(list(DeliveryService(desk).deliver()))


def lines(desk: Desk) -> tuple[OutboxLine, ...]:
    return OutboxService(desk).lines()


def states(desk: Desk) -> list[str]:
    return [line.state.value for line in lines(desk)]


def arrivals(server: MoodyServer) -> Counter[str]:
    """Count what arrived by Message-ID."""
    letters = [email.message_from_bytes(raw, policy=default) for raw in server.arrived]
    return Counter(str(letter["Message-ID"]) for letter in letters)


def test_letters_arrive_once_with_their_texts_and_numbers(desk: Desk, server: MoodyServer) -> None:
    use(desk, server)
    write(desk, "ana@exemplo.com.br", "beto@exemplo.com.br", "")
    assert deliver(desk) == 2
    assert deliver(desk) == 0
    assert states(desk) == ["sent", "sent", "no_address"]
    letter = email.message_from_bytes(server.arrived[0], policy=default)
    assert letter.get_content().replace("\r\n", "\n") == BODY
    assert letter["Subject"] == "Aceite nº 0"
    assert str(letter["From"]) == "Suporte Exemplo <suporte@exemplo.com.br>"
    assert letter["To"] == "ana@exemplo.com.br"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Date"].datetime == NOON
    first = lines(desk)[0]
    assert letter["Message-ID"] == first.message_id
    assert (first.sent_at, first.tries, first.failure) == (to_epoch(NOON), 1, "")


def test_without_a_server_the_letters_stay_to_be_read(desk: Desk) -> None:
    write(desk, "ana@exemplo.com.br")
    assert deliver(desk) == 0
    assert states(desk) == ["queued"]
    assert lines(desk)[0].tries == 0


@pytest.mark.parametrize("mood", [Mood.REFUSE, Mood.REFUSE_TEXT])
def test_a_letter_refused_for_good_is_shown_as_failed_and_the_others_go(
    desk: Desk, server: MoodyServer, mood: Mood
) -> None:
    use(desk, server)
    write(desk, "nobody@exemplo.com.br", "ana@exemplo.com.br")
    server.mood_of = lambda recipient: mood if "nobody" in recipient else Mood.TAKE
    deliver(desk)
    assert states(desk) == ["failed", "sent"]
    assert lines(desk)[0].failure.startswith("55")
    pass_time(desk, LONG_AFTER)
    assert deliver(desk) == 0


@pytest.mark.parametrize("mood", [Mood.REFUSE_SENDER, Mood.ASK_TO_SIGN_IN])
def test_wrong_settings_are_no_letter_s_fault(desk: Desk, server: MoodyServer, mood: Mood) -> None:
    use(desk, server)
    write(desk, "ana@exemplo.com.br", "beto@exemplo.com.br")
    server.mood = mood
    assert deliver(desk) == 1, "the round ends: the next letter would fare no better"
    assert states(desk) == ["queued", "queued"]
    assert lines(desk)[0].failure.startswith("5")
    server.mood = Mood.TAKE
    pass_time(desk, 60)
    deliver(desk)
    assert states(desk) == ["sent", "sent"]


def test_an_address_the_line_cannot_carry_fails_alone(desk: Desk, server: MoodyServer) -> None:
    use(desk, server)
    write(desk, "josé@exemplo.com.br", "ana@exemplo.com.br")
    deliver(desk)
    assert states(desk) == ["failed", "sent"]
    assert server.arrived[0].isascii()


def test_a_server_whose_name_no_network_takes_is_only_not_reached(desk: Desk) -> None:
    with desk.database.write() as connection:
        settings.put(connection, MAIL, settings_of(25) | {"host": "smtp..exemplo.com"})
    write(desk, "ana@exemplo.com.br")
    deliver(desk)
    assert states(desk) == ["queued"]


@pytest.mark.parametrize("mood", [Mood.DEFER, Mood.DEFER_TEXT])
def test_a_letter_put_off_goes_after_a_pause(desk: Desk, server: MoodyServer, mood: Mood) -> None:
    use(desk, server)
    write(desk, "ana@exemplo.com.br")
    server.mood = mood
    assert (deliver(desk), deliver(desk)) == (1, 0)
    assert lines(desk)[0].next_try_at == to_epoch(NOON) + 60
    server.mood = Mood.TAKE
    pass_time(desk, 60)
    deliver(desk)
    assert states(desk) == ["sent"]
    assert len(server.arrived) == 1


@pytest.mark.parametrize("mood", [Mood.DROP, Mood.HANG])
def test_a_line_lost_before_the_text_is_tried_again(
    desk: Desk, server: MoodyServer, mood: Mood
) -> None:
    use(desk, server, timeout=0.3)
    write(desk, "ana@exemplo.com.br", "beto@exemplo.com.br")
    server.mood = mood
    assert deliver(desk) == 1, "a server that is lost is not asked for every letter"
    assert states(desk) == ["queued", "queued"]
    assert lines(desk)[0].failure
    server.mood = Mood.TAKE
    pass_time(desk, 60)
    assert deliver(desk) == 2
    assert set(arrivals(server).values()) == {1}


@pytest.mark.parametrize(
    "mood", [Mood.DROP_AFTER_TEXT, Mood.DROP_INSTEAD_OF_TEXT, Mood.HANG_AFTER_TEXT]
)
def test_a_line_lost_after_the_text_leaves_the_letter_uncertain(
    desk: Desk, server: MoodyServer, mood: Mood
) -> None:
    use(desk, server, timeout=0.3)
    write(desk, "ana@exemplo.com.br", "beto@exemplo.com.br")
    server.mood_of = lambda recipient: mood if "ana" in recipient else Mood.TAKE
    assert deliver(desk) == 2, "the next letter goes over a new line"
    assert states(desk) == ["uncertain", "sent"]
    known = lines(desk)[0].message_id
    assert "não se sabe se ela chegou" in lines(desk)[0].failure
    pass_time(desk, LONG_AFTER)
    assert deliver(desk) == 0
    server.mood_of = lambda _recipient: Mood.TAKE
    OutboxService(desk).send_again(lines(desk)[0].id, "ana@exemplo.com.br")
    deliver(desk)
    assert states(desk) == ["sent", "sent"]
    assert lines(desk)[0].message_id == known
    assert known in arrivals(server)


def test_a_person_may_say_that_an_uncertain_letter_arrived(desk: Desk, server: MoodyServer) -> None:
    use(desk, server)
    write(desk, "ana@exemplo.com.br")
    server.mood = Mood.DROP_AFTER_TEXT
    deliver(desk)
    (line,) = lines(desk)
    OutboxService(desk).call_arrived(line.id)
    assert states(desk) == ["sent"]
    for act in (
        lambda: OutboxService(desk).call_arrived(line.id),
        lambda: OutboxService(desk).send_again(line.id, "ana@exemplo.com.br"),
    ):
        with pytest.raises(DataFailure, match="já mudou de estado"):
            act()


def test_a_letter_without_address_goes_once_it_has_one(desk: Desk, server: MoodyServer) -> None:
    use(desk, server)
    write(desk, "")
    (line,) = lines(desk)
    with pytest.raises(InvalidInput) as refused:
        OutboxService(desk).send_again(line.id, "ana exemplo")
    assert refused.value.field == "recipient"
    OutboxService(desk).send_again(line.id, " Ana@Exemplo.com.br ")
    deliver(desk)
    assert [(sent.state, sent.message.recipient) for sent in lines(desk)] == [
        (MessageState.SENT, "ana@exemplo.com.br")
    ]


def test_a_server_that_is_gone_is_asked_less_and_less_and_then_given_up(desk: Desk) -> None:
    with desk.database.write() as connection:
        settings.put(connection, MAIL, settings_of(free_port()))
    write(desk, "ana@exemplo.com.br")
    pauses = []
    while lines(desk)[0].state is MessageState.QUEUED:
        due = lines(desk)[0].next_try_at
        assert due is not None
        pauses.append(due - to_epoch(desk.clock.now()))
        pass_time(desk, pauses[-1])
        assert deliver(desk) == 1
    assert pauses == sorted(pauses)
    assert sum(pauses) > 2 * 86_400 - 3600
    assert states(desk) == ["failed"]
    assert "desistimos depois de 11 tentativas" in lines(desk)[0].failure


def test_several_desks_at_once_deliver_each_letter_once(desk: Desk, server: MoodyServer) -> None:
    use(desk, server, timeout=10.0)
    write(desk, *[f"pessoa{place}@exemplo.com.br" for place in range(30)])
    desks = [Thread(target=deliver, args=(desk,)) for _desk in range(4)]
    for thread in desks:
        thread.start()
    for thread in desks:
        thread.join()
    assert set(states(desk)) == {"sent"}
    assert len(server.arrived) == 30
    assert set(arrivals(server).values()) == {1}


def test_in_any_weather_no_letter_arrives_twice(desk: Desk, server: MoodyServer) -> None:
    use(desk, server, timeout=0.3)
    dice = random.Random(20_261_125)
    ours = {Mood.REFUSE_SENDER, Mood.ASK_TO_SIGN_IN}
    stormy = [mood for mood in Mood if "HANG" not in mood.name and mood not in ours]
    write(desk, *[f"pessoa{place}@exemplo.com.br" for place in range(25)])
    server.mood_of = lambda _recipient: dice.choice([Mood.TAKE, *stormy])
    for _round in range(60):
        deliver(desk)
        pass_time(desk, 1800)
    server.mood_of = lambda _recipient: Mood.TAKE
    while "queued" in states(desk):
        pass_time(desk, 86_400)
        deliver(desk)
    assert set(arrivals(server).values()) == {1}
    fates = {line.message_id: line.state for line in lines(desk)}
    for letter, state in fates.items():
        if state is MessageState.SENT:
            assert letter in arrivals(server)
        if state is MessageState.FAILED:
            assert letter not in arrivals(server)
    assert {state.value for state in fates.values()} == {"sent", "failed", "uncertain"}


KILLED = """
import sys
from app.domain.clock import FixedClock
from tests.databases import NOON
from app.services.delivery import DeliveryService
from app.services.desk import Desk
from app.services.maintenance import open_database
clock = FixedClock(NOON)
list(DeliveryService(Desk(open_database(sys.argv[1], clock), clock)).deliver())
"""


def test_a_desk_killed_over_a_letter_leaves_it_uncertain(
    desk: Desk, url: str, server: MoodyServer
) -> None:
    use(desk, server, timeout=60.0)
    write(desk, "ana@exemplo.com.br", "beto@exemplo.com.br")
    server.mood_of = lambda recipient: Mood.HANG_AFTER_TEXT if "ana" in recipient else Mood.TAKE
    victim = subprocess.Popen([sys.executable, "-c", KILLED, url])
    end = time.monotonic() + 30
    while not server.arrived and time.monotonic() < end:
        time.sleep(0.05)
    os.kill(victim.pid, signal.SIGKILL)
    victim.wait()
    assert states(desk) == ["sending", "queued"]
    deliver(desk)
    assert states(desk) == ["sending", "sent"]
    pass_time(desk, 600)
    deliver(desk)
    assert states(desk) == ["uncertain", "sent"]
    assert set(arrivals(server).values()) == {1}


def test_a_letter_another_desk_took_meanwhile_is_not_sent(
    desk: Desk, server: MoodyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(desk, server)
    write(desk, "ana@exemplo.com.br")
    claim = outbox.claim

    def claimed_and_lost(connection, now, until):  # noqa: ANN001, ANN202
        line = claim(connection, now, until)
        assert line is not None
        outbox.settle(
            connection, line.id, MessageState.SENT, expected=[MessageState.QUEUED], sent_at=now
        )
        return line

    monkeypatch.setattr(outbox, "claim", claimed_and_lost)
    with pytest.raises(DataFailure, match="outra mesa"):
        deliver(desk)
    assert server.arrived == []
    assert states(desk) == ["sent"]


def test_a_person_may_stop_the_delivery_between_two_letters(
    desk: Desk, server: MoodyServer
) -> None:
    use(desk, server)
    write(desk, "ana@exemplo.com.br", "beto@exemplo.com.br")

    def stop() -> None:
        if server.arrived:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(DeliveryService(desk).deliver(stop))
    assert states(desk) == ["sent", "queued"]
