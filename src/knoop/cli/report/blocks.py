"""Groups large enough to show, and the bridges between them."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from knoop.cli.report.wording import Wording
from knoop.network import Analysis, bridges, unit_mixing

SMALLEST_GROUP = 10
SMALLEST_SIDE = 5  # different people on each side of what is told between two groups


@dataclass(frozen=True, kw_only=True)
class Block:
    """A group of people: a unit, a detected community, or the smaller groups together."""

    name: str
    people: int
    inside: int
    outside: int
    silo_index: float | None
    is_joined: bool


@dataclass(frozen=True, kw_only=True)
class Bridge:
    """Ties between two blocks, as positions in the list of blocks; people with such a tie on each side."""

    first: int
    second: int
    ties: int
    people: tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Blocks:
    blocks: tuple[Block, ...]  # largest first
    bridges: tuple[Bridge, ...]  # most ties first
    are_units: bool
    joined: int  # groups joined into one
    unshown: int  # people in no block, or in one too small to show

    @property
    def is_one_joined(self) -> bool:
        """All groups are too small: what is left to show is everybody together."""
        return len(self.blocks) == 1 and self.blocks[0].is_joined


def blocks_of(analysis: Analysis, wording: Wording) -> Blocks:
    """Units, or detected communities where no unit is known; below ten people joined or not shown."""
    are_units = any(analysis.units.values())
    groups = _units(analysis) if are_units else _communities(analysis, wording)
    sizes = Counter(groups.values())
    small = {name for name, size in sizes.items() if size < SMALLEST_GROUP}
    joined = wording("map.smaller_groups")
    groups = {person: joined if name in small else name for person, name in groups.items()}
    if Counter(groups.values())[joined] < SMALLEST_GROUP:
        groups = {person: name for person, name in groups.items() if name != joined}
    mixing = sorted(unit_mixing(analysis.ties.whole, groups), key=lambda unit: (-unit.people, unit.unit))
    blocks = tuple(
        Block(
            name=unit.unit,
            people=unit.people,
            inside=unit.inside,
            outside=unit.outside,
            silo_index=None if unit.unit == joined or not are_units else unit.silo_index,
            is_joined=unit.unit == joined,
        )
        for unit in mixing
    )
    return Blocks(
        blocks=blocks,
        bridges=_bridges(analysis, groups, blocks),
        are_units=are_units,
        joined=len(small) if any(block.is_joined for block in blocks) else 0,
        unshown=analysis.counts.people - len(groups),
    )


def _units(analysis: Analysis) -> dict[str, str]:
    return {person: unit for person, unit in analysis.units.items() if unit}


def _communities(analysis: Analysis, wording: Wording) -> dict[str, str]:
    return {
        person: wording("map.community", number=figures.community)
        for person, figures in analysis.people.items()
        if figures.community is not None
    }


def _bridges(analysis: Analysis, groups: dict[str, str], blocks: tuple[Block, ...]) -> tuple[Bridge, ...]:
    found = bridges(analysis.ties.whole, groups)
    if found is None:
        return ()
    place = {block.name: number for number, block in enumerate(blocks)}
    upper = np.argwhere(np.triu(found.ties, k=1) > 0)
    rows = [
        Bridge(
            first=place[found.units[a]],
            second=place[found.units[b]],
            ties=int(found.ties[a, b]),
            people=(int(found.people[a, b]), int(found.people[b, a])),
        )
        for a, b in upper
    ]
    return tuple(sorted(rows, key=lambda bridge: (-bridge.ties, bridge.first, bridge.second)))
