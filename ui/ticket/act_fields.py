"""The fields of an act's dialog, each with the line below it that says why it was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from app.domain.clock import format_instant, from_epoch
from app.domain.consulting import Cause, ConsultingKind, Scope
from app.domain.errors import InvalidInput
from app.domain.severity import Severity
from app.domain.teams import Team
from app.domain.ticket_events import Channel
from app.services.tickets import TicketView
from ui.consulting_words import consulting_word
from ui.desk_words import severity_text, word
from ui.dialogs.import_until import read_until
from ui.ticket_acts import Ask, AskFor, act_text
from ui.widgets.refusable import Refusable

_CHANNELS = (Channel.PHONE, Channel.PORTAL, Channel.EMAIL, Channel.CHAT)
_TEXT_LINES = 5
Options = Sequence[tuple[str, object]]
"""What a person reads, and what the service is told."""


class ActField(Refusable):
    """One field with its refusal below it."""

    def __init__(  # what is asked, of which ticket, and what there is to choose from
        self,
        ask: Ask,
        view: TicketView,
        teams: Sequence[Team],
        parent: QWidget,
        *,
        of_all: bool = False,
    ) -> None:
        """Make the field that an act asks for, filled as far as the ticket tells.

        ``of_all`` offers what this ticket has already: others may not have it.
        """
        super().__init__(parent)
        self._of_all = of_all
        self.ask = ask
        self.hold(self._make(view, teams))

    def value(self) -> object:
        """Return what the service is told; none where nothing was typed.

        Raises ``InvalidInput`` for an instant that cannot be read.
        """
        if isinstance(self.box, QComboBox):
            return self.box.currentData()
        if isinstance(self.box, QPlainTextEdit):
            return self.box.toPlainText().strip() or None
        assert isinstance(self.box, QLineEdit)
        text = self.box.text().strip()
        if self.ask.kind in (AskFor.WHEN, AskFor.LATER):
            instant = read_until(text)
            return None if instant is None else format_instant(from_epoch(instant))
        return text or None

    def _make(self, view: TicketView, teams: Sequence[Team]) -> QWidget:
        if self.ask.kind is AskFor.TEXT:
            return self._text_box()
        options = self._options(view, teams)
        return self._line(view) if options is None else self._choice(options)

    def _options(self, view: TicketView, teams: Sequence[Team]) -> Options | None:
        """Return what there is to choose from; none for what is typed."""
        history, of_all = view.history, self._of_all
        options: dict[AskFor, Callable[[], Options]] = {
            AskFor.TEAM: lambda: [
                (team.name, team.key) for team in teams if of_all or team.key != history.team
            ],
            AskFor.SEVERITY: lambda: [
                (severity_text(s), s.value) for s in Severity if of_all or s is not history.severity
            ],
            AskFor.CHANNEL: lambda: [(word(channel), channel.value) for channel in _CHANNELS],
            AskFor.AUDIENCE: lambda: [
                (self.tr("Interno, o cliente não vê"), False),
                (self.tr("Público, o cliente vê"), True),
            ],
            AskFor.STATUS: lambda: [(name, name) for name in view.statuses],
            AskFor.SCORE: lambda: [(str(score), score) for score in range(5, 0, -1)],
            AskFor.PERSON: lambda: self._owners(view),
            AskFor.CONSULTING: lambda: _words_of(ConsultingKind),
            AskFor.SCOPE: lambda: _words_of(Scope),
            AskFor.CAUSE: lambda: _words_of(Cause),
        }
        return options[self.ask.kind]() if self.ask.kind in options else None

    def _owners(self, view: TicketView) -> Options:
        others = (n for n in view.people.values() if self._of_all or n != view.assignee)
        people: Options = [(name, name) for name in sorted(others, key=str.casefold)]
        nobody = (self.tr("Ninguém: volta a ficar sem dono"), None)
        return people if view.assignee is None and not self._of_all else [*people, nobody]

    def _text_box(self) -> QPlainTextEdit:
        box = QPlainTextEdit(self)
        box.setTabChangesFocus(True)
        box.setMinimumHeight(box.fontMetrics().lineSpacing() * _TEXT_LINES)
        box.textChanged.connect(self.changed)
        return box

    def _line(self, view: TicketView) -> QLineEdit:
        box = QLineEdit(self)
        if self.ask.kind is AskFor.CONTACT:
            box.setText(view.card.contact_email or view.card.contact or "")
            box.setPlaceholderText(self.tr("e-mail, CPF ou nome"))
        if self.ask.kind is AskFor.LATER or self.ask.name == "due":
            box.setPlaceholderText(self.tr("dia e hora: 20/11/2026 14:30"))
        elif self.ask.kind is AskFor.WHEN:
            box.setPlaceholderText(self.tr("agora, ou dia e hora: 20/11/2026 14:30"))
        if self.ask.kind is AskFor.NUMBER:
            box.setPlaceholderText(self.tr("número, como 00000042"))
        box.textChanged.connect(self.changed)
        return box

    def _choice(self, options: Options) -> QComboBox:
        box = QComboBox(self)
        for text, value in options:
            box.addItem(text, value)
        box.currentIndexChanged.connect(self.changed)
        return box


def _words_of(kind: type[Enum]) -> Options:
    return [(consulting_word(member), member.value) for member in kind]


def label_of(field: ActField, parent: QObject) -> QLabel:
    """Return the label of a field, its mnemonic leading there."""
    assert isinstance(parent, QWidget)
    return field.caption(act_text(field.ask.label), parent)


def read_fields(fields: Mapping[str, ActField]) -> dict[str, Any] | None:
    """Return what the service is told; none where a field could not be read, which then says so."""
    read: dict[str, Any] = {}
    for name, field in fields.items():
        try:
            value = field.value()
        except InvalidInput as error:
            field.refuse(error.sentence)
            field.box.setFocus()
            return None
        if value is not None:
            read[name] = value
    return read
