"""Comments in the order they're read: each below what it answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knoop.community.posts.models import Comment

DEEPEST = 3  # deeper answers stay at this indent and name whom they answer


@dataclass(frozen=True)
class Line:
    comment: Comment
    depth: int
    answers: Comment | None  # named where the indent doesn't say it


def in_reading_order(comments: Iterable[Comment]) -> Iterator[Line]:
    """Each comment once, depth first, answers to the same thing by time. O(n)."""
    by_pk: dict[int, Comment] = {}
    below: dict[int | None, list[Comment]] = defaultdict(list)
    for comment in comments:
        by_pk[comment.pk] = comment
        below[comment.to_id].append(comment)
    waiting = [(comment, 0) for comment in reversed(below[None])]
    while waiting:
        comment, depth = waiting.pop()
        yield Line(comment, min(depth, DEEPEST), by_pk[comment.to_id] if depth > DEEPEST else None)
        waiting += [(answer, depth + 1) for answer in reversed(below[comment.pk])]
