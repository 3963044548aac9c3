"""A week of windows to scale, small; where it may be edited, edges are dragged by five minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.team_calendar import MINUTES_PER_DAY, WeeklyWindows, Window
from ui.calendar.brushes import Brushes
from ui.format import weekdays
from ui.override import override
from ui.theme import Theme
from ui.tokens import GRID, HALF, RADIUS

_GRID_MINUTES = 5
_NEAR = 5
_HEAD, _AXIS = 20, 36
_LEAST = QSize(320, 200)
_DAYS = 7


class WeekSketch(QWidget):
    """Paints windows; a dragged edge never crosses its neighbour nor leaves the day (CAL-1)."""

    changed = Signal(int, object)  # weekday, tuple of windows

    def __init__(self, name: str, theme: Theme, parent: QWidget, *, editable: bool) -> None:
        """Show nothing yet; ``name`` is said to who does not see it."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._theme = theme
        self._editable = editable
        self._week: list[tuple[Window, ...]] = [()] * _DAYS
        self._marked: frozenset[int] = frozenset()
        self._dragged: tuple[int, int, bool] | None = None
        self.setMouseTracking(editable)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def week(self) -> WeeklyWindows:
        """The windows shown."""
        return tuple(self._week)

    def show_week(
        self, week: Sequence[Sequence[Window]], marked: frozenset[int] = frozenset()
    ) -> None:
        """Show windows; the days in ``marked`` are the ones that differ."""
        self._week = [tuple(day) for day in week]
        self._marked = marked
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        """Leave room for every hour to be seen."""
        return _LEAST

    @override
    def sizeHint(self) -> QSize:
        """Be as small as can be read."""
        return _LEAST

    def edge_at(self, point: QPointF) -> tuple[int, int, bool] | None:
        """Return the day, the window and whether its end lies at a point; none beside edges."""
        for weekday, windows in enumerate(self._week):
            for place, window in enumerate(windows):
                rect = self._rect(weekday, window)
                if not rect.left() <= point.x() <= rect.right():
                    continue
                if abs(point.y() - rect.bottom()) <= _NEAR:
                    return weekday, place, True
                if abs(point.y() - rect.top()) <= _NEAR:
                    return weekday, place, False
        return None

    def point_of(self, weekday: int, minute: int) -> QPointF:
        """Return the middle of a day at a minute."""
        left, width = self._column(weekday)
        return QPointF(left + width / 2, self._y(minute))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge."""
        if self._editable and event.button() == Qt.MouseButton.LeftButton:
            self._dragged = self.edge_at(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the edge that is held, on a grid of five minutes."""
        if not self._editable:
            return
        if self._dragged is None:
            near = self.edge_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.SizeVerCursor if near else Qt.CursorShape.ArrowCursor)
            return
        weekday, place, is_end = self._dragged
        moved = self._with_edge(weekday, place, self._minute(event.position().y()), is_end=is_end)
        if moved != self._week[weekday]:
            self._week[weekday] = moved
            self.changed.emit(weekday, moved)
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self._dragged = None

    def _with_edge(
        self, weekday: int, place: int, minute: int, *, is_end: bool
    ) -> tuple[Window, ...]:
        windows = list(self._week[weekday])
        window = windows[place]
        if is_end:
            most = windows[place + 1].start if place + 1 < len(windows) else MINUTES_PER_DAY
            moved = replace(window, end=min(max(minute, window.start + _GRID_MINUTES), most))
        else:
            least = windows[place - 1].end if place else 0
            moved = replace(window, start=max(min(minute, window.end - _GRID_MINUTES), least))
        windows[place] = moved
        return tuple(windows)

    def _minute(self, y: float) -> int:
        share = (y - _HEAD) / max(self.height() - _HEAD - HALF, 1)
        minute = round(share * MINUTES_PER_DAY / _GRID_MINUTES) * _GRID_MINUTES
        return min(max(minute, 0), MINUTES_PER_DAY)

    def _y(self, minute: int) -> float:
        return _HEAD + minute / MINUTES_PER_DAY * (self.height() - _HEAD - HALF)

    def _column(self, weekday: int) -> tuple[float, float]:
        width = (self.width() - _AXIS) / _DAYS
        return _AXIS + weekday * width, width

    def _rect(self, weekday: int, window: Window) -> QRectF:
        left, width = self._column(weekday)
        top, bottom = self._y(window.start), self._y(window.end)
        return QRectF(left + 2, top, width - 4, bottom - top)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint hours, days and windows; a day that differs wears a frame and a sign."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        brushes = Brushes(self._theme, self.font())
        painter.fillRect(self.rect(), brushes.colour("surface"))
        painter.setFont(brushes.small)
        for hour in range(0, 25, 6):
            y = self._y(60 * hour)
            painter.setPen(QPen(brushes.colour("hairline"), 1))
            painter.drawLine(QPointF(_AXIS, y), QPointF(self.width(), y))
            painter.setPen(brushes.colour("muted"))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - GRID, _AXIS - HALF, 2 * GRID), side, f"{hour:02d} h")
        for weekday, name in enumerate(weekdays()):
            self._paint_day(painter, brushes, weekday, name)
        painter.end()

    def _paint_day(self, painter: QPainter, brushes: Brushes, weekday: int, name: str) -> None:
        left, width = self._column(weekday)
        is_marked = weekday in self._marked
        painter.setPen(brushes.colour("accent" if is_marked else "muted"))
        text = f"{name} ≠" if is_marked else name
        painter.drawText(QRectF(left, 0, width, _HEAD), Qt.AlignmentFlag.AlignCenter, text)
        for window in self._week[weekday]:
            rect = self._rect(weekday, window)
            painter.setPen(QPen(brushes.colour("accent" if is_marked else "border"), 1))
            painter.setBrush(brushes.colour("surface" if window.plantao else "accent_soft"))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
            if window.plantao:
                brushes.hatch(painter, rect, "accent")
