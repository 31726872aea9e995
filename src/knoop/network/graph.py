"""People and the arcs between them: what each measure is asked of."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import networkit
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

type Vector = NDArray[np.float64]
type Figures = list[float | None]  # one per person, in the order of Network.people; None: undefined

CELLS_AT_ONCE = 4_000_000  # of a sparse product: keeps memory flat however many people there are


class UnknownPerson(LookupError):
    """Somebody was asked for who is not in the network."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Network:
    """Arcs i -> j, "i turned to j", with weights above 0 and nobody turned to himself.

    people: identifiers, in the order of every result.
    arcs:   (n, n) sparse rows; [i, j] is the weight of i -> j.
    """

    people: tuple[str, ...]
    arcs: sparse.csr_array

    @classmethod
    def from_edges(
        cls,
        edges: Iterable[tuple[str, str] | tuple[str, str, float]],
        *,
        people: Iterable[str] = (),
        mutual: bool = False,
    ) -> Self:
        """Edges (source, target) or (source, target, weight); equal edges are summed.

        `people` adds those without edges and sets the order; `mutual` lays each edge both ways.
        Edges to oneself are left out.
        """
        rows = [(edge[0], edge[1], float(edge[2]) if len(edge) == 3 else 1.0) for edge in edges]
        if mutual:
            rows += [(target, source, weight) for source, target, weight in rows]
        names = dict.fromkeys([*people, *(name for row in rows for name in row[:2])])
        order = {name: number for number, name in enumerate(names)}
        return cls.from_columns(
            tuple(order),
            np.array([order[row[0]] for row in rows], dtype=np.int64),
            np.array([order[row[1]] for row in rows], dtype=np.int64),
            np.array([row[2] for row in rows], dtype=np.float64),
        )

    @classmethod
    def from_columns(
        cls, people: tuple[str, ...], source: NDArray[Any], target: NDArray[Any], weight: Vector
    ) -> Self:
        """Equal arcs are summed from the smallest weight up, so the order of rows can't change a sum."""
        kept = (source != target) & (weight > 0)
        source, target, weight = source[kept], target[kept], weight[kept]
        order = np.lexsort((weight, target, source))
        source, target, weight = source[order], target[order], weight[order]
        first = np.flatnonzero(np.diff(source, prepend=-1) | np.diff(target, prepend=-1))
        summed = np.add.reduceat(weight, first) if len(first) else weight
        shape = (len(people), len(people))
        return cls(
            people=people, arcs=sparse.csr_array((summed, (source[first], target[first])), shape=shape)
        )

    @property
    def size(self) -> int:
        return len(self.people)

    @cached_property
    def both_ways(self) -> sparse.csr_array:
        """[i, j] is the weight of i -> j and j -> i together; symmetric."""
        return (self.arcs + self.arcs.T).tocsr()

    @cached_property
    def contacts(self) -> sparse.csr_array:
        """The undirected form: [i, j] is 1 where either turned to the other; symmetric, no weights."""
        contacts = self.both_ways.copy()
        contacts.data[:] = 1.0
        contacts.sort_indices()
        return contacts

    @cached_property
    def degree(self) -> Vector:
        """How many people each person has contact with, in either direction."""
        degree: Vector = np.diff(self.contacts.indptr).astype(np.float64)
        return degree

    @cached_property
    def triangles(self) -> Vector:
        """How many pairs of each person's contacts have contact too. Cost: O(sum of squared degrees)."""
        closing = products_at(self.contacts, self.contacts, self.contacts)
        return np.asarray(closing.sum(axis=1), dtype=np.float64) / 2

    def position(self, person: str) -> int:
        """Where a person stands in every result. Raises UnknownPerson."""
        try:
            return self.people.index(person)
        except ValueError:
            raise UnknownPerson(f"{person!r} is not in this network of {self.size} people.") from None

    def among(self, kept: NDArray[np.bool_]) -> "Network":
        """The network of the people where `kept` is true and the arcs between them."""
        chosen = np.flatnonzero(kept)
        people = tuple(self.people[number] for number in chosen)
        return Network(people=people, arcs=self.arcs[chosen][:, chosen].tocsr())


def pairs_of(network: Network) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each undirected tie once, as positions with the first below the second."""
    upper = sparse.triu(network.contacts, k=1).tocoo()
    return upper.row.astype(np.int64), upper.col.astype(np.int64)


def products_at(left: sparse.csr_array, right: sparse.csr_array, at: sparse.csr_array) -> sparse.csr_array:
    """`left @ right` where `at` has an entry and nowhere else.

    Cost: the product's, but only CELLS_AT_ONCE of it are held in memory at any time.
    """
    size = left.shape[0]
    step = max(1, CELLS_AT_ONCE // max(1, size))
    blocks = [
        (left[start : start + step] @ right).multiply(at[start : start + step])
        for start in range(0, size, step)
    ]
    return sparse.vstack(blocks).tocsr() if blocks else at.copy()


@contextmanager
def in_networkit(network: Network, *, seed: int = 1) -> Iterator[Any]:
    """The undirected form as a NetworKit graph, on one thread: with more, sums and draws differ by run."""
    threads = networkit.getMaxNumberOfThreads()
    networkit.setNumberOfThreads(1)
    networkit.engineering.setSeed(seed, False)
    try:
        first, second = pairs_of(network)
        ones = np.ones(len(first))
        yield networkit.GraphFromCoo((ones, (first, second)), n=network.size, weighted=False, directed=False)
    finally:
        networkit.setNumberOfThreads(threads)


def defined(values: Vector) -> Figures:
    """NaN, where a division had nothing to divide by, becomes None."""
    return [None if np.isnan(value) else float(value) for value in values]
