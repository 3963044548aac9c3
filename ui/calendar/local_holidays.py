"""Holidays of the team's site and of files: proposed, then confirmed one by one (A05)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.holiday_proposals import Proposal
from app.services.holiday_proposals import Proposed
from app.services.workspace import Workspace
from ui.calendar.plan_words import proposal_line
from ui.composition import WindowContext
from ui.failures import describe
from ui.jobs import Lane
from ui.tokens import GRID
from ui.widgets.lines_table import Lines, LinesTable

_SIZE = (820, 520)


class LocalHolidaysDialog(QDialog):
    """Proposes and lets decide; confirming shows first what would move."""

    confirm_asked = Signal(object)  # Proposal

    def __init__(
        self, team: str, name: str, workspace: Workspace, context: WindowContext, parent: QWidget
    ) -> None:
        """Ask what waits for a team."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Feriados locais e importados · {team}").format(team=name))
        self._team = team
        self._workspace = workspace
        self._context = context
        self._sites: Mapping[str, tuple[str, ...]] = {}
        self._waiting: Sequence[Proposal] = ()
        self.state = QComboBox(self)
        self.state.setAccessibleName(self.tr("Estado"))
        self.city = QComboBox(self)
        self.city.setAccessibleName(self.tr("Cidade"))
        for box in (self.state, self.city):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.propose = QPushButton(self.tr("&Propor os feriados do local"), self)
        self.open_file = QPushButton(self.tr("&Importar arquivo…"), self)
        self.confirm = QPushButton(self.tr("&Confirmar…"), self)
        self.confirm.setDefault(True)
        self.dismiss = QPushButton(self.tr("&Dispensar"), self)
        self.table = LinesTable(self.tr("Feriados à espera de confirmação"), context, self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setObjectName("muted")
        self._refusal = QLabel(self)
        self._refusal.setObjectName("late")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self._lay_out()
        self.state.currentIndexChanged.connect(self._on_state)
        self.propose.clicked.connect(self._on_propose)
        self.open_file.clicked.connect(self._on_open_file)
        self.confirm.clicked.connect(self._on_confirm)
        self.dismiss.clicked.connect(self._on_dismiss)
        self.table.activated.connect(self._on_confirm)
        context.jobs.submit(workspace.proposals.sites, self._on_sites, owner=self, lane=Lane.READ)
        self.show_waiting()

    @property
    def refusal_text(self) -> str:
        """Why something was not done."""
        return self._refusal.text()

    def show_waiting(self) -> None:
        """Ask again what waits."""
        ask = partial(self._workspace.proposals.waiting, self._team)
        self._context.jobs.submit(ask, self._on_waiting, owner=self, lane=Lane.READ)

    def import_file(self, path: Path) -> None:
        """Propose the days of a file."""
        work = partial(self._workspace.proposals.propose_from_file, self._team, path)
        self._do(work)

    def _lay_out(self) -> None:
        site = QHBoxLayout()
        site.setSpacing(GRID)
        for part in (self.state, self.city, self.propose):
            site.addWidget(part)
        site.addStretch(1)
        site.addWidget(self.open_file)
        acts = QHBoxLayout()
        acts.addWidget(self.confirm)
        acts.addWidget(self.dismiss)
        acts.addStretch(1)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("&Fechar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        acts.addWidget(buttons)
        about = QLabel(
            self.tr(
                "Nada do que é proposto vale antes de ser confirmado, um a um; o que se confirma "
                "mostra antes quais prazos mudam."
            ),
            self,
        )
        about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(about)
        column.addLayout(site)
        column.addWidget(self.table, 1)
        column.addWidget(self.words)
        column.addWidget(self._refusal)
        column.addLayout(acts)
        self.resize(*_SIZE)

    def _on_sites(self, sites: Mapping[str, tuple[str, ...]]) -> None:
        self._sites = sites
        self.state.addItem(self.tr("estado"), "")
        for state in sites:
            self.state.addItem(state, state)
        site = self._workspace.desk.book.team(self._team).site
        self.state.setCurrentIndex(max(0, self.state.findData(site.state or "")))
        self.city.setCurrentIndex(max(0, self.city.findData(site.city or "")))

    def _on_state(self) -> None:
        self.city.clear()
        self.city.addItem(self.tr("cidade"), "")
        for city in self._sites.get(str(self.state.currentData()), ()):
            self.city.addItem(city, city)

    def _on_waiting(self, waiting: tuple[Proposal, ...]) -> None:
        self._waiting = waiting
        headings = (self.tr("quando"), self.tr("feriado"), self.tr("tipo"), self.tr("origem"))
        self.table.show_lines(Lines(headings, [proposal_line(p) for p in waiting], wide=1))
        for button in (self.confirm, self.dismiss):
            button.setEnabled(bool(waiting))
        if not waiting and not self.words.text():
            self.words.setText(self.tr("Nada à espera. Escolha o local da equipe ou um arquivo."))

    def _on_propose(self) -> None:
        state, city = str(self.state.currentData()), str(self.city.currentData() or "")
        self._do(partial(self._workspace.proposals.propose_for_site, self._team, state, city))

    def _on_open_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Arquivo de feriados"), "", self.tr("Feriados (*.ics *.csv)")
        )
        if name:
            self.import_file(Path(name))

    def _do(self, work: partial[Proposed]) -> None:
        self._refusal.hide()
        self._context.jobs.submit(work, self._on_proposed, self._on_failed, owner=self)

    def _on_proposed(self, done: Proposed) -> None:
        words = [self.tr("%n proposto(s)", "", done.added)]
        if done.known:
            words.append(self.tr("%n já conhecido(s)", "", done.known))
        words += [
            self.tr("linha {place}: {why}").format(place=line.place, why=line.why)
            for line in done.refused
        ]
        self.words.setText("\n".join(words))
        self._context.bus.publish(done.changes)
        self.show_waiting()

    def _on_failed(self, error: Exception) -> None:
        self._refusal.setText(describe(error).told())
        self._refusal.show()

    def _chosen(self) -> Proposal | None:
        row = self.table.currentIndex().row()
        return self._waiting[row] if 0 <= row < len(self._waiting) else None

    def _on_confirm(self) -> None:
        proposal = self._chosen()
        if proposal is not None:
            self.confirm_asked.emit(proposal)

    def _on_dismiss(self) -> None:
        proposal = self._chosen()
        if proposal is not None:
            work = partial(self._workspace.proposals.dismiss, proposal.id)
            self._context.jobs.submit(
                work, lambda _changes: self.show_waiting(), self._on_failed, owner=self
            )
