"""Interactions from tables in memory and from databases."""

import sqlite3
from datetime import UTC, date, datetime, timedelta, timezone

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from knoop.network import KINDS, Interactions, UnusableInteractions, of_cursor, of_table

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)
SECOND = NOON.timestamp()
COLUMNS = {
    "time": [SECOND, SECOND + 1, SECOND + 2],
    "source": ["b", "a", "b"],
    "target": ["a", "c", "c"],
    "kind": ["reply", "thanks", "reply"],
    "event": ["x", "y", "x"],
    "audience": [0, 1, 7],
}


def without(*names, **changed):
    return {name: column for name, column in (COLUMNS | changed).items() if name not in names}


def same(one, other):
    assert one.people == other.people
    for name in ("time", "source", "target", "kind", "event", "audience"):
        left, right = getattr(one, name), getattr(other, name)
        assert (left is None) == (right is None)
        assert left is None or (left.dtype == right.dtype and np.array_equal(left, right)), name


class Frame:
    """Gives itself as Arrow and nothing else, as data frames do."""

    def __init__(self, columns):
        self._table = pa.table(columns)

    def __arrow_c_stream__(self, requested_schema=None):
        return self._table.__arrow_c_stream__(requested_schema)


def test_columns_become_interactions_with_people_sorted():
    found = of_table(COLUMNS)
    assert found.people == ("a", "b", "c")
    assert [found.people[one] for one in found.source] == COLUMNS["source"]
    assert [found.people[one] for one in found.target] == COLUMNS["target"]
    assert [KINDS[kind] for kind in found.kind] == COLUMNS["kind"]
    assert found.time.tolist() == COLUMNS["time"]
    assert found.event[0] == found.event[2] != found.event[1]
    assert found.audience.tolist() == COLUMNS["audience"]


@pytest.mark.parametrize(
    "kept",
    [
        pa.table(COLUMNS),
        pa.table(COLUMNS).to_batches()[0],
        pa.table(COLUMNS).to_reader(),
        pa.table(COLUMNS).to_batches(max_chunksize=1),
        Frame(COLUMNS),
        [
            Frame(without(**{name: column[:1] for name, column in COLUMNS.items()})),
            *pa.table(COLUMNS)[1:].to_batches(),
        ],
    ],
    ids=["table", "batch", "reader", "batches", "frame", "a mixture"],
)
def test_every_kind_of_table_gives_the_same(kept):
    same(of_table(kept), of_table(COLUMNS))


rows = some.tuples(
    some.floats(0, 2e9),
    some.sampled_from(["ann", "bob", "Ünal", "d" * 300]),
    some.sampled_from(["ann", "bob", "eve"]),
    some.sampled_from(KINDS),
    some.sampled_from(["x", "y", "", None]),
    some.integers(0, 40),
)


@settings(max_examples=60, deadline=None)
@given(acts=some.lists(rows, min_size=1, max_size=25), size=some.integers(1, 30))
def test_batches_give_what_all_at_once_gives(acts, size):
    table = pa.table(dict(zip(COLUMNS, map(list, zip(*acts, strict=True)), strict=True)))
    same(of_table(table.to_batches(max_chunksize=size)), of_table(table))


def database(tmp_path, declared, acts):
    connection = sqlite3.connect(tmp_path / "log.db")
    connection.execute(f"CREATE TABLE log ({declared})")
    marks = ", ".join("?" * (declared.count(",") + 1))
    connection.executemany(f"INSERT INTO log VALUES ({marks})", acts)
    connection.commit()
    return connection


@pytest.mark.parametrize("batch", [1, 2, 1000])
def test_a_query_gives_what_a_table_gives(tmp_path, batch):
    acts = list(zip(*COLUMNS.values(), strict=True))
    with database(tmp_path, "time, source, target, kind, event, audience", acts) as connection:
        found = of_cursor(connection.execute("SELECT * FROM log ORDER BY time"), batch=batch)
    same(found, of_table(COLUMNS))


def test_a_query_may_name_its_columns_in_capitals_and_have_more_of_them(tmp_path):
    with database(tmp_path, "TIME, SOURCE, TARGET, note", [(SECOND, 7, 8, b"\x00")]) as connection:
        found = of_cursor(connection.execute("SELECT * FROM log"))
    assert (found.people, found.time.tolist(), KINDS[found.kind[0]]) == (("7", "8"), [SECOND], "message")


def test_a_query_without_rows_gives_no_interactions(tmp_path):
    with database(tmp_path, "time, source, target, kind, event, audience", []) as connection:
        found = of_cursor(connection.execute("SELECT * FROM log"))
    assert (len(found), found.people) == (0, ())


def test_a_cursor_without_a_query_is_refused(tmp_path):
    with pytest.raises(UnusableInteractions, match="Run a SELECT"):
        of_cursor(sqlite3.connect(tmp_path / "log.db").cursor())


MOMENTS = [
    SECOND,
    int(SECOND),
    str(int(SECOND)),
    NOON,
    NOON.replace(tzinfo=None),
    NOON.astimezone(timezone(timedelta(hours=2))),
    "2026-03-31T12:00:00Z",
    "2026-03-31T14:00:00+02:00",
    "2026-03-31 12:00:00",
]


