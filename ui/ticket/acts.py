"""Does the acts of the ticket shown: by key, button or palette, always through the service."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.consulting import consulting_of
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.ticket_events import EventKind
from app.domain.ticket_moves import refusal_of
from app.services.tickets import StaleAct, TicketView
from app.services.workspace import Workspace
from ui.actions import ActionId, key_text
from ui.composition import WindowContext
from ui.notices import NoticeAct
from ui.ticket.act_bar import ActBar
from ui.ticket.act_dialog import ActDialog
from ui.ticket.meanwhile import told_of
from ui.ticket_acts import IN_BULK, TICKET_ACTS, TicketAct, act_text

if TYPE_CHECKING:
    from app.services.bulk_acts import BulkOutcome
    from app.services.desk_acts import Performed
    from app.services.spoken_fields import Entry


_SPEAKS = frozenset({"note", "wait", "solve"})
"""Acts whose text the client may read."""
_FOLLOWS = "follow_up"
_OF_CONSULTING = frozenset({"support", "approve_letter", "cause", "appointment"})


class Selection(Protocol):
    """A list that tickets are selected in."""

    def selected_tickets(self) -> tuple[int, ...]:
        """Return the selected tickets, in the order of the view."""
        ...

    def selects_many(self) -> bool:
        """Tell whether more than one ticket is selected."""
        ...


class TicketActs(QObject):
    """The acts of one ticket at a time; their keys are heard where the list has the focus."""

    def __init__(
        self, workspace: Workspace, context: WindowContext, bar: ActBar, parent: QWidget
    ) -> None:
        """Act through the services of a database."""
        super().__init__(parent)
        self._workspace = workspace
        self._context = context
        self._bar = bar
        self._window = parent
        self._view: TicketView | None = None
        self._actions: dict[QAction, TicketAct] = {}
        self._selection: Selection = _NothingSelected()
        self._newest = (0, 0)
        self.dialog: ActDialog | None = None

    def listen_on(self, owner: QWidget, selection: Selection) -> None:
        """Make the actions: their keys act on what is selected while the owner has the focus."""
        self._selection = selection
        primary: dict[QAction, str] = {}
        others: list[QAction] = []
        for act in TICKET_ACTS:
            action_id = ActionId[f"ACT_{act.name.upper()}"]
            action = self._context.actions.make(action_id, partial(self.begin, act), owner)
            self._actions[action] = act
            if act.short:
                primary[action] = f"{act_text(act.short)} {key_text(act.key)}"
            else:
                others.append(action)
        self._bar.set_acts(primary, others)
        self.show_ticket(None)

    def show_ticket(self, view: TicketView | None) -> None:
        """Offer what the ticket allows now, and say why the rest is refused."""
        self._view = view
        self.offer()

    def offer(self) -> None:
        """Offer what the ticket allows; of several selected, what makes sense on all of them."""
        view, many = self._view, self._selection.selects_many()
        allowed = {}
        for action, act in self._actions.items():
            refusal = None if view is None else _refusal(act, view)
            allowed[action] = view is not None and refusal is None
            action.setEnabled(allowed[action] or (many and act.name in IN_BULK))
            action.setStatusTip("" if refusal is None else refusal.sentence)
        self._bar.offer(allowed)

    def begin(self, act: TicketAct) -> None:
        """Ask what the act needs, or do it where it needs nothing."""
        view = self._view
        if view is None:
            return
        if self._selection.selects_many() and act.name in IN_BULK:
            self._begin_in_bulk(act, view, self._selection.selected_tickets())
            return
        if not act.asks:
            self._perform(act, {"number": _number(view), "version": self._seen(view)})
            return
        teams = self._workspace.desk.book.teams
        articles = self._workspace.articles if act.name in _SPEAKS else None
        dialog = ActDialog(
            act, view, teams, self._workspace.tickets, self._context, self._window, articles
        )
        dialog.asked.connect(partial(self._do_asked, act, dialog))
        dialog.destroyed.connect(partial(self._on_dialog_gone, id(dialog)))
        self.dialog = dialog
        dialog.open()

    def _begin_in_bulk(self, act: TicketAct, view: TicketView, numbers: Sequence[int]) -> None:
        from ui.ticket.bulk_dialog import BulkDialog

        dialog = BulkDialog(act, view, numbers, self._workspace, self._context, self._window)
        dialog.finished_with.connect(partial(self._on_done_in_bulk, act))
        dialog.open()

    def _on_done_in_bulk(self, act: TicketAct, outcome: BulkOutcome) -> None:
        done = self.tr("{act}: %n chamado(s)", "", len(outcome.done))
        undo = None
        if outcome.undo:
            undo = NoticeAct(self.tr("Desfazer"), partial(self._undo, tuple(outcome.undo)))
        self._context.notices.done(done.format(act=_title(act)), undo)

    def _undo(self, entries: Sequence[Entry]) -> None:
        """Take an act back on every ticket it was done on, as one step."""
        from ui.ticket.bulk_dialog import perform_each

        self._context.jobs.submit_long(
            partial(perform_each, self._workspace, entries),
            self._on_undone,
            owner=self,
            title=self.tr("Desfazendo"),
        )

    def _on_undone(self, outcome: BulkOutcome) -> None:
        self._context.bus.publish(outcome.changes)
        if outcome.done:
            self._context.notices.done(self.tr("Desfeito em %n chamado(s)", "", len(outcome.done)))
        for sentence in dict.fromkeys(outcome.refused.values()):
            self._context.notices.info(sentence)

    def attach(self, paths: Sequence[Path]) -> None:
        """Add files to the ticket shown (TKT-2)."""
        if self._view is None:
            return
        files = [str(path) for path in paths]
        entry = {"act": "attach", "number": f"{self._view.card.number:08d}", "files": files}
        self._context.jobs.submit(
            partial(_perform, self._workspace, entry),
            partial(self._on_attached, len(files)),
            owner=self,
            title=self.tr("Anexando"),
        )

    def _on_attached(self, files: int, performed: Performed) -> None:
        self._context.bus.publish(performed.changes)
        self._context.notices.done(self.tr("%n arquivo(s) anexado(s)", "", files))

    def _do_asked(self, act: TicketAct, dialog: ActDialog, fields: dict[str, Any]) -> None:
        number, version = _number(dialog.view), self._seen(dialog.view)
        self._perform(act, {"number": number, "version": version, **fields})

    def _seen(self, view: TicketView) -> int:
        """Return the newest version of a ticket that is known here, one's own last act included."""
        number, version = self._newest
        return max(view.card.version, version) if number == view.card.number else view.card.version

    def _perform(self, act: TicketAct, said: Entry) -> None:
        dialog = self.dialog if act.asks else None
        self._context.jobs.submit(
            partial(_perform, self._workspace, {"act": act.name, **said}),
            partial(self._on_done, act, dialog, int(said["number"])),
            partial(self._on_refused, dialog),
            owner=self,
            title=act_text(act.title),
        )

    def _on_done(
        self, act: TicketAct, dialog: ActDialog | None, number: int, performed: Performed
    ) -> None:
        if dialog is not None and dialog is self.dialog:
            dialog.accept()
        self._newest = performed.number, performed.seq
        self._context.bus.publish(performed.changes)
        done = self.tr("{act}: chamado {number}")
        offer = None
        if performed.undo is not None:
            offer = NoticeAct(self.tr("Desfazer"), partial(self._undo, (performed.undo,)))
        elif performed.number != number:  # it went on in a new ticket (ACC-3, ACC-7b)
            show = partial(self._context.routes.show_ticket, performed.number)
            offer = NoticeAct(self.tr("Ver"), show)
        said = done.format(act=_title(act), number=f"{performed.number:08d}")
        self._context.notices.done(said, offer)
        if performed.meanwhile:
            told = self.tr("Enquanto você escrevia: {what}")
            self._context.notices.info(told.format(what=told_of(performed.meanwhile)))

    def _on_refused(self, dialog: ActDialog | None, error: Exception) -> None:
        if isinstance(error, StaleAct):
            # What others did is told now: whoever repeats the act has seen it.
            self._newest = error.number, error.meanwhile[-1].event.seq
            error = InvalidInput(f"{error.sentence} ({told_of(error.meanwhile)})")
        if dialog is not None and dialog is self.dialog:
            dialog.refuse(error)
            return
        self._context.failures.report(error)

    def _on_dialog_gone(self, gone: int) -> None:
        if id(self.dialog) == gone:
            self.dialog = None


