"""Theme, density and language: applied at once where possible, and remembered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.errors import BancadaError
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.settings import Density, Language, ThemeMode

_THEMES = {
    ActionId.THEME_SYSTEM: ThemeMode.SYSTEM,
    ActionId.THEME_LIGHT: ThemeMode.LIGHT,
    ActionId.THEME_DARK: ThemeMode.DARK,
}
_DENSITIES = {
    ActionId.ROWS_COMPACT: Density.COMPACT,
    ActionId.ROWS_COMFORTABLE: Density.COMFORTABLE,
}
_LANGUAGES = {
    ActionId.LANGUAGE_PORTUGUESE: Language.PORTUGUESE,
    ActionId.LANGUAGE_ENGLISH: Language.ENGLISH,
}


class Preferences(QObject):
    """The actions that change how the window looks and speaks."""

    def __init__(self, context: WindowContext, owner: QWidget) -> None:
        """Make the actions for ``owner`` and mark what is in force."""
        super().__init__(owner)
        self._context = context
        self._owner = owner
        self._themes = self._group(_THEMES, context.theme.mode, self._on_theme)
        self._densities = self._group(_DENSITIES, context.theme.density, self._on_density)
        language = context.settings.load().language
        self._languages = self._group(_LANGUAGES, language, self._on_language)
        self._news = context.actions.make(ActionId.TOGGLE_NEWS, self._on_news, owner)
        self._news.setCheckable(True)
        self._news.setIconVisibleInMenu(False)
        self._news.setChecked(context.settings.load().news)
        self._toggle = context.actions.make(ActionId.TOGGLE_THEME, self._on_toggle, owner)

    def fill(self, menu: QMenu, *more: QAction) -> None:
        """Put the actions, and what else belongs there, into a menu."""
        for group in (self._themes, self._densities, self._languages):
            menu.addActions(group.actions())
            menu.addSeparator()
        menu.addAction(self._news)
        menu.addActions(more)

    def _group(
        self,
        choices: dict[ActionId, ThemeMode] | dict[ActionId, Density] | dict[ActionId, Language],
        current: ThemeMode | Density | Language,
        slot: Callable[[], None],
    ) -> QActionGroup:
        group = QActionGroup(self)
        for action_id, value in choices.items():
            action = self._context.actions.make(action_id, slot, self._owner)
            action.setCheckable(True)
            action.setIconVisibleInMenu(False)  # its place is the tick's
            action.setChecked(value is current)
            group.addAction(action)
        return group

    def _on_theme(self) -> None:
        self._wear(_THEMES[self._chosen(self._themes)])

    def _on_toggle(self) -> None:
        is_dark = self._context.theme.colours.is_dark
        self._wear(ThemeMode.LIGHT if is_dark else ThemeMode.DARK)
        for action in self._themes.actions():
            action.setChecked(_THEMES[action.data()] is self._context.theme.mode)

    def _wear(self, mode: ThemeMode) -> None:
        self._context.theme.apply(mode)
        self._remember(theme=mode)

    def _on_density(self) -> None:
        density = _DENSITIES[self._chosen(self._densities)]
        self._context.theme.set_density(density)
        self._remember(density=density)

    def _on_language(self) -> None:
        self._remember(language=_LANGUAGES[self._chosen(self._languages)])
        self._context.notices.info(self.tr("O idioma muda quando a Bancada for aberta de novo."))

    def _on_news(self) -> None:
        self._remember(news=self._news.isChecked())

    def _chosen(self, group: QActionGroup) -> ActionId:
        action = group.checkedAction()
        assert action is not None
        chosen = action.data()
        assert isinstance(chosen, ActionId)
        return chosen

    def _remember(self, **changes: object) -> None:
        """Write at once: the file is tiny, and a crash right after must not undo the choice."""
        try:
            self._context.settings.change(**changes)
        except BancadaError as error:
            self._context.failures.report(error)
