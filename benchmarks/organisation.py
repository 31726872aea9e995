"""A made-up organisation's log of any size: heavy tails, units, a working day's rhythm. Seeded."""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from knoop.network import KINDS, Interactions

DAY = 86_400
START = 1_704_067_200  # 1 January 2024, a Monday
DAYS = 365
UNIT = 40  # people
ROWS_AT_ONCE = 20_000_000
ACTS_A_TIE = 10
SHARES = {"message": 0.35, "reply": 0.2, "reaction": 0.2, "comment": 0.15, "mention": 0.07, "thanks": 0.03}
HOURS = np.array([0.2] * 7 + [1, 4, 9, 9, 8, 4, 6, 8, 8, 7, 4, 1.5, 1, 0.8, 0.8, 0.5, 0.3])
WEEKDAYS = np.array([1, 1, 1, 1, 0.8, 0.08, 0.08])


def organisation(people: int, acts: int, *, seed: int = 1) -> Interactions:
    """`acts` acts over a year among `people`; about a tenth as many ties, two thirds within units of 40.

    How active and how sought people are, and how often a tie is used, all have heavy tails.
    """
    random = np.random.default_rng([seed, people, acts])
    source, target = _ties(people, max(1, acts // ACTS_A_TIE), random)
    use = np.cumsum(random.pareto(1.5, len(source)) + 0.1)
    tie = np.searchsorted(use, random.random(acts) * use[-1])
    kinds = np.array([KINDS.index(kind) for kind in SHARES], dtype=np.uint8)
    time = _moments(acts, random)
    order = np.argsort(time, kind="stable")
    return Interactions(
        people=tuple(f"p{number:07d}" for number in range(people)),
        time=time[order],
        source=source[tie],
        target=target[tie],
        kind=random.choice(kinds, acts, p=list(SHARES.values())),
    )


def units(people: int) -> dict[str, str]:
    return {f"p{number:07d}": f"unit {number // UNIT}" for number in range(people)}


def write_parquet(interactions: Interactions, path: Path) -> None:
    """The columns that `knoop analyse` reads."""
    people = pa.array(interactions.people)
    columns = {
        "time": pa.array(interactions.time),
        "source": pa.DictionaryArray.from_arrays(pa.array(interactions.source), people),
        "target": pa.DictionaryArray.from_arrays(pa.array(interactions.target), people),
        "kind": pa.DictionaryArray.from_arrays(pa.array(interactions.kind.astype(np.int32)), pa.array(KINDS)),
    }
    # Few large groups, each with its words kept once: small ones repeat a million names a hundred times.
    pq.write_table(
        pa.table(columns),
        path,
        row_group_size=ROWS_AT_ONCE,
        dictionary_pagesize_limit=2**30,
        compression="zstd",
    )


def _ties(people: int, ties: int, random: np.random.Generator) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    active = np.cumsum(random.pareto(2.0, people) + 0.2)
    source = np.searchsorted(active, random.random(ties) * active[-1])
    own = source - source % UNIT
    near = own + (np.minimum(UNIT, people - own) * random.random(ties) ** 1.7).astype(np.int64)
    anywhere = random.permutation(people)[(people * random.random(ties) ** 2.5).astype(np.int64)]
    target = np.where(random.random(ties) < 0.67, near, anywhere)
    kept = source != target
    each = np.unique(source[kept] * np.int64(people) + target[kept])
    return (each // people).astype(np.int32), (each % people).astype(np.int32)


def _moments(acts: int, random: np.random.Generator) -> NDArray[np.float64]:
    weekly = WEEKDAYS[np.arange(DAYS) % 7]
    day = random.choice(DAYS, acts, p=weekly / weekly.sum())
    hour = random.choice(24, acts, p=HOURS / HOURS.sum())
    return START + day * float(DAY) + hour * 3_600.0 + random.integers(0, 3_600, acts)
