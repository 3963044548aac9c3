"""The texts of a PDF, page by page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtPdf import QPdfDocument


@dataclass(frozen=True)
class Reader:
    """Reads documents back; line breaks count as blanks."""

    open: Callable[[bytes], QPdfDocument]

    def pages(self, pdf: bytes) -> list[str]:
        """Return the text of each page."""
        document = self.open(pdf)
        texts = [document.getAllText(page).text() for page in range(document.pageCount())]
        return [" ".join(text.split()) for text in texts]

    def text(self, pdf: bytes) -> str:
        """Return the text of the whole document."""
        return " ".join(self.pages(pdf))

    def sizes(self, pdf: bytes) -> set[tuple[int, int]]:
        """Return the sizes that the pages have, in whole points."""
        document = self.open(pdf)
        sizes = [document.pagePointSize(page) for page in range(document.pageCount())]
        return {(int(size.width()), int(size.height())) for size in sizes}
