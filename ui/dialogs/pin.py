"""Asks who sits down here to show by a PIN who they are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.form_dialog import FormDialog


class PinDialog(FormDialog):
    """Asks for one PIN; nobody sees it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        """Say whose PIN is asked for."""
        title = self.tr("Entrar como {name}").format(name=name)
        super().__init__(title, self.tr("&Entrar"), parent)
        self.add_line("pin", self.tr("&PIN"), "")
        self.hide_line("pin")
        self.finish(self.tr("Cance&lar"))
