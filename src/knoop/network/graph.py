"""People and the arcs between them: what each measure is asked of."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from knoop.network.cores import blocks, in_parallel

type Rows = tuple[NDArray[np.int32], NDArray[np.int32]]  # where each row starts, and its columns
type Vector = NDArray[np.float64]
type Figures = list[float | None]  # one per person, in the order of Network.people; None: undefined

AT_LEAST = 4_096  # people in a part of compiled work: a core has enough to do
PARTS = 16  # at most; a fixed number, so that sums don't depend on cores


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
    def ties(self) -> tuple[NDArray[np.int32], NDArray[np.int32], Vector]:
        """`both_ways` as compiled loops take it: where each person's contacts start, contacts, weights."""
        from knoop.network.graph_kernels import laid_both_ways

        arcs = self.arcs
        if not arcs.has_canonical_format:
            arcs = arcs.copy()
            arcs.sum_duplicates()
        starts, contacts, weight = laid_both_ways(*rows_of(arcs), arcs.data)
        return starts, contacts, weight

    @cached_property
    def both_ways(self) -> sparse.csr_array:
        """[i, j] is the weight of i -> j and j -> i together; symmetric, columns in order."""
        starts, contacts, weight = self.ties
        return sparse.csr_array((weight, contacts, starts), shape=self.arcs.shape)

    @cached_property
    def contacts(self) -> sparse.csr_array:
        """The undirected form: [i, j] is 1 where either turned to the other; symmetric, no weights."""
        starts, contacts, _ = self.ties
        return sparse.csr_array((np.ones(len(contacts)), contacts, starts), shape=self.arcs.shape)

    @property
    def rows(self) -> Rows:
        """`contacts` as compiled loops take it: where each person's contacts start, and the contacts."""
        return self.ties[:2]

    @cached_property
    def degree(self) -> Vector:
        """How many people each person has contact with, in either direction."""
        degree: Vector = np.diff(self.ties[0]).astype(np.float64)
        return degree

    @cached_property
    def triangles(self) -> Vector:
        """How many pairs of each person's contacts have contact too.

        Cost: O(ties^1.5) at most (Latapy 2008).
        """
        from knoop.network.graph_kernels import towards_the_popular, triangles_of

        begins, kept = towards_the_popular(*self.rows)
        counts = in_parallel(lambda part: triangles_of(begins, kept, *part), parts_of(self.size))
        return np.sum(counts, axis=0, dtype=np.float64) if counts else np.zeros(0)

    @cached_property
    def holes(self) -> tuple[Vector, Vector]:
        """Burt's constraint and effective size of everybody, from one pass; NaN without ties.

        Cost: O(sum of squared degrees), spread over cores. See knoop.network.brokerage.
        """
        from knoop.network.graph_kernels import holes_around

        starts, contacts, weight = self.ties
        total, strongest = np.zeros(self.size), np.zeros(self.size)
        tied = np.flatnonzero(self.degree)
        if len(tied):
            total[tied] = np.add.reduceat(weight, starts[tied])
            strongest[tied] = np.maximum.reduceat(weight, starts[tied])
        found = in_parallel(
            lambda part: holes_around(starts, contacts, weight, total, strongest, *part),
            parts_of(self.size),
        )
        constraint = [closed for closed, _ in found]
        effective = [size for _, size in found]
        return np.concatenate([np.zeros(0), *constraint]), np.concatenate([np.zeros(0), *effective])

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
    starts, contacts = network.rows
    first = np.repeat(np.arange(network.size), np.diff(starts))
    once = first < contacts
    return first[once], contacts[once].astype(np.int64)


def parts_of(people: int) -> list[tuple[int, int]]:
    """Everybody in a few parts, each for one core at a time: first position, and one beyond the last."""
    return blocks(people, max(AT_LEAST, -(-people // PARTS)))


def rows_of(matrix: sparse.csr_array) -> Rows:
    """Without values, in the whole numbers that compiled loops take; not copied where they are so already."""
    return matrix.indptr.astype(np.int32, copy=False), matrix.indices.astype(np.int32, copy=False)


def defined(values: Vector) -> Figures:
    """NaN, where a division had nothing to divide by, becomes None."""
    undefined = np.isnan(values).tolist()
    return [None if one else value for value, one in zip(values.tolist(), undefined, strict=True)]
