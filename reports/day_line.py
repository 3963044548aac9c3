"""The first line of a day in the grid: its number, and what counts on it at the other end."""

from __future__ import annotations

from reportlab.platypus import Flowable

from reports.styles import BOLD, INK, MUTED, REGULAR
from reports.texts import cut_to_width

_HEIGHT, _BASELINE = 12.0, 3.2
_DATE_SIZE, _REMARK_SIZE = 9, 7


class DayLine(Flowable):
    """A date at the left and a remark at the right, on one line."""

    def __init__(self, date: str, remark: str = "") -> None:
        """Hold both texts; the remark is cut where they would meet."""
        super().__init__()
        self._date, self._remark = date, remark

    def wrap(  # type: ignore[explicit-override]  # its mark comes with Python 3.12
        self, available_width: float, _available_height: float
    ) -> tuple[float, float]:
        """Take the whole width and one line."""
        self.width, self.height = available_width, _HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """Draw both texts on one baseline."""
        canvas = self.canv
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, _DATE_SIZE)
        canvas.drawString(0, _BASELINE, self._date)
        room = self.width - canvas.stringWidth(self._date, BOLD, _DATE_SIZE) - 4
        remark = cut_to_width(self._remark, REGULAR, _REMARK_SIZE, room)
        canvas.setFillColor(MUTED)
        canvas.setFont(REGULAR, _REMARK_SIZE)
        canvas.drawRightString(self.width, _BASELINE, remark)
