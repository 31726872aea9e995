"""Replays: how far news of a group would have gone along contacts that really took place."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.clocks import Contacts
from knoop.network.cores import CORES
from knoop.network.graph import Vector
from knoop.network.ties import DAY

type Positions = NDArray[np.int64]

AT_ONCE = 64  # groups in the bits of one word


@dataclass(frozen=True, kw_only=True, eq=False)
class Replays:
    """When news starts, (replays,) epoch seconds, and a number each from which all its chances follow."""

    starts: Vector
    draws: NDArray[np.uint64]
    horizon: float
    chance: float

    @classmethod
    def drawn(
        cls, contacts: Contacts, *, count: int, horizon: float, chance: float, seed: Sequence[int]
    ) -> "Replays | None":
        """Starts anywhere in the period that leaves room for the horizon; None when nothing does."""
        room = contacts.until - contacts.since - horizon
        if room < 0 or not len(contacts):
            return None
        random = np.random.default_rng(seed)
        return cls(
            starts=contacts.since + random.random(count) * room,
            draws=random.integers(0, 2**64 - 1, count, dtype=np.uint64),
            horizon=horizon,
            chance=chance,
        )

    def __len__(self) -> int:
        return len(self.starts)


def reach_sets(contacts: Contacts, replays: Replays) -> NDArray[np.uint64]:
    """(replays, people, words): a bit for everybody whom news of each person reaches; own bits are off.

    Own bits off, or the best choice would be people whom nobody else reaches: they "reach" themselves.
    Cost: replays x (contacts within the horizon) x people / 64; as many bits as replays x people squared.
    """
    from knoop.network.ambassadors_kernel import reach_of_everybody

    size = len(contacts.people)
    own = np.zeros((size, (size + 63) // 64), dtype=np.uint64)
    everyone = np.arange(size)
    own[everyone, everyone // 64] = np.left_shift(np.uint64(1), (everyone % 64).astype(np.uint64))
    reach = np.empty((len(replays), *own.shape), dtype=np.uint64)
    for number, first, end in _moments(contacts, replays):
        reach[number] = own
        reach_of_everybody(
            contacts.source,
            contacts.target,
            contacts.begins,
            first,
            end,
            replays.draws[number],
            replays.chance,
            reach[number],
        )
    reach &= ~own
    return reach


def replayed(contacts: Contacts, groups: Sequence[Positions], replays: Replays) -> NDArray[np.int64]:
    """How many people outside each group its news has reached by the end of each day.

    Args:    groups: positions of the people who know the news at the start.
    Returns: (replays, days, groups), rising along the days; all groups meet the same chances, so
             they differ by who is in them alone.
    Cost:    one pass over the contacts within the horizon for each replay and 64 groups, on up to four cores.
    """
    days = max(1, int(np.ceil(replays.horizon / DAY)))
    parts = [groups[at : at + AT_ONCE] for at in range(0, len(groups), AT_ONCE)]
    bits = [_bits(part, len(contacts.people)) for part in parts]
    times = contacts.time[contacts.begins[:-1]]

    def one(number: int, first: int, end: int) -> NDArray[np.int64]:
        day = ((times[first:end] - replays.starts[number]) // DAY).astype(np.int32)
        steps = np.minimum(day, days - 1), first, end
        found = [
            _spread(contacts, replays, number, steps, informed.copy(), np.zeros((days, len(part)), np.int64))
            for part, informed in zip(parts, bits, strict=True)
        ]
        return np.hstack(found) if found else np.zeros((days, 0), dtype=np.int64)

    with ThreadPoolExecutor(CORES) as cores:
        reached = list(cores.map(lambda given: one(*given), _moments(contacts, replays)))
    return np.array(reached).reshape(len(replays), days, len(groups)).cumsum(axis=1)


def _spread(  # noqa: PLR0917 - called once, with all there is
    contacts: Contacts,
    replays: Replays,
    number: int,
    steps: tuple[NDArray[np.int32], int, int],
    informed: NDArray[np.uint64],
    reached: NDArray[np.int64],
) -> NDArray[np.int64]:
    from knoop.network.ambassadors_kernel import replay_groups

    replay_groups(
        contacts.source,
        contacts.target,
        contacts.begins,
        *steps,
        replays.draws[number],
        replays.chance,
        informed,
        reached,
    )
    return reached


def _bits(groups: Sequence[Positions], size: int) -> NDArray[np.uint64]:
    informed = np.zeros(size, dtype=np.uint64)
    for bit, group in enumerate(groups):
        informed[group] |= np.uint64(1) << np.uint64(bit)
    return informed


def _moments(contacts: Contacts, replays: Replays) -> list[tuple[int, int, int]]:
    """The number of each replay, and between which moments it lies."""
    times = contacts.time[contacts.begins[:-1]]
    first = np.searchsorted(times, replays.starts)
    end = np.searchsorted(times, replays.starts + replays.horizon)
    return [(number, int(a), int(b)) for number, (a, b) in enumerate(zip(first, end, strict=True))]
