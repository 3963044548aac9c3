"""The strip of the deadline: a row a day, from the opening to the due instant (SLA-8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.domain.brasilia_days import DAY_SECONDS
from app.domain.clock import from_epoch, to_brasilia
from app.domain.explanation import ExplainedDay, Explanation, Stretch, StretchKind
from ui.desk_words import holiday_text
from ui.format import clock_time, day, working_time
from ui.override import override
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.theme import Theme, tabular
from ui.tokens import GRID, HALF

_ROW = 22
_AXIS = 20
_LABEL = 92
_SUM = 64
_BAR = 12
_FIRST_HOUR, _LAST_HOUR = 7, 19
_MARK = 5
_OTHER = QT_TRANSLATE_NOOP("DeadlineStrip", "outra previsão: {due}")
_KINDS = {
    StretchKind.PLANTAO: QT_TRANSLATE_NOOP("DeadlineStrip", "plantão"),
    StretchKind.PAUSED: QT_TRANSLATE_NOOP("DeadlineStrip", "pausa"),
}


@dataclass(frozen=True, slots=True)
class Tick:
    """An instant marked on the strip: a forecast that is not the one explained."""

    at: int
    text: str


def _second_of_day(epoch: int) -> int:
    wall = to_brasilia(from_epoch(epoch))
    return wall.hour * 3600 + wall.minute * 60 + wall.second


class DeadlineStrip(QWidget):
    """Paints an explanation; the words below it say the same for those who cannot see it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._explanation: Explanation | None = None
        self._ticks: tuple[Tick, ...] = ()
        self._first, self._last = _FIRST_HOUR * 3600, _LAST_HOUR * 3600
        self.setFont(tabular(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Contagem do prazo, dia a dia"))
        theme.changed.connect(self.update)

    def show_explanation(self, explanation: Explanation | None, ticks: tuple[Tick, ...]) -> None:
        """Show another explanation with its marks."""
        self._explanation, self._ticks = explanation, ticks
        self._first, self._last = _hours(explanation)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """As tall as its days."""
        days = 0 if self._explanation is None else len(self._explanation.days)
        return QSize(_LABEL + _SUM + 30 * GRID, _AXIS + days * _ROW + HALF if days else 0)

    @override
    def minimumSizeHint(self) -> QSize:
        """Never cut a day off."""
        return self.sizeHint()

    @override
    def event(self, event: QEvent) -> bool:
        """Tell a day's arithmetic under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.text_at(event.pos().y()), self)
            return True
        return super().event(event)

    def text_at(self, y: int) -> str:
        """Return the arithmetic of the day painted at a height; empty beside the days."""
        if self._explanation is None:
            return ""
        place = (y - _AXIS) // _ROW
        days = self._explanation.days
        if not 0 <= place < len(days):
            return ""
        ticks = [tick for tick in self._ticks if _date_of(tick.at) == days[place].date]
        return "\n".join(_day_lines(days[place], ticks))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the axis, then the days that need it."""
        if self._explanation is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter)
        for place, explained in enumerate(self._explanation.days):
            top = _AXIS + place * _ROW
            if top + _ROW >= event.rect().top() and top <= event.rect().bottom():
                self._paint_day(painter, explained, top)
        painter.end()

    def _track(self) -> QRectF:
        return QRectF(_LABEL, 0, max(self.width() - _LABEL - _SUM - GRID, 40), self.height())

    def _x(self, second: int) -> float:
        track, span = self._track(), self._last - self._first
        share = (min(max(second, self._first), self._last) - self._first) / span
        return track.left() + share * track.width()

    def _paint_axis(self, painter: QPainter) -> None:
        colours = self._theme.colours
        hours = (self._last - self._first) // 3600
        step = 2 if hours <= 14 else 4
        for hour in range(self._first // 3600, self._last // 3600 + 1, step):
            x = self._x(hour * 3600)
            painter.setPen(QPen(QColor(colours.hairline), 1))
            painter.drawLine(QPointF(x, _AXIS - HALF), QPointF(x, self.height()))
            painter.setPen(QColor(colours.muted))
            place = QRectF(x - 20, 0, 40, _AXIS - HALF)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{hour} h")

    def _paint_day(self, painter: QPainter, explained: ExplainedDay, top: int) -> None:
        colours, track = self._theme.colours, self._track()
        is_counted = bool(explained.stretches)
        painter.setPen(QColor(colours.text if is_counted else colours.muted))
        label = QRectF(0, top, _LABEL - GRID, _ROW)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(label, middle | Qt.AlignmentFlag.AlignRight, day(explained.date))
        for stretch in _joined(explained.stretches):
            self._paint_stretch(painter, stretch.start, stretch.end, stretch.kind, top)
        if not is_counted:
            text = _closed_text(explained)
            if text:
                place = QRectF(track.left() + HALF, top, track.width() - GRID, _ROW)
                elided = painter.fontMetrics().elidedText(
                    text, Qt.TextElideMode.ElideRight, int(place.width())
                )
                width = painter.fontMetrics().horizontalAdvance(elided) + GRID
                painter.fillRect(
                    QRectF(track.left(), top + 2, width, _ROW - 4), self.palette().base()
                )
                painter.drawText(place, middle, elided)
        painter.setPen(QColor(colours.text if is_counted else colours.muted))
        total = QRectF(track.right() + HALF, top, _SUM, _ROW)
        text = working_time(explained.counted_seconds) if is_counted else "—"
        painter.drawText(total, middle | Qt.AlignmentFlag.AlignRight, text)
        self._paint_marks(painter, explained, top)

    def _paint_stretch(
        self, painter: QPainter, start: int, end: int, kind: StretchKind, top: int
    ) -> None:
        colours = self._theme.colours
        left = self._x(_second_of_day(start))
        right = self._x(_second_of_day(end - 1) + 1)
        bar = QRectF(left, top + (_ROW - _BAR) / 2, max(right - left, 1.5), _BAR)
        if kind is StretchKind.PAUSED:
            painter.setPen(QPen(QColor(colours.border), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        if kind is StretchKind.PLANTAO:
            painter.fillRect(bar, QColor(colours.accent_soft))
            painter.fillRect(bar, QBrush(QColor(colours.accent), Qt.BrushStyle.BDiagPattern))
        else:
            painter.fillRect(bar, QColor(colours.accent))

    def _paint_marks(self, painter: QPainter, explained: ExplainedDay, top: int) -> None:
        explanation, colours = self._explanation, self._theme.colours
        if explanation is None:
            return
        for tick in self._ticks:
            if _date_of(tick.at) == explained.date:
                painter.setPen(QPen(QColor(colours.text), 1.5))
                x = self._x(_second_of_day(tick.at))
                painter.drawLine(QPointF(x, top + 2), QPointF(x, top + _ROW - 2))
        opened = explanation.deadline.opened
        if _date_of(opened) == explained.date:
            self._paint_mark(painter, opened, top, QColor(colours.text))
        due = explanation.deadline.due
        if due is not None and _date_of(due - 1) == explained.date:
            self._paint_mark(painter, due, top, QColor(colours.late))

    def _paint_mark(self, painter: QPainter, at: int, top: int, colour: QColor) -> None:
        x = self._x(_second_of_day(at - 1) + 1)
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(x, top + 1), QPointF(x, top + _ROW - 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(
            QPolygonF([QPointF(x - _MARK, top), QPointF(x + _MARK, top), QPointF(x, top + _MARK)])
        )


def _hours(explanation: Explanation | None) -> tuple[int, int]:
    """Return the seconds of the day the axis spans: the usual ones, wider where needed."""
    first, last = _FIRST_HOUR * 3600, _LAST_HOUR * 3600
    for explained in explanation.days if explanation is not None else ():
        for stretch in explained.stretches:
            first = min(first, _second_of_day(stretch.start) // 3600 * 3600)
            last = max(last, -(-(_second_of_day(stretch.end - 1) + 1) // 3600) * 3600)
    return first, min(last, DAY_SECONDS)


def _closed_text(explained: ExplainedDay) -> str:
    if explained.closed_by is not None and explained.is_closed:
        return holiday_text(explained.closed_by)
    return ""


def _date_of(epoch: int) -> date:
    return to_brasilia(from_epoch(epoch)).date()


def _day_lines(explained: ExplainedDay, ticks: Sequence[Tick]) -> Iterator[str]:
    yield day(explained.date)
    yield from map(holiday_text, explained.named_days)
    for stretch in _joined(explained.stretches):
        hours = f"{clock_time(from_epoch(stretch.start))}–{_end_text(stretch.end)}"
        yield " ".join(part for part in (hours, _kind_text(stretch.kind)) if part)
    for tick in ticks:
        yield translated("DeadlineStrip", _OTHER).format(due=tick.text)
    yield working_time(explained.counted_seconds)


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return the stretches, a pause that runs on through several windows as one."""
    joined: list[Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        runs_on = last is not None and last.end == stretch.start
        if last is not None and runs_on and last.kind is stretch.kind is StretchKind.PAUSED:
            joined[-1] = replace(last, end=stretch.end)
        else:
            joined.append(stretch)
    return joined


def _end_text(epoch: int) -> str:
    text = clock_time(from_epoch(epoch))
    return "24:00" if text == "00:00" else text


def _kind_text(kind: StretchKind) -> str:
    return translated("DeadlineStrip", _KINDS[kind]) if kind in _KINDS else ""
