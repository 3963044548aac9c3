"""The page Painel: a period and how things stand; every number opens its tickets (SLA-10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch, local_date, read_day
from app.domain.dashboard import Behind, Dashboard
from app.domain.errors import BancadaError, InvalidInput
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.services.dashboard import TicketsBehind
from app.services.deadline_papers import Period
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.dashboard.bars import Bar, Bars, Part
from ui.dashboard.cards import CardGrid, ChartCard, Tile
from ui.dashboard.charts import severity_word
from ui.failures import describe
from ui.format import count, full_day, full_moment
from ui.icons import IconName
from ui.jobs import Lane
from ui.override import override
from ui.page import Page, PageId
from ui.theme import strong
from ui.tokens import GRID
from ui.widgets.act_button import act_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.lines_table import Lines, LinesTable
from ui.widgets.refusable import Refusable

if TYPE_CHECKING:
    from ui.dashboard.chart import BarChart

_SHARE = (66, 34)
_BREATH_MS = 15
_REST_MS = 5_000
"""What changes is counted again at most so often: a desk at work changes all the time."""


class DashboardPage(Page):
    """Numbers and charts on the left; on the right the tickets behind what was pressed."""

    def __init__(self, workspace: Workspace, context: WindowContext) -> None:
        """Lay out the page; figures come, and the charts are built one after another."""
        super().__init__(PageId.DASHBOARD, context.bus)
        self._workspace = workspace
        self._context = context
        self._figures: Dashboard | None = None
        self._waiting: list[tuple[str, Bars]] = []
        self._behind: tuple[Behind, str] | None = None
        self._rows: tuple[int, ...] = ()
        self.fields: dict[str, Refusable] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.count)
        self._make_parts()
        self._lay_out()
        self._on_period()

    @override
    def cares_about(self, changes: Changes) -> bool:
        """Nearly everything is counted."""
        counted = (Kind.TICKET, Kind.DOCUMENT, Kind.ROSTER, Kind.POLICY, Kind.SETTING)
        return any(changes.touches(kind) for kind in counted)

    @override
    def refresh(self, changes: Changes) -> None:
        """Count again soon."""
        if not self._rest.isActive():
            self._rest.start()

    @override
    def focus_first(self) -> None:
        """Put the keyboard where the period is chosen."""
        self.period.setFocus()

    @override
    def ticket_for_timer(self) -> int | None:
        """Return the ticket chosen in the list."""
        row = self.table.currentIndex().row()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    @property
    def figures(self) -> Dashboard | None:
        """What is shown."""
        return self._figures

    def _make_parts(self) -> None:
        context, make = self._context, self._context.actions.make
        self._count = make(ActionId.DASHBOARD_COUNT, self.count, self)
        self._csv = make(ActionId.DASHBOARD_CSV, self._on_csv, self)
        self._pdf = make(ActionId.DASHBOARD_PDF, self._on_pdf, self)
        self.period, self.team = QComboBox(self), QComboBox(self)
        for words, months in (
            (self.tr("este mês"), 0),
            (self.tr("mês passado"), 1),
            (self.tr("30 dias"), 30),
            (self.tr("12 meses"), 12),
            (self.tr("outro período"), -1),
        ):
            self.period.addItem(words, months)
        self.team.addItem(self.tr("todas"), "")
        sees_all = self._workspace.desk.may(Right.OMBUDSMAN)
        for team in self._workspace.desk.book.teams:
            if sees_all or team.key != OMBUDSMAN:
                self.team.addItem(team.name, team.key)
        self.first, self.last = QLineEdit(self), QLineEdit(self)
        for box in (self.first, self.last):
            box.returnPressed.connect(self.count)
            box.textEdited.connect(self._on_typed)
        self.tiles = [Tile(self) for _figure in range(_TILES)]
        self.grid = CardGrid(self)
        self.table = LinesTable(self.tr("Chamados por trás do número"), context, self)
        self._said = QLabel(self)
        self._said.setFont(strong(self.font()))
        self._said.setWordWrap(True)
        self._nothing = EmptyState(IconName.DASHBOARD, context.icons, context.theme, self)
        self._nothing.say(
            self.tr("Escolha um número"),
            self.tr("Cada número e cada barra mostra aqui os chamados que conta."),
        )
        self._closed = EmptyState(IconName.DASHBOARD, context.icons, context.theme, self)
        self.period.currentIndexChanged.connect(self._on_period)
        self.team.currentIndexChanged.connect(self.count)
        self.table.activated.connect(self._on_activated)
        self.grid.opened.connect(self._on_opened)
        for tile in self.tiles:
            tile.clicked.connect(partial(self._on_tile, tile))

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setContentsMargins(GRID, GRID, GRID, 0)
        asked.setSpacing(GRID)
        for name, label, box in (
            ("period", self.tr("&Período"), self.period),
            ("first", self.tr("&De"), self.first),
            ("last", self.tr("&Até"), self.last),
            ("team", self.tr("E&quipe"), self.team),
        ):
            field = Refusable(self)
            field.hold(box)
            self.fields[name] = field
            top = Qt.AlignmentFlag.AlignTop
            asked.addWidget(field.caption(label, self), 0, top)
            asked.addWidget(field, 0, top)
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
        self._list = QStackedWidget(self)
        shown = QWidget(self._list)
        column = QVBoxLayout(shown)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(self.table, 1)
        self._list.addWidget(self._nothing)
        self._list.addWidget(shown)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        for place, (part, share) in enumerate(zip((scroll, self._list), _SHARE, strict=True)):
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

    def _on_period(self) -> None:
        months, today = int(self.period.currentData()), local_date(self._context.clock.now())
        if months >= 0:
            first, last = _span(months, today)
            self.first.setText(full_day(first))
            self.last.setText(full_day(last))
            self.count()

    def _on_typed(self) -> None:
        self.period.setCurrentIndex(self.period.count() - 1)

    def count(self) -> None:
        """Count what is asked for."""
        self._rest.stop()
        for field in self.fields.values():
            field.take_back()
        typed = {"first": self.first.text(), "last": self.last.text()}
        team = str(self.team.currentData()) or None
        self._context.jobs.submit(
            partial(_figures, self._workspace, typed, team),
            self._show,
            self._on_refused,
            owner=self,
            lane=Lane.READ,
            title=self.tr("Contando o painel"),
        )

    def _show(self, counted: tuple[Dashboard, dict[str, Bars]]) -> None:
        self._figures, charts = counted
        self._stack.setCurrentIndex(0)
        self._tell_tiles(self._figures)
        has_begun = bool(self._waiting)
        self._waiting = list(charts.items())
        if not has_begun:
            self._show_next()
        if self._behind is not None:
            self._ask(*self._behind)

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

    def _on_tile(self, tile: Tile) -> None:
        if tile.behind is not None:
            self._ask(tile.behind, tile.title)

    def _on_opened(self, bar: Bar, part: Part) -> None:
        named = f"{bar.label}, {part.name}" if part.name else bar.label
        if part.behind is not None:
            self._ask(part.behind, named)

    def _ask(self, behind: Behind, said: str) -> None:
        self._behind = behind, said
        self._context.jobs.submit(
            partial(self._workspace.dashboard.behind, behind),
            partial(self._show_behind, said),
            owner=self,
            lane=Lane.READ,
        )

    def _show_behind(self, said: str, found: TicketsBehind) -> None:
        told = self.tr("{what}: {count}").format(
            what=said[:1].upper() + said[1:], count=self.tr("%n chamado(s)", "", found.count)
        )
        if len(found.rows) < found.count:
            told += self.tr(", os primeiros {count}").format(count=count(len(found.rows)))
        self._said.setText(told)
        self._rows = tuple(row.number for row in found.rows)
        headings = (
            self.tr("chamado"),
            self.tr("prazo"),
            self.tr("severidade"),
            self.tr("cliente"),
            self.tr("resumo"),
            self.tr("dono"),
        )
        rows = [
            (
                f"{row.number:08d}",
                "" if row.due_at is None else full_moment(from_epoch(row.due_at))[:-3],
                severity_word(row.severity),
                row.client,
                row.summary,
                row.assignee,
            )
            for row in found.rows
        ]
        self.table.show_lines(Lines(headings, rows))
        self._list.setCurrentIndex(1)

    def _on_activated(self) -> None:
        number = self.ticket_for_timer()
        if number is not None:
            self._context.routes.show_ticket(number)

    def _on_refused(self, error: Exception) -> None:
        failure = describe(error)
        if isinstance(error, InvalidInput):
            named = error.field if error.field in self.fields else "last"
            self.fields[named].refuse(failure.told(named))
            self.fields[named].box.setFocus()
            return
        if not isinstance(error, BancadaError):
            self._context.failures.report(error)
            return
        self._closed.say(self.tr("O painel é de quem gerencia"), failure.sentence)
        self._stack.setCurrentIndex(1)

    def _on_csv(self) -> None:
        self._save_as(self.tr("Tabela (*.csv)"), "csv", _table)

    def _on_pdf(self) -> None:
        self._save_as(self.tr("Documento (*.pdf)"), "pdf", _paper)

    def _save_as(
        self, kinds: str, suffix: str, make: Callable[[Workspace, Dashboard], bytes]
    ) -> None:
        if self._figures is None:
            return
        offered = f"painel-{self._figures.first:%Y-%m-%d}.{suffix}"
        name, _kind = QFileDialog.getSaveFileName(self, self.tr("Salvar o painel"), offered, kinds)
        if name:
            self.save(Path(name), make)

    def save(self, path: Path, make: Callable[[Workspace, Dashboard], bytes]) -> None:
        """Write what is shown to a file."""
        if self._figures is not None:
            said = self.tr("Painel salvo: {file}").format(file=path.name)
            self._context.jobs.submit(
                partial(_save, self._workspace, self._figures, path, make),
                lambda _none: self._context.notices.done(said),
                owner=self,
                lane=Lane.READ,
            )


_TILES = 6
_NOTHING = "–"


def _span(months: int, today: date) -> tuple[date, date]:
    """Return the days of a choice: this month, the last one, thirty days, twelve months."""
    if months == 30:
        return today - timedelta(days=29), today
    if months == 12:
        return today - relativedelta(months=12) + timedelta(days=1), today
    first = today.replace(day=1) - relativedelta(months=months)
    return first, first + relativedelta(day=31) if months else today


def _figures(
    workspace: Workspace, typed: dict[str, str], team: str | None
) -> tuple[Dashboard, dict[str, Bars]]:
    """Count, and import what draws: not in the thread of the window."""
    import ui.dashboard.chart  # noqa: F401
    from ui.dashboard.charts import charts_of

    days = {}
    for name, text in typed.items():
        try:
            days[name] = read_day(text.strip())
        except InvalidInput as error:
            raise InvalidInput(error.reason, field=name) from error
    if days["last"] < days["first"]:
        raise InvalidInput("o período termina antes de começar", field="last")
    figures = workspace.dashboard.figures(Period(days["first"], days["last"]), team)
    return figures, charts_of(figures)


def _table(_workspace: Workspace, figures: Dashboard) -> bytes:
    from reports.catalog import dashboard_table

    return dashboard_table(figures)


def _paper(workspace: Workspace, figures: Dashboard) -> bytes:
    from reports.catalog import dashboard

    return dashboard(figures, workspace.desk.clock.now())


def _save(
    workspace: Workspace,
    figures: Dashboard,
    path: Path,
    make: Callable[[Workspace, Dashboard], bytes],
) -> None:
    from app.services.documents import write_file

    write_file(path, make(workspace, figures))
