"""What Oferta P owes: an environment, an update, a backup (OFP-1 … OFP-3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from app.domain.oferta_p import ItemKind, ReleaseKind
from ui.format import full_day
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.widgets.form_dialog import FormDialog

_KINDS = {
    ItemKind.UPDATE: QT_TRANSLATE_NOOP("OfertaForm", "Atualização: a versão chegou ao portal em"),
    ItemKind.ENVIRONMENT: QT_TRANSLATE_NOOP("OfertaForm", "Ambiente: contrato assinado em"),
    ItemKind.BACKUP: QT_TRANSLATE_NOOP("OfertaForm", "Cópia do banco: pedida em"),
}
_RELEASES = {
    ReleaseKind.SERIOUS: QT_TRANSLATE_NOOP("OfertaForm", "correção Alta ou Crítica"),
    ReleaseKind.MINOR: QT_TRANSLATE_NOOP("OfertaForm", "correção Média ou Baixa"),
    ReleaseKind.EMERGENCY: QT_TRANSLATE_NOOP("OfertaForm", "emergencial"),
}


class OfertaForm(FormDialog):
    """Asks what it is and from when it is reckoned; the day it falls on follows from the rule."""

    def __init__(self, clients: Sequence[str], today: date, time: str, parent: QWidget) -> None:
        """Begin with today; clients are completed while they are typed."""
        super().__init__(self.tr("Oferta P"), self.tr("&Incluir no calendário"), parent)
        kinds = [(translated("OfertaForm", text), kind.value) for kind, text in _KINDS.items()]
        self.add_choice("kind", self.tr("&O que é"), kinds)
        self.add_line("day", self.tr("&Dia"), full_day(today))
        self.add_line("time", self.tr("&Hora"), time, self.tr("só ambiente dispensa"))
        self.add_line("client", self.tr("&Cliente"), "", self.tr("só atualização dispensa"))
        completer = QCompleter(list(clients), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.lines["client"].setCompleter(completer)
        self.add_line("title", self.tr("&Versão ou nota"), "", "12.1.2611")
        releases = [(translated("OfertaForm", text), r.value) for r, text in _RELEASES.items()]
        self.add_choice("release", self.tr("&Tipo da versão"), releases)
        self.finish(self.tr("Cancelar"))
