"""T7: does the leader index say the same when asked again?"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from benchmarks import data
from benchmarks.organisation import organisation
from benchmarks.sampling import Vector, estimated, spearman
from benchmarks.table import heading, verdict
from knoop.network import Interactions, acts_of, ties_of
from knoop.network.leaders import leader_index
from knoop.network.leaders_steadiness import steadiness
from knoop.network.ties import DAY

ENOUGH = 20  # acts towards a person, in each half
QUARTER = 90 * DAY


def run(*, quick: bool = False) -> None:
    heading("T7 Reliability of the leader index")
    sets: dict[str, Callable[[], Interactions]] = {"made-up organisation": lambda: organisation(500, 50_000)}
    if not quick:
        sets |= {"e-mail": data.emails, "Slack workspace": data.slack}
    for name, load in sets.items():
        try:
            log = load()
        except data.Absent as absent:
            print(f"skipped: {absent}")
            continue
        print(f"\n{name}: {len(log.people)} people, {len(log):,} acts towards a person")
        _split_halves(log)
        _quarters(log)
        _coverage(log)
        _steadiness(log)


def index_of(log: Interactions, *, at: float | None = None) -> Vector:
    """NaN for people without ties."""
    index = leader_index(ties_of(acts_of(log), at=at).attention)
    return np.array([np.nan if value is None else value for value in index])


def _split_halves(log: Interactions) -> None:
    """Acts are dealt at random; both directions of one contact go to the same half."""
    assert log.time is not None
    moment = np.unique(log.time, return_inverse=True)[1]
    first = np.random.default_rng(1).random(int(moment.max()) + 1)[moment] < 0.5
    at = float(log.time.max())
    parts = [log.where(first), log.where(~first)]
    one, other = (index_of(part, at=at) for part in parts)
    recent = [part.target[at - part.time < 4 * 45 * DAY] for part in parts if part.time is not None]
    heard = np.minimum(*(np.bincount(target, minlength=len(log.people)) for target in recent))
    _agreement("split half, everybody with ties", one, other, np.ones(len(one), bool), None)
    _agreement(f"split half, {ENOUGH} or more acts received in each half", one, other, heard >= ENOUGH, 0.9)


def _quarters(log: Interactions) -> None:
    assert log.time is not None
    end = float(log.time.max())
    if end - float(log.time.min()) < 2 * QUARTER:
        print("quarter to quarter: the period is too short")
        return
    last = log.where(log.time > end - QUARTER)
    before = log.where((log.time > end - 2 * QUARTER) & (log.time <= end - QUARTER))
    everybody = np.ones(len(log.people), bool)
    _agreement("quarter to quarter", index_of(before), index_of(last), everybody, 0.7)


def _coverage(log: Interactions) -> None:
    """A fifth of the people missing, 20 times."""
    whole, random, found = index_of(log), np.random.default_rng(2), []
    for _ in range(20):
        here = random.random(len(log.people)) < 0.8
        seen = index_of(log.where(here[log.source] & here[log.target]))
        known = here & np.isfinite(whole) & np.isfinite(seen)
        found.append(spearman(whole[known], seen[known]))
    spreads = f"coverage .8 (mean of 20 draws, standard deviation {np.std(found):.3f})"
    print(verdict(spreads, float(np.mean(found)), 0.9))


def _steadiness(log: Interactions) -> None:
    found = steadiness(log)
    if len({change.kind for change in found.changes}) < 2:
        print("worth of acts +-50 %: acts of one kind only, so the order can't change much; not judged")
        return
    print(verdict("worth of acts +-50 %, least overlap of the top tenth", found.least, 0.8))


def _agreement(
    what: str, one: Vector, other: Vector, chosen: NDArray[np.bool_], target: float | None
) -> None:
    known = chosen & np.isfinite(one) & np.isfinite(other)
    if known.sum() < 10:
        print(f"{what}: {int(known.sum())} people, too few to say")
        return
    found = estimated(spearman, one[known], other[known], draws=300)
    sentence = f"{what} ({int(known.sum())} people, rho {found})"
    print(sentence if target is None else verdict(sentence, found.value, target))
