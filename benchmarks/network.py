"""`./knoop bench network`: seconds of our measures and of other libraries for the same work, in one run."""

import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
import pyarrow.parquet as pq
from scipy import sparse

from benchmarks.organisation import ACTS_A_TIE, DAY, organisation, write_parquet
from benchmarks.rivals import Graphs, Work, making, rivals
from benchmarks.rooflines import print_roofline
from benchmarks.table import Cell, heading, table
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

ACTS_EACH = 100
SLOWEST = 1.5  # times the best library
LIBRARIES = ("igraph", "NetworKit", "networkx", "SciPy", "PyArrow", "Polars", "DuckDB")
LONG = 10.0  # seconds after which once is enough
# people: seconds and GB for the whole of analyse, from Parquet
WHOLE = {10_000: (10.0, 1.0), 100_000: (45.0, 2.5), 1_000_000: (360.0, 10.0)}
# A child's `ru_maxrss` starts at its parent's, so where there is /proc the peak is read there.
ANALYSE = """
import pathlib, resource, sys
from knoop.cli.__main__ import main
code = main(sys.argv[1:])
status = pathlib.Path("/proc/self/status")
if status.exists():
    peak = next(int(line.split()[1]) * 1024 for line in status.open() if line.startswith("VmHWM"))
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(peak)
sys.exit(code)
"""
HALF_LIFE = 45 * DAY


def run(*, quick: bool = False, size: int = 1_000) -> None:
    people = 200 if quick else size
    acts = people * ACTS_EACH
    heading(f"Network: {people:,} people, {acts:,} interactions")
    print_roofline(quick=quick)
    log = organisation(people, acts)
    with tempfile.TemporaryDirectory(prefix="knoop-bench-") as folder:
        path = Path(folder) / "interactions.parquet"
        write_parquet(log, path)
        ties = ties_of(acts_of(log))
        print(
            f"{path.stat().st_size / 1e6:.1f} MB of Parquet; {ties.whole.arcs.nnz:,} ties, "
            f"about {ACTS_A_TIE} acts each at most"
        )
        rows = _measured(log, ties.attention, path, repeat=1 if quick else 3)
        _whole(path, people, 1 if quick else 3)
    missed = [str(row[0]) for row in rows if isinstance(row[-1], float) and row[-1] > SLOWEST]
    print(
        f"MISSED: more than {SLOWEST} times the best library in {', '.join(missed)}."
        if missed
        else f"Nowhere more than {SLOWEST} times as slow as the best library."
    )


def _measured(log: Interactions, network: Network, path: Path, *, repeat: int) -> list[list[Cell]]:
    graphs = Graphs.of(network)
    ours = {
        "ties": lambda: ties_of(acts_of(log)),
        "PageRank": lambda: pagerank(_anew(network)),
        "betweenness": lambda: betweenness(_anew(network)),
        "constraint": lambda: constraint(_anew(network)),
        "clustering": lambda: clustering(_anew(network)),
        "harmonic closeness": lambda: harmonic_closeness(_anew(network)),
        "k-core": lambda: coreness(_anew(network)),
        "communities (10 runs)": lambda: communities(_anew(network)),
    }
    others = {"ties": tie_rivals(log, path), **rivals(graphs)}
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
    print(
        f"\nseconds, median of {repeat}; ratio: ours to the fastest other; graphs of others made beforehand"
    )
    table(
        ["", "Knoop", *used, "ratio"],
        [[*row[:2], *(row[LIBRARIES.index(name) + 2] for name in used), row[-1]] for row in rows],
    )
    made = ", ".join(f"{name} {seconds(make, 1):.3f}" for name, make in making(network).items())
    print(
        f"Knoop's times start at its sparse rows, conversion included; making the others' graphs takes {made}"
    )
    print("ties: Knoop makes three graphs (decayed, logarithmic, whole period), others the decayed sum")
    print(f"ties: {len(log) / float(rows[0][1] or 1):,.0f} interactions a second (target 10,000,000)")
    return rows


def _anew(network: Network) -> Network:
    """Without what an earlier measure left: each pays for its own both-ways form."""
    return Network(people=network.people, arcs=network.arcs)


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
    return lambda: connection.execute(words).fetch_arrow_table()


def seconds(work: Callable[[], object], repeat: int) -> float:
    """Median of `repeat` after one run to warm up, which alone counts when it's long."""
    times = []
    for _ in range(repeat + 1):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
        if times[0] > LONG:
            return times[0]
    return float(median(times[1:]))


def _whole(path: Path, people: int, repeat: int) -> None:
    """`knoop analyse` in processes of their own, start-up and reading included; the peak is the highest."""
    words = [sys.executable, "-c", ANALYSE, "analyse", str(path), "--json", str(path.with_suffix(".json"))]
    times, peaks = [], []
    for _ in range(repeat):
        started = time.perf_counter()
        done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
        times.append(time.perf_counter() - started)
        if done.returncode:
            print(f"analyse failed with {done.returncode}: {done.stderr.strip()[-300:]}")
            return
        peaks.append(float(done.stdout.split()[-1]) / 1e9)
        if times[0] > LONG:
            break
    took, peak = median(times), max(peaks)
    print(f"\nwhole analyse from Parquet, start included: {took:.1f} s, peak {peak:.2f} GB")
    if people in WHOLE:
        limit, memory = WHOLE[people]
        met = took <= limit and peak <= memory
        print(f"target {limit:g} s and {memory:g} GB: {'met' if met else 'MISSED'}")
