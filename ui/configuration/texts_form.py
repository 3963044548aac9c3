"""Settings of what the desk writes to its clients: language, texts, preview."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QWidget

from app.domain.errors import BancadaError
from app.services.templates import (
    FACTS,
    Language,
    Template,
    TemplateService,
    Texts,
    checked,
    shipped,
)
from ui.composition import WindowContext
from ui.configuration.section import LineField, Section
from ui.desk_words import message_kind
from ui.jobs import Lane
from ui.override import override
from ui.widgets.refusable import Refusable

_BODY_LINES = 9


class TextsForm(Section):
    """One text at a time, with what it would look like."""

    def __init__(self, service: TemplateService, context: WindowContext, parent: QWidget) -> None:
        """Show the first text."""
        about = self.tr("Nomes entre chaves são trocados pelos dados do chamado.")
        super().__init__(context, parent, self.tr("Textos das mensagens"), about)
        self._service = service
        self._texts: Texts | None = None
        self._unsaved: dict[tuple[Language, str], Template] = {}
        self._shown_place = (Language.PORTUGUESE, "")
        self._language, self.language = self._choice(
            [("Português", Language.PORTUGUESE), ("English", Language.ENGLISH)]
        )
        self._kind, self.kind = self._choice([(message_kind(kind), kind) for kind in FACTS])
        self.subject, self.body = LineField(self), Refusable(self)
        self._body = QPlainTextEdit(self.body)
        self._body.setTabChangesFocus(True)
        self._body.setMinimumHeight(self._body.fontMetrics().lineSpacing() * _BODY_LINES)
        self.body.hold(self._body)
        self._facts = QLabel(self)
        self._facts.setObjectName("muted")
        self._facts.setWordWrap(True)
        self._preview = QPlainTextEdit(self)
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setAccessibleName(self.tr("Como fica"))
        self._preview.setMinimumHeight(self._preview.fontMetrics().lineSpacing() * _BODY_LINES)
        self.add_field("language", self.tr("&Idioma das mensagens"), self.language)
        self.add_field("kind", self.tr("&Mensagem"), self.kind)
        self.add_field("subject", self.tr("&Assunto"), self.subject)
        self.add_field("body", self.tr("Te&xto"), self.body)
        self.form.addRow("", self._facts)
        self.form.addRow(self.tr("Como fica"), self._preview)
        self.save = self.add_button(self.tr("&Salvar texto"), self._on_save, main=True)
        self.back = self.add_button(self.tr("Voltar ao &original"), self._on_back)
        self._language.activated.connect(self._on_language)
        self._kind.activated.connect(self._on_kind)
        self._body.textChanged.connect(self._on_text)
        self.subject.changed.connect(self._on_text)

    def _choice(self, options: list[tuple[str, object]]) -> tuple[QComboBox, Refusable]:
        field = Refusable(self)
        box = QComboBox(field)
        for text, value in options:
            box.addItem(text, value)
        field.hold(box)
        return box, field

    @override
    def show_set(self) -> None:
        """Ask for the texts in force."""
        self.context.jobs.submit(self._service.texts, self._on_read, owner=self, lane=Lane.READ)

    @property
    def body_box(self) -> QPlainTextEdit:
        """Where the text is typed."""
        return self._body

    @property
    def preview(self) -> str:
        """What the message would look like."""
        return self._preview.toPlainText()

    def _on_read(self, texts: Texts) -> None:
        if self.is_typed_in:
            return
        self._texts = texts
        self._language.setCurrentIndex(self._language.findData(texts.language))
        self._show(texts.of(self._kind.currentData()))

    def _show(self, template: Template) -> None:
        """Show a text, or what a person had typed of it before looking at another."""
        unsaved = self._unsaved.pop(self._place, None)
        template = unsaved or template
        self.subject.line.setText(template.subject)
        self._body.setPlainText(template.body.strip())
        names = " ".join(f"{{{name}}}" for name in FACTS[self._kind.currentData()])
        self._facts.setText(self.tr("Dados desta mensagem: {names}").format(names=names))
        self._shown_place = self._place
        self.is_typed_in = unsaved is not None
        self._draw_preview()
        self._offer_back()

    @property
    def _place(self) -> tuple[Language, str]:
        return self._language.currentData(), self._kind.currentData()

    def _put_aside(self) -> None:
        """Keep what was typed of the text shown while another one is looked at."""
        if self.is_typed_in:
            self._unsaved[self._shown_place] = self._typed()
        self.is_typed_in = False

    def _typed(self) -> Template:
        return Template(self.subject.line.text(), self._body.toPlainText())

    def _offer_back(self) -> None:
        if self._texts is not None:
            original = shipped(self._texts.language)[self._kind.currentData()]
            typed = self._typed()
            is_original = (typed.subject, typed.body.strip()) == (
                original.subject,
                original.body.strip(),
            )
            self.back.setEnabled(not is_original)

    def _draw_preview(self) -> None:
        kind = self._kind.currentData()
        self.refuse(None)
        try:
            subject, body = checked(kind, self._typed()).filled(FACTS[kind])
        except BancadaError as error:
            self._preview.setPlainText("")
            self._say_at_field(error)
            return
        self._preview.setPlainText(f"{subject}\n\n{body}")

    def _say_at_field(self, error: BancadaError) -> None:
        field = self.fields.get(getattr(error, "field", None) or "")
        if field is not None:
            field.refuse(getattr(error, "reason", error.sentence))

    def _on_text(self) -> None:
        self.is_typed_in = True
        self._draw_preview()
        self._offer_back()

    def _on_kind(self) -> None:
        self._put_aside()
        if self._texts is not None:
            self._show(self._texts.of(self._kind.currentData()))

    def _on_language(self) -> None:
        self._put_aside()
        chosen = self._language.currentData()
        self.keep(partial(self._service.choose, chosen), self.tr("Idioma das mensagens trocado"))

    def _on_save(self) -> None:
        act = partial(self._service.change, *self._shown_place, self._typed())
        self.keep(act, self.tr("Texto salvo"))

    def _on_back(self) -> None:
        act = partial(self._service.change, *self._shown_place, None)
        self.is_typed_in = False
        self.keep(act, self.tr("Texto original de volta"))
