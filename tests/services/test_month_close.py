"""What is checked before a month is issued (CON-5, CON-7, CON-8)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.services.consulting_desk import MARINA, Consultancy

MARCH = date(2026, 3, 1)


def _remarks(at_work: Consultancy) -> dict[str, tuple[str, ...]]:
    return {check.client: check.remarks for check in at_work.work.month_close.checks(MARCH)}


def test_a_month_in_order_has_no_remark(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="telephone")
    at_work.go_to("2026-03-04 12:00")
    at_work.log("03/03/2026", "10:00", "11:00", description="Rastreio")
    (check,) = at_work.work.month_close.checks(MARCH)
    assert (check.client, check.total, check.minutes, check.amount.text) == (
        "Escola Aurora",
        1,
        60,
        "210.00",
    )
    assert (check.has_lines, check.remarks) == (True, ())
    assert at_work.work.documents.issued() == ()


def test_what_waits_names_its_ticket_its_owner_and_its_rule(
    at_work: Consultancy, tmp_path: Path
) -> None:
    at_work.go_to("2026-03-02 09:05")
    at_work.act("assign", assignee=MARINA)
    at_work.released()
    at_work.go_to("2026-03-04 12:00")
    at_work.log("03/03/2026", "10:00", "11:00", description="Rastreio")
    at_work.log("03/03/2026", "14:00", "14:30")
    number = f"{at_work.ticket:08d}"
    assert _remarks(at_work)["Escola Aurora"] == (
        f"chamado {number} ({MARINA}), 90 min: falta decidir a causa",
        f"chamado {number}: um apontamento sem dizer o que foi feito",
    )
    other = at_work.open()
    at_work.act("consulting", other, kind="investigative", scope="own_base")
    table = tmp_path / "t.csv"
    table.write_text(f"ticket,person,start,minutes\n{other:08d},Bia,2026-03-03 10:00,20\n", "utf-8")
    assert at_work.work.time_import.import_file(table).kept == 1
    (waiting, unlettered, *_rest) = _remarks(at_work)["Escola Aurora"]
    assert "falta decidir a causa" in waiting
    assert unlettered == (
        f"chamado {other:08d} (sem dono), 20 min: feito sem carta aprovada, não é cobrado"
    )


def test_what_is_settled_or_of_nobody_outside_is_no_remark(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-02 09:05")
    at_work.released()
    at_work.go_to("2026-03-04 12:00")
    at_work.log("03/03/2026", "10:00", "11:00", description="Rastreio")
    at_work.log("03/03/2026", "14:00", "14:30", kind="internal", description="estudo")
    at_work.act("cause", cause="defect", reason="erro da rotina padrão")
    (check,) = at_work.work.month_close.checks(MARCH)
    assert (check.minutes, check.has_lines, check.remarks) == (0, True, ())
