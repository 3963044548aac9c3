"""The actions of the page Calendário as data."""

from __future__ import annotations

from ui.action_ids import ActionId, Scope
from ui.action_spec import ActionSpec
from ui.icons import IconName
from ui.page import PageId
from ui.texts import QT_TRANSLATE_NOOP


def _spec(action_id: ActionId, text: str, key: str, icon: IconName | None) -> ActionSpec:
    return ActionSpec(action_id, text, key, icon, Scope.PAGE, PageId.CALENDAR)


CALENDAR_ACTIONS = (
    _spec(
        ActionId.CALENDAR_BACK,
        QT_TRANSLATE_NOOP("Actions", "Período anterior"),
        "Alt+Left",
        IconName.LEFT,
    ),
    _spec(
        ActionId.CALENDAR_AHEAD,
        QT_TRANSLATE_NOOP("Actions", "Período seguinte"),
        "Alt+Right",
        IconName.RIGHT,
    ),
    _spec(
        ActionId.CALENDAR_TODAY,
        QT_TRANSLATE_NOOP("Actions", "Ir para hoje"),
        "Alt+Home",
        IconName.CALENDAR,
    ),
    _spec(
        ActionId.CALENDAR_DATE,
        QT_TRANSLATE_NOOP("Actions", "Ir para uma data"),
        "Ctrl+G",
        IconName.CALENDAR,
    ),
    _spec(
        ActionId.CALENDAR_TEAM,
        QT_TRANSLATE_NOOP("Actions", "Escolher a equipe"),
        "Ctrl+E",
        IconName.TEAM,
    ),
    _spec(ActionId.CALENDAR_WEEK, QT_TRANSLATE_NOOP("Actions", "Ver a semana"), "Alt+1", None),
    _spec(ActionId.CALENDAR_MONTH, QT_TRANSLATE_NOOP("Actions", "Ver o mês"), "Alt+2", None),
    _spec(ActionId.CALENDAR_TEAMS, QT_TRANSLATE_NOOP("Actions", "Ver as equipes"), "Alt+3", None),
    _spec(ActionId.ZOOM_IN, QT_TRANSLATE_NOOP("Actions", "Aumentar as horas"), "Ctrl++", None),
    _spec(ActionId.ZOOM_OUT, QT_TRANSLATE_NOOP("Actions", "Diminuir as horas"), "Ctrl+-", None),
    _spec(
        ActionId.CALENDAR_PRINT,
        QT_TRANSLATE_NOOP("Actions", "Imprimir o calendário…"),
        "Ctrl+P",
        IconName.REPORTS,
    ),
    _spec(
        ActionId.CALENDAR_ICS,
        QT_TRANSLATE_NOOP("Actions", "Exportar o calendário (.ics)…"),
        "Ctrl+Shift+E",
        IconName.EXPORT,
    ),
    _spec(
        ActionId.EDIT_HOURS,
        QT_TRANSLATE_NOOP("Actions", "Horários da equipe…"),
        "Ctrl+Shift+H",
        IconName.CLOCK,
    ),
    _spec(
        ActionId.EDIT_DAY,
        QT_TRANSLATE_NOOP("Actions", "Horário próprio do dia…"),
        "Ctrl+D",
        IconName.CALENDAR,
    ),
    _spec(
        ActionId.EDIT_HOLIDAY,
        QT_TRANSLATE_NOOP("Actions", "Incluir, mudar ou tirar feriado…"),
        "Ctrl+Shift+F",
        IconName.ADD,
    ),
    _spec(
        ActionId.EDIT_RECESS,
        QT_TRANSLATE_NOOP("Actions", "Recesso de todo ano…"),
        "",
        IconName.PAUSE,
    ),
    _spec(
        ActionId.LOCAL_HOLIDAYS,
        QT_TRANSLATE_NOOP("Actions", "Feriados locais e importados…"),
        "Ctrl+I",
        IconName.IMPORT,
    ),
    _spec(
        ActionId.CALENDAR_HISTORY,
        QT_TRANSLATE_NOOP("Actions", "Histórico do calendário…"),
        "Ctrl+H",
        IconName.HISTORY,
    ),
    _spec(
        ActionId.ROSTER_ASSIGN,
        QT_TRANSLATE_NOOP("Actions", "Escalar neste plantão…"),
        "Ctrl+Return",
        IconName.PERSON,
    ),
    _spec(
        ActionId.ROSTER_ROTATE,
        QT_TRANSLATE_NOOP("Actions", "Rodízio semanal…"),
        "Ctrl+R",
        IconName.REFRESH,
    ),
    _spec(
        ActionId.ROSTER_COPY,
        QT_TRANSLATE_NOOP("Actions", "Copiar a escala da semana…"),
        "Ctrl+Shift+C",
        IconName.COPY,
    ),
    _spec(
        ActionId.ROSTER_SWAP,
        QT_TRANSLATE_NOOP("Actions", "Trocar plantões…"),
        "Ctrl+Shift+T",
        IconName.TRANSFER,
    ),
    _spec(
        ActionId.ROSTER_ABSENCE,
        QT_TRANSLATE_NOOP("Actions", "Ausências…"),
        "Ctrl+Shift+A",
        IconName.PAUSE,
    ),
    _spec(
        ActionId.ROSTER_PRINT,
        QT_TRANSLATE_NOOP("Actions", "Imprimir a escala…"),
        "Ctrl+Shift+P",
        IconName.REPORTS,
    ),
    _spec(
        ActionId.PERSON_ICS,
        QT_TRANSLATE_NOOP("Actions", "Exportar os plantões de uma pessoa (.ics)…"),
        "",
        IconName.EXPORT,
    ),
    _spec(
        ActionId.OFERTA_ITEM,
        QT_TRANSLATE_NOOP("Actions", "Oferta P: ambiente, atualização ou cópia…"),
        "Ctrl+Shift+N",
        IconName.NEW,
    ),
)
