"""T4 and T5: who spreads news soonest, judged on contacts that the figures haven't seen.

The cascades are simulated on real contacts by code of its own, not by the library's replays.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from benchmarks import data
from benchmarks.sampling import Vector, compared, spearman
from benchmarks.table import heading, table, verdict
from knoop.network import Interactions, Network, betweenness, out_degree, out_strength, pagerank
from knoop.network.ambassadors import ambassadors
from knoop.network.clocks import contacts_of
from knoop.network.speed import speed
from knoop.network.ties import DAY

RANDOM_GROUPS = 20


@dataclass(frozen=True, kw_only=True)
class Replayed:
    """A set with how often a contact passes news on and for how long it's watched, fixed beforehand."""

    name: str
    load: Callable[[], Interactions]
    chance: float
    horizon: float


SETS = (
    Replayed(name="e-mail", load=data.emails, chance=0.3, horizon=7 * DAY),
    Replayed(name="office 2013", load=data.office_2013, chance=0.05, horizon=DAY),
    Replayed(name="office 2015", load=data.office_2015, chance=0.05, horizon=DAY),
    Replayed(name="hospital", load=data.hospital, chance=0.05, horizon=DAY / 4),
    Replayed(name="conference", load=data.conference, chance=0.05, horizon=DAY / 4),
)


def run(*, quick: bool = False) -> None:
    heading("T4 Fastest sharers and receivers, T5 ambassadors: held-out second half")
    print("Spearman of scores from the first half of acts with simulated spread in the second.")
    for one in SETS[1:2] if quick else SETS:
        try:
            log = one.load()
        except data.Absent as absent:
            print(f"skipped: {absent}")
            continue
        early, late = halves(log)
        print(
            f"\n{one.name}: {len(log.people)} people, {len(log) // 2:,} contacts, a contact passes news on "
            f"with chance {one.chance:g}, watched for {one.horizon / DAY:g} days"
        )
        _sharers(one, early, late, starts=10 if quick else 60, draws=100 if quick else 1_000)
        _ambassadors(one, early, late, replays=20 if quick else 200)


