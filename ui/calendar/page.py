"""The page Calendário: week, month or all teams; what is chosen is said below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes, Kind
from app.domain.clock import local_date, to_epoch
from app.domain.oferta_p import OfertaItem
from app.domain.queue_view import Reference
from app.services.calendar_spans import CalendarSpan, TeamRow
from app.services.roster import RosterSpan
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.calendar.bar import CalendarBar, Mode, month_of, span_of, stepped
from ui.calendar.blocks import Block, BlockKind
from ui.calendar.month_blocks import due_count, hole_count, month_blocks
from ui.calendar.month_scene import MonthScene
from ui.calendar.painted_view import PaintedView
from ui.calendar.roster_panel import RosterPanel
from ui.calendar.teams_blocks import teams_blocks
from ui.calendar.teams_scene import TeamsScene
from ui.calendar.week_blocks import week_blocks
from ui.calendar.week_scene import WeekScene
from ui.calendar.words import item_text
from ui.composition import WindowContext
from ui.format import month
from ui.jobs import Lane
from ui.override import override
from ui.page import Page, PageId
from ui.tokens import GRID, HALF
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.hairline import Hairline
from ui.widgets.sideways import SidewaysArea

_TEAM, _MODE = "calendar/team", "calendar/mode"
_USUAL_TEAM = "suporte-tecnico"
_PANEL = 240
_ZOOM_STEP, _MOST_ZOOM = 24, 8
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """What was asked for, all at once."""

    span: CalendarSpan | None
    rows: tuple[TeamRow, ...]
    month: RosterSpan | None
    people: tuple[Reference, ...]
    reminders: tuple[OfertaItem, ...]


class CalendarPage(Page):
    """Shows spans of days and lets the keyboard walk in them."""

    def __init__(self, workspace: Workspace, context: WindowContext) -> None:
        """Show the week of today."""
        super().__init__(PageId.CALENDAR, context.bus)
        self._workspace = workspace
        self._context = context
        self._minute = -1
        self._zoom = 0
        kept = context.window_state.restore_choice(_MODE)
        self.mode = next((mode for mode in Mode if mode.value == kept), Mode.WEEK)
        self.anchor = local_date(context.clock.now())
        self.team = self._first_team()
        self._span: CalendarSpan | None = None
        self._rows: tuple[TeamRow, ...] = ()
        self.bar = CalendarBar(context, self)
        self.view = PaintedView(self.tr("Calendário"), self)
        self.panel = RosterPanel(self)
        self.summary = QLabel(self)
        self.summary.setObjectName("muted")
        self.reminder = ElidedLabel(parent=self)
        self.detail = ElidedLabel(parent=self)
        self.detail.setAccessibleName(self.tr("O que está escolhido"))
        legend = self.tr("▌ atendimento   ▨ plantão   ⚠ plantão vago   ░ fechado")
        self.legend = QLabel(legend, self)
        self.legend.setObjectName("muted")
        self.menus: dict[str, QPushButton] = {}
        self._lay_out()
        self._make_actions()
        self._connect()
        self.refresh(Changes())

    @property
    def span(self) -> CalendarSpan | None:
        """The days shown; none in the view of all teams."""
        return self._span

    @override
    def cares_about(self, changes: Changes) -> bool:
        """The page shows calendars, rosters, items, and tickets that fall due."""
        kinds = (Kind.CALENDAR, Kind.ROSTER, Kind.OFERTA, Kind.TICKET, Kind.SETTING)
        return any(changes.touches(kind) for kind in kinds)

    @override
    def refresh(self, changes: Changes) -> None:
        """Ask for what is shown again."""
        teams = [(team.key, team.name) for team in self._workspace.desk.book.teams]
        self.bar.offer_teams(teams, self.team)
        self.bar.show_span(self.mode, self.anchor)
        ask = partial(_ask, self._workspace, self.mode, self.team, self.anchor)
        self._context.jobs.submit(ask, self._show, owner=self, lane=Lane.READ)

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the calendar."""
        self.view.setFocus()

    def go_to(self, when: date, mode: Mode | None = None, team: str | None = None) -> None:
        """Show another date, view or team."""
        self.anchor, self.mode = when, mode or self.mode
        self.team = team or self.team
        self._context.window_state.save_choice(_TEAM, self.team)
        self._context.window_state.save_choice(_MODE, self.mode.value)
        self.refresh(Changes())

    def add_menu(
        self, text: str, actions: tuple[ActionId, ...], act: Callable[[ActionId], None]
    ) -> None:
        """Offer acts under a button."""
        button = QPushButton(text, self._head)
        menu = QMenu(button)
        for action_id in actions:
            menu.addAction(self._context.actions.make(action_id, partial(act, action_id), self))
        button.setMenu(menu)
        self._top.addWidget(button)
        self.menus[text] = button

    def _first_team(self) -> str:
        keys = [team.key for team in self._workspace.desk.book.teams]
        kept = self._context.window_state.restore_choice(_TEAM)
        wanted = (kept, _USUAL_TEAM, keys[0])
        return next(key for key in wanted if key in keys and key is not None)

    def _lay_out(self) -> None:
        self._head = QWidget(self)
        self._top = QHBoxLayout(self._head)
        self._top.setContentsMargins(GRID, GRID, GRID, GRID)
        self._top.setSpacing(HALF)
        self._top.addWidget(self.bar)
        self._top.addStretch(1)
        self._top.addWidget(self.summary)
        self._top.addSpacing(GRID)
        self._area = QScrollArea(self)
        self._area.setWidget(self.view)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.panel.setFixedWidth(_PANEL)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._area, 1)
        body.addWidget(self.panel)
        below = QHBoxLayout()
        below.setContentsMargins(GRID, HALF, GRID, HALF)
        below.addWidget(self.detail, 1)
        below.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SidewaysArea(self._head, self))  # rolls where the window is narrow
        column.addWidget(Hairline(parent=self))
        column.addWidget(self.reminder)
        column.addLayout(body, 1)
        column.addWidget(Hairline(parent=self))
        column.addLayout(below)

    def _make_actions(self) -> None:
        acts: dict[ActionId, Callable[[], None]] = {
            ActionId.CALENDAR_BACK: partial(self._on_stepped, -1),
            ActionId.CALENDAR_AHEAD: partial(self._on_stepped, 1),
            ActionId.CALENDAR_TODAY: self._on_today,
            ActionId.CALENDAR_DATE: self.bar.ask_date,
            ActionId.CALENDAR_TEAM: self.bar.team.setFocus,
            ActionId.CALENDAR_WEEK: partial(self._on_mode, Mode.WEEK),
            ActionId.CALENDAR_MONTH: partial(self._on_mode, Mode.MONTH),
            ActionId.CALENDAR_TEAMS: partial(self._on_mode, Mode.TEAMS),
            ActionId.ZOOM_IN: partial(self._on_zoomed, 1),
            ActionId.ZOOM_OUT: partial(self._on_zoomed, -1),
        }
        for action_id, act in acts.items():
            self._context.actions.make(action_id, act, self)

    def _connect(self) -> None:
        self.bar.team_chosen.connect(self._on_team)
        self.bar.date_chosen.connect(self.go_to)
        self.bar.mode_chosen.connect(self._on_mode)
        self.bar.stepped.connect(self._on_stepped)
        self.bar.today_asked.connect(self._on_today)
        self.view.stepped.connect(self._on_stepped)
        self.view.zoomed.connect(self._on_zoomed)
        self.view.chosen.connect(self._on_chosen)
        self.view.opened.connect(self._on_opened)
        self._context.ticker.ticked.connect(self._on_ticked)
        self._context.theme.changed.connect(self._draw)

    def _show(self, shown: Shown) -> None:
        self._span, self._rows = shown.span, shown.rows
        self.panel.setVisible(self.mode is Mode.WEEK)
        if shown.month is not None:
            self.panel.show_people(month(self.anchor), shown.people, shown.month.seconds)
        words = " · ".join(item_text(item) for item in shown.reminders)
        self.reminder.set_text(self.tr("Oferta P, para hoje: {items}").format(items=words))
        self.reminder.setVisible(bool(shown.reminders))
        self._draw()
        self.summary.setText(self._summary())

    def _draw(self) -> None:
        now, theme, font = to_epoch(self._context.clock.now()), self._context.theme, self.font()
        if self.mode is Mode.TEAMS:
            teams = TeamsScene(teams_blocks(self._rows, now), now, theme, font)
            self._fit(teams.least_height, 0)
            self.view.show_scene(teams)
        elif self._span is not None and self.mode is Mode.MONTH:
            closed = [not card.layout.windows for card in self._span.days]
            cells = month_blocks(self._span, self.anchor.month, now)
            self._fit(MonthScene.least_height, 0)
            today = local_date(self._context.clock.now())
            self.view.show_scene(MonthScene(cells, closed, today, theme, font))
        elif self._span is not None:
            days = [card.date for card in self._span.days]
            week = WeekScene(week_blocks(self._span, now), days, now, theme, font)
            self._fit(week.least_height, week.hours)
            self.view.show_scene(week)

    def _fit(self, least: int, hours: int) -> None:
        """Give the view the height its hours need; beyond that, what the zoom asks for."""
        self.view.setMinimumSize(QSize(0, least + self._zoom * hours * _ZOOM_STEP // 4))

    def _summary(self) -> str:
        if self._span is None:
            return self.tr("%n aberta(s) agora", "", sum(row.now.is_open for row in self._rows))
        days = [c for c in self._span.days if self._is_of_the_month(c.date)]
        due = sum(card.due_count for card in days)
        holes = sum(post.is_hole for card in days for post in card.posts)
        twice = len(self._span.roster.conflicts)
        words = [hole_count(holes)]
        words.append(self.tr("%n em dobro", "", twice) if twice else "")
        words.append(due_count(due))
        return " · ".join(word for word in words if word)

    def _is_of_the_month(self, when: date) -> bool:
        return self.mode is not Mode.MONTH or when.month == self.anchor.month

    def _on_team(self, team: str) -> None:
        mode = Mode.WEEK if self.mode is Mode.TEAMS else self.mode
        self.go_to(self.anchor, mode, team)

    def _on_mode(self, mode: Mode) -> None:
        self.go_to(self.anchor, mode)

    def _on_stepped(self, steps: int) -> None:
        self.go_to(stepped(self.mode, self.anchor, steps))

    def _on_today(self) -> None:
        self.go_to(local_date(self._context.clock.now()))

    def _on_zoomed(self, steps: int) -> None:
        self._zoom = min(max(self._zoom + steps, 0), _MOST_ZOOM)
        self._draw()

    def _on_ticked(self, now: datetime) -> None:
        minute = to_epoch(now) // _MINUTE
        if minute != self._minute and self.isVisible():
            self._minute = minute
            self._draw()

    def _on_chosen(self, block: Block | None) -> None:
        self.detail.set_text("" if block is None else block.detail.replace("\n", " · "))

    def _on_opened(self, block: Block) -> None:
        if block.kind is BlockKind.CELL:
            self.go_to(block.day, Mode.WEEK)
        elif block.kind is BlockKind.TEAM:
            self.go_to(block.day, Mode.WEEK, block.team)
        elif block.kind is BlockKind.DUE:
            self._open_tickets(block)

    def _open_tickets(self, block: Block) -> None:
        """Open the ticket that falls due, or ask which one of several."""
        if len(block.tickets) == 1:
            self._context.routes.show_ticket(block.tickets[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, line in zip(block.tickets, block.detail.split("\n"), strict=False):
            menu.addAction(line).triggered.connect(
                partial(self._context.routes.show_ticket, number)
            )
        index = self.view.currentIndex()
        menu.popup(self.view.viewport().mapToGlobal(self.view.visualRect(index).bottomLeft()))


def _ask(workspace: Workspace, mode: Mode, team: str, anchor: date) -> Shown:
    spans, roster = workspace.calendar_spans, workspace.roster
    reminders = workspace.oferta_p.reminders()
    if mode is Mode.TEAMS:
        return Shown(None, spans.teams(anchor), None, (), reminders)
    span = spans.span(team, *span_of(mode, anchor))
    if mode is Mode.MONTH:
        return Shown(span, (), None, (), reminders)
    return Shown(span, (), roster.span(team, *month_of(anchor)), roster.people(), reminders)
