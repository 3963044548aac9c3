"""Settings of the desk's people: what each is, and their PINs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.domain.roles import Role
from app.services.desk_people import Colleague, DeskPeople
from ui.composition import WindowContext
from ui.configuration.section import Section
from ui.desk_words import word
from ui.jobs import Lane
from ui.override import override
from ui.widgets.form_dialog import FormDialog
from ui.widgets.lines_table import Lines, LinesTable

_LOWEST = 280


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


class PeopleForm(Section):
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
        self._shown: list[Colleague] = []
        self.table = LinesTable(self.tr("Pessoas da mesa"), context, self)
        self.table.setMinimumHeight(_LOWEST)
        self.form.addRow(self.table)
        self.add = self.add_button(self.tr("&Nova pessoa…"), self._on_new, main=True)
        self.edit = self.add_button(self.tr("M&udar…"), self._on_edit)
        self.table.activated.connect(self._on_edit)
        self.dialog: PersonForm | None = None

    @override
    def show_set(self) -> None:
        """Ask who there is."""
        self.context.jobs.submit(self._people.colleagues, self._on_read, owner=self, lane=Lane.READ)

    def _on_read(self, people: list[Colleague]) -> None:
        self._shown = people
        headings = (self.tr("nome"), self.tr("papel"), "PIN")
        rows = [(p.name, word(p.role), self.tr("sim") if p.has_pin else "") for p in people]
        row = self.table.currentIndex().row()
        self.table.show_lines(Lines(headings, rows, wide=0))
        if 0 <= row < len(rows):
            self.table.selectRow(row)
        self.edit.setEnabled(bool(rows))

    def _on_new(self) -> None:
        self._ask(None)

    def _on_edit(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._shown):
            self._ask(self._shown[row])

    def _ask(self, known: Colleague | None) -> None:
        self.dialog = PersonForm(known, self)
        self.dialog.asked.connect(partial(self._on_asked, known, self.dialog))
        self.dialog.open()

    def _on_asked(
        self,
        known: Colleague | None,
        dialog: PersonForm,
        texts: Mapping[str, str],
        _ticks: Mapping[str, bool],
    ) -> None:
        number = None if known is None else known.id
        keep = partial(
            self._people.keep, number, texts["name"], Role(texts["role"]), texts["pin"].strip()
        )
        kept = partial(self._on_kept_person, dialog)
        self.context.jobs.submit(keep, kept, dialog.refuse, owner=dialog)

    def _on_kept_person(self, dialog: PersonForm, changes: Changes) -> None:
        dialog.accept()
        self.context.bus.publish(changes)
        self.context.notices.done(self.tr("Pessoa salva"))
        self.show_set()
