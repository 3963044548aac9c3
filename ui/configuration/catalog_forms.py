"""Settings of the catalogue: routing, severity, and what is offered in a new ticket."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.own_statuses import status_lines
from app.domain.rule_lines import routing_lines, severity_lines
from app.services.catalog import completions, load_catalog
from app.services.desk_catalog import OFFERED_FACTS, CatalogService, DeskCatalog
from ui.composition import WindowContext
from ui.configuration.section import Section
from ui.jobs import Lane
from ui.override import override
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.widgets.refusable import Refusable

_RULES_ROWS, _LIST_ROWS = 16, 5
_FACTS = {
    "product_line": QT_TRANSLATE_NOOP("CatalogForm", "&Linhas de produto"),
    "module": QT_TRANSLATE_NOOP("CatalogForm", "&Módulos"),
    "routine": QT_TRANSLATE_NOOP("CatalogForm", "Ro&tinas"),
    "version": QT_TRANSLATE_NOOP("CatalogForm", "&Versões"),
    "environment": QT_TRANSLATE_NOOP("CatalogForm", "Am&bientes"),
    "category": QT_TRANSLATE_NOOP("CatalogForm", "Cate&gorias"),
}


class TextField(Refusable):
    """Several lines to type."""

    def __init__(self, parent: QWidget, rows: int) -> None:
        """Begin empty, so many rows high."""
        super().__init__(parent)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * (rows + 1))
        self.hold(self.text)

    def show_text(self, text: str) -> None:
        """Show a text without calling it typed."""
        blocked = self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(blocked)

    def listen(self) -> None:
        """Call the field changed from now on when somebody types."""
        self.text.textChanged.connect(self.changed)


class _CatalogSection(Section):
    """A section that shows a part of the catalogue."""

    def __init__(  # what every section is given, and the service
        self,
        catalog: CatalogService,
        context: WindowContext,
        parent: QWidget,
        title: str,
        about: str,
    ) -> None:
        super().__init__(context, parent, title, about)
        self._catalog = catalog

    @override
    def show_set(self) -> None:
        """Ask what is set."""
        self.context.jobs.submit(self._catalog.known, self._on_read, owner=self, lane=Lane.READ)

    def _on_read(self, known: DeskCatalog) -> None:
        if not self.is_typed_in:
            self.show_catalog(known)

    def show_catalog(self, known: DeskCatalog) -> None:
        """Show the part of the catalogue; every section overrides it."""

    def _add(self, name: str, label: str, rows: int, hint: str = "") -> TextField:
        field = TextField(self, rows)
        self.add_field(name, label, field, hint)
        field.listen()
        return field


class RoutingForm(_CatalogSection):
    """Which team takes a ticket: the first line whose facts are all so (TKT-3)."""

    def __init__(self, catalog: CatalogService, context: WindowContext, parent: QWidget) -> None:
        """Show the table."""
        about = self.tr(
            "TKT-3 · Quem atende um chamado novo: a primeira linha que confere decide. Escreva "
            "fato = valor, separados por vírgula, uma seta e a chave da equipe; * vale para todos "
            "os outros. Os fatos: linha, módulo, rotina, versão, ambiente, categoria, contrato."
        )
        super().__init__(catalog, context, parent, self.tr("Encaminhamento"), about)
        self.table = self._add("routing", self.tr("&Tabela"), _RULES_ROWS)
        self.save = self.add_button(self.tr("&Salvar tabela"), self._on_save, main=True)
        self.back = self.add_button(self.tr("Voltar ao &padrão"), self._on_default)

    @override
    def show_catalog(self, known: DeskCatalog) -> None:
        """Show the table in force."""
        self.table.show_text(routing_lines(known.routing))

    def _on_default(self) -> None:
        self.table.text.setPlainText(routing_lines(load_catalog().routing))

    def _on_save(self) -> None:
        keep = partial(self._catalog.keep_routing, self.table.text.toPlainText())
        self.keep(keep, self.tr("Encaminhamento salvo"))


class SeverityForm(_CatalogSection):
    """How severe a ticket is, from what the client states (SLA-1)."""

    def __init__(self, catalog: CatalogService, context: WindowContext, parent: QWidget) -> None:
        """Show the table."""
        about = self.tr(
            "SLA-1 · A severidade que o sistema dá: a primeira linha que confere decide. efeito: "
            "impede, restrição severa, restrição menor, estética ou dúvida. origem: produção, "
            "implantação, teste. contorno e corrupção: sim, não. Nenhum caso pode ficar sem linha."
        )
        super().__init__(catalog, context, parent, self.tr("Severidade"), about)
        self.table = self._add("severity", self.tr("&Tabela"), _RULES_ROWS)
        self.save = self.add_button(self.tr("&Salvar tabela"), self._on_save, main=True)
        self.back = self.add_button(self.tr("Voltar ao &padrão"), self._on_default)

    @override
    def show_catalog(self, known: DeskCatalog) -> None:
        """Show the table in force."""
        self.table.show_text(severity_lines(known.severity))

    def _on_default(self) -> None:
        self.table.text.setPlainText(severity_lines(load_catalog().severity))

    def _on_save(self) -> None:
        keep = partial(self._catalog.keep_severity, self.table.text.toPlainText())
        self.keep(keep, self.tr("Tabela de severidade salva"))


class StatusesForm(_CatalogSection):
    """The desk's own statuses (SLA-12)."""

    def __init__(self, catalog: CatalogService, context: WindowContext, parent: QWidget) -> None:
        """Show the statuses."""
        about = self.tr(
            "SLA-12 · Situações próprias da mesa, uma por linha: nome = atendimento, em que o "
            "prazo corre, ou nome = pendente, em que ele para à espera do cliente. Os chamados "
            "que já têm uma ficam com ela."
        )
        super().__init__(catalog, context, parent, self.tr("Situações"), about)
        self.table = self._add("statuses", self.tr("&Situações da mesa"), _LIST_ROWS + 3)
        self.save = self.add_button(self.tr("Sal&var situações"), self._on_save, main=True)

    @override
    def show_catalog(self, known: DeskCatalog) -> None:
        """Show the statuses."""
        self.table.show_text(status_lines(known.statuses))

    def _on_save(self) -> None:
        keep = partial(self._catalog.keep_statuses, self.table.text.toPlainText())
        self.keep(keep, self.tr("Situações salvas"))