def _refusal(act: TicketAct, view: TicketView) -> RuleRefusal | None:
    """Return why a ticket does not allow an act now."""
    if act.kind is EventKind.STATUS_SET and not view.statuses:
        return RuleRefusal("SLA-12", "a mesa não tem situações próprias; crie-as em Configurações")
    if act.name == _FOLLOWS and view.history.is_open:
        return RuleRefusal("ACC-3", "o chamado ainda está aberto; interaja nele mesmo")
    if act.name == _FOLLOWS and view.history.merged_into is not None:
        return RuleRefusal("TKT-8", f"o chamado foi unido ao {view.history.merged_into}; vá a ele")
    if act.name in _OF_CONSULTING and consulting_of(line.event for line in view.lines) is None:
        return RuleRefusal("CON-1", "este chamado não é consultoria; comece-a antes")
    return refusal_of(view.history, act.kind, view.now)


def _title(act: TicketAct) -> str:
    return act_text(act.title).rstrip("…")


def _number(view: TicketView) -> str:
    return f"{view.card.number:08d}"


class _NothingSelected:
    def selected_tickets(self) -> tuple[int, ...]:
        return ()

    def selects_many(self) -> bool:
        return False


def _perform(workspace: Workspace, entry: Entry) -> Performed:
    return workspace.acts.perform(entry)
