"""How fast information goes from a person to the others, and from the others to a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.clocks import Contacts
from knoop.network.clocks_fresh import Block, fresh_from, fresh_to
from knoop.network.graph import Figures, Vector, defined
from knoop.network.speed_units import UnitFreshness, UnitTally
from knoop.network.ties import DAY

EXACT_UP_TO = 10_000  # people
SAMPLE, FEWER = 512, 128  # people asked above that, each way, and in the largest
MANY = 300_000  # people: above, fewer are asked


@dataclass(frozen=True, kw_only=True, eq=False)
class Speed:
    """Figures per person, in the order of `people`: 0 reaches nobody, 1 keeps all up to date at once.

    out:      V_out, the mean freshness of the others about what this person knows: a fast sharer.
    inward:   V_in, the mean freshness of this person about the others: a fast receiver.
    out_error, in_error: standard errors from sampling people; 0 when everybody was asked.
    sampled:  how many were asked each way; None when everybody was.
    contacts: how many contacts it rests on; since, until: the period, epoch seconds; tau: seconds.
    """

    people: tuple[str, ...]
    out: Figures
    inward: Figures
    out_error: Figures
    in_error: Figures
    sampled: int | None
    contacts: int
    since: float
    until: float
    tau: float
    units: UnitFreshness | None


def speed(
    contacts: Contacts,
    *,
    tau: float = DAY,
    units: Mapping[str, str | None] | None = None,
    sample: int | None = None,
    seed: int = 1,
) -> Speed:
    """Measure how fast information can have gone, given who had contact when.

    Args:    tau: seconds in which news loses 1 - 1/e of its worth; one and five days are customary, on
             the clock of the contacts. sample: how many people to ask each way; by default everybody
             up to 10,000 people, 512 above and 128 above 300,000. units: to add freshness between them.
    Returns: figures of 0..1; all None with one person or a period without length. People without
             contacts have 0: nothing of or to them went anywhere.
    Cost:    exact about 10-20 ns x contacts x people / 32, on up to four cores; sampled twice that for
             the people asked. Memory: 256 bytes x people, for each core
             and one more.
    Source:  Kossinets, Kleinberg & Watts (2008) for the clocks; see docs/measures/speed.md.
    """
    size = len(contacts.people)
    asked = min(sample or affordable(size), size)
    tally = UnitTally.among(contacts.people, units) if units is not None else None
    if size < 2 or contacts.span <= 0:
        nothing = np.full(size, np.nan)
        return _found(contacts, tau, None, (nothing, nothing), (nothing, nothing), None)
    if asked == size:
        out, inward = _of_everybody(contacts, tau, tally)
        none = np.zeros(size)
        return _found(contacts, tau, None, (out, none), (inward, none), tally)
    random = np.random.default_rng(seed)
    inward_mean = _mean(_counted(fresh_from(contacts, draw(random, size, asked), tau=tau), tally), size)
    out_mean = _mean(fresh_to(contacts, draw(random, size, asked), tau=tau), size)
    return _found(contacts, tau, asked, out_mean, inward_mean, tally)


def affordable(size: int) -> int:
    """How many people are asked each way among so many."""
    if size <= EXACT_UP_TO:
        return size
    return SAMPLE if size <= MANY else FEWER


def estimated(
    contacts: Contacts, *, tau: float, sample: int, random: np.random.Generator, inward: bool = True
) -> tuple[Vector, Vector]:
    """V_out and V_in from some people, drawn anew: exact when there are no more people than that.

    inward: False leaves V_in at NaN, for half the cost.
    """
    size = len(contacts.people)
    if size <= sample:
        return _of_everybody(contacts, tau, None)
    out, _ = _mean(fresh_to(contacts, draw(random, size, sample), tau=tau), size)
    if not inward:
        return out, np.full(size, np.nan)
    return out, _mean(fresh_from(contacts, draw(random, size, sample), tau=tau), size)[0]


def draw(random: np.random.Generator, size: int, sample: int) -> NDArray[np.int64]:
    return np.sort(random.choice(size, sample, replace=False))


def _of_everybody(contacts: Contacts, tau: float, tally: UnitTally | None) -> tuple[Vector, Vector]:
    from knoop.network.clocks_kernel import add_columns, add_rows

    size = len(contacts.people)
    out, inward, squares = np.zeros(size), np.zeros(size), np.zeros(size)
    for sources, block in _counted(fresh_from(contacts, np.arange(size), tau=tau), tally):
        add_rows(block, inward, squares)
        told = np.zeros(len(sources))
        add_columns(block, told)
        out[sources] = told
    return out / (size - 1), inward / (size - 1)


def _counted(blocks: Iterable[Block], tally: UnitTally | None) -> Iterable[Block]:
    for sources, block in blocks:
        if tally is not None:
            tally.add(sources, block)
        yield sources, block


def _mean(blocks: Iterable[Block], size: int) -> tuple[Vector, Vector]:
    """Each person's mean over the others who were asked, and its standard error.

    The error is that of drawing without replacement from the n - 1 others.
    """
    from knoop.network.clocks_kernel import add_rows

    total, squares, others = np.zeros(size), np.zeros(size), np.zeros(size)
    for chosen, block in blocks:
        add_rows(block, total, squares)
        others += len(chosen)
        others[chosen] -= 1  # nobody is asked about themselves
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = total / others
        variance = np.maximum(squares - others * mean**2, 0.0) / (others - 1)
        error = np.sqrt(variance / others * (1.0 - others / (size - 1)))
    return mean, error


def _found(  # noqa: PLR0917 - called three times, each with all it has
    contacts: Contacts,
    tau: float,
    sampled: int | None,
    out: tuple[Vector, Vector],
    inward: tuple[Vector, Vector],
    tally: UnitTally | None,
) -> Speed:
    return Speed(
        people=contacts.people,
        out=defined(out[0]),
        inward=defined(inward[0]),
        out_error=defined(out[1]),
        in_error=defined(inward[1]),
        sampled=sampled,
        contacts=len(contacts),
        since=contacts.since,
        until=contacts.until,
        tau=tau,
        units=tally.found() if tally is not None else None,
    )
