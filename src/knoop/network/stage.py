"""Which of five stages a network is in: a readable heuristic, not an achievement."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.communities import communities
from knoop.network.graph import Figures, Network, Vector
from knoop.network.position import betweenness
from knoop.network.shape import betweenness_centralisation

SMALLEST = 20  # people

# The rules; see docs/measures/stage.md for where each figure comes from.
CONNECTED = 0.50
HOLDS_WITHOUT_ONE = 0.55
ONE_HUB_SHARE = 0.50
ONE_HUB_CENTRALISED = 0.60
HOLDS_WITHOUT_FIVE = 0.60
CLUSTERED = 0.45
ROBUST = 0.17
HUBS = 0.05  # of the people of G, two at least

NAMES = {1: "scattered", 2: "hub-and-spoke", 3: "multi-hub", 4: "core-periphery", 5: "mature"}

FEATURE_KEYS = {
    "S": "connected",
    "keep1": "keep_one",
    "keep5": "keep_five",
    "top1b": "top_share",
    "CB": "centralisation",
    "Q": "modularity",
    "R": "robustness",
}


@dataclass(frozen=True, kw_only=True)
class StageAdvice:
    """What helps in a stage, as codes that pages and reports put into words.

    role: of the leader. do, avoid: most important first. until: what shows that the stage is over.
    """

    role: str
    do: tuple[str, ...]
    avoid: tuple[str, ...]
    until: tuple[str, ...]


# After Krebs & Holley and Holley's Network Weaver Handbook.
ADVICE = {
    1: StageAdvice(
        role="active_weaver",
        do=("invite_founders", "connect_clusters", "show_quick_wins", "answer_first_posts"),
        avoid=("launch_to_all", "aim_at_volume"),
        until=("connected_is_half",),
    ),
    2: StageAdvice(
        role="hub_that_gives_away",
        do=("introduce_spokes", "train_weavers", "start_small_projects", "rotate_hosts"),
        avoid=("be_the_answer_desk", "let_the_top_dominate"),
        until=("holds_without_its_hub", "four_hubs"),
    ),
    3: StageAdvice(
        role="facilitator",
        do=(
            "mandate_from_above",
            "sponsor_and_give_time",
            "cross_cluster_projects",
            "brief_middle_management",
        ),
        avoid=("appoint_managers_over_groups",),
        until=("holds_without_its_hubs", "clusters_blend"),
    ),
    4: StageAdvice(
        role="guard_of_openness",
        do=("welcome_the_periphery", "rotate_the_core", "bridge_outside", "fund_working_groups"),
        avoid=("close_the_inner_circle",),
        until=("robust", "works_as_mature"),
    ),
    5: StageAdvice(
        role="steward",
        do=("split_by_topic", "arrange_succession", "archive", "measure_outcomes"),
        avoid=("raise_activity_targets",),
        until=("any_rule_falls_back",),
    ),
}


@dataclass(frozen=True, kw_only=True)
class StageFeatures:
    """What the stage rests on. G is the largest connected part, b betweenness within it.

    connected:       S, share of all members who are in G.
    keep_one:        keep1, what stays together of G without the person with the highest b.
    keep_five:       keep5, the same without the top 5 % by b (two people at least).
    top_share:       top1b, the highest b as a share of all b.
    centralisation:  CB, Freeman centralisation of b.
    modularity:      Q of detected communities among people with ties.
    robustness:      R, mean share of people with ties that stays in one part while all are taken away,
                     those with most contacts (as counted at the start) first.
    """

    connected: float | None
    keep_one: float | None
    keep_five: float | None
    top_share: float | None
    centralisation: float | None
    modularity: float | None
    robustness: float | None


NO_FEATURES = StageFeatures(**dict.fromkeys(StageFeatures.__dataclass_fields__))


@dataclass(frozen=True, kw_only=True)
class Stage:
    """number and name are None with fewer than 20 members or without ties; agreement is the share of
    redrawn networks in the same stage, None as long as it isn't measured.

    groups:   of each person, from 0, as detected. between: b of each person, 0 outside G. Both are what
              `stage_certainty` starts from; None without ties.
    """

    number: int | None
    name: str | None
    agreement: float | None
    features: StageFeatures
    groups: NDArray[np.int32] | None = field(default=None, compare=False, repr=False)
    between: Vector | None = field(default=None, compare=False, repr=False)

    def as_json(self) -> dict[str, object]:
        features = {key: getattr(self.features, name) for key, name in FEATURE_KEYS.items()}
        return {
            "number": self.number,
            "name": self.name,
            "agreement": self.agreement,
            "features": features,
        }


def stage(network: Network) -> Stage:
    """The stage of a network of standing ties, all members included.

    Cost:   that of betweenness and communities, once each, and O(ties).
    Source: stages 1-4 after Krebs & Holley (2002-2006), 5 is ours; thresholds from 625 synthetic
            networks, see docs/measures/stage.md.
    """
    if network.contacts.nnz == 0:
        return Stage(number=None, name=None, agreement=None, features=NO_FEATURES)
    groups, between, features = _read(network)
    number = stage_number(features) if network.size >= SMALLEST else None
    return Stage(
        number=number,
        name=NAMES.get(number or 0),
        agreement=None,
        features=features,
        groups=groups,
        between=between,
    )


def stage_number(features: StageFeatures) -> int | None:
    """The rules, in order; the first that holds decides. A feature that is undefined can't decide."""
    if features.connected is None:
        return None
    if features.connected < CONNECTED:
        return 1
    is_one_hub = (features.top_share or 0) >= ONE_HUB_SHARE and (
        features.centralisation or 0
    ) >= ONE_HUB_CENTRALISED
    if _below(features.keep_one, HOLDS_WITHOUT_ONE) or is_one_hub:
        return 2
    if _below(features.keep_five, HOLDS_WITHOUT_FIVE) or (features.modularity or 0) >= CLUSTERED:
        return 3
    return 4 if _below(features.robustness, ROBUST) else 5


