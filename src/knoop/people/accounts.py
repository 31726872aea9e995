"""The list of accounts as administrators read it: who is here, who was invited, who may not come in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models
from django.db.models import Prefetch, Q

from knoop.base.naming import folded
from knoop.people.models import Appointment, Person, PersonQuerySet

NOT_IN_YET = Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
STATES: dict[str, Q] = {
    "": Q(departure=None),
    "active": Q(departure=None, lock=None) & ~NOT_IN_YET,
    "invited": Q(departure=None) & NOT_IN_YET,
    "guest": Q(departure=None, is_guest=True),
    "locked": Q(departure=None, lock__isnull=False),
    "leaving": Q(erasure__isnull=False, erasure__erased_at=None),
    "departed": Q(departure__isnull=False),
}


def listed() -> PersonQuerySet:
    """Accounts with all that the list shows, by name. A field not loaded here raises."""
    roles = Prefetch("appointments", Appointment.objects.order_by("role"))
    rows = Person.objects.known().select_related("unit", "departure", "lock", "erasure")
    fields = ("handle", "name", "email", "title", "photo", "password", "is_guest", "unit__name")
    more = ("departure__at", "lock__at", "erasure__due_at", "erasure__erased_at")
    return (
        rows.only(*fields, *more)
        .prefetch_related(roles)
        .order_by("name", "pk")
        .fetch_mode(models.FETCH_RAISE)
    )


def narrowed(people: PersonQuerySet, asked: Mapping[str, Any]) -> PersonQuerySet:
    people = people.filter(STATES[asked.get("state") or ""])
    for word in str(asked.get("name") or "").split():
        people = people.filter(Q(folded__contains=folded(word)) | Q(email__icontains=word))
    if role := asked.get("role"):
        people = people.filter(appointments__role=role)
    if unit := asked.get("unit"):
        people = people.filter(unit__in=unit.with_all_below())
    return people


def counts() -> dict[str, int]:
    """How many there are of each, in one query."""
    known = Person.objects.known()
    asked = {f"n{place}": models.Count("pk", filter=rows) for place, rows in enumerate(STATES.values())}
    found = known.aggregate(**asked)
    return {state: found[f"n{place}"] for place, state in enumerate(STATES)}
