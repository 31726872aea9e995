"""What stands on the home page beside the stream, and why: rules in words, no ranking.

For you to answer: who asked or mentioned me and got no answer from me, and questions in my spaces that wait
for two days and touch what I may be asked about. Oldest first.
Around you: conversations outside my spaces in which colleagues of my unit or people I follow took part, or
about a topic I follow. Newest first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from knoop.base import clock
from knoop.base.written import Sought, written
from knoop.community.posts.kinds import Kind
from knoop.community.posts.models import (
    Comment,
    CommentMention,
    Post,
    PostMention,
    PostTopic,
    Settled,
    TopicFollowing,
)
from knoop.community.spaces.models import Space
from knoop.people.following import Following
from knoop.people.models import Person, Unit

ASKED_SINCE = timedelta(days=30)  # who wasn't answered for longer has found another way
UNANSWERED_FOR = timedelta(days=2)
AROUND_SINCE = timedelta(days=14)
WAITING, AROUND = 20, 5  # what's further comes up when these are done
MOST_ROWS = 500
COLUMNS = ("post_id", "comment_id", "at", "why", "unit_count", "followed_count")
SHOWN = 4  # the rest is folded away
WORD = re.compile(r"\w{4,}")
MOST_WORDS = 8
# Words that say nothing of what somebody knows.
COMMON = frozenset(
    {
        *(
            "about",
            "also",
            "and",
            "from",
            "have",
            "that",
            "their",
            "this",
            "what",
            "when",
            "where",
            "which",
            "with",
        ),
        *(
            "alle",
            "alles",
            "andere",
            "deze",
            "hebben",
            "heeft",
            "maar",
            "mijn",
            "onze",
            "over",
            "veel",
            "voor",
        ),
        *("naar", "vraag", "vragen", "waar", "weet", "werk", "weten", "your", "zijn"),
    }
)


@dataclass(frozen=True)
class Item:
    """A conversation on the home page and why it's here."""

    post: Post
    reason: str
    at: datetime
    address: str
    is_late: bool = False

    @property
    def age(self) -> str:
        days = (clock.now() - self.at).days
        return ngettext("waits %(count)d day", "waits %(count)d days", days) % {"count": days}


Row = dict[str, Any]


def rows_of(person: Person, *, with_around: bool) -> tuple[list[Row], list[Row]]:
    """What asks for an answer, oldest first, and what happens around, newest first. One query."""
    now = clock.now()
    lately = now - AROUND_SINCE if with_around else None
    found = _rows(person, _known_by(person), now - ASKED_SINCE, now - UNANSWERED_FOR, lately)
    asking = [row for row in reversed(found) if row["unit_count"] is None]
    asking.sort(key=lambda row: (row["at"], row["why"] != "mention"))  # who names me counts for more
    near = [row for row in found if row["unit_count"] is not None]
    return _once_a_post(asking)[:WAITING], _once_a_post(near)[:AROUND]


@written
def _rows(
    person: Person, words: tuple[Sought, ...], since: datetime, until: datetime, lately: datetime | None
) -> QuerySet[Any, Row]:
    parts = [_mentioned_below(person, since), _left_alone(person, words, since, until)]
    if lately:
        parts += [_talked_by_near(person, lately), _about_topics(person, lately)]
    return _mentioned(person, since).union(*parts, all=True).order_by("-at")[:MOST_ROWS]


def _once_a_post(rows: list[Row]) -> list[Row]:
    first: dict[int, Row] = {}
    for row in rows:
        first.setdefault(row["post_id"], row)
    return list(first.values())


def _row(why: str, post: str, comment: str | None, at: str) -> Row:
    number = BigIntegerField()
    return {
        "post_id": F(post),
        "comment_id": F(comment) if comment else Cast(Value(None), number),
        "at": F(at),
        "why": Value(why, output_field=CharField()),
        "unit_count": Cast(Value(None), number),
        "followed_count": Cast(Value(None), number),
    }


def _seen(person: Person, post: str) -> Exists:
    return Exists(Post.objects.visible_to(person).filter(pk=OuterRef(post), withdrawn_at=None))


def _done(person: Person, post: str, at: str) -> Exists:
    return Exists(Settled.objects.filter(person=person, post=OuterRef(post), at__gte=OuterRef(at)))


def _answered(person: Person, post: str, at: str) -> Exists:
    return Exists(Comment.objects.filter(post=OuterRef(post), author=person, published_at__gt=OuterRef(at)))


def _mentioned(person: Person, since: datetime) -> QuerySet[PostMention, Row]:
    post, at = "thing_id", "thing__published_at"
    return (
        PostMention.objects.filter(_seen(person, post), person=person, thing__published_at__gte=since)
        .exclude(thing__author=person)
        .filter(~_answered(person, post, at), ~_done(person, post, at))
        .values(**_row("mention", post, None, at))
    )


def _mentioned_below(person: Person, since: datetime) -> QuerySet[CommentMention, Row]:
    post, at = "thing__post_id", "thing__published_at"
    return (
        CommentMention.objects.filter(_seen(person, post), person=person, thing__published_at__gte=since)
        .exclude(thing__author=person)
        .filter(~_answered(person, post, at), ~_done(person, post, at), thing__withdrawn_at=None)
        .values(**_row("mention", post, "thing_id", at))
    )


