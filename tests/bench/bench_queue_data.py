"""A big database for the bench of the queue: 1,000,000 tickets of which 60,000 are open.

Schema, seed, histories and projections are the project's own. Open tickets are written by the same
function as any other, with one to six events each; closed ones go in as rows, with two sealed
events each, and a part of them is held against what their histories come to. The file is kept and
taken again when it fits. Run: `python -m tests.bench.bench_queue_data`.
"""

import argparse
import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import perf_counter

from app.domain.clock import FixedClock, SystemClock, to_epoch
from app.domain.event_chain import GENESIS, canonical, seal
from app.domain.projection import project
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, Closing, Event, EventKind, Status
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.services.desk import Desk
from app.services.maintenance import open_database, sqlite_url
from app.services.sample_catalog import SampleCatalog, Subject, load_sample_catalog
from app.services.ticket_writing import TicketDraft, salted, write_new
from app.storage import events, tickets
from app.storage.codes import SEVERITY_CODES, STATUS_CODES
from app.storage.schema import HEAD
from app.storage.search_text import words_of
from app.storage.tickets import NewTicket

SHAPE = 3
"""Raised when what is made changes, so that older files no longer fit."""
PEOPLE, CLIENTS = 200, 5_000
ROWS_AT_ONCE, DRAFTS_AT_ONCE, COMPARED = 20_000, 1_000, 300
DAY = 86_400
YEARS_OF_CLOSED, DAYS_OF_OPEN = 6, 25
FAST = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF")
SEVERITIES = (
    Severity.CRITICAL,
    *(Severity.HIGH,) * 3,
    *(Severity.MEDIUM,) * 4,
    *(Severity.LOW,) * 2,
)
_PAST = (EventKind.ASSIGNED, EventKind.NOTE)
LIVES = (
    (),
    (*_PAST,),
    (*_PAST, EventKind.NOTE, EventKind.NOTE),
    (*_PAST, EventKind.PENDING_CLIENT, EventKind.CLIENT_ANSWERED, EventKind.NOTE),
    (*_PAST, EventKind.NOTE, EventKind.PENDING_CLIENT),
    (*_PAST, EventKind.IN_MAINTENANCE),
    (*_PAST, EventKind.SOLUTION, EventKind.REFUSED, EventKind.NOTE),
    (*_PAST, EventKind.NOTE, EventKind.SOLUTION),
)
"""What happened to open tickets after their opening."""
TICKET_COLUMNS = (
    "id", "version", "team_id", "client_id", "product_id", "severity", "status", "opened_at",
    "status_since", "last_event_at", "closed_at", "due_at", "calendar", "budget_seconds",
    "remaining_seconds", "head_seq", "head_hash", "closing", "outcome_breached",
    "outcome_ever_late", "outcome_overrun_seconds", "outcome_policy", "outcome_revision",
)  # fmt: skip
EVENT_COLUMNS = (
    "ticket_id", "seq", "kind", "at", "recorded_at", "desk", "channel", "payload", "hash",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom and what the tickets refer to, by number, with the words they are found by."""

    clients: tuple[str, ...]
    products: tuple[str, ...]
    subjects: tuple[Subject, ...]
    words: tuple[str, ...]
    subject_words: tuple[str, ...]
    client_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """One ticket's draw: references and instants, before anything is computed."""

    number: int
    opened: int
    closed: int
    client: int
    subject: int
    tail: str
    severity: Severity
    team: str


def database_for(folder: Path, tickets: int = 1_000_000, opened: int = 60_000) -> Path:
    """Return the big database, made when there is none that fits; says how long it took."""
    path = folder / f"queue-{tickets}-{opened}-{HEAD}-{SHAPE}.db"
    if fits(path, tickets, opened):
        print(f"{path}: taken as it is, {path.stat().st_size / 1e6:,.0f} MB")
        return path
    folder.mkdir(parents=True, exist_ok=True)
    began = perf_counter()
    # A folder of its own: two benches at once do not write into one file.
    with tempfile.TemporaryDirectory(dir=folder, prefix="making-") as own:
        partial = Path(own, path.name)
        make(partial, tickets, opened)
        partial.replace(path)
    seconds = perf_counter() - began
    print(f"{path}: made in {seconds:.0f} s, {path.stat().st_size / 1e6:,.0f} MB")
    return path


def fits(path: Path, tickets: int, opened: int) -> bool:
    """Tell whether a file holds what is asked for."""
    if not path.exists():
        return False
    with sqlite3.connect(path) as connection:
        counted = connection.execute(
            "SELECT (SELECT count(*) FROM ticket_text), "
            "(SELECT count(*) FROM ticket WHERE queue_group IS NOT NULL)"
        ).fetchone()
    connection.close()
    return bool(counted == (tickets, opened))


def make(path: Path, count: int, opened: int) -> None:
    """Make the database at a path."""
    clock, dice = FixedClock(SystemClock().now()), random.Random(20261123)
    now = to_epoch(clock.now())
    open_database(sqlite_url(path), clock).close()
    cast = make_cast(load_sample_catalog(), dice)
    # The open ones are among the newest, with closed ones between them.
    newest = range(max(1, count - 4 * opened + 1), count + 1)
    open_numbers = sorted(dice.sample(newest, opened))
    database = open_database(sqlite_url(path), clock)
    desk = Desk(database, clock)
    _step("people and clients", lambda: write_cast(path, cast, count))
    closed = sorted(set(range(1, count + 1)).difference(open_numbers))
    _step("closed tickets", lambda: write_closed(path, desk, cast, closed, now, dice))
    _step("open tickets", lambda: write_open(desk, cast, open_numbers, now, dice))
    _step("comparing", lambda: compare(desk, dice.sample(closed, min(COMPARED, len(closed)))))
    database.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def _step(what: str, do: Callable[[], None]) -> None:
    began = perf_counter()
    do()
    print(f"  {what:<20} {perf_counter() - began:>7.1f} s", flush=True)


def make_cast(catalog: SampleCatalog, dice: random.Random) -> Cast:
    """Invent clients and rare words around the subjects of the demo."""
    syllables = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "xo")
    rare = tuple("".join(dice.choices(syllables, k=4)) for _ in range(4_000))
    kinds = ("Escola", "Colégio", "Clínica", "Mercado", "Indústria", "Papelaria", "Padaria")
    clients = tuple(
        f"{dice.choice(kinds)} {rare[place % 4_000].title()} {place:04d}"
        for place in range(CLIENTS)
    )
    subjects = tuple(s for own in catalog.subjects.values() for s in own)
    return Cast(
        clients=clients,
        products=tuple(sorted({subject.product for subject in subjects})),
        subjects=subjects,
        words=rare,
        subject_words=tuple(_folded(f"{s.summary} {s.description}") for s in subjects),
        client_words=tuple(map(_folded, clients)),
    )


