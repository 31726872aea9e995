"""CSV and Parquet of a stranger's making as columns of text, with every fault traced to its row."""

import csv
import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
from numpy.typing import NDArray

from knoop.archives.errors import Unreadable

LARGEST_TABLE = 4 * 2**30  # bytes, unpacked
LARGEST_RATIO, RATIO_MATTERS_FROM = 200, 100 * 2**20
MOST_ROWS = 200_000_000
DELIMITERS = ",;\t| "
_COUNTED = {"source", "target", "kind", "event", "audience"}  # few different values in many rows
_STEP = 16 * 2**20
_WEIGHTS = {"weight", "w", "strength"}
_WEIGHT_REMEDY = "Weights aren't read: write one row for each interaction, from which ties get their weight."


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Which columns a table may have."""

    columns: Mapping[str, str]  # every accepted name: its own name here
    required: tuple[str, ...]
    without_header: tuple[str, ...]  # what two columns of whole numbers without a header are
    example: str  # a header line to copy

    def named(self, where: str, header: list[str]) -> list[str]:
        """Our names for the columns. Raises: Unreadable for an unknown, double or missing one."""
        own = []
        for given in header:
            name = given.strip().lower()
            if name not in self.columns:
                remedy = _WEIGHT_REMEDY if name in _WEIGHTS else "Take it out or rename it."
                allowed = ", ".join(self.columns)
                raise Unreadable(f"{where}: unknown column {given!r}. Allowed are {allowed}. {remedy}")
            own.append(self.columns[name])
        for name in own:
            if own.count(name) > 1:
                raise Unreadable(f"{where}: column {name!r} is there twice. Take one of them out.")
        for name in self.required:
            if name not in own:
                raise Unreadable(f"{where}: no column {name!r}. The header should be like {self.example}")
        return own


@dataclass(frozen=True, kw_only=True)
class Table:
    """Columns of one length by name, without nulls: texts, also in a dictionary; or numbers and moments as
    Parquet stores them."""

    path: Path
    columns: Mapping[str, pa.ChunkedArray]
    length: int
    place: Callable[[int], str]  # where the row with this index is, in words

    def wrong(self, index: int, what: str) -> Unreadable:
        return Unreadable(f"{self.path}: {self.place(index)}: {what}")


def read_table(path: Path, layout: Layout) -> Table:
    """A table from CSV (also .gz; delimiter found out), from Parquet, or from bare pairs of whole numbers.

    Raises: Unreadable naming the line and the remedy. Cost: the file once, in memory; a fault costs a
        second, slow pass to find its line.
    """
    try:
        if not path.exists():
            raise Unreadable(f"{path}: there is no such file. Check the path.")
        with path.open("rb") as stream:
            head = stream.read(4)
        if head == b"PAR1":
            return _from_parquet(path, layout)
        content = _unpacked(path) if head[:2] == b"\x1f\x8b" else _whole(path)
    except OSError as error:
        raise Unreadable(f"{path}: can't be read ({error.strerror or error}).") from error
    return _from_csv(path, content, layout)


def numbers_of(chunks: Sequence[pa.Array]) -> NDArray[Any]:
    """Numbers as one array; a missing one becomes NaN.

    By DLPack where it can be: pyarrow's own way loads pandas where there is one, which takes a second.
    """
    if any(chunk.null_count for chunk in chunks):
        return np.concatenate([chunk.to_numpy(zero_copy_only=False) for chunk in chunks])
    return np.concatenate([np.from_dlpack(chunk) for chunk in chunks])


def _whole(path: Path) -> bytes:
    if path.stat().st_size > LARGEST_TABLE:
        raise Unreadable(f"{path}: larger than {LARGEST_TABLE >> 30} GB. Save it as Parquet, or split it.")
    return path.read_bytes()


def _unpacked(path: Path) -> bytes:
    """The content of a .gz, as long as it's no larger than a table may be."""
    packed, pieces, size = path.stat().st_size, [], 0
    try:
        with gzip.open(path) as stream:
            while piece := stream.read(_STEP):
                size += len(piece)
                if size > LARGEST_TABLE or (size > RATIO_MATTERS_FROM and size > LARGEST_RATIO * packed):
                    raise Unreadable(f"{path}: unpacks to far more than its {packed:,} bytes. Is it a table?")
                pieces.append(piece)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise Unreadable(f"{path}: a damaged .gz ({error}). Download it again.") from error
    return b"".join(pieces)


