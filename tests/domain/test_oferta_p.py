"""Oferta P: environments, update evenings, backups (OFP-1 … OFP-3)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.oferta_p import (
    ItemKind,
    ItemState,
    OfertaItem,
    ReleaseKind,
    backup_due,
    environment_due,
    update_evening,
)
from tests.domain.builders import HOUR, at, wall


def _weekday(day: date) -> bool:
    return day.weekday() < 5


def test_ofp_1_an_environment_is_due_at_the_end_of_the_fifteenth_day() -> None:
    assert wall(environment_due(date(2026, 11, 2))) == "2026-11-17 23:59:59"


@pytest.mark.parametrize(
    ("kind", "released", "evening"),
    [
        (ReleaseKind.EMERGENCY, "2026-11-18 10:00", "2026-11-18 18:00"),
        (ReleaseKind.EMERGENCY, "2026-11-21 20:00", "2026-11-21 20:00"),
        (ReleaseKind.SERIOUS, "2026-11-18 10:00", "2026-11-20 18:00"),
        (ReleaseKind.SERIOUS, "2026-11-20 17:59", "2026-11-20 18:00"),
        (ReleaseKind.SERIOUS, "2026-11-20 18:00", "2026-11-27 18:00"),
        (ReleaseKind.SERIOUS, "2026-11-21 09:00", "2026-11-27 18:00"),
        (ReleaseKind.MINOR, "2026-11-16 09:00", "2026-11-27 18:00"),
        (ReleaseKind.MINOR, "2026-11-22 09:00", "2026-11-27 18:00"),
    ],
)
def test_ofp_2_a_release_has_its_evening(kind: ReleaseKind, released: str, evening: str) -> None:
    assert wall(update_evening(kind, at(released), _weekday)) == evening


def test_ofp_2_a_closed_friday_gives_way_to_the_next_business_evening() -> None:
    def without_the_20th(day: date) -> bool:
        return _weekday(day) and day != date(2026, 11, 20)

    found = update_evening(ReleaseKind.SERIOUS, at("2026-11-18 10:00"), without_the_20th)
    assert wall(found) == "2026-11-23 18:00"
    never = update_evening(ReleaseKind.SERIOUS, at("2026-11-18 10:00"), lambda _day: False)
    assert wall(never) == "2026-11-20 18:00"


def test_ofp_3_a_backup_comes_48_hours_after_it_was_asked_for() -> None:
    assert wall(backup_due(at("2026-11-19 10:30"))) == "2026-11-21 10:30"
    assert wall(backup_due(at("2018-11-03 10:30"))) == "2018-11-05 11:30"  # an hour was skipped


def test_an_item_reminds_a_day_before_and_is_late_after_its_instant() -> None:
    due = at("2026-11-20 18:00")
    item = OfertaItem(1, ItemKind.UPDATE, "12.1", "", 0, due, "OFP-2")
    assert [item.is_near(due + hours * HOUR) for hours in (-25, -24, 5)] == [False, True, True]
    assert [item.is_late(due + hours * HOUR) for hours in (0, 5, 6)] == [False, False, True]
    backup = OfertaItem(1, ItemKind.BACKUP, "", "", 0, due, "OFP-3")
    assert [backup.is_late(due + seconds) for seconds in (0, 1)] == [False, True]
    done = OfertaItem(1, ItemKind.UPDATE, "12.1", "", 0, due, "OFP-2", ItemState.DONE)
    assert not done.is_near(due)
    assert not done.is_late(due + 9 * HOUR)
