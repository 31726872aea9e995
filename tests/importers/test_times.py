"""Moments of an archive: those that haven't come yet, and those that nobody wrote down."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from knoop.archives import ArchivedMembership, ArchivedPerson, ArchivedReaction, ArchivedSpace
from knoop.base import clock
from knoop.community.posts.models import Post, PostReaction
from knoop.community.spaces.models import Membership
from knoop.events.models import Event
from knoop.importers.bringing import bring, count
from knoop.people.models import Departure, Person
from tests.importers.archives import archive, at, message

pytestmark = pytest.mark.django_db
FAR = datetime(2286, 11, 20, 17, 46, 39, tzinfo=UTC)


def test_a_message_dated_beyond_tomorrow_is_skipped_with_its_reason() -> None:
    far = replace(message("9", "A", 0, "From the future"), at=FAR)
    later = archive(messages=(*archive().messages, far))
    assert count(later).added["message"] == 4
    report = bring(later)
    assert [(s.count, s.examples) for s in report.skipped if "tomorrow" in s.reason] == [(1, ("9",))]
    assert not Post.objects.filter(text="From the future").exists()


def test_a_message_of_a_clock_that_runs_an_hour_ahead_comes_along() -> None:
    ahead = replace(message("9", "A", 0, "Soon"), at=clock.now() + timedelta(hours=1))
    bring(archive(messages=(ahead,)))
    assert Post.objects.get().text == "Soon"


def test_other_times_that_have_not_come_yet_are_as_good_as_unknown() -> None:
    far = ArchivedReaction(person="B", emoji="👍", at=FAR)
    member = ArchivedMembership(person="A", since=FAR)
    hall = ArchivedSpace(key="s", name="All", created=FAR, members=(member,))
    bring(
        archive(
            people=tuple(replace(person, joined=FAR) for person in archive().people),
            spaces=(hall,),
            messages=(message("1", "A", 0, "Hello", reactions=(far,)),),
        )
    )
    now = clock.now()
    assert PostReaction.objects.get().at == at(0)
    assert Membership.objects.get().since == at(0)
    assert not Person.objects.filter(joined_at__gt=now).exists()
    assert not Event.objects.filter(at__gt=now).exists()


def test_a_silent_colleague_is_here_since_the_archive_begins() -> None:
    silent = ArchivedPerson(key="D", handle="dora", name="Dora")
    bring(archive(people=(*archive().people, silent)))
    assert Person.objects.get(handle="dora").joined_at == at(-9)


def test_who_left_did_so_after_their_last_act() -> None:
    messages = (*archive().messages, message("5", "C", 40, "Bye"), message("6", "A", 90, "Bye"))
    bring(archive(messages=messages))
    assert Departure.objects.get().at == at(40)


def test_who_left_without_a_sign_left_when_the_archive_ends() -> None:
    silent = ArchivedPerson(key="D", handle="dora", name="Dora", has_left=True)
    bring(archive(people=(*archive().people, silent)))
    assert Departure.objects.get(person__handle="dora").at == at(3)
