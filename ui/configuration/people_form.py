"""Settings of the desk's people: what each is, and their PINs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.domain.roles import Role
from app.services.desk_people import Colleague, DeskPeople
from ui.composition import WindowContext
from ui.configuration.table_section import TableSection
from ui.desk_words import word
from ui.override import override
from ui.widgets.form_dialog import FormDialog


class PersonForm(FormDialog):
    """Names somebody of the desk, or changes what they are."""

    def __init__(self, known: Colleague | None, parent: QWidget) -> None:
        """Show what is known; a PIN that is kept is never shown."""
        title = self.tr("Nova pessoa") if known is None else self.tr("Mudar pessoa")
        super().__init__(title, self.tr("&Salvar pessoa"), parent)
        self.add_line("name", self.tr("&Nome"), "" if known is None else known.name)
        self.add_choice("role", self.tr("Pa&pel"), [(word(role), role.value) for role in Role])
        box = self.choices["role"]
        box.setCurrentIndex(box.findData((Role.ANALYST if known is None else known.role).value))
        kept = known is not None and known.has_pin
        hint = self.tr("vazio não muda o guardado") if kept else self.tr("de 4 a 12 algarismos")
        self.add_line("pin", self.tr("P&IN"), "", hint)
        self.hide_line("pin")
        self.finish(self.tr("Cance&lar"))


class PeopleForm(TableSection[Colleague]):
    """A line per person; gerente, administrador and ouvidor show a PIN to sit down."""

    def __init__(self, people: DeskPeople, context: WindowContext, parent: QWidget) -> None:
        """Show the people."""
        about = self.tr(
            "Quem assina os atos. Gerente, administrador e ouvidor entram com um PIN. Enquanto "
            "ninguém administra a mesa, tudo é permitido a todos; depois, só gerente e "
            "administrador mudam regras, importam e tratam dados pessoais (SLA-11, LGPD), e só "
            "ouvidor vê a Ouvidoria (OUV-2)."
        )
        super().__init__(context, parent, self.tr("Pessoas"), about)
        self._people = people
        self.add_buttons(self.tr("&Nova pessoa…"), self.tr("M&udar…"), self.tr("Pessoa salva"))

    @override
    def show_set(self) -> None:
        """Ask who there is."""
        self.ask(self._people.colleagues, self.show_items)

    @override
    def headings(self) -> tuple[str, ...]:
        """Return the headings of the columns."""
        return self.tr("nome"), self.tr("papel"), "PIN"

    @override
    def line_of(self, item: Colleague) -> tuple[str, ...]:
        """Return the line of a person."""
        return item.name, word(item.role), self.tr("sim") if item.has_pin else ""

    @override
    def form_for(self, item: Colleague | None) -> PersonForm:
        """Return the dialog of a person."""
        return PersonForm(item, self)

    @override
    def keeping(
        self, item: Colleague | None, texts: Mapping[str, str], ticks: Mapping[str, bool]
    ) -> Callable[[], Changes]:
        """Return the act that keeps a person."""
        number = None if item is None else item.id
        pin = texts["pin"].strip()
        return partial(self._people.keep, number, texts["name"], Role(texts["role"]), pin)
