"""T2: do those whom many turn to stand higher in the formal hierarchy?"""

import numpy as np

from benchmarks import data
from benchmarks.sampling import Agreement, Vector, auc, compared, pairs_right
from benchmarks.table import heading, table, verdict
from knoop.network import Network, betweenness, in_degree, in_strength, pagerank
from knoop.network.leaders import leader_index

SETS = (data.krackhardt, data.consulting, data.manufacturing)
TARGET = 0.95  # on Krackhardt


def run(*, quick: bool = False) -> None:
    heading("T2 Criterion: formal level (95 % intervals from drawing people anew)")
    for load in SETS:
        try:
            _one(load(), draws=100 if quick else 1_000)
        except data.Absent as absent:
            print(f"skipped: {absent}")


def scores(network: Network) -> dict[str, Vector]:
    """The leader index first, then what it must be compared with; 0 for who has no ties."""
    figures = {
        "leader index": leader_index(network),
        "in-degree": in_degree(network),
        "in-strength": in_strength(network),
        "PageRank": pagerank(network),
        "betweenness": betweenness(network),
    }
    return {name: np.array([value or 0.0 for value in values]) for name, values in figures.items()}


def _one(ranked: data.Ranked, *, draws: int) -> None:
    found = scores(ranked.network)
    print(f"\n{ranked.name}: {ranked.network.size} people, {int(ranked.senior.sum())} senior")
    first = _compared(found, auc, ranked.senior, draws)
    second = _compared(found, pairs_right, ranked.level, draws)
    table(
        ["", "AUC senior", "index leads by", "pairs of levels", "index leads by"],
        [[name, *first[name], *second[name]] for name in found],
    )
    if ranked.name.startswith("Krackhardt"):
        print(verdict("leader index, AUC", auc(found["leader index"], ranked.senior), TARGET))


def _compared(
    found: dict[str, Vector], agreement: Agreement, outcome: Vector, draws: int
) -> dict[str, tuple[str, str]]:
    values, leads = compared(agreement, list(found.values()), outcome, draws=draws)
    return {
        name: (str(value), str(lead) if number else "")
        for number, (name, value, lead) in enumerate(zip(found, values, leads, strict=True))
    }
