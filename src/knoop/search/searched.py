"""What can be found of the rooms that are here: people, spaces, posts, answers and events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from knoop.base.written import written
from knoop.community.meetings.models import Meeting
from knoop.community.posts.models import Comment, Post
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from knoop.search.sources import InSpaces, Shown, Told, source

if TYPE_CHECKING:
    from datetime import datetime


@source(
    "person",
    _("People"),
    icon="user",
    verbs=dict.fromkeys(
        (
            *("person.appointed", "person.invited", "person.became_guest", "person.became_colleague"),
            *("person.departed", "person.described", "person.changed", "person.returned", "person.signed_up"),
        ),
        "person_id",
    ),
)
class People:
    model = Person
    ages = False

    def told(self, ids: Iterable[int]) -> Iterator[Told]:
        for person in Person.objects.known().filter(pk__in=ids).select_related("unit"):
            unit = person.unit.name if person.unit else ""
            yield Told(
                thing_id=person.pk,
                author_id=person.pk,
                at=person.joined_at,
                title=f"{person.name} {person.handle}",
                text=f"{person.title}\n{unit}\n{person.about}",
            )

    def visible(self, person: Person, path: str) -> Q:
        return Q(**{f"{path}thing_id__in": Person.objects.visible_to(person).values("pk")})

    def shown(self, person: Person, ids: Iterable[int]) -> Iterator[Shown]:
        for found in _people(person, tuple(ids)):
            work = [found.title, found.unit.name if found.unit else ""]
            yield Shown(
                thing=found,
                title=found.name,
                about=" · ".join(word for word in work if word),
                text=found.about if found.is_active else "",
                address=found.get_absolute_url(),
                at=found.joined_at,
                is_quiet=not found.is_active,
            )


@source(
    "space",
    _("Spaces"),
    icon="layers",
    verbs=dict.fromkeys(
        (*("space.opened", "space.changed", "space.archived", "space.unarchived", "space.openness_changed"),),
        "space_id",
    ),
)
class Spaces(InSpaces):
    model = Space
    ages = False

    def told(self, ids: Iterable[int]) -> Iterator[Told]:
        for space in Space.objects.filter(pk__in=ids):
            yield Told(
                thing_id=space.pk,
                space_id=space.pk,
                at=space.created_at,
                title=space.name,
                text=space.purpose,
            )

    def shown(self, person: Person, ids: Iterable[int]) -> Iterator[Shown]:
        for found in _spaces(person, tuple(ids)):
            yield Shown(
                thing=found,
                title=found.name,
                text=found.purpose,
                address=found.get_absolute_url(),
                at=found.created_at,
                is_quiet=hasattr(found, "archival"),
            )


class Written(InSpaces):
    """Posts and comments: without what their authors took back."""

    def _told(self, row: Post | Comment, space_id: int, title: str = "") -> Told:
        return Told(
            thing_id=row.pk,
            space_id=space_id,
            author_id=row.author_id,
            at=row.published_at,
            title=title,
            text=row.text,
        )

    def _shown(self, row: Post | Comment, space: Space, title: str, at: datetime) -> Shown:
        return Shown(
            thing=row,
            title=title,
            text=row.text,
            address=row.get_absolute_url(),
            at=at,
            author=row.author,
            space=space,
        )


@source(
    "post",
    _("Posts"),
    icon="newspaper",
    verbs=dict.fromkeys(("post.written", "post.edited", "post.withdrawn", "post.restored"), "post_id"),
)
class Posts(Written):
    model = Post

    def told(self, ids: Iterable[int]) -> Iterator[Told]:
        for post in Post.objects.filter(pk__in=ids, withdrawn_at=None):
            yield self._told(post, post.space_id, post.title)

    def shown(self, person: Person, ids: Iterable[int]) -> Iterator[Shown]:
        for post in _posts(person, tuple(ids)):
            yield self._shown(post, post.space, post.title, post.published_at)


@source(
    "comment",
    _("Answers"),
    icon="message-circle",
    verbs=dict.fromkeys(
        ("post.answered", "comment.edited", "comment.withdrawn", "comment.restored"), "comment_id"
    ),
)
class Comments(Written):
    model = Comment

    def told(self, ids: Iterable[int]) -> Iterator[Told]:
        rows = Comment.objects.filter(pk__in=ids, withdrawn_at=None)
        for comment in rows.annotate(in_space=models.F("post__space")):
            yield self._told(comment, comment.in_space)

    def shown(self, person: Person, ids: Iterable[int]) -> Iterator[Shown]:
        for comment in _comments(person, tuple(ids)):
            yield self._shown(comment, comment.post.space, "", comment.published_at)


@source(
    "meeting",
    _("Events"),
    icon="calendar",
    verbs=dict.fromkeys(("meeting.planned", "meeting.changed", "meeting.cancelled"), "meeting_id"),
)
class Meetings(InSpaces):
    model = Meeting

    def told(self, ids: Iterable[int]) -> Iterator[Told]:
        for meeting in Meeting.objects.filter(pk__in=ids):
            yield Told(
                thing_id=meeting.pk,
                space_id=meeting.space_id,
                author_id=meeting.organiser_id,
                at=meeting.starts_at,
                title=meeting.title,
                text=f"{meeting.place}\n{meeting.text}",
            )

    def shown(self, person: Person, ids: Iterable[int]) -> Iterator[Shown]:
        for meeting in _meetings(person, tuple(ids)):
            yield Shown(
                thing=meeting,
                title=meeting.title,
                about=meeting.place,
                text=meeting.text,
                address=meeting.get_absolute_url(),
                at=meeting.starts_at,
                author=meeting.organiser,
                space=meeting.space,
                is_quiet=meeting.is_cancelled,
            )


@written
def _people(person: Person, ids: tuple[int, ...]) -> QuerySet[Person]:
    seen = Person.objects.visible_to(person).filter(pk__in=ids)
    return seen.select_related("unit", "departure").fetch_mode(models.FETCH_RAISE)


@written
def _spaces(person: Person, ids: tuple[int, ...]) -> QuerySet[Space]:
    seen = Space.objects.visible_to(person).filter(pk__in=ids)
    return seen.select_related("archival").fetch_mode(models.FETCH_RAISE)


@written
def _posts(person: Person, ids: tuple[int, ...]) -> QuerySet[Post]:
    seen = Post.objects.visible_to(person).filter(pk__in=ids, withdrawn_at=None)
    return seen.select_related("author__departure", "space").fetch_mode(models.FETCH_RAISE)


@written
def _comments(person: Person, ids: tuple[int, ...]) -> QuerySet[Comment]:
    seen = Comment.objects.visible_to(person).filter(pk__in=ids, withdrawn_at=None)
    return seen.select_related("author__departure", "post__space").fetch_mode(models.FETCH_RAISE)


@written
def _meetings(person: Person, ids: tuple[int, ...]) -> QuerySet[Meeting]:
    seen = Meeting.objects.visible_to(person).filter(pk__in=ids)
    return seen.select_related("organiser__departure", "space").fetch_mode(models.FETCH_RAISE)
