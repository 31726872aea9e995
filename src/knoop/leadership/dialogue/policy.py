"""Who may see a dialogue, begin one, take part in it and answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from knoop.community.spaces import policy as spaces

if TYPE_CHECKING:
    from knoop.leadership.dialogue.models import Day, Dialogue
    from knoop.people.models import Person


def asked(person: Person) -> Q:
    """What is asked of `person`: of all colleagues, of their unit, or of a space they're in."""
    memberships = apps.get_model("spaces", "Membership").objects.filter(person=person)
    of_space = Q(Exists(memberships.filter(space=OuterRef("space"))))
    if person.is_guest:
        return of_space
    units = apps.get_model("dialogue", "Dialogue").units.through.objects
    of_unit = units.filter(unit__people=person.pk).values("dialogue")
    return Q(space=None, unit=None) | of_space | Q(pk__in=of_unit)


def visible(person: Person) -> Q:
    """Those who are asked, and who asked."""
    return asked(person) | Q(by=person)


def visible_questions(person: Person) -> Q:
    """Questions and ideas: seen by who sees their dialogue."""
    return Q(dialogue__in=apps.get_model("dialogue", "Dialogue").objects.filter(visible(person)).values("pk"))


def may_begin(person: Person) -> bool:
    return not person.is_guest and person.is_a("leader")


def may_ask(person: Person, space_id: int | None) -> bool:
    """All colleagues and units may be asked by each leader, a space by one who may write in it."""
    if space_id is None:
        return may_begin(person)
    space = apps.get_model("spaces", "Space").objects.select_related("archival").filter(pk=space_id).first()
    return may_begin(person) and space is not None and spaces.may_write(person, space)


def is_asked(person: Person, dialogue: Dialogue) -> bool:
    return type(dialogue).objects.filter(asked(person), pk=dialogue.pk).exists()


def may_take_part(person: Person, dialogue: Dialogue) -> bool:
    """Whoever is asked, but for who asks."""
    return dialogue.is_open and person.pk != dialogue.by_id and is_asked(person, dialogue)


def may_vote(person: Person, dialogue: Dialogue) -> bool:
    """Also afterwards, for what is still to be answered in writing; whoever asked it too."""
    return not dialogue.is_answered and person.pk != dialogue.by_id and is_asked(person, dialogue)


def may_close(person: Person, dialogue: Dialogue) -> bool:
    """With an answer, who asked: a round that has closed, a challenge whose ideas are all decided on."""
    if not may_answer(person, dialogue) or dialogue.is_open:
        return False
    return dialogue.is_round or (dialogue.is_challenge and dialogue.stage in ("doing", "done"))


def may_help(person: Person, dialogue: Dialogue) -> bool:
    """Supports, joins and remarks on ideas, until there is a result."""
    return not dialogue.is_answered and (person.pk == dialogue.by_id or is_asked(person, dialogue))


def may_decide(person: Person, dialogue: Dialogue) -> bool:
    return person.pk == dialogue.by_id and not dialogue.is_open and not dialogue.is_answered


def may_answer(person: Person, dialogue: Dialogue) -> bool:
    """Only who asked, in their own words: nobody answers as somebody else."""
    return person.pk == dialogue.by_id


def visible_days(person: Person) -> Q:
    """Days along with a team are for who works here."""
    return Q(pk__in=()) if person.is_guest else Q()


def may_offer_day(person: Person) -> bool:
    """Whoever works in a unit, for that unit."""
    return not person.is_guest and person.unit_id is not None


def may_come(person: Person, day: Day) -> bool:
    return may_begin(person) and day.is_free and person.pk != day.by_id


def may_tell(person: Person, day: Day) -> bool:
    """Only the leader who came."""
    return person.pk == day.leader_id and day.waits


def may_react(person: Person, day: Day) -> bool:
    """The team that was visited and the leader, once it is told."""
    in_team = person.unit_id is not None and person.unit_id == day.unit_id
    return day.is_told and not person.is_guest and (in_team or person.pk in (day.by_id, day.leader_id))
