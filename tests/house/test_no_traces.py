"""Nothing in the tree tells on which machine it was written."""

from __future__ import annotations

import re

import pytest

from tests.house.source_tree import relative, text_files

# Put together here, so that this file holds none of them.
FOLDERS = "|".join(("work", "tmp", "root", "Users", "home"))
TRACES = re.compile(
    rf"(?<![\w.~/)}}-])/(?:{FOLDERS})/\w"
    rf"|[A-Z]:\\{'Users'}\\"
    rf"|{'--index' + '-url'}|{'--find' + '-links'}|{'--trusted' + '-host'}"
    rf"|{'files.python' + 'hosted'}|{'pypi' + '.'}(?:org|python)|{'PIP' + '_'}[A-Z]+"
)


def _traces(text: str) -> list[str]:
    return TRACES.findall(text)


def test_no_file_names_a_folder_of_a_machine_or_a_package_host() -> None:
    found = {relative(path): _traces(path.read_text("utf-8")) for path in text_files()}
    assert {name: traces for name, traces in found.items() if traces} == {}


@pytest.mark.parametrize(
    "text", ["see /" + "work/x", '"/' + "tmp/a.db", "C:\\" + "Users\\Ana", "https://pypi" + ".org"]
)
def test_a_trace_is_found(text: str) -> None:
    assert _traces(text)


@pytest.mark.parametrize("text", ["tests/work/x", "../tmp/x", "~/home/x", "folder/root/x"])
def test_a_path_inside_the_project_is_no_trace(text: str) -> None:
    assert not _traces(text)
