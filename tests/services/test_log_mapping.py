"""A mapping is checked before anything is read; the error names the key and what to write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import DataFailure, InvalidInput
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.log_mapping import read_mapping, shipped_mapping
from tests.services.logs import PLAIN, a_mapping

STATES = {"activity": None, "state": "Situação", "activities": None, "states": {"Novo": "opened"}}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ticket": None}, "^ticket: falta dizer"),
        ({"ticket": ""}, "^ticket: precisa ser um texto"),
        ({"ticket": 7}, "^ticket: precisa ser um texto"),
        ({"time": None}, "^time: falta dizer"),
        ({"activity": None}, "^activity: falta dizer"),
        ({"state": "Situação"}, "^state: diga activity ou state"),
        ({"activities": None}, "^activities: diga o que significa"),
        ({"activities": {}}, "^activities: diga o que significa"),
        ({"activities": "tudo"}, "^activities: precisa ser uma tabela"),
        (
            {"activities": {"Abriu": "born"}},
            "^Abriu: evento desconhecido 'born'; use um de: opened",
        ),
        ({"activities": {"Abriu": 3}}, "^Abriu: evento desconhecido 3"),
        ({"severities": ["critical"]}, "^severities: precisa ser uma tabela"),
        ({"severities": {"1": "urgent"}}, "^1: severidade desconhecida 'urgent'; use critical"),
        ({"time_format": None}, "^time_format: diga o formato"),
        ({"time_format": []}, "^time_format: diga o formato"),
        ({"time_format": [1]}, "^time_format: diga o formato"),
        ({"time_format": "%Y-%m-%d %Q"}, "^time_format: formato desconhecido '%Y-%m-%d %Q'"),
        ({"time_format": ["%Y", "%"]}, "^time_format: formato desconhecido '%'"),
        ({"time_zone": "Brasil/Capital"}, "^time_zone: fuso desconhecido 'Brasil/Capital'"),
        ({"time_zone": "/etc/localtime"}, "^time_zone: fuso desconhecido"),
        ({"time_zone": "America"}, "^time_zone: fuso desconhecido 'America'"),
        ({"encoding": "latin-um"}, "^encoding: codificação desconhecida 'latin-um'"),
        ({"encoding": "utf-16"}, "^encoding: 'utf-16' não separa as linhas"),
        ({"encoding": "utf-32"}, "^encoding: 'utf-32' não separa as linhas"),
        ({"encoding": "hex"}, "^encoding: codificação desconhecida 'hex'"),
        ({"delimiter": ""}, "^delimiter: precisa ser um texto"),
        ({"delimiter": ";;"}, "^delimiter: precisa ser um só sinal"),
        ({"delimiter": "\n"}, "^delimiter: precisa ser um só sinal"),
        ({"delimiter": '"'}, "^delimiter: precisa ser um só sinal"),
        ({"team": None}, "^team: diga uma equipe"),
        ({"team": ""}, "^team: diga uma equipe"),
        ({"team": {"column": "Setor"}}, "^team: diga uma equipe"),
        ({"team": {"column": 1, "values": {}}}, "^team: diga uma equipe"),
        ({"team": {"column": "Setor", "values": {"A": 1}}}, "^team: diga uma equipe"),
        ({"source": "x" * 101}, "^source: passa de 100 letras"),
        ({"seriousness": "x"}, "^seriousness: chave desconhecida"),
        (STATES | {"states": {"Novo": "nope"}}, "^Novo: evento desconhecido"),
        (STATES | {"states": None}, "^states: diga o que significa"),
    ],
)
def test_a_wrong_key_is_named_with_what_to_write(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        a_mapping(changes)


def test_what_is_left_out_has_a_default() -> None:
    mapping = a_mapping({"analyst": None, "severity": None, "client": None, "severities": None})
    assert mapping.source == "teste"
    assert mapping.zone.key == "America/Sao_Paulo"
    assert (mapping.encoding, mapping.delimiter) == ("utf-8", None)
    assert mapping.columns == ("Chamado", "Quando", "O que")
    assert not mapping.is_state_log


def test_a_log_of_states_has_its_own_keys() -> None:
    mapping = a_mapping(STATES | {"team": {"column": "Setor", "values": {"N1": "cst"}}})
    assert mapping.is_state_log
    assert mapping.activity == "Situação"
    assert mapping.columns[-1] == "Setor"
    assert mapping.team.of("N1") == "cst"
    with pytest.raises(InvalidInput, match=r"equipe desconhecida 'N2'; inclua-a em team\.values"):
        mapping.team.of("N2")


def test_the_states_may_be_explained_under_activities_too() -> None:
    mapping = a_mapping({"activity": None, "state": "Situação"})
    assert mapping.is_state_log
    assert mapping.kinds["Abriu"] is EventKind.OPENED


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^"])
def test_any_one_sign_separates_columns(delimiter: str) -> None:
    assert a_mapping({"delimiter": delimiter}).delimiter == delimiter


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "cp850", "ascii"])
def test_every_encoding_of_lines_may_be_named(encoding: str) -> None:
    assert a_mapping({"encoding": encoding}).encoding == encoding


def test_several_formats_may_be_given_with_and_without_an_offset() -> None:
    formats = ["%d/%m/%Y %H:%M", "%d/%m/%y", "%Y-%m-%dT%H:%M:%S%z", "%d %b %Y %I:%M %p"]
    assert a_mapping({"time_format": formats}).time_formats == tuple(formats)


def test_the_shipped_mapping_explains_the_public_log() -> None:
    mapping = shipped_mapping()
    assert mapping.source == "helpdesk-log"
    assert mapping.kinds["Wait"] is EventKind.PENDING_CLIENT
    assert mapping.severities["Value 3"] is Severity.CRITICAL
    assert mapping.team.fixed == "suporte-tecnico"


def test_a_mapping_file_is_known_by_its_name_when_it_names_no_source(tmp_path: Path) -> None:
    path = tmp_path / "central.toml"
    path.write_text(
        'ticket = "a"\ntime = "b"\ntime_format = "%Y"\nactivity = "c"\nteam = "cst"\n'
        '[activities]\n"x" = "ignore"\n',
        encoding="utf-8",
    )
    mapping = read_mapping(path)
    assert mapping.source == "central"
    assert mapping.kinds == {"x": None}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "não foi possível ler o mapeamento"),
        (b"ticket = ", "não é TOML"),
        (b"ticket = 'a'\nticket = 'b'", "não é TOML"),
        ("ticket = 'Número'".encode("latin-1"), "não está em UTF-8"),
        (b"ticket = 'a'", "mapeamento central.toml: activities: diga"),
        (b"team = 'cst'\nfila = 1", "mapeamento central.toml: fila: chave desconhecida"),
    ],
)
def test_a_file_that_is_no_mapping_is_named(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "central.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataFailure, match=words):
        read_mapping(path)


def test_every_kind_that_can_be_imported_is_accepted() -> None:
    kinds = [
        "opened",
        "classified",
        "assigned",
        "pending_client",
        "in_maintenance",
        "back_to_support",
        "solution",
        "accepted",
        "refused",
        "closed",
        "note",
        "ignore",
        "client_answered",
        "postponed",
        "transferred",
        "reclassified",
    ]
    mapping = a_mapping({"activities": {kind: kind for kind in kinds}})
    assert len(mapping.kinds) == len(kinds)
    assert PLAIN["team"] == mapping.team.fixed
