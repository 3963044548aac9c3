"""One style sheet from the tokens. Nothing here touches the items of a view: it would cost 30 ×."""

from __future__ import annotations

from string import Template

from resources.locate import resource
from ui.tokens import Colours

_SHEET = Template("""
QToolTip {
    color: $text; background: $raised; border: 1px solid $border; padding: 4px 6px;
}
QPushButton, QToolButton#chip {
    color: $text; background: $surface; border: 1px solid $border; border-radius: 4px;
    padding: 4px 12px; min-height: 18px;
}
QPushButton:hover, QToolButton#chip:hover { background: $hover; }
QPushButton:pressed, QToolButton#chip:pressed { background: $hairline; }
QPushButton:default {
    color: $on_accent; background: $accent; border-color: $accent;
}
QPushButton:default:hover { background: $accent_strong; border-color: $accent_strong; }
QPushButton:disabled, QPushButton:default:disabled, QToolButton#chip:disabled {
    color: $disabled; background: $window; border-color: $hairline;
}
QPushButton:focus, QToolButton#chip:focus { border: 2px solid $accent; padding: 3px 11px; }
QPushButton:default:focus { border: 2px solid $text; padding: 3px 11px; }
QPushButton#quiet { border-color: transparent; background: transparent; padding: 4px 8px; }
QPushButton#quiet:hover { background: $hover; }
QPushButton#quiet:focus { border: 2px solid $accent; padding: 3px 7px; }
QToolButton#chip:checked, QToolButton#chip[active="true"] {
    background: $accent_soft; border-color: $accent;
}
QToolButton#chip { padding: 3px 10px; }
QToolButton#chip:focus { padding: 2px 9px; }
QToolButton#plain, QToolButton#nav {
    color: $text; background: transparent; border: 2px solid transparent; border-radius: 4px;
    padding: 3px 8px;
}
QToolButton#act {
    color: $text; background: $surface; border: 1px solid $hairline; border-radius: 4px;
    padding: 2px 4px;
}
QToolButton#act:hover { background: $hover; }
QToolButton#act:focus { border-color: $accent; }
QToolButton#act::menu-indicator { image: none; }
QToolButton#plain:hover, QToolButton#nav:hover { background: $hover; }
QToolButton#plain:focus, QToolButton#nav:focus { border-color: $accent; }
QToolButton#plain:disabled { color: $disabled; }
QToolButton#plain::menu-indicator { image: none; }
QToolButton#nav:checked { background: $accent_soft; }
QToolButton#nav:checked:focus { border-color: $accent; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    color: $text; background: $surface; border: 1px solid $border; border-radius: 4px;
    padding: 3px 6px; min-height: 20px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: 2px 5px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    color: $disabled; background: $window; border-color: $hairline;
}
QLineEdit[refused="true"] { border: 2px solid $late; padding: 2px 5px; }
QFrame#chart { background: $surface; border: 1px solid $hairline; border-radius: 4px; }
QPushButton#tile { text-align: left; padding: 0; border-color: $hairline; }
QPushButton#tile:focus { border: 2px solid $accent; padding: 0; }
QPushButton#card { text-align: left; padding: 7px 12px; min-height: 20px; }
QPushButton#card:default { color: $text; background: $surface; border-color: $border; }
QPushButton#card:hover, QPushButton#card:default:hover { background: $hover; }
QPushButton#card:focus, QPushButton#card:default:focus { border: 2px solid $accent; }
QPushButton#card:focus { padding: 6px 11px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 18px; }
QAbstractSpinBox::up-arrow { image: url($up); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url($chevron); width: 10px; height: 10px; }
QCheckBox::indicator, QListWidget#choices::indicator {
    width: 14px; height: 14px; background: $surface; border: 1px solid $border; border-radius: 3px;
}
QCheckBox::indicator:checked, QListWidget#choices::indicator:checked {
    image: url($tick); background: $accent; border-color: $accent;
}
QCheckBox::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:disabled { background: $window; border-color: $hairline; }
QComboBox { padding-right: 22px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url($chevron); width: 12px; height: 12px; }
QMenu { color: $text; background: $raised; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 26px; border-radius: 3px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 0; }
QMenu::icon { left: 6px; }
QMenu::indicator { width: 14px; height: 14px; left: 7px; }
QMenu::indicator:checked { image: url($check); }
QHeaderView { background: $window; border: none; }
QHeaderView::section {
    color: $muted; background: $window; border: none; border-bottom: 1px solid $hairline;
    padding: 4px 4px;
}
QHeaderView::section:hover { background: $hover; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 10px; height: 10px; }
QHeaderView::up-arrow { image: url($up); }
QHeaderView::down-arrow { image: url($chevron); }
QAbstractScrollArea { border: none; }
QDialog QPlainTextEdit, #section QPlainTextEdit { border: 1px solid $border; }
QDialog QPlainTextEdit:focus, #section QPlainTextEdit:focus { border: 2px solid $accent; }
QListWidget::item { padding-left: 8px; }
QListWidget::item:selected { background: $accent_soft; color: $text; }
QTableView, QTreeView { outline: none; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    color: $muted; background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 6px 12px;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { background: $hover; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
    color: $text; background: $hairline; border: none; border-radius: 3px; max-height: 6px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QWidget#bar { background: $window; }
QFrame#hairline { background: $hairline; border: none; }
QDialog#palette { background: $raised; border: 1px solid $border; }
QDialog#palette QTreeWidget { background: $raised; }
QFrame#toast QListWidget { background: $raised; }
QFrame#toast { background: $raised; border: 1px solid $border; border-radius: 6px; }
QFrame#banner { background: $late_soft; border: none; border-left: 3px solid $late; }
QFrame#banner[kind="soon"] { background: $soon_soft; border-left-color: $soon; }
QFrame#banner[kind="info"] { background: $accent_soft; border-left-color: $accent; }
QLabel#muted { color: $muted; }
QLabel#late { color: $late; }
QLabel#notice { color: $accent; }
QLabel#title { font-weight: 600; }
""")


def style_sheet(colours: Colours) -> str:
    """Return the style sheet of the whole application in these colours."""
    tone = "dark" if colours.is_dark else "light"
    tokens = {name: getattr(colours, name) for name in colours.__slots__}
    pictures = {
        name: resource("themes", f"{file}-{tone}.svg").as_posix()
        for name, file in (("chevron", "down"), ("up", "up"), ("check", "check"), ("tick", "tick"))
    }
    return _SHEET.substitute(tokens, scroll=colours.disabled, **pictures)
