"""Holds CPF and password of a caller against what is kept of them (CLI-4)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.contact_identity import ContactIdentity
from ui.composition import WindowContext
from ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from app.services.contact_identity import Identified


class IdentifyDialog(FormDialog):
    """Asks for both; what does not fit is said, and the CPF stays typed."""

    identified = Signal(object)  # Identified

    def __init__(self, identity: ContactIdentity, context: WindowContext, parent: QWidget) -> None:
        """Ask who is calling."""
        super().__init__(self.tr("Identificar quem liga"), self.tr("&Identificar"), parent)
        self._identity = identity
        self._context = context
        self.add_line("cpf", "&CPF", "")
        self.add_line("password", self.tr("&Senha"), "")
        self.hide_line("password")
        self.finish(self.tr("Cance&lar"))
        self.asked.connect(self._on_asked)

    def _on_asked(self, texts: Mapping[str, str], _ticks: Mapping[str, bool]) -> None:
        work = partial(self._identity.identify, texts["cpf"], texts["password"])
        self._context.jobs.submit(work, self._on_known, self.refuse, owner=self)

    def _on_known(self, caller: Identified) -> None:
        self.identified.emit(caller)
        self.accept()
