"""The rates of a client: their history, the next adjustment, and what changes them (CON-5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.clock import local_date
from app.services.minute_rates import ContractRates
from app.services.workspace import Workspace
from ui.composition import WindowContext
from ui.dialogs.rate_forms import AdjustForm, IndexForm, RateForm, TermsForm
from ui.format import full_day
from ui.jobs import Lane
from ui.theme import strong
from ui.tokens import GRID
from ui.widgets.asked_work import open_to_do
from ui.widgets.form_dialog import FormDialog
from ui.widgets.lines_table import Lines, LinesTable

_SIZE = (720, 420)


class RatesDialog(QDialog):
    """What a client pays a minute, and since when; forms over it change it."""

    def __init__(
        self, workspace: Workspace, client: int, context: WindowContext, parent: QWidget
    ) -> None:
        """Read the rates of a client."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Tarifas e reajuste"))
        self._workspace = workspace
        self._client = client
        self._context = context
        self.contract: ContractRates | None = None
        self._last_month: date | None = None
        self.form: FormDialog | None = None
        self._title = QLabel(self)
        self._title.setFont(strong(self.font()))
        self._next = QLabel(self)
        self._next.setWordWrap(True)
        self.table = LinesTable(self.tr("Tarifas"), context, self)
        self.rate_button = QPushButton(self.tr("&Nova tarifa…"), self)
        self.terms_button = QPushButton(self.tr("&Contrato…"), self)
        self.adjust_button = QPushButton(self.tr("&Reajustar…"), self)
        self.index_button = QPushButton(self.tr("&IGP-M…"), self)
        self._lay_out()
        for button, slot in (
            (self.rate_button, self._on_rate),
            (self.terms_button, self._on_terms),
            (self.adjust_button, self._on_adjust),
            (self.index_button, self._on_index),
        ):
            button.clicked.connect(slot)
        self._read()

    @property
    def next_text(self) -> str:
        """What is said of the next adjustment."""
        return self._next.text()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        for button in (self.rate_button, self.terms_button, self.adjust_button, self.index_button):
            button.setAutoDefault(False)
            acts.addWidget(button)
        acts.addStretch(1)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("&Fechar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._next)
        column.addWidget(self.table, 1)
        column.addLayout(acts)
        column.addWidget(buttons)
        self.resize(*_SIZE)

    def _read(self) -> None:
        work = partial(_known, self._workspace, self._client)
        self._context.jobs.submit(work, self._show, owner=self, lane=Lane.READ)

    def _show(self, known: tuple[ContractRates, date]) -> None:
        contract, self._last_month = known
        self.contract = contract
        self._title.setText(contract.name)
        self._next.setText(self._next_of(contract))
        self.adjust_button.setEnabled(contract.next_on is not None)
        headings = (
            self.tr("vale desde"),
            self.tr("por minuto"),
            self.tr("de onde vem"),
            self.tr("quem"),
        )
        rows = [
            (full_day(kept.first_day), kept.rate.in_reais, kept.reason, kept.author)
            for kept in reversed(contract.rates)
        ]
        self.table.show_lines(Lines(headings, rows, figures=(1,), wide=2))

    def _next_of(self, contract: ContractRates) -> str:
        if contract.next_on is None:
            return contract.why_not
        day = full_day(contract.next_on)
        if contract.proposal is None:
            said = self.tr("Próximo reajuste em {day}. {why}")
            return said.format(day=day, why=contract.why_not)
        today = local_date(self._context.clock.now())
        if contract.next_on <= today:
            said = self.tr("O reajuste de {day} pode ser aplicado: de {before} para {after}.")
        else:
            said = self.tr("Próximo reajuste em {day}; hoje seria de {before} para {after}.")
        before, after = contract.proposal.before.in_reais, contract.proposal.after.in_reais
        return said.format(day=day, before=before, after=after)

    def _on_rate(self) -> None:
        form = RateForm(local_date(self._context.clock.now()), self)
        self._ask(form, partial(_add, self._workspace, self._client), self.tr("Tarifa guardada"))

    def _on_terms(self) -> None:
        if self.contract is not None:
            form = TermsForm(self.contract, local_date(self._context.clock.now()), self)
            act = partial(_keep_terms, self._workspace, self._client)
            self._ask(form, act, self.tr("Contrato guardado"))

    def _on_adjust(self) -> None:
        if self.contract is not None:
            form = AdjustForm(self.contract, self)
            act = partial(_adjust, self._workspace, self._client)
            self._ask(form, act, self.tr("Reajuste aplicado"))

    def _on_index(self) -> None:
        if self._last_month is not None:
            form = IndexForm(self._last_month, self)
            act = partial(_keep_month, self._workspace)
            self._ask(form, act, self.tr("Mês do IGP-M guardado"))

    def _ask(
        self, form: FormDialog, act: Callable[[Mapping[str, str]], Changes], done: str
    ) -> None:
        self.form = form
        open_to_do(form, act, partial(self._on_kept, done), self._context.jobs)

    def _on_kept(self, done: str, changes: Changes) -> None:
        self._context.notices.done(done)
        self._context.bus.publish(changes)
        self._read()


def _known(workspace: Workspace, client: int) -> tuple[ContractRates, date]:
    """Return the rates of a client, and the last month of the index."""
    return workspace.rates.of(client), workspace.index.months()[0].month


def _add(workspace: Workspace, client: int, texts: Mapping[str, str]) -> Changes:
    return workspace.rates.add(client, texts)


def _keep_terms(workspace: Workspace, client: int, texts: Mapping[str, str]) -> Changes:
    return workspace.rates.keep_terms(client, texts)


def _adjust(workspace: Workspace, client: int, texts: Mapping[str, str]) -> Changes:
    return workspace.rates.adjust(client, texts["published"])


def _keep_month(workspace: Workspace, texts: Mapping[str, str]) -> Changes:
    return workspace.index.keep(texts)