@pytest.mark.parametrize("moment", MOMENTS, ids=repr)
def test_a_moment_may_be_written_in_many_ways(moment):
    assert of_table(without("event", "kind", "audience", time=[moment] * 3)).time.tolist() == [SECOND] * 3


def test_ways_of_writing_moments_may_be_mixed():
    rows = len(MOMENTS)
    mixed = {"time": MOMENTS, "source": ["a"] * rows, "target": ["b"] * rows}
    assert of_table(mixed).time.tolist() == [SECOND] * rows


@pytest.mark.parametrize(
    "moments",
    [
        [NOON, NOON.replace(tzinfo=None)],
        [NOON.replace(tzinfo=None), NOON.astimezone(timezone(timedelta(hours=2)))],
    ],
)
def test_moments_with_and_without_a_zone_may_be_mixed(moments):
    found = of_table({"time": moments, "source": ["a"] * 2, "target": ["b"] * 2})
    assert found.time.tolist() == [SECOND, SECOND]


def test_a_day_begins_at_midnight():
    found = of_table(without("event", time=[date(2026, 3, 31)] * 3))
    assert found.time.tolist() == [SECOND - 12 * 3600] * 3


def test_without_a_column_of_times_there_are_no_times():
    assert of_table(without("time")).time is None


def test_rows_without_an_event_are_acts_by_themselves():
    assert len(set(of_table(without("event")).event.tolist())) == 3
    assert len(set(of_table(without(event=["", None, "x"])).event.tolist())) == 3


def test_numbers_name_people_and_acts_as_text_does():
    written = of_table({"source": [" 12 ", "3"], "target": ["3", "12"], "event": ["5", "5"]})
    same(of_table({"source": [12, 3], "target": [3, 12], "event": [5, 5]}), written)


def test_an_unknown_audience_is_nought():
    assert of_table(without(audience=[None, "", "25"])).audience.tolist() == [0, 0, 25]


def test_rows_to_oneself_and_double_rows_stay():
    found = of_table({"source": ["a", "a", "a"], "target": ["a", "b", "b"]})
    assert (len(found), found.source.tolist(), found.target.tolist()) == (3, [0, 0, 0], [0, 1, 1])


WRONG = [
    (without("source"), "no column `source` among time, target"),
    (without(source=["a", " ", "b"]), r"`source` holds nothing in row 2\. Say who"),
    (without(target=["a", "b", None]), r"`target` holds nothing in row 3"),
    (without(source=[1.0, 2.0, None]), r"`source` holds 1\.0 in row 1\. Its type is double"),
    (without(kind=["reply", "poke", "reply"]), r"`kind` holds 'poke' in row 2\. Use one of: reply"),
    (without(time=[SECOND, None, SECOND]), r"`time` holds nothing in row 2\. That is no moment\. Write"),
    (without(time=[SECOND, float("nan"), SECOND]), r"`time` holds nan in row 2"),
    (without(time=[SECOND, SECOND, float("inf")]), r"`time` holds inf in row 3"),
    (without(time=[SECOND, SECOND, -1.0]), r"`time` holds -1\.0 in row 3\. That is no moment between"),
    (without(time=["2026-03-31", "yesterday", "2026-03-31"]), r"`time` holds yesterday in row 2"),
    (without(time=[SECOND * 1000] * 3), "If it's milliseconds, divide by 1,000"),
    (without(audience=[1, -2, 3]), r"`audience` holds -2 in row 2\. Write 0, 1, 2"),
    (without(audience=[1, 2, "many"]), r"`audience` holds 'many' in row 3"),
    (without(audience=[1, 2.5, 3]), r"`audience` holds 2\.5 in row 2"),
    ("log.csv", "A str is no table"),
    (7, "An? int is no table"),
]


@pytest.mark.parametrize(("table", "why"), WRONG, ids=[why for _, why in WRONG])
def test_what_is_wrong_is_named_with_its_row_and_the_remedy(table, why):
    with pytest.raises(UnusableInteractions, match=why):
        of_table(table)


def test_rows_are_counted_through_all_batches():
    batches = pa.table(without(kind=["reply", "reply", "poke"])).to_batches(max_chunksize=2)
    with pytest.raises(UnusableInteractions, match=r"'poke' in row 3"):
        of_table(batches)


def test_batches_with_different_columns_are_refused():
    with pytest.raises(UnusableInteractions, match="A batch from row 4 has the columns"):
        of_table([pa.table(COLUMNS), pa.table(without("event"))])


def test_two_columns_of_one_name_are_refused():
    table = pa.table([["a"], ["b"], ["c"]], names=["source", "Source", "target"])
    with pytest.raises(UnusableInteractions, match="two columns `source`"):
        of_table(table)


def test_what_comes_in_is_what_acts_written_out_are():
    acts = list(zip(COLUMNS["source"], COLUMNS["target"], COLUMNS["kind"], COLUMNS["time"], strict=True))
    same(of_table(without("event", "audience")), Interactions.from_acts(acts, people="abc"))
