"""Before somebody posts: how many get a mail at once, in their digest, or none."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from knoop.community.spaces.models import Membership
from knoop.notify.choices import When
from knoop.notify.models import Choice, Mute, SpaceChoice
from knoop.notify.reasons import Kind, Way
from knoop.people.models import Person


@dataclass(frozen=True)
class Audience:
    now: int
    digest: int
    none: int


def audience(author: Person, slug: str) -> Audience:
    """How the members of a space hear of a new post there. One query, which counts in the database."""
    who = OuterRef("person")
    muted = Mute.objects.holding().filter(person=who)
    said_here = SpaceChoice.objects.filter(person=who, space=OuterRef("space"))
    said = Choice.objects.filter(person=who, kind=Kind.POST, way=Way.NOT)
    hears = (
        ~Exists(muted.filter(what="space", what_id=OuterRef("space")))
        & ~Exists(muted.filter(what="person", what_id=author.pk))
        & ~Exists(said_here.filter(way=Way.NOT))
        & (~Exists(said) | Exists(said_here.filter(way=Way.HERE)))
        & Q(person__email__contains="@")
    )
    members = Membership.objects.filter(space__slug=slug, person__departure=None).exclude(person=author)
    counted = members.aggregate(
        all=Count("pk"),
        now=Count("pk", filter=Q(person__mail_choice__good=When.NOW) & hears),
        digest=Count("pk", filter=Q(person__mail_choice__good=When.DIGEST) & hears),
    )
    return Audience(counted["now"], counted["digest"], counted["all"] - counted["now"] - counted["digest"])
