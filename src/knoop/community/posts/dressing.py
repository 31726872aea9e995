"""What some kinds of posts show beside their words, loaded for all posts of a page at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import FETCH_RAISE, Count, Q

from knoop.community.posts import policy
from knoop.community.posts.handovers import DraftedWith
from knoop.community.posts.kinds import Kind
from knoop.community.posts.mentions import PostThanks
from knoop.community.posts.polls import FEWEST_ANONYMOUS, Choice, Option, Poll, Standing, Vote

if TYPE_CHECKING:
    from knoop.community.posts.models import Post
    from knoop.people.models import Person

MOST_VOTERS = 500  # named on a page


def dress(posts: Sequence[Post], person: Person, *, with_voters: bool = False) -> None:
    """Gives posts whom they thank, who helped and how their poll stands: at most seven queries a page."""
    _thank([post for post in posts if post.kind == Kind.THANKS])
    _name_helpers([post for post in posts if post.is_helped])
    polls = {post.pk: post for post in posts if post.kind == Kind.POLL and not post.withdrawn_at}
    if polls:
        _count(polls, person, with_voters)


def _thank(posts: Sequence[Post]) -> None:
    if not posts:
        return
    rows = PostThanks.objects.filter(thing__in=[post.pk for post in posts]).select_related("person")
    per_post = defaultdict(list)
    for row in rows.order_by("pk"):
        per_post[row.thing_id].append(row.person)
    for post in posts:
        post.thanks_to = per_post[post.pk]


def _name_helpers(posts: Sequence[Post]) -> None:
    if not posts:
        return
    rows = DraftedWith.objects.filter(post__in=[post.pk for post in posts]).select_related("person")
    per_post = defaultdict(list)
    for row in rows.order_by("pk").fetch_mode(FETCH_RAISE):
        per_post[row.post_id].append(row.person)
    for post in posts:
        post.drafted_with = per_post[post.pk]


@dataclass
class _Counted:
    """What the votes of a page's polls come to."""

    people: dict[int, int] = field(default_factory=dict)  # per poll
    mine: set[int] = field(default_factory=set)  # options
    voters: dict[int, list[Person]] = field(default_factory=lambda: defaultdict(list))  # per option


def _count(posts: dict[int, Post], person: Person, with_voters: bool) -> None:
    polls = list(Poll.objects.filter(post__in=posts))
    options = defaultdict(list)
    for option in Option.objects.filter(poll__in=polls).annotate(count=Count("votes")).order_by("position"):
        options[option.poll_id].append(option)
    counted = _counted(polls, person, with_voters)
    may_write: dict[int, bool] = {}
    for poll in polls:
        post = poll.post = posts[poll.post_id]
        if post.space_id not in may_write:
            may_write[post.space_id] = policy.may_answer(person, post)
        may_vote = may_write[post.space_id] and not poll.is_closed
        post.standing = _standing(poll, options[poll.pk], counted, person, may_vote)


def _counted(polls: Sequence[Poll], person: Person, with_voters: bool) -> _Counted:
    votes = Vote.objects.filter(option__poll__in=polls)
    people = (
        votes.order_by()
        .values("option__poll")
        .annotate(named=Count("person", distinct=True), marked=Count("mark", distinct=True))
    )
    counted = _Counted({row["option__poll"]: row["named"] + row["marked"] for row in people})
    counted.people |= {poll.pk: poll.voters for poll in polls if poll.voters is not None}
    marks = [poll.mark_of(person) for poll in polls if poll.is_anonymous and not poll.sealed_at]
    own = votes.filter(Q(person=person) | Q(mark__in=marks))
    counted.mine = set(own.values_list("option", flat=True))
    if with_voters:
        named = votes.exclude(person=None).select_related("person").order_by("pk")
        for vote in named[:MOST_VOTERS]:
            counted.voters[vote.option_id].append(vote.person)
    return counted


def _standing(
    poll: Poll, options: Sequence[Option], counted: _Counted, person: Person, may_vote: bool
) -> Standing:
    people = counted.people.get(poll.pk, 0)
    has_voted = any(option.pk in counted.mine for option in options)
    if poll.is_anonymous:
        shows = poll.is_closed and people >= FEWEST_ANONYMOUS
    else:
        shows = poll.is_closed or has_voted or poll.post.author_id == person.pk
    choices = [
        Choice(
            option,
            option.count if shows else None,
            option.count / people if shows and people else None,
            option.pk in counted.mine,
            counted.voters[option.pk] if shows else (),
        )
        for option in options
    ]
    return Standing(poll, choices, people, may_vote, policy.may_close(person, poll))
