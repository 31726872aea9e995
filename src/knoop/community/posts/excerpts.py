"""What a page shows of a thread: all of a short one; of a long one how it began and what is newest.

The places of all comments (two numbers each) are read from an index, so the order is always right; the words
only of those shown. What lies between two shown comments is a gap, which says how many it holds and opens by
keyset: from the comment before it. A thread of 5,000 sends as much as one of fifty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from knoop.community.posts.saved import is_saved
from knoop.community.posts.thread import DEEPEST, Line, in_reading_order

if TYPE_CHECKING:
    from knoop.community.posts.models import Comment, Post
    from knoop.people.models import Person

WHOLE = 40  # threads up to here are shown as they are
OLDEST = 24
OF_A_BRANCH = 4  # of an answer to the post and what is below it, while it's shown as an old one
NEWEST = 8
BEFORE, BEHIND = 3, 6  # what stands around a comment that somebody was sent to
TOO_FEW = 2  # a gap that holds no more than this is no gap
AT_ONCE = 30  # what a gap gives when it is opened


class Place(NamedTuple):
    pk: int
    to_id: int | None


@dataclass(frozen=True)
class Gap:
    count: int
    level: int
    after: int  # the comment before it; 0: the post itself
    until: int  # the comment behind it; 0: the end
    is_before: bool = False  # of a page that begins in the middle

    @property
    def depth(self) -> int:
        return min(self.level, DEEPEST)


@dataclass(frozen=True)
class Excerpt:
    items: list[Line[Comment] | Gap]
    count: int  # of all comments
    accepted: Comment | None = None  # the answer that helped

    @property
    def comments(self) -> list[Comment]:
        return [item.comment for item in self.items if isinstance(item, Line)]


class Order:
    """The places of a thread's comments in reading order."""

    def __init__(self, post: Post) -> None:
        # By time: answers to the same thing keep the order they came in.
        rows = post.comments.order_by("published_at", "pk").values_list("pk", "to_id")
        self.by_time = [Place(*row) for row in rows.iterator(chunk_size=2000)]
        self.lines = list(in_reading_order(self.by_time))
        self.at = {line.comment.pk: number for number, line in enumerate(self.lines)}

    def above(self, number: int) -> Iterable[int]:
        """The numbers of what a line answers, what that answers, and so on."""
        while (to := self.lines[number].comment.to_id) is not None:
            number = self.at[to]
            yield number

    def oldest(self) -> set[int]:
        """The first lines, of each branch no more than a few: one heated exchange doesn't fill the page."""
        chosen: set[int] = set()
        branch, shown = 0, Counter[int]()
        for number, line in enumerate(self.lines):
            if line.level == 0:
                branch = number
            if shown[branch] < OF_A_BRANCH:
                shown[branch] += 1
                chosen.add(number)
            if len(chosen) == OLDEST:
                break
        return chosen

    def newest(self) -> set[int]:
        """The last that came, each with what it answers and the answer to the post that it began with."""
        chosen: set[int] = set()
        for place in self.by_time[-NEWEST:]:
            number = self.at[place.pk]
            above = list(self.above(number))
            chosen |= {number, *above[:1], *above[-1:]}
        return chosen

    def around(self, pk: int) -> set[int]:
        number = self.at[pk]
        above = list(self.above(number))
        near = range(max(0, number - BEFORE), min(len(self.lines), number + BEHIND))
        return {*near, *above[:2], *above[-1:]}


def excerpt(post: Post, person: Person, about: int | None = None) -> Excerpt:
    """How the thread began and what is newest; where somebody was sent to a comment, also that one."""
    order = Order(post)
    if len(order.lines) <= WHOLE:
        return _excerpt(post, person, order, range(len(order.lines)))
    chosen = order.oldest() | order.newest()
    if about in order.at:
        chosen |= order.around(about)
    return _excerpt(post, person, order, _without_small_gaps(chosen, len(order.lines)))


def beyond(post: Post, person: Person, after: int, until: int, *, is_alone: bool) -> Excerpt | None:
    """The next comments behind `after`, up to `until`; None where `after` isn't in this thread.

    As a page of its own (`is_alone`) it goes on to the end, and says how many went before.
    """
    order = Order(post)
    if after and after not in order.at:
        return None
    first = order.at[after] + 1 if after else 0
    end = len(order.lines) if is_alone else order.at.get(until, len(order.lines))
    shown = range(first, min(end, first + AT_ONCE))
    if end - shown.stop <= TOO_FEW:
        shown = range(first, end)
    return _excerpt(post, person, order, shown, first=0 if is_alone else first, end=end)


def line_of(post: Post, person: Person, comment: Comment) -> tuple[Line[Comment], int]:
    """Where a comment stands in its thread, and how many the thread has."""
    order = Order(post)
    found = _excerpt(post, person, order, [order.at[comment.pk]])
    return next(item for item in found.items if isinstance(item, Line)), found.count


def _without_small_gaps(chosen: set[int], count: int) -> list[int]:
    filled: list[int] = []
    for number in [*sorted(chosen), count]:
        missing = range(filled[-1] + 1 if filled else 0, number)
        filled += [*(missing if len(missing) <= TOO_FEW else ()), number]
    return filled[:-1]


def _excerpt(
    post: Post, person: Person, order: Order, shown: Iterable[int], *, first: int = 0, end: int | None = None
) -> Excerpt:
    """The lines `shown` of those from `first` to `end`, with a gap wherever some are left out."""
    end = len(order.lines) if end is None else end
    chosen = [order.lines[number] for number in shown]
    # Whom a line answers is named where that one doesn't stand above it.
    named = {line.comment.to_id for line in chosen if line.comment.to_id is not None}
    accepted = post.acceptance.comment_id if hasattr(post, "acceptance") else None
    wanted = named | {line.comment.pk for line in chosen} | {accepted}
    rows = post.comments.for_thread().annotate(is_saved=is_saved(person, "comment"))
    by_pk = {comment.pk: comment for comment in rows.filter(pk__in=wanted - {None})}
    items: list[Line[Comment] | Gap] = []
    next_one, before = first, order.lines[first - 1].comment.pk if first else 0
    on_page = {line.comment.pk for line in chosen}
    for line in chosen:
        number, place = order.at[line.comment.pk], line.comment
        if number > next_one:
            items.append(_gap(order, next_one, number, before, place.pk, is_before=not items and first == 0))
        is_told = place.to_id is not None and (line.level > DEEPEST or place.to_id not in on_page)
        items.append(
            Line(by_pk[place.pk], line.level, by_pk[place.to_id] if is_told and place.to_id else None)
        )
        next_one, before = number + 1, place.pk
    if next_one < end:
        items.append(
            _gap(order, next_one, end, before, order.lines[end].comment.pk if end < len(order.lines) else 0)
        )
    return Excerpt(items, len(order.lines), by_pk.get(accepted))


def _gap(order: Order, first: int, end: int, after: int, until: int, *, is_before: bool = False) -> Gap:
    # A gap stands as deep as the first that it holds.
    return Gap(end - first, order.lines[first].level, after, until, is_before)
