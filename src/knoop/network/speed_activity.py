"""Who is faster than being active alone explains, and who may be named for it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from knoop.network.clocks import Contacts
from knoop.network.cores import CORES
from knoop.network.graph import Figures, Vector, defined
from knoop.network.minimum import ACTIVE_PEOPLE, ACTS_TO_SAY_SOMETHING, SENDERS_TO_SAY_SOMETHING
from knoop.network.sorting import different
from knoop.network.speed import Speed, estimated
from knoop.network.ties import DAY

DRAWS = 20
SAMPLE = 32  # people asked in each draw; their chance is in the errors too
AFFORDABLE_UP_TO = 300_000  # people: above it, the draws and resamples take minutes rather than seconds
MANY, MORE = 5_000, 50_000  # people: above these half and a quarter as many are asked
TOP = 0.1
CERTAIN = 0.8


@dataclass(frozen=True, kw_only=True, eq=False)
class Excess:
    """Speed beyond activity, per person in the order of `people`.

    out, inward:       V minus its mean over draws in which the same acts happened at shuffled moments.
                       Usually below 0: people act in bursts, and bursts carry news less far.
    out_error, in_error: standard error of that mean; None with fewer than two draws.
    out_rank, in_rank: the percentile of the excess among all people, 0..1; this can be compared.
    """

    people: tuple[str, ...]
    draws: int
    out: Figures
    inward: Figures
    out_error: Figures
    in_error: Figures
    out_rank: Figures
    in_rank: Figures


@dataclass(frozen=True, kw_only=True)
class Fastest:
    """Who shares and who receives fastest, in alphabetical order; None: not enough data to name anybody.

    considered_sharers, considered_receivers: how many had data enough. Nobody is shown to others without
    their consent: that is for who shows it.
    """

    sharers: tuple[str, ...] | None
    receivers: tuple[str, ...] | None
    considered_sharers: int
    considered_receivers: int


def shuffled(contacts: Contacts, random: np.random.Generator) -> Contacts:
    """The same acts (one person telling some at one moment) with their moments dealt anew."""
    from knoop.network.speed_kernel import deal, order_drawn

    starts = np.ones(len(contacts), dtype=np.bool_)
    starts[1:] = (np.diff(contacts.time) > 0) | (np.diff(contacts.source) != 0)
    begins = np.append(np.flatnonzero(starts), len(contacts))
    order = order_drawn(len(begins) - 1, random.integers(0, 2**64 - 1, dtype=np.uint64))
    source, target, moment = deal(order, begins, contacts.source, contacts.target)
    return replace(
        contacts, source=source, target=target, time=contacts.time[moment], worked=contacts.worked[moment]
    )


def faster_than_activity(
    contacts: Contacts,
    found: Speed,
    *,
    draws: int = DRAWS,
    sample: int | None = None,
    inward: bool = True,
    seed: int = 1,
) -> Excess:
    """How much of each person's speed is not explained by how often they and the others act.

    Args:    found: of `speed`, of the same contacts. draws: at least 20 for figures to be shown.
             sample: people asked in each, by default 32, above 5,000 people 16, above
             50,000 8.
             inward: False leaves the figures of receiving at None, for half the cost.
    Returns: None per person where `found` has None.
    Cost:    `draws` times a sampled `speed` of some people each way, one draw on each core, up to four. Works
             at any size; AFFORDABLE_UP_TO says where it stops being worth the wait.
    Source:  shuffled timestamps: Gauvin et al. (2022); see docs/measures/speed.md.
    """
    out, received = _bare(found.out), _bare(found.inward)
    asked = sample or _asked(contacts, SAMPLE)
    null_out, null_in = np.full((2, draws, len(found.people)), np.nan)

    def deal_anew(number: int) -> None:
        random = np.random.default_rng([seed, number])
        null = shuffled(contacts, random)
        null_out[number], null_in[number] = estimated(
            null, tau=found.tau, sample=asked, random=random, inward=inward
        )

    if len(found.people) > 1 and contacts.span > 0:
        _each(deal_anew, draws)
    excess_out, excess_in = out - null_out.mean(axis=0), received - null_in.mean(axis=0)
    return Excess(
        people=found.people,
        draws=draws,
        out=defined(excess_out),
        inward=defined(excess_in),
        out_error=defined(_error(null_out)),
        in_error=defined(_error(null_in)),
        out_rank=defined(percentile(excess_out)),
        in_rank=defined(percentile(excess_in)),
    )


def _asked(contacts: Contacts, sample: int) -> int:
    people = len(contacts.people)
    return sample // (1 if people <= MANY else 2 if people <= MORE else 4)


def _each(draw: Callable[[int], None], draws: int) -> None:
    """One draw on each core: so few people are asked that a draw alone would leave cores idle."""
    with ThreadPoolExecutor(CORES) as cores:
        for _ in cores.map(draw, range(draws)):
            pass


def _bare(figures: Figures) -> Vector:
    return np.array([np.nan if figure is None else figure for figure in figures])


def _error(draws: Vector) -> Vector:
    if len(draws) < 2:
        return np.full(draws.shape[1], np.nan)
    error: Vector = draws.std(axis=0, ddof=1) / np.sqrt(len(draws))
    return error


def percentile(values: Vector) -> Vector:
    """The share of others below, equals counting half; NaN stays NaN and with nobody else is NaN."""
    order = np.sort(values[~np.isnan(values)])
    below = np.searchsorted(order, values, side="left") + np.searchsorted(order, values, side="right") - 1
    with np.errstate(invalid="ignore", divide="ignore"):
        ranks: Vector = np.where(np.isnan(values), np.nan, below / 2 / (len(order) - 1))
    return ranks


def fastest(
    contacts: Contacts,
    excess: Excess,
    *,
    tau: float = DAY,
    resamples: int = DRAWS,
    sample: int | None = None,
    inward: bool = True,
    seed: int = 1,
) -> Fastest:
    """Who may be named as a fast sharer or receiver.

    Named are people with at least 20 contacts with at least 8 people that way, in the fastest tenth of
    those in at least 80 % of resamples of the days, and whose excess over activity is above the median.
    Args:    sample: people asked in each, by default 128, above 5,000 people 64, above
             50,000 32.
             inward: False looks for no receivers (None), for half the cost.
    Returns: None for both when fewer than 20 people have contacts; () when nobody passes.
    Cost:    `resamples` times a sampled `speed` of some people each way, over two thirds of the contacts.
    """
    active = len(different(np.append(contacts.source, contacts.target)))
    told = _enough(contacts.source, contacts.target, len(contacts.people))
    heard = _enough(contacts.target, contacts.source, len(contacts.people))
    enough = (int(told.sum()), int(heard.sum()))
    if active < ACTIVE_PEOPLE or contacts.span <= 0:
        return Fastest(
            sharers=None, receivers=None, considered_sharers=enough[0], considered_receivers=enough[1]
        )
    asked = sample or _asked(contacts, 4 * SAMPLE)
    ahead = np.zeros((2, resamples, len(contacts.people)), dtype=np.bool_)
    day = ((contacts.time - contacts.since) // DAY).astype(np.int32)

    def resample(number: int) -> None:
        random = np.random.default_rng([seed, number, 1])
        some = contacts.where(_days_kept(contacts, random)[day])
        out, received = estimated(some, tau=tau, sample=asked, random=random, inward=inward)
        ahead[0, number] = _in_front(out, told)
        if inward:
            ahead[1, number] = _in_front(received, heard)

    _each(resample, resamples)
    sure = ahead.sum(axis=1) >= CERTAIN * resamples
    return Fastest(
        sharers=_named(contacts, sure[0] & told & (_bare(excess.out_rank) > 0.5)),
        receivers=_named(contacts, sure[1] & heard & (_bare(excess.in_rank) > 0.5)) if inward else None,
        considered_sharers=enough[0],
        considered_receivers=enough[1],
    )


def _enough(person: NDArray[np.int32], other: NDArray[np.int32], size: int) -> NDArray[np.bool_]:
    pairs = different(person.astype(np.int64) * size + other)
    met = np.bincount(pairs // max(1, size), minlength=size)
    return (np.bincount(person, minlength=size) >= ACTS_TO_SAY_SOMETHING) & (met >= SENDERS_TO_SAY_SOMETHING)


def _days_kept(contacts: Contacts, random: np.random.Generator) -> NDArray[np.bool_]:
    """A bootstrap by days: one drawn twice adds nothing to what can be known, so days stay or go."""
    return random.poisson(1.0, int((contacts.until - contacts.since) // DAY) + 1) > 0


def _in_front(figures: Vector, enough: NDArray[np.bool_]) -> NDArray[np.bool_]:
    if not enough.any():
        return enough
    return enough & (figures >= np.quantile(figures[enough], 1.0 - TOP)) & (figures > 0)


def _named(contacts: Contacts, chosen: NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(sorted(contacts.people[number] for number in np.flatnonzero(chosen)))
