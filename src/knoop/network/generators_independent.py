"""A third family of made-up networks of a known stage: a check that neither rules nor thresholds have seen.

Drawn from the names of the models alone ("windmill", "ring of stars", ...), apart from how `generators` draws
its second family. Not to be changed: what the rules score on it is then no longer a figure unseen.
"""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from knoop.network.generators import Made, Maker, Pairs, Random, as_network

SIZES = (40, 800)
EACH = 80  # networks per stage

type People = NDArray[np.int64]


def independent_family(*, each: int = EACH) -> Iterator[Made]:
    """Networks of 40 to 800 people, small ones as often as large ones: 5 stages x `each`, models in turn."""
    for stage, models in MODELS.items():
        for number in range(each):
            random = np.random.default_rng([3, stage, number])
            size = round(float(np.exp(random.uniform(*np.log(SIZES)))))
            model = models[number % len(models)]
            network = as_network(np.unique(np.sort(model(size, random), axis=1), axis=0), size)
            yield Made(network=network, stage=stage, maker=model.__name__, noise=0.0)


def _joined(*parts: Pairs) -> Pairs:
    return np.concatenate([part.reshape(-1, 2) for part in parts])


def _all_among(people: People) -> Pairs:
    """Each pair of these people."""
    first, second = np.triu_indices(len(people), k=1)
    return np.column_stack([people[first], people[second]])


def _by_chance(pairs: Pairs, chance: NDArray[np.float64] | float, random: Random) -> Pairs:
    met: Pairs = pairs[random.random(len(pairs)) < chance]
    return met


def _tied_to(one: int, others: People) -> Pairs:
    return np.column_stack([np.full(len(others), one, dtype=np.int64), others])


def _strays(size: int, count: int, random: Random) -> Pairs:
    """Ties between two people drawn at random."""
    pairs: Pairs = random.integers(0, size, (count, 2))
    return pairs


def _groups(people: People, low: int, high: int, random: Random) -> list[People]:
    """Cut up in groups of `low` to `high` people, any size as likely; the last takes what is left."""
    groups, at = [], 0
    while at < len(people):
        size = int(random.integers(low, high + 1))
        groups.append(people[at : at + size])
        at += size
    return groups


def _parts(people: People, count: int, random: Random) -> list[People]:
    """Cut up in `count` parts that differ in size by chance, each of three people at least."""
    shares = random.dirichlet(np.full(count, 8.0)) * (len(people) - 3 * count)
    ends = np.cumsum(3 + shares)[:-1].astype(int)
    return np.split(people, ends)


# --- 1, scattered fragments -----------------------------------------------------------------------------


def lone_cliques(size: int, random: Random) -> Pairs:
    """Cliques of one to seven people; one in five also knows somebody of the next."""
    groups = _groups(random.permutation(size), 1, 7, random)
    bridges = [np.array([[one[0], other[0]]]) for one, other in pairwise(groups) if random.random() < 0.2]
    return _joined(*map(_all_among, groups), *bridges)


def sparse_chance(size: int, random: Random) -> Pairs:
    """Erdos-Renyi with .5 to .9 ties a person: too few for one large part to form."""
    mean = random.uniform(0.5, 0.9)
    return _by_chance(_all_among(np.arange(size)), mean / (size - 1), random)


def near_each_other(size: int, random: Random) -> Pairs:
    """People on a square, tied to those nearby: 1 to 2.5 ties each, where one large part takes 4.5."""
    places = random.random((size, 2))
    radius = (random.uniform(1.0, 2.5) / (np.pi * size)) ** 0.5
    pairs = _all_among(np.arange(size))
    apart = places[pairs[:, 0]] - places[pairs[:, 1]]
    near: Pairs = pairs[np.hypot(apart[:, 0], apart[:, 1]) < radius]
    return near


# --- 2, one hub -----------------------------------------------------------------------------------------


def lone_star(size: int, random: Random) -> Pairs:
    """One person whom nine in ten know, and who else know each other by chance: up to one in five."""
    known = np.arange(1, size)[random.random(size - 1) < 0.9]
    return _joined(_tied_to(0, known), _strays(size, int(random.uniform(0.0, 0.2) * size / 2), random))


def friendship_windmill(size: int, random: Random) -> Pairs:
    """One person in the middle of cliques of two to five who don't know each other."""
    cliques = _groups(np.arange(1, size), 2, 5, random)
    return _joined(_tied_to(0, np.arange(1, size)), *map(_all_among, cliques))


def hub_among_clusters(size: int, random: Random) -> Pairs:
    """Clusters of five to twelve, half of the pairs tied; one person knows one to three in each."""
    clusters = _groups(np.arange(1, size), 5, 12, random)
    inside = [_by_chance(_all_among(cluster), 0.5, random) for cluster in clusters]
    known = [random.permutation(cluster)[: random.integers(1, 4)] for cluster in clusters]
    return _joined(*inside, _tied_to(0, np.concatenate(known)))


# --- 3, several hubs ------------------------------------------------------------------------------------


