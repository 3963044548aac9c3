"""The duty roster: who is on duty in which plantão window, and where nobody is (CAL-7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.day_layout import DayLayout, spans_of
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.queue_view import Reference
from app.domain.team_calendar import MINUTES_PER_DAY, Window


@dataclass(frozen=True, slots=True)
class Duty:
    """Somebody on duty from one minute of a day to another; ``swapped`` says who agreed to it."""

    id: int
    team: str
    day: date
    start: int
    end: int
    person: Reference
    swapped: str = ""

    def covers(self, window: Window) -> bool:
        """Tell whether the duty holds for the whole of a window."""
        return self.start <= window.start and window.end <= self.end

    def overlaps(self, other: Duty) -> bool:
        """Tell whether both hold at one time."""
        return self.day == other.day and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Absence:
    """Days on which somebody is away, both ends included."""

    id: int
    person: Reference
    first: date
    last: date
    reason: str

    def holds_on(self, day: date) -> bool:
        """Tell whether a date lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Post:
    """A plantão window of a day and who is on duty in it; nobody is a hole (CAL-7).

    ``away`` are those who were put on duty and are absent: they hold no post.
    """

    day: date
    window: Window
    on_duty: tuple[Duty, ...]
    away: tuple[Duty, ...] = ()

    @property
    def is_hole(self) -> bool:
        """Whether nobody is on duty."""
        return not self.on_duty

    @property
    def names(self) -> tuple[str, ...]:
        """Who is on duty."""
        return tuple(duty.person.name for duty in self.on_duty)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody on duty twice at one time, perhaps for two teams."""

    one: Duty
    other: Duty


def posts_of(
    layout: DayLayout, duties: Sequence[Duty], absences: Sequence[Absence]
) -> tuple[Post, ...]:
    """Return the posts of a day: each plantão window after every rule, in order."""
    day = layout.date
    mine = [duty for duty in duties if duty.day == day]
    gone = {absence.person.id for absence in absences if absence.holds_on(day)}
    return tuple(
        Post(
            day,
            window,
            tuple(d for d in mine if d.covers(window) and d.person.id not in gone),
            tuple(d for d in mine if d.covers(window) and d.person.id in gone),
        )
        for window in layout.windows
        if window.plantao
    )


def strays(layout: DayLayout, duties: Sequence[Duty]) -> tuple[Duty, ...]:
    """Return the duties of a day that no plantão window needs any more."""
    needed = [window for window in layout.windows if window.plantao]
    return tuple(
        duty
        for duty in duties
        if duty.day == layout.date and not any(duty.covers(window) for window in needed)
    )


def conflicts(duties: Iterable[Duty]) -> tuple[Conflict, ...]:
    """Return every pair of duties that one person would have at one time, in any team."""
    by_person: dict[tuple[int, date], list[Duty]] = defaultdict(list)
    found = []
    for duty in sorted(duties, key=lambda known: (known.day, known.start, known.id)):
        mine = by_person[duty.person.id, duty.day]
        found += [Conflict(other, duty) for other in mine if other.overlaps(duty)]
        mine.append(duty)
    return tuple(found)


def duty_seconds(duties: Iterable[Duty]) -> Mapping[Reference, int]:
    """Return how long each person is on duty, in real seconds (CAL-6); the longest first."""
    seconds: dict[Reference, int] = defaultdict(int)
    for duty in duties:
        spans = spans_of(duty.day, Window(duty.start, duty.end))
        seconds[duty.person] += sum(end - start for start, end in spans)
    return dict(sorted(seconds.items(), key=lambda entry: (-entry[1], entry[0].name)))


@dataclass(frozen=True, slots=True)
class Assignment:
    """A duty to be given: a window of a day and the number of a person."""

    day: date
    start: int
    end: int
    person: int


def rotation(posts: Iterable[Post], people: Sequence[int], first: date) -> Iterator[Assignment]:
    """Give each week of posts to the next of a list of people, from the week of a date on.

    Posts that somebody holds already are left as they are.
    """
    if not people:
        raise InvalidInput("CAL-7: escolha ao menos uma pessoa para o rodízio", field="people")
    monday = first - timedelta(days=first.weekday())
    for post in posts:
        if post.is_hole:
            person = people[(post.day - monday).days // 7 % len(people)]
            yield Assignment(post.day, post.window.start, post.window.end, person)


def copied(duties: Iterable[Duty], posts: Iterable[Post], days: int) -> Iterator[Assignment]:
    """Give the same people the same windows so many days later, where nobody holds them yet."""
    wanted = {(post.day, post.window.start, post.window.end): post for post in posts}
    for duty in duties:
        key = (duty.day + timedelta(days=days), duty.start, duty.end)
        post = wanted.get(key)
        if post is not None and post.is_hole:
            yield Assignment(*key, duty.person.id)


def refuse_duty(
    assignment: Assignment, layout: DayLayout, duties: Sequence[Duty], absences: Sequence[Absence]
) -> None:
    """Refuse a duty outside plantão, of somebody who is away, or who has it already."""
    day = assignment.day
    if not 0 <= assignment.start < assignment.end <= MINUTES_PER_DAY:
        raise InvalidInput("CAL-1: o turno termina antes de começar", field="window")
    window = Window(assignment.start, assignment.end, plantao=True)
    if window not in layout.windows:
        raise RuleRefusal("CAL-7", f"{day:%d/%m} não tem plantão de {window.label}")
    away = next((a for a in absences if a.person.id == assignment.person and a.holds_on(day)), None)
    if away is not None:
        until = f"de {away.first:%d/%m} a {away.last:%d/%m}"
        raise RuleRefusal("CAL-7", f"{away.person.name} está ausente {until} ({away.reason})")
    for duty in duties:
        if (duty.day, duty.person.id) == (day, assignment.person) and duty.covers(window):
            raise RuleRefusal("CAL-7", f"{duty.person.name} já está neste plantão")
