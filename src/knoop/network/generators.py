"""Made-up networks of a known stage, to check the rules of the stage on.

Two families that share no code: one draws what Krebs & Holley describe for each stage, one uses models
of the literature. All are simple graphs of people 0..n-1 as pairs; the same seed gives the same network.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.graph import Network

type Pairs = NDArray[np.int64]  # (ties, 2)
type Random = np.random.Generator
type Maker = Callable[[int, Random], Pairs]

SIZES = (30, 60, 150, 350, 800)
NOISE = (0.0, 0.03, 0.10)
EACH = 25  # networks per stage and size
OTHER_SIZES = (40, 800)
OTHERS = 80  # networks per stage


@dataclass(frozen=True, kw_only=True, eq=False)
class Made:
    """A network, the stage it was made in, by what, and what share of its ties was moved at random."""

    network: Network
    stage: int
    maker: str
    noise: float


def in_family(*, each: int = EACH) -> Iterator[Made]:
    """Networks of 30 to 800 people of each stage as described: 5 stages x 5 sizes x `each`."""
    for stage, maker in DESCRIBED.items():
        for size in SIZES:
            for number in range(each):
                random = np.random.default_rng([1, stage, size, number])
                noise = NOISE[number % len(NOISE)]
                pairs = moved(maker(size, random), size, noise, random)
                yield Made(network=as_network(pairs, size), stage=stage, maker=maker.__name__, noise=noise)


def out_of_family(*, each: int = OTHERS) -> Iterator[Made]:
    """Networks of 40 to 800 people from models of the literature: 5 stages x `each`."""
    for stage, makers in OF_THE_LITERATURE.items():
        for number in range(each):
            random = np.random.default_rng([2, stage, number])
            low, high = np.log(OTHER_SIZES)
            size = round(float(np.exp(random.uniform(low, high))))
            maker = makers[number % len(makers)]
            network = as_network(maker(size, random), size)
            yield Made(network=network, stage=stage, maker=maker.__name__, noise=0.0)


def as_network(pairs: Pairs, size: int) -> Network:
    """Pairs as ties both ways, each once."""
    both = np.concatenate([pairs, pairs[:, ::-1]])
    people = tuple(f"{number:06d}" for number in range(size))
    network = Network.from_columns(people, both[:, 0], both[:, 1], np.ones(len(both)))
    network.arcs.data[:] = 1.0
    return network


def moved(pairs: Pairs, size: int, share: float, random: Random) -> Pairs:
    """The same number of ties, a share of them laid between two people drawn at random."""
    pairs = pairs.copy()
    changed = random.random(len(pairs)) < share
    pairs[changed] = random.integers(0, size, (int(changed.sum()), 2))
    return pairs


def joined(*parts: Pairs | list[tuple[int, int]]) -> Pairs:
    return np.concatenate([np.asarray(part, dtype=np.int64).reshape(-1, 2) for part in parts])


def split(size: int, smallest: int, largest: int, random: Random) -> list[NDArray[np.int64]]:
    """Everybody in groups of a size between the two; the last may be smaller."""
    groups, start = [], 0
    while start < size:
        stop = min(size, start + int(random.integers(smallest, largest + 1)))
        groups.append(np.arange(start, stop))
        start = stop
    return groups


def every_pair(people: NDArray[np.int64]) -> Pairs:
    first, second = np.triu_indices(len(people), 1)
    return np.stack([people[first], people[second]], axis=1)


def some_pairs(people: NDArray[np.int64], chance: float, random: Random) -> Pairs:
    pairs = every_pair(people)
    return pairs[random.random(len(pairs)) < chance]


def spokes(hub: int, others: NDArray[np.int64]) -> Pairs:
    return np.stack([np.full(len(others), hub), others], axis=1)


# As described by Krebs & Holley, and stage 5 as we mean it.


def fragments(size: int, random: Random) -> Pairs:
    """Groups of three to eight people who know each other; a rare tie between groups; some alone."""
    groups = split(size, 3, 8, random)
    ties = [some_pairs(group, 0.6, random) for group in groups if random.random() < 0.85]
    between = random.integers(0, size, (max(1, len(groups) // 6), 2))
    return joined(*ties, between)


def one_hub(size: int, random: Random) -> Pairs:
    """A weaver who knows most people; the rest know hardly anybody but a neighbour."""
    others = np.arange(1, size)
    met = others[random.random(size - 1) < random.uniform(0.75, 0.95)]
    neighbours = [every_pair(group[:2]) for group in split(size, 2, 4, random)[1:] if random.random() < 0.5]
    return joined(spokes(0, met), *neighbours)


def several_hubs(size: int, random: Random) -> Pairs:
    """Three to eight clusters, each around a hub, with some ties among its people; hubs know hubs."""
    count = int(np.clip(size // 15, 3, random.integers(3, 9)))
    cluster = np.sort(random.integers(0, count, size))
    cluster[:count] = np.arange(count)
    ties = []
    for hub in range(count):
        people = np.flatnonzero(cluster == hub)
        ties.append(spokes(hub, people[people != hub]))
        ties.append(random.choice(people, (len(people) // 3, 2)))
    ring = np.stack([np.arange(count), (np.arange(count) + 1) % count], axis=1)
    weak = random.integers(0, size, (max(1, size // 30), 2))
    return joined(*ties, ring, some_pairs(np.arange(count), 0.3, random), weak)


def core_and_periphery(size: int, random: Random) -> Pairs:
    """A core of an eighth where most know each other; around it people with one to three ties to it."""
    core = np.arange(max(6, size // 8))
    inside = some_pairs(core, min(0.8, 12 / len(core)), random)
    outside = np.arange(len(core), size)
    each = random.integers(1, 4, len(outside))
    ties = np.stack([np.repeat(outside, each), random.integers(0, len(core), int(each.sum()))], axis=1)
    around = random.choice(outside, (len(outside) // 10, 2))
    return joined(inside, ties, around)


def mature(size: int, random: Random) -> Pairs:
    """The same core, and people around it who know two or three of it and four or five of each other."""
    core = np.arange(max(6, size // 8))
    inside = some_pairs(core, min(0.8, 12 / len(core)), random)
    outside = np.arange(len(core), size)
    each = random.integers(2, 4, len(outside))
    ties = np.stack([np.repeat(outside, each), random.integers(0, len(core), int(each.sum()))], axis=1)
    around = random.choice(outside, (int(len(outside) * random.uniform(2.0, 2.5)), 2))
    return joined(inside, ties, around)


DESCRIBED: dict[int, Maker] = {
    1: fragments,
    2: one_hub,
    3: several_hubs,
    4: core_and_periphery,
    5: mature,
}


# From the literature.


def cliques(size: int, random: Random) -> Pairs:
    """Separate groups where everybody knows everybody."""
    return joined(*(every_pair(group) for group in split(size, 3, 10, random)))


def sparse_random(size: int, random: Random) -> Pairs:
    """Erdos & Renyi (1959) with so few ties that no large part forms."""
    return random.integers(0, size, (int(size * random.uniform(0.25, 0.5)), 2))


def geometric(size: int, random: Random) -> Pairs:
    """Gilbert (1961): people at random places of a square, tied when near; below the threshold."""
    place = random.random((size, 2))
    distance = np.linalg.norm(place[:, None] - place[None], axis=2)
    near = np.sqrt(random.uniform(1.0, 2.5) / (np.pi * size))
    first, second = np.nonzero(np.triu(distance < near, 1))
    return np.stack([first, second], axis=1)


def star(size: int, random: Random) -> Pairs:
    """One person tied to all, and a few other ties."""
    return joined(spokes(0, np.arange(1, size)), random.integers(0, size, (size // 20, 2)))


def windmill(size: int, random: Random) -> Pairs:
    """Small groups that share one person."""
    groups = split(size - 1, 2, 6, random)
    return joined(*(every_pair(np.append(group + 1, 0)) for group in groups))


def clusters_on_a_hub(size: int, random: Random) -> Pairs:
    """Small groups, each tied to one person by one or two of its people."""
    ties = []
    for group in split(size - 1, 4, 9, random):
        people = group + 1
        ties += [some_pairs(people, 0.7, random), spokes(0, people[: random.integers(1, 3)])]
    return joined(*ties)


def blocks_with_hubs(size: int, random: Random) -> Pairs:
    """A stochastic block model (Holland et al. 1983) whose blocks each have a hub."""
    count = int(random.integers(4, 8))
    block = np.arange(size) % count
    ties = [random.integers(0, size, (size // 12, 2))]
    for hub in range(count):
        people = np.flatnonzero(block == hub)
        ties += [some_pairs(people, min(1.0, 2.5 / len(people)), random), spokes(hub, people[1:])]
    return joined(*ties, every_pair(np.arange(count)))


def grown(size: int, random: Random) -> Pairs:
    """Barabasi & Albert (1999) with one tie each, and a tenth more at random."""
    ends = [0, 1]
    for person in range(2, size):
        ends += [int(ends[random.integers(len(ends))]), person]
    return joined(np.array(ends).reshape(-1, 2), random.integers(0, size, (size // 10, 2)))


def ring_of_stars(size: int, random: Random) -> Pairs:
    """Stars whose centres stand in a ring."""
    groups = split(size, max(6, size // 10), max(8, size // 5), random)
    centres = np.array([group[0] for group in groups])
    ring = np.stack([centres, np.roll(centres, 1)], axis=1)
    return joined(*(spokes(group[0], group[1:]) for group in groups), ring)


def block_core(size: int, random: Random) -> Pairs:
    """Two blocks, core and periphery: dense within the one, sparse between, nearly none in the other."""
    core = max(6, int(size * random.uniform(0.08, 0.15)))
    inside = some_pairs(np.arange(core), min(0.9, 10 / core), random)
    outside = np.arange(core, size)
    each = 1 + random.poisson(1.2, len(outside))
    ties = np.stack([np.repeat(outside, each), random.integers(0, core, int(each.sum()))], axis=1)
    return joined(inside, ties, random.integers(core, size, (size // 20, 2)))


def chung_lu_core(size: int, random: Random) -> Pairs:
    """Chung & Lu (2002): chances as expected contacts, many for a tenth, two or three for others."""
    weight = np.where(np.arange(size) < max(6, size // 10), random.uniform(16, 24), random.uniform(2.4, 3.2))
    ends = random.choice(size, (int(weight.sum() / 2), 2), p=weight / weight.sum())
    return np.asarray(ends, dtype=np.int64)


def blocks_around_a_core(size: int, random: Random) -> Pairs:
    """A block model with a core that everybody knows somebody of, and well tied blocks around it."""
    count = int(random.integers(3, 6))
    core = np.arange(max(6, size // 10))
    outside = np.arange(len(core), size)
    ties = [some_pairs(core, min(0.9, 12 / len(core)), random)]
    ties.append(random.choice(outside, (len(outside) * 2, 2)))
    for block in range(count):
        people = outside[outside % count == block]
        ties.append(random.choice(people, (len(people), 2)))
    near = np.stack([np.repeat(outside, 2), random.integers(0, len(core), 2 * len(outside))], axis=1)
    return joined(*ties, near)


def clustered_growth(size: int, random: Random) -> Pairs:
    """Holme & Kim (2002): newcomers tie to four to six people, half of the time to a contact of the last."""
    each = int(random.integers(4, 7))
    known: list[list[int]] = [[other for other in range(each) if other != one] for one in range(each)]
    ends = [one for one in range(each) for _ in known[one]]
    for person in range(each, size):
        met: list[int] = []
        while len(met) < each:
            circle = known[met[-1]] if met and random.random() < 0.5 else ends
            other = int(circle[random.integers(len(circle))])
            if other not in met and other != person:
                met.append(other)
        known.append(list(met))
        for other in met:
            known[other].append(person)
            ends += [other, person]
    return np.array([(one, other) for one in range(size) for other in known[one] if one < other])


OF_THE_LITERATURE: dict[int, tuple[Maker, ...]] = {
    1: (cliques, sparse_random, geometric),
    2: (star, windmill, clusters_on_a_hub),
    3: (blocks_with_hubs, grown, ring_of_stars),
    4: (block_core, chung_lu_core),
    5: (blocks_around_a_core, clustered_growth),
}


@dataclass(frozen=True, kw_only=True)
class RulesChecked:
    """How often the rules of the stage name the stage a network was made in.

    table: [made - 1][named - 1], numbers of networks.
    """

    networks: int
    right: float
    within_one: float
    table: tuple[tuple[int, ...], ...]


def rules_checked(networks: Iterator[Made], named: Callable[[Network], int | None]) -> RulesChecked:
    """Name the stage of each network with `named` and count. Raises ZeroDivisionError without networks."""
    table = np.zeros((5, 5), dtype=np.int64)
    for made in networks:
        table[made.stage - 1, (named(made.network) or 1) - 1] += 1
    total = int(table.sum())
    return RulesChecked(
        networks=total,
        right=float(np.trace(table) / total),
        within_one=float(sum(np.trace(table, offset) for offset in (-1, 0, 1)) / total),
        table=tuple(tuple(int(count) for count in row) for row in table),
    )
