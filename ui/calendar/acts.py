"""What a manager does on the page Calendário: edits with open eyes, the roster, Oferta P."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from app.domain.calendar_plan import CalendarPlan
from app.domain.clock import local_date
from app.domain.errors import InvalidInput
from app.domain.holiday_proposals import Proposal
from app.domain.oferta_p import ItemKind, ItemState
from app.domain.roles import Right
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.calendar.blocks import Block, BlockKind
from ui.calendar.day_forms import DayForm, HolidayForm, RecessForm
from ui.calendar.history_dialog import HistoryDialog
from ui.calendar.hours_form import HoursForm
from ui.calendar.local_holidays import LocalHolidaysDialog
from ui.calendar.page import CalendarPage
from ui.calendar.roster_acts import RosterActs, allowed
from ui.calendar.what_if import WhatIfDialog
from ui.composition import WindowContext
from ui.format import clock_time
from ui.jobs import Lane

EditForm = HoursForm | DayForm | HolidayForm | RecessForm
_EDITS = (
    ActionId.EDIT_HOURS,
    ActionId.EDIT_DAY,
    ActionId.EDIT_HOLIDAY,
    ActionId.EDIT_RECESS,
    ActionId.LOCAL_HOLIDAYS,
    ActionId.CALENDAR_HISTORY,
    ActionId.OFERTA_ITEM,
)


class CalendarActs(QObject):
    """Opens the dialogs of the page; each edit goes through what it would move."""

    def __init__(self, workspace: Workspace, context: WindowContext, page: CalendarPage) -> None:
        """Belong to the page and offer its menus."""
        super().__init__(page)
        self._workspace = workspace
        self._context = context
        self._page = page
        self.dialog: QDialog | None = None
        self.roster = RosterActs(workspace, context, page)
        page.add_menu(self.tr("Edi&tar"), _EDITS, self._on_edit)
        page.view.opened.connect(self._on_opened)

    def _on_edit(self, action: ActionId) -> None:
        needs_right = action not in (ActionId.CALENDAR_HISTORY, ActionId.OFERTA_ITEM)
        if needs_right and not allowed(self._workspace, self._context, Right.CHANGE_RULES):
            return
        if action is ActionId.LOCAL_HOLIDAYS:
            self._open_local_holidays()
        elif action is ActionId.CALENDAR_HISTORY:
            self._open_history()
        elif action is ActionId.OFERTA_ITEM:
            self._open_oferta()
        else:
            self._with_plan(partial(self._open_form, action))

    def _with_plan(self, then: Callable[[CalendarPlan], None]) -> None:
        ask = partial(self._workspace.calendar_editing.plan, self._page.team)
        self._context.jobs.submit(ask, then, owner=self, lane=Lane.READ)

    def _open_form(self, action: ActionId, plan: CalendarPlan) -> None:
        page = self._page
        block = page.view.current_block
        day = page.anchor if block is None else block.day
        form: EditForm
        if action is ActionId.EDIT_HOURS:
            tomorrow = max(day, local_date(self._context.clock.now()))
            form = HoursForm(plan, tomorrow, self._context, page)
        elif action is ActionId.EDIT_DAY:
            form = DayForm(plan, day, page)
        elif action is ActionId.EDIT_HOLIDAY:
            form = HolidayForm(plan, day, page)
        else:
            form = RecessForm(plan, day.year, page)
        form.asked.connect(partial(self._on_typed, plan, form))
        self._open(form)

    def _on_typed(
        self, plan: CalendarPlan, form: EditForm, texts: dict[str, str], ticks: dict[str, bool]
    ) -> None:
        """Try what was typed: the form stays open until it was saved."""
        try:
            edited = form.edited(texts, ticks)
        except InvalidInput as error:
            form.refuse(error)
            return
        form.do_button.setEnabled(True)
        tried = WhatIfDialog(plan, edited, self._workspace, self._context, form)
        tried.saved.connect(form.accept)
        tried.refused.connect(form.refuse)
        self.tried = tried
        tried.open()

    def _open_local_holidays(self) -> None:
        page = self._page
        dialog = LocalHolidaysDialog(
            page.team, self._team_name(), self._workspace, self._context, page
        )
        dialog.confirm_asked.connect(partial(self._on_confirm, dialog))
        self._open(dialog)

    def _on_confirm(self, dialog: LocalHolidaysDialog, proposal: Proposal) -> None:
        def ask() -> tuple[CalendarPlan, CalendarPlan]:
            plan = self._workspace.calendar_editing.plan(self._page.team)
            return plan, self._workspace.proposals.plan_with(self._page.team, proposal)

        self._context.jobs.submit(
            ask, partial(self._confirm, dialog, proposal), owner=dialog, lane=Lane.READ
        )

    def _confirm(
        self,
        dialog: LocalHolidaysDialog,
        proposal: Proposal,
        plans: tuple[CalendarPlan, CalendarPlan],
    ) -> None:
        reason = self.tr("Feriado confirmado: {name}").format(name=proposal.name)
        tried = WhatIfDialog(
            *plans, self._workspace, self._context, dialog, reason=reason, confirms=proposal.id
        )
        tried.source.setText(proposal.origin)
        tried.saved.connect(dialog.show_waiting)
        self.tried = tried
        tried.open()

    def _open_history(self) -> None:
        page = self._page
        dialog = HistoryDialog(page.team, self._team_name(), self._workspace, self._context, page)
        dialog.undo_asked.connect(partial(self._on_undo, dialog))
        self._open(dialog)

    def _on_undo(self, dialog: HistoryDialog) -> None:
        def ask() -> tuple[CalendarPlan, CalendarPlan]:
            editing = self._workspace.calendar_editing
            return editing.plan(self._page.team), editing.undone(self._page.team)

        self._context.jobs.submit(ask, partial(self._undo, dialog), owner=dialog, lane=Lane.READ)

    def _undo(self, dialog: HistoryDialog, plans: tuple[CalendarPlan, CalendarPlan]) -> None:
        reason = self.tr("Desfaz a mudança anterior")
        tried = WhatIfDialog(*plans, self._workspace, self._context, dialog, reason=reason)
        tried.saved.connect(dialog.show_history)
        self.tried = tried
        tried.open()

    def _open_oferta(self) -> None:
        clients = self._workspace.oferta_p.clients
        self._context.jobs.submit(clients, self._show_oferta, owner=self, lane=Lane.READ)

    def _show_oferta(self, clients: tuple[str, ...]) -> None:
        from ui.calendar.oferta_form import OfertaForm

        now = self._context.clock.now()
        form = OfertaForm(clients, local_date(now), clock_time(now), self._page)

        def keep(texts: Mapping[str, str], _ticks: Mapping[str, bool]) -> None:
            add = partial(self._workspace.oferta_p.add, ItemKind(texts["kind"]), texts)
            done = partial(self.roster.kept, form, self.tr("Incluído no calendário"))
            self._context.jobs.submit(add, done, form.refuse, owner=form)

        form.asked.connect(keep)
        self._open(form)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _team_name(self) -> str:
        return self._workspace.desk.book.team(self._page.team).name

    def _on_opened(self, block: Block) -> None:
        if block.kind is BlockKind.DAY:
            self._on_edit(ActionId.EDIT_DAY)
        elif block.kind is BlockKind.ITEM and block.item:
            self._decide(block)

    def _decide(self, block: Block) -> None:
        """Ask what became of something that is owed."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, state in (
            (self.tr("Feito"), ItemState.DONE),
            (self.tr("Não é mais devido"), ItemState.CANCELLED),
        ):
            act = partial(self._workspace.oferta_p.decide, block.item, state)
            done = partial(self.roster.kept, None, text)
            menu.addAction(text).triggered.connect(
                lambda *_, act=act, done=done: self._context.jobs.submit(act, done, owner=self)
            )
        view = self._page.view
        index = view.currentIndex()
        menu.popup(view.viewport().mapToGlobal(view.visualRect(index).bottomLeft()))