def halves(log: Interactions) -> tuple[Interactions, Interactions]:
    """The acts up to the median act, and those after it."""
    assert log.time is not None
    order = np.argsort(log.time, kind="stable")
    middle = log.time[order[len(order) // 2]]
    return log.where(log.time < middle), log.where(log.time >= middle)


def counted(log: Interactions) -> Network:
    """How many contacts each pair had."""
    return Network.from_columns(tuple(log.people), log.source, log.target, np.ones(len(log)))


def static_scores(network: Network) -> dict[str, Vector]:
    """Contacts lie both ways in these sets, so figures in and out are the same."""
    logged = Network(people=network.people, arcs=network.arcs.copy())
    logged.arcs.data = np.log1p(logged.arcs.data)
    figures = {
        "contacts": out_strength(network),
        "strength, ln(1 + contacts)": out_strength(logged),
        "PageRank, ln(1 + contacts)": pagerank(logged),
        "degree": out_degree(network),
        "betweenness": betweenness(network),
    }
    return {name: np.array([value or 0.0 for value in values]) for name, values in figures.items()}


def speeds(log: Interactions) -> tuple[Vector, Vector]:
    """V_out and V_in in the order of the log's people."""
    contacts = contacts_of(log)
    assert contacts is not None
    found = speed(contacts)
    out, inward = (
        dict(zip(found.people, found.out, strict=True)),
        dict(zip(found.people, found.inward, strict=True)),
    )
    return tuple(np.array([by[one] or 0.0 for one in log.people]) for by in (out, inward))  # type: ignore[return-value]


def spread(
    log: Interactions, groups: list[list[int]], *, starts: int, chance: float, horizon: float, seed: int = 1
) -> NDArray[np.float64]:
    """(starts, groups, people): what share of the time watched each person knew; 0 when never reached.

    News starts with all of a group at a moment drawn evenly; each contact passes it on with `chance`.
    """
    assert log.time is not None
    random = np.random.default_rng(seed)
    order = np.argsort(log.time, kind="stable")
    time, source, target = log.time[order], log.source[order], log.target[order]
    found = np.zeros((starts, len(groups), len(log.people)))
    for number in range(starts):
        begin = random.uniform(time[0], max(time[0], time[-1] - horizon))
        first, last = np.searchsorted(time, [begin, begin + horizon])
        passes = first + np.flatnonzero(random.random(last - first) < chance)
        knows = np.full((len(log.people), len(groups)), np.inf)
        for group, members in enumerate(groups):
            knows[members, group] = begin
        _passed(time[passes], source[passes], target[passes], knows)
        found[number] = np.maximum(0.0, 1.0 - (knows.T - begin) / horizon)
    return found


@njit(cache=True)
def _passed(time, source, target, knows):
    """Strictly later: what is heard at a moment isn't told at that moment."""
    for row in range(len(time)):
        teller, hearer, now = source[row], target[row], time[row]
        for group in range(knows.shape[1]):
            if knows[teller, group] < now < knows[hearer, group]:
                knows[hearer, group] = now


def _sharers(one: Replayed, early: Interactions, late: Interactions, *, starts: int, draws: int) -> None:
    people = len(late.people)
    knew = spread(late, [[n] for n in range(people)], starts=starts, chance=one.chance, horizon=one.horizon)
    knew = knew.mean(axis=0)
    np.fill_diagonal(knew, 0.0)
    present = (np.bincount(early.source, minlength=people) > 0) & (
        np.bincount(late.source, minlength=people) > 0
    )
    static = static_scores(counted(early))
    columns = {}
    for side, score, outcome in zip(("out", "in"), speeds(early), (knew.sum(1), knew.sum(0)), strict=True):
        all_scores = [score[present], *(other[present] for other in static.values())]
        columns[side] = compared(spearman, all_scores, outcome[present], draws=draws)
    rows = [
        [
            name,
            *(
                str(part[number]) if part is not leads or number else ""
                for values, leads in columns.values()
                for part in (values, leads)
            ),
        ]
        for number, name in enumerate(["V (first half)", *static])
    ]
    print(f"T4, {int(present.sum())} people present in both halves")
    table(["", "out", "V leads by", "in", "V leads by"], rows)
    out = columns["out"][1]
    names = ["V", *static]
    print(verdict("V_out lead on degree", out[names.index("degree")].value, 0.10))
    print(verdict("V_out lead on number of contacts", out[names.index("contacts")].value, -0.01))


def _ambassadors(one: Replayed, early: Interactions, late: Interactions, *, replays: int) -> None:
    contacts = contacts_of(early)
    assert contacts is not None
    found = ambassadors(contacts, count=10, chance=one.chance, horizon=one.horizon, replays=replays)
    if found is None:
        print("T5: too little to choose on")
        return
    place = {person: number for number, person in enumerate(early.people)}
    sets = {"ambassadors": [place[person.id] for person in found.chosen]}
    ranked = {**static_scores(counted(early)), "V_out": speeds(early)[0]}
    sets |= {name: list(np.argsort(-score, kind="stable")[:10]) for name, score in ranked.items()}
    random = np.random.default_rng(2)
    draws = [list(random.choice(len(early.people), 10, replace=False)) for _ in range(RANDOM_GROUPS)]
    reached = {size: _reached(one, late, [*sets.values(), *draws], size, replays) for size in (5, 10)}
    print(f"T5: new people reached, mean of {replays} replays with its standard error")
    rows = []
    for number, name in enumerate([*sets, "random"]):
        row: list[str | float] = [name]
        for each in reached.values():
            of_set = each[:, number] if name != "random" else each[:, len(sets) :].mean(axis=1)
            row += [
                f"{of_set.mean():.2f} ± {_error(of_set):.2f}",
                _lead(each[:, 0], of_set) if number else "",
            ]
        rows.append(row)
    table(["", "k = 5", "ambassadors' lead", "k = 10", "ambassadors' lead"], rows)
    mean = dict(zip(sets, reached[10].mean(axis=0), strict=False))
    print(verdict("reach / reach by degree", float(mean["ambassadors"] / mean["degree"]), 1.15))
    print(verdict("reach / reach by number of contacts", float(mean["ambassadors"] / mean["contacts"]), 1.0))


def _reached(
    one: Replayed, late: Interactions, groups: list[list[int]], size: int, replays: int
) -> NDArray[np.float64]:
    """(replays, groups): people reached outside the group by its first `size`."""
    some = [group[:size] for group in groups]
    knew = spread(late, some, starts=replays, chance=one.chance, horizon=one.horizon, seed=3)
    return np.asarray((knew > 0).sum(axis=2) - np.array([len(group) for group in some]), dtype=np.float64)


def _lead(one: Vector, other: Vector) -> str:
    return f"{(one - other).mean():+.2f} ± {_error(one - other):.2f}"


def _error(values: Vector) -> float:
    return float(values.std(ddof=1) / np.sqrt(len(values)))
