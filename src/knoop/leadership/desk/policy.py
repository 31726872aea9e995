"""Who uses the desk and the studio, and who sees what of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Q

from knoop.community.posts import policy as posts
from knoop.community.spaces import policy as spaces

if TYPE_CHECKING:
    from knoop.community.posts.models import Post
    from knoop.leadership.desk.models import CallToAction
    from knoop.people.models import Person


def may_use_studio(person: Person) -> bool:
    """Whoever works here has stories to tell."""
    return not person.is_guest


def may_have_desk(person: Person) -> bool:
    return person.is_a("leader")


def may_choose_purpose(person: Person) -> bool:
    """It is theirs alone: nobody else is shown what a leader wanted with a post."""
    return person.is_a("leader")


def may_see_how_it_went(person: Person, post: Post) -> bool:
    return post.author_id == person.pk and not post.withdrawn_at


def visible_calls(person: Person) -> Q:
    return spaces.visible(person, "post__space")


def may_sign_up(person: Person, call: CallToAction) -> bool:
    """Who may answer the story; not who asks it."""
    post = call.post
    return post.author_id != person.pk and not post.withdrawn_at and posts.may_answer(person, post)


def may_see_who_signed_up(person: Person, call: CallToAction) -> bool:
    return call.post.author_id == person.pk


def may_read_ledger(reader: Person, leader: Person) -> bool:
    """For who works here; guests know people, not the organisation."""
    return not reader.is_guest and leader.is_active and leader.is_a("leader")


def may_read_record(reader: Person, leader: Person) -> bool:
    """The leader alone; everybody where they chose so, or where the organisation says that all do."""
    if reader.pk == leader.pk or settings.SHOWS_RECORDS:
        return True
    page = getattr(leader, "leader_page", None)
    return bool(page and page.shows_record)


def may_ask(person: Person, leader: Person) -> bool:
    return may_read_ledger(person, leader) and person.pk != leader.pk


def visible_questions(person: Person) -> Q:
    return Q(pk__in=()) if person.is_guest else Q(to__departure=None)


def visible_bookings(person: Person) -> Q:
    return Q(person=person) | Q(hour__leader=person)
