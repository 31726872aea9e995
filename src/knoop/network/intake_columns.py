"""Columns as people keep them, made into the columns of Interactions. Imported late: Arrow takes its time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from knoop.network.intake_moments import seconds_of
from knoop.network.interactions import KINDS, Interactions, UnusableInteractions

NEEDED = ("source", "target")
WANTED = ("time", "source", "target", "kind", "event", "audience")
LARGEST = 2**31
_IDENTIFIERS = (
    pa.types.is_null,
    pa.types.is_integer,
    pa.types.is_string,
    pa.types.is_large_string,
    pa.types.is_string_view,
)

type Columns = dict[str, pa.Array]


def batches_of(table: object) -> Iterator[Columns]:
    """The columns of each batch, named in small letters. Raises UnusableInteractions for what is no table."""
    if isinstance(table, Mapping):
        table = pa.table({name: column_of(str(name), column) for name, column in table.items()})
    if hasattr(table, "__arrow_c_stream__"):
        reader = pa.RecordBatchReader.from_stream(table)
        names, rows = names_in([(name,) for name in reader.schema.names]), 0
        for batch in reader:
            rows += batch.num_rows
            yield dict(zip(names, batch.columns, strict=True))
        if not rows:
            yield {name: pa.nulls(0) for name in names}
    elif hasattr(table, "__arrow_c_array__"):
        yield from batches_of(pa.Table.from_batches([pa.record_batch(table)]))
    elif isinstance(table, Iterable) and not isinstance(table, str | bytes):
        for part in table:
            yield from batches_of(part)
    else:
        raise UnusableInteractions(
            f"A {type(table).__name__} is no table. Give an Arrow table, a data frame, or columns by name."
        )


def names_in(description: Iterable[Sequence[Any]] | None) -> tuple[str, ...]:
    """Names of columns in small letters. Raises UnusableInteractions when some are missing or double."""
    if description is None:
        raise UnusableInteractions("The cursor holds no rows. Run a SELECT with it first.")
    names = tuple(str(column[0]).strip().lower() for column in description)
    for name in NEEDED:
        if name not in names:
            raise UnusableInteractions(
                f"There is no column `{name}` among {', '.join(names) or 'none'}. "
                f"Name the columns {', '.join(WANTED)}; source and target are needed."
            )
    twice = [name for name in WANTED if names.count(name) > 1]
    if twice:
        raise UnusableInteractions(f"There are two columns `{twice[0]}`. Keep one.")
    return names


def columns_of_rows(names: tuple[str, ...], rows: Sequence[Sequence[Any]]) -> Columns:
    """Columns of the rows of a cursor."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(names)
    return {
        name: column_of(name, column) for name, column in zip(names, columns, strict=True) if name in WANTED
    }


def column_of(name: str, values: Any) -> pa.Array:
    """One column; of several kinds of values in it (as SQLite allows) numbers and moments become text."""
    if isinstance(values, pa.Array | pa.ChunkedArray):
        return values
    try:
        return pa.array(values)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
        texts = [None if value is None else str(value) for value in values]
        return pa.array(texts, pa.string())


def wrong(name: str, row: int, value: object, remedy: str) -> UnusableInteractions:
    """Rows are counted from 1 in messages."""
    said = "nothing" if value is None else f"{value!r:.80}"
    return UnusableInteractions(f"`{name}` holds {said} in row {row + 1}. {remedy}")


