"""With which certificate a copy of an issued document is signed, and where it goes."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from app.domain.documents import IssuedDocument
from ui.widgets.form_dialog import FormDialog
from ui.widgets.offered_path import offered_path


class SignForm(FormDialog):
    """Asks for the certificate's file and its password; neither is kept."""

    def __init__(self, document: IssuedDocument, parent: QWidget) -> None:
        """Offer the document's own name, marked as signed."""
        super().__init__(self.tr("Salvar assinado"), self.tr("&Assinar e salvar"), parent)
        self.add_words(
            self.tr(
                "A assinatura (PAdES) entra depois do último byte: o documento continua como foi "
                "emitido, e Conferir documento o reconhece."
            )
        )
        self.add_line("certificate", self.tr("&Certificado"), "", ".p12, .pfx")
        choose = QPushButton(self.tr("Escol&her o certificado…"), self)
        choose.clicked.connect(self._on_choose)
        self.add_widget(choose)
        self.add_line("password", self.tr("&Senha"), "")
        self.hide_line("password")
        name = document.file_name.removesuffix(".pdf")
        self.add_line("path", self.tr("Ar&quivo"), offered_path(f"{name}-assinado.pdf"))
        self.finish(self.tr("Cance&lar"))

    def _on_choose(self) -> None:
        kinds = self.tr("Certificado (*.p12 *.pfx)")
        name, _kind = QFileDialog.getOpenFileName(self, self.windowTitle(), "", kinds)
        if name:
            self.lines["certificate"].setText(name)
