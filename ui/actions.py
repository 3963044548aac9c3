"""Every action and shortcut of the window as data, and what turns one into a ``QAction``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.icons import IconName, Icons
from ui.page import PageId
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.ticket_acts import TICKET_ACTS


class ActionId(Enum):
    """Names an action; its text, key and icon stand in ``ACTIONS``."""

    COMMAND_PALETTE = auto()
    SHORTCUTS = auto()
    THEME_SYSTEM = auto()
    THEME_LIGHT = auto()
    THEME_DARK = auto()
    TOGGLE_THEME = auto()
    ROWS_COMPACT = auto()
    ROWS_COMFORTABLE = auto()
    LANGUAGE_PORTUGUESE = auto()
    LANGUAGE_ENGLISH = auto()
    OPEN_DATABASE = auto()
    CANCEL_JOB = auto()
    QUIT = auto()
    REFRESH = auto()
    SEARCH_TEXT = auto()
    CLEAR_FILTERS = auto()
    SHOW_ALL_OPEN = auto()
    SAVE_VIEW = auto()
    CHOOSE_COLUMNS = auto()
    NEW_TICKET = auto()
    IMPORT_LOG = auto()
    FOCUS_LIST = auto()
    TOGGLE_PANEL = auto()
    TAB_CONVERSATION = auto()
    TAB_DEADLINE = auto()
    TAB_HISTORY = auto()
    COPY_NUMBER = auto()
    ACT_TAKE = auto()
    ACT_NOTE = auto()
    ACT_WAIT = auto()
    ACT_ANSWER = auto()
    ACT_MAINTENANCE = auto()
    ACT_BACK = auto()
    ACT_TRANSFER = auto()
    ACT_RECLASSIFY = auto()
    ACT_SOLVE = auto()
    ACT_ACCEPT = auto()
    ACT_REFUSE = auto()
    ACT_POSTPONE = auto()
    ACT_COMMENT = auto()
    ACT_INNOVATION = auto()
    ACT_FACTORY = auto()
    ACT_CANCEL = auto()


class Scope(Enum):
    """Where a shortcut is heard."""

    WINDOW = auto()
    PAGE = auto()
    LIST = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; ``page`` is ``None`` when the frame offers it on every page."""

    id: ActionId
    text: str
    key: str = ""
    icon: IconName | None = None
    scope: Scope = Scope.WINDOW
    page: PageId | None = None
    context: str = "Actions"
    """Where the translators find the text."""


