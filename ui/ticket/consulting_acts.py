"""What is done to the consulting of the ticket shown: minutes and papers (CON-1 … CON-7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.changes import Changes, Kind
from app.domain.clock import local_date
from app.domain.consulting import Consulting
from app.domain.documents import IssuedDocument
from app.services.time_entries import Logged
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.dialogs.time_forms import TimeForm, VoidForm
from ui.jobs import Lane
from ui.ticket.consulting_tab import ConsultingTab
from ui.widgets.asked_work import open_to_do
from ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from ui.dialogs.paper_dialog import IssuedPaper

ISSUED = Changes(frozenset({Kind.DOCUMENT, Kind.TIME, Kind.TICKET}), None)


class ConsultingActs(QObject):
    """The acts of the tab Consultoria; dialogs stay open until what they ask for was done."""

    def __init__(
        self, workspace: Workspace, context: WindowContext, tab: ConsultingTab, owner: QWidget
    ) -> None:
        """Make the actions; their keys are heard where the owner is seen."""
        super().__init__(owner)
        self._workspace = workspace
        self._context = context
        self._tab = tab
        self._window = owner
        self.dialog: QDialog | None = None
        make = context.actions.make
        self._log = make(ActionId.TIME_LOG, self._on_log, owner)
        self._correct = make(ActionId.TIME_CORRECT, self._on_correct, owner)
        self._void = make(ActionId.TIME_VOID, self._on_void, owner)
        self._letter = make(ActionId.CONSULTING_LETTER, self._on_letter, owner)
        self._statement = make(ActionId.CONSULTING_STATEMENT, self._on_statement, owner)
        self._term = make(ActionId.CONSULTING_TERM, self._on_term, owner)
        self._rates = make(ActionId.MINUTE_RATES, self._on_rates, owner)
        papers = [self._letter, self._statement, self._term, self._rates]
        tab.set_actions([self._log, self._correct, self._void, *papers], self._log)
        tab.chosen_changed.connect(self._offer)
        self._offer()

    def _offer(self) -> None:
        """Offer what the ticket and the chosen entry allow."""
        card, chosen = self._tab.card, self._tab.chosen
        self._log.setEnabled(card is not None)
        is_live = chosen is not None and chosen.is_live
        self._correct.setEnabled(is_live and chosen is not None and not chosen.is_locked)
        self._void.setEnabled(is_live)
        self._letter.setEnabled(card is not None and _has_letter(card.consulting))
        self._statement.setEnabled(card is not None and card.client is not None)
        self._term.setEnabled(card is not None)
        self._rates.setEnabled(card is not None and card.client is not None)

    def _on_log(self) -> None:
        card = self._tab.card
        if card is not None:
            form = TimeForm(None, self._context.clock.now(), self._window)
            log = partial(_log, self._workspace, card.ticket)
            self._ask(form, log, self.tr("Tempo apontado"))

    def _on_correct(self) -> None:
        chosen = self._tab.chosen
        if chosen is not None:
            form = TimeForm(chosen, self._context.clock.now(), self._window)
            correct = partial(self._workspace.time_entries.correct, chosen.id)
            self._ask(form, correct, self.tr("Apontamento corrigido"))

    def _on_void(self) -> None:
        chosen = self._tab.chosen
        if chosen is not None:
            void = partial(_void, self._workspace, chosen.id)
            self._ask(VoidForm(chosen, self._window), void, self.tr("Apontamento anulado"))

    def _ask(self, form: FormDialog, act: Callable[[Mapping[str, str]], Logged], done: str) -> None:
        self.dialog = form
        open_to_do(form, act, partial(self._on_kept, done), self._context.jobs)

    def _on_kept(self, done: str, logged: Logged) -> None:
        self._context.notices.done(done)
        self._context.bus.publish(logged.changes)

    def _on_rates(self) -> None:
        card = self._tab.card
        if card is not None and card.client is not None:
            from ui.dialogs.rates import RatesDialog

            dialog = RatesDialog(self._workspace, card.client, self._context, self._window)
            self.dialog = dialog
            dialog.open()

    def _on_letter(self) -> None:
        card = self._tab.card
        if card is not None:
            number, consulting = card.ticket, self._workspace.consulting
            self._show(
                self.tr("Carta de aceite · {number}").format(number=f"{number:08d}"),
                f"carta-{number:08d}.pdf",
                partial(consulting.letter_drawn, number),
                partial(_issue_letter, self._workspace, number),
            )

    def _on_term(self) -> None:
        card = self._tab.card
        if card is not None:
            number = card.ticket
            self._show(
                self.tr("Termo de solução · {number}").format(number=f"{number:08d}"),
                f"termo-{number:08d}.pdf",
                partial(self._workspace.consulting.term_drawn, number),
                partial(_issue_term, self._workspace, number),
            )

    def _on_statement(self) -> None:
        card = self._tab.card
        if card is None or card.client is None:
            return
        month = local_date(self._context.clock.now()).replace(day=1)
        statements = self._workspace.statements
        self._show(
            self.tr("Demonstrativo de consultoria · {month}").format(month=f"{month:%m/%Y}"),
            f"demonstrativo-{month:%Y-%m}.pdf",
            partial(statements.drawn, card.client, month),
            partial(_issue_statement, self._workspace, card.client, month),
        )

    def _show(
        self,
        title: str,
        name: str,
        draw: Callable[[], bytes],
        issue: Callable[[], IssuedPaper],
    ) -> None:
        """Draw a preview, then show it where it can be issued."""
        self._context.jobs.submit(
            draw,
            partial(self._on_drawn, title, name, issue),
            owner=self,
            lane=Lane.READ,
            title=self.tr("Desenhando o PDF"),
        )

    def _on_drawn(
        self, title: str, name: str, issue: Callable[[], IssuedPaper], pdf: bytes
    ) -> None:
        from ui.dialogs.paper_dialog import PaperDialog  # QtPdf, only where a paper is wanted

        dialog = PaperDialog(title, name, pdf, issue, self._context, self._window)
        self.dialog = dialog
        dialog.open()


def _has_letter(consulting: Consulting | None) -> bool:
    return consulting is not None and consulting.kind.needs_letter


def _log(workspace: Workspace, number: int, texts: Mapping[str, str]) -> Logged:
    return workspace.time_entries.log({"ticket": f"{number:08d}", **texts})


def _void(workspace: Workspace, number: int, texts: Mapping[str, str]) -> Logged:
    return workspace.time_entries.void(number, texts["reason"])


def _issue_letter(workspace: Workspace, number: int) -> IssuedPaper:
    return _paper(workspace, workspace.consulting.issue_letter(number).document)


def _issue_term(workspace: Workspace, number: int) -> IssuedPaper:
    return _paper(workspace, workspace.consulting.issue_term(number))


def _issue_statement(workspace: Workspace, client: int, month: date) -> IssuedPaper:
    return _paper(workspace, workspace.statements.issue(client, month))


def _paper(workspace: Workspace, document: IssuedDocument) -> IssuedPaper:
    from ui.dialogs.paper_dialog import IssuedPaper

    _figures, pdf = workspace.documents.contents(document.id)
    return IssuedPaper(f"{document.number:06d}", document.code, pdf, ISSUED)
