"""Who may see, raise and answer signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from knoop.community.spaces import policy as spaces

if TYPE_CHECKING:
    from knoop.community.signals.models import Signal
    from knoop.community.spaces.models import Space
    from knoop.people.models import Person


def visible(person: Person) -> Q:
    """All colleagues, or who sees the space it is in; and whoever raised it or has to answer it.

    An owner's lead and whoever it was brought to when it was late also answer it, so they see it too.
    """
    here = Q(space=None) if not person.is_guest else Q(pk__in=())
    answers = Q(owner=person) | Q(owner__reporting_line__lead=person) | Q(brought_to=person)
    return here | Q(raiser=person) | answers | (Q(space__isnull=False) & spaces.visible(person, "space"))


def may_raise(person: Person, space: Space | None) -> bool:
    """A guest in the spaces they're in; a colleague also for the whole organisation."""
    return spaces.may_answer(person, space) if space else not person.is_guest


def may_answer(person: Person, signal: Signal) -> bool:
    """Its owner, their lead, whoever it was brought to when it was late, and community managers."""
    if person.is_guest:
        return False
    if person.pk in (signal.owner_id, signal.brought_to_id) or person.is_a("community_manager"):
        return True
    line = getattr(signal.owner, "reporting_line", None)
    return line is not None and line.lead_id == person.pk


def may_reopen(person: Person, signal: Signal) -> bool:
    """Who raised it; where that is hidden, the room of confidential signals says."""
    return signal.raiser_id is not None and signal.raiser_id == person.pk


def may_say_whether_it_helped(person: Person, signal: Signal) -> bool:
    """Once it was told back, by who raised it and who supports it."""
    return signal.state == "told" and (
        person.pk == signal.raiser_id or signal.supports.filter(person=person).exists()
    )


def may_set_rules(person: Person) -> bool:
    """Who answers what, within how many days, and which days are free."""
    return not person.is_guest and person.is_a("community_manager", "administrator")