def settled(numbers: Sequence[int | None]) -> list[int | None]:
    """Stages of windows that follow each other, changed only when two in a row say so.

    One odd window, such as a summer holiday, isn't a change. None, too few people to say, counts as a
    stage of its own.
    """
    kept: list[int | None] = []
    for before, now in zip([None, *numbers], numbers, strict=False):
        kept.append(now if not kept or now == before else kept[-1])
    return kept


def _below(feature: float | None, threshold: float) -> bool:
    return feature is not None and feature < threshold


def stage_features(network: Network) -> StageFeatures:
    """See StageFeatures; all None without ties."""
    return _read(network)[2] if network.contacts.nnz else NO_FEATURES


def _read(network: Network) -> tuple[NDArray[np.int32], Vector, StageFeatures]:
    """Groups and betweenness of each person, and the features that follow from them."""
    from knoop.network.stage_kernels import largest_part, mean_largest, modularity_of

    starts, contacts = rows_of(network)
    inside = largest_part(starts, contacts)
    largest = _part(network, inside)
    scores = betweenness(largest)
    ranked = by_score(scores)
    groups = group_numbers(communities(network))
    between = np.zeros(network.size)
    between[inside] = [score or 0.0 for score in scores]
    total = float(between.sum())
    features = StageFeatures(
        connected=largest.size / network.size,
        keep_one=_kept_without(largest, ranked, 1),
        keep_five=_kept_without(largest, ranked, max(2, round(HUBS * largest.size))),
        top_share=float(between.max()) / total if total else None,
        centralisation=betweenness_centralisation(scores),
        modularity=float(modularity_of(starts, contacts, groups)),
        robustness=float(mean_largest(starts, contacts)),
    )
    return groups, between, features


def rows_of(network: Network) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The rows of Network.contacts as compiled loops take them."""
    contacts = network.contacts
    return contacts.indptr.astype(np.int32, copy=False), contacts.indices.astype(np.int32, copy=False)


def _part(network: Network, inside: NDArray[np.bool_]) -> Network:
    """A whole connected part: no tie leaves it, so its rows need only other numbers."""
    chosen = np.flatnonzero(inside)
    starts, contacts = rows_of(network)
    number = np.cumsum(inside, dtype=np.int32) - 1
    kept = number[contacts[np.repeat(inside, np.diff(starts))]]
    begins = np.append(0, np.cumsum(np.diff(starts)[chosen])).astype(np.int32)
    arcs = sparse.csr_array((np.ones(len(kept)), kept, begins), shape=(len(chosen), len(chosen)))
    return Network(people=tuple(network.people[one] for one in chosen), arcs=arcs)


def group_numbers(groups: Sequence[int | None]) -> NDArray[np.int32]:
    """Communities as numbers from 0; who has no ties is a group of one."""
    numbers = np.array([group or 0 for group in groups], dtype=np.int32) - 1
    alone = numbers < 0
    numbers[alone] = numbers.max(initial=-1) + 1 + np.arange(alone.sum(), dtype=np.int32)
    return numbers


def by_score(scores: Figures | Vector) -> NDArray[np.int64]:
    """Positions from the highest score to the lowest; equal scores in the order of `people`."""
    values = np.array([score or 0.0 for score in scores]) if isinstance(scores, list) else scores
    # Sums over paths differ in their last digits with the order of people; equal must stay equal.
    return np.argsort(-np.round(values, 9), kind="stable")


def kept_without(network: Network, scores: Figures, removed: int) -> float | None:
    """Largest connected part as a share of who is left when the `removed` highest scores go.

    Equal scores go in the order of `people`. None when nobody is left.
    """
    return _kept_without(network, by_score(scores), removed)


def _kept_without(network: Network, ranked: NDArray[np.int64], removed: int) -> float | None:
    left = ranked[removed:]
    return float(largest_while_joining(network, left)[-1] / len(left)) if len(left) else None


def robustness(network: Network) -> float | None:
    """Mean over q = 1..n of the largest connected part, as a share of n, after the q people with most
    contacts are gone; contacts as counted at the start, equal ones in the order of `people`.

    Returns: at most .5 (everybody tied to everybody); None without people.
    Cost:    O(ties) by adding people back in reverse order.
    Source:  Schneider et al. (2011), static order.
    """
    if network.size == 0:
        return None
    order = np.argsort(-network.degree, kind="stable")
    sizes = largest_while_joining(network, order[::-1])
    # The last to join is the first to go, so the full network (the last size) isn't part of the sum.
    return float(sizes[:-1].sum() / network.size**2)


def largest_while_joining(network: Network, order: NDArray[np.int64]) -> NDArray[np.int64]:
    """The largest connected part after each person of `order` joins; who isn't in it stays away."""
    from knoop.network.stage_kernels import largest_as_they_join

    sizes: NDArray[np.int64] = largest_as_they_join(*rows_of(network), np.ascontiguousarray(order))
    return sizes
