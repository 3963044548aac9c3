"""Values as the JSON of the command line (a stable contract)."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from app.domain.clock import format_instant, from_epoch
from app.domain.explanation import ExplainedDay, Explanation
from app.domain.outbox import OutboxLine
from app.domain.queue_view import QueueRow
from app.domain.team_calendar import Holiday, Window, format_minute
from app.domain.ticket_sla import Forecast
from app.services.automation import DoneLine
from app.services.calendars import CalendarDay
from app.services.client_import import ClientImport
from app.services.importing import ImportSummary
from app.services.tickets import EventLine, TicketView
from app.services.time_import import TimeImport

Json = dict[str, Any]


def instant(epoch: int | None) -> str | None:
    """Write an epoch second as ``2026-11-20T17:00:00Z``."""
    return None if epoch is None else format_instant(from_epoch(epoch))


def queue_row(row: QueueRow, remaining: int | None, now: int) -> Json:
    """Write a line of the queue."""
    return {
        "number": f"{row.number:08d}",
        "source": row.source_key,
        "severity": row.severity.value if row.severity else None,
        "status": row.status.value,
        "team": row.team,
        "client": row.client or None,
        "summary": row.summary,
        "assignee": row.assignee,
        "opened_at": instant(row.opened_at),
        "closed_at": instant(row.closed_at),
        "due_at": instant(row.due_at),
        "remaining_seconds": remaining,
        "suspended": row.waits_for_client,
        "overdue": row.is_overdue(now),
        "acceptance_limit": instant(row.acceptance_limit),
    }


def ticket(view: TicketView) -> Json:
    """Write a ticket with its events and its deadline."""
    history, card = view.history, view.card
    return {
        "number": f"{card.number:08d}",
        "source": card.source_key,
        "version": card.version,
        "severity": history.severity.value if history.severity else None,
        "status": history.status.value,
        "team": history.team,
        "client": card.client,
        "contact": card.contact,
        "product": card.product,
        "summary": card.summary,
        "description": card.description,
        "assignee": view.assignee,
        "opened_at": instant(history.opened_at),
        "solved_at": instant(history.solved_at),
        "closed_at": instant(history.closed_at),
        "closing": history.closing.value if history.closing else None,
        "acceptance_limit": instant(history.acceptance.limit if history.acceptance else None),
        "first_answer_at": instant(history.first_answer_at),
        "transfers": history.transfers,
        "oddities": [{"seq": oddity.seq, "reason": oddity.text} for oddity in history.oddities],
        "events": [_event(line) for line in view.lines],
        "sla": _sla(view),
    }


def _event(line: EventLine) -> Json:
    event = line.event
    return {
        "seq": event.seq,
        "kind": event.kind.value,
        "at": instant(event.at),
        "recorded_at": instant(event.recorded_at),
        "actor": line.actor,
        "desk": event.desk,
        "channel": event.channel.value,
        "payload": dict(event.payload),
        "text": line.text,
    }


def _sla(view: TicketView) -> Json:
    sla, now = view.sla, view.now
    buckets = view.buckets
    deadline = sla.current.deadline
    return {
        "due_at": instant(sla.due),
        "agreed_due_at": instant(sla.current.terms.agreed_due),
        "computed_due_at": instant(deadline.due) if deadline else None,
        "suspended": view.history.waits_for_client,
        "overdue": sla.is_breached(now),
        "remaining_seconds": sla.remaining(now),
        "budget_seconds": deadline.budget if deadline else None,
        "elapsed_seconds": buckets.attendance if buckets else None,
        "reason": sla.current.reason or None,
        "policy": forecast(sla.current)["policy"],
        "calendar": forecast(sla.current)["calendar"],
        "buckets": {
            "attendance": buckets.attendance,
            "waiting_for_answer": buckets.waiting_for_answer,
            "waiting_for_acceptance": buckets.waiting_for_acceptance,
            "merged": buckets.merged,
        }
        if buckets
        else None,
        "late": [
            {"since": instant(span.since), "until": instant(span.until)}
            for span in sla.late_spans
            if span.since < now
        ],
        "forecasts": [forecast(entry) for entry in view.forecasts],
        "pauses": [
            {
                "from": instant(pause.start),
                "to": instant(pause.end),
                "reason": pause.reason.value,
            }
            for pause in view.history.pauses
        ],
        "explanation": explanation(view.explanation) if view.explanation else None,
    }


def forecast(entry: Forecast) -> Json:
    """Write a forecast: what decided it and what it came to."""
    terms, policy, deadline = entry.terms, entry.policy, entry.deadline
    revision = deadline.time.revision if deadline else None
    return {
        "at": instant(terms.since),
        "cause": terms.cause.kind.value,
        "seq": terms.cause.seq,
        "severity": terms.severity.value if terms.severity else None,
        "team": terms.team,
        "stage": terms.stage.value,
        "target": {"unit": entry.target.unit.value, "value": _number(entry.target.value)}
        if entry.target
        else None,
        "policy": {"key": policy.key, "version": policy.version} if policy else None,
        "calendar": {"key": revision.key, "revision": revision.number} if revision else None,
        "due_at": instant(entry.due),
        "suspended": entry.is_computable and entry.due is None,
        "reason": entry.reason or None,
    }


def _number(value: Fraction) -> int | float:
    return int(value) if value == int(value) else float(value)


def explanation(entry: Explanation) -> Json:
    """Write a deadline's arithmetic, day by day."""
    return {
        "from": instant(entry.deadline.opened),
        "to": instant(entry.until),
        "counted_seconds": entry.counted_seconds,
        "plantao_seconds": entry.plantao_seconds,
        "days": [_explained_day(day) for day in entry.days],
        "pauses": [
            {
                "from": instant(explained.pause.start),
                "to": instant(explained.pause.end),
                "reason": explained.pause.reason.value,
                "counted_seconds": explained.counted_seconds,
            }
            for explained in entry.pauses
        ],
    }


