"""Values as text for people who read a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.domain.automatic_steps import StepKind
from app.domain.clock import from_epoch, to_brasilia
from app.domain.message_state import MessageState
from app.domain.outbox import OutboxLine
from app.domain.queue_view import QueueRow
from app.domain.sla_policy import describe_target
from app.services.automation import DoneLine
from app.services.calendars import SOURCE_WORDS, CalendarDay
from app.services.client_import import ClientImport
from app.services.importing import ImportSummary
from app.services.tickets import TicketView
from app.services.time_import import TimeImport

WEEKDAYS = ("seg", "ter", "qua", "qui", "sex", "sáb", "dom")
_SHOWN = 20


def moment(epoch: int | None) -> str:
    """Write an instant as wall time of Brasília; a dash for none."""
    if epoch is None:
        return "—"
    wall = to_brasilia(from_epoch(epoch))
    return f"{WEEKDAYS[wall.weekday()]} {wall:%d/%m/%Y %H:%M}"


def working_time(seconds: int | None) -> str:
    """Write counted seconds in hours and minutes, never in days (pitfall A15)."""
    if seconds is None:
        return "—"
    hours, rest = divmod(abs(seconds), 3600)
    return f"{'-' if seconds < 0 else ''}{hours} h {rest // 60:02d}"


def queue_line(row: QueueRow, remaining: int | None) -> str:
    """Write a line of the queue."""
    severity = row.severity.value if row.severity else "?"
    return (
        f"{working_time(remaining):>10}  {row.number:08d}  {severity:<8}  {row.status.value:<19}  "
        f"{row.team:<15}  {row.client:<24.24}  {row.summary:.60}"
    )


def ticket(view: TicketView) -> str:
    """Write a ticket with the words of its deadline."""
    card, history, sla = view.card, view.history, view.sla
    lines = [
        f"Chamado {card.number:08d}  {card.summary}",
        f"  cliente     {card.client or '—'}",
        f"  equipe      {view.team_name}",
        f"  severidade  {history.severity.value if history.severity else '—'}",
        f"  situação    {history.status.value}",
        f"  aberto em   {moment(history.opened_at)}",
        f"  prazo       {moment(sla.due)}   restam {working_time(sla.remaining(view.now))}",
    ]
    if sla.current.reason:
        lines.append(f"  prazo não calculado: {sla.current.reason}")
    if sla.current.target is not None:
        lines.append(f"  meta        {describe_target(sla.current.target)}")
    if view.explanation is not None:
        lines.append("  contagem")
        lines += [
            f"    {WEEKDAYS[day.date.weekday()]} {day.date:%d/%m/%Y}  "
            f"{working_time(day.counted_seconds):>8}"
            f"{'  ' + day.closed_by.name if day.closed_by else ''}"
            for day in view.explanation.days
        ]
    lines.append("  histórico")
    lines += [
        f"    {line.event.seq:>3}  {moment(line.event.at)}  {line.event.kind.value:<18}  "
        f"{line.actor or ''}"
        for line in view.lines
    ]
    return "\n".join(lines)


def _named(names: Sequence[str]) -> str:
    return f" ({', '.join(names)})" if names else ""


def calendar_day(day: CalendarDay) -> str:
    """Write a day of a team's calendar."""
    layout = day.layout
    windows = " ".join(
        f"{window.label}{'*' if window.plantao else ''}{_named(names)}"
        for window, names in day.staffed
    )
    reasons = "; ".join(f"{r.name} ({SOURCE_WORDS[r.source]})" for r in layout.reasons)
    weekday = WEEKDAYS[layout.date.weekday()]
    return f"{weekday} {layout.date:%d/%m/%Y}  {windows or 'fechado'}  {reasons}".rstrip()


def import_summary(summary: ImportSummary) -> str:
    """Write what an import came to; nothing is left out, long lists are cut with their count."""
    lines = [
        f"{summary.tickets} chamados e {summary.events} eventos importados "
        f"de {summary.rows} linhas",
        f"  já estavam aqui: {summary.known}   sem mudança: {summary.unchanged}   "
        f"ignoradas: {summary.ignored}   posteriores: {summary.later}",
        f"  chamados abertos ao fim: {summary.open}",
    ]
    lines += [f"  {kind}: {count}" for kind, count in sorted(summary.kinds.items())]
    if summary.refused:
        lines.append(f"{len(summary.refused)} linhas recusadas:")
        lines += [f"  linha {r.line}: {r.reason}" for r in summary.refused[:_SHOWN]]
        if len(summary.refused) > _SHOWN:
            lines.append(f"  … e mais {len(summary.refused) - _SHOWN}; veja todas com --json")
    if summary.violations:
        lines.append("importado como aconteceu, embora as regras o recusassem:")
        counted = Counter(violation.reason for violation in summary.violations)
        lines += [f"  {count} × {reason}" for reason, count in counted.most_common()]
    return "\n".join(lines)


_STEPS = {
    StepKind.REMINDER: "lembrete do aceite",
    StepKind.LIMIT_MOVED: "limite do aceite movido para",
    StepKind.CLOSING: "encerramento automático",
    StepKind.PENDING_REMINDER: "lembrete da resposta",
    StepKind.WARNING: "aviso de prazo",
    StepKind.BREACH: "prazo vencido",
    StepKind.SURVEY: "pesquisa de satisfação",
}
_STATES = {
    MessageState.QUEUED: "na fila",
    MessageState.SENDING: "saindo",
    MessageState.SENT: "enviada",
    MessageState.FAILED: "falhou",
    MessageState.UNCERTAIN: "destino incerto",
    MessageState.NO_ADDRESS: "sem endereço",
}


def done_line(line: DoneLine) -> str:
    """Write a step that the job took."""
    level = f" ({line.done.level})" if line.done.level else ""
    return f"{line.number:08d}  {moment(line.done.subject)}  {_STEPS[line.done.kind]}{level}"


def outbox_line(line: OutboxLine) -> str:
    """Write a message and where it stands."""
    message = line.message
    number = " " * 8 if message.ticket is None else f"{message.ticket:08d}"
    return f"{number}  {_STATES[line.state]}  {message.recipient or '—'}  {message.subject}"


def delivered(tried: int) -> str:
    """Say how many messages were tried; the outbox tells what became of each."""
    words = "1 mensagem tentada" if tried == 1 else f"{tried} mensagens tentadas"
    return f"{words}; veja outbox"


def client_import(result: ClientImport) -> str:
    """Write what an import of clients came to, with every line that was refused."""
    lines = [
        f"{result.clients} clientes e {result.contacts} contatos novos, "
        f"{result.updated} atualizados, de {result.rows} linhas"
    ]
    lines += [f"  linha {r.line}: {r.reason}" for r in result.refused]
    return "\n".join(lines)


def time_import(result: TimeImport) -> str:
    """Write what an import of minutes came to, with every line that is not billed or refused."""
    lines = [
        f"{result.kept} apontamentos novos, {result.known} já conhecidos, "
        f"{result.not_billable} sem cobrança, de {result.rows} linhas"
    ]
    lines += [f"  linha {t.line}: {t.note}" for t in result.lines if t.is_kept and t.note]
    lines += [f"  linha {r.line}: {r.reason}" for r in result.refused]
    return "\n".join(lines)
