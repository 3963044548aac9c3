"""Chips above a list: views that exclude one another, filters with several choices."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from ui.format import count
from ui.icons import Icons
from ui.override import override
from ui.texts import as_label, as_tooltip
from ui.widgets.choice_popup import Choice, ChoicePopup

__all__ = ["Choice", "ChoiceChip", "ViewChip"]

_WIDEST_VALUE = 88


class ViewChip(QToolButton):
    """A named view with its live count; checked while it is the one shown."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Show the name; the count comes with ``set_count``."""
        super().__init__(parent)
        self.setObjectName("chip")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name = name
        self.set_count(None)

    @property
    def name(self) -> str:
        """The view's name."""
        return self._name

    def set_count(self, number: int | None) -> None:
        """Show how many rows the view has, or that this is not known yet."""
        figures = "" if number is None else f"  {count(number)}"
        self.setText(f"{self._name}{figures}")
        plain = self._name.replace("&", "")
        self.setAccessibleName(plain if number is None else f"{plain}, {count(number)}")


class ChoiceChip(QToolButton):
    """A filter: its button tells what is chosen, its popup lets one choose several."""

    chosen = Signal(object)  # tuple of the chosen values, in the order of the choices

    def __init__(self, name: str, icons: Icons, parent: QWidget | None = None) -> None:
        """Call the filter ``name``; nothing is chosen."""
        super().__init__(parent)
        self.setObjectName("chip")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name = name
        self._icons = icons
        self._choices: tuple[Choice, ...] = ()
        self._values: tuple[Hashable, ...] = ()
        self._popup: ChoicePopup | None = None
        self.clicked.connect(self.open_popup)
        self._show_values()

    @property
    def values(self) -> tuple[Hashable, ...]:
        """What is chosen; empty means everything."""
        return self._values

    @property
    def popup(self) -> ChoicePopup | None:
        """The popup while it is open."""
        return self._popup

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer these; what was chosen and is no longer offered stays chosen."""
        self._choices = tuple(choices)
        self._show_values()

    def set_values(self, values: Iterable[Hashable]) -> None:
        """Mark values as chosen without telling anybody."""
        self._values = tuple(values)
        self._show_values()

    def open_popup(self) -> None:
        """Open the list of choices under the chip."""
        popup = ChoicePopup(
            self._name.replace("&", ""), self._choices, self._values, self._icons, self
        )
        popup.changed.connect(self._on_changed)
        popup.closed.connect(self._on_popup_closed)
        self._popup = popup
        popup.show_under(self)

    @override
    def setText(self, text: str) -> None:
        """Show the text and let the style know whether anything is chosen."""
        super().setText(f"{text}  ▾")
        self.setProperty("active", "true" if self._values else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def _show_values(self) -> None:
        names = [choice.text for choice in self._choices if choice.value in self._values]
        if not self._values:
            self.setText(self._name)
        elif len(self._values) == 1 and names:
            value = self.fontMetrics().elidedText(
                names[0], Qt.TextElideMode.ElideRight, _WIDEST_VALUE
            )
            self.setText(f"{self._name}: {as_label(value)}")
        else:
            self.setText(f"{self._name}: {len(self._values)}")
        plain = self._name.replace("&", "")
        self.setAccessibleName(f"{plain}: {', '.join(names)}" if names else plain)
        self.setToolTip(as_tooltip(", ".join(names)) if names else "")

    def _on_changed(self, values: tuple[Hashable, ...]) -> None:
        self.set_values(values)
        self.chosen.emit(self._values)

    def _on_popup_closed(self) -> None:
        self._popup = None
        self.setFocus(Qt.FocusReason.PopupFocusReason)