def _explained_day(day: ExplainedDay) -> Json:
    return {
        "date": day.date.isoformat(),
        "counted_seconds": day.counted_seconds,
        "plantao_seconds": day.plantao_seconds,
        "paused_seconds": day.paused_seconds,
        "windows": [
            {"from": instant(s.start), "to": instant(s.end), "kind": s.kind.value}
            for s in day.stretches
        ],
        "skipped": _reason(day.closed_by)
        if day.closed_by and day.is_closed
        else ("sem janela neste dia da semana" if day.is_closed else None),
        "named_days": [_reason(holiday) for holiday in day.named_days],
    }


def _reason(holiday: Holiday) -> Json:
    return {"name": holiday.name, "source": holiday.source.value}


def calendar_day(day: CalendarDay) -> Json:
    """Write a day of a team's calendar."""
    layout = day.layout
    return {
        "date": layout.date.isoformat(),
        "counted_seconds": day.counted_seconds,
        "plantao_seconds": day.plantao_seconds,
        "windows": [_window(window, names) for window, names in day.staffed],
        "reasons": [_reason(holiday) for holiday in layout.reasons],
    }


def _window(window: Window, on_duty: Sequence[str]) -> Json:
    return {
        "start": format_minute(window.start),
        "end": format_minute(window.end),
        "plantao": window.plantao,
        "on_duty": list(on_duty),
    }


def import_summary(summary: ImportSummary) -> Json:
    """Write what an import came to."""
    return {
        "rows": summary.rows,
        "tickets": summary.tickets,
        "events": summary.events,
        "kinds": dict(sorted(summary.kinds.items())),
        "known": summary.known,
        "unchanged": summary.unchanged,
        "ignored": summary.ignored,
        "later": summary.later,
        "open": summary.open,
        "refused": [{"line": r.line, "reason": r.reason} for r in summary.refused],
        "violations": [
            {"ticket": v.ticket, "number": f"{v.number:08d}", "reason": v.reason}
            for v in summary.violations
        ],
    }


def done_line(line: DoneLine) -> Json:
    """Write a step that the job took; only a warning has a level."""
    level = {"level": line.done.level} if line.done.level else {}
    return {
        "kind": line.done.kind.value,
        "number": f"{line.number:08d}",
        "source": line.source,
        "for": instant(line.done.subject),
        **level,
    }


def outbox_line(line: OutboxLine) -> Json:
    """Write a message and where it stands."""
    return {
        "kind": line.message.kind,
        "ticket": None if line.message.ticket is None else f"{line.message.ticket:08d}",
        "for": instant(line.message.subject_at),
        "recipient": line.message.recipient or None,
        "subject": line.message.subject,
        "state": line.state.value,
        "tries": line.tries,
        "created_at": instant(line.created_at),
        "sent_at": instant(line.sent_at),
        "failure": line.failure or None,
    }


def client_import(result: ClientImport) -> Json:
    """Write what an import of clients came to."""
    return {
        "rows": result.rows,
        "clients": result.clients,
        "contacts": result.contacts,
        "updated": result.updated,
        "refused": [{"line": r.line, "reason": r.reason} for r in result.refused],
    }


def time_import(result: TimeImport) -> Json:
    """Write what an import of minutes came to."""
    return {
        "rows": result.rows,
        "kept": result.kept,
        "known": result.known,
        "not_billable": [
            {"line": line.line, "reason": line.note}
            for line in result.lines
            if line.is_kept and line.note
        ],
        "refused": [{"line": r.line, "reason": r.reason} for r in result.refused],
    }
