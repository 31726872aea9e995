"""Before somebody posts: how many get a mail at once, in their digest, or none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from knoop.community.spaces.models import Membership, Space
from knoop.notify.models import Choice, Mute, SpaceChoice
from knoop.notify.reasons import DEFAULTS, Kind, Way
from knoop.people.models import Person


@dataclass(frozen=True)
class Audience:
    mail: int
    digest: int
    here: int


def audience(author: Person, space: Space) -> Audience:
    """How the members of `space` hear of a new post there; counted by the database, in four queries."""
    members = Membership.objects.filter(space=space, person__departure=None).exclude(person=author)
    of_space = SpaceChoice.objects.filter(space=space)
    muted = Mute.objects.holding().filter(what="space", what_id=space.pk)
    hears_not = muted.values("person")
    ways: Counter[str] = Counter()
    said_here = of_space.filter(person__in=members.values("person")).exclude(person__in=hears_not)
    for way, count in said_here.exclude(person=author).order_by().values_list("way").annotate(Count("pk")):
        ways[way] += count
    general = Choice.objects.filter(kind=Kind.POST, person__in=members.values("person"))
    others = general.exclude(person__in=of_space.values("person")).exclude(person__in=hears_not)
    for way, count in others.order_by().values_list("way").annotate(Count("pk")):
        ways[way] += count
    total = members.exclude(person__in=hears_not).count()
    ways[DEFAULTS[Kind.POST]] += total - sum(ways.values())
    quiet = members.filter(person__in=hears_not).count()
    return Audience(ways[Way.MAIL], ways[Way.DIGEST], ways[Way.HERE] + ways[Way.NOT] + quiet)
