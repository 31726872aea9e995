"""Who helps whom: questions and their answers as a network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Figures, Network, Vector, defined
from knoop.network.interactions import KINDS, Interactions
from knoop.network.position import pagerank
from knoop.network.survival import Interval, wilson
from knoop.network.ties import Acts, Rules, acts_of, ties_of
from knoop.network.units import Flows, ei, ei_expected, flows, silo_index

HELP_MOST = 0.8  # of the answers in a topic
ENOUGH_ANSWERS = 10
REDRAWS = 200
PRIOR_ANSWERS = 5.0


class UnusableHelp(ValueError):
    """The columns don't fit together. The message names what to mend."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Help:
    """Questions and the answers to them. People, questions and topics are numbered from 0.

    asker, topic:                 one per question.
    question, answerer:           one per answer; an answer to one's own question is no help and two by
                                  one person to one question are one, accepted if either is.
    accepted:                     accepted by the asker, or thanked for.
    time:                         of the answer, epoch seconds; None without times: then nothing fades.
    Raises: UnusableHelp when columns differ in length or point outside people, topics or questions.
    """

    people: Sequence[str]
    topics: Sequence[str]
    asker: NDArray[np.int64]
    topic: NDArray[np.int64]
    question: NDArray[np.int64]
    answerer: NDArray[np.int64]
    accepted: NDArray[np.bool_]
    time: Vector | None = None

    def __post_init__(self) -> None:
        answers = {len(self.question), len(self.answerer), len(self.accepted)}
        answers |= set() if self.time is None else {len(self.time)}
        if len(answers) > 1 or len(self.asker) != len(self.topic):
            raise UnusableHelp("Columns of questions, or of answers, differ in length. Make them equal.")
        for name, size in (
            ("asker", len(self.people)),
            ("answerer", len(self.people)),
            ("topic", len(self.topics)),
            ("question", len(self.asker)),
        ):
            column = getattr(self, name)
            if len(column) and not 0 <= column.min() <= column.max() < size:
                raise UnusableHelp(f"`{name}` points outside 0..{size - 1}.")

    @cached_property
    def answers(self) -> "Answers":
        """Each person's one answer to each question of another, accepted if any of theirs was."""
        kept = np.flatnonzero(self.asker[self.question] != self.answerer)
        when = np.zeros(len(kept)) if self.time is None else self.time[kept]
        question, answerer, accepted = self.question[kept], self.answerer[kept], self.accepted[kept]
        # Accepted first, then the earliest: that is the one that stays.
        order = np.lexsort((when, ~accepted, answerer, question))
        pair = np.stack([question[order], answerer[order]])
        order = order[np.flatnonzero(np.diff(pair, axis=1, prepend=-1).any(axis=0))]
        return Answers(
            asker=self.asker[question[order]],
            answerer=answerer[order],
            topic=self.topic[question[order]],
            accepted=accepted[order],
            time=None if self.time is None else when[order],
        )

    def acts(self, rules: Rules | None = None) -> Acts:
        """As acts of askers who turn to answerers; an accepted answer weighs as an answer, 4, any other
        as a reply, 3."""
        found = self.answers
        kind = np.where(found.accepted, KINDS.index("answer"), KINDS.index("reply")).astype(np.uint8)
        interactions = Interactions(
            people=self.people,
            time=found.time,
            source=found.asker.astype(np.int32),
            target=found.answerer.astype(np.int32),
            kind=kind,
            event=np.arange(len(kind), dtype=np.int64),
            audience=np.ones(len(kind), dtype=np.int32),
        )
        return acts_of(interactions, rules)


@dataclass(frozen=True, kw_only=True, eq=False)
class Answers:
    """One row for each person who answered a question of another."""

    asker: NDArray[np.int64]
    answerer: NDArray[np.int64]
    topic: NDArray[np.int64]
    accepted: NDArray[np.bool_]
    time: Vector | None


def help_network(help_: Help, *, at: float | None = None, rules: Rules | None = None) -> Network:
    """Arcs from who asked to who answered, weighed and faded as ties are (docs/measures/ties.md)."""
    return ties_of(help_.acts(rules), at=at, rules=rules).weight


def expertise_rank(network: Network) -> Figures:
    """PageRank on the help network: to be asked by those who are asked. Source: Zhang et al. (2007)."""
    return pagerank(network)


def help_balance(help_: Help) -> Figures:
    """z = (a - q) / sqrt(a + q) for a questions answered and q asked: above 0 helps more than asks.

    Returns: deviations from helping as often as asking; None for who did neither.
    Cost:    O(questions + answers).    Source: Zhang, Ackerman & Adamic (2007).
    """
    people = len(help_.people)
    answered = np.bincount(help_.answers.answerer, minlength=people).astype(np.float64)
    asked = np.bincount(help_.asker, minlength=people)
    with np.errstate(invalid="ignore", divide="ignore"):
        return defined((answered - asked) / np.sqrt(answered + asked))


@dataclass(frozen=True, kw_only=True)
class Expertise:
    """One person in one topic. answers, accepted: faded counts. shrunk: the accepted share of them,
    pulled to the topic's own as long as there are few."""

    person: str
    topic: str
    answers: float
    accepted: float
    shrunk: float


