"""The manual tells the truth: its pictures are there, its keys work, its mapping is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.services.log_mapping import read_mapping
from tools.screenshot_scenes import SHOTS
from ui.actions import ACTIONS
from ui.queue.views import ViewId

DOCS = Path(__file__).parents[3] / "docs"
MANUAL = (DOCS / "manual.md").read_text(encoding="utf-8")


def test_every_picture_of_the_manual_is_there_and_is_one_we_take() -> None:
    named = re.findall(r"\]\((images/[^)]+)\)", MANUAL)
    taken = {f"images/{shot.name}.png" for shot in SHOTS}
    assert named
    assert set(named) <= taken
    assert [name for name in named if not (DOCS / name).exists()] == []


def test_every_shortcut_stands_in_the_manual() -> None:
    keys = {spec.key for spec in ACTIONS if spec.key}
    assert [key for key in keys if f"`{key}`" not in MANUAL] == []


def test_every_view_stands_in_the_manual() -> None:
    titles = [view.value.replace("&", "") for view in ViewId]
    assert [title for title in titles if f"| {title} |" not in MANUAL] == []


def test_the_mapping_of_the_manual_is_read(tmp_path: Path) -> None:
    found = re.search(r"```toml\n(.*?)```", MANUAL, re.DOTALL)
    assert found is not None
    path = tmp_path / "mapping.toml"
    path.write_text(found.group(1), encoding="utf-8")
    assert read_mapping(path).ticket == "Chamado"


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_picture_is_small_enough_to_travel(shot: object) -> None:
    path = DOCS / "images" / f"{shot.name}.png"
    assert path.stat().st_size <= (400_000 if shot.scale > 1 else 150_000)
