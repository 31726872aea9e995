"""Tables of interactions and people that anyone can make."""

import gzip
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.archives import KINDS, Readout, Skipped, Unreadable, read_interactions, tables
from tests.archives.slack_exports import present_export, zipped

SHARED = Path(__file__).parents[3] / "shared" / "data"

type Reader = Callable[..., Readout]


@pytest.fixture
def table(tmp_path: Path) -> Reader:
    """Reads interactions, and people if given, from texts or bytes."""

    def read(interactions: str | bytes, people: str | bytes | None = None) -> Readout:
        paths = []
        for name, content in (("interactions.csv", interactions), ("people.csv", people)):
            if content is not None:
                paths.append(tmp_path / name)
                paths[-1].write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_interactions(*paths)

    return read


def rows(readout: Readout) -> list[tuple[str, str, str]]:
    columns = readout.interactions
    return [
        (columns.people[source], columns.people[target], KINDS[kind])
        for source, target, kind in zip(columns.source, columns.target, columns.kind, strict=True)
    ]


def test_a_table_is_who_turned_to_whom_when_and_how(table: Reader) -> None:
    readout = table(
        "time,source,target,kind,event,audience\n1400000000,ann,bob,thanks,e1,3\n1400000060,bob,cy,,,\n"
    )
    assert rows(readout) == [("ann", "bob", "thanks"), ("bob", "cy", "message")]
    assert readout.interactions.time is not None
    assert readout.interactions.time.tolist() == [1400000000, 1400000060]
    assert readout.interactions.audience.tolist() == [3, 0]
    assert (readout.skipped, readout.warnings) == ((), ())


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", " "])
def test_the_delimiter_is_found_out(table: Reader, delimiter: str) -> None:
    lines = (("time", "source", "target"), ("1400000000", "ann", "bob"))
    assert rows(table("\n".join(map(delimiter.join, lines)))) == [("ann", "bob", "message")]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2015-01-05T07:00:40", datetime(2015, 1, 5, 7, 0, 40, tzinfo=UTC)),
        ("2015-01-05 07:00:40.25", datetime(2015, 1, 5, 7, 0, 40, 250000, tzinfo=UTC)),
        ("2015-01-05T07:00:40Z", datetime(2015, 1, 5, 7, 0, 40, tzinfo=UTC)),
        ("2015-01-05T07:00:40+02:00", datetime(2015, 1, 5, 5, 0, 40, tzinfo=UTC)),
        ("2015-01-05T07:00:40-0930", datetime(2015, 1, 5, 16, 30, 40, tzinfo=UTC)),
        ("2015-01-05", datetime(2015, 1, 5, tzinfo=UTC)),
        ("1420441240", datetime(2015, 1, 5, 7, 0, 40, tzinfo=UTC)),
        ("1420441240.5", datetime(2015, 1, 5, 7, 0, 40, 500000, tzinfo=UTC)),
    ],
)
def test_a_time_may_be_written_in_several_ways(table: Reader, written: str, moment: datetime) -> None:
    alone = table(f"time,source,target\n{written},a,b\n").interactions.time
    mixed = table(f"time,source,target\n{written},a,b\n2015-01-05T00:00:00Z,a,b\n1,a,b\n").interactions.time
    assert alone is not None
    assert mixed is not None
    assert alone[0] == mixed[0] == moment.timestamp()


@given(
    st.lists(st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1)), min_size=1, max_size=5),
    st.sampled_from([None, UTC, timezone(timedelta(hours=5, minutes=30))]),
)
def test_times_written_by_python_come_back_to_the_microsecond(
    tmp_path_factory: pytest.TempPathFactory, moments: list[datetime], zone: timezone | None
) -> None:
    path = tmp_path_factory.mktemp("times") / "interactions.csv"
    lines = [f"{moment.replace(tzinfo=zone).isoformat()},a,b" for moment in moments]
    path.write_text("\n".join(["time,source,target", *lines]))
    expected = [moment.replace(tzinfo=zone or UTC).timestamp() for moment in moments]
    assert np.allclose(read_interactions(path).interactions.time, expected, rtol=0, atol=2e-6)


def test_rows_with_one_event_are_one_act_and_others_are_their_own(table: Reader) -> None:
    readout = table("source,target,event\na,b,z\na,c,\na,d,z\na,e,\nb,c,y\n")
    assert readout.interactions.event.tolist() == [0, 1, 0, 2, 3]