ACTIONS = (
    ActionSpec(
        ActionId.COMMAND_PALETTE,
        QT_TRANSLATE_NOOP("Actions", "Comandos…"),
        "Ctrl+K",
        IconName.COMMAND,
    ),
    ActionSpec(
        ActionId.SHORTCUTS,
        QT_TRANSLATE_NOOP("Actions", "Atalhos desta página"),
        "F1",
        IconName.KEYBOARD,
    ),
    ActionSpec(
        ActionId.TOGGLE_THEME,
        QT_TRANSLATE_NOOP("Actions", "Alternar claro e escuro"),
        "Ctrl+Shift+L",
        IconName.DARK,
    ),
    ActionSpec(
        ActionId.THEME_SYSTEM,
        QT_TRANSLATE_NOOP("Actions", "Tema do sistema"),
        icon=IconName.SYSTEM,
    ),
    ActionSpec(
        ActionId.THEME_LIGHT, QT_TRANSLATE_NOOP("Actions", "Tema claro"), icon=IconName.LIGHT
    ),
    ActionSpec(
        ActionId.THEME_DARK, QT_TRANSLATE_NOOP("Actions", "Tema escuro"), icon=IconName.DARK
    ),
    ActionSpec(
        ActionId.ROWS_COMPACT,
        QT_TRANSLATE_NOOP("Actions", "Linhas compactas"),
        icon=IconName.DENSITY,
    ),
    ActionSpec(
        ActionId.ROWS_COMFORTABLE,
        QT_TRANSLATE_NOOP("Actions", "Linhas confortáveis"),
        icon=IconName.DENSITY,
    ),
    ActionSpec(
        ActionId.LANGUAGE_PORTUGUESE,
        QT_TRANSLATE_NOOP("Actions", "Idioma: português"),
        icon=IconName.LANGUAGE,
    ),
    ActionSpec(
        ActionId.LANGUAGE_ENGLISH,
        QT_TRANSLATE_NOOP("Actions", "Idioma: inglês"),
        icon=IconName.LANGUAGE,
    ),
    ActionSpec(
        ActionId.OPEN_DATABASE,
        QT_TRANSLATE_NOOP("Actions", "Abrir outro banco de dados…"),
        "Ctrl+Shift+O",
        IconName.DATABASE,
    ),
    ActionSpec(
        ActionId.CANCEL_JOB,
        QT_TRANSLATE_NOOP("Actions", "Cancelar o trabalho em andamento"),
        "Ctrl+.",
        IconName.CLOSE,
    ),
    ActionSpec(ActionId.QUIT, QT_TRANSLATE_NOOP("Actions", "Sair"), "Ctrl+Q", IconName.QUIT),
    ActionSpec(
        ActionId.REFRESH,
        QT_TRANSLATE_NOOP("Actions", "Atualizar a fila"),
        "F5",
        IconName.REFRESH,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.SEARCH_TEXT,
        QT_TRANSLATE_NOOP("Actions", "Procurar na fila"),
        "Ctrl+F",
        IconName.SEARCH,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.CLEAR_FILTERS,
        QT_TRANSLATE_NOOP("Actions", "Limpar filtros"),
        "Ctrl+Shift+X",
        IconName.CLEAR,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.SHOW_ALL_OPEN,
        QT_TRANSLATE_NOOP("Actions", "Mostrar todos os chamados abertos"),
        "Ctrl+Shift+A",
        IconName.QUEUE,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.SAVE_VIEW,
        QT_TRANSLATE_NOOP("Actions", "Salvar filtros como visão…"),
        "Ctrl+Shift+S",
        IconName.VIEW,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.CHOOSE_COLUMNS,
        QT_TRANSLATE_NOOP("Actions", "Escolher colunas…"),
        "Ctrl+Shift+C",
        IconName.COLUMNS,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.NEW_TICKET,
        QT_TRANSLATE_NOOP("Actions", "Novo chamado…"),
        "Ctrl+N",
        IconName.ADD,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.IMPORT_LOG,
        QT_TRANSLATE_NOOP("Actions", "Importar registro de chamados…"),
        "Ctrl+I",
        IconName.IMPORT,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.FOCUS_LIST,
        QT_TRANSLATE_NOOP("Actions", "Ir para a lista"),
        "Ctrl+L",
        IconName.QUEUE,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.TOGGLE_PANEL,
        QT_TRANSLATE_NOOP("Actions", "Mostrar ou esconder o painel do chamado"),
        "F4",
        IconName.DOWN,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.TAB_CONVERSATION,
        QT_TRANSLATE_NOOP("Actions", "Chamado: conversa"),
        "Alt+1",
        IconName.CONVERSATION,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.TAB_DEADLINE,
        QT_TRANSLATE_NOOP("Actions", "Chamado: prazo"),
        "Alt+2",
        IconName.DEADLINE,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.TAB_HISTORY,
        QT_TRANSLATE_NOOP("Actions", "Chamado: histórico"),
        "Alt+3",
        IconName.HISTORY,
        Scope.PAGE,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.COPY_NUMBER,
        QT_TRANSLATE_NOOP("Actions", "Copiar o número do chamado"),
        "Ctrl+C",
        IconName.COPY,
        Scope.LIST,
        PageId.QUEUE,
    ),
    *(
        ActionSpec(
            ActionId[f"ACT_{act.name.upper()}"],
            act.title,
            act.key,
            act.icon,
            Scope.LIST,
            PageId.QUEUE,
            "TicketActs",
        )
        for act in TICKET_ACTS
    ),
)

_BY_ID = {spec.id: spec for spec in ACTIONS}
_CONTEXTS = {
    # Qt hears a window shortcut only while its widget is visible: a hidden page stays silent.
    Scope.WINDOW: Qt.ShortcutContext.WindowShortcut,
    Scope.PAGE: Qt.ShortcutContext.WindowShortcut,
    Scope.LIST: Qt.ShortcutContext.WidgetShortcut,
}


def spec_of(action_id: ActionId) -> ActionSpec:
    """Return the data of an action."""
    return _BY_ID[action_id]


def text_of(action_id: ActionId) -> str:
    """Return the text of an action in the language of the screens."""
    spec = _BY_ID[action_id]
    return translated(spec.context, spec.text)


def key_text(key: str) -> str:
    """Return a shortcut as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def specs_for(page: PageId | None) -> tuple[ActionSpec, ...]:
    """Return the actions of the frame and those of a page, in the order of ``ACTIONS``."""
    return tuple(spec for spec in ACTIONS if spec.page is None or spec.page is page)


class Actions(QObject):
    """Makes the actions that widgets own."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        """Take the icons from the given family."""
        super().__init__(parent)
        self._icons = icons

    def make(self, action_id: ActionId, slot: Callable[[], None], owner: QWidget) -> QAction:
        """Make an action that belongs to ``owner``; palette and F1 find it there."""
        spec = _BY_ID[action_id]
        action = QAction(text_of(action_id), owner)
        action.setData(action_id)
        if spec.key:
            action.setShortcut(QKeySequence(spec.key))
            action.setShortcutContext(_CONTEXTS[spec.scope])
        if spec.icon is not None:
            self._icons.bind_later(action, spec.icon)
        action.setToolTip(tooltip(text_of(action_id), spec.key))
        action.triggered.connect(slot)
        owner.addAction(action)
        return action


def tooltip(text: str, key: str) -> str:
    """Return the text with its shortcut, as tooltips show it."""
    return f"{text.rstrip('…')} ({key_text(key)})" if key else text.rstrip("…")


def actions_within(owners: Iterable[QWidget]) -> list[QAction]:
    """Return the actions that were made for the widgets and for what lies inside them."""
    found: list[QAction] = []
    for owner in owners:
        found.extend(a for a in owner.findChildren(QAction) if isinstance(a.data(), ActionId))
    return found
