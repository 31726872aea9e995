"""Moments as people write them, in epoch seconds."""

from datetime import UTC, datetime

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from knoop.archives.tables import Table, numbers_of

LATEST = datetime(2200, 1, 1, tzinfo=UTC).timestamp()
_ZONE = r"(Z|[+-]\d\d(:?\d\d)?)$"
_REMEDY = "Write it as 2026-03-31T09:30:00+02:00 or as seconds since 1970."


def seconds(table: Table, column: pa.ChunkedArray) -> NDArray[np.float64]:
    """Each moment in seconds since 1970 (UTC), from ISO 8601 or numbers; without a zone it's UTC.

    Raises: Unreadable for the first that is no moment, is before 1970 or after 2199. A number beyond
        that is most often milliseconds: it's refused rather than guessed.
    """
    if pa.types.is_temporal(column.type):
        found = _of_moments(table, column)
    else:
        fast = _fast(column)
        found = _careful(table, column) if fast is None else fast
    is_wrong = ~((found >= 0) & (found < LATEST))
    if is_wrong.any():
        index = int(np.argmax(is_wrong))
        raise table.wrong(index, _complaint(column[index].as_py(), float(found[index])))
    return found


def _of_moments(table: Table, column: pa.ChunkedArray) -> NDArray[np.float64]:
    if column.null_count:
        raise table.wrong(int(np.argmax(pc.is_null(column).to_numpy())), f"no time. {_REMEDY}")
    if not (pa.types.is_timestamp(column.type) or pa.types.is_date(column.type)):
        raise table.wrong(0, f"the time is of type {column.type}. {_REMEDY}")
    whole = column.cast(pa.timestamp("us", tz=getattr(column.type, "tz", None)), safe=False)
    return np.asarray(whole.cast(pa.int64()).to_numpy(), np.float64) / 1e6


def _fast(column: pa.ChunkedArray) -> NDArray[np.float64] | None:
    """All at once when they're all numbers, or all ISO 8601 with a zone or all without; None: look closer."""
    if pa.types.is_floating(column.type):
        return np.asarray(numbers_of(column.chunks), np.float64)
    has_zone = pc.all(pc.match_substring_regex(column, _ZONE)).as_py()
    for kind in (pa.float64(), pa.timestamp("us", tz="UTC" if has_zone else None)):
        try:
            cast = column.cast(kind)
        except pa.ArrowInvalid:
            continue
        whole = cast if kind == pa.float64() else cast.cast(pa.int64())
        return np.asarray(whole.to_numpy(), np.float64) / (1 if kind == pa.float64() else 1e6)
    return None


def _careful(table: Table, column: pa.ChunkedArray) -> NDArray[np.float64]:
    """One by one, for columns that mix ways of writing; names the first that is no moment."""
    found = np.empty(len(column), np.float64)
    for index, written in enumerate(column.to_pylist()):
        moment = _second(written.strip())
        if moment is None:
            raise table.wrong(index, f"the time {written!r} is no moment. {_REMEDY}")
        found[index] = moment
    return found


def _second(written: str) -> float | None:
    try:
        return float(written)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(written)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None


def _complaint(written: object, second: float) -> str:
    if 0 <= second / 1e3 < LATEST:
        return f"the time {written} is after the year 2199 in seconds. If it's milliseconds, divide by 1,000."
    return f"the time {written} is no moment between 1970 and 2200. {_REMEDY}"
