"""Documents: gapless numbers, kept whole, known again to the byte (CON-7, rulebook §10)."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.documents import DocumentKind, Seal
from app.domain.errors import DataFailure, InvalidInput, NotFound
from app.services.desk import Desk
from app.services.documents import CheckResult, DocumentService, write_file
from app.services.issuing import Draft, Issuing, undrawn
from app.services.mail_settings import MAIL
from app.services.workspace import Workspace
from app.storage import documents
from app.storage import settings as settings_table
from reports import catalog
from tests.mail_server import MoodyServer
from tests.services.consulting_desk import Consultancy, consultancy

MARCH = date(2026, 3, 1)
KIND = DocumentKind.TICKET_STATEMENT


def _billed(at_work: Consultancy) -> bytes:
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="telephone")
    at_work.go_to("2026-04-06 12:00")
    at_work.log("03/03/2026", "10:00", "11:00")
    issued = at_work.work.statements.issue(at_work.client, MARCH)
    return at_work.work.documents.contents(issued.id)[1]


def test_a_file_is_valid_changed_or_unknown(at_work: Consultancy, tmp_path: Path) -> None:
    pdf = _billed(at_work)
    (issued,) = at_work.work.documents.issued(at_work.client)
    path = tmp_path / "demonstrativo.pdf"
    at_work.work.documents.save(issued.id, path)
    assert at_work.work.documents.check_file(path).result is CheckResult.VALID
    cut = at_work.work.documents.check(pdf[:-1])
    assert (cut.result, cut.document) == (CheckResult.CHANGED, issued)
    draw = catalog.draw(
        issued.kind, at_work.work.statements.preview(at_work.client, MARCH).figures, None
    )
    assert at_work.work.documents.check(draw).result is CheckResult.UNKNOWN
    assert at_work.work.documents.of_code(issued.code.lower().replace("-", " ")) == issued
    assert at_work.work.documents.of_code("ABCD") is None
    with pytest.raises(DataFailure):
        at_work.work.documents.check_file(tmp_path / "none.pdf")
    with pytest.raises(NotFound):
        at_work.work.documents.contents(999)


def test_a_changed_byte_is_never_taken_for_valid_or_unknown(at_work: Consultancy) -> None:
    pdf = _billed(at_work)
    service = at_work.work.documents

    @settings(max_examples=150, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, len(pdf) - 1), st.integers(1, 255))
    def changed(place: int, change: int) -> None:
        touched = bytearray(pdf)
        touched[place] ^= change
        assert service.check(bytes(touched)).result is CheckResult.CHANGED

    changed()


def test_a_code_of_another_database_is_unknown_here(at_work: Consultancy) -> None:
    seal = Seal(1, at_work.desk.clock.now(), "alguém", "AAAA-BBBB-CCCC-DDDD-EEEE")
    preview = at_work.work.statements.preview(at_work.client, MARCH)
    drawn = catalog.draw(DocumentKind.CONSULTING_STATEMENT, preview.figures, seal)
    assert at_work.work.documents.check(drawn).result is CheckResult.UNKNOWN


def _figures(text: str) -> Draft:
    return Draft(KIND, "x", {"text": text})


def _plain(_kind: DocumentKind, figures: object, seal: Seal | None) -> bytes:
    return repr((figures, seal)).encode()


def test_the_same_at_the_same_second_is_the_same_document(desk: Desk) -> None:
    issuing = Issuing(desk, _plain)
    first = issuing.issue(lambda _connection: _figures("a"))
    assert issuing.issue(lambda _connection: _figures("a")) == first
    assert issuing.issue(lambda _connection: _figures("b")).number == 2


def test_numbers_are_gapless_when_many_issue_at_once(desk: Desk) -> None:
    failures: list[BaseException] = []

    def many(name: str) -> None:
        try:
            for turn in range(5):
                Issuing(desk, _plain).issue(lambda _c, t=turn: _figures(f"{name} {t}"))
        except BaseException as error:  # noqa: BLE001  # told by the test
            failures.append(error)

    threads = [Thread(target=many, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    numbers = sorted(document.number for document in DocumentService(desk).issued())
    assert numbers == list(range(1, 21))


def test_what_changes_while_it_is_drawn_is_drawn_anew(desk: Desk) -> None:
    turns = iter("abbbbbbb")

    def prepare(_connection: object) -> Draft:
        return _figures(next(turns))

    issued = Issuing(desk, _plain).issue(prepare)
    assert documents_figures(desk, issued.id) == {"text": "b"}


def test_what_never_stands_still_is_drawn_while_others_wait(desk: Desk) -> None:
    turns = iter(range(100))
    issued = Issuing(desk, _plain).issue(lambda _connection: _figures(str(next(turns))))
    assert issued.number == 1


def documents_figures(desk: Desk, number: int) -> object:
    return DocumentService(desk).contents(number)[0]


def test_nothing_is_kept_of_what_could_not_be_kept_whole(desk: Desk) -> None:
    def fails(_connection: object, _number: int) -> None:
        raise DataFailure("disco cheio")

    with pytest.raises(DataFailure):
        Issuing(desk, _plain).issue(lambda _connection: _figures("a"), fails)
    assert DocumentService(desk).issued() == ()
    with desk.database.read() as connection:
        assert documents.next_number(connection, KIND) == 1


def test_without_a_way_to_draw_nothing_is_issued(desk: Desk) -> None:
    with pytest.raises(DataFailure, match="não desenha"):
        undrawn(KIND, {}, None)
    with pytest.raises(DataFailure):
        Workspace(desk).issuing.issue(lambda _connection: _figures("a"))


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFailure, match=r"relatório\.pdf"):
        write_file(tmp_path / "none" / "relatório.pdf", b"x")
    assert list(tmp_path.iterdir()) == []


def test_an_issued_paper_goes_along_with_its_message(
    sqlite_desk: Desk, server: MoodyServer, no_keyring: None
) -> None:
    at_work = consultancy(sqlite_desk)
    pdf = _billed(at_work)
    (issued,) = at_work.work.documents.issued()
    with pytest.raises(InvalidInput) as refused:
        at_work.work.documents.mail(issued.id, "sem arroba")
    assert refused.value.field == "recipient"
    with pytest.raises(NotFound):
        at_work.work.documents.mail(999, "financeiro@aurora.example")
    at_work.work.documents.mail(issued.id, "financeiro@aurora.example")
    with sqlite_desk.database.write() as connection:
        settings_table.put(connection, MAIL, server.settings())
    assert len(list(at_work.work.delivery.deliver())) == 1
    (arrived,) = server.arrived
    message = message_from_bytes(arrived, policy=default)
    assert message["Subject"] == "Demonstrativo de consultoria nº 000001"
    assert isinstance(message, EmailMessage)
    (enclosed,) = message.iter_attachments()
    assert enclosed.get_filename() == "consulting-statement-000001.pdf"
    assert enclosed.get_content() == pdf