class Intake:
    """Collects batches; only numbers are kept, and texts once."""

    def __init__(self) -> None:
        self.rows = 0
        self._given: frozenset[str] | None = None
        self._people: dict[str, int] = {}
        self._columns: dict[str, list[NDArray[Any]]] = {name: [] for name in WANTED}
        self._events: list[pa.Array] = []

    def add(self, columns: Columns) -> None:
        """Raises UnusableInteractions, also when a column is there in some batches only."""
        given = frozenset(columns) & frozenset(WANTED)
        if self._given is None:
            self._given = given
        if given != self._given:
            raise UnusableInteractions(
                f"A batch from row {self.rows + 1} has the columns {', '.join(sorted(given))}, those before "
                f"{', '.join(sorted(self._given))}. Give all the same."
            )
        for name in NEEDED:
            self._columns[name].append(self._ends(name, columns[name]))
        rows = len(columns["source"])
        if "time" in columns:
            self._columns["time"].append(seconds_of(columns["time"], self.rows))
        self._columns["kind"].append(self._kinds(columns.get("kind"), rows))
        self._columns["audience"].append(self._audiences(columns.get("audience"), rows))
        if "event" in columns:
            self._events.append(_keys("event", columns["event"], self.rows))
        self.rows += rows

    def _ends(self, name: str, column: pa.Array) -> NDArray[np.int32]:
        codes, keys = _encoded(_keys(name, column, self.rows))
        if "" in keys:
            is_empty = np.array([not key for key in keys])[codes]
            row = self.rows + int(np.argmax(is_empty))
            raise wrong(name, row, None, "Say who it was, or take the row out.")
        numbers = [self._people.setdefault(key, len(self._people)) for key in keys]
        return np.array(numbers, np.int32)[codes]

    def _kinds(self, column: pa.Array | None, rows: int) -> NDArray[np.uint8]:
        if column is None:
            return np.full(rows, KINDS.index("message"), np.uint8)
        codes, kinds = _encoded(_keys("kind", column, self.rows))
        kinds = [(kind or "message").lower() for kind in kinds]
        for code, kind in enumerate(kinds):
            if kind not in KINDS:
                row = self.rows + int(np.argmax(codes == code))
                raise wrong("kind", row, kind, f"Use one of: {', '.join(KINDS)}.")
        return np.array([KINDS.index(kind) for kind in kinds], np.uint8)[codes]

    def _audiences(self, column: pa.Array | None, rows: int) -> NDArray[np.int32]:
        if column is None or pa.types.is_null(column.type):
            return np.zeros(rows, np.int32)
        try:
            sizes = pc.fill_null(column.cast(pa.float64()), 0.0).to_numpy(zero_copy_only=False)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
            sizes = np.array([_number(value) for value in column.to_pylist()])
        is_wrong = ~((sizes >= 0) & (sizes < LARGEST) & (sizes == np.floor(sizes)))
        if is_wrong.any():
            row = int(np.argmax(is_wrong))
            raise wrong("audience", self.rows + row, column[row].as_py(), "Write 0, 1, 2, … people.")
        return np.asarray(sizes, np.int32)

    def interactions(self) -> Interactions:
        """Everything so far, people sorted."""
        people = sorted(self._people)
        place = np.empty(len(people), np.int32)
        place[[self._people[person] for person in people]] = np.arange(len(people))
        columns = {name: np.concatenate(parts) for name, parts in self._columns.items() if parts}
        none = np.zeros(0, np.int32)
        return Interactions(
            people=tuple(people),
            time=columns.get("time"),
            source=place[columns.get("source", none)],
            target=place[columns.get("target", none)],
            kind=columns.get("kind", none.astype(np.uint8)),
            event=self._event_numbers(),
            audience=columns.get("audience", none),
        )

    def _event_numbers(self) -> NDArray[np.int64]:
        """Numbers of acts by first appearance; a row without an event is an act by itself."""
        rows = np.arange(self.rows, dtype=np.int64)
        if not self._events:
            return rows
        codes, keys = _encoded(pa.chunked_array(self._events, pa.string()))
        is_empty = np.array([not key for key in keys], np.bool_)[codes]
        # Each act is told by its first row: that doesn't change with how rows were dealt to batches.
        first = np.full(len(keys), self.rows, np.int64)
        np.minimum.at(first, codes, rows)
        return np.where(is_empty, rows, first[codes])


def _number(value: object) -> float:
    try:
        return float(str(value).strip() or 0) if value is not None else 0.0
    except ValueError:
        return -1.0


def _keys(name: str, column: pa.Array, before: int) -> pa.Array:
    """Identifiers as text without spaces around them, none as "". Refuses what isn't text or whole."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    kind = column.type
    if any(known(kind) for known in _IDENTIFIERS):
        return pc.fill_null(pc.utf8_trim_whitespace(column.cast(pa.string())), "")
    value = column[0].as_py() if len(column) else None
    raise wrong(name, before, value, f"Its type is {kind}: give text or whole numbers.")


def _encoded(column: pa.Array | pa.ChunkedArray) -> tuple[NDArray[np.int64], list[str]]:
    """For each row a position in the different values."""
    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    encoded = pa.chunked_array(chunks, pa.string()).dictionary_encode().unify_dictionaries()
    if not encoded.num_chunks:
        return np.zeros(0, np.int64), []
    codes = np.concatenate([chunk.indices.to_numpy() for chunk in encoded.chunks]).astype(np.int64)
    return codes, encoded.chunk(0).dictionary.to_pylist()
