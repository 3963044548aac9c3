"""Settings of the articles that answer callers before a ticket is opened (TKT-4)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.articles import Article
from app.domain.changes import Changes
from app.domain.clock import from_epoch
from app.services.articles import ArticleService
from ui.composition import WindowContext
from ui.configuration.section import Section
from ui.format import full_moment
from ui.jobs import Lane
from ui.override import override
from ui.widgets.form_dialog import FormDialog
from ui.widgets.lines_table import Lines, LinesTable

_LOWEST = 320


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


class ArticlesForm(Section):
    """A line per article."""

    def __init__(self, articles: ArticleService, context: WindowContext, parent: QWidget) -> None:
        """Show the articles."""
        about = self.tr(
            "TKT-4 · Respostas que servem a muitos. As oferecidas aparecem ao lado dos chamados "
            "resolvidos enquanto se digita o resumo de um chamado novo."
        )
        super().__init__(context, parent, self.tr("Artigos"), about)
        self._articles = articles
        self._shown: list[Article] = []
        self.table = LinesTable(self.tr("Artigos"), context, self)
        self.table.setMinimumHeight(_LOWEST)
        self.form.addRow(self.table)
        self.add = self.add_button(self.tr("&Novo artigo…"), self._on_new, main=True)
        self.edit = self.add_button(self.tr("M&udar…"), self._on_edit)
        self.table.activated.connect(self._on_edit)
        self.dialog: ArticleForm | None = None

    @override
    def show_set(self) -> None:
        """Ask which there are."""
        self.context.jobs.submit(self._articles.all, self._on_read, owner=self, lane=Lane.READ)

    def _on_read(self, articles: list[Article]) -> None:
        self._shown = articles
        headings = (
            self.tr("título"),
            self.tr("oferecido"),
            self.tr("quem"),
            self.tr("mudado em"),
        )
        rows = [
            (
                article.title,
                self.tr("sim") if article.is_offered else "",
                article.author or "",
                full_moment(from_epoch(article.changed_at)),
            )
            for article in articles
        ]
        row = self.table.currentIndex().row()
        self.table.show_lines(Lines(headings, rows, wide=0))
        if 0 <= row < len(rows):
            self.table.selectRow(row)
        self.edit.setEnabled(bool(rows))

    def _on_new(self) -> None:
        self._ask(None)

    def _on_edit(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._shown):
            self._ask(self._shown[row])

    def _ask(self, known: Article | None) -> None:
        self.dialog = ArticleForm(known, self)
        self.dialog.asked.connect(partial(self._on_asked, known, self.dialog))
        self.dialog.open()

    def _on_asked(
        self,
        known: Article | None,
        dialog: ArticleForm,
        texts: Mapping[str, str],
        ticks: Mapping[str, bool],
    ) -> None:
        number = None if known is None else known.id
        keep = partial(
            self._articles.keep,
            number,
            texts["title"],
            texts["body"],
            is_offered=ticks["is_offered"],
        )
        kept = partial(self._on_kept_article, dialog)
        self.context.jobs.submit(keep, kept, dialog.refuse, owner=dialog)

    def _on_kept_article(self, dialog: ArticleForm, changes: Changes) -> None:
        dialog.accept()
        self.context.bus.publish(changes)
        self.context.notices.done(self.tr("Artigo salvo"))
        self.show_set()
