"""Files of tickets: names that any system can write, and which are never opened (TKT-2)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.attachments import Attachment, attachments_of, plain_name
from app.domain.ticket_events import Event, EventKind


def a_file(name: str | None) -> Attachment:
    return Attachment(2, name, 10, "0" * 64, 0, None)


@pytest.mark.parametrize("name", ["tela.png", "erro.PDF", "vídeo.mp4", "notas.fiscais.xlsx"])
def test_what_only_shows_something_may_be_opened(name: str) -> None:
    assert a_file(name).is_safe_to_open


RUNS = [
    "atalho.library-ms",
    "nota.pdf.exe",
    "LEIA.BAT",
    "macro.xlsm",
    "pagina.html",
    "desenho.svg",
    "fim. exe",
    "velho.doc",
    "x.msix",
]


@pytest.mark.parametrize("name", [*RUNS, "sem-ponto", None])
def test_what_may_run_something_is_never_opened(name: str | None) -> None:
    assert not a_file(name).is_safe_to_open


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\tela.png", "C__tela.png"),
        ("nota\u202egpj.exe", "nota_gpj.exe"),
        ("  .  ", "anexo"),
        ("relatório final.pdf", "relatório final.pdf"),
    ],
)
def test_a_name_has_no_folder_and_no_sign_that_misleads(typed: str, plain: str) -> None:
    assert plain_name(typed) == plain


def test_a_long_name_keeps_its_ending() -> None:
    assert plain_name("x" * 300 + ".png") == "x" * 116 + ".png"
    assert plain_name("x" * 300) == "x" * 120


@given(st.text(max_size=400))
def test_every_name_comes_to_one_that_can_be_written(name: str) -> None:
    plain = plain_name(name)
    assert 0 < len(plain) <= 120
    assert "/" not in plain
    assert "\\" not in plain
    assert plain not in (".", "..")
    assert plain_name(plain) == plain


def test_the_files_of_a_ticket_are_read_from_its_history() -> None:
    opened = Event(1, EventKind.OPENED, 100, 100)
    added = Event(2, EventKind.ATTACHED, 200, 200, 7, payload={"sha256": "ab", "size": 5})
    assert attachments_of([opened, added], {2: "tela.png"}) == [
        Attachment(2, "tela.png", 5, "ab", 200, 7)
    ]
