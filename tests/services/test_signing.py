"""A person's own signature on a copy of an issued paper (PAdES)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import DataFailure, InvalidInput
from app.services import signing
from app.services.deadline_papers import Period
from app.services.desk import Desk
from app.services.documents import CheckResult
from app.services.workspace import Workspace
from reports import catalog
from tests.services.certificates import NAME, PASSWORD, a_certificate


@pytest.fixture
def work(sqlite_desk: Desk) -> Workspace:
    work = Workspace(sqlite_desk, catalog.draw)
    work.papers.issue_report(Period(date(2026, 3, 1), date(2026, 3, 31)))
    return work


def _typed(tmp_path: Path, **changed: str) -> dict[str, str]:
    typed = {
        "certificate": str(a_certificate(tmp_path / "eu.p12")),
        "password": PASSWORD,
        "path": str(tmp_path / "assinado.pdf"),
    }
    return {**typed, **changed}


def test_a_signed_copy_is_known_and_says_who_signed(work: Workspace, tmp_path: Path) -> None:
    path = work.documents.sign(1, _typed(tmp_path))
    issued, signed = work.documents.contents(1)[1], path.read_bytes()
    assert signed.startswith(issued)
    checked = work.documents.check_file(path)
    assert (checked.result, checked.signed_by) == (CheckResult.VALID, NAME)
    assert checked.document is not None
    assert checked.document.number == 1


def test_a_signed_copy_that_was_touched_is_changed(work: Workspace, tmp_path: Path) -> None:
    signed = work.documents.sign(1, _typed(tmp_path)).read_bytes()
    issued = work.documents.contents(1)[1]
    for place in (len(issued) // 2, len(issued) + 20):
        touched = bytearray(signed)
        touched[place] ^= 1
        assert work.documents.check(bytes(touched)).result is CheckResult.CHANGED
    for more in (b"%", b"\n%%EOF\n"):
        assert work.documents.check(signed + more).result is CheckResult.CHANGED
        assert work.documents.check(issued + more).result is CheckResult.CHANGED


@pytest.mark.parametrize(
    ("field", "value"), [("certificate", " "), ("path", ""), ("password", "outra")]
)
def test_what_is_wrong_is_named(work: Workspace, tmp_path: Path, field: str, value: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        work.documents.sign(1, _typed(tmp_path, **{field: value}))
    assert refused.value.field == field
    assert not (tmp_path / "assinado.pdf").exists()


def test_a_certificate_that_is_not_there(work: Workspace, tmp_path: Path) -> None:
    with pytest.raises(DataFailure, match="não foi possível ler"):
        work.documents.sign(1, _typed(tmp_path, certificate=str(tmp_path / "nenhum.p12")))


def test_without_the_extra_a_signed_copy_is_only_seen_to_differ(
    work: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = work.documents.sign(1, _typed(tmp_path))
    monkeypatch.setattr(signing, "find_spec", lambda _name: None)
    assert not signing.can_sign()
    assert work.documents.check_file(path).result is CheckResult.CHANGED
