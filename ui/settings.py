"""What a person set for this machine: a small TOML file. No Qt here: the command reads it too."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import platformdirs

from app.domain.errors import DataFailure

APPLICATION = "bancada"
_VERSION = 1
E = TypeVar("E", bound=Enum)


class ThemeMode(Enum):
    """Which palette the windows wear."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(Enum):
    """Which language the screens speak."""

    PORTUGUESE = "pt_BR"
    ENGLISH = "en"


class Density(Enum):
    """How tall the rows of tables are."""

    COMPACT = "compact"
    COMFORTABLE = "comfortable"


@dataclass(frozen=True, slots=True)
class Settings:
    """What was chosen on this machine; every field has a sensible default."""

    theme: ThemeMode = ThemeMode.SYSTEM
    language: Language = Language.PORTUGUESE
    density: Density = Density.COMPACT
    database_url: str | None = None
    last_person: str | None = None
    last_team: str | None = None
    news: bool = True


def config_folder() -> Path:
    """Return the folder of this person's settings."""
    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False))


def log_file() -> Path:
    """Return the file that crash reports are written to."""
    return Path(platformdirs.user_log_dir(APPLICATION, appauthor=False)) / "bancada.log"


class SettingsFile:
    """The settings on disk; a broken or foreign value falls back to its default."""

    def __init__(self, path: Path | None = None) -> None:
        """Use the given file, else the one in the person's configuration folder."""
        self.path = path or config_folder() / "settings.toml"

    def load(self) -> Settings:
        """Return what is stored; defaults where a value is missing or cannot be read."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return Settings()
        import tomllib

        try:
            return from_table(tomllib.loads(text))
        except ValueError:
            return Settings()

    def save(self, settings: Settings) -> None:
        """Write the settings in one step, so that a crash leaves the old ones or the new ones.

        Raises ``DataFailure`` when the folder cannot be written.
        """
        draft = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(to_toml(settings), encoding="utf-8")
            draft.replace(self.path)
        except OSError as error:
            raise DataFailure(
                f"As preferências não foram gravadas em {self.path.parent}; "
                "verifique a permissão da pasta e o espaço em disco."
            ) from error

    def change(self, **changes: object) -> Settings:
        """Store some fields anew and return all of them."""
        settings = replace(self.load(), **changes)  # type: ignore[arg-type]
        self.save(settings)
        return settings


def from_table(stored: dict[str, Any]) -> Settings:
    """Read the settings out of a parsed TOML table."""
    defaults = Settings()
    return Settings(
        theme=_choice(ThemeMode, stored.get("theme"), defaults.theme),
        language=_choice(Language, stored.get("language"), defaults.language),
        density=_choice(Density, stored.get("density"), defaults.density),
        database_url=_text(stored.get("database_url")),
        last_person=_text(stored.get("last_person")),
        last_team=_text(stored.get("last_team")),
        news=stored.get("news") is not False,
    )


def to_toml(settings: Settings) -> str:
    """Write the settings as TOML; what is not set is left out."""
    lines = [f"version = {_VERSION}"]
    for field in fields(settings):
        value = getattr(settings, field.name)
        if value is None:
            continue
        text = value.value if isinstance(value, Enum) else value
        # A JSON string without its escapes for other alphabets is a TOML basic string.
        lines.append(f"{field.name} = {json.dumps(text, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def _choice(kind: type[E], stored: object, default: E) -> E:
    try:
        return kind(stored)
    except ValueError:
        return default


def _text(stored: object) -> str | None:
    return stored if isinstance(stored, str) and stored else None
