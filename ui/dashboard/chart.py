"""A chart whose every bar opens the tickets behind it, by mouse and by keyboard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui.dashboard.bars import Bar, Bars, Part
from ui.format import count
from ui.override import override
from ui.theme import Theme, tabular
from ui.tokens import GRID

_THICK = 0.62
_ROOM_ABOVE = 1.1
_EDGE = 0.55
_LIE_PX, _COLUMNS_PX = 24, 200
_MOST_MARKS, _STEPS = 9, 4
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class _Spot:
    """A part with tickets behind it, where it is painted and where it is hit."""

    bar: Bar
    part: Part
    rect: QRectF
    reach: QRectF


class BarChart(pg.GraphicsView):  # type: ignore[misc]  # the library tells no types
    """Bars from data; arrows move from one to the next, Enter opens it."""

    opened = Signal(object, object)  # Bar, Part

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._bars = Bars("")
        self._spots: list[_Spot] = []
        self._painted: dict[tuple[str, bool], list[QRectF]] = {}
        self._at = 0
        # A whole plot of the library brings seven menus, which nobody opens here.
        self._box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        sides = {"left": (0, 0), "right": (0, 2), "bottom": (1, 1)}
        self._axes = {side: pg.AxisItem(side, linkView=self._box) for side in sides}
        whole = pg.GraphicsLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addItem(self._box, 0, 1)
        for side, place in sides.items():
            whole.addItem(self._axes[side], *place)
        self.setCentralItem(whole)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._draw)

    @property
    def bars(self) -> Bars:
        """What is shown."""
        return self._bars

    @property
    def current(self) -> tuple[Bar, Part] | None:
        """The part the keyboard stands on; none where nothing can be opened."""
        if not self._spots:
            return None
        spot = self._spots[self._at]
        return spot.bar, spot.part

    def show_bars(self, bars: Bars) -> None:
        """Show other bars; the keyboard stays on the one it stood on, or goes to the first."""
        stood = self.current
        self._bars = bars
        names = [(bar.label, part.name) for bar, part in bars.spots()]
        named = None if stood is None else (stood[0].label, stood[1].name)
        self._at = names.index(named) if named in names else 0
        self.setAccessibleName(bars.title)
        count = len(bars.bars)
        self.setFixedHeight(_COLUMNS_PX if bars.are_columns else count * _LIE_PX + 2 * GRID)
        self._draw()

    def _draw(self) -> None:
        self._box.clear()
        self.setBackground(self._colour("surface"))
        self._spots, self._painted = [], defaultdict(list)
        for axis in self._axes.values():
            axis.hide()
        draw = self._draw_columns if self._bars.are_columns else self._draw_lying
        draw()
        for (token, is_first), rects in self._painted.items():
            colour = self._colour(token)
            pattern = Qt.BrushStyle.SolidPattern if is_first else Qt.BrushStyle.BDiagPattern
            self._box.addItem(_rects_item(rects, QBrush(colour, pattern), colour))
        self._draw_current()
        self._tell()

    def _colour(self, token: str) -> QColor:
        return QColor(getattr(self._theme.colours, token))

    def _draw_lying(self) -> None:
        bars = self._bars.bars
        longest = max((bar.total for bar in bars), default=0) or 1
        for row, bar in enumerate(bars):
            begin = 0.0
            for part in bar.parts:
                rect = QRectF(begin, row - _THICK / 2, part.value, _THICK)
                # A bar of one part is hit anywhere in its row: short ones are small.
                width = part.value if len(bar.parts) > 1 else longest
                self._add(bar, part, rect, QRectF(begin, row - 0.5, width, 1))
                begin += part.value
        self._mark("left", [(row, bar.label) for row, bar in enumerate(bars)])
        self._mark("right", [(row, bar.told) for row, bar in enumerate(bars)])
        self._box.invertY(True)
        self._box.setRange(xRange=(0, longest), yRange=(-_EDGE, len(bars) - 1 + _EDGE), padding=0)

    def _draw_columns(self) -> None:
        bars = self._bars.bars
        highest = max((part.value for bar in bars for part in bar.parts), default=0) or 1
        for place, bar in enumerate(bars):
            width = 2 * _THICK / (len(bar.parts) + 0.5)
            left = place - width * len(bar.parts) / 2
            for part in bar.parts:
                rect = QRectF(left, 0, width, part.value)
                self._add(bar, part, rect, QRectF(left, 0, width, highest * _ROOM_ABOVE))
                left += width
        step = -(-len(bars) // _MOST_MARKS) or 1
        self._mark("bottom", [(n, bar.label) for n, bar in enumerate(bars) if n % step == 0])
        self._mark("left", [(float(at), count(at)) for at in steps_to(highest)])
        self._box.setRange(
            xRange=(-_EDGE, len(bars) - 1 + _EDGE), yRange=(0, highest * _ROOM_ABOVE), padding=0
        )

    def _add(self, bar: Bar, part: Part, rect: QRectF, reach: QRectF) -> None:
        """Have a part painted; the second kind is hatched: colour is never the only sign."""
        if part.value > 0:
            self._painted[part.token, part.name == bar.parts[0].name].append(rect)
            if part.behind is not None:
                self._spots.append(_Spot(bar, part, rect, reach))

    def _small(self) -> QFont:
        small = tabular(self.font())
        small.setPointSizeF(max(self.font().pointSizeF() - 1, 7.0))
        return small

    def _mark(self, side: str, marks: list[tuple[float, str]]) -> None:
        axis = self._axes[side]
        axis.show()
        axis.setTicks([marks])
        axis.setTextPen(self._colour("muted" if self._bars.are_columns else "text"))
        axis.setPen(self._colour("surface" if side == "right" else "hairline"))
        axis.setStyle(tickFont=self._small(), tickLength=0)

    def _draw_current(self) -> None:
        if not (self.hasFocus() and self._spots):
            return
        rect = self._spots[self._at].rect
        frame = _rects_item([rect], QBrush(Qt.BrushStyle.NoBrush), self._colour("text"), width=2)
        self._box.addItem(frame)

    def _tell(self) -> None:
        """Tell those who hear the chart where the keyboard stands."""
        current = self.current
        said = self._bars.empty if current is None else said_of(*current)
        self.setAccessibleDescription(said)
        changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from bar to bar, and open the one stood on."""
        key = Qt.Key(event.key())
        last = len(self._spots) - 1
        if not self._spots:
            event.ignore()
        elif key in _OPENS:
            self._open(self._spots[self._at])
        elif key in _BACK or key in _ON:
            self._stand_on(min(max(self._at + (1 if key in _ON else -1), 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._stand_on(0 if key is Qt.Key.Key_Home else last)
        else:
            event.ignore()

    def _stand_on(self, place: int) -> None:
        self._at = place
        self._draw()

    def _open(self, spot: _Spot) -> None:
        self.opened.emit(spot.bar, spot.part)

    @override
    def focusInEvent(self, event: QEvent) -> None:
        """Show where the keyboard stands."""
        super().focusInEvent(event)
        self._draw()

    @override
    def focusOutEvent(self, event: QEvent) -> None:
        """Show no place any more."""
        super().focusOutEvent(event)
        self._draw()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard; the bar opens when the button is let go."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the bar under the pointer."""
        event.accept()
        hit = self._hit(event.position())
        if hit is not None:
            self._stand_on(hit)
            self._open(self._spots[hit])

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what lies under the pointer."""
        event.accept()
        hit = self._hit(event.position())
        shape = Qt.CursorShape.ArrowCursor if hit is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        said = "" if hit is None else said_of(self._spots[hit].bar, self._spots[hit].part)
        QToolTip.showText(event.globalPosition().toPoint(), said, self)

    def spot_at(self, place: int) -> QPointF:
        """Return where in the widget a part lies, by its place in reading order."""
        centre = self._spots[place].rect.center()
        scene = self._box.mapViewToScene(centre)
        return QPointF(self.mapFromScene(scene))

    def _hit(self, position: QPointF) -> int | None:
        scene = self.mapToScene(position.toPoint())
        point = self._box.mapSceneToView(scene)
        found: Iterator[int] = (
            place for place, spot in enumerate(self._spots) if spot.reach.contains(point)
        )
        return next(found, None)


def steps_to(highest: float) -> list[int]:
    """Return whole round numbers from zero on, about four, that an axis is marked with."""
    size = 10 ** max(len(str(int(highest / _STEPS))) - 1, 0)
    wanted = (size * factor for factor in (1, 2, 5, 10))
    step = next(step for step in wanted if step * _STEPS >= highest or step == 10 * size)
    return list(range(0, int(highest) + 1, step))


def said_of(bar: Bar, part: Part) -> str:
    """Return a part of a bar in words: ``Suporte Técnico, no prazo: 93``."""
    named = f"{bar.label}, {part.name}" if part.name else bar.label
    return f"{named}: {part.told}"


def _rects_item(
    rects: Sequence[QRectF], brush: QBrush, colour: QColor, width: float = 1
) -> pg.BarGraphItem:
    return pg.BarGraphItem(
        x0=[rect.left() for rect in rects],
        y0=[rect.top() for rect in rects],
        width=[rect.width() for rect in rects],
        height=[rect.height() for rect in rects],
        brush=brush,
        pen=pg.mkPen(colour, width=width),
    )
