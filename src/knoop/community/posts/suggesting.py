"""People, units and topics whose names begin as typed: only those that whoever types may see."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.http import JsonResponse
from django.utils.translation import gettext as _

from knoop.base.markdown import tag
from knoop.community.posts.models import CommentTopic, Post, PostTopic, Topic
from knoop.community.posts.policy import visible, visible_comments
from knoop.people.models import Person, Unit
from knoop.people.policy import may_see_organisation

MOST = 7
LONGEST = 60


def suggestions(person: Person, typed: str) -> JsonResponse:
    """What `typed`, which begins with @ or #, may become: what to write, and what it is."""
    mark, beginning = typed[:1], typed[1 : LONGEST + 1].strip()
    if mark == "@":
        found = [*_people(person, beginning), *_units(person, beginning)][:MOST]
    else:
        found = _topics(person, beginning) if mark == "#" and beginning else []
    return JsonResponse({"found": found})


def _people(person: Person, beginning: str) -> list[dict[str, str]]:
    """Whose username or one of whose names begins so; without a beginning nobody in particular."""
    if not beginning:
        return []
    begins = Q(handle__istartswith=beginning) | Q(name__istartswith=beginning)
    inside = Q(name__icontains=f" {beginning}")
    people = Person.objects.visible_to(person).present().filter(begins | inside).exclude(pk=person.pk)
    rows = people.order_by("name", "pk").values_list("handle", "name", "title")[:MOST]
    return [{"write": f"@{handle}", "name": name, "what": title} for handle, name, title in rows]


def _units(person: Person, beginning: str) -> list[dict[str, str]]:
    if not beginning or not may_see_organisation(person):
        return []
    units = Unit.objects.filter(Q(slug__istartswith=beginning) | Q(name__istartswith=beginning))
    rows = units.order_by("name").values_list("slug", "name")[:MOST]
    return [{"write": f"@{slug}", "name": name, "what": _("everybody in this unit")} for slug, name in rows]


def _topics(person: Person, beginning: str) -> list[dict[str, str]]:
    """Those that stand in something that `person` may read: the name of another would tell of it."""
    in_posts = PostTopic.objects.filter(topic=OuterRef("pk"))
    in_posts = in_posts.filter(Exists(Post.objects.filter(visible(person), pk=OuterRef("thing"))))
    in_comments = CommentTopic.objects.filter(topic=OuterRef("pk"))
    answered = CommentTopic.thing.field.related_model.objects.filter(visible_comments(person))
    in_comments = in_comments.filter(Exists(answered.filter(pk=OuterRef("thing"))))
    topics = Topic.objects.filter(tag__startswith=tag(beginning)).filter(
        Exists(in_posts) | Exists(in_comments)
    )
    return [
        {"write": f"#{name}", "name": f"#{name}", "what": ""}
        for name in topics.order_by("tag").values_list("name", flat=True)[:MOST]
    ]
