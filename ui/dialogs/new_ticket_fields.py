"""The fields of a new ticket, by the step that asks for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.severity import Effect, Origin, Severity
from app.domain.ticket_events import Channel
from ui.desk_words import severity_text, word
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.tokens import GRID
from ui.widgets.refusable import Refusable

_LABELS = {
    "client": QT_TRANSLATE_NOOP("NewTicket", "&Cliente"),
    "product_line": QT_TRANSLATE_NOOP("NewTicket", "&Linha"),
    "country": QT_TRANSLATE_NOOP("NewTicket", "&País"),
    "contact": QT_TRANSLATE_NOOP("NewTicket", "Con&tato"),
    "channel": QT_TRANSLATE_NOOP("NewTicket", "Ca&nal"),
    "summary": QT_TRANSLATE_NOOP("NewTicket", "&Resumo"),
    "description": QT_TRANSLATE_NOOP("NewTicket", "&Descrição"),
    "module": QT_TRANSLATE_NOOP("NewTicket", "&Módulo"),
    "routine": QT_TRANSLATE_NOOP("NewTicket", "R&otina"),
    "version": QT_TRANSLATE_NOOP("NewTicket", "&Versão"),
    "environment": QT_TRANSLATE_NOOP("NewTicket", "Am&biente"),
    "category": QT_TRANSLATE_NOOP("NewTicket", "Cate&goria"),
    "origin": QT_TRANSLATE_NOOP("NewTicket", "Or&igem"),
    "effect": QT_TRANSLATE_NOOP("NewTicket", "&Efeito"),
    "severity": QT_TRANSLATE_NOOP("NewTicket", "&Severidade"),
    "severity_reason": QT_TRANSLATE_NOOP("NewTicket", "&Motivo"),
}
_EFFECTS = {
    Effect.PREVENTS: QT_TRANSLATE_NOOP("NewTicket", "impede a operação"),
    Effect.SEVERE_RESTRICTION: QT_TRANSLATE_NOOP("NewTicket", "restrição severa"),
    Effect.MINOR_RESTRICTION: QT_TRANSLATE_NOOP("NewTicket", "restrição menor"),
    Effect.COSMETIC_OR_QUESTION: QT_TRANSLATE_NOOP("NewTicket", "estética ou dúvida"),
}
_ORIGINS = {
    Origin.PRODUCTION: QT_TRANSLATE_NOOP("NewTicket", "cliente em produção"),
    Origin.IMPLANTATION: QT_TRANSLATE_NOOP("NewTicket", "implantação"),
    Origin.TEST_BASE: QT_TRANSLATE_NOOP("NewTicket", "base de teste"),
}
_CHANNELS = (Channel.PHONE, Channel.PORTAL, Channel.EMAIL, Channel.CHAT)


def _say(text: str) -> str:
    return translated("NewTicket", text)


class FieldBox(Refusable):
    """A field and the line below it that says why it was refused."""

    def __init__(self, name: str, box: QWidget, parent: QWidget) -> None:
        """Hold a box that goes by a name of the act."""
        super().__init__(parent)
        self.name = name
        self.hold(box)
        label = _say(_LABELS.get(name, ""))
        self.label = QLabel(label, parent)
        if label:
            self.label.setBuddy(box)
            box.setAccessibleName(label.replace("&", ""))
        for signal in ("textChanged", "currentTextChanged", "toggled"):
            if hasattr(box, signal):
                getattr(box, signal).connect(self._on_changed)

    def value(self) -> object:
        """Return what the service is told."""
        if isinstance(self.box, QCheckBox):
            return self.box.isChecked()
        if isinstance(self.box, QComboBox):
            chosen, text = self.box.currentIndex(), self.box.currentText()
            data = self.box.currentData() if text == self.box.itemText(chosen) else None
            return text.strip() if data is None else data
        if isinstance(self.box, QPlainTextEdit):
            return self.box.toPlainText().strip()
        assert isinstance(self.box, QLineEdit)
        return self.box.text().strip()

    def _on_changed(self) -> None:
        self.refuse("")
        self.changed.emit()


def combo(parent: QWidget, options: Sequence[tuple[str, object]], *, free: bool) -> QComboBox:
    """Return a choice; a free one takes what is not in the list, too."""
    box = QComboBox(parent)
    box.setEditable(free)
    for text, value in options:
        box.addItem(text, value)
    completer = box.completer()
    if free and completer is not None:
        box.setCurrentText("")
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return box


class StepForm(QWidget):
    """The fields of one step."""

    def __init__(self, fields: Sequence[FieldBox], parent: QWidget) -> None:
        """Lay out the fields, each under its label."""
        super().__init__(parent)
        self.fields = {field.name: field for field in fields}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GRID)
        column.addLayout(form)
        column.addStretch(1)
        for field in fields:
            if isinstance(field.box, QCheckBox):
                field.label.hide()
                form.addRow("", field)
            else:
                form.addRow(field.label, field)


def who_fields(parent: QWidget) -> tuple[FieldBox, ...]:
    """Return what is asked of the caller: client, contact, channel."""
    client = QLineEdit(parent)
    client.setPlaceholderText(_say(QT_TRANSLATE_NOOP("NewTicket", "nome ou CNPJ")))
    completer = QCompleter([], client)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    client.setCompleter(completer)
    channels = [(word(channel), channel.value) for channel in _CHANNELS]
    return (
        FieldBox("client", client, parent),
        FieldBox("contact", combo(parent, [], free=True), parent),
        FieldBox("channel", combo(parent, channels, free=False), parent),
    )


def outcome_fields(parent: QWidget) -> tuple[FieldBox, ...]:
    """Return what may be decided otherwise than the table does (SLA-1)."""
    as_computed = (_say(QT_TRANSLATE_NOOP("NewTicket", "a da tabela")), "")
    severities = [(severity_text(severity), severity.value) for severity in Severity]
    reason = QPlainTextEdit(parent)
    reason.setTabChangesFocus(True)
    reason.setFixedHeight(reason.fontMetrics().lineSpacing() * 4)
    return (
        FieldBox("severity", combo(parent, [as_computed, *severities], free=False), parent),
        FieldBox("severity_reason", reason, parent),
    )


def what_fields(parent: QWidget) -> tuple[FieldBox, ...]:
    """Return what is asked of the problem (TKT-2)."""
    country = QLineEdit(_say(QT_TRANSLATE_NOOP("NewTicket", "Brasil")), parent)
    description = QPlainTextEdit(parent)
    description.setTabChangesFocus(True)
    description.setFixedHeight(description.fontMetrics().lineSpacing() * 5)
    effect = _of(parent, _EFFECTS)
    effect.setCurrentIndex(-1)  # it decides the severity, so it is answered and not left as it was
    workaround = QCheckBox(_say(QT_TRANSLATE_NOOP("NewTicket", "há &solução de contorno")), parent)
    corruption = QCheckBox(_say(QT_TRANSLATE_NOOP("NewTicket", "há d&ados corrompidos")), parent)
    return (
        FieldBox("summary", QLineEdit(parent), parent),
        FieldBox("description", description, parent),
        FieldBox("product_line", combo(parent, [], free=True), parent),
        FieldBox("module", combo(parent, [], free=True), parent),
        FieldBox("routine", combo(parent, [], free=True), parent),
        FieldBox("version", combo(parent, [], free=True), parent),
        FieldBox("environment", combo(parent, [], free=True), parent),
        FieldBox("country", country, parent),
        FieldBox("category", combo(parent, [], free=True), parent),
        FieldBox("origin", _of(parent, _ORIGINS), parent),
        FieldBox("effect", effect, parent),
        FieldBox("workaround", workaround, parent),
        FieldBox("corruption", corruption, parent),
    )


def _of(parent: QWidget, names: dict[Effect, str] | dict[Origin, str]) -> QComboBox:
    options = [(_say(text), kind.value) for kind, text in names.items()]
    return combo(parent, options, free=False)
