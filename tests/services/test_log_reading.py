"""Reading a log: every good row goes on, every bad line is named with its reason."""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.domain.errors import DataFailure
from app.services.log_mapping import LogMapping
from app.services.log_reading import LogContents, read_log
from tests.desks import at
from tests.services.logs import HEADER, ONE_TICKET, a_mapping, row, write_log

ROOT = Path(__file__).parents[2]
GOOD = row("A", "03-02 09:00:00", "Abriu")


def _read(path: Path, mapping: LogMapping | None = None) -> LogContents:
    return read_log(path, mapping or a_mapping(), lambda _done, _total: None)


def _refused(contents: LogContents) -> list[tuple[int, str]]:
    return [(refusal.line, refusal.reason) for refusal in contents.refused]


def _raw(folder: Path, content: bytes) -> Path:
    path = folder / "log.csv"
    path.write_bytes(content)
    return path


def test_rows_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    contents = _read(write_log(tmp_path, ONE_TICKET))
    assert [found.activity for found in contents.rows] == [
        line.split(",")[2] for line in ONE_TICKET
    ]
    first = contents.rows[0]
    assert (first.line, first.ticket, first.analyst, first.client) == (
        2,
        "A",
        "Ana",
        "Escola Exemplo",
    )
    assert first.at == at("2026-03-02 09:00:00")
    assert contents.refused == []


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (row("A", "03-02 09:00:00", "Sumiu"), "O que: 'Sumiu' não está em [activities]"),
        (row("A", "03-02 09:00:00", "Abriu", how="9"), "Gravidade: '9' não está em [severities]"),
        (row("A", "02-30 09:00:00", "Abriu"), "Quando: data inválida '2026-02-30 09:00:00'"),
        (row("A", "03-02 25:00:00", "Abriu"), "Quando: data inválida"),
        (row("A", "", "Abriu"), "Quando: data inválida '2026-'"),
        (row("", "03-02 09:00:00", "Abriu"), "Chamado: falta a chave do chamado"),
        ("A,2026-03-02 09:00:00,Abriu", "a linha tem 3 colunas, faltam colunas"),
        (row("A" * 201, "03-02 09:00:00", "Abriu"), "Chamado: passa de 200 letras"),
        (row("A", "03-02 09:00:00", "Abriu", who="A" * 201), "Quem: passa de 200 letras"),
        (row("A", "03-02 09:00:00", "Abriu", who="A\0na"), "a linha tem um byte nulo"),
    ],
)
def test_a_bad_line_is_named_and_stops_no_good_one(tmp_path: Path, bad: str, reason: str) -> None:
    contents = _read(write_log(tmp_path, [GOOD, bad, GOOD]))
    assert [found.line for found in contents.rows] == [2, 4]
    ((line, told),) = _refused(contents)
    assert line == 3
    assert told.startswith(reason)


@pytest.mark.parametrize("year", ["0001", "1969", "2101", "9999"])
def test_a_year_that_no_calendar_covers_is_refused(tmp_path: Path, year: str) -> None:
    contents = _read(write_log(tmp_path, [GOOD.replace("2026", year), GOOD]))
    ((line, told),) = _refused(contents)
    assert (line, len(contents.rows)) == (2, 1)
    assert "está fora de 1970-2100" in told


def test_a_wall_time_that_the_clock_skipped_is_refused_and_a_repeated_one_is_the_first(
    tmp_path: Path,
) -> None:
    """Summer time began on 4 November 2018 at midnight and ended on 17 February 2019 (CAL-6)."""
    rows = [GOOD.replace("2026-03-02 09:00", "2018-11-04 00:30")]
    rows += [GOOD.replace("2026-03-02 09:00", "2019-02-16 23:30")]
    contents = _read(write_log(tmp_path, rows))
    ((line, told),) = _refused(contents)
    assert line == 2
    assert "CAL-6: 04/11/2018 00:30:00 não existiu em America/Sao_Paulo" in told
    assert contents.rows[0].at == at("2019-02-16 22:30") + 3600


