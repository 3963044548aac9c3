"""The page Painel: a period and how things stand; every number opens its tickets (SLA-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.dashboard import Behind, Dashboard
from app.domain.errors import InvalidInput
from app.domain.roles import Right
from app.services.dashboard import TicketsBehind
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.dashboard.asked import AskedPeriod
from ui.dashboard.bars import Bar, Bars, Part
from ui.dashboard.behind import BehindList
from ui.dashboard.cards import CardGrid, ChartCard, Tile
from ui.dashboard.work import Make, figures_of, paper, save, table
from ui.failures import describe
from ui.format import count
from ui.icons import IconName
from ui.jobs import Lane
from ui.override import override
from ui.page import Page, PageId
from ui.tokens import GRID
from ui.widgets.act_button import act_button
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from ui.dashboard.chart import BarChart

_SHARE = (66, 34)
_BREATH_MS, _OLD_SECONDS = 15, 300
_REST_MS = 5_000
"""What changes is counted again at most so often: a desk at work changes all the time."""


@dataclass(frozen=True, slots=True)
class _Pressed:
    """What the list shows: a tile by its place, or a part of a bar by its names."""

    tile: int | None = None
    chart: str = ""
    bar: str = ""
    part: str = ""


class DashboardPage(Page):
    """Numbers and charts on the left; on the right the tickets behind what was pressed."""

    def __init__(self, workspace: Workspace, context: WindowContext) -> None:
        """Lay out the page; figures come, and the charts are built one after another."""
        super().__init__(PageId.DASHBOARD, context.bus)
        self._workspace = workspace
        self._context = context
        self._figures: Dashboard | None = None
        self._charts: dict[str, Bars] = {}
        self._waiting: list[tuple[str, Bars]] = []
        self._pressed: _Pressed | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.count)
        self._make_parts()
        self._lay_out()
        self._offer()
        self.count()

    @override
    def cares_about(self, changes: Changes) -> bool:
        """Nearly everything is counted."""
        counted = (Kind.TICKET, Kind.DOCUMENT, Kind.ROSTER, Kind.POLICY, Kind.SETTING)
        return any(changes.touches(kind) for kind in counted)

    @override
    def refresh(self, changes: Changes) -> None:
        """Count again soon; at once where somebody else may sit here now."""
        if changes.touches(Kind.SETTING):
            self.asked.offer_teams()
            self.count()
        elif not self._rest.isActive():
            self._rest.start()

    @override
    def focus_first(self) -> None:
        """Put the keyboard where the period is chosen."""
        self.asked.period.setFocus()

    @override
    def ticket_for_timer(self) -> int | None:
        """Return the ticket chosen in the list."""
        return self.behind.current

    @property
    def figures(self) -> Dashboard | None:
        """What is shown."""
        return self._figures

    @property
    def is_drawn(self) -> bool:
        """Whether every chart shows the figures."""
        return self._figures is not None and not self._waiting

    def _on_ticked(self, now: datetime) -> None:
        """Count again every few minutes: what is late and at risk changes with time alone."""
        figures = self._figures
        is_old = figures is not None and to_epoch(now) - figures.counted_at >= _OLD_SECONDS
        if is_old and self.isVisible() and not self._rest.isActive():
            self._rest.start()

    def _make_parts(self) -> None:
        context, make = self._context, self._context.actions.make
        self._count = make(ActionId.DASHBOARD_COUNT, self.count, self)
        self._csv = make(ActionId.DASHBOARD_CSV, self._on_csv, self)
        self._pdf = make(ActionId.DASHBOARD_PDF, self._on_pdf, self)
        self.asked = AskedPeriod(self._workspace.desk, self)
        self.tiles = [Tile(self) for _figure in range(_TILES)]
        self.grid = CardGrid(self)
        self.behind = BehindList(context, self)
        self._closed = EmptyState(IconName.DASHBOARD, context.icons, context.theme, self)
        self.asked.asked.connect(self.count)
        self.behind.chosen.connect(context.routes.show_ticket)
        self.grid.opened.connect(self._on_opened)
        context.ticker.ticked.connect(self._on_ticked)
        for place, tile in enumerate(self.tiles):
            tile.clicked.connect(partial(self._on_tile, place))

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setContentsMargins(GRID, GRID, GRID, 0)
        asked.setSpacing(GRID)
        asked.addWidget(self.asked, 0, Qt.AlignmentFlag.AlignTop)
        asked.addStretch(1)
        for action in (self._count, self._csv, self._pdf):
            asked.addWidget(act_button(action, self), 0, Qt.AlignmentFlag.AlignTop)
        numbers = QHBoxLayout()
        numbers.setContentsMargins(GRID, 0, GRID, 0)
        numbers.setSpacing(GRID)
        for tile in self.tiles:
            numbers.addWidget(tile, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.grid)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        for place, (part, share) in enumerate(zip((scroll, self.behind), _SHARE, strict=True)):
            splitter.addWidget(part)
            splitter.setStretchFactor(place, share)
        splitter.setSizes([share * 20 for share in _SHARE])
        whole = QWidget(self)
        page = QVBoxLayout(whole)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GRID)
        page.addLayout(asked)
        page.addLayout(numbers)
        page.addWidget(splitter, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._closed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def count(self) -> None:
        """Count what is asked for."""
        self._rest.stop()
        self.asked.take_back()
        self.asked.follow_time()
        self._context.jobs.submit(
            partial(figures_of, self._workspace, self.asked.typed, self.asked.team_key),
            self._show,
            self._on_refused,
            owner=self,
            lane=Lane.READ,
            title=self.tr("Contando o painel"),
        )

    def _show(self, counted: tuple[Dashboard, dict[str, Bars]]) -> None:
        self._figures, self._charts = counted
        charts = self._charts
        self._stack.setCurrentIndex(0)
        self._offer()
        self._tell_tiles(self._figures)
        has_begun = bool(self._waiting)
        self._waiting = list(charts.items())
        if not has_begun:
            self._show_next()
        if self._pressed is not None:
            self._ask(self._pressed)

    def _show_next(self) -> None:
        """Build or fill one chart, and let the window breathe before the next."""
        if not self._waiting:
            return
        name, bars = self._waiting.pop(0)
        card = self.grid.cards.get(name) or self._new_card(name)
        card.show_bars(bars)
        QTimer.singleShot(_BREATH_MS, self, self._show_next)

    def _new_card(self, name: str) -> ChartCard:
        from ui.dashboard.chart import BarChart

        chart: BarChart = BarChart(self._context.theme, self.grid)
        card = ChartCard(chart, self._context.theme, self.grid)
        self.grid.add(name, card)
        return card

    def _tell_tiles(self, figures: Dashboard) -> None:
        risk, answers = figures.at_risk, figures.answered
        told = (
            (figures.share or _NOTHING, self.tr("no prazo"), figures.fell_due),
            (count(figures.open.count), self.tr("abertos"), figures.open),
            (count(figures.late.count), self.tr("em atraso agora"), figures.late),
            (count(risk.count if risk else 0), self.tr("vencem até amanhã"), risk),
            (
                figures.mean or _NOTHING,
                self.tr("%n resposta(s)", "", answers.count)
                if answers.count
                else self.tr("nenhuma resposta"),
                answers,
            ),
            (
                count(figures.letters.count),
                self.tr("cartas à espera"),
                figures.letters,
            ),
        )
        for tile, (number, words, figure) in zip(self.tiles, told, strict=True):
            tile.tell(number, words, figure.behind if figure and figure.count else None)

    def _on_tile(self, place: int) -> None:
        self._ask(_Pressed(tile=place))

    def _on_opened(self, name: str, bar: Bar, part: Part) -> None:
        self._ask(_Pressed(chart=name, bar=bar.label, part=part.name))

    def _ask(self, pressed: _Pressed) -> None:
        """Ask for the tickets of what was pressed, as it is counted now."""
        self._pressed = pressed
        said, behind = self._meant(pressed)
        if behind is None:
            self.behind.show_tickets(said, TicketsBehind(0, ()))
            return
        self._context.jobs.submit(
            partial(self._workspace.dashboard.behind, behind),
            partial(self.behind.show_tickets, said),
            self._on_refused,
            owner=self,
            lane=Lane.READ,
        )

    def _meant(self, pressed: _Pressed) -> tuple[str, Behind | None]:
        """Return the words of what was pressed, and its tickets; none where it is gone."""
        if pressed.tile is not None:
            tile = self.tiles[pressed.tile]
            return tile.title, tile.behind
        said = f"{pressed.bar}, {pressed.part}" if pressed.part else pressed.bar
        for bar, part in self._charts[pressed.chart].spots():
            if (bar.label, part.name) == (pressed.bar, pressed.part):
                return said, part.behind
        return said, None

    def _offer(self) -> None:
        for action in (self._csv, self._pdf):
            action.setEnabled(self._figures is not None)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self.asked.refuse(error)
            return
        if self._workspace.desk.may(Right.DASHBOARD):
            self._context.failures.report(error)
            return
        self._figures, self._pressed = None, None
        self._waiting = []
        self.behind.clear()
        self._offer()
        self._closed.say(self.tr("O painel é de quem gerencia"), describe(error).sentence)
        self._stack.setCurrentIndex(1)

    def _on_csv(self) -> None:
        self._save_as(self.tr("Tabela (*.csv)"), "csv", table)

    def _on_pdf(self) -> None:
        self._save_as(self.tr("Documento (*.pdf)"), "pdf", paper)

    def _save_as(self, kinds: str, suffix: str, make: Make) -> None:
        if self._figures is None:
            return
        offered = f"painel-{self._figures.first:%Y-%m-%d}.{suffix}"
        name, _kind = QFileDialog.getSaveFileName(self, self.tr("Salvar o painel"), offered, kinds)
        if name:
            self.save(Path(name), make)

    def save(self, path: Path, make: Make) -> None:
        """Write what is shown to a file."""
        if self._figures is not None:
            said = self.tr("Painel salvo: {file}").format(file=path.name)
            self._context.jobs.submit(
                partial(save, self._workspace, self._figures, path, make),
                lambda _none: self._context.notices.done(said),
                owner=self,
                lane=Lane.READ,
            )


_TILES = 6
_NOTHING = "–"