def _folded(text: str) -> str:
    return " ".join(sorted(set(words_of(text))))


def write_cast(path: Path, cast: Cast, count: int) -> None:
    """Write people, clients, products, and the counter of ticket numbers."""
    people = [(number, f"Analista {number:03d}") for number in range(1, PEOPLE + 1)]
    clients = [(n, name, "Joinville", "SC") for n, name in enumerate(cast.clients, 1)]
    with sqlite3.connect(path) as connection:
        connection.executemany("INSERT INTO person (id, name) VALUES (?, ?)", people)
        connection.executemany(
            "INSERT INTO client (id, name, city, state) VALUES (?, ?, ?, ?)", clients
        )
        products = enumerate(cast.products, 1)
        connection.executemany("INSERT INTO product (id, name) VALUES (?, ?)", products)
        connection.execute("INSERT INTO counter (name, value) VALUES ('ticket', ?)", [count])
    connection.close()


def draws(
    cast: Cast, desk: Desk, numbers: Sequence[int], span: tuple[int, int], dice: random.Random
) -> Iterator[Made]:
    """Draw tickets with rising instants of opening in a span."""
    teams = [team.key for team in desk.book.teams]
    size = len(numbers)
    drawn = zip(
        numbers,
        sorted(dice.choices(range(*span), k=size)),
        dice.choices(range(1, CLIENTS + 1), k=size),
        dice.choices(range(len(cast.subjects)), k=size),
        dice.choices(cast.words, k=size),
        dice.choices(cast.words, k=size),
        dice.choices(SEVERITIES, k=size),
        dice.choices(teams, weights=[5, 3, 6, 3, 20, 6, 9, 5, 4, 5, 2][: len(teams)], k=size),
        strict=True,
    )
    for number, opened, client, subject, first, second, severity, team in drawn:
        closed = opened + 600 + int(10 * DAY * dice.random() ** 2)
        yield Made(number, opened, closed, client, subject, f"{first} {second}", severity, team)


