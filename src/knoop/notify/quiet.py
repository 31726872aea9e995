"""The quiet check: once in a while, which spaces tell somebody much that they never open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q

from knoop.base import clock
from knoop.community.spaces.models import Space
from knoop.notify.models import Kept, Mute, Notice
from knoop.people.models import Person

OVER = timedelta(days=28)
AT_LEAST = 12  # notices
OPENED_AT_MOST = 0.1
ASKED_AGAIN_AFTER = timedelta(days=84)
MOST = 3


@dataclass(frozen=True)
class Loud:
    space: Space
    told: int
    opened: int


def quiet_check(person: Person) -> list[Loud]:
    """The spaces that told `person` most in four weeks, of which they opened hardly anything."""
    now = clock.now()
    kept = Kept.objects.filter(person=person, at__gt=now - ASKED_AGAIN_AFTER).values("space")
    muted = Mute.objects.of(person).holding().filter(what="space").values("what_id")
    told = (
        Notice.objects.filter(person=person, at__gt=now - OVER, needs_you=False)
        .exclude(space=None)
        .exclude(space__in=kept)
        .exclude(space__in=muted)
        .order_by()
        .values("space")
        .annotate(told=Count("pk"), opened=Count("pk", filter=Q(is_opened=True)))
        .filter(told__gte=AT_LEAST)
        .order_by("-told")
    )
    loud = [row for row in told if row["opened"] <= OPENED_AT_MOST * row["told"]][:MOST]
    spaces = Space.objects.visible_to(person).in_bulk([row["space"] for row in loud])
    return [Loud(spaces[row["space"]], row["told"], row["opened"]) for row in loud if row["space"] in spaces]