def hubs_in_blocks(size: int, random: Random) -> Pairs:
    """Four to eight blocks; a hub in each knows most of it, others two in it; a few ties between blocks."""
    blocks = _parts(np.arange(size), int(random.integers(4, 9)), random)
    ties = []
    for block in blocks:
        ties.append(_by_chance(_tied_to(int(block[0]), block[1:]), random.uniform(0.6, 0.9), random))
        ties.append(_by_chance(_all_among(block[1:]), min(1.0, 2.0 / max(1, len(block) - 2)), random))
    hubs = np.array([block[0] for block in blocks])
    return _joined(*ties, _by_chance(_all_among(hubs), 0.4, random), _strays(size, size // 20, random))


def preferred_tree(size: int, random: Random) -> Pairs:
    """Barabasi-Albert with one tie a newcomer, and one random tie for every ten to twenty people."""
    ends = [0, 1]
    pairs = [(0, 1)]
    for newcomer in range(2, size):
        known = ends[int(random.integers(len(ends)))]
        pairs.append((known, newcomer))
        ends += [known, newcomer]
    return _joined(np.array(pairs), _strays(size, int(random.uniform(0.05, 0.10) * size), random))


def stars_in_a_ring(size: int, random: Random) -> Pairs:
    """Four to ten stars whose middles are in a ring, and one random tie for every twenty people."""
    stars = _parts(np.arange(size), int(random.integers(4, 11)), random)
    middles = np.array([star[0] for star in stars])
    ring = np.column_stack([middles, np.roll(middles, 1)])
    rays = [_tied_to(int(star[0]), star[1:]) for star in stars]
    return _joined(ring, *rays, _strays(size, size // 20, random))


# --- 4, core and periphery ------------------------------------------------------------------------------


def core_in_blocks(size: int, random: Random) -> Pairs:
    """Two blocks: a core of 10 to 20 %, half its pairs tied (12 each at most); others know 1 to 3 of it."""
    core = np.arange(max(6, round(random.uniform(0.10, 0.20) * size)))
    rest = np.arange(len(core), size)
    inside = _by_chance(_all_among(core), min(0.5, 12.0 / len(core)), random)
    known = [random.choice(core, int(random.integers(1, 4)), replace=False) for _ in rest]
    outward = [_tied_to(int(one), contacts) for one, contacts in zip(rest, known, strict=True)]
    few = rest[random.integers(0, len(rest), (len(rest) // 10, 2))]
    return _joined(inside, *outward, few)


def chung_lu(size: int, random: Random) -> Pairs:
    """Chung-Lu: 15 % expect a tie with a fifth of all (8 to 25), the others 2 to 3."""
    expected = random.uniform(2.0, 3.0, size)
    core = max(5, round(0.15 * size))
    expected[:core] = random.uniform(0.8, 1.2, core) * np.clip(size / 5, 8.0, 25.0)
    pairs = _all_among(np.arange(size))
    chance = expected[pairs[:, 0]] * expected[pairs[:, 1]] / expected.sum()
    return _by_chance(pairs, np.minimum(1.0, chance), random)


# --- 5, holds without its hubs --------------------------------------------------------------------------


def blocks_with_a_core(size: int, random: Random) -> Pairs:
    """Three to five blocks of 5 ties a person inside, 3 across; a core of 20 % has 10 more in itself."""
    block = random.integers(0, int(random.integers(3, 6)), size)
    pairs = _all_among(np.arange(size))
    is_inside = block[pairs[:, 0]] == block[pairs[:, 1]]
    is_core = (pairs < round(0.2 * size)).all(axis=1)
    chance = np.where(is_inside, 5.0 / is_inside.sum(), 3.0 / (~is_inside).sum()) * size / 2
    chance += is_core * 10.0 / (0.2 * size)
    return _by_chance(pairs, np.minimum(1.0, chance), random)


def clustered_power_law(size: int, random: Random) -> Pairs:
    """Holme & Kim: newcomers tie to four to six, preferring the well tied; or, half the time, to a contact
    of the one they tied to before.
    """
    ties_each, ends = int(random.integers(4, 7)), list(range(7))
    contacts: list[set[int]] = [set() for _ in range(size)]
    for newcomer in range(ties_each + 1, size):
        last: int | None = None
        while len(contacts[newcomer]) < ties_each:
            closing = sorted(contacts[last] - contacts[newcomer] - {newcomer}) if last is not None else []
            pool = closing if closing and random.random() < 0.5 else ends
            one = pool[int(random.integers(len(pool)))]
            if one == newcomer or one in contacts[newcomer]:
                continue
            contacts[newcomer].add(one)
            contacts[one].add(newcomer)
            ends.append(one)
            last = one
        ends += [newcomer] * ties_each
    return np.array([(one, other) for one in range(size) for other in contacts[one] if one < other])


MODELS: dict[int, tuple[Maker, ...]] = {
    1: (lone_cliques, sparse_chance, near_each_other),
    2: (lone_star, friendship_windmill, hub_among_clusters),
    3: (hubs_in_blocks, preferred_tree, stars_in_a_ring),
    4: (core_in_blocks, chung_lu),
    5: (blocks_with_a_core, clustered_power_law),
}
