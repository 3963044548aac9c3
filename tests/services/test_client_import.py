"""Clients and contacts from a table: good lines kept, bad ones named, twice changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import DataFailure
from app.services.client_import import PREVIEWED, ClientImport, ClientImportService, Fate
from app.services.desk import Desk

HEAD = "client;cnpj;city;state;contract;valid_until;overdue;contact;email;cpf;permissions"
AURORA = (
    "Escola Aurora;11.222.333/0001-81;Joinville;sc;PRIME;31/12/2026;não;"
    "Lia Lima;LIA@example.com;529.982.247-25;open accept"
)


def import_lines(desk: Desk, folder: Path, *lines: str, encoding: str = "utf-8") -> ClientImport:
    table = folder / "clients.csv"
    table.write_text("\n".join(lines), encoding=encoding)
    return ClientImportService(desk).import_clients(table)


def counts(result: ClientImport) -> tuple[int, int, int, int]:
    return result.rows, result.clients, result.contacts, result.updated


def rows(desk: Desk, query: str) -> list[tuple[object, ...]]:
    with desk.database.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


def test_a_table_brings_clients_and_contacts_once(desk: Desk, tmp_path: Path) -> None:
    rui = "Escola Aurora;11222333000181;;;;;;Rui Rocha;rui@example.com;;open,approve"
    first = import_lines(desk, tmp_path, HEAD, AURORA, rui, encoding="cp1252")
    assert (counts(first), first.refused) == ((2, 1, 2, 0), [])
    assert rows(desk, "SELECT name, cnpj, city, state, contract FROM client") == [
        ("Escola Aurora", "11222333000181", "Joinville", "SC", "PRIME")
    ]
    query = "SELECT name, email, cpf, may_open, may_accept, may_approve FROM contact ORDER BY id"
    assert [tuple(map(_plain, row)) for row in rows(desk, query)] == [
        ("Lia Lima", "lia@example.com", "52998224725", True, True, False),
        ("Rui Rocha", "rui@example.com", None, True, False, True),
    ]
    again = import_lines(desk, tmp_path, HEAD, AURORA, rui)
    assert counts(again) == (2, 0, 0, 0)


def _plain(value: object) -> object:
    return bool(value) if value in (0, 1) else value


def test_cli_2_a_client_always_has_an_administrator(desk: Desk, tmp_path: Path) -> None:
    gone = "client;contact;email;active"
    import_lines(desk, tmp_path, gone, "Aurora;Ida;ida@x.com;não", "Aurora;Lia;lia@x.com;sim")
    query = "SELECT name FROM contact WHERE is_administrator = {}"
    is_true = "1" if desk.database.is_sqlite else "true"
    assert rows(desk, query.format(is_true)) == [("Lia",)]
    manager = "client;contact;email;permissions"
    import_lines(desk, tmp_path, manager, "Boa;Lia;lia@y.com;open", "Boa;Rui;rui@y.com;manage")
    assert rows(desk, query.format(is_true)) == [("Lia",), ("Rui",)]
    same = import_lines(desk, tmp_path, gone, "Aurora;Ida;ida@x.com;não", "Aurora;Lia;lia@x.com;1")
    assert counts(same) == (2, 0, 0, 0)


def test_what_changed_in_the_table_changes_here(desk: Desk, tmp_path: Path) -> None:
    import_lines(desk, tmp_path, HEAD, AURORA)
    moved = import_lines(desk, tmp_path, HEAD, AURORA.replace("Joinville", "Itajaí"))
    assert counts(moved) == (1, 0, 0, 1)
    assert rows(desk, "SELECT city FROM client") == [("Itajaí",)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (AURORA.replace("0001-81", "0001-82"), "cnpj: CLI-1: CNPJ inválido"),
        (AURORA.replace("529.", "529.1"), "cpf: CLI-3: CPF inválido"),
        (AURORA.replace("LIA@", "LIA"), "email: CLI-3: e-mail inválido"),
        (AURORA.replace(";sc;", ";Santa Catarina;"), "state: CLI-1: estado inválido"),
        (AURORA.replace("31/12", "31/02"), "valid_until: data inválida"),
        (AURORA.replace("não", "talvez"), "overdue: 'talvez' não é sim nem não"),
        (AURORA.replace("open accept", "open fly"), "permissions: CLI-3: permissão desconhecida"),
        (AURORA.replace("LIA@example.com", ""), "CLI-3: contact: diga nome e e-mail"),
        (AURORA.replace("Escola Aurora", ""), "CLI-1: client: diga o nome"),
        (AURORA.replace("Escola Aurora", "E" * 201), "client: passa de 200 letras"),
    ],
)
def test_a_bad_line_is_named_and_the_good_ones_are_kept(
    desk: Desk, tmp_path: Path, line: str, reason: str
) -> None:
    good = "Escola Boa;;;;;;;;;;"
    result = import_lines(desk, tmp_path, HEAD, line, good)
    assert [(r.line, r.reason[: len(reason)]) for r in result.refused] == [(2, reason)]
    assert rows(desk, "SELECT name FROM client") == [("Escola Boa",)]


def test_an_address_is_the_login_of_one_client_alone(desk: Desk, tmp_path: Path) -> None:
    head = "client,contact,email"
    result = import_lines(desk, tmp_path, head, "A,Lia,lia@x.com", "B,Lia,lia@x.com")
    assert [r.reason for r in result.refused] == [
        "CLI-3: email: lia@x.com é o acesso de outro cliente"
    ]


def test_a_name_and_a_number_of_two_clients_are_refused(desk: Desk, tmp_path: Path) -> None:
    head = "client,cnpj"
    one, other = "11222333000181", "12ABC34501DE35"
    result = import_lines(desk, tmp_path, head, f"A,{one}", f"B,{other}", f"A,{other}")
    assert [(r.line, r.reason[:11]) for r in result.refused] == [(4, "CLI-1: cnpj")]


@pytest.mark.parametrize(
    ("head", "words"), [("name,cnpj", "a coluna 'name'"), ("cnpj", "não tem a coluna client")]
)
def test_a_table_of_other_columns_is_refused_whole(
    desk: Desk, tmp_path: Path, head: str, words: str
) -> None:
    with pytest.raises(DataFailure, match=words):
        import_lines(desk, tmp_path, head, "x")


def test_a_preview_says_what_each_line_would_do_and_keeps_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    import_lines(desk, tmp_path, HEAD, AURORA)
    table = tmp_path / "more.csv"
    moved = "Escola Aurora;11222333000181;Blumenau;;;;;;;;"
    table.write_text(
        "\n".join([HEAD, AURORA, moved, "Colégio Novo;;;;;;;;;;", "Ruim;123;;;;;;;;;"])
    )
    looked = ClientImportService(desk).preview(table)
    assert [(line.line, line.client, line.fate) for line in looked.lines] == [
        (2, "Escola Aurora", Fate.SAME),
        (3, "Escola Aurora", Fate.CHANGED),
        (4, "Colégio Novo", Fate.NEW),
        (5, "Ruim", Fate.REFUSED),
    ]
    assert looked.lines[0].contact == "Lia Lima"
    assert "CNPJ" in looked.lines[3].reason
    assert rows(desk, "SELECT name, city FROM client") == [("Escola Aurora", "Joinville")]
    assert counts(ClientImportService(desk).import_clients(table)) == counts(looked)


def test_a_table_that_cannot_be_used_is_told_in_the_preview(desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "other.csv"
    table.write_text("nome;cor\nAurora;azul\n")
    with pytest.raises(DataFailure, match="não conhece a coluna 'nome'"):
        ClientImportService(desk).preview(table)


def test_a_refused_line_changes_nothing_not_even_its_client(desk: Desk, tmp_path: Path) -> None:
    import_lines(desk, tmp_path, HEAD, AURORA, "Outro;;;;;;;;;;")
    stolen = "Outro;;;;PRIME;;;Zeca;lia@example.com;;"
    fresh = "Novo;;;;PRIME;;;Zeca;lia@example.com;;"
    result = import_lines(desk, tmp_path, HEAD, stolen, fresh)
    assert counts(result) == (2, 0, 0, 0)
    assert [line.fate for line in result.lines] == [Fate.REFUSED] * 2
    assert rows(desk, "SELECT name, contract FROM client ORDER BY id") == [
        ("Escola Aurora", "PRIME"),
        ("Outro", None),
    ]


def test_a_long_table_is_previewed_by_its_beginning(desk: Desk, tmp_path: Path) -> None:
    table = tmp_path / "long.csv"
    table.write_text("\n".join(["client", *(f"Cliente {n}" for n in range(PREVIEWED + 5))]))
    looked = ClientImportService(desk).preview(table)
    assert (looked.rows, looked.is_cut) == (PREVIEWED, True)
    assert not ClientImportService(desk).import_clients(table).is_cut
