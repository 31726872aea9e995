"""Who hears of a signal, among those who listen now: asked of the same policies that the pages ask.

A post is told to whom it reaches on the home page and to who looks at its space; an answer to who looks at
its post; a message to who is in the conversation; a notice to whom it is for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field
from itertools import batched

from knoop.community.messages.models import Participation
from knoop.community.posts.models import Comment, Post
from knoop.community.spaces.models import Membership
from knoop.live.models import Signal
from knoop.notify.models import Notice
from knoop.people.following import Following
from knoop.people.models import Person

MANY = 5000  # ids in one query

type Watch = tuple[str, str]  # what is looked at: ("post", "12"), ("space", "7"), ("notices", "")
type Said = tuple[str, int, int | None]  # kind, thing, place: all that is sent


@dataclass(frozen=True)
class Listening:
    """Who listens, and who looks at what."""

    people: Set[int]
    watchers: Mapping[Watch, Set[int]] = field(default_factory=dict)

    def watching(self, what: str, which: object = "") -> Set[int]:
        return self.watchers.get((what, str(which)), frozenset())


type Audience = Callable[[Signal, Listening], Mapping[int, str]]


def said_to(signals: Iterable[Signal], listening: Listening) -> dict[int, list[Said]]:
    """For each who hears something what is said, in order. Whoever did it isn't told."""
    told: dict[int, list[Said]] = {}
    for signal in signals:
        audience = AUDIENCES.get(signal.kind)
        for person, kind in (audience(signal, listening) if audience else {}).items():
            if person != signal.by_id:
                told.setdefault(person, []).append((kind, signal.thing_id, signal.place_id))
    return told


def _of_post(signal: Signal, listening: Listening) -> dict[int, str]:
    post = Post.objects.filter(pk=signal.thing_id, withdrawn_at=None).first()
    if post is None:
        return {}
    followers = _among(Following.objects.filter(person=post.author_id), "by", listening.people)
    hear = Membership.objects.filter(space=post.space_id, muted_at=None)  # as home does
    members = _among(hear, "person", listening.people)
    others = followers | listening.watching("space", post.space_id)
    return dict.fromkeys(members | _readers(post, others - members), "post")


def _of_comment(signal: Signal, listening: Listening) -> dict[int, str]:
    watching = listening.watching("post", signal.place_id)
    comment = watching and Comment.objects.select_related("post").filter(pk=signal.thing_id).first()
    if not comment or comment.withdrawn_at:
        return {}
    members = _among(Membership.objects.filter(space=comment.post.space_id), "person", watching)
    return dict.fromkeys(members | _readers(comment.post, watching - members), "comment")


def _of_message(signal: Signal, listening: Listening) -> dict[int, str]:
    inside = Participation.objects.filter(conversation=signal.place_id, left_at=None)
    return dict.fromkeys(_among(inside, "person", listening.people), "message")


def _of_notice(signal: Signal, listening: Listening) -> dict[int, str]:
    """Who needs to do something sees it on every page; what is good to know on the page of notices."""
    found: dict[int, str] = {}
    for some in batched(listening.people, MANY):
        told = Notice.objects.filter(event=signal.thing_id, person__in=some).unread()
        for person, needs_you in told.values_list("person_id", "needs_you"):
            if needs_you or person in listening.watching("notices"):
                found[person] = "needs" if needs_you else "good"
    return found


AUDIENCES: dict[str, Audience] = {
    "post": _of_post,
    "comment": _of_comment,
    "message": _of_message,
    "notice": _of_notice,
}


def _among(rows, of: str, people: Collection[int]) -> set[int]:  # type: ignore[no-untyped-def]
    """Those of `people` whom one of `rows` names."""
    found: set[int] = set()
    for some in batched(people, MANY):
        found.update(rows.filter(**{f"{of}__in": some}).values_list(of, flat=True))
    return found


def _readers(post: Post, people: Collection[int]) -> set[int]:
    """Those of `people` who may read `post`, each asked: these are the few who aren't in its space."""
    others = Person.objects.present().filter(pk__in=people) if people else ()
    return {one.pk for one in others if Post.objects.visible_to(one).filter(pk=post.pk).exists()}
