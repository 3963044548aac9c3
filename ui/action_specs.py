"""Every action and shortcut of the window as data."""

from __future__ import annotations

from ui.action_ids import ActionId, Scope
from ui.action_spec import ActionSpec
from ui.calendar_actions import CALENDAR_ACTIONS
from ui.consulting_actions import CONSULTING_ACTIONS
from ui.icons import IconName
from ui.page import PageId
from ui.texts import QT_TRANSLATE_NOOP
from ui.ticket_acts import TICKET_ACTS

_ON_QUEUE = (Scope.PAGE, PageId.QUEUE)
_ON_CLIENTS = (Scope.PAGE, PageId.CLIENTS)
_ON_MESSAGES = (Scope.PAGE, PageId.MESSAGES)
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
        ActionId.TOGGLE_NEWS,
        QT_TRANSLATE_NOOP("Actions", "Avisar dos meus chamados"),
        "",
        IconName.INFO,
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
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.SEARCH_TEXT,
        QT_TRANSLATE_NOOP("Actions", "Procurar na fila"),
        "Ctrl+F",
        IconName.SEARCH,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.CLEAR_FILTERS,
        QT_TRANSLATE_NOOP("Actions", "Limpar filtros"),
        "Ctrl+Shift+X",
        IconName.CLEAR,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.SHOW_ALL_OPEN,
        QT_TRANSLATE_NOOP("Actions", "Mostrar todos os chamados abertos"),
        "Ctrl+Shift+A",
        IconName.QUEUE,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.SAVE_VIEW,
        QT_TRANSLATE_NOOP("Actions", "Salvar filtros como visão…"),
        "Ctrl+Shift+S",
        IconName.VIEW,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.CHOOSE_COLUMNS,
        QT_TRANSLATE_NOOP("Actions", "Escolher colunas…"),
        "Ctrl+Shift+C",
        IconName.COLUMNS,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.NEW_TICKET,
        QT_TRANSLATE_NOOP("Actions", "Novo chamado…"),
        "Ctrl+N",
        IconName.ADD,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.DIRECTORY,
        QT_TRANSLATE_NOOP("Actions", "Áreas de atendimento…"),
        "Ctrl+Shift+T",
        IconName.PHONE,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.NEW_MANIFESTATION,
        QT_TRANSLATE_NOOP("Actions", "Manifestação à Ouvidoria…"),
        "Ctrl+Shift+G",
        IconName.OMBUDSMAN,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.IMPORT_LOG,
        QT_TRANSLATE_NOOP("Actions", "Importar registro de chamados…"),
        "Ctrl+I",
        IconName.IMPORT,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.FOCUS_LIST,
        QT_TRANSLATE_NOOP("Actions", "Ir para a lista"),
        "Ctrl+L",
        IconName.QUEUE,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.TOGGLE_PANEL,
        QT_TRANSLATE_NOOP("Actions", "Mostrar ou esconder o painel do chamado"),
        "F4",
        IconName.DOWN,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.TAB_CONVERSATION,
        QT_TRANSLATE_NOOP("Actions", "Chamado: conversa"),
        "Alt+1",
        IconName.CONVERSATION,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.TAB_DEADLINE,
        QT_TRANSLATE_NOOP("Actions", "Chamado: prazo"),
        "Alt+2",
        IconName.DEADLINE,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.TAB_ATTACHMENTS,
        QT_TRANSLATE_NOOP("Actions", "Chamado: anexos"),
        "Alt+4",
        IconName.ATTACHMENT,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.TAB_HISTORY,
        QT_TRANSLATE_NOOP("Actions", "Chamado: histórico"),
        "Alt+5",
        IconName.HISTORY,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.ATTACH_FILE,
        QT_TRANSLATE_NOOP("Actions", "Anexar arquivos…"),
        "Ctrl+Shift+F",
        IconName.ATTACHMENT,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.OPEN_FILE,
        QT_TRANSLATE_NOOP("Actions", "Abrir o anexo"),
        "Ctrl+Shift+B",
        IconName.OPEN,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.SAVE_FILE,
        QT_TRANSLATE_NOOP("Actions", "Salvar o anexo…"),
        "Ctrl+Shift+W",
        IconName.SAVE,
        *_ON_QUEUE,
    ),
    ActionSpec(
        ActionId.COPY_NUMBER,
        QT_TRANSLATE_NOOP("Actions", "Copiar o número do chamado"),
        "Ctrl+C",
        IconName.COPY,
        Scope.LIST,
        PageId.QUEUE,
    ),
    ActionSpec(
        ActionId.FIND_CLIENT,
        QT_TRANSLATE_NOOP("Actions", "Procurar cliente"),
        "Ctrl+F",
        IconName.SEARCH,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.NEW_CLIENT,
        QT_TRANSLATE_NOOP("Actions", "Novo cliente…"),
        "Ctrl+Shift+N",
        IconName.ADD,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.EDIT_CLIENT,
        QT_TRANSLATE_NOOP("Actions", "Editar cliente…"),
        "Ctrl+E",
        IconName.NOTE,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.IMPORT_CLIENTS,
        QT_TRANSLATE_NOOP("Actions", "Importar clientes…"),
        "Ctrl+I",
        IconName.IMPORT,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.TICKETS_OF_CLIENT,
        QT_TRANSLATE_NOOP("Actions", "Chamados do cliente"),
        "Ctrl+O",
        IconName.QUEUE,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.REVIEW_APPROVALS,
        QT_TRANSLATE_NOOP("Actions", "Permissões conferidas"),
        "Ctrl+Shift+R",
        IconName.CHECK,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.NEW_CONTACT,
        QT_TRANSLATE_NOOP("Actions", "Novo contato…"),
        "Ctrl+Shift+P",
        IconName.PERSON,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.EDIT_CONTACT,
        QT_TRANSLATE_NOOP("Actions", "Editar contato…"),
        "Ctrl+Shift+E",
        IconName.NOTE,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.SHOW_CPF,
        QT_TRANSLATE_NOOP("Actions", "Mostrar o CPF"),
        "Ctrl+Shift+V",
        IconName.LOCK,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.SET_PASSWORD,
        QT_TRANSLATE_NOOP("Actions", "Definir senha…"),
        "Ctrl+Shift+H",
        IconName.LOCK,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.EXPORT_PERSON,
        QT_TRANSLATE_NOOP("Actions", "Exportar dados…"),
        "Ctrl+Shift+D",
        IconName.EXPORT,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.FORGET_PERSON,
        QT_TRANSLATE_NOOP("Actions", "Anonimizar…"),
        "Ctrl+Shift+Del",
        IconName.TRASH,
        *_ON_CLIENTS,
    ),
    ActionSpec(
        ActionId.SEND_AGAIN,
        QT_TRANSLATE_NOOP("Actions", "Enviar de novo"),
        "Ctrl+Return",
        IconName.MESSAGES,
        *_ON_MESSAGES,
    ),
    ActionSpec(
        ActionId.CALL_ARRIVED,
        QT_TRANSLATE_NOOP("Actions", "Já chegou"),
        "Ctrl+Shift+Return",
        IconName.DONE,
        *_ON_MESSAGES,
    ),
    ActionSpec(
        ActionId.COPY_MESSAGE,
        QT_TRANSLATE_NOOP("Actions", "Copiar a mensagem"),
        "Ctrl+Shift+M",
        IconName.COPY,
        *_ON_MESSAGES,
    ),
    ActionSpec(
        ActionId.OPEN_TICKET_OF_MESSAGE,
        QT_TRANSLATE_NOOP("Actions", "Abrir o chamado"),
        "Ctrl+O",
        IconName.OPEN,
        *_ON_MESSAGES,
    ),
    *CALENDAR_ACTIONS,
    *CONSULTING_ACTIONS,
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
