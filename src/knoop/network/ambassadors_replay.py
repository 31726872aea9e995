"""Replays: how far news of a group would have gone along contacts that really took place."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.clocks import Contacts
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
    for number, (first, end) in enumerate(_moments(contacts, replays)):
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
    Cost:    one pass over the contacts within the horizon for each replay and 64 groups.
    """
    from knoop.network.ambassadors_kernel import replay_groups

    days = max(1, int(np.ceil(replays.horizon / DAY)))
    reached = np.zeros((len(replays), days, len(groups)), dtype=np.int64)
    times = contacts.time[contacts.begins[:-1]]
    for number, (first, end) in enumerate(_moments(contacts, replays)):
        day = ((times[first:end] - replays.starts[number]) // DAY).astype(np.int32)
        for at in range(0, len(groups), AT_ONCE):
            some = groups[at : at + AT_ONCE]
            counted = np.zeros((days, len(some)), dtype=np.int64)
            replay_groups(
                contacts.source,
                contacts.target,
                contacts.begins,
                np.minimum(day, days - 1),
                first,
                end,
                replays.draws[number],
                replays.chance,
                _bits(some, len(contacts.people)),
                counted,
            )
            reached[number, :, at : at + AT_ONCE] = counted
    return reached.cumsum(axis=1)


def _bits(groups: Sequence[Positions], size: int) -> NDArray[np.uint64]:
    informed = np.zeros(size, dtype=np.uint64)
    for bit, group in enumerate(groups):
        informed[group] |= np.uint64(1) << np.uint64(bit)
    return informed


def _moments(contacts: Contacts, replays: Replays) -> list[tuple[int, int]]:
    times = contacts.time[contacts.begins[:-1]]
    first = np.searchsorted(times, replays.starts)
    end = np.searchsorted(times, replays.starts + replays.horizon)
    return [(int(a), int(b)) for a, b in zip(first, end, strict=True)]
