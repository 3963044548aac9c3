"""``import clients``: what it came to, in words and as JSON, and its status."""

from __future__ import annotations

from pathlib import Path

from tests.cli.runner import Runner


def test_the_import_tells_what_it_did_and_names_bad_lines(
    run_sqlite: Runner, tmp_path: Path
) -> None:
    table = tmp_path / "clients.csv"
    table.write_text("client,state,contact,email\nA,SC,Lia,lia@x.com\nB,Santa,,\n", "utf-8")
    done = run_sqlite("import", "clients", table, "--json")
    assert done.status == 3
    assert done.document() == {
        "rows": 2,
        "clients": 1,
        "contacts": 1,
        "updated": 0,
        "refused": [
            {"line": 3, "reason": "state: CLI-1: estado inválido 'Santa'; são duas letras, como SC"}
        ],
    }
    again = run_sqlite("import", "clients", table)
    assert again.out.splitlines()[0] == "0 clientes e 0 contatos novos, 0 atualizados, de 2 linhas"
    assert again.out.splitlines()[1].startswith("  linha 3: state: CLI-1")
    table.write_text("client\nA\n", "utf-8")
    assert run_sqlite("import", "clients", table).status == 0
