"""What is said of an action: its text, its key, its icon, and where it is offered."""

from __future__ import annotations

from dataclasses import dataclass

from ui.action_ids import ActionId, Scope
from ui.icons import IconName
from ui.page import PageId


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action; ``page`` is ``None`` when the frame offers it on every page."""

    id: ActionId
    text: str
    key: str = ""
    icon: IconName | None = None
    scope: Scope = Scope.WINDOW
    page: PageId | None = None
    context: str = "Actions"
    """Where the translators find the text."""
