"""The demo's consulting: believable, within the rules, on whatever day it is opened."""

from __future__ import annotations

import pytest

from app.domain.clock import FixedClock, from_epoch
from app.domain.consulting import Stage
from app.services.desk import Desk
from app.services.health import check
from app.services.sample_consulting import fill_consulting
from app.services.sample_data import fill_with_sample
from app.services.workspace import Workspace
from reports import catalog
from tests.desks import at


@pytest.mark.parametrize("wall", ["2026-03-04 12:00", "2026-11-18 14:40", "2027-01-02 03:00"])
def test_the_demo_has_consultings_that_the_rules_allow(sqlite_desk: Desk, wall: str) -> None:
    sqlite_desk.clock = FixedClock(from_epoch(at(wall)))
    fill_with_sample(sqlite_desk)
    workspace = Workspace(sqlite_desk, catalog.draw)
    before = sqlite_desk.clock
    fill_consulting(workspace)
    assert sqlite_desk.clock is before
    stages = {listed.stage for listed in workspace.consulting.listed()}
    assert Stage.LETTER_PENDING in stages
    assert stages & {Stage.RUNNING, Stage.RELEASED}
    assert workspace.rates.of(1).rates
    assert check(sqlite_desk.database, full=True).faults == ()