def expertise(
    help_: Help, *, at: float | None = None, rules: Rules | None = None, prior: float = PRIOR_ANSWERS
) -> tuple[Expertise, ...]:
    """Who answers what, and how often it was accepted: (E + alpha mean) / (n + alpha).

    E: the person's faded accepted answers in the topic, n all of them, mean the topic's E / n.
    Args:    at: the moment of looking, default the last answer; later ones aren't seen. prior: alpha, how
             many answers the topic's own share is worth.
    Returns: by topic and person; nobody without answers.    Cost: one sort of the answers.
    """
    rules = rules or Rules()
    found = help_.answers
    fresh = np.ones(len(found.answerer))
    if found.time is not None and len(found.time):
        age = (float(found.time.max()) if at is None else at) - found.time
        old = age / rules.half_life
        fresh = np.where(
            (age >= 0) & (old <= rules.forgotten), np.exp2(-np.clip(old, 0, rules.forgotten)), 0.0
        )
    size = len(help_.people)
    cell, place = np.unique(found.topic * size + found.answerer, return_inverse=True)
    answers = np.bincount(place, weights=fresh, minlength=len(cell))
    accepted = np.bincount(place, weights=fresh * found.accepted, minlength=len(cell))
    topic = cell // max(1, size)
    all_answers, all_accepted = (
        np.bincount(topic, weights=column, minlength=len(help_.topics)) for column in (answers, accepted)
    )
    mean = np.divide(all_accepted, all_answers, out=np.zeros(len(all_answers)), where=all_answers > 0)[topic]
    rows = [
        Expertise(
            person=help_.people[int(one % size)],
            topic=help_.topics[int(one // size)],
            answers=float(n),
            accepted=float(e),
            shrunk=float((e + prior * m) / (n + prior)),
        )
        for one, n, e, m in zip(cell.tolist(), answers, accepted, mean, strict=True)
        if n > 0
    ]
    return tuple(sorted(rows, key=lambda row: (row.topic, row.person)))


@dataclass(frozen=True, kw_only=True)
class BusFactor:
    """How few people give 80 % of the answers in a topic. `few`, `many`: 95 % of redraws of the answers.

    None with fewer than 10 answers.
    """

    topic: str
    answers: int
    people: int
    value: int | None
    few: int | None
    many: int | None


def bus_factors(help_: Help, *, seed: int = 1) -> tuple[BusFactor, ...]:
    """For each topic, in their order. 1 means that one absence stops most answers.

    Cost: one sort of the answers and 200 redraws a topic; the same answers give the same redraws.
    """
    found, size = help_.answers, len(help_.people)
    cell, count = np.unique(found.topic * size + found.answerer, return_counts=True)
    return tuple(
        _bus_factor(name, count[cell // max(1, size) == number], seed)
        for number, name in enumerate(help_.topics)
    )


def _bus_factor(topic: str, counts: NDArray[np.int64], seed: int) -> BusFactor:
    answers = int(counts.sum())
    if answers < ENOUGH_ANSWERS:
        return BusFactor(topic=topic, answers=answers, people=len(counts), value=None, few=None, many=None)
    ranked = np.sort(counts)[::-1]
    redrawn = np.random.default_rng(seed).multinomial(answers, ranked / answers, size=REDRAWS)
    few, many = np.quantile(_most_of(redrawn), [0.025, 0.975], method="inverted_cdf")
    value = int(_most_of(ranked[None, :])[0])
    return BusFactor(
        topic=topic,
        answers=answers,
        people=len(counts),
        value=value,
        few=min(int(few), value),
        many=max(int(many), value),
    )


def _most_of(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """In each row, how many of the largest it takes to reach 80 % of the sum."""
    reached = np.cumsum(-np.sort(-counts, axis=1), axis=1)
    # Whole numbers on both sides: .8 of 15 is 12, not a hair above it.
    return np.asarray((reached * 10 < reached[:, -1:] * round(HELP_MOST * 10)).sum(axis=1) + 1)


def who_helps_whom(help_: Help, units: Mapping[str, str | None]) -> Flows | None:
    """Answers from unit to unit: rows are units that ask, columns units that answer.

    `senders` are the different askers of a cell and `receivers` its different answerers, so that a page
    can hide what rests on few people. None above 1,000 units.
    """
    return flows(help_.acts(), units)


@dataclass(frozen=True, kw_only=True)
class HelpMixing:
    """Whether help crosses units. ei: of pairs of people who helped, either way; its interval at
    95 % as if pairs were independent draws, which is too narrow where a few people answer most."""

    pairs: int
    ei: float | None
    ei_expected: float | None
    silo_index: float | None
    interval: Interval | None


def help_mixing(help_: Help, units: Mapping[str, str | None]) -> HelpMixing:
    """External minus internal help as a share of both, beside what chance would give.

    Undefined without help among people whose unit is known.    Source: Krackhardt & Stern (1988).
    """
    network = ties_of(help_.acts()).whole
    observed, expected = ei(network, units), ei_expected(network.people, units)
    known = network.among(np.array([bool(units.get(person)) for person in network.people], dtype=np.bool_))
    pairs = known.contacts.nnz // 2
    share = None if observed is None else wilson((1 + observed) / 2, pairs)  # of pairs across units
    return HelpMixing(
        pairs=pairs,
        ei=observed,
        ei_expected=expected,
        silo_index=silo_index(observed, expected),
        interval=None if share is None else (2 * share[0] - 1, 2 * share[1] - 1),
    )