def test_an_offset_in_the_time_goes_before_the_zone(tmp_path: Path) -> None:
    mapping = a_mapping({"time_format": ["%Y-%m-%d %H:%M:%S%z", "%Y-%m-%d %H:%M:%S.%f"]})
    rows = [
        GOOD.replace("09:00:00", "12:00:00+0000"),
        GOOD.replace("09:00:00", "09:00:00.999"),
        GOOD.replace("2026-03-02 09:00:00", "9999-12-31 23:00:00-0300"),
    ]
    contents = _read(write_log(tmp_path, rows), mapping)
    assert [found.at for found in contents.rows] == [at("2026-03-02 09:00")] * 2
    assert [line for line, _reason in _refused(contents)] == [4]


def test_ignored_rows_are_counted_and_empty_lines_are_none(tmp_path: Path) -> None:
    rows = [GOOD, "", row("A", "03-02 09:10:00", "Leu"), "", GOOD]
    contents = _read(write_log(tmp_path, rows))
    assert (len(contents.rows), contents.ignored, contents.refused) == (2, 1, [])
    assert [found.line for found in contents.rows] == [2, 6]


def test_an_unknown_state_is_to_be_put_under_states(tmp_path: Path) -> None:
    mapping = a_mapping({"activity": None, "state": "O que"})
    contents = _read(write_log(tmp_path, [row("A", "03-02 09:00:00", "Sumiu")]), mapping)
    assert _refused(contents) == [(2, "O que: 'Sumiu' não está em [states]")]


def test_an_unknown_team_is_refused_by_its_line(tmp_path: Path) -> None:
    mapping = a_mapping({"team": {"column": "Cliente", "values": {"Loja": "vitrine"}}})
    rows = [GOOD, GOOD.replace("Escola Exemplo", "Loja")]
    contents = _read(write_log(tmp_path, rows), mapping)
    assert [found.team for found in contents.rows] == ["vitrine"]
    assert _refused(contents)[0][1].startswith("equipe desconhecida 'Escola Exemplo'")


def test_bytes_in_another_encoding_are_refused_by_their_line(tmp_path: Path) -> None:
    bad = row("A", "03-02 09:00:00", "Abriu", who="João").encode("latin-1")
    path = _raw(tmp_path, b"\n".join([HEADER.encode(), GOOD.encode(), bad, GOOD.encode()]))
    contents = _read(path)
    assert [found.line for found in contents.rows] == [2, 4]
    assert _refused(contents) == [
        (3, "a linha não está em utf-8; diga a codificação certa em encoding")
    ]
    assert [found.analyst for found in _read(path, a_mapping({"encoding": "latin-1"})).rows] == [
        "Ana",
        "João",
        "Ana",
    ]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_found_in_the_header(tmp_path: Path, delimiter: str) -> None:
    lines = [line.replace(",", delimiter) for line in (HEADER, GOOD)]
    contents = _read(write_log(tmp_path, lines[1:], header=lines[0]))
    assert contents.rows[0].client == "Escola Exemplo"


def test_a_byte_order_mark_and_quotes_and_spaces_are_no_part_of_the_values(tmp_path: Path) -> None:
    header = "\ufeff" + ",".join(f'" {name} "' for name in HEADER.split(","))
    text = row('" A "', "03-02 09:00:00", '"Abriu"', who='"Silva, Ana"')
    contents = _read(write_log(tmp_path, [text], header=header))
    assert (contents.rows[0].ticket, contents.rows[0].analyst) == ("A", "Silva, Ana")


def test_a_text_of_several_lines_is_one_row_and_the_lines_after_keep_their_numbers(
    tmp_path: Path,
) -> None:
    mapping = a_mapping({"summary": "Cliente"})
    text = GOOD.replace("Escola Exemplo", '"uma linha\noutra"')
    bad = row("A", "03-02 09:00:00", "Sumiu")
    contents = _read(write_log(tmp_path, [text, bad]), mapping)
    assert contents.rows[0].summary == "uma linha\noutra"
    assert contents.rows[0].line == 2
    assert [line for line, _reason in _refused(contents)] == [4]


