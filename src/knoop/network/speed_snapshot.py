"""How old what people know of each other is at one moment, exactly, for everybody of everybody."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.clocks import Contacts
from knoop.network.clocks_fresh import EPOCH, lined_up
from knoop.network.cores import CORES
from knoop.network.graph import Figures, Vector, defined
from knoop.network.ties import DAY


@dataclass(frozen=True, kw_only=True, eq=False)
class Snapshot:
    """Figures per person, in the order of `people`, at the end of the period.

    out:    mean over the others of e^(-age / tau), age that of the newest thing they can know of this
            person; 0 for who can't have heard. inward: the same of this person about the others.
    at:     epoch seconds. tau: seconds.
    """

    people: tuple[str, ...]
    out: Figures
    inward: Figures
    contacts: int
    at: float
    tau: float


def snapshot(contacts: Contacts, *, tau: float = DAY) -> Snapshot:
    """How fresh everybody's news is with the others at the end of the period: all pairs, without sampling.

    One moment, not the mean over the period that `speed` gives: it changes with the hour, so compare
    snapshots of the same hour and weekday, or take `speed`.
    Args:    tau: seconds on the contacts' clock in which news loses 1 - 1/e of its worth. For another
             moment, give the contacts up to it.
    Returns: figures of 0..1; all None with one person or a period without length.
    Cost:    about 10 ns x contacts x people / 512, and 1 ns for each pair that is reached; on up to four
             cores. Memory: 72 bytes x people a core.
    Source:  latency of Kossinets, Kleinberg & Watts (2008), as earliest arrival over reversed time;
             checked against `vector_clocks` in tests/network/test_speed_snapshot.py.
    """
    size = len(contacts.people)
    if size < 2 or contacts.span <= 0:
        out = inward = np.full(size, np.nan)
    else:
        out, inward = (total / (size - 1) for total in _settled(contacts, tau))
    return Snapshot(
        people=contacts.people,
        out=defined(out),
        inward=defined(inward),
        contacts=len(contacts),
        at=contacts.until,
        tau=tau,
    )


def _settled(contacts: Contacts, tau: float) -> tuple[Vector, Vector]:
    """For each person the sums over the others."""
    from knoop.network.speed_snapshot_kernel import WORDS

    size, at_once = len(contacts.people), WORDS * 64
    age = (contacts.worked_until - contacts.worked[contacts.begins[:-1]]) / tau
    weights = np.where(age <= EPOCH, np.exp(-np.minimum(age, EPOCH)), 0.0)  # older: less than rounding
    contacts.mixed  # noqa: B018 - worked out once, not in each thread
    out, inward = np.zeros(size), np.zeros(size)
    with ThreadPoolExecutor(CORES) as cores:
        viewers = [np.arange(at, min(at + at_once, size)) for at in range(0, size, at_once)]
        # In a fixed order, whatever core is ready first, so that sums always come out the same.
        for some, (told, heard) in zip(
            viewers, cores.map(lambda some: _block(contacts, weights, some), viewers), strict=True
        ):
            out += told
            inward[some] = heard
    return out, inward


def _block(contacts: Contacts, weights: Vector, viewers: NDArray[np.int64]) -> tuple[Vector, Vector]:
    from knoop.network.speed_snapshot_kernel import WORDS, reach_back

    reached = lined_up(len(contacts.people), WORDS, np.uint64)
    reached[:] = 0
    bit = np.arange(len(viewers))
    reached[viewers, bit // 64] = np.left_shift(np.uint64(1), (bit % 64).astype(np.uint64))
    out, inward = np.zeros(len(contacts.people)), np.zeros((WORDS, 64))
    reach_back(
        contacts.source, contacts.target, contacts.begins, contacts.mixed, weights, reached, out, inward
    )
    return out, inward.ravel()[: len(viewers)]
