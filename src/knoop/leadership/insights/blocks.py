"""The network as blocks of units with bridges between them; what would point at people is left out here."""

from collections.abc import Mapping
from itertools import combinations
from typing import Any

import numpy as np

from knoop.leadership.safety.groups import Between, may_show_between, may_show_group
from knoop.network import Network
from knoop.network.units import membership


def blocks(network: Network, units: Mapping[str, str | None]) -> dict[str, Any]:
    """Units that may be shown, and the ties between each two of them; None where it may not be told.

    `possible` is how many pairs of people there are, so that large units don't look close by size alone.
    """
    member, names = membership(network.people, units)
    reach = (network.contacts @ member).toarray()  # [person, unit]: how many there this person is tied to
    belongs = member.toarray().astype(bool)
    active = [int((network.degree[belongs[:, unit]] > 0).sum()) for unit in range(len(names))]
    sizes = belongs.sum(axis=0)
    shown = [unit for unit in range(len(names)) if may_show_group(active[unit])]
    return {
        "units": [
            {
                "name": names[unit],
                "people": int(sizes[unit]),
                "active": active[unit],
                "inside": _inside(reach, belongs, unit),
            }
            for unit in shown
        ],
        "bridges": [
            {
                "from": names[a],
                "to": names[b],
                "ties": _ties(reach, belongs, active, a, b),
                "possible": int(sizes[a] * sizes[b]),
            }
            for a, b in combinations(shown, 2)
        ],
        "hidden": {"units": len(names) - len(shown), "people": int(sizes.sum() - sizes[shown].sum())},
    }


def _inside(reach: np.ndarray, belongs: np.ndarray, unit: int) -> int:
    return int(reach[belongs[:, unit], unit].sum() // 2)


def _ties(reach: np.ndarray, belongs: np.ndarray, active: list[int], a: int, b: int) -> int | None:
    from_a, from_b = reach[belongs[:, a], b], reach[belongs[:, b], a]
    between = Between(
        active=(active[a], active[b]),
        people=(int((from_a > 0).sum()), int((from_b > 0).sum())),
        largest=int(max(from_a.max(initial=0), from_b.max(initial=0))),
        total=int(from_a.sum()),
    )
    return between.total if may_show_between(between) else None
