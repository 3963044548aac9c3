"""What a deadline would become, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.clock import from_epoch
from app.domain.ticket_sla import Forecast
from app.services.tickets import TicketView
from ui.format import full_moment, working_time


def outcome_of(view: TicketView, forecast: Forecast) -> str:
    """Say the deadline a ticket would get under other terms (SLA-2)."""
    computed = None if forecast.deadline is None else forecast.deadline.due
    if forecast.deadline is None:
        text = QCoreApplication.translate("ForecastWords", "não haveria prazo ({reason}).")
        return text.format(reason=forecast.reason)
    if computed is None:
        left = working_time(forecast.deadline.remaining(view.now))
        text = QCoreApplication.translate(
            "ForecastWords", "o relógio continuaria parado, com {left} úteis."
        )
        return text.format(left=left)
    due = full_moment(from_epoch(computed))
    if forecast.terms.agreed_due is not None:
        text = QCoreApplication.translate(
            "ForecastWords", "o prazo calculado seria {due}; continua a valer o combinado."
        )
        return text.format(due=due)
    late = QCoreApplication.translate("ForecastWords", ", já vencido")
    text = QCoreApplication.translate("ForecastWords", "o prazo seria {due}{late}.")
    return text.format(due=due, late=late if view.now > computed else "")
