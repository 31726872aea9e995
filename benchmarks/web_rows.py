"""Many rows at once into a table of a model, on either database, as fast as it takes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import batched, repeat
from typing import Any

import numpy as np
from django.core.management.color import no_style
from django.db import connection, models, transaction
from numpy.typing import NDArray

BATCH = 20_000


def pour(model: type[models.Model], count: int, columns: Mapping[str, Sequence[Any] | Any]) -> None:
    """`count` rows, with ids from 1 on. A column is a list, or one value for all; the others get defaults."""
    fields = model._meta.concrete_fields
    given = {"id": range(1, count + 1)} | dict(columns)
    values = [_column(field, given, count) for field in fields]
    rows = zip(*values, strict=True)
    names = [connection.ops.quote_name(field.column) for field in fields]
    table = connection.ops.quote_name(model._meta.db_table)
    if connection.vendor == "postgresql":
        _copy(table, names, rows)
    else:
        _insert(table, names, rows)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(statement)


def _column(field: models.Field[Any, Any], given: Mapping[str, Any], count: int) -> Iterable[Any]:
    value = given[field.attname] if field.attname in given else field.get_default()
    if isinstance(value, str) or not isinstance(value, Sequence):
        return repeat(field.get_db_prep_save(value, connection), count)
    return value


def _copy(table: str, names: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    with (
        transaction.atomic(),
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({', '.join(names)}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def _insert(table: str, names: list[str], rows: Iterable[tuple[Any, ...]]) -> None:
    marks = ", ".join(["?"] * len(names))
    words = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - names of our models
    connection.ensure_connection()
    connection.connection.execute("PRAGMA foreign_keys=OFF")
    for batch in batched(rows, BATCH, strict=False):
        connection.connection.execute("BEGIN IMMEDIATE")
        connection.connection.executemany(words, batch)
        connection.connection.execute("COMMIT")
    connection.connection.execute("PRAGMA foreign_keys=ON")


def as_moments(seconds: NDArray[np.float64]) -> list[str]:
    """Seconds since 1970 as both databases read them."""
    moments = (seconds * 1e6).astype("datetime64[us]")
    return [str(moment).replace("T", " ") for moment in np.datetime_as_string(moments)]


def analyse() -> None:
    """So that the database knows what it holds, as it would after a night."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
