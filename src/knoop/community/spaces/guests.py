"""Somebody from outside the organisation comes into one space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db import transaction

from knoop.base.naming import free_name
from knoop.people.models import Person

if TYPE_CHECKING:
    from knoop.community.spaces.models import Space


@transaction.atomic
def invite_guest(
    space: Space, known: Person | None, by: Person, *, name: str, email: str
) -> tuple[Person, str]:
    """Makes a guest a member, and the path by which somebody new chooses a password; '' for who has one."""
    guest = known or _newcomer(name, email)
    space.add(guest, by=by)
    return guest, "" if guest.has_usable_password() else guest.invite(by=by)


def _newcomer(name: str, email: str) -> Person:
    wanted = re.sub(r"[^a-z0-9]+", ".", email.partition("@")[0].lower()).strip(".")[:50] or "guest"
    taken = set(Person.objects.filter(handle__startswith=wanted).values_list("handle", flat=True))
    guest = Person(handle=free_name(wanted, taken), name=name, email=email, is_guest=True)
    guest.set_unusable_password()
    guest.save()
    return guest
