"""What can't be read is refused with the file and the remedy, before anything is measured."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from knoop.archives import Unreadable
from knoop.distributed.reading import read

FINE = {"time": [1.7e9, 1.7e9 + 60], "source": ["a", "b"], "target": ["b", "a"], "kind": ["message", "view"]}


def stored(path, **columns):
    pq.write_table(pa.table(FINE | columns), path)
    return path


def test_a_fine_table_is_read_with_its_people_and_period(spark, tmp_path):
    log = read(spark, stored(tmp_path / "fine.parquet"), None)
    assert (log.people, log.count, log.since, log.until) == (("a", "b"), 2, 1.7e9, 1.7e9 + 60)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"kind": ["message", "shout"]}, "unknown kind shout. Known are reply, "),
        ({"source": ["a", " "]}, "no source"),
        ({"target": ["a", None]}, "no target"),
        ({"time": [1.7e9, 1.7e12]}, "no moment between 1970 and 2200"),
        ({"time": ["2026-03-31T09:30:00Z", "yesterday"]}, "no moment between 1970 and 2200"),
        ({"audience": [1, -4]}, "no number of people"),
    ],
)
def test_a_wrong_value_is_refused_with_its_file(spark, tmp_path, columns, said):
    stored(tmp_path / "fine.parquet", **{name: [values[0]] * 2 for name, values in columns.items()})
    stored(tmp_path / "wrong.parquet", **columns)
    with pytest.raises(Unreadable, match=r"wrong\.parquet") as refusal:
        read(spark, tmp_path, None)
    assert said in str(refusal.value)


def test_moments_written_in_different_ways_are_the_same_seconds(spark, tmp_path):
    written = ["2026-03-31T09:30:00+02:00", "1774942200"]
    log = read(spark, stored(tmp_path / "text.parquet", time=written), None)
    assert (log.since, log.until) == (1774942200.0, 1774942200.0)
    moments = pa.array([1774942200_000_000, 1774942200_000_000], pa.timestamp("us"))
    log = read(spark, stored(tmp_path / "moments.parquet", time=moments), None)
    assert (log.since, log.until) == (1774942200.0, 1774942200.0)


def test_a_damaged_file_of_a_folder_is_named(spark, tmp_path):
    stored(tmp_path / "fine.parquet")
    whole = stored(tmp_path / "torn.parquet").read_bytes()
    (tmp_path / "torn.parquet").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Unreadable, match=r"torn\.parquet: not Parquet, or damaged"):
        read(spark, tmp_path, None)


def test_a_missing_file_and_an_empty_folder_are_said(spark, tmp_path):
    with pytest.raises(Unreadable, match="there is no such file"):
        read(spark, tmp_path / "nowhere.parquet", None)
    with pytest.raises(Unreadable, match="no file in this folder"):
        read(spark, tmp_path, None)


def test_an_unknown_column_is_refused(spark, tmp_path):
    with pytest.raises(Unreadable, match="unknown column 'mood'"):
        read(spark, stored(tmp_path / "odd.parquet", mood=["a", "b"]), None)
