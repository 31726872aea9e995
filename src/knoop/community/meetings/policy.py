"""Who may see, plan, change and come to a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from knoop.community.spaces import policy as spaces

if TYPE_CHECKING:
    from knoop.community.meetings.models import Meeting
    from knoop.community.spaces.models import Space
    from knoop.people.models import Person


def visible(person: Person) -> Q:
    return spaces.visible(person, "space")


def may_plan(person: Person, space: Space) -> bool:
    return spaces.may_write(person, space)


def may_change(person: Person, meeting: Meeting) -> bool:
    """Who organises it and the space's administrators, as long as it isn't over."""
    if meeting.is_over or hasattr(meeting.space, "archival"):
        return False
    is_administrator = meeting.space.memberships.filter(person=person, role="administrator").exists()
    return person.pk == meeting.organiser_id or is_administrator


def may_enrol(person: Person, meeting: Meeting) -> bool:
    return meeting.takes_people and spaces.may_answer(person, meeting.space)