def test_an_event_of_two_people_is_doubted(table: Reader) -> None:
    (warning,) = table("source,target,event\na,b,1\nb,c,1\na,b,2\na,c,2\n").warnings
    assert warning.startswith("1 events have more than one source")


def test_rows_that_are_the_same_all_count(table: Reader) -> None:
    assert rows(table("source,target,kind\na,b,thanks\na,b,thanks\n")) == [("a", "b", "thanks")] * 2


def test_rows_to_oneself_are_left_out_and_reported_while_the_person_stays(table: Reader) -> None:
    readout = table("source,target,event\na,b,1\nc,c,2\na,b,3\n")
    assert rows(readout) == [("a", "b", "message")] * 2
    assert readout.interactions.event.tolist() == [0, 1]
    assert readout.interactions.people == ("a", "b", "c")
    assert readout.skipped == (
        Skipped(
            what="interaction", reason="from a person to themselves", count=1, examples=("line 3 (row 2)",)
        ),
    )


@pytest.mark.parametrize("header", ["source,target", "src,dst", "from,to", "Source , TARGET"])
def test_a_network_without_times_has_none(table: Reader, header: str) -> None:
    readout = table(f"{header}\na,b\n")
    assert readout.interactions.time is None
    assert rows(readout) == [("a", "b", "message")]


def test_bare_pairs_of_whole_numbers_are_a_network(table: Reader) -> None:
    readout = table("# Nodes: 3\n# FromNodeId\tToNodeId\n0\t10\n10\t2\n", "0 1\n2 7\n")
    assert rows(readout) == [("0", "10", "message"), ("10", "2", "message")]
    assert [(person.key, person.unit) for person in readout.people] == [("0", "1"), ("2", "7"), ("10", None)]


def test_ids_are_texts_and_nothing_else(table: Reader) -> None:
    readout = table("source,target\n007,7\nNA,null\n1.0,1\n ann ,ann\nann,true\n")
    assert readout.interactions.people == tuple(sorted(["007", "7", "NA", "null", "1.0", "1", "ann", "true"]))


def test_a_byte_order_mark_windows_line_ends_and_quotes_are_fine(table: Reader) -> None:
    content = b'\xef\xbb\xbf"source","target"\r\n"Vries, ""A"" de","b\r\nc"\r\n\r\nd,e\r\n'
    assert rows(table(content)) == [('Vries, "A" de', "b\r\nc", "message"), ("d", "e", "message")]


def test_a_gzipped_table_is_read(table: Reader) -> None:
    assert rows(table(gzip.compress(b"source,target\na,b\n"))) == [("a", "b", "message")]


def test_people_come_first_as_listed_and_who_is_not_listed_is_added_with_a_warning(table: Reader) -> None:
    readout = table("source,target\nz,a\nb,a\n", "id,name,unit,manager,title\nq,Quin,Sales,a,Lead\na,,,,\n")
    assert [(p.key, p.name, p.unit, p.manager, p.title) for p in readout.people] == [
        ("q", "Quin", "Sales", "a", "Lead"), ("a", "a", None, None, ""),
        ("b", "b", None, None, ""), ("z", "z", None, None, ""),
    ]  # fmt: skip
    assert readout.interactions.people == ("q", "a", "b", "z")
    assert "2 people interact but are not in" in readout.warnings[0]