def test_a_quote_that_is_never_closed_is_told_with_all_the_lines_it_swallows(
    tmp_path: Path,
) -> None:
    opened = GOOD.replace("Escola", '"Escola')
    many = [row(f"B{number}", "03-02 09:00:00", "Abriu") for number in range(4000)]
    contents = _read(write_log(tmp_path, [GOOD, opened, *many]))
    line, reason = _refused(contents)[0]
    assert line == 3
    swallowed = 4002 - len(contents.rows)
    assert swallowed > 1000
    assert reason.startswith(f"as linhas 3 a {2 + swallowed} não são CSV")
    short = _read(write_log(tmp_path, [GOOD, 'A,2026,"Abriu', *many[:2]]))
    ((line, reason),) = _refused(short)
    assert line == 3
    assert reason.startswith("as linhas 3 a 5 não são CSV")


def test_a_quote_closed_by_the_next_row_swallows_none_in_silence(tmp_path: Path) -> None:
    opened = GOOD.replace("Escola", '"Escola')
    quoted = row("B", "03-02 09:00:00", "Abriu", who='"Silva, Ana"')
    contents = _read(write_log(tmp_path, [opened, quoted, GOOD]))
    ((line, reason),) = _refused(contents)
    assert (line, [found.line for found in contents.rows]) == (2, [4])
    assert reason.startswith("as linhas 2 a 3 não são CSV")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "está vazio"),
        (b"\n\n", "não tem a coluna 'Chamado'"),
        (b"Chamado;Quando\n", "não tem a coluna 'O que'; as colunas são: Chamado, Quando"),
        (b"x" * (5 << 20) + b"\nA,B\n", "a linha passa de 1024 KiB"),
        (b"x" * (1 << 20), "a linha passa de 1024 KiB"),
        ("Número,Quando\n".encode("latin-1"), "a linha não está em utf-8"),
        (b"Chamado," + b"x" * 200_000 + b"\n", "a primeira linha não é CSV"),
        (b"\x1f\x8b broken", "está danificado"),
        (gzip.compress(f"{HEADER}\n".encode() * 9999, mtime=0)[:-20], "está danificado"),
    ],
    ids=["empty", "blank", "column", "long", "endless", "encoding", "field", "gzip", "cut gzip"],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(DataFailure, match=words):
        _read(_raw(tmp_path, content))


def test_a_packed_file_with_broken_bytes_in_the_middle_says_why(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress("\n".join([HEADER, *[GOOD] * 50_000]).encode()))
    packed[len(packed) // 2 : len(packed) // 2 + 40] = b"\xff" * 40
    with pytest.raises(DataFailure, match="está danificado"):
        _read(_raw(tmp_path, bytes(packed)))


@pytest.mark.parametrize("name", ["none.csv", "."])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(DataFailure, match="não foi possível ler"):
        _read(tmp_path / name)


def test_a_packed_file_is_read_like_a_plain_one(tmp_path: Path) -> None:
    plain = write_log(tmp_path, ONE_TICKET)
    packed = tmp_path / "log.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert _read(packed).rows == _read(plain).rows


def test_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = write_log(tmp_path, [GOOD] * 5000)
    read_log(path, a_mapping(), lambda done, total: told.append((done, total)))
    assert len(told) >= 5
    assert told == sorted(told)
    assert {total for _done, total in told} == {path.stat().st_size}


PEAK = """
import resource, sys
from pathlib import Path
from app.services.log_reading import read_log
from tests.services.logs import a_mapping
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
contents = read_log(Path(sys.argv[1]), a_mapping(), lambda _done, _total: None)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(len(contents.rows), contents.refused[0].line, contents.refused[0].reason)
print((after - before) // 1024)
"""


def _peak(arguments: Sequence[str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PEAK, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts memory in another way")
@pytest.mark.parametrize("name", ["long.csv", "long.csv.gz"])
def test_a_line_of_200_megabytes_is_refused_without_being_kept(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with gzip.open(path, "wb") if name.endswith("gz") else path.open("wb") as stream:
        stream.write(f"{HEADER}\n{GOOD}\n".encode())
        for _megabyte in range(200):
            stream.write(b"x" * (1 << 20))
        stream.write(f"\n{GOOD}\n".encode())
    told, megabytes = _peak([str(path)])
    assert told == "2 3 a linha passa de 1024 KiB"
    assert int(megabytes) < 40
