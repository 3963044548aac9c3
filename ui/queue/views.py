"""Views of the queue: those that come with it, and those a person saved."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from app.domain.errors import DataFailure
from app.domain.queue_view import QueueFilter, Scope, SortKey
from app.domain.severity import Severity
from app.domain.ticket_events import Status
from ui.settings import config_folder
from ui.texts import QT_TRANSLATE_NOOP, translated


class ViewId(Enum):
    """The views that come with the queue."""

    MINE = QT_TRANSLATE_NOOP("QueueViews", "&Minha fila")
    TEAM = QT_TRANSLATE_NOOP("QueueViews", "E&quipe")
    DUE_TODAY = QT_TRANSLATE_NOOP("QueueViews", "&Vencendo hoje")
    UNASSIGNED = QT_TRANSLATE_NOOP("QueueViews", "Sem &dono")
    ON_DUTY = QT_TRANSLATE_NOOP("QueueViews", "&Plantão")
    PENDING = QT_TRANSLATE_NOOP("QueueViews", "Pe&ndentes")
    ALL_OPEN = QT_TRANSLATE_NOOP("QueueViews", "&Todos")
    CLOSED = QT_TRANSLATE_NOOP("QueueViews", "En&cerrados")

    @property
    def title(self) -> str:
        """Return the view's name, mnemonic included, in the language of the screens."""
        return translated("QueueViews", self.value)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the views of a moment depend on: who looks, and which hour it is."""

    person: int | None
    team: str | None
    on_duty: tuple[str, ...]
    end_of_today: int


_V = TypeVar("_V")
_NOBODY = (-1,)
_NO_TEAM = ("-",)


def filter_of(view: ViewId, around: Surroundings) -> QueueFilter:
    """Return what a view asks of the queue."""
    if view is ViewId.MINE:
        return QueueFilter(assignees=_NOBODY if around.person is None else (around.person,))
    if view is ViewId.TEAM:
        return QueueFilter(teams=() if around.team is None else (around.team,))
    if view is ViewId.DUE_TODAY:
        return QueueFilter(due_before=around.end_of_today)
    if view is ViewId.UNASSIGNED:
        return QueueFilter(unassigned=True)
    if view is ViewId.ON_DUTY:
        return QueueFilter(teams=around.on_duty or _NO_TEAM)
    if view is ViewId.PENDING:
        return QueueFilter(waiting=True)
    return QueueFilter(scope=Scope.CLOSED if view is ViewId.CLOSED else Scope.OPEN)


def narrowed(view: QueueFilter, chosen: QueueFilter) -> QueueFilter:
    """Return a view further restricted by what was chosen in the filters."""
    return replace(
        view,
        teams=_both(view.teams, chosen.teams, _NO_TEAM),
        severities=chosen.severities or view.severities,
        statuses=chosen.statuses or view.statuses,
        products=chosen.products or view.products,
        clients=chosen.clients or view.clients,
        assignees=_both(view.assignees, chosen.assignees, _NOBODY),
        text=chosen.text,
        sort=chosen.sort,
        descending=chosen.descending,
    )


def _both(first: tuple[_V, ...], second: tuple[_V, ...], none: tuple[_V, ...]) -> tuple[_V, ...]:
    if not first or not second:
        return first or second
    return tuple(value for value in first if value in second) or none


@dataclass(frozen=True, slots=True)
class SavedView:
    """A set of filters under a name; it stands on one of the views that come with the queue."""

    name: str
    base: ViewId
    chosen: QueueFilter


class SavedViews:
    """The views a person saved on this machine; a broken file is an empty one."""

    def __init__(self, path: Path | None = None) -> None:
        """Keep them in the given file, else beside the settings."""
        self._path = path or config_folder() / "views.toml"

    def load(self) -> tuple[SavedView, ...]:
        """Return the saved views in the order they were saved."""
        try:
            text = self._path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ()
        import tomllib  # only where something was saved: no start waits for it in vain

        try:
            return tuple(_view(entry) for entry in tomllib.loads(text).get("view", []))
        except (ValueError, KeyError, TypeError):
            return ()

    def save(self, views: Sequence[SavedView]) -> None:
        """Write the views in one step; ``DataFailure`` when the folder cannot be written."""
        draft = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text("\n".join(_toml(view) for view in views), encoding="utf-8")
            draft.replace(self._path)
        except OSError as error:
            raise DataFailure(
                f"A visão não foi gravada em {self._path.parent}; "
                "verifique a permissão da pasta e o espaço em disco."
            ) from error


def _toml(view: SavedView) -> str:
    chosen = view.chosen
    values: dict[str, Any] = {
        "name": view.name,
        "base": view.base.name,
        "teams": chosen.teams,
        "severities": [severity.value for severity in chosen.severities],
        "statuses": [status.value for status in chosen.statuses],
        "products": chosen.products,
        "clients": chosen.clients,
        "assignees": chosen.assignees,
        "text": chosen.text,
        "sort": chosen.sort.value,
        "descending": chosen.descending,
    }
    # A JSON value of these kinds is a TOML value as well.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["[[view]]", *lines, ""])


def _view(entry: dict[str, Any]) -> SavedView:
    return SavedView(
        entry["name"],
        ViewId[entry["base"]],
        QueueFilter(
            teams=tuple(entry["teams"]),
            severities=tuple(map(Severity, entry["severities"])),
            statuses=tuple(map(Status, entry["statuses"])),
            products=tuple(entry["products"]),
            clients=tuple(entry["clients"]),
            assignees=tuple(entry["assignees"]),
            text=entry["text"],
            sort=SortKey(entry["sort"]),
            descending=entry["descending"],
        ),
    )
