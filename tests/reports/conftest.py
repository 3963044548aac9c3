"""A PDF read back by the library that shows it in the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.reports.reading import Reader, reading


@pytest.fixture
def reader(qapp: QApplication) -> Iterator[Reader]:
    """Return what opens a PDF; every document is closed at the end of the test."""
    with reading(qapp) as reader:
        yield reader
