"""Where an issued document goes to."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.documents import IssuedDocument
from ui.widgets.form_dialog import FormDialog


class MailForm(FormDialog):
    """Asks for an address; the document goes along as it was issued."""

    def __init__(self, document: IssuedDocument, parent: QWidget) -> None:
        """Say which document goes."""
        super().__init__(self.tr("Enviar por e-mail"), self.tr("&Enviar"), parent)
        said = self.tr("{title} nº {number}, {subject}")
        number = f"{document.number:06d}"
        self.add_words(
            said.format(title=document.kind.title, number=number, subject=document.subject)
        )
        self.add_line("recipient", self.tr("&Para"), "", "nome@exemplo.com.br")
        self.finish(self.tr("Cance&lar"))
