"""How well scores agree with an outcome, and how sure that is: people drawn anew."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

type Vector = NDArray[np.float64]
type Agreement = Callable[[Vector, Vector], float]

DRAWS = 1_000


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """A value with its standard error and 95 % interval from drawing people anew; NaN where undefined."""

    value: float
    error: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


def auc(score: Vector, is_positive: Vector) -> float:
    """The chance that a positive scores above a negative, ties half. NaN without either."""
    yes = is_positive > 0
    positives, negatives = int(yes.sum()), int((~yes).sum())
    if not positives or not negatives:
        return float("nan")
    ranks = stats.rankdata(score)
    return float((ranks[yes].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def pairs_right(score: Vector, level: Vector) -> float:
    """Among pairs of different level, the share in which the higher level scores higher, ties half."""
    higher = level[:, None] > level[None]
    right = (score[:, None] > score[None]) + 0.5 * (score[:, None] == score[None])
    return float(right[higher].mean()) if higher.any() else float("nan")


def spearman(one: Vector, other: Vector) -> float:
    """Rank correlation; NaN when either is constant."""
    first, second = stats.rankdata(one), stats.rankdata(other)
    if not first.std() or not second.std():
        return float("nan")
    return float(np.corrcoef(first, second)[0, 1])


def estimated(agreement: Agreement, score: Vector, outcome: Vector, *, draws: int = DRAWS) -> Estimate:
    """The agreement and how it varies when people are drawn with replacement. Seeded."""
    return compared(agreement, [score], outcome, draws=draws)[0][0]


def compared(
    agreement: Agreement, scores: list[Vector], outcome: Vector, *, draws: int = DRAWS
) -> tuple[list[Estimate], list[Estimate]]:
    """Each score's agreement, and the first's lead over each, in the same draws of people.

    Returns: estimates in the order of `scores`, twice; the first lead is 0.
    """
    random = np.random.default_rng(1)
    found = []
    for _ in range(draws):
        drawn = random.integers(0, len(outcome), len(outcome))
        found.append([agreement(score[drawn], outcome[drawn]) for score in scores])
    sample = np.array(found)
    values = np.array([agreement(score, outcome) for score in scores])
    leads = sample[:, :1] - sample
    return (
        [_estimate(value, sample[:, number]) for number, value in enumerate(values)],
        [_estimate(values[0] - value, leads[:, number]) for number, value in enumerate(values)],
    )


def _estimate(value: float, sample: Vector) -> Estimate:
    known = sample[np.isfinite(sample)]
    if not len(known) or not np.isfinite(value):
        return Estimate(value=float(value), error=float("nan"), low=float("nan"), high=float("nan"))
    low, high = np.quantile(known, [0.025, 0.975])
    return Estimate(value=float(value), error=float(known.std()), low=float(low), high=float(high))
