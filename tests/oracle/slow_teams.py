"""The eleven teams of the rulebook's first table, typed by hand (§1, CAL-4)."""

from tests.oracle.slow_calendar import LocalRule, WeeklyRules, Window

WORKDAYS = 5


def _at(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _day(*spans: str) -> tuple[Window, ...]:
    """Read spans such as ``07:00-08:00*``; the star marks plantão."""
    windows = []
    for span in spans:
        start, end = span.rstrip("*").split("-")
        windows.append(Window(_at(start), _at(end), span.endswith("*")))
    return tuple(windows)


def _weekdays(*spans: str, saturday: tuple[str, ...] = ()) -> tuple[tuple[Window, ...], ...]:
    return (*(_day(*spans),) * WORKDAYS, _day(*saturday), ())


def _closed_on_holidays(*spans: str) -> WeeklyRules:
    return WeeklyRules(
        _weekdays(*spans),
        counts_plantao=True,
        national_closed=True,
        local_rule=LocalRule.CLOSED,
    )


def _closed_on_national(
    week: tuple[tuple[Window, ...], ...], local_rule: LocalRule = LocalRule.OPEN
) -> WeeklyRules:
    return WeeklyRules(week, counts_plantao=True, national_closed=True, local_rule=local_rule)


_SUPPORT = _closed_on_national(
    _weekdays("07:00-08:00*", "08:00-12:00", "12:00-13:30*", "13:30-18:00", "18:00-19:00*"),
    LocalRule.PLANTAO_ONLY,
)

TEAMS: dict[str, WeeklyRules] = {
    "cst": _closed_on_holidays("08:00-12:00", "13:30-18:00"),
    "e-learning": _closed_on_holidays("08:30-12:00", "13:30-18:00"),
    "cloud": WeeklyRules(
        (_day("00:00-24:00"),) * 7,
        counts_plantao=True,
        national_closed=False,
        local_rule=LocalRule.OPEN,
    ),
    "bpo": _closed_on_holidays("08:00-18:00"),
    "suporte-tecnico": _SUPPORT,
    "first": _closed_on_national(_weekdays("07:30-12:00", "12:00-13:30*", "13:30-19:00")),
    "vitrine": _closed_on_national(
        _weekdays(
            "08:00-12:00",
            "12:00-13:30*",
            "13:30-19:00",
            saturday=("09:00-12:00", "12:00-13:30*", "13:30-15:00"),
        )
    ),
    "consultorio": _closed_on_national(_weekdays("07:00-12:00", "12:00-13:30*", "13:30-19:00")),
    "consultoria": _closed_on_holidays("08:00-18:00"),
    "prime": _SUPPORT,
    "ouvidoria": _closed_on_holidays("08:00-12:00", "13:30-17:30"),
}
