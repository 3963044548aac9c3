"""The roster on the page: put on duty by key or drag, turns, weeks, swaps, absences (CAL-7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from app.domain.changes import NO_CHANGES, Changes
from app.domain.errors import BancadaError, RuleRefusal
from app.domain.queue_view import Reference
from app.domain.roles import Right
from app.domain.roster import Assignment, Post
from app.services.roster import RosterSpan
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.calendar.bar import monday_of
from ui.calendar.blocks import Block
from ui.calendar.hours_form import typed_day
from ui.calendar.page import CalendarPage
from ui.calendar.roster_forms import (
    AbsenceForm,
    CopyWeekForm,
    DutyDialog,
    PersonForm,
    RotateForm,
    SwapForm,
)
from ui.composition import WindowContext
from ui.jobs import Lane
from ui.widgets.form_dialog import FormDialog

_ACTS = (
    ActionId.ROSTER_ASSIGN,
    ActionId.ROSTER_ROTATE,
    ActionId.ROSTER_COPY,
    ActionId.ROSTER_SWAP,
    ActionId.ROSTER_ABSENCE,
    ActionId.PERSON_ICS,
)
_WEEKS_OF_SWAPS = timedelta(weeks=5)
_MONTHS_OF_ABSENCES = timedelta(days=180)
T = TypeVar("T")
Texts = Mapping[str, str]
Ticks = Mapping[str, bool]


class RosterActs(QObject):
    """Opens the dialogs of the roster and writes what they ask."""

    def __init__(self, workspace: Workspace, context: WindowContext, page: CalendarPage) -> None:
        """Belong to the page and offer its menu."""
        super().__init__(page)
        self._workspace = workspace
        self._context = context
        self._page = page
        self.dialog: QDialog | None = None
        page.add_menu(self.tr("Esca&la"), _ACTS, self._on_act)
        page.view.opened.connect(self._on_opened)
        page.view.person_dropped.connect(self._on_dropped)

    def kept(self, dialog: QDialog | None, said: str, changes: Changes) -> None:
        """Close a dialog whose act was done, and say so."""
        if dialog is not None:
            dialog.accept()
        self._context.bus.publish(changes)
        self._context.notices.done(said)

    def _on_act(self, action: ActionId) -> None:
        acts: dict[ActionId, Callable[[], None]] = {
            ActionId.ROSTER_ASSIGN: self._assign_here,
            ActionId.ROSTER_ROTATE: self._rotate,
            ActionId.ROSTER_COPY: self._copy,
            ActionId.ROSTER_SWAP: self._swap,
            ActionId.ROSTER_ABSENCE: self._absence,
            ActionId.PERSON_ICS: self._export,
        }
        is_everybodys = action in (ActionId.ROSTER_SWAP, ActionId.PERSON_ICS)
        if is_everybodys or allowed(self._workspace, self._context, Right.ROSTER):
            acts[action]()

    def _ask(self, question: Callable[[], T], then: Callable[[T], None]) -> None:
        self._context.jobs.submit(question, then, owner=self, lane=Lane.READ)

    def _do(self, act: Callable[[], Changes], dialog: QDialog, said: str) -> None:
        refuse: Callable[[Exception], None] = dialog.refuse  # type: ignore[attr-defined]
        self._context.jobs.submit(act, partial(self.kept, dialog, said), refuse, owner=dialog)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _on_opened(self, block: Block) -> None:
        if block.post is not None and allowed(self._workspace, self._context, Right.ROSTER):
            self._assign(block.team, block.post)

    def _assign_here(self) -> None:
        block = self._page.view.current_block
        if block is None or block.post is None:
            self._context.notices.info(self.tr("Escolha antes um plantão na semana."))
            return
        self._assign(block.team, block.post)

    def _assign(self, team: str, post: Post) -> None:
        self._ask(self._workspace.roster.people, partial(self._show_duty, team, post))

    def _show_duty(self, team: str, post: Post, people: tuple[Reference, ...]) -> None:
        dialog = DutyDialog(post, people, self._page)

        def keep(added: list[int], ended: list[int]) -> None:
            act = partial(self._change_post, team, post, added, ended)
            self._do(act, dialog, self.tr("Escala salva"))

        dialog.asked.connect(keep)
        self._open(dialog)

    def _change_post(self, team: str, post: Post, added: list[int], ended: list[int]) -> Changes:
        roster, window = self._workspace.roster, post.window
        changes = NO_CHANGES
        if added:
            wanted = [Assignment(post.day, window.start, window.end, n) for n in added]
            changes |= roster.assign(team, wanted)
        if ended:
            changes |= roster.clear(ended)
        return changes

    def _on_dropped(self, block: Block, person: int) -> None:
        post = block.post
        if post is None:
            return
        act = partial(self._change_post, block.team, post, [person], [])
        done = partial(self.kept, None, self.tr("Escala salva"))
        self._context.jobs.submit(act, done, self._on_refused_drop, owner=self)

    def _on_refused_drop(self, error: Exception) -> None:
        if not isinstance(error, BancadaError):
            raise error
        self._context.notices.trouble(error.sentence)

    def _rotate(self) -> None:
        page = self._page

        def ask() -> tuple[tuple[Reference, ...], RosterSpan]:
            first = monday_of(page.anchor) - _WEEKS_OF_SWAPS
            span = self._workspace.roster.span(page.team, first, first + 2 * _WEEKS_OF_SWAPS)
            return self._workspace.roster.people(), span

        self._ask(ask, self._show_rotate)

    def _show_rotate(self, found: tuple[tuple[Reference, ...], RosterSpan]) -> None:
        people, span = found
        turns = [person.name for person in span.seconds]
        form = RotateForm(people, sorted(turns), monday_of(self._page.anchor), self._page)

        def keep(texts: Texts, _ticks: Ticks) -> None:
            act = partial(_rotate, self._workspace, self._page.team, form, texts)
            self._do(act, form, self.tr("Rodízio feito"))

        form.asked.connect(keep)
        self._open(form)

    def _copy(self) -> None:
        form = CopyWeekForm(monday_of(self._page.anchor), self._page)

        def keep(texts: Texts, _ticks: Ticks) -> None:
            def act() -> Changes:
                return self._workspace.roster.copy_week(self._page.team, *form.read(texts))

            self._do(act, form, self.tr("Semana copiada"))

        form.asked.connect(keep)
        self._open(form)

    def _swap(self) -> None:
        page = self._page
        first = monday_of(page.anchor)
        ask = partial(self._workspace.roster.span, page.team, first, first + _WEEKS_OF_SWAPS)
        self._ask(ask, self._show_swap)

    def _show_swap(self, span: RosterSpan) -> None:
        duties = [duty for post in span.posts for duty in post.on_duty]
        if not duties:
            self._context.notices.info(self.tr("Não há plantões para trocar nestas semanas."))
            return
        block = self._page.view.current_block
        post = None if block is None else block.post
        chosen = post.on_duty[0] if post is not None and post.on_duty else None
        form = SwapForm(duties, chosen, self._page)

        def keep(texts: Texts, _ticks: Ticks) -> None:
            mine, theirs = int(texts["mine"]), int(texts["theirs"])
            act = partial(self._workspace.roster.swap, mine, theirs, texts["words"])
            self._do(act, form, self.tr("Troca registrada"))

        form.asked.connect(keep)
        self._open(form)

    def _absence(self) -> None:
        page = self._page

        def ask() -> tuple[tuple[Reference, ...], RosterSpan]:
            last = page.anchor + _MONTHS_OF_ABSENCES
            span = self._workspace.roster.span(page.team, page.anchor, last)
            return self._workspace.roster.people(), span

        self._ask(ask, self._show_absence)

    def _show_absence(self, found: tuple[tuple[Reference, ...], RosterSpan]) -> None:
        people, span = found
        form = AbsenceForm(people, span.absences, self._page.anchor, self._page)

        def keep(texts: Texts, _ticks: Ticks) -> None:
            self._do(
                partial(_keep_absence, self._workspace, texts), form, self.tr("Ausência salva")
            )

        form.asked.connect(keep)
        self._open(form)

    def _export(self) -> None:
        self._ask(self._workspace.roster.people, self._show_export)

    def _show_export(self, people: tuple[Reference, ...]) -> None:
        form = PersonForm(people, self._page.anchor.replace(day=1), self._page)
        by_number = {str(person.id): person for person in people}

        def keep(texts: Texts, _ticks: Ticks) -> None:
            self._choose_file(form, by_number[texts["person"]], texts)

        form.asked.connect(keep)
        self._open(form)

    def _choose_file(self, form: FormDialog, person: Reference, texts: Texts) -> None:
        try:
            first = typed_day(texts["first"], "first")
            last = typed_day(texts["last"], "last")
        except BancadaError as error:
            form.refuse(error)
            return
        form.do_button.setEnabled(True)
        name, _kind = QFileDialog.getSaveFileName(
            form, self.tr("Salvar plantões"), f"{person.name}.ics", self.tr("Calendário (*.ics)")
        )
        if not name:
            return

        def act() -> Changes:
            self._workspace.roster.export(person, first, last, Path(name))
            return NO_CHANGES

        self._do(act, form, self.tr("Plantões exportados"))


def allowed(workspace: Workspace, context: WindowContext, right: Right) -> bool:
    """Tell whether whoever sits here has a right; who has not is told before typing in vain."""
    try:
        workspace.desk.require(right)
    except RuleRefusal as refusal:
        context.notices.info(refusal.sentence)
        return False
    return True


def _rotate(workspace: Workspace, team: str, form: RotateForm, texts: Texts) -> Changes:
    return workspace.roster.rotate(team, *form.read(texts))


def _keep_absence(workspace: Workspace, texts: Texts) -> Changes:
    if texts["act"]:
        return workspace.roster.end_absence(int(texts["act"]))
    first, last = typed_day(texts["first"], "first"), typed_day(texts["last"], "last")
    return workspace.roster.add_absence(int(texts["person"]), first, last, texts["reason"])
