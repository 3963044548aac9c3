"""Takes praise and complaints for Ouvidoria (OUV-1)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from app.domain.ticket_events import Channel
from app.services.ombudsman import Manifestation
from app.services.workspace import Workspace
from ui.composition import WindowContext
from ui.desk_words import word
from ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.desk_acts import Performed

_CHANNELS = (Channel.PHONE, Channel.PORTAL, Channel.EMAIL, Channel.CHAT)


class ManifestationDialog(FormDialog):
    """Who speaks, what was said, and the proof that the area was called before."""

    def __init__(self, workspace: Workspace, context: WindowContext, parent: QWidget) -> None:
        """Ask for a manifestation."""
        super().__init__(self.tr("Manifestação à Ouvidoria"), self.tr("&Registrar"), parent)
        self._workspace = workspace
        self._context = context
        kinds = [
            (self.tr("reclamação"), Manifestation.COMPLAINT.value),
            (self.tr("elogio"), Manifestation.PRAISE.value),
        ]
        self.add_choice("act", self.tr("&Tipo"), kinds)
        self.add_line("client", self.tr("&Cliente"), "", self.tr("nome ou CNPJ"))
        self.add_line("contact", self.tr("C&ontato"), "", self.tr("e-mail, CPF ou nome"))
        channels = [(word(channel), channel.value) for channel in _CHANNELS]
        self.add_choice("channel", self.tr("Ca&nal"), channels)
        self.add_text("text", self.tr("O que a &pessoa disse"))
        proof = self.tr("números dos chamados em que a área foi procurada")
        self.add_line("tickets", self.tr("C&hamados"), "", proof)
        self.add_line("document", self.tr("&Documento"), "", self.tr("ou o documento que prova"))
        self.finish(self.tr("Cance&lar"))
        self.asked.connect(self._on_asked)

    def _on_asked(self, texts: Mapping[str, str], _ticks: Mapping[str, bool]) -> None:
        entry: dict[str, Any] = {name: text for name, text in texts.items() if text.strip()}
        self._context.jobs.submit(
            partial(self._workspace.acts.perform, entry), self._on_done, self.refuse, owner=self
        )

    def _on_done(self, performed: Performed) -> None:
        self._context.bus.publish(performed.changes)
        done = self.tr("Manifestação registrada: chamado {n:08d} da Ouvidoria")
        self._context.notices.done(done.format(n=performed.number))
        self.accept()
