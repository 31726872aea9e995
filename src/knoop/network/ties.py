"""From acts to ties: how strong i's turning to j is at a moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.cores import PARTS, Part, blocks, even_blocks, in_parallel
from knoop.network.graph import Network, Vector
from knoop.network.interactions import KINDS, Interactions, UnusableInteractions, never_falls
from knoop.network.sorting import different

DAY = 86_400.0
STAGE_WINDOW = 90 * DAY
STAGE_WEIGHT = 3.0  # one direct message of today
MOST_GRADES = 65_535  # a place in a table must fit two bytes
MOST_BROADCAST = MOST_GRADES // len(KINDS) - 1
SMALL = 250_000  # acts: fewer aren't worth a second core
FINE = float(2**40)  # a weight of 1 as a whole number

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

    grade:   what a row is worth before any decay, as a place in `weights` (worth / sqrt(audience)) and in
             `never_fades` (a state that doesn't fade: follow).
    event:   which rows are one act; None: each row is one.
    views, to_self: rows; broadcasts: acts.
    """

    people: tuple[str, ...]
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    event: NDArray[np.int64] | None
    time: Vector | None
    grade: NDArray[np.uint16]
    weights: Vector
    never_fades: NDArray[np.bool_]
    to_self: int
    views: int
    broadcasts: int

    def __len__(self) -> int:
        return len(self.source)

    @property
    def weight(self) -> Vector:
        """Of each row, before any decay."""
        return self.weights[self.grade]

    @property
    def lasting(self) -> NDArray[np.bool_]:
        """Which rows don't fade."""
        return self.never_fades[self.grade]

    @cached_property
    def is_in_order(self) -> bool:
        """Whether time never falls from row to row, so that a period is a slice."""
        return never_falls(self.time)

    @cached_property
    def last(self) -> float | None:
        """When the last act was; None without times or acts."""
        if self.time is None or not len(self.time):
            return None
        return float(self.time[-1] if self.is_in_order else self.time.max())

    def worth_at(self, at: float, rules: Rules) -> Vector:
        """Of each row, what is left of its weight at a moment; 0 for what is yet to come or forgotten."""
        if self.time is None:
            return self.weight
        age = at - self.time
        halved = np.where(self.lasting, 0.0, age / rules.half_life)
        counts = (age >= 0) & (halved <= rules.forgotten)
        return np.where(counts, self.weight * np.exp2(-np.where(counts, halved, 0.0)), 0.0)

    def where(self, kept: NDArray[np.bool_] | slice) -> "Acts":
        """Only some rows, with the same people."""
        return replace(
            self,
            source=self.source[kept],
            target=self.target[kept],
            event=None if self.event is None else self.event[kept],
            time=None if self.time is None else self.time[kept],
            grade=self.grade[kept],
        )

    def within(self, since: float, until: float) -> "Acts":
        """Acts after `since` up to and with `until`; all of them without times."""
        if self.time is None:
            return self
        if self.is_in_order:
            first, end = np.searchsorted(self.time, [since, until], side="right")
            return self.where(slice(int(first), int(end)))
        return self.where((self.time > since) & (self.time <= until))


def acts_of(interactions: Interactions, rules: Rules | None = None) -> Acts:
    """Leave out acts to oneself, views and broadcasts; weigh the rest by kind and audience.

    Raises: UnusableInteractions when `rules.broadcast` is too high to keep audiences apart.
    Cost:   one pass; one sort of the rows whose act has several rows and no audience.
    """
    from knoop.network.ties_kernels import graded

    rules = rules or Rules()
    step = rules.broadcast + 1
    if not 0 < step * len(KINDS) <= MOST_GRADES:
        raise UnusableInteractions(
            f"A broadcast of {rules.broadcast:,} people can't be told apart. Use 1 to {MOST_BROADCAST:,}."
        )
    worth = np.array([rules.worth.get(kind, 0.0) for kind in KINDS])
    rows = len(interactions)
    grade, kept = np.zeros(rows, dtype=np.uint16), np.zeros(rows, dtype=np.bool_)
    audience = _audience(interactions)
    to_self, views, broad = graded(
        interactions.source,
        interactions.target,
        interactions.kind,
        audience,
        worth > 0,
        rules.broadcast,
        grade,
        kept,
    )
    broadcasts = _acts_among(interactions, audience, worth, rules) if broad else 0
    acts = Acts(
        people=tuple(interactions.people),
        source=interactions.source,
        target=interactions.target,
        event=interactions.event,
        time=interactions.time,
        grade=grade,
        weights=(worth[:, None] / np.sqrt(np.maximum(np.arange(step), 1))).ravel(),
        never_fades=np.repeat(np.arange(len(KINDS)) == KINDS.index("follow"), step),
        to_self=to_self,
        views=views,
        broadcasts=broadcasts,
    )
    return acts if to_self + views + broad == 0 else acts.where(kept)


def _acts_among(interactions: Interactions, audience: NDArray[np.int32], worth: Vector, rules: Rules) -> int:
    """How many acts are broadcasts, however many rows they have."""
    others = (interactions.source != interactions.target) & (worth[interactions.kind] > 0)
    return interactions.acts_among(others & (audience > rules.broadcast))


