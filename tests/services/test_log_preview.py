"""The first look at a log says what the import will say, and writes nothing."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.errors import DataFailure
from app.domain.ticket_events import EventKind
from app.services.log_lines import MAX_LINE_BYTES
from app.services.log_mapping import LogMapping, mapping_from, shipped_mapping
from app.services.log_preview import (
    LOOK_LINES,
    SHOWN_LINES,
    LogPreview,
    Part,
    PreviewLine,
    UnknownValue,
    preview_log,
)
from app.services.log_reading import read_log

HEADER = "chave,hora,ato,quem,grau,casa\n"
GOOD = "1,05/03/2013 09:00,abriu,Ana,A,Escola Aurora\n"
Write = Callable[[str], Path]


def a_mapping(**other: object) -> LogMapping:
    entry: dict[str, Any] = {
        "ticket": "chave",
        "time": "hora",
        "time_format": ["%d/%m/%Y %H:%M", "%Y-%m-%dT%H:%M:%S%z"],
        "activity": "ato",
        "analyst": "quem",
        "severity": "grau",
        "client": "casa",
        "team": "suporte-tecnico",
        "activities": {"abriu": "opened", "resolveu": "solution", "leu": "ignore"},
        "severities": {"A": "high"},
        **other,
    }
    return mapping_from(
        {key: value for key, value in entry.items() if value is not None}, default_source="teste"
    )


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(text: str) -> Path:
        path = tmp_path / "registro.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def only_line(preview: LogPreview) -> PreviewLine:
    (line,) = preview.lines
    return line


def test_each_column_says_which_part_it_plays(write: Write) -> None:
    preview = preview_log(write("extra," + HEADER + "x," + GOOD), a_mapping())
    assert [(column.name, column.parts) for column in preview.columns] == [
        ("extra", ()),
        ("chave", (Part.TICKET,)),
        ("hora", (Part.TIME,)),
        ("ato", (Part.ACTIVITY,)),
        ("quem", (Part.ANALYST,)),
        ("grau", (Part.SEVERITY,)),
        ("casa", (Part.CLIENT,)),
    ]
    assert preview.missing == ()


def test_one_column_may_play_two_parts(write: Write) -> None:
    preview = preview_log(write(HEADER + GOOD), a_mapping(product="casa"))
    assert preview.columns[-1].parts == (Part.CLIENT, Part.PRODUCT)


def test_a_line_says_what_it_will_become(write: Write) -> None:
    line = only_line(preview_log(write(HEADER + GOOD), a_mapping()))
    assert (line.line, line.event, line.doubts, line.trouble) == (2, EventKind.OPENED, (), "")
    assert line.cells == ("1", "05/03/2013 09:00", "abriu", "Ana", "A", "Escola Aurora")


def test_an_ignored_line_is_neither_an_event_nor_doubtful(write: Write) -> None:
    line = only_line(preview_log(write(HEADER + ",nunca,leu,Ana,Z,\n"), a_mapping()))
    assert (line.event, line.doubts) == (None, ())


@pytest.mark.parametrize(
    ("row", "column", "word"),
    [
        (",05/03/2013 09:00,abriu,Ana,A,E", 0, "falta a chave"),
        ("1,31/02/2013 09:00,abriu,Ana,A,E", 1, "data inválida '31/02/2013 09:00'"),
        ("1,21/10/2012 00:30,abriu,Ana,A,E", 1, "CAL-6"),
        ("1,05/03/2013 09:00,pulou,Ana,A,E", 2, "'pulou' não está em [activities]"),
        ("1,05/03/2013 09:00,abriu,Ana,Z,E", 4, "'Z' não está em [severities]"),
    ],
)
def test_a_cell_the_import_would_refuse_is_doubted_with_the_reason(
    write: Write, row: str, column: int, word: str
) -> None:
    path, mapping = write(HEADER + row + "\n"), a_mapping()
    line = only_line(preview_log(path, mapping))
    (doubt,) = line.doubts
    assert doubt.column == column
    assert word in doubt.reason
    assert line.event is None
    assert len(read_log(path, mapping, lambda *_bytes: None).refused) == 1


def test_an_instant_with_its_own_offset_needs_no_zone(write: Write) -> None:
    row = "1,2012-10-21T00:30:00-0300,abriu,Ana,A,E\n"
    assert only_line(preview_log(write(HEADER + row), a_mapping())).doubts == ()


def test_a_line_without_severity_is_sound(write: Write) -> None:
    row = "1,05/03/2013 09:00,abriu,Ana,,E\n"
    assert only_line(preview_log(write(HEADER + row), a_mapping())).event is EventKind.OPENED


def test_a_team_the_mapping_does_not_know_is_doubted(write: Write) -> None:
    mapping = a_mapping(team={"column": "casa", "values": {"Escola Aurora": "first"}})
    other = GOOD.replace("Escola Aurora", "Outra")
    preview = preview_log(write(HEADER + GOOD + other), mapping)
    assert [line.event for line in preview.lines] == [EventKind.OPENED, None]
    assert "team.values" in preview.lines[1].doubts[0].reason
    assert preview.unknown == (UnknownValue(Part.TEAM, "Outra", 1),)


def test_a_log_of_states_speaks_of_states(write: Write) -> None:
    mapping = a_mapping(activity=None, activities=None, state="ato", states={"aberto": "opened"})
    preview = preview_log(write(HEADER + GOOD), mapping)
    assert preview.columns[2].parts == (Part.STATE,)
    assert "[states]" in preview.lines[0].doubts[0].reason


def test_unknown_values_are_counted_the_most_frequent_first(write: Write) -> None:
    rows = [GOOD.replace("abriu", act) for act in ("leu", "pulou", "caiu", "pulou")]
    preview = preview_log(write(HEADER + "".join(rows)), a_mapping())
    assert preview.unknown == (
        UnknownValue(Part.ACTIVITY, "pulou", 2),
        UnknownValue(Part.ACTIVITY, "caiu", 1),
    )


def test_few_lines_are_shown_and_many_are_looked_at(write: Write) -> None:
    strange = GOOD.replace("abriu", "pulou")
    preview = preview_log(write(HEADER + GOOD * (LOOK_LINES - 1) + strange * 9), a_mapping())
    assert len(preview.lines) == SHOWN_LINES
    assert preview.looked_at == LOOK_LINES
    assert preview.unknown == (UnknownValue(Part.ACTIVITY, "pulou", 1),)


def test_a_record_that_the_look_cuts_in_two_is_left_out(write: Write) -> None:
    across = '1,05/03/2013 09:00,abriu,Ana,A,"Escola\nAurora"\n'
    preview = preview_log(write(HEADER + GOOD * (LOOK_LINES - 1) + across), a_mapping())
    assert preview.looked_at == LOOK_LINES - 1


def test_a_record_across_lines_is_one_line_of_the_table(write: Write) -> None:
    across = '1,05/03/2013 09:00,abriu,Ana,A,"Escola\nAurora"\n'
    line = only_line(preview_log(write(HEADER + across), a_mapping()))
    assert (line.line, line.cells[-1]) == (2, "Escola\nAurora")


def test_columns_that_are_missing_are_named_and_the_rest_is_shown(write: Write) -> None:
    preview = preview_log(write("chave;b\n1;2\n"), a_mapping())
    assert preview.missing == ("hora", "ato", "quem", "grau", "casa")
    assert [column.parts for column in preview.columns] == [(Part.TICKET,), ()]
    assert only_line(preview) == PreviewLine(2, ("1", "2"))


def test_a_file_that_fits_nowhere_is_shown_all_the_same(write: Write) -> None:
    preview = preview_log(write("a;b\n1;2;3\n"), a_mapping())
    assert only_line(preview).cells == ("1", "2")


def test_a_short_line_is_filled_up_and_says_so(write: Write) -> None:
    line = only_line(preview_log(write(HEADER + "1,05/03/2013 09:00\n"), a_mapping()))
    assert "tem 2 colunas" in line.trouble
    assert len(line.cells) == 6


def test_empty_lines_are_passed_over(write: Write) -> None:
    preview = preview_log(write(HEADER + "\n\n" + GOOD), a_mapping())
    assert only_line(preview).line == 4


def test_a_line_in_another_encoding_stands_where_it_stands_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "registro.csv"
    path.write_bytes((HEADER + GOOD).encode() + b"1,\xff\n" + GOOD.encode())
    preview = preview_log(path, a_mapping())
    assert [(line.line, bool(line.trouble)) for line in preview.lines] == [
        (2, False),
        (3, True),
        (4, False),
    ]
    assert "utf-8" in preview.lines[1].trouble


def test_a_line_of_many_megabytes_ends_the_look(write: Write) -> None:
    preview = preview_log(write(HEADER + GOOD + "x" * 3 * MAX_LINE_BYTES + "\n"), a_mapping())
    assert "passa de 1024 KiB" in preview.lines[-1].trouble
    assert preview.looked_at == 2


def test_a_line_with_a_null_byte_is_named(write: Write) -> None:
    assert "byte nulo" in only_line(preview_log(write(HEADER + "1,\0\n"), a_mapping())).trouble


CELLS = st.sampled_from(["", "1", "abriu", "leu", "pulou", "05/03/2013 09:00", "A", "Z", "E"])
ROWS = st.one_of(
    st.lists(CELLS, max_size=7).map(",".join),
    st.tuples(
        st.sampled_from(["", "1"]),
        st.sampled_from(["05/03/2013 09:00", "31/02/2013 09:00", "21/10/2012 00:30"]),
        st.sampled_from(["abriu", "leu", "pulou"]),
        st.just("Ana"),
        st.sampled_from(["", "A", "Z"]),
        st.sampled_from(["E", '"E\n', '"E""', 'E"', "\0", "é", "\r"]),
    ).map(",".join),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROWS, max_size=8), encoding=st.sampled_from(["utf-8", "latin-1"]))
def test_the_look_says_of_every_line_what_the_import_says(
    tmp_path: Path, rows: list[str], encoding: str
) -> None:
    path, mapping = tmp_path / "registro.csv", a_mapping()
    path.write_bytes((HEADER + "".join(row + "\n" for row in rows)).encode(encoding))
    lines = preview_log(path, mapping).lines
    contents = read_log(path, mapping, lambda *_bytes: None)
    bad = [line.line for line in lines if line.doubts or line.trouble]
    good = [(line.line, line.event) for line in lines if line.event is not None]
    assert bad == [refusal.line for refusal in contents.refused]
    assert good == [(row.line, row.kind) for row in contents.rows]
    assert len(lines) == len(bad) + len(good) + contents.ignored


def test_a_line_that_is_no_csv_is_named(write: Write) -> None:
    preview = preview_log(write(HEADER + "1,\rx\n" + GOOD), a_mapping())
    assert "não é CSV" in preview.lines[0].trouble
    assert preview.lines[1].event is EventKind.OPENED


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "está vazio"),
        (b"\xff\xfe,a\n", "utf-8"),
        (b"a,b\rc,d\r", "a primeira linha não é CSV"),
        (b"\x1f\x8bnothing", "danificado"),
        (gzip.compress(b"chave,hora\n" * 99, mtime=0)[:-9], "danificado"),
    ],
)
def test_a_file_without_a_usable_head_is_refused_by_name(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "registro.csv"
    path.write_bytes(content)
    with pytest.raises(DataFailure, match=reason) as refused:
        preview_log(path, a_mapping())
    assert str(path) in refused.value.sentence


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(DataFailure, match=r"não foi possível ler .*nenhum\.csv"):
        preview_log(tmp_path / "nenhum.csv", a_mapping())


def test_a_packed_file_with_a_mark_at_its_start_is_read(tmp_path: Path) -> None:
    path = tmp_path / "registro.csv.gz"
    path.write_bytes(gzip.compress(("\ufeff" + HEADER + GOOD).encode()))
    assert only_line(preview_log(path, a_mapping())).event is EventKind.OPENED


def test_the_delimiter_of_the_mapping_is_taken_over_the_guess(write: Write) -> None:
    path = write("chave;hora\n")
    assert len(preview_log(path, a_mapping()).columns) == 2
    assert len(preview_log(path, a_mapping(delimiter=",")).columns) == 1


def test_the_shipped_mapping_names_every_part_it_has(write: Write) -> None:
    mapping = shipped_mapping()
    preview = preview_log(write(",".join(mapping.columns) + "\n"), mapping)
    assert preview.missing == ()
    assert all(column.parts for column in preview.columns)
