"""The home stream: what was written in my spaces and by whom I follow, however much there is.

Sorting all of it to show twenty costs more with each year. Instead each space and each person is asked, by
its index, from which moment on it alone would fill a page; no page reaches further back than the latest of
those. So at most a page from each is looked at, with a thousand posts as with a million.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db.models import Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from knoop.base.written import written
from knoop.community.posts.models import Post
from knoop.community.posts.streams import PAGE, Stream, marked, stream_of
from knoop.community.spaces.models import Membership
from knoop.people.following import Following
from knoop.web.paging import cut, place

if TYPE_CHECKING:
    from knoop.community.posts.models import PostQuerySet
    from knoop.people.models import Person

EVER = datetime(1, 1, 2, tzinfo=UTC)


def home_stream(person: Person, cursor: str, since: datetime | None) -> Stream:
    """The page at `cursor`, as `stream` gives it. Raises Http404 for what is no cursor."""
    found = _page(person, *(place(cursor) if cursor else ()))
    page = cut(found, moment="published_at", size=PAGE)
    return stream_of(page, person, reverse("home"), cursor, since)


@written
def _page(person: Person, *behind: *tuple[datetime, int]) -> PostQuerySet:
    return marked(home_feed(person, *behind), person)[: PAGE + 1]


def home_feed(person: Person, *behind: *tuple[datetime, int]) -> PostQuerySet:
    """The posts of a page behind a moment and a post, and perhaps more, in no order."""
    posts = Post.objects.visible_to(person).filter(withdrawn_at=None)
    if behind:
        posts = posts.before(*behind)
    spaces = Membership.objects.filter(person=person, muted_at=None)
    followed = Following.objects.of(person)
    written_there = posts.filter(
        space__in=spaces.values("space"),
        published_at__gte=_filled(spaces, posts.filter(space=OuterRef("space"))),
    )
    written_by = posts.filter(
        author__in=followed.values("person"),
        published_at__gte=_filled(followed, posts.filter(author=OuterRef("person"))),
    )
    ids = written_there.order_by().values("pk").union(written_by.order_by().values("pk"))
    return Post.objects.filter(pk__in=ids)


def _filled(sources: QuerySet, posts: PostQuerySet) -> Coalesce:  # type: ignore[type-arg]
    """The latest moment from which on one of `sources` alone has a page of posts, and one more."""
    # Not an offset that grows: the index is read for this many entries of each source.
    moment = posts.order_by("-published_at").values("published_at")[PAGE : PAGE + 1]
    rows = sources.order_by().annotate(moment=Subquery(moment), all=Value(1)).values("all")
    return Coalesce(Subquery(rows.annotate(latest=Max("moment")).values("latest")), Value(EVER))
