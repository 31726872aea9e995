"""`./knoop bench network`: seconds of our measures and of other libraries for the same work, in one run."""

import importlib.util
import tempfile
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from scipy import sparse

from benchmarks.organisation import ACTS_A_TIE, DAY, organisation, write_parquet
from benchmarks.rivals import COMMUNITIES, Graphs, Work, making, rivals
from benchmarks.rooflines import print_roofline
from benchmarks.table import Cell, heading, table
from benchmarks.whole import all_pairs, analysed, from_parquet, seconds
from knoop.network import (
    Interactions,
    Network,
    acts_of,
    betweenness,
    clustering,
    communities,
    constraint,
    coreness,
    harmonic_closeness,
    pagerank,
    ties_of,
)
from knoop.network.ties import summed_acts

ACTS_EACH = 100
SLOWEST = 1.5  # times the best library
LIBRARIES = ("igraph", "NetworKit", "networkx", "SciPy", "PyArrow", "Polars", "DuckDB")
RIVALS_UP_TO = 100_000  # people: above it making the graphs of others takes most of the memory there is
HALF_LIFE = 45 * DAY


def run(*, quick: bool = False, size: int = 1_000) -> None:
    people = 200 if quick else size
    acts = people * ACTS_EACH
    heading(f"Network: {people:,} people, {acts:,} interactions")
    print_roofline(quick=quick)
    log = organisation(people, acts)
    missed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="knoop-bench-") as folder:
        path = Path(folder) / "interactions.parquet"
        write_parquet(log, path)
        # First: what other libraries leave in memory and caches isn't ours.
        analysed(path, people, 1 if quick else 3)
        from_parquet(path, 1 if quick else 3)
        ties = ties_of(acts_of(log))
        print(
            f"{path.stat().st_size / 1e6:.1f} MB of Parquet; {ties.whole.arcs.nnz:,} ties, "
            f"about {ACTS_A_TIE} acts each at most"
        )
        if people <= RIVALS_UP_TO:
            rows = _measured(log, ties.attention, path, repeat=1 if quick else 3)
            missed = [str(row[0]) for row in rows if isinstance(row[-1], float) and row[-1] > SLOWEST]
    if people <= RIVALS_UP_TO:
        all_pairs(log, people)
    print(
        f"MISSED: more than {SLOWEST} times the best library in {', '.join(missed)}."
        if missed
        else f"Nowhere more than {SLOWEST} times as slow as the best library."
    )


def _measured(log: Interactions, network: Network, path: Path, *, repeat: int) -> list[list[Cell]]:
    assert log.time is not None
    graphs, at = Graphs.of(network), float(log.time.max())
    ours = {
        "ties": lambda: summed_acts(acts_of(log), at=at),
        "PageRank": lambda: pagerank(_anew(network)),
        "betweenness": lambda: betweenness(_anew(network)),
        "constraint": lambda: constraint(_anew(network)),
        "clustering": lambda: clustering(_anew(network)),
        "harmonic closeness": lambda: harmonic_closeness(_anew(network)),
        "k-core": lambda: coreness(_anew(network)),
        COMMUNITIES: lambda: communities(_anew(network)),
        "making the graph": lambda: Network(people=network.people, arcs=network.arcs).ties,
    }
    others = {"ties": tie_rivals(log, path), **rivals(graphs), "making the graph": making(network)}
    rows: list[list[Cell]] = []
    for measure, work in ours.items():
        own = seconds(work, repeat)
        times = {name: seconds(other, repeat) for name, other in others[measure].items()}
        rows.append(
            [
                measure,
                own,
                *(times.get(name) for name in LIBRARIES),
                own / min(times.values()) if times else None,
            ]
        )
    used = [
        name for number, name in enumerate(LIBRARIES, start=2) if any(row[number] is not None for row in rows)
    ]
    print(f"\nseconds, median of {repeat}; ratio: ours to the fastest other")
    table(
        ["", "Knoop", *used, "ratio"],
        [[*row[:2], *(row[LIBRARIES.index(name) + 2] for name in used), row[-1]] for row in rows],
    )
    print("graphs are made beforehand, ours too; the last row is what that takes, from the same sparse rows")
    took = seconds(lambda: ties_of(acts_of(log)), repeat)
    print(
        f"ties are the decayed sum of each pair; all three graphs of Knoop take {took:.3f} s, "
        f"{len(log) / took:,.0f} interactions a second (target 10,000,000)"
    )
    return rows


def _anew(network: Network) -> Network:
    """The same graph, made, without what an earlier measure left on it."""
    again = Network(people=network.people, arcs=network.arcs)
    again.__dict__["ties"] = network.ties  # where cached_property keeps it
    return again


def tie_rivals(log: Interactions, path: Path) -> dict[str, Work]:
    """The decayed sum of weights per pair; the others get columns that are in memory already."""
    assert log.time is not None
    age = (log.time.max() - log.time) / HALF_LIFE
    size = len(log.people)

    def in_scipy() -> sparse.csr_array:
        weight = np.where(age <= 4, 3.0 * np.exp2(-age), 0.0)
        return sparse.coo_array((weight, (log.source, log.target)), shape=(size, size)).tocsr()

    columns = pq.read_table(path, columns=["source", "target"])
    columns = columns.append_column("age", [age]).unify_dictionaries()

    def in_arrow() -> object:
        import pyarrow.compute as pc

        weight = pc.multiply(3.0, pc.power(2.0, pc.negate(columns["age"])))
        return (
            columns.append_column("weight", weight)
            .group_by(["source", "target"])
            .aggregate([("weight", "sum")])
        )

    found: dict[str, Work] = {"SciPy": in_scipy, "PyArrow": in_arrow}
    if importlib.util.find_spec("polars"):
        found["Polars"] = _in_polars(log, age)
    if importlib.util.find_spec("duckdb"):
        found["DuckDB"] = _in_duckdb(log, age)
    return found


def _in_polars(log: Interactions, age: np.ndarray) -> Work:
    import polars

    frame = polars.DataFrame({"source": log.source, "target": log.target, "age": age})
    weight = (3.0 * (2.0 ** (-polars.col("age")))).sum()
    return lambda: frame.filter(polars.col("age") <= 4).group_by("source", "target").agg(weight)


def _in_duckdb(log: Interactions, age: np.ndarray) -> Work:
    import duckdb
    import pyarrow as pa

    connection = duckdb.connect()
    connection.register("acts", pa.table({"source": log.source, "target": log.target, "age": age}))
    words = "select source, target, sum(3 * pow(2, -age)) from acts where age <= 4 group by all"
    return lambda: connection.sql(words).to_arrow_table()
