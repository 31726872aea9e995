"""From acts to ties: how strong i's turning to j is at a moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.graph import Network, Vector
from knoop.network.interactions import KINDS, Interactions

DAY = 86_400.0
STAGE_WINDOW = 90 * DAY
STAGE_WEIGHT = 3.0  # one direct message of today

WORTH = MappingProxyType(
    {
        "answer": 4.0,
        "thanks": 4.0,
        "message": 3.0,
        "reply": 3.0,
        "comment": 3.0,
        "share": 2.5,
        "mention": 2.0,
        "reaction": 1.0,
        "follow": 0.5,
        "view": 0.0,
    }
)


@dataclass(frozen=True, kw_only=True)
class Rules:
    """How acts become ties.

    worth:       weight of one act of each kind to one person; 0 makes no tie.
    half_life:   seconds after which an act counts half.
    forgotten:   half-lives after which an act no longer counts.
    broadcast:   an act to more people than this makes no tie.
    """

    worth: Mapping[str, float] = field(default_factory=lambda: WORTH)
    half_life: float = 45 * DAY
    forgotten: float = 4.0
    broadcast: int = 25


@dataclass(frozen=True, kw_only=True, eq=False)
class Acts:
    """The rows that can make a tie, and how many rows can't and why.

    weight: worth / sqrt(audience), before any decay. lasting: a state that doesn't fade (follow).
    """

    people: tuple[str, ...]
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    event: NDArray[np.int64]
    time: Vector | None
    weight: Vector
    lasting: NDArray[np.bool_]
    to_self: int
    views: int
    broadcasts: int  # acts, not rows


def acts_of(interactions: Interactions, rules: Rules | None = None) -> Acts:
    """Leave out acts to oneself, views and broadcasts; weigh the rest by kind and audience.

    Cost: one sort of the rows where the audience is not given.
    """
    rules = rules or Rules()
    worth = np.array([rules.worth.get(kind, 0.0) for kind in KINDS])[interactions.kind]
    to_self = interactions.source == interactions.target
    audience = audience_of(interactions)
    seen = ~to_self & (worth <= 0)
    broad = ~to_self & ~seen & (audience > rules.broadcast)
    kept = ~(to_self | seen | broad)
    return Acts(
        people=tuple(interactions.people),
        source=interactions.source[kept],
        target=interactions.target[kept],
        event=interactions.event[kept],
        time=None if interactions.time is None else interactions.time[kept],
        weight=worth[kept] / np.sqrt(audience[kept]),
        lasting=interactions.kind[kept] == KINDS.index("follow"),
        to_self=int(to_self.sum()),
        views=int(seen.sum()),
        broadcasts=len(np.unique(interactions.event[broad])),
    )


def audience_of(interactions: Interactions) -> Vector:
    """How many others each row's act reached: as given, or else the different people in its rows."""
    reached = np.maximum(interactions.audience, 1).astype(np.float64)
    unknown = (interactions.audience <= 0) & (interactions.source != interactions.target)
    if not unknown.any():
        return reached
    _, act = np.unique(interactions.event[unknown], return_inverse=True)
    each = np.unique(act * np.int64(len(interactions.people)) + interactions.target[unknown])
    reached[unknown] = np.bincount(each // len(interactions.people), minlength=int(act.max()) + 1)[act]
    return reached


@dataclass(frozen=True, kw_only=True, eq=False)
class Ties:
    """What the acts come down to.

    weight:    w, the decayed sum of acts.
    attention: a = ln(1 + w): the tenth message adds less than the first.
    whole:     the simple graph of the whole period: weight 1 wherever an act ever made a tie.
    at:        the moment the ties are read, epoch seconds; None without times.
    """

    weight: Network
    attention: Network
    whole: Network
    at: float | None


def ties_of(acts: Acts, *, at: float | None = None, rules: Rules | None = None) -> Ties:
    """Ties as they stand at `at` (by default the last act), from acts up to then.

    w_ij = sum of worth / sqrt(k) * 2^(-age / half-life) over i's acts to j; nothing older than four
    half-lives counts; `follow` doesn't fade; without times nothing fades.
    Cost: one sort of the acts.
    Source: decay and weights of De Choudhury et al. (2010) and Gilbert & Karahalios (2009), as
    described in docs/measures/ties.md.
    """
    rules = rules or Rules()
    if at is None and acts.time is not None and len(acts.time):
        at = float(acts.time.max())
    happened = np.ones(len(acts.source), bool) if acts.time is None else acts.time <= (at or 0.0)
    weight = Network.from_columns(acts.people, acts.source, acts.target, _faded(acts, at, rules))
    attention = weight.arcs.copy()
    attention.data = np.log1p(attention.data)
    ever = Network.from_columns(
        acts.people, acts.source[happened], acts.target[happened], np.ones(int(happened.sum()))
    )
    ever.arcs.data[:] = 1.0
    return Ties(weight=weight, attention=Network(people=acts.people, arcs=attention), whole=ever, at=at)


def _faded(acts: Acts, at: float | None, rules: Rules) -> Vector:
    if acts.time is None or at is None:
        return acts.weight
    age = at - acts.time
    halved = np.where(acts.lasting, 0.0, age / rules.half_life)
    counts = (age >= 0) & (halved <= rules.forgotten)
    return np.where(counts, acts.weight * np.exp2(-halved, where=counts, out=np.zeros_like(halved)), 0.0)


def standing_network(acts: Acts, *, at: float | None = None, rules: Rules | None = None) -> Network:
    """The yes-or-no graph the stage is read from; laid both ways with weight 1.

    With times: pairs who both turned to the other, or whose weights together reach 3, counting acts of
    the last 90 days. Without times weights don't tell how fresh a tie is: pairs who both turned to the
    other; or every pair, when hardly any is returned (`is_undirected_list`).
    """
    if acts.time is None:
        whole = ties_of(acts, rules=rules).whole
        if is_undirected_list(whole):
            return Network(people=acts.people, arcs=whole.contacts)
        return Network(people=acts.people, arcs=_pattern(whole.arcs.multiply(whole.arcs.T)))
    at = at if at is not None else float(acts.time.max()) if len(acts.time) else 0.0
    age = at - acts.time
    recent = (age >= 0) & (acts.lasting | (age <= STAGE_WINDOW))
    weights = np.where(recent, _faded(acts, at, rules or Rules()), 0.0)
    arcs = Network.from_columns(acts.people, acts.source, acts.target, weights).arcs
    strong = arcs + arcs.T
    strong.data[strong.data < STAGE_WEIGHT] = 0.0
    return Network(people=acts.people, arcs=_pattern(arcs.multiply(arcs.T) + strong))


def is_undirected_list(whole: Network) -> bool:
    """Whether an edge list names each pair once, as lists of mutual ties do: under a tenth is returned."""
    returned = whole.arcs.multiply(whole.arcs.T).nnz
    return bool(returned < 0.1 * whole.arcs.nnz)


def _pattern(arcs: sparse.sparray) -> sparse.csr_array:
    standing = arcs.tocsr()
    standing.eliminate_zeros()
    standing.data[:] = 1.0
    return standing
