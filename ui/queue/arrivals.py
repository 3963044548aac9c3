"""Brings the queue to a ticket or a client that another page speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.domain.queue_view import QueueFilter, QueueRow
from app.services.queue import QueueService
from ui.composition import WindowContext
from ui.jobs import Lane
from ui.queue.page import QueuePage
from ui.queue.views import ViewId


class Arrivals(QObject):
    """Hears where people want to go."""

    def __init__(self, queue: QueueService, context: WindowContext, page: QueuePage) -> None:
        """Belong to the page."""
        super().__init__(page)
        self._queue = queue
        self._context = context
        self._page = page
        context.routes.ticket_asked.connect(self._on_ticket_asked)
        context.routes.client_asked.connect(self._on_client_asked)

    def _on_client_asked(self, number: int) -> None:
        self._page.look_at(ViewId.ALL_OPEN, QueueFilter(clients=(number,)))

    def _on_ticket_asked(self, number: int) -> None:
        self._context.jobs.submit(
            partial(self._queue.rows, [number]), self._on_row, owner=self, lane=Lane.READ
        )

    def _on_row(self, rows: Sequence[QueueRow]) -> None:
        for row in rows:
            view = ViewId.ALL_OPEN if row.closed_at is None else ViewId.CLOSED
            self._page.look_at(view, QueueFilter(text=f"{row.number:08d}"))
