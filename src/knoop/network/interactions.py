"""Who turned to whom, in columns: what every measure starts from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from knoop.network.sorting import different

KINDS = ("reply", "comment", "mention", "reaction", "message", "share", "thanks", "answer", "view", "follow")


class UnusableInteractions(ValueError):
    """The columns don't fit together. The message names the column and what to mend."""


def never_falls(time: NDArray[np.float64] | None) -> bool:
    """Whether each moment is at or after the one before; so is no time at all."""
    return time is None or bool((time[1:] >= time[:-1]).all())


@dataclass(frozen=True, kw_only=True, eq=False)
class Interactions:
    """One row is one act towards one person; rows with the same event are one act to several people.

    people:    identifiers; `source` and `target` are positions in it. People without rows are isolates.
    time:      seconds since 1970 (UTC), or None for a network without times.
    kind:      position in KINDS.
    event:     numbers acts; only which rows share a number matters. None: each row is an act by itself.
    audience:  how many people an act reached; 0 where unknown: then the people in its rows are counted.
               None where it is unknown for all.
    Raises:    UnusableInteractions when columns differ in length or point outside `people` or KINDS.
    """

    people: Sequence[str]
    time: NDArray[np.float64] | None
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    kind: NDArray[np.uint8]
    event: NDArray[np.int64] | None = None
    audience: NDArray[np.int32] | None = None

    def __post_init__(self) -> None:
        rows = len(self.source)
        for name in ("time", "target", "kind", "event", "audience"):
            column = getattr(self, name)
            if column is not None and len(column) != rows:
                raise UnusableInteractions(
                    f"`{name}` has {len(column)} rows, `source` has {rows}. Make them equal."
                )
        self._require_known_positions()
        if self.time is not None and not np.isfinite(self.time).all():
            raise UnusableInteractions("`time` holds values that are no moment. Leave those rows out.")
        if len(set(self.people)) != len(self.people):
            raise UnusableInteractions("`people` holds somebody twice. Give each person one identifier.")

    def _require_known_positions(self) -> None:
        for name, size in (("source", len(self.people)), ("target", len(self.people)), ("kind", len(KINDS))):
            column = getattr(self, name)
            if len(column) and not 0 <= column.min() <= column.max() < size:
                raise UnusableInteractions(f"`{name}` points outside 0..{size - 1}.")

    def __len__(self) -> int:
        return len(self.source)

    @cached_property
    def is_in_order(self) -> bool:
        """Whether time never falls from row to row, so that a period is a slice."""
        return never_falls(self.time)

    def where(self, kept: NDArray[np.bool_] | slice) -> Self:
        """Only some rows, with the same people."""
        return replace(
            self,
            time=None if self.time is None else self.time[kept],
            source=self.source[kept],
            target=self.target[kept],
            kind=self.kind[kept],
            event=None if self.event is None else self.event[kept],
            audience=None if self.audience is None else self.audience[kept],
        )

    def acts_among(self, chosen: NDArray[np.bool_]) -> int:
        """How many acts the chosen rows are."""
        return int(chosen.sum()) if self.event is None else len(different(self.event[chosen]))

    def since(self, moment: float) -> Self:
        """Rows at or after a moment; all of them without times. In order of time that copies nothing."""
        if self.time is None:
            return self
        if self.is_in_order:
            return self.where(slice(int(np.searchsorted(self.time, moment)), None))
        return self.where(self.time >= moment)

    @classmethod
    def from_edges(
        cls, edges: Iterable[tuple[str, str]], *, people: Iterable[str] = (), kind: str = "message"
    ) -> Self:
        """A network without times: each edge is one act of `kind` from the first person to the second.

        `people` adds those without edges. Raises UnusableInteractions for an unknown kind.
        """
        return cls.from_acts(((source, target, kind, None) for source, target in edges), people=people)

    @classmethod
    def from_acts(
        cls, acts: Iterable[tuple[str, str, str, float | None]], *, people: Iterable[str] = ()
    ) -> Self:
        """Acts of (source, target, kind, epoch seconds or None), each an event of its own.

        Raises UnusableInteractions for an unknown kind, or when only some acts have a time.
        """
        rows = list(acts)
        position = dict.fromkeys(people)
        position |= {person: None for row in rows for person in row[:2]}
        order = {person: number for number, person in enumerate(position)}
        times = [row[3] for row in rows if row[3] is not None]
        if times and len(times) != len(rows):
            raise UnusableInteractions(
                "Some acts have a time and some have none. Give all of them one, or none."
            )
        unknown = sorted({row[2] for row in rows} - set(KINDS))
        if unknown:
            raise UnusableInteractions(f"{unknown[0]!r} is not a kind. Use one of: {', '.join(KINDS)}.")
        return cls(
            people=tuple(order),
            time=np.array(times, dtype=np.float64) if times else None,
            source=np.array([order[row[0]] for row in rows], dtype=np.int32),
            target=np.array([order[row[1]] for row in rows], dtype=np.int32),
            kind=np.array([KINDS.index(row[2]) for row in rows], dtype=np.uint8),
            event=np.arange(len(rows), dtype=np.int64),
            audience=np.zeros(len(rows), dtype=np.int32),
        )
