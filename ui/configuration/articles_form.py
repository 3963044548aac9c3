"""Settings of the articles that answer callers before a ticket is opened (TKT-4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.articles import Article
from app.domain.changes import Changes
from app.domain.clock import from_epoch
from app.services.articles import ArticleService
from ui.composition import WindowContext
from ui.configuration.table_section import TableSection
from ui.format import full_moment
from ui.override import override
from ui.widgets.form_dialog import FormDialog


class ArticleForm(FormDialog):
    """Writes an article, or changes one."""

    def __init__(self, known: Article | None, parent: QWidget) -> None:
        """Show what is known."""
        title = self.tr("Novo artigo") if known is None else self.tr("Mudar artigo")
        super().__init__(title, self.tr("&Salvar artigo"), parent)
        self.add_line("title", self.tr("&Título"), "" if known is None else known.title)
        self.add_text("body", self.tr("&Resposta"))
        self.texts["body"].setPlainText("" if known is None else known.body)
        offered = known is None or known.is_offered
        self.add_tick("is_offered", self.tr("&Oferecer ao abrir chamados"), ticked=offered)
        self.finish(self.tr("Cance&lar"))


class ArticlesForm(TableSection[Article]):
    """A line per article."""

    def __init__(self, articles: ArticleService, context: WindowContext, parent: QWidget) -> None:
        """Show the articles."""
        about = self.tr(
            "TKT-4 · Respostas que servem a muitos. As oferecidas aparecem ao lado dos chamados "
            "resolvidos enquanto se digita o resumo de um chamado novo."
        )
        super().__init__(context, parent, self.tr("Artigos"), about)
        self._articles = articles
        self.add_buttons(self.tr("&Novo artigo…"), self.tr("M&udar…"), self.tr("Artigo salvo"))

    @override
    def show_set(self) -> None:
        """Ask which there are."""
        self.ask(self._articles.all, self.show_items)

    @override
    def headings(self) -> tuple[str, ...]:
        """Return the headings of the columns."""
        return (
            self.tr("título"),
            self.tr("oferecido"),
            self.tr("quem"),
            self.tr("mudado em"),
        )

    @override
    def line_of(self, item: Article) -> tuple[str, ...]:
        """Return the line of an article."""
        return (
            item.title,
            self.tr("sim") if item.is_offered else "",
            item.author or "",
            full_moment(from_epoch(item.changed_at)),
        )

    @override
    def form_for(self, item: Article | None) -> ArticleForm:
        """Return the dialog of an article."""
        return ArticleForm(item, self)

    @override
    def keeping(
        self, item: Article | None, texts: Mapping[str, str], ticks: Mapping[str, bool]
    ) -> Callable[[], Changes]:
        """Return the act that keeps an article."""
        number = None if item is None else item.id
        offered = ticks["is_offered"]
        keep = self._articles.keep
        return partial(keep, number, texts["title"], texts["body"], is_offered=offered)