def write_closed(
    path: Path, desk: Desk, cast: Cast, numbers: Sequence[int], now: int, dice: random.Random
) -> None:
    """Write the closed tickets as rows of the project's own tables."""
    writer = ClosedRows(desk, cast)
    span = (now - YEARS_OF_CLOSED * 366 * DAY, now - 12 * DAY)
    desk.database.close()  # only a file that nobody else holds can do without its journal
    with sqlite3.connect(path, isolation_level=None) as connection:
        for pragma in FAST:
            connection.execute(f"PRAGMA {pragma}")
        for some in batched(draws(cast, desk, numbers, span, dice), ROWS_AT_ONCE):
            rows = [writer.rows(made) for made in some]
            connection.execute("BEGIN")
            _insert(connection, "ticket", TICKET_COLUMNS, (row[0] for row in rows))
            texts = ("ticket_id", "summary", "description")
            _insert(connection, "ticket_text", texts, (row[1] for row in rows))
            acts = (event for row in rows for event in row[2])
            _insert(connection, "event", EVENT_COLUMNS, acts)
            _insert(connection, "ticket_search", ("rowid", "words"), (row[3] for row in rows))
            connection.execute("COMMIT")
    connection.close()


def batched(drawn: Iterator[Made], size: int) -> Iterator[list[Made]]:
    """Cut draws into lists of a size."""
    while some := list(islice(drawn, size)):
        yield some


def _insert(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Iterator[tuple]
) -> None:
    marks = ", ".join("?" * len(columns))
    connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


class ClosedRows:
    """Makes the rows of closed tickets, equal to what their histories come to."""

    def __init__(self, desk: Desk, cast: Cast) -> None:
        self._book, self._cast = desk.book, cast
        with desk.database.read() as connection:
            self._team_ids = tickets.team_numbers(connection)
        self._products = {name: number for number, name in enumerate(cast.products, 1)}
        self._closing = canonical({"closing": Closing.IMPORTED.value})

    def rows(self, made: Made) -> tuple[tuple, tuple, list[tuple], tuple]:
        """Return the rows of ticket, texts, events and search words."""
        subject = self._cast.subjects[made.subject]
        product = self._products[subject.product]
        closed = made.closed
        acts, head = self._acts(made, product, closed)
        text = (made.number, f"{subject.summary} · {made.tail}", subject.description)
        search = (made.number, search_words(self._cast, made))
        return self._ticket(made, product, closed, head), text, acts, search

    def _acts(self, made: Made, product: int, closed: int) -> tuple[list[tuple], bytes]:
        # Canonical as it stands: a million payloads through the encoder would take a minute.
        opening = (
            f'{{"facts":{{"client":{made.client},"product":{product}}},'
            f'"severity":"{made.severity.value}","team":"{made.team}"}}'
        )
        rows, head, number = [], GENESIS, f"{made.number:08d}"
        for seq, kind, at, payload in (
            (1, EventKind.OPENED, made.opened, opening),
            (2, EventKind.CLOSED, closed, self._closing),
        ):
            event = Event(seq, kind, at, at, None, "bench", Channel.IMPORT)
            head = seal(head, number, event, payload)
            rows.append((made.number, seq, kind.value, at, at, "bench", "import", payload, head))
        return rows, head

    def _ticket(self, made: Made, product: int, closed: int, head: bytes) -> tuple:
        time = self._book.calendar_of(made.team)
        policy = self._book.rules.policies[0]
        budget = int(policy.targets[made.severity].support.value) * 3600
        due = time.instant_after(made.opened, budget)
        left = budget - time.seconds_between(made.opened, closed)
        late = closed > due
        return (
            made.number, 2, self._team_ids[made.team], made.client, product,
            SEVERITY_CODES[made.severity], STATUS_CODES[Status.CLOSED], made.opened, closed,
            closed, closed, due, made.team, budget, left, 2, head, Closing.IMPORTED.value, late,
            late, max(0, -left), f"{policy.key} v{policy.version}", time.revision.number,
        )  # fmt: skip