class CatalogForm(_CatalogSection):
    """What is offered while the facts of a new ticket are typed (TKT-2)."""

    def __init__(self, catalog: CatalogService, context: WindowContext, parent: QWidget) -> None:
        """Show the lists."""
        about = self.tr(
            "TKT-2 · O que se oferece ao abrir um chamado, um por linha; outro valor continua "
            "podendo ser escrito."
        )
        super().__init__(catalog, context, parent, self.tr("Catálogo"), about)
        self.lists = {
            fact: self._add(fact, translated("CatalogForm", label), _LIST_ROWS)
            for fact, label in _FACTS.items()
        }
        self.save = self.add_button(self.tr("&Salvar catálogo"), self._on_save, main=True)
        self.back = self.add_button(self.tr("Voltar ao &padrão"), self._on_default)

    @override
    def show_catalog(self, known: DeskCatalog) -> None:
        """Show what is offered."""
        for fact in OFFERED_FACTS:
            self.lists[fact].show_text("\n".join(known.offered[fact]))

    def _on_default(self) -> None:
        offered = {"product_line": load_catalog().routing.named("product_line"), **completions()}
        for fact, field in self.lists.items():
            field.text.setPlainText("\n".join(offered[fact]))

    def _on_save(self) -> None:
        typed = {fact: field.text.toPlainText() for fact, field in self.lists.items()}
        self.keep(partial(self._catalog.keep_offered, typed), self.tr("Catálogo salvo"))
