"""Conversa: the facts of the ticket, and everything that was said, public and internal."""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from app.domain.clock import from_epoch
from app.domain.ticket_events import Channel, Event, EventKind
from app.services.tickets import EventLine, TicketView
from ui.desk_words import severity_text, word
from ui.format import full_moment, moment
from ui.theme import Theme

_TITLE_SIGNS = 60
_CLIENT_SPEAKS = frozenset(
    {
        EventKind.OPENED,
        EventKind.CLIENT_ANSWERED,
        EventKind.REFUSED,
        EventKind.ACCEPTED,
        EventKind.POSTPONED,
    }
)

_CLIENT_SEES = _CLIENT_SPEAKS | {
    EventKind.PENDING_CLIENT,
    EventKind.SOLUTION,
    EventKind.REMINDED,
    EventKind.SURVEY_SENT,
    EventKind.SURVEY_ANSWERED,
}


class ConversationTab(QWidget):
    """Who the ticket is about and what was said; internal notes cannot be taken for public ones."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._view: TicketView | None = None
        self._text = QTextBrowser(self)
        self._text.setAccessibleName(self.tr("Conversa do chamado"))
        self._text.setOpenLinks(False)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        theme.changed.connect(self._draw)

    @property
    def text(self) -> QTextBrowser:
        """The page of facts and messages."""
        return self._text

    def show_ticket(self, view: TicketView) -> None:
        """Show a ticket's facts and messages, the newest last."""
        before, self._view = self._view, view
        if before is not None and _said_in(before) == _said_in(view):
            return  # Drawing anew would take away what a person has selected.
        same = before is not None and before.card.number == view.card.number
        at = self._text.verticalScrollBar().value() if same else 0
        self._draw()
        self._text.verticalScrollBar().setValue(at)

    def _draw(self) -> None:
        if self._view is None:
            return
        facts = "".join(self._fact(name, value) for name, value in self._facts(self._view) if value)
        now = from_epoch(self._view.now)
        messages = "".join(self._message(line, now) for line in self._view.lines if _is_said(line))
        card = self._view.card
        # The title above is cut where it is long; here it can be read to its end.
        heading = html.escape(card.summary) if len(card.summary) > _TITLE_SIGNS else ""
        described = html.escape(card.description).replace("\n", "<br>")
        body = "".join(
            f"<p>{part}</p>" for part in (f"<b>{heading}</b>" if heading else "", described) if part
        )
        self._text.setHtml(f"<table cellspacing='2'>{facts}</table>{body}{messages}")

    def _facts(self, view: TicketView) -> Iterator[tuple[str, str]]:
        card, history, facts = view.card, view.history, view.history.facts
        yield self.tr("cliente"), " · ".join(p for p in (card.client, card.client_place) if p)
        contact = (card.contact, card.contact_phone, card.contact_email)
        yield self.tr("contato"), " · ".join(part for part in contact if part)
        yield self.tr("produto"), card.product or ""
        version = (facts.get("version"), facts.get("environment"), facts.get("routine"))
        yield self.tr("versão"), " · ".join(str(part) for part in version if part)
        yield self.tr("equipe"), view.team_name
        yield self.tr("severidade"), severity_text(history.severity)
        yield self.tr("situação"), history.status_name or word(history.status)
        yield self.tr("dono"), view.assignee or self.tr("sem dono")
        yield self.tr("aberto em"), full_moment(from_epoch(history.opened_at))
        if history.acceptance is not None:
            limit = full_moment(from_epoch(history.acceptance.limit))
            yield self.tr("aceite até"), limit
        if history.closing is not None:
            yield self.tr("encerrado"), word(history.closing)
        yield self.tr("chave"), card.source_key or ""

    def _fact(self, name: str, value: str) -> str:
        muted = self._theme.colours.muted
        return (
            f"<tr><td style='color:{muted}; padding-right:8px'>{html.escape(name)}</td>"
            f"<td>{html.escape(value)}</td></tr>"
        )

    def _message(self, line: EventLine, now: datetime) -> str:
        colours, event = self._theme.colours, line.event
        internal = not _is_public(event) and event.kind is not EventKind.ATTACHED
        by_client = event.kind in _CLIENT_SPEAKS or event.payload.get("by") == "client"
        back = (
            colours.soon_soft if internal else (colours.accent_soft if by_client else colours.hover)
        )
        title = word(event.kind)
        if internal:
            title = self.tr("INTERNO, o cliente não vê · {act}").format(act=title)
        who = [line.actor or "", "" if event.channel is Channel.DESK else word(event.channel)]
        head = " · ".join(part for part in (*who, moment(from_epoch(event.at), now)) if part)
        body = self.tr("(texto apagado)") if line.text is None else line.text
        body = html.escape(body).replace("\n", "<br>")
        return (
            f"<table width='100%' cellpadding='6' style='margin-top:8px'><tr>"
            f"<td style='background-color:{back}'><b>{html.escape(title)}</b> "
            f"<span style='color:{colours.muted}'>{html.escape(head)}</span><br>{body}</td>"
            f"</tr></table>"
        )


def _said_in(view: TicketView) -> tuple[object, ...]:
    return view.card, view.history, view.assignee, view.team_name, view.lines


def _is_public(event: Event) -> bool:
    """Tell whether the client sees a text: what they said, what they were told, public notes."""
    return event.kind in _CLIENT_SEES or bool(event.payload.get("public"))


def _is_said(line: EventLine) -> bool:
    return "text" in line.event.payload
