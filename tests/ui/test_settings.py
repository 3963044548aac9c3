from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DataFailure
from ui.settings import (
    Density,
    Language,
    Settings,
    SettingsFile,
    ThemeMode,
    config_folder,
    from_table,
    log_file,
    to_toml,
)


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "deep" / "settings.toml")


def test_without_a_file_everything_has_its_default(file: SettingsFile) -> None:
    assert file.load() == Settings()


def test_what_was_saved_comes_back(file: SettingsFile) -> None:
    chosen = Settings(
        ThemeMode.DARK, Language.ENGLISH, Density.COMFORTABLE, "sqlite:///a b.db", "Ana"
    )
    file.save(chosen)
    assert file.load() == chosen


def test_changing_one_field_keeps_the_others(file: SettingsFile) -> None:
    file.save(Settings(theme=ThemeMode.DARK, last_person="Ana"))
    assert file.change(last_person="Beto") == Settings(theme=ThemeMode.DARK, last_person="Beto")
    assert file.load().last_person == "Beto"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_name_survives_the_file(name: str) -> None:
    import tomllib

    assert from_table(tomllib.loads(to_toml(Settings(last_person=name)))).last_person == name


@pytest.mark.parametrize(
    "broken", ["theme = ", 'theme = "purple"', "theme = 7", "\x00\x01", 'last_person = ["a"]']
)
def test_a_broken_file_or_value_falls_back_to_the_default(file: SettingsFile, broken: str) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_text(broken, encoding="utf-8")
    assert file.load() == Settings()


def test_a_foreign_value_does_not_spoil_the_others(file: SettingsFile) -> None:
    file.path.parent.mkdir(parents=True)
    file.path.write_text('theme = "purple"\nlanguage = "en"\n', encoding="utf-8")
    assert file.load() == Settings(language=Language.ENGLISH)


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(tmp_path: Path) -> None:
    blocker = tmp_path / "blocker"
    blocker.write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(DataFailure, match="preferências"):
        SettingsFile(blocker / "settings.toml").save(Settings())


def test_a_failed_save_keeps_the_old_settings(
    file: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.save(Settings(last_person="Ana"))

    def full_disk(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full_disk)
    with pytest.raises(DataFailure):
        file.save(Settings(last_person="Beto"))
    monkeypatch.undo()
    assert file.load().last_person == "Ana"


def test_settings_and_log_lie_in_the_persons_own_folders(own_home: Path) -> None:
    assert own_home in config_folder().parents
    assert own_home in log_file().parents
    assert SettingsFile().path.parent == config_folder()
