"""From a file to a finished analysis, in processes of their own; and the exact speed of all pairs."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pyarrow.parquet as pq

from knoop.archives import read_interactions
from knoop.cli.analyse import as_interactions
from knoop.network import Interactions, acts_of, ties_of
from knoop.network.clocks import contacts_since
from knoop.network.leaders_evidence import WINDOW
from knoop.network.speed_snapshot import snapshot

LONG = 10.0  # seconds after which once is enough
# people: seconds and GB for the whole of analyse, from Parquet
WHOLE = {10_000: (10.0, 1.0), 100_000: (45.0, 2.5), 1_000_000: (360.0, 10.0)}
ALL_PAIRS = {100_000: 60.0}  # people: seconds
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


def analysed(path: Path, people: int, repeat: int) -> None:
    """`knoop analyse`, start-up and reading included; the peak of memory is the highest of all runs.

    One run goes before, in which loops are compiled where they weren't yet.
    """
    words = [sys.executable, "-c", ANALYSE, "analyse", str(path), "--json", str(path.with_suffix(".json"))]
    times, peaks = [], []
    for _ in range(repeat + (people < max(WHOLE))):
        started = time.perf_counter()
        done = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
        times.append(time.perf_counter() - started)
        if done.returncode:
            print(f"analyse failed with {done.returncode}: {done.stderr.strip()[-300:]}")
            return
        peaks.append(float(done.stdout.split()[-1]) / 1e9)
        if times[-1] > 10 * LONG:
            break
    took, peak = median(times[1:] or times), max(peaks)
    print(f"\nwhole analyse from Parquet, start included: {took:.1f} s, peak {peak:.2f} GB")
    if people in WHOLE:
        limit, memory = WHOLE[people]
        met = took <= limit and peak <= memory
        print(f"target {limit:g} s and {memory:g} GB: {'met' if met else 'MISSED'}")


def from_parquet(path: Path, repeat: int) -> None:
    """From the file to ties, in this process."""
    rows = pq.ParquetFile(path).metadata.num_rows
    took = seconds(lambda: ties_of(acts_of(as_interactions(read_interactions(path)))), repeat)
    print(f"Parquet to ties: {took:.2f} s, {rows / took:,.0f} interactions a second")


def all_pairs(log: Interactions, people: int) -> None:
    """How up to date everybody is about everybody at the end, exactly, from the last 90 days."""
    assert log.time is not None
    contacts = contacts_since(log, float(log.time.max()) - WINDOW)
    assert contacts is not None
    took = seconds(lambda: snapshot(contacts), 1)
    print(f"\nexact speed of all {people:,} x {people:,} pairs, {len(contacts):,} contacts: {took:.1f} s")
    if people in ALL_PAIRS:
        print(f"target {ALL_PAIRS[people]:g} s: {'met' if took <= ALL_PAIRS[people] else 'MISSED'}")
