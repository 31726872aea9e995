"""Interactions from wherever they are kept: a table in memory, batches of one, or a database's cursor."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from knoop.network.interactions import Interactions

BATCH = 50_000  # rows


class Cursor(Protocol):
    """What is used of a cursor of any database (DB-API 2, PEP 249)."""

    @property
    def description(self) -> Sequence[Sequence[Any]] | None: ...

    def fetchmany(self, size: int, /) -> Sequence[Sequence[Any]]: ...


def of_table(table: object) -> Interactions:
    """Interactions from a table with the columns source, target and, if wanted, time, kind, event, audience.

    Args:    table: an Arrow table, record batch or reader; any object that gives itself as Arrow (Polars,
             pandas, DuckDB); a mapping of columns; or an iterable of those, one batch after the other.
             source, target: text or whole numbers; spaces around them don't count.
             time:     moments (without a zone: UTC), ISO 8601 text, or seconds since 1970. No such column:
                       a network without times.
             kind:     one of KINDS, in any case; empty means message, as does a missing column.
             event:    text or whole numbers; rows with the same one are one act. Empty: an act by itself.
             audience: how many people the act reached; 0 or empty where unknown.
    Returns: people sorted; the same for one table and for its batches. Rows to oneself and double rows stay:
             two thanks in one second are two.
    Raises:  UnusableInteractions naming the column, the row (counted from 1), the value and the remedy.
    Cost:    one pass; apart from the result, the different people of a batch, and texts of events.
    """
    from knoop.network.intake_columns import Intake, batches_of

    intake = Intake()
    for batch in batches_of(table):
        intake.add(batch)
    return intake.interactions()


def of_cursor(cursor: Cursor, *, batch: int = BATCH) -> Interactions:
    """Interactions from a query that was run: `cursor.execute("SELECT time, source, target, kind FROM …")`.

    Args:    cursor: names its columns as `of_table` does (in any case; other columns are left alone).
             batch:  rows fetched at a time; the answer doesn't depend on it.
    Raises:  UnusableInteractions, also when nothing was selected.
    """
    from knoop.network.intake_columns import Intake, columns_of_rows, names_in

    intake, names = Intake(), names_in(cursor.description)
    for rows in _fetched(cursor, batch):
        intake.add(columns_of_rows(names, rows))
    if not intake.rows:
        intake.add(columns_of_rows(names, ()))
    return intake.interactions()


def _fetched(cursor: Cursor, batch: int) -> Iterator[Sequence[Sequence[Any]]]:
    while rows := cursor.fetchmany(batch):
        yield rows
