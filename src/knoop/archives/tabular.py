"""Tables of interactions and of people, as anyone can make them from their own systems."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from knoop.archives.archive import ArchivedPerson, Skipped
from knoop.archives.interactions import KINDS, Interactions
from knoop.archives.tables import Layout, Table, numbers_of, read_table
from knoop.archives.tally import EXAMPLES
from knoop.archives.times import seconds

INTERACTIONS = Layout(
    columns={
        "time": "time", "source": "source", "target": "target", "kind": "kind", "event": "event",
        "audience": "audience", "src": "source", "dst": "target", "from": "source", "to": "target",
    },
    required=("source", "target"),
    without_header=("source", "target"),
    example="time,source,target,kind",
)  # fmt: skip
PEOPLE = Layout(
    columns={name: name for name in ("id", "name", "unit", "manager", "title")},
    required=("id",),
    without_header=("id", "unit"),
    example="id,name,unit,manager,title",
)
SPARSE = 4  # numbers of people that lie at most so many times the rows apart
_TEN_YEARS = 10 * 365 * 86400.0


@dataclass(frozen=True, kw_only=True)
class Readout:
    """What `knoop analyse` starts from; `interactions.people` begins with the keys of `listed`, in order.

    listed: of whom something is said. The others in `interactions` are known by their key alone, and are
            only made when somebody asks for `people`: there can be millions.
    """

    interactions: Interactions
    listed: tuple[ArchivedPerson, ...]
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[ArchivedPerson, ...]:
        """Everybody; `interactions.people` are their keys."""
        unlisted = self.interactions.people[len(self.listed) :]
        return (*self.listed, *(_person(key, {}) for key in unlisted))


def read_people(path: Path) -> tuple[ArchivedPerson, ...]:
    """The people in a table with id and, if wanted, name, unit, manager (an id) and title.

    Raises: Unreadable for an empty or double id. Managers are as written: see with_known_managers.
    """
    table = read_table(path, PEOPLE)
    columns = {name: [cell.strip() for cell in column.to_pylist()] for name, column in table.columns.items()}
    rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    people, seen = [], dict[str, int]()
    for index, row in enumerate(rows):
        key = row["id"]
        if not key:
            raise table.wrong(index, "no id. Give every person one.")
        if key in seen:
            raise table.wrong(index, f"id {key!r} is also in {table.place(seen[key])}. Keep one of them.")
        seen[key] = index
        people.append(_person(key, row))
    return tuple(people)


def _person(key: str, row: dict[str, str]) -> ArchivedPerson:
    """Nobody logs in from a table, so the handle is the key: making short names of millions takes long."""
    return ArchivedPerson(
        key=key,
        handle=key,
        name=row.get("name") or key,
        title=row.get("title", ""),
        unit=row.get("unit") or None,
        manager=row.get("manager") or None,
    )


def with_known_managers(
    people: Sequence[ArchivedPerson], keys: Collection[str]
) -> tuple[tuple[ArchivedPerson, ...], tuple[str, ...]]:
    """The same people, without managers who are not among `keys` or are themselves; a warning for those."""
    known = set(keys) if people else set()
    lost = [
        person
        for person in people
        if person.manager and (person.manager not in known or person.manager == person.key)
    ]
    if not lost:
        return tuple(people), ()
    gone = {person.key for person in lost}
    named = ", ".join(f"{person.manager} (of {person.key})" for person in lost[:EXAMPLES])
    warning = f"{len(lost)} managers are not among the people, or their own: left out, for example {named}."
    kept = (replace(person, manager=None) if person.key in gone else person for person in people)
    return tuple(kept), (warning,)


def read_interactions_table(path: Path, people_path: Path | None) -> Readout:
    """Interactions from a table, with the people in them and in the table of people.

    Every row counts, also one that is word for word another: two thanks in one second are two. Rows to
    oneself are left out and reported. Raises: Unreadable naming the line, the value and the remedy.
    """
    table = read_table(path, INTERACTIONS)
    listed = read_people(people_path) if people_path else ()
    warnings: tuple[str, ...] = ()
    keys, source, target = _ends(table, [person.key for person in listed])
    if people_path and (added := keys[len(listed) :]):
        named = ", ".join(added[:EXAMPLES])
        warnings += (f"{len(added)} people interact but are not in {people_path}: added, as {named}.",)
    listed, about_managers = with_known_managers(listed, keys)
    interactions = Interactions(
        people=tuple(keys),
        time=seconds(table, table.columns["time"]) if "time" in table.columns else None,
        source=source,
        target=target,
        kind=_kinds(table),
        event=_events(table),
        audience=_audiences(table),
    )
    warnings += about_managers + _doubts(interactions)
    kept, skipped = _without_own(interactions, table)
    return Readout(interactions=kept, listed=listed, skipped=skipped, warnings=warnings)


def _encoded(column: pa.ChunkedArray) -> tuple[NDArray[np.int32], list[str]]:
    """A position for each row, and the different values that occur, as text, in order of appearance."""
    if pa.types.is_integer(column.type):
        return _of_numbers(column)
    encoded = column.dictionary_encode().unify_dictionaries()
    codes: NDArray[np.int32] = numbers_of([chunk.indices for chunk in encoded.chunks])
    values = encoded.chunk(0).dictionary.to_pylist()
    # A dictionary from a file may hold values that no row has.
    occurs = np.zeros(len(values), dtype=np.bool_)
    occurs[codes] = True
    if not occurs.all():
        codes = (np.cumsum(occurs) - 1).astype(np.int32)[codes]
        values = [value for value, has_row in zip(values, occurs, strict=True) if has_row]
    return codes, values


def _of_numbers(column: pa.ChunkedArray) -> tuple[NDArray[np.int32], list[str]]:
    numbers = numbers_of(column.chunks)
    lowest, span = int(numbers.min()), int(numbers.max()) - int(numbers.min()) + 1
    if span > SPARSE * len(numbers):
        different, codes = np.unique(numbers, return_inverse=True)
        return codes.astype(np.int32), [str(value) for value in different.tolist()]
    # Numbers that lie close together are their own places in a table: no sort.
    places = numbers.astype(np.int64) - lowest
    occurs = np.zeros(span, dtype=np.bool_)
    occurs[places] = True
    return (np.cumsum(occurs) - 1).astype(np.int32)[places], [
        str(lowest + value) for value in np.flatnonzero(occurs).tolist()
    ]


def _ends(table: Table, listed: list[str]) -> tuple[list[str], NDArray[np.int32], NDArray[np.int32]]:
    """Everyone (the listed first, others in order of their id), and where each row begins and ends."""
    ends = {}
    for name in ("source", "target"):
        codes, values = _encoded(table.columns[name])
        keys = [value.strip() for value in values]
        if "" in keys:
            is_empty = np.array([not key for key in keys])[codes]
            raise table.wrong(int(np.argmax(is_empty)), f"no {name}. Say who it was, or take the row out.")
        ends[name] = codes, keys
    others = sorted({key for _, keys in ends.values() for key in keys} - set(listed))
    everyone = listed + others
    position = {key: at for at, key in enumerate(everyone)}
    source, target = (
        np.array([position[key] for key in keys], np.int32)[codes] for codes, keys in ends.values()
    )
    return everyone, source, target


def _kinds(table: Table) -> NDArray[np.uint8]:
    if "kind" not in table.columns:
        return np.full(table.length, KINDS.index("message"), np.uint8)
    codes, values = _encoded(table.columns["kind"])
    kinds = [value.strip().lower() or "message" for value in values]
    for at, kind in enumerate(kinds):
        if kind not in KINDS:
            index = int(np.argmax(codes == at))
            raise table.wrong(index, f"unknown kind {kind!r}. Known are {', '.join(KINDS)}.")
    return np.array([KINDS.index(kind) for kind in kinds], np.uint8)[codes]


def _events(table: Table) -> NDArray[np.int64] | None:
    """Numbers of acts, by first appearance; a row without an event is an act by itself."""
    if "event" not in table.columns:
        return None
    codes, values = _encoded(table.columns["event"])
    is_empty = np.array([not value.strip() for value in values])[codes]
    return _numbered(np.where(is_empty, len(values) + np.arange(table.length, dtype=np.int64), codes))


def _numbered(events: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same groups of rows, numbered from 0 in order of appearance."""
    _, first, groups = np.unique(events, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[groups].astype(np.int64)


def _audiences(table: Table) -> NDArray[np.int32] | None:
    if "audience" not in table.columns:
        return None
    codes, values = _encoded(table.columns["audience"])
    sizes = np.zeros(len(values), np.int32)
    for at, value in enumerate(values):
        written = value.strip() or "0"
        if not (written.isascii() and written.isdecimal() and int(written) < 2**31):
            index = int(np.argmax(codes == at))
            raise table.wrong(index, f"the audience {value!r} is no number of people. Write 0, 1, 2, …")
        sizes[at] = int(written)
    return sizes[codes]


def _doubts(interactions: Interactions) -> tuple[str, ...]:
    """What is allowed but looks like a mistake."""
    doubts = []
    if interactions.time is not None and interactions.time.max() < _TEN_YEARS:
        doubts.append("All times lie in the 1970s: they were read as seconds since 1970. Are they?")
    source, event = interactions.source, interactions.event
    if event is None:
        return tuple(doubts)
    actor = np.empty(int(event.max()) + 1, np.int32)
    actor[event] = source  # any one row of each event
    mixed = int(np.unique(event[actor[event] != source]).size)
    if mixed:
        doubts.append(f"{mixed} events have more than one source, while an event is one act of one person.")
    return tuple(doubts)


def _without_own(interactions: Interactions, table: Table) -> tuple[Interactions, tuple[Skipped, ...]]:
    """Without the rows from people to themselves, and what those were."""
    is_own = interactions.source == interactions.target
    if not is_own.any():
        return interactions, ()
    kept = ~is_own
    own = np.flatnonzero(is_own)
    reduced = Interactions(
        people=interactions.people,
        time=None if interactions.time is None else interactions.time[kept],
        source=interactions.source[kept],
        target=interactions.target[kept],
        kind=interactions.kind[kept],
        event=None if interactions.event is None else _numbered(interactions.event[kept]),
        audience=None if interactions.audience is None else interactions.audience[kept],
    )
    examples = tuple(table.place(int(index)) for index in own[:EXAMPLES])
    reason = "from a person to themselves"
    return reduced, (Skipped(what="interaction", reason=reason, count=len(own), examples=examples),)