class _Csv:
    """The text of a CSV file: where its rows begin, and where they break."""

    def __init__(self, path: Path, content: bytes) -> None:
        if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            raise Unreadable(f"{path}: is UTF-16, not UTF-8. Save it as CSV UTF-8.")
        self.path, self.content = path, content
        self.start, self.lines_before = (3 if content[:3] == b"\xef\xbb\xbf" else 0), 0
        self.first = ""
        while self.start < len(content):
            line = re.compile(rb"[^\r\n]*").match(content, self.start)
            first = line[0] if line else b""
            if first.strip() and not first.startswith(b"#"):
                self.first = self._decoded(first)
                break
            self.skip_line()
        if not self.first:
            raise Unreadable(f"{path}: the file is empty. Export it again.")

    def skip_line(self) -> None:
        end = re.compile(rb"\r\n|\r|\n").search(self.content, self.start)
        self.start = end.end() if end else len(self.content)
        self.lines_before += 1

    def _decoded(self, line: bytes) -> str:
        try:
            return line.decode()
        except UnicodeDecodeError as error:
            raise self.not_utf8() from error

    def not_utf8(self) -> Unreadable:
        try:
            self.content.decode()
        except UnicodeDecodeError as error:
            line = self.content.count(b"\n", 0, error.start) + 1
            return Unreadable(f"{self.path}: line {line} is not UTF-8. Save the file as CSV UTF-8.")
        return Unreadable(f"{self.path}: is not UTF-8. Save the file as CSV UTF-8.")

    def rows(self, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        """The line and cells of each row, read with care; blank lines are passed over."""
        body = io.TextIOWrapper(io.BytesIO(self.content[self.start :]), encoding="utf-8", newline="")
        reader = csv.reader(body, delimiter=delimiter, strict=True)
        try:
            for row in reader:
                if row:
                    yield self.lines_before + reader.line_num, row
        except csv.Error as error:
            line = self.lines_before + reader.line_num
            raise Unreadable(f"{self.path}: line {line}: {error}. Is a quote left open?") from error
        except UnicodeDecodeError as error:
            raise self.not_utf8() from error


def _from_csv(path: Path, content: bytes, layout: Layout) -> Table:
    text = _Csv(path, content)
    delimiter = _delimiter(text.first, layout)
    first = _cells(text, text.first, delimiter)
    if len(first) == 2 and all(re.fullmatch(r"\d+", cell) for cell in first):
        names = list(layout.without_header)
    elif not any(name.strip().lower() in layout.columns for name in first):
        raise Unreadable(
            f"{path}: line {text.lines_before + 1}: no header, but {text.first[:60]!r}. "
            f"Put the names of the columns above it, like {layout.example}"
        )
    else:
        names = layout.named(f"{path}: line {text.lines_before + 1}", first)
        text.skip_line()
    if not re.compile(rb"\S").search(content, text.start):
        raise Unreadable(f"{path}: there are no rows below the header. Export it again.")
    columns = _parsed(text, delimiter, names)

    def place(index: int) -> str:
        lines = (line for line, _ in text.rows(delimiter))
        return f"line {next(islice(lines, index, None), '?')} (row {index + 1})"

    return Table(path=path, columns=columns, length=len(columns[names[0]]), place=place)


def _cells(text: _Csv, line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error as error:
        where = f"{text.path}: line {text.lines_before + 1}"
        raise Unreadable(f"{where}: {error}. Is a quote left open?") from error


def _delimiter(line: str, layout: Layout) -> str:
    """What separates the cells: what finds most known names and fewest others, then most cells."""

    def found(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        known = sum(cell.strip().lower() in layout.columns for cell in cells)
        return (2 * known - len(cells) if known else 0), len(cells)

    return max(DELIMITERS, key=found)  # the first of equals: a comma


def _parsed(text: _Csv, delimiter: str, names: list[str]) -> dict[str, pa.ChunkedArray]:
    """The columns as text, fast; when that fails, row by row until the fault is found."""
    try:
        table = pacsv.read_csv(
            pa.BufferReader(pa.py_buffer(memoryview(text.content)[text.start :])),
            read_options=pacsv.ReadOptions(column_names=names, block_size=_STEP),
            parse_options=pacsv.ParseOptions(delimiter=delimiter, newlines_in_values=b'"' in text.content),
            convert_options=pacsv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.large_string()), strings_can_be_null=False
            ),
        )
    except pa.ArrowInvalid as error:
        for line, row in text.rows(delimiter):
            if len(row) != len(names):
                raise Unreadable(
                    f"{text.path}: line {line}: {len(row)} cells, but there are {len(names)} columns "
                    f"({', '.join(names)}). Quote cells that hold a {delimiter!r}."
                ) from error
        raise Unreadable(f"{text.path}: can't be read as CSV ({error}).") from error
    return dict(zip(names, table.columns, strict=True))


def _from_parquet(path: Path, layout: Layout) -> Table:
    try:
        file = pq.ParquetFile(path)
        words = [field.name for field in file.schema_arrow if pa.types.is_string(field.type)]
        file = pq.ParquetFile(path, read_dictionary=words)
        rows = file.metadata.num_rows
        size = sum(_size(file, group) for group in range(file.num_row_groups))
        if rows > MOST_ROWS or size > LARGEST_TABLE:
            raise Unreadable(f"{path}: {rows:,} rows are more than one table may hold. Split it.")
        names = layout.named(str(path), file.schema_arrow.names)
        if not rows:
            raise Unreadable(f"{path}: there are no rows. Export it again.")
        columns = dict(zip(names, file.read().columns, strict=True))
    except (pa.ArrowException, OSError) as error:
        raise Unreadable(f"{path}: a damaged Parquet file ({error}). Export it again.") from error
    return Table(
        path=path,
        columns={name: _as_text(path, name, column) for name, column in columns.items()},
        length=rows,
        place=lambda index: f"row {index + 1}",
    )


def _size(file: pq.ParquetFile, group: int) -> int:
    return int(file.metadata.row_group(group).total_byte_size)


def _as_text(path: Path, name: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A Parquet column as text; as it is where that is cheaper and says the same: moments, numbers, words
    that are kept once in a dictionary."""
    in_dictionary = pa.types.is_dictionary(column.type)
    kind = column.type.value_type if in_dictionary else column.type
    if name == "time" and (pa.types.is_temporal(kind) or pa.types.is_floating(kind)):
        return column
    if pa.types.is_null(kind):
        kind = pa.large_string()
    is_whole, is_text = pa.types.is_integer(kind), pa.types.is_string(kind) or pa.types.is_large_string(kind)
    if not (is_whole or is_text):
        raise Unreadable(f"{path}: column {name!r} holds {kind}. Store it as text or whole numbers.")
    if name in _COUNTED and in_dictionary != is_whole and not column.null_count:
        return column
    return pc.fill_null(column.cast(kind).cast(pa.large_string()), "")
