"""From one page to what another one shows: pages never know each other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.page import PageId


class Routes(QObject):
    """Carries a wish from a page to the frame, which shows the page that answers it."""

    page_asked = Signal(object)  # PageId
    ticket_asked = Signal(int)  # number
    client_asked = Signal(int)  # number of the client whose tickets are wanted

    def show_ticket(self, number: int) -> None:
        """Show a ticket in the queue."""
        self.page_asked.emit(PageId.QUEUE)
        self.ticket_asked.emit(number)

    def show_client(self, number: int) -> None:
        """Show the open tickets of a client in the queue."""
        self.page_asked.emit(PageId.QUEUE)
        self.client_asked.emit(number)
