"""Many cases of ``sla`` at once: small batches here, large ones shared among the processors."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice

from app.domain.teams import Team, team_of
from app.services.sla_cases import Answer, SlaCases

_WORTH_SHARING = 1500
"""Below so many cases, starting another process takes longer than answering."""
_AT_ONCE = 250
Teams = tuple[Team, ...]
Numbered = tuple[int, str | bytes]
"""A line with its number, from 1."""


def answer_lines(
    lines: Iterable[str | bytes], teams: Teams, *, processors: int | None = None
) -> Iterator[Answer]:
    """Answer every case in order; an invalid one answers with its error.

    ``processors`` is how many share a large batch; as a rule all there are.
    """
    numbered = enumerate(lines, 1)
    first = list(islice(numbered, _WORTH_SHARING))
    processors = processors or os.cpu_count() or 1
    pool = _pool(teams, processors) if len(first) == _WORTH_SHARING else None
    if pool is None:
        yield from _cases(teams).answer_numbered(chain(first, numbered))
        return
    with pool:
        yield from _shared(pool, chain(first, numbered), 2 * processors)


def _pool(teams: Teams, processors: int) -> ProcessPoolExecutor | None:
    if processors < 2:
        return None
    try:
        return ProcessPoolExecutor(processors, initializer=_begin, initargs=(teams,))
    except (ImportError, NotImplementedError, OSError):
        return None  # a system without shared semaphores: one process answers all the same


def _shared(
    pool: ProcessPoolExecutor, lines: Iterator[Numbered], most_waiting: int
) -> Iterator[Answer]:
    waiting: deque[Future[list[Answer]]] = deque()
    while batch := list(islice(lines, _AT_ONCE)):
        waiting.append(pool.submit(_answer, batch))
        if len(waiting) > most_waiting:
            yield from waiting.popleft().result()
    for answers in waiting:
        yield from answers.result()


_own: list[SlaCases] = []
"""The cases of this process, so that its calendars stay compiled from batch to batch."""


def _begin(teams: Teams) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it and ends the others
    _own[:] = [_cases(teams)]


def _answer(batch: list[Numbered]) -> list[Answer]:
    return list(_own[0].answer_numbered(batch))


def _cases(teams: Teams) -> SlaCases:
    return SlaCases(lambda key: team_of(teams, key).calendar)
