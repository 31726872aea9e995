"""Comments in the order they're read: each below what it answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

DEEPEST = 3  # deeper answers stay at this indent and name whom they answer


class Answering(Protocol):
    pk: int
    to_id: int | None


@dataclass(frozen=True, slots=True)
class Line[C: Answering]:
    comment: C
    level: int  # how many answers it is away from the post
    answers: C | None  # named where the indent doesn't say it

    @property
    def depth(self) -> int:
        return min(self.level, DEEPEST)


def in_reading_order[C: Answering](comments: Iterable[C]) -> Iterator[Line[C]]:
    """Each comment once, depth first, answers to the same thing by time. O(n)."""
    by_pk: dict[int, C] = {}
    below: dict[int | None, list[C]] = defaultdict(list)
    for comment in comments:
        by_pk[comment.pk] = comment
        below[comment.to_id].append(comment)
    waiting = [(comment, 0) for comment in reversed(below[None])]
    while waiting:
        comment, level = waiting.pop()
        yield Line(comment, level, by_pk[comment.to_id] if comment.to_id and level > DEEPEST else None)
        waiting += [(answer, level + 1) for answer in reversed(below[comment.pk])]
