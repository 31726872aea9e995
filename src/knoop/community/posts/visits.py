"""What Knoop remembers of somebody's reading, for their own marks alone; nobody else is shown any of it.

No event is recorded of reading: who looked at what when is nothing for a log.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from knoop.base import clock
from knoop.base.counting import count_of
from knoop.base.written import written
from knoop.people.models import Person

if TYPE_CHECKING:
    from knoop.community.posts.models import Comment, Post

AWAY = timedelta(minutes=30)  # who was away for longer comes back to a new visit
FINE = timedelta(minutes=1)  # a visit is written down no finer than this


class HomeVisitQuerySet(models.QuerySet["HomeVisit"]):
    def now(self, person: Person) -> HomeVisit:
        """The visit that `person` makes now, with `last_space`. Writes once a minute at most."""
        at = clock.now()
        visit = next(iter(_visit(person.pk)), None) or self.get_or_create(person=person)[0]
        if at - visit.at > FINE:
            visit.since = visit.at if at - visit.at > AWAY else visit.since
            visit.at = at
            visit.save(update_fields=["since", "at"])
        return visit


class HomeVisit(models.Model):
    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    since = models.DateTimeField(null=True)  # when the visit before ended; none: this is the first
    at = models.DateTimeField(default=clock.now)
    without_around_since = models.DateTimeField(null=True)  # none: what happens around me is shown

    last_space: str | None = None  # the slug of where somebody wrote last, most likely where they write now
    objects = HomeVisitQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.person_id} at {self.at}"

    def show_around(self, is_shown: bool) -> None:
        self.without_around_since = None if is_shown else clock.now()
        self.save(update_fields=["without_around_since"])


@written
def _visit(person: int) -> HomeVisitQuerySet:
    from knoop.community.posts.models import Post

    last = Post.objects.filter(author=person).order_by("-published_at", "-pk")
    return HomeVisit.objects.filter(person=person).annotate(
        last_space=Subquery(last.values("space__slug")[:1])
    )


class PostRead(models.Model):
    """Up to when somebody read a conversation they take part in."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    post = models.ForeignKey("Post", models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("person", "post", name="read_up_to_one_moment")]

    def __str__(self) -> str:
        return f"{self.person_id} read {self.post_id}"


class Settled(models.Model):
    """That somebody is done with what a conversation asks of them, up to a moment; later it may ask again."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    post = models.ForeignKey("Post", models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("person", "post", name="settled_up_to_one_moment")]

    def __str__(self) -> str:
        return f"{self.person_id} is done with {self.post_id}"


def settle(person: Person, post: Post) -> None:
    Settled.objects.update_or_create(person=person, post=post, defaults={"at": clock.now()})


def unsettle(person: Person, post: Post) -> None:
    Settled.objects.filter(person=person, post=post).delete()


def new_answers(person: Person) -> Coalesce:
    """How many answers of others came to a post since `person` read it; 0 where they take no part."""
    from knoop.community.posts.models import Comment

    read = PostRead.objects.filter(person=person, post=OuterRef(OuterRef("pk"))).values("at")
    later = Comment.objects.filter(post=OuterRef("pk"), published_at__gt=Subquery(read)).exclude(
        author=person
    )
    return count_of(later, "post")


def takes_part(person: Person) -> Exists:
    """Whether `person` answered a post."""
    from knoop.community.posts.models import Comment

    return Exists(Comment.objects.filter(post=OuterRef("pk"), author=person))


def read(person: Person, post: Post, comments: list[Comment]) -> None:
    """Marks those `comments` that are new to `person`, and has them read. Only where `person` takes part."""
    if post.author_id != person.pk and not post.takes_part:
        return
    at = clock.now()
    kept, is_first = PostRead.objects.get_or_create(person=person, post=post, defaults={"at": at})
    if is_first:
        return
    for comment in comments:
        comment.is_unread = comment.author_id != person.pk and comment.published_at > kept.at
    if post.new_count:
        PostRead.objects.filter(pk=kept.pk).update(at=at)


def began_earlier(posts: list[Post], since: datetime | None, before: datetime | None) -> None:
    """Marks the first of `posts`, newest first, that was there at the last visit.

    `before`: the moment of the post before these, when they're a later page.
    """
    if since is None or (before is not None and before <= since):
        return
    for post in posts:
        if post.published_at <= since:
            post.begins_earlier = True
            return
