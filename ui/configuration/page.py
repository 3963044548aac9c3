"""The page Configurações: what the desk may set, each with its default and its rule."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
)

from app.domain.changes import Changes, Kind
from app.services.workspace import Workspace
from ui.composition import WindowContext
from ui.configuration.articles_form import ArticlesForm
from ui.configuration.catalog_forms import CatalogForm, RoutingForm, SeverityForm, StatusesForm
from ui.configuration.mail_form import MailForm
from ui.configuration.people_form import PeopleForm
from ui.configuration.policies_form import PoliciesForm
from ui.configuration.reminders_form import RemindersForm
from ui.configuration.rounding_form import RoundingForm
from ui.configuration.rules_form import RulesForm
from ui.configuration.section import Section
from ui.configuration.texts_form import TextsForm
from ui.override import override
from ui.page import Page, PageId
from ui.widgets.hairline import Hairline

_LIST_WIDTH, _ROW = 220, 32


class ConfigurationPage(Page):
    """A list of sections, and the one chosen beside it."""

    def __init__(self, workspace: Workspace, context: WindowContext) -> None:
        """Lay out the sections; each reads what is set."""
        super().__init__(PageId.CONFIGURATION, context.bus)
        self._sections = QListWidget(self)
        self._sections.setAccessibleName(self.tr("Seções"))
        self._sections.setFixedWidth(_LIST_WIDTH)
        self._stack = QStackedWidget(self)
        self._forms: list[Section] = [
            MailForm(workspace.mail, context, self._stack),
            TextsForm(workspace.templates, context, self._stack),
            RemindersForm(workspace.reminders, context, self._stack),
            RulesForm(workspace.rules, context, self._stack),
            RoundingForm(workspace.billing_rules, context, self._stack),
            PoliciesForm(workspace.policies, context, self._stack),
            RoutingForm(workspace.catalog, context, self._stack),
            SeverityForm(workspace.catalog, context, self._stack),
            StatusesForm(workspace.catalog, context, self._stack),
            CatalogForm(workspace.catalog, context, self._stack),
            ArticlesForm(workspace.articles, context, self._stack),
            PeopleForm(workspace.people, context, self._stack),
        ]
        for form in self._forms:
            item = QListWidgetItem(form.title, self._sections)
            item.setSizeHint(QSize(0, _ROW))
            area = QScrollArea(self._stack)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(form)
            self._stack.addWidget(area)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sections)
        row.addWidget(Hairline(Qt.Orientation.Vertical, self))
        row.addWidget(self._stack, 1)
        self._sections.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._sections.setCurrentRow(0)
        self.refresh(Changes())

    @property
    def sections(self) -> QListWidget:
        """The list of sections."""
        return self._sections

    def form(self, kind: type[Section]) -> Section:
        """Return the section of a kind."""
        return next(form for form in self._forms if isinstance(form, kind))

    @override
    def cares_about(self, changes: Changes) -> bool:
        """Another desk may have set something."""
        return bool(changes.kinds & {Kind.SETTING, Kind.POLICY, Kind.CLIENT})

    @override
    def refresh(self, changes: Changes) -> None:
        """Read what is set; what a person has typed and not saved stays."""
        for form in self._forms:
            form.read()

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the list of sections."""
        self._sections.setFocus()