def test_a_manager_who_is_nobody_or_oneself_is_left_out_with_a_warning(table: Reader) -> None:
    readout = table("source,target\na,b\n", "id,manager\na,boss\nb,a\nc,c\n")
    assert [person.manager for person in readout.people] == [None, "a", None]
    assert "2 managers are not among the people, or their own" in readout.warnings[0]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "the file is empty"),
        (" \n\n", "the file is empty"),
        ("time,source,target\n", "there are no rows below the header"),
        ("time,source\n1,a\n", "line 1: no column 'target'"),
        ("source,target,weight\na,b,2\n", "line 1: unknown column 'weight'. Allowed are time, source"),
        ("source,target,weight\na,b,2\n", "Weights aren't read: write one row for each interaction"),
        ("source,target,mood\na,b,2\n", "unknown column 'mood'"),
        ("source,target,from\na,b,c\n", "column 'source' is there twice"),
        ("ann,bob\n", "line 1: no header, but 'ann,bob'"),
        ("1 2 3\n", "line 1: no header, but '1 2 3'"),
        ("source,target\na,b\nc\n", "line 3: 1 cells, but there are 2 columns (source, target)"),
        ("source,target\na,b\nc,d,e\n", "line 3: 3 cells"),
        ("source,target\n\na,b\n,d\n", "line 4 (row 2): no source"),
        ("source,target\na, \n", "line 2 (row 1): no target"),
        ("source,target,kind\na,b,like\n", "line 2 (row 1): unknown kind 'like'. Known are reply, comment"),
        ("time,source,target\n1,a,b\nnoon,a,b\n", "line 3 (row 2): the time 'noon' is no moment"),
        ("time,source,target\n1,a,b\n,a,b\n", "line 3 (row 2): the time '' is no moment"),
        ("time,source,target\n2015-13-01,a,b\n", "line 2 (row 1): the time '2015-13-01' is no moment"),
        ("time,source,target\nNaN,a,b\n", "line 2 (row 1): the time NaN is no moment between 1970 and 2200"),
        ("time,source,target\n-5,a,b\n", "the time -5 is no moment between 1970 and 2200"),
        ("time,source,target\n1400000000000,a,b\n", "If it's milliseconds, divide by 1,000"),
        ("source,target,audience\na,b,-1\n", "line 2 (row 1): the audience '-1' is no number of people"),
        ("source,target,audience\na,b,many\n", "the audience 'many' is no number of people"),
        ("source,target,audience\na,b,99999999999\n", "the audience '99999999999' is no number of people"),
        ('source,target\na,b\n"c,d\n', "Is a quote left open?"),
        (b"source,target\na,b\n\xe9,d\n", "line 3 is not UTF-8. Save the file as CSV UTF-8"),
        ("source,target\na,b\n".encode("utf-16"), "is UTF-16, not UTF-8"),
        (b"\x1f\x8b\x08nonsense", "a damaged .gz"),
        (b"PAR1nonsense", "a damaged Parquet file"),
    ],
)
def test_what_is_wrong_with_interactions_is_named_with_its_line(
    table: Reader, content: str | bytes, complaint: str
) -> None:
    with pytest.raises(Unreadable) as refusal:
        table(content)
    assert complaint in str(refusal.value)
    assert "interactions.csv" in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("name,unit\nAnn,Sales\n", "line 1: no column 'id'"),
        ("id,email\na,b\n", "unknown column 'email'. Allowed are id, name, unit, manager, title"),
        ("id,name\na,Ann\nb,Bob\na,Al\n", "line 4 (row 3): id 'a' is also in line 2 (row 1)"),
        ("id,name\n ,Ann\n", "line 2 (row 1): no id"),
    ],
)
def test_what_is_wrong_with_people_is_named_with_its_line(
    table: Reader, content: str, complaint: str
) -> None:
    with pytest.raises(Unreadable) as refusal:
        table("source,target\na,b\n", content)
    assert complaint in str(refusal.value)
    assert "people.csv" in str(refusal.value)


def test_a_gz_that_unpacks_to_far_too_much_is_refused(table: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "RATIO_MATTERS_FROM", 2**20)
    with pytest.raises(Unreadable, match="unpacks to far more"):
        table(gzip.compress(bytes(2**21)))


def test_times_in_the_1970s_are_doubted(table: Reader) -> None:
    (warning,) = table("time,source,target\n40,a,b\n").warnings
    assert warning.startswith("All times lie in the 1970s")


MOMENT = datetime(2015, 1, 5, 7, 0, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    "time",
    [
        pa.array([MOMENT], pa.timestamp("ms", tz="Europe/Amsterdam")),
        pa.array([MOMENT.replace(tzinfo=None)], pa.timestamp("ns")),
        pa.array([int(MOMENT.timestamp())], pa.int64()),
        pa.array([MOMENT.timestamp()], pa.float64()),
        pa.array([MOMENT.isoformat()]),
    ],
)
def test_parquet_reads_as_the_same_csv_does(table: Reader, tmp_path: Path, time: pa.Array) -> None:
    columns = {"time": time, "source": pa.array([1]), "target": pa.array(["b"]).dictionary_encode(),
               "event": pa.array([None], pa.string()), "audience": pa.array([4], pa.int16())}  # fmt: skip
    pq.write_table(pa.table(columns), tmp_path / "interactions.parquet")
    parquet = read_interactions(tmp_path / "interactions.parquet")
    text = table("time,source,target,event,audience\n2015-01-05T07:00:40Z,1,b,,4\n")
    assert rows(parquet) == rows(text)
    assert parquet.people == text.people
    for column in ("time", "event", "audience"):
        ours, theirs = getattr(parquet.interactions, column), getattr(text.interactions, column)
        assert (ours.tolist(), ours.dtype) == (theirs.tolist(), theirs.dtype)


