"""Ready answers: the articles of the desk, put into a text with the ticket's facts (TKT-4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QPlainTextEdit, QToolButton, QWidget

from app.domain.articles import Article
from app.services.articles import ArticleService
from app.services.tickets import TicketView
from ui.composition import WindowContext
from ui.jobs import Lane
from ui.texts import as_label


class ReadyAnswers(QToolButton):
    """A button whose menu puts an article where the cursor stands; hidden while there is none."""

    def __init__(  # where the answers come from, and where one goes
        self,
        articles: ArticleService,
        view: TicketView,
        text: QPlainTextEdit,
        context: WindowContext,
        parent: QWidget,
    ) -> None:
        """Ask which answers there are."""
        super().__init__(parent)
        self._view = view
        self._text = text
        self.setObjectName("act")
        self.setText(self.tr("Resposta pronta ▾"))
        self.setAccessibleName(self.tr("Inserir uma resposta pronta"))
        self.setToolTip(
            self.tr("Um artigo entra no texto; {chamado}, {cliente} e {contato} são trocados")
        )
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.hide()
        context.jobs.submit(articles.all, self._on_read, owner=self, lane=Lane.READ)

    def _on_read(self, articles: Sequence[Article]) -> None:
        for article in articles:
            self.menu().addAction(as_label(article.title), partial(self._insert, article))
        self.setVisible(bool(articles))

    def _insert(self, article: Article) -> None:
        card = self._view.card
        facts = {
            "{chamado}": f"{card.number:08d}",
            "{cliente}": card.client or "",
            "{contato}": card.contact or "",
        }
        body = article.body
        for name, fact in facts.items():
            body = body.replace(name, fact)
        self._text.insertPlainText(body)
        self._text.setFocus()