def _left_alone(
    person: Person, words: tuple[Sought, ...], since: datetime, until: datetime
) -> QuerySet[Post, Row]:
    """Questions that touch what `person` can be asked about."""
    fits = reduce(or_, (Q(text__icontains=word) for word in words), Q())
    questions = Post.objects.visible_to(person).in_spaces_of(person) if words else Post.objects.none()
    return (
        questions.filter(fits, kind=Kind.QUESTION, withdrawn_at=None, space__archival=None)
        .filter(published_at__gte=since, published_at__lte=until)
        .exclude(author=person)
        .filter(~Exists(Comment.objects.filter(post=OuterRef("pk"))), ~_done(person, "pk", "published_at"))
        .values(**_row("fits", "pk", None, "published_at"))
    )


def _known_by(person: Person) -> tuple[Sought, ...]:
    """What somebody says they can be asked about."""
    words = dict.fromkeys(word.lower() for word in WORD.findall(person.about))
    return tuple(Sought(word) for word in words if word not in COMMON)[:MOST_WORDS]


def _elsewhere(person: Person, post: str) -> Exists:
    """Posts that `person` may read but doesn't get in the stream."""
    followed = Following.objects.of(person).values("person")
    posts = Post.objects.visible_to(person).filter(pk=OuterRef(post), withdrawn_at=None)
    outside = posts.exclude(space__in=Space.objects.of(person).values("pk")).exclude(author=person)
    return Exists(outside.exclude(author__in=followed))


def _talked_by_near(person: Person, since: datetime) -> QuerySet[Comment, Row]:
    whom = Following.objects.of(person).order_by().values("person")
    own = Person.objects.filter(pk=person.pk).values("unit")[:1]
    unit, name = Q(author__unit=Subquery(own)), Unit.objects.filter(pk=Subquery(own)).values("name")
    # Named, as a database that may choose between the two reads everybody.
    near = whom.union(Person.objects.order_by().filter(unit=Subquery(own)).values("pk"))
    followed = Q(author__in=whom)
    return (
        Comment.objects.filter(author__in=near, published_at__gte=since, withdrawn_at=None)
        .exclude(author=person)
        .filter(_elsewhere(person, "post_id"))
        .order_by()
        .values("post_id")
        .annotate(
            comment_id=Cast(Value(None), BigIntegerField()),
            at=Max("published_at"),
            why=Coalesce(Subquery(name[:1]), Value("")),
            unit_count=Count("author", filter=unit, distinct=True),
            followed_count=Count("author", filter=followed, distinct=True),
        )
        .values(*COLUMNS)
    )


def _about_topics(person: Person, since: datetime) -> QuerySet[PostTopic, Row]:
    number = BigIntegerField()
    return (
        PostTopic.objects.filter(topic__in=TopicFollowing.objects.of(person).values("topic"), at__gte=since)
        .filter(_elsewhere(person, "thing_id"))
        .order_by()
        .values(
            post_id=F("thing_id"),
            comment_id=Cast(Value(None), number),
            moment=F("at"),
            why=F("topic__name"),
            unit_count=Value(0, output_field=number),
            followed_count=Value(0, output_field=number),
        )
    )


@written
def _posts(wanted: tuple[int, ...]) -> QuerySet[Post]:
    return Post.objects.select_related("author", "space").filter(pk__in=wanted)


def both(person: Person, *, with_around: bool) -> tuple[list[Item], list[Item]]:
    """The two bands with their posts, in two queries."""
    asked, near = rows_of(person, with_around=with_around)
    wanted = {row["post_id"] for row in (*asked, *near)}
    by_pk = {post.pk: post for post in _posts(tuple(wanted))}
    return (
        [_to_answer(row, by_pk[row["post_id"]]) for row in asked if row["post_id"] in by_pk],
        [_nearby(row, by_pk[row["post_id"]]) for row in near if row["post_id"] in by_pk],
    )


def _to_answer(row: Row, post: Post) -> Item:
    address = post.get_absolute_url()
    if row["comment_id"]:
        address += f"?comment={row['comment_id']}#comment-{row['comment_id']}"
    reasons = {
        "asked": _("asks you"),
        "mention": _("mentioned you"),
        "below": _("You were mentioned in this conversation"),
        "fits": _("nobody answered yet; you know about this"),
    }
    why = row["why"]
    if why == "mention":
        why = "below" if row["comment_id"] else "asked" if post.kind == Kind.QUESTION else why
    return Item(post, reasons[why], row["at"], address, clock.now() - row["at"] > UNANSWERED_FOR)


def _nearby(row: Row, post: Post) -> Item:
    if row["unit_count"]:
        words = ngettext(
            "%(count)d colleague from %(unit)s took part",
            "%(count)d colleagues from %(unit)s took part",
            row["unit_count"],
        ) % {"count": row["unit_count"], "unit": row["why"]}
    elif row["followed_count"]:
        words = ngettext(
            "%(count)d person you follow took part",
            "%(count)d people you follow took part",
            row["followed_count"],
        ) % {"count": row["followed_count"]}
    else:
        words = _("about #%(topic)s, which you follow") % {"topic": row["why"]}
    return Item(post, words, row["at"], post.get_absolute_url())
