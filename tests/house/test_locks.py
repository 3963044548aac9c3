"""The lock files install what `pyproject.toml` asks for, on every machine."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.source_tree import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")
EXTRAS = {
    "requirements.lock": (),
    "requirements-dev.lock": ("postgres", "assinatura", "dev"),
    "requirements-bench.lock": ("postgres", "assinatura", "dev", "bench"),
}
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==(\S+)", re.MULTILINE)


def _pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / lock).read_text("ascii")))


def _wanted(extras: tuple[str, ...]) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = list(project["dependencies"])
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_dependency_within_its_range(lock: str) -> None:
    pins = _pins(lock)
    outside = [
        str(wanted)
        for wanted in _wanted(EXTRAS[lock])
        if not wanted.specifier.contains(pins.get(canonicalize_name(wanted.name), "0"))
    ]
    assert outside == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_carries_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / lock).read_text("ascii").strip())
    pinned = [entry for entry in entries if not entry.startswith("#")]
    assert len(pinned) == len(_pins(lock))
    assert [entry.split()[0] for entry in pinned if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(("smaller", "larger"), [LOCKS[:2], LOCKS[1:]])
def test_an_environment_can_grow_without_a_version_changing(smaller: str, larger: str) -> None:
    assert _pins(smaller).items() <= _pins(larger).items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_fetch_from(lock: str) -> None:
    text = (ROOT / lock).read_text("ascii")
    assert (
        re.findall(r"^\s*(?:-i|-f|--index|--find|--extra-index|\S+ @ ).*", text, re.MULTILINE) == []
    )
