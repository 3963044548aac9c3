"""Figures of the numbered papers: plainly invented, long where length is what is tried."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.domain.billing import DEFAULT_ROUNDING, RoundingRule, Verdict
from app.domain.consulting import Cause, ConsultingKind, Scope
from app.domain.consulting_figures import (
    AcceptanceLetter,
    ConsultingLine,
    ConsultingStatement,
    CreditLine,
    SolutionTerm,
    WorkedTime,
    statement_of,
)
from app.domain.documents import Seal
from app.domain.money import MinuteRate, Money
from app.domain.severity import Severity
from app.domain.statement_figures import (
    ComplianceRow,
    LateTicket,
    Outcome,
    SlaReport,
    StatementTicket,
    TicketStatement,
)
from app.domain.time_entries import Activity
from tests.reports.builders import ISSUED

SEAL = Seal(12, ISSUED, "Gil Garoa", "ABCD-EFGH-2345-JKLM-N67P")
RATE = MinuteRate(35_000)
CLIENT, CNPJ = "Escola Aurora", "11222333000181"
FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
SUMMARY = "Geração de boletos demora quatro horas e às vezes para sem mensagem"
WORDS = "Rastreio da geração com o log ligado; comparação dos índices da base com os da versão."


def times(count: int, words: str = WORDS) -> tuple[WorkedTime, ...]:
    """Return so many stretches of half an hour and a second, each on a day of its own."""
    made = []
    for place in range(count):
        start = datetime(2026, 3, 2, 13, 0, 7, tzinfo=UTC) + timedelta(days=place % 28)
        made.append(
            WorkedTime(
                start.date(),
                start,
                start + timedelta(seconds=1801),
                "Marina Maré",
                list(Activity)[place % len(Activity)],
                words,
                1801,
                place % 5 == 4,
            )
        )
    return tuple(made)


def a_line(
    ticket: int, count: int, *, summary: str = SUMMARY, words: str = WORDS
) -> ConsultingLine:
    """Return a billed line of so many times."""
    seconds = 1801 * count
    minutes = DEFAULT_ROUNDING.minutes([1801] * count)
    return ConsultingLine(
        f"{ticket:08d}",
        summary,
        ConsultingKind.INVESTIGATIVE,
        Verdict.BILLED,
        RATE,
        seconds,
        minutes,
        RATE.of(minutes),
        times(count, words),
    )


def a_statement(
    *lines: ConsultingLine, rounding: RoundingRule = DEFAULT_ROUNDING
) -> ConsultingStatement:
    """Return a statement with a waived line and a credit, where it has lines at all."""
    billed = lines or (a_line(42, 3), a_line(57, 2))
    waived = ConsultingLine(
        "00000061",
        "Relatório soma em dobro",
        ConsultingKind.INVESTIGATIVE,
        Verdict.DEFECT,
        None,
        5700,
        95,
        Money(),
        times(1),
    )
    credit = CreditLine("000011", "00000033", RATE, -10, Money(-3500), "lançado em dobro")
    return statement_of((CLIENT, CNPJ), (FIRST, LAST), rounding, billed, (waived,), (credit,))


def an_empty_statement() -> ConsultingStatement:
    """Return a statement of a month without minutes."""
    return statement_of((CLIENT, ""), (FIRST, LAST), DEFAULT_ROUNDING, (), (), ())


def a_letter(name: str = CLIENT) -> AcceptanceLetter:
    """Return a letter of a client."""
    return AcceptanceLetter(
        "00000042",
        name,
        CNPJ,
        "Lia Lima",
        ConsultingKind.INVESTIGATIVE,
        Scope.OWN_BASE,
        SUMMARY,
        RATE,
        date(2027, 1, 10),
        DEFAULT_ROUNDING,
        ("Lia Lima", "Rui Rocha"),
    )


def a_term(count: int = 4) -> SolutionTerm:
    """Return a term of so many times."""
    return SolutionTerm(
        ticket="00000042",
        client=CLIENT,
        cnpj=CNPJ,
        contact="Lia Lima",
        summary=SUMMARY,
        opened=ISSUED - timedelta(days=20),
        solved=ISSUED - timedelta(days=2),
        solution="A fórmula própria consultava todas as parcelas.\n\nFoi reescrita com o cliente.",
        kind=ConsultingKind.INVESTIGATIVE,
        cause=Cause.OTHER,
        times=times(count),
        seconds=1801 * count,
        acceptance_limit=date(2026, 12, 3),
    )


def tickets(count: int, summary: str = SUMMARY) -> TicketStatement:
    """Return a ticket statement of so many tickets."""
    outcomes = list(Outcome)
    made = []
    for place in range(count):
        opened = datetime(2026, 3, 2, 12, 0, tzinfo=UTC) + timedelta(minutes=17 * place)
        is_solved = place % 3 != 2
        made.append(
            StatementTicket(
                f"{place + 1:08d}",
                f"{summary} ({place + 1})",
                list(Severity)[place % 4],
                opened,
                opened + timedelta(days=1),
                opened + timedelta(hours=9) if is_solved else None,
                outcomes[place % len(outcomes)],
                place % 7 == 0,
                place % 2,
                3600 * (place % 2),
                "aceito" if is_solved else "em atendimento",
                5 if place % 4 == 0 else None,
            )
        )
    return TicketStatement(CLIENT, CNPJ, FIRST, LAST, tuple(made))


def compliance(late: int = 3) -> SlaReport:
    """Return an SLA report with so many late tickets."""
    rows = tuple(
        ComplianceRow(team, severity, 40 - place, place, place + 1)
        for team in ("CST", "Suporte Técnico")
        for place, severity in enumerate(Severity)
    )
    told = tuple(
        LateTicket(
            f"{place + 1:08d}",
            CLIENT,
            "Suporte Técnico",
            Severity.HIGH,
            ISSUED,
            None if place % 2 else ISSUED + timedelta(hours=place + 1),
            3600 * (place + 1),
        )
        for place in range(late)
    )
    return SlaReport(FIRST, LAST, "", rows, told)