@pytest.mark.parametrize(
    ("columns", "complaint"),
    [
        ({"source": pa.array(["a"]), "target": pa.array([None], pa.string())}, "row 1: no target"),
        ({"source": pa.array([1.5]), "target": pa.array(["b"])}, "column 'source' holds double"),
        ({"source": pa.array([[1]]), "target": pa.array(["b"])}, "column 'source' holds list"),
        ({"source": pa.array(["a"])}, "no column 'target'"),
        ({"source": pa.array([], pa.string()), "target": pa.array([], pa.string())}, "there are no rows"),
        (
            {
                "source": pa.array(["a"]),
                "target": pa.array(["b"]),
                "time": pa.array([None], pa.timestamp("s")),
            },
            "row 1: no time",
        ),
        (
            {"source": pa.array(["a"]), "target": pa.array(["b"]), "time": pa.array([None], pa.float64())},
            "row 1: the time None is no moment",
        ),
    ],
)
def test_what_is_wrong_in_parquet_is_named_with_its_row(
    tmp_path: Path, columns: dict[str, pa.Array], complaint: str
) -> None:
    pq.write_table(pa.table(columns), tmp_path / "interactions.parquet")
    with pytest.raises(Unreadable) as refusal:
        read_interactions(tmp_path / "interactions.parquet")
    assert complaint in str(refusal.value)


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc"), st.sampled_from(KINDS)), min_size=1)
)
def test_every_row_is_kept_or_reported(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, str, str]]
) -> None:
    path = tmp_path_factory.mktemp("rows") / "interactions.csv"
    path.write_text("\n".join(["source,target,kind", *(",".join(act) for act in acts)]))
    readout = read_interactions(path)
    assert rows(readout) == [act for act in acts if act[0] != act[1]]
    assert len(readout.interactions) + sum(line.count for line in readout.skipped) == len(acts)
    assert readout.interactions.people == tuple(person.key for person in readout.people)
    assert set(readout.interactions.people) == {person for act in acts for person in act[:2]}


def test_an_export_is_analysed_as_well_as_a_table(tmp_path: Path) -> None:
    readout = read_interactions(zipped(present_export(), tmp_path / "export.zip"))
    assert len(readout.interactions) == 7
    assert readout.skipped


def test_people_beside_an_export_are_found_by_id_handle_or_address(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text(
        "id,unit,manager,name\nU1,Yard,bram,\nbram,Office,,\nCLEO@example.org,Yard,U1,\nnew,Yard,U1,Noor\n"
    )
    readout = read_interactions(zipped(present_export(), tmp_path / "export.zip"), people)
    assert [(p.key, p.name, p.unit, p.manager) for p in readout.people] == [
        ("U1", "Anna Öz", "Yard", "U2"), ("U2", "Bram Bos", "Office", None),
        ("U3", "Cleo Gast", "Yard", "U1"),
        ("U4", "Dirk Weg", None, None), ("UX", "Eva Elders", None, None), ("new", "Noor", "Yard", "U1"),
    ]  # fmt: skip
    assert readout.interactions.people == tuple(person.key for person in readout.people)
    assert [warning.split(" people")[0] for warning in readout.warnings] == ["1", "2"]


def test_people_who_are_all_strangers_to_the_export_are_refused(tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("id,unit\n1,2\n")
    with pytest.raises(Unreadable, match="no id is anyone in the export"):
        read_interactions(zipped(present_export(), tmp_path / "export.zip"), people)


def test_a_published_e_mail_network_is_read_whole() -> None:
    folder = SHARED / "org_email_eu_core"
    if not folder.exists():
        pytest.skip("the shared data set org_email_eu_core is not here")
    readout = read_interactions(folder / "email-Eu-core.txt", folder / "email-Eu-core-department-labels.txt")
    to_oneself = sum(line.count for line in readout.skipped)
    assert (len(readout.people), len(readout.interactions) + to_oneself) == (1005, 25571)
    assert len({person.unit for person in readout.people}) == 42
