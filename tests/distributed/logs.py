"""Logs to measure: one with everything an organisation's log may hold, as rows of Parquet."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.organisation import organisation, units
from knoop.network import KINDS

PEOPLE, ACTS = 200, 12_000
SCHEMA = pa.schema(
    {
        "time": pa.float64(),
        "source": pa.string(),
        "target": pa.string(),
        "kind": pa.string(),
        "event": pa.string(),
        "audience": pa.int32(),
    }
)


def full_log():
    """Acts of one and of many, audiences given and unknown, broadcasts, views, follows, rows to oneself."""
    made, random = organisation(PEOPLE, ACTS), np.random.default_rng(4)
    name = made.people
    rows = [
        (float(time), name[source], name[target], KINDS[kind], None, None)
        for time, source, target, kind in zip(made.time, made.source, made.target, made.kind, strict=True)
    ]
    for event, size in enumerate(random.integers(2, 40, 120).tolist()):
        time = random.choice(ACTS)
        source, *targets = random.choice(PEOPLE, size + 1, replace=False)
        audience = (None, 0, size, 30, 4)[event % 5]
        kind = ("message", "mention", "reply", "view")[event % 4]
        rows += [(rows[time][0], name[source], name[one], kind, f"e{event}", audience) for one in targets]
    one, other, *_ = name
    rows += [
        (rows[0][0], one, one, "message", None, None),
        (rows[-1][0] + 5e6, other, other, "view", None, 3),
    ]
    rows += [(row[0], row[1], row[2], kind, None, None) for row in rows[:900] for kind in ("view", "follow")][
        ::3
    ]
    return rows


def write(rows, path, *, without=()):
    columns = dict(zip(SCHEMA.names, map(list, zip(*rows, strict=True)), strict=True))
    table = pa.table(columns, schema=SCHEMA).drop_columns(list(without))
    pq.write_table(table, path)
    return path


def write_people(path):
    """Some without a unit; two who occur in no row."""
    of = {person: unit for number, (person, unit) in enumerate(units(PEOPLE).items()) if number % 11}
    lines = [f"{person},{of.get(person, '')}\n" for person in [*units(PEOPLE), "z1", "z2"]]
    path.write_text("id,unit\n" + "".join(lines))
    return path
