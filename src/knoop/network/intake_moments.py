"""Moments as tables and databases keep them, in seconds since 1970."""

import math
from datetime import UTC, date, datetime, time

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from knoop.network.interactions import UnusableInteractions

LATEST = datetime(2200, 1, 1, tzinfo=UTC).timestamp()
_ZONE = r"(Z|[+-]\d\d(:?\d\d)?)$"
_REMEDY = "Write moments as 2026-03-31T09:30:00+02:00 or as seconds since 1970."

type Seconds = NDArray[np.float64]


def seconds_of(column: pa.Array, before: int) -> Seconds:
    """Each moment in seconds since 1970 (UTC); without a zone it's UTC.

    Raises: UnusableInteractions for the first that is none, lies before 1970 or after 2199. A number
        beyond that is most often milliseconds: it's refused rather than guessed.
    """
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    found = _at_once(column)
    if found is None:
        found = np.array([_second(value) for value in column.to_pylist()], np.float64)
    is_wrong = ~((found >= 0) & (found < LATEST))
    if is_wrong.any():
        row = int(np.argmax(is_wrong))
        value, second = column[row].as_py(), float(found[row])
        said = "nothing" if value is None else f"{value!s:.80}"
        raise UnusableInteractions(f"`time` holds {said} in row {before + row + 1}. {_remedy(value, second)}")
    return found


def _at_once(column: pa.Array) -> Seconds | None:
    """Numbers, moments, and text that is ISO 8601 all with a zone or all without; None: look closer."""
    kind = column.type
    if pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return np.asarray(pc.fill_null(column.cast(pa.float64()), math.nan).to_numpy(), np.float64)
    if pa.types.is_timestamp(kind) or pa.types.is_date(kind):
        return _since_1970(column.cast(pa.timestamp("us", tz=getattr(kind, "tz", None)), safe=False))
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)) or column.null_count:
        return None
    has_zone = pc.all(pc.match_substring_regex(column, _ZONE)).as_py()
    try:
        return _since_1970(column.cast(pa.timestamp("us", tz="UTC" if has_zone else None)))
    except pa.ArrowInvalid:
        return None


def _since_1970(moments: pa.Array) -> Seconds:
    microseconds = pc.cast(moments.cast(pa.int64()), pa.float64(), safe=False)
    return np.asarray(pc.fill_null(microseconds, math.nan).to_numpy(), np.float64) / 1e6


def _second(value: object) -> float:
    """One moment of any kind; NaN where it is none."""
    if isinstance(value, str):
        value = _read(value.strip())
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()
    return float(value) if isinstance(value, int | float) else math.nan


def _read(written: str) -> float | datetime:
    try:
        return float(written)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        return math.nan


def _remedy(value: object, second: float) -> str:
    if isinstance(value, int | float | str) and LATEST <= second < 1e3 * LATEST:
        return "That is after the year 2199 in seconds. If it's milliseconds, divide by 1,000."
    if math.isnan(second):
        return f"That is no moment. {_REMEDY}"
    return f"That is no moment between 1970 and 2200. {_REMEDY}"
