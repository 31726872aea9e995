"""Which of five stages a network is in: a readable heuristic, not an achievement."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.network.communities import communities, detected_modularity
from knoop.network.graph import Figures, Network
from knoop.network.position import betweenness
from knoop.network.shape import betweenness_centralisation, components

SMALLEST = 20  # people
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
    top_share:       top1b, that person's share of all b.
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


@dataclass(frozen=True, kw_only=True)
class Stage:
    """number and name are None with fewer than 20 members or without ties; agreement is the share of
    redrawn networks in the same stage, None as long as it isn't measured."""

    number: int | None
    name: str | None
    agreement: float | None
    features: StageFeatures

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

    Cost:   that of betweenness and communities, once each.
    Source: stages 1-4 after Krebs & Holley (2002-2006), 5 is ours; thresholds from 625 synthetic
            networks, see docs/measures/stage.md.
    """
    features = stage_features(network)
    number = stage_number(features) if network.size >= SMALLEST else None
    return Stage(number=number, name=NAMES.get(number or 0), agreement=None, features=features)


def stage_number(features: StageFeatures) -> int | None:
    """The rules, in order; the first that holds decides. A feature that is undefined can't decide."""
    if features.connected is None:
        return None
    if features.connected < 0.50:
        return 1
    is_one_hub = (features.top_share or 0) >= 0.50 and (features.centralisation or 0) >= 0.60
    if _below(features.keep_one, 0.55) or is_one_hub:
        return 2
    if _below(features.keep_five, 0.60) or (features.modularity or 0) >= 0.45:
        return 3
    return 4 if _below(features.robustness, 0.17) else 5


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
    if network.contacts.nnz == 0:
        return StageFeatures(
            connected=None,
            keep_one=None,
            keep_five=None,
            top_share=None,
            centralisation=None,
            modularity=None,
            robustness=None,
        )
    active = network.among(network.degree > 0)
    part = components(active)
    largest = active.among(part == np.argmax(np.bincount(part)))
    scores = betweenness(largest)
    total = sum(score or 0.0 for score in scores)
    return StageFeatures(
        connected=largest.size / network.size,
        keep_one=kept_without(largest, scores, 1),
        keep_five=kept_without(largest, scores, max(2, round(0.05 * largest.size))),
        top_share=max(score or 0.0 for score in scores) / total if total else None,
        centralisation=betweenness_centralisation(scores),
        modularity=detected_modularity(active, communities(active)),
        robustness=robustness(active),
    )


def kept_without(network: Network, scores: Figures, removed: int) -> float | None:
    """Largest connected part as a share of who is left when the `removed` highest scores go.

    Equal scores go in the order of `people`. None when nobody is left.
    """
    if network.size <= removed:
        return None
    # Sums over paths differ in their last digits with the order of people; equal must stay equal.
    rounded = np.round(np.array([score or 0.0 for score in scores]), 9)
    stays = np.ones(network.size, dtype=bool)
    stays[np.argsort(-rounded, kind="stable")[:removed]] = False
    left = network.among(stays)
    return float(np.bincount(components(left)).max() / left.size)


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
    return float(sum(sizes[:-1]) / network.size**2)


def largest_while_joining(network: Network, order: NDArray[np.intp]) -> Sequence[int]:
    """The largest connected part after each person of `order` joins."""
    parent = [-1] * network.size
    size = [1] * network.size
    starts, contacts = network.contacts.indptr.tolist(), network.contacts.indices.tolist()

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        return one

    largest, sizes = 0, []
    for person in order.tolist():
        parent[person] = person
        for contact in contacts[starts[person] : starts[person + 1]]:
            if parent[contact] == -1:
                continue
            mine, theirs = root(person), root(contact)
            if mine != theirs:
                small, big = sorted((mine, theirs), key=size.__getitem__)
                parent[small] = big
                size[big] += size[small]
        largest = max(largest, size[root(person)])
        sizes.append(largest)
    return sizes
