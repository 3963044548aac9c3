"""The actions of consulting as data: the timer from anywhere, minutes and papers at the ticket."""

from __future__ import annotations

from ui.action_ids import ActionId, Scope
from ui.action_spec import ActionSpec
from ui.icons import IconName
from ui.page import PageId
from ui.texts import QT_TRANSLATE_NOOP


def _spec(action_id: ActionId, text: str, key: str, icon: IconName) -> ActionSpec:
    return ActionSpec(action_id, text, key, icon, Scope.PAGE, PageId.QUEUE)


def _paper(action_id: ActionId, text: str, key: str) -> ActionSpec:
    return ActionSpec(action_id, text, key, IconName.REPORTS, Scope.PAGE, PageId.REPORTS)


def _times(action_id: ActionId, text: str, key: str, icon: IconName) -> ActionSpec:
    return ActionSpec(action_id, text, key, icon, Scope.PAGE, PageId.CONSULTING)


def _dashboard(action_id: ActionId, text: str, key: str, icon: IconName) -> ActionSpec:
    return ActionSpec(action_id, text, key, icon, Scope.PAGE, PageId.DASHBOARD)


CONSULTING_ACTIONS = (
    ActionSpec(
        ActionId.TIMER,
        QT_TRANSLATE_NOOP("Actions", "Cronômetro: iniciar, trocar ou parar"),
        "F9",
        IconName.CONSULTING,
    ),
    ActionSpec(
        ActionId.TIMER_STOP,
        QT_TRANSLATE_NOOP("Actions", "Cronômetro: parar"),
        "Shift+F9",
        IconName.PAUSE,
    ),
    _spec(
        ActionId.TAB_CONSULTING,
        QT_TRANSLATE_NOOP("Actions", "Chamado: consultoria"),
        "Alt+3",
        IconName.CONSULTING,
    ),
    _spec(
        ActionId.TIME_LOG, QT_TRANSLATE_NOOP("Actions", "Apontar tempo…"), "Ctrl+T", IconName.ADD
    ),
    _spec(
        ActionId.TIME_CORRECT,
        QT_TRANSLATE_NOOP("Actions", "Corrigir apontamento…"),
        "Ctrl+Shift+R",
        IconName.NOTE,
    ),
    _spec(
        ActionId.TIME_VOID,
        QT_TRANSLATE_NOOP("Actions", "Anular apontamento…"),
        "Ctrl+Shift+Z",
        IconName.TRASH,
    ),
    _spec(
        ActionId.CONSULTING_LETTER,
        QT_TRANSLATE_NOOP("Actions", "Carta de aceite…"),
        "Ctrl+Shift+K",
        IconName.REPORTS,
    ),
    _spec(
        ActionId.CONSULTING_STATEMENT,
        QT_TRANSLATE_NOOP("Actions", "Demonstrativo do mês…"),
        "Ctrl+Shift+D",
        IconName.REPORTS,
    ),
    _spec(
        ActionId.CONSULTING_TERM,
        QT_TRANSLATE_NOOP("Actions", "Termo de solução…"),
        "Ctrl+Shift+M",
        IconName.REPORTS,
    ),
    _spec(
        ActionId.MINUTE_RATES,
        QT_TRANSLATE_NOOP("Actions", "Tarifas e reajuste…"),
        "Ctrl+Shift+P",
        IconName.CONSULTING,
    ),
    _times(
        ActionId.WEEK_SHEET,
        QT_TRANSLATE_NOOP("Actions", "Semana…"),
        "Ctrl+Shift+S",
        IconName.CALENDAR,
    ),
    _times(
        ActionId.IMPORT_TIMES,
        QT_TRANSLATE_NOOP("Actions", "Importar tempo…"),
        "Ctrl+I",
        IconName.IMPORT,
    ),
    _times(
        ActionId.EXPORT_TIMES,
        QT_TRANSLATE_NOOP("Actions", "Exportar tempo…"),
        "Ctrl+Shift+Y",
        IconName.EXPORT,
    ),
    _paper(ActionId.PAPER_PREVIEW, QT_TRANSLATE_NOOP("Actions", "Ver a prévia"), "Ctrl+Return"),
    _paper(ActionId.PAPER_ISSUE, QT_TRANSLATE_NOOP("Actions", "Emitir"), "Ctrl+E"),
    _paper(ActionId.PAPER_BATCH, QT_TRANSLATE_NOOP("Actions", "Demonstrativos do mês…"), "Ctrl+B"),
    _paper(ActionId.PAPER_SAVE, QT_TRANSLATE_NOOP("Actions", "Salvar PDF…"), "Ctrl+S"),
    _paper(ActionId.PAPER_TABLE, QT_TRANSLATE_NOOP("Actions", "Salvar tabela…"), "Ctrl+Shift+S"),
    _paper(ActionId.PAPER_SIGN, QT_TRANSLATE_NOOP("Actions", "Salvar assinado…"), "Ctrl+Shift+A"),
    _paper(ActionId.PAPER_PRINT, QT_TRANSLATE_NOOP("Actions", "Imprimir…"), "Ctrl+P"),
    _paper(ActionId.PAPER_MAIL, QT_TRANSLATE_NOOP("Actions", "Enviar por e-mail…"), "Ctrl+Shift+E"),
    _paper(
        ActionId.PAPER_CHECK, QT_TRANSLATE_NOOP("Actions", "Conferir documento…"), "Ctrl+Shift+V"
    ),
    _dashboard(
        ActionId.DASHBOARD_COUNT,
        QT_TRANSLATE_NOOP("Actions", "Contar"),
        "Ctrl+Return",
        IconName.REFRESH,
    ),
    _dashboard(
        ActionId.DASHBOARD_CSV,
        QT_TRANSLATE_NOOP("Actions", "Salvar tabela…"),
        "Ctrl+Shift+S",
        IconName.EXPORT,
    ),
    _dashboard(
        ActionId.DASHBOARD_PDF,
        QT_TRANSLATE_NOOP("Actions", "Salvar painel em PDF…"),
        "Ctrl+S",
        IconName.REPORTS,
    ),
)
