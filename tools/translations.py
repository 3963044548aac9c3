"""Texts of the screens: collect them, compile them, or check that nothing is missing.

Run as ``python -m tools.translations update | release | check``. Portuguese is the language of the
source; its own file holds the plurals alone.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = {"en": (), "pt_BR": ("-pluralonly",)}


def main(arguments: list[str]) -> int:
    """Do one of the three; returns 0 when all is well."""
    acts = {"update": update, "release": release, "check": check}
    if len(arguments) != 1 or arguments[0] not in acts:
        print(f"usage: python -m tools.translations {' | '.join(acts)}")
        return 2
    complaints = acts[arguments[0]]()
    for complaint in complaints:
        print(complaint)
    return 1 if complaints else 0


def update() -> list[str]:
    """Collect the texts of the source into the translation files."""
    for language in LANGUAGES:
        _collect(language, _source(language))
    return []


def release() -> list[str]:
    """Compile the translation files into what the program loads."""
    for language in LANGUAGES:
        _compile(_source(language), _compiled(language))
    return []


def check() -> list[str]:
    """Say what a fresh ``update`` and ``release`` would change, and what nobody translated."""
    complaints = []
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            # Beside the original the relative path of each text's home would differ.
            fresh = Path(folder) / _source(language).name
            fresh.write_bytes(_source(language).read_bytes())
            _collect(language, fresh)
            complaints += _differences(language, fresh)
            compiled = Path(folder) / _compiled(language).name
            _compile(fresh, compiled)
            if compiled.read_bytes() != _compiled(language).read_bytes():
                complaints.append(f"{_compiled(language).name}: compile it anew (release)")
    return complaints


def _differences(language: str, fresh: Path) -> list[str]:
    stored, collected = _texts(_source(language)), _texts(fresh)
    name = _source(language).name
    complaints = [f"{name}: not collected: {text}" for text in sorted(collected - stored)]
    complaints += [f"{name}: gone from the source: {text}" for text in sorted(stored - collected)]
    return complaints + [f"{name}: not translated: {text}" for text in _unfinished(fresh)]


def _source(language: str) -> Path:
    return FOLDER / f"bancada_{language}.ts"


def _compiled(language: str) -> Path:
    return FOLDER / f"bancada_{language}.qm"


def _collect(language: str, target: Path) -> None:
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none", *LANGUAGES[language]]
    languages = ["-source-language", "pt_BR", "-target-language", language]
    _run("lupdate", *options, *languages, *files, "-ts", str(target))


def _compile(source: Path, target: Path) -> None:
    _run("lrelease", "-silent", str(source), "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    command = [str(Path(sys.executable).parent / f"pyside6-{tool}"), *arguments]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _texts(file: Path) -> set[str]:
    return {
        f"{context.findtext('name')}: {message.findtext('source')}"
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def _unfinished(file: Path) -> list[str]:
    return [
        message.findtext("source") or ""
        for message in ElementTree.parse(file).getroot().iter("message")
        if (translation := message.find("translation")) is not None
        and translation.get("type") in ("unfinished", "vanished")
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