def search_words(cast: Cast, made: Made) -> str:
    """Return the words a ticket is found by."""
    own = f"{made.number:08d} {made.number} {made.tail}"
    return f"{own} {cast.client_words[made.client - 1]} {cast.subject_words[made.subject]}"


def write_open(
    desk: Desk, cast: Cast, numbers: Sequence[int], now: int, dice: random.Random
) -> None:
    """Write the open tickets as the program itself does."""
    span = (now - DAYS_OF_OPEN * DAY, now - 60)
    client_names = dict(enumerate(cast.clients, 1))
    products = {name: number for number, name in enumerate(cast.products, 1)}
    for some in batched(draws(cast, desk, numbers, span, dice), DRAFTS_AT_ONCE):
        drafts = [_draft(made, cast, products, now, dice) for made in some]
        with desk.database.write() as connection:
            write_new(connection, desk.book, drafts, client_names)


def _draft(
    made: Made, cast: Cast, products: dict[str, int], now: int, dice: random.Random
) -> TicketDraft:
    subject = cast.subjects[made.subject]
    product, analyst = products[subject.product], dice.randint(1, PEOPLE)
    facts = {"client": made.client, "product": product}
    opening = {"facts": facts, "severity": made.severity.value, "team": made.team}
    history = [Event(1, EventKind.OPENED, made.opened, made.opened, None, "bench", payload=opening)]
    kinds = dice.choice(LIVES)
    # A solution stands for two weeks at most: later it would have been closed.
    latest = max(made.opened + 1, now - 12 * DAY)
    since = latest if EventKind.SOLUTION in kinds else made.opened
    instants = sorted(dice.choices(range(since, now), k=len(kinds)))
    for seq, (kind, at) in enumerate(zip(kinds, instants, strict=True), 2):
        payload = {"assignee": analyst} if kind is EventKind.ASSIGNED else {"public": True}
        history.append(Event(seq, kind, at + seq, at + seq, analyst, "bench", payload=payload))
    texts = {}
    if len(history) > 2 and dice.random() < 0.05:
        texts[3], digest = salted(f"Chamado em análise, {made.tail}.")
        history[2].payload["text"] = digest  # type: ignore[index]
    summary = f"{subject.summary} · {made.tail}"
    new = NewTicket(made.number, made.client, product, summary, subject.description)
    return TicketDraft(new, tuple(history), (), texts)


def compare(desk: Desk, numbers: Sequence[int]) -> None:
    """Fail when a closed ticket's row is not what its history comes to."""
    book = desk.book
    with desk.database.read() as connection:
        for number, history in events.histories_of(connection, numbers).items():
            expected = project(sla_of(replay(history), book.rules, book.calendar_of))
            wrong = tickets.differing_columns(connection, number, expected)
            if wrong:
                raise SystemExit(f"ticket {number}: {', '.join(wrong)} not as its history says")


def main() -> None:
    """Make the database, or find that it is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tickets", type=int, default=1_000_000)
    parser.add_argument("--open", type=int, default=60_000)
    default_folder = Path(tempfile.gettempdir(), "bancada-bench")
    parser.add_argument("--folder", type=Path, default=default_folder)
    options = parser.parse_args()
    database_for(options.folder, options.tickets, options.open)


if __name__ == "__main__":
    main()