def _audience(interactions: Interactions) -> NDArray[np.int32]:
    """How many others each row's act reached, at least one; one number where that holds for all rows."""
    given, event = interactions.audience, interactions.event
    if event is None and (given is None or len(given) == 0):
        return np.ones(1, dtype=np.int32)
    unknown = np.ones(len(interactions), dtype=np.bool_) if given is None else given <= 0
    reached = np.ones(len(interactions), np.int32) if given is None else np.maximum(given, 1)
    unknown &= interactions.source != interactions.target
    if event is None or not unknown.any() or are_different(event[unknown]):
        return reached.astype(np.int32)
    _, act = np.unique(event[unknown], return_inverse=True)
    each = different(act * np.int64(len(interactions.people)) + interactions.target[unknown])
    counts = np.bincount(each // len(interactions.people), minlength=int(act.max()) + 1)
    reached = reached.astype(np.int32)
    reached[unknown] = counts[act]
    return reached


def are_different(events: NDArray[np.int64]) -> bool:
    """Whether no two rows are surely one act: numbers that only rise, as most logs have them."""
    return bool((events[1:] > events[:-1]).all())


def audience_of(interactions: Interactions) -> Vector:
    """How many others each row's act reached: as given, or else the different people in its rows."""
    audience = _audience(interactions)
    return np.broadcast_to(audience, len(interactions)).astype(np.float64)


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
    half-lives counts; `follow` doesn't fade; without times nothing fades. Acts are summed in whole numbers
    of 2^-40, so neither the order of rows nor how they are cut up can change a tie.
    Cost:   two passes over the acts on two cores, no sort: some 30 ns an act.
    Source: decay and weights of De Choudhury et al. (2010) and Gilbert & Karahalios (2009), as
    described in docs/measures/ties.md.
    """
    at = acts.last if at is None else at
    ever = summed_acts(acts, at=at, rules=rules)
    whole = ever.copy()
    whole.data = np.ones(ever.nnz)
    weight = as_weights(ever)
    if weight.nnz == ever.nnz:
        whole.indices, whole.indptr = weight.indices, weight.indptr
    attention = sparse.csr_array((np.log1p(weight.data), weight.indices, weight.indptr), shape=weight.shape)
    return Ties(
        weight=Network(people=acts.people, arcs=weight),
        attention=Network(people=acts.people, arcs=attention),
        whole=Network(people=acts.people, arcs=whole),
        at=at,
    )


def as_weights(sums: sparse.csr_array) -> sparse.csr_array:
    """Whole numbers as weights, without the ties that have faded altogether."""
    weight = sparse.csr_array((sums.data / FINE, sums.indices, sums.indptr), shape=sums.shape)
    if not weight.data.all():
        weight = weight.copy()
        weight.eliminate_zeros()
    return weight


def summed_acts(
    acts: Acts, *, at: float | None, rules: Rules | None = None, window: float = np.inf
) -> sparse.csr_array:
    """(people, people) of what all acts up to `at` are worth then, in 2^-40; 0 where all has faded.

    window: seconds before `at`; older acts aren't looked at, unless they don't fade.
    """
    from knoop.network import ties_kernels as kernels

    rules = rules or Rules()
    size, rows = len(acts.people), len(acts)
    time = np.zeros(0) if acts.time is None or at is None else acts.time
    moment = 0.0 if at is None else at
    parts = list(enumerate(blocks(rows, max(SMALL, -(-rows // PARTS)))))
    counts = np.zeros((max(1, len(parts)), size), dtype=np.int64)

    def count(part: tuple[int, Part]) -> None:
        number, block = part
        kernels.counted(
            acts.source, acts.grade, time, acts.never_fades, moment, window, *block, counts[number]
        )

    in_parallel(count, parts)
    place = np.cumsum(counts.T.ravel()).reshape(size, len(counts)).T if size else counts
    starts = np.append(0, place[-1]).astype(np.int64)
    place = np.ascontiguousarray(place - counts)
    to, worth = np.empty(starts[-1], dtype=np.int32), np.empty(starts[-1], dtype=np.int64)

    def scatter(part: tuple[int, Part]) -> None:
        number, block = part
        kernels.scattered(
            acts.source, acts.target, acts.grade, time, acts.weights, acts.never_fades, moment,
            rules.half_life, rules.half_life * rules.forgotten, window, *block,
            place[number], to, worth,
        )  # fmt: skip

    in_parallel(scatter, parts)
    return _packed(starts, to, worth)


def _packed(starts: NDArray[np.int64], to: NDArray[np.int32], worth: NDArray[np.int64]) -> sparse.csr_array:
    from knoop.network import ties_kernels as kernels

    size = len(starts) - 1
    found = np.zeros(size, dtype=np.int64)
    parts = even_blocks(starts)
    in_parallel(lambda block: kernels.summed(starts, *block, to, worth, found), parts)
    kept = np.append(0, np.cumsum(found))
    out, total = np.empty(kept[-1], dtype=np.int32), np.empty(kept[-1], dtype=np.int64)
    in_parallel(lambda block: kernels.packed(starts, kept, *block, to, worth, out, total), parts)
    return sparse.csr_array((total, out, kept.astype(np.int32)), shape=(size, size))


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
    at = at if at is not None else acts.last or 0.0
    arcs = summed_acts(acts, at=at, rules=rules, window=STAGE_WINDOW)
    arcs.eliminate_zeros()
    back = arcs.T.tocsr()
    strong = arcs + back
    strong.data = (strong.data >= int(STAGE_WEIGHT * FINE)).astype(np.int64)
    arcs.data[:] = 1
    back.data = np.ones(back.nnz, dtype=np.int64)
    return Network(people=acts.people, arcs=_pattern(arcs.multiply(back) + strong))


def is_undirected_list(whole: Network) -> bool:
    """Whether an edge list names each pair once, as lists of mutual ties do: under a tenth is returned."""
    returned = whole.arcs.multiply(whole.arcs.T).nnz
    return bool(returned < 0.1 * whole.arcs.nnz)


def _pattern(arcs: sparse.sparray) -> sparse.csr_array:
    standing = arcs.tocsr()
    standing.eliminate_zeros()
    standing.sort_indices()
    standing.data = np.ones(standing.nnz)
    return standing
