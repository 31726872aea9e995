"""How small a group may be before a figure about it would point at people.

The rule of the works council (network-wide): groups of ten or more active people; a figure between two groups
rests on five or more people on either side, and on nobody for more than half.
"""

from dataclasses import dataclass

SMALLEST_GROUP = 10  # active people
FEWEST_ON_A_SIDE = 5  # different people
LARGEST_SHARE = 0.5  # of a figure that may rest on one person


@dataclass(frozen=True, kw_only=True)
class Between:
    """A figure between two groups and what it rests on. `largest` is the most one person adds to it."""

    active: tuple[int, int]
    people: tuple[int, int]
    largest: int
    total: int


def may_show_group(active: int) -> bool:
    return active >= SMALLEST_GROUP


def may_show_between(between: Between) -> bool:
    """Nothing between two groups that may be shown is a fact about groups, so a zero may be shown too."""
    if not all(may_show_group(active) for active in between.active):
        return False
    if between.total == 0:
        return True
    rests_on_enough = min(between.people) >= FEWEST_ON_A_SIDE
    return rests_on_enough and between.largest <= LARGEST_SHARE * between.total
