"""What was typed and not yet done: kept on this machine, so that Esc and a crash lose nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from ui.settings import APPLICATION


class Drafts:
    """A small file of texts by what they were typed for; a broken one is begun anew."""

    def __init__(self, path: Path | None = None) -> None:
        """Keep them in the given file, else where this person's state lies."""
        state = platformdirs.user_state_dir(APPLICATION, appauthor=False)
        self._path = path or Path(state) / "drafts.json"

    def of(self, key: str) -> dict[str, str]:
        """Return what was typed; empty where nothing was."""
        return self._read().get(key, {})

    def keep(self, key: str, typed: Mapping[str, str]) -> None:
        """Keep what is typed, in place of what was typed before."""
        self._write(self._read() | {key: dict(typed)})

    def drop(self, key: str) -> None:
        """Forget what was typed: it was done."""
        known = self._read()
        if known.pop(key, None) is not None:
            self._write(known)

    def _read(self) -> dict[str, dict[str, str]]:
        try:
            known = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    def _write(self, known: Mapping[str, Mapping[str, str]]) -> None:
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.touch(mode=0o600)  # for nobody else on this machine
            fresh.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
            fresh.replace(self._path)
        except OSError:
            return  # a full disk takes the draft, not what stands in the dialog
