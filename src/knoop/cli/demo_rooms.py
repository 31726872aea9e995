"""Fills the demo's rooms beside posts: pages, events and private messages, as `seed` tells them."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from knoop.base import clock


@transaction.atomic
def fill(seed: Any) -> None:
    """Once, after the organisation has come in: again does nothing."""
    from knoop.cli import demo_signals
    from knoop.community.pages.models import Page
    from seed import signals

    if Page.objects.exists():
        return
    people, spaces = _by_handle(), _by_slug()
    _pages(seed, people, spaces)
    _meetings(seed, people, spaces)
    _talks(seed, people)
    demo_signals.fill(signals, people, spaces)


def _by_handle() -> dict[str, Any]:
    from knoop.people.models import Person

    return {person.handle: person for person in Person.objects.all()}


def _by_slug() -> dict[str, Any]:
    from knoop.community.spaces.models import Space

    return {space.slug: space for space in Space.objects.all()}


def _pages(seed: Any, people: dict[str, Any], spaces: dict[str, Any]) -> None:
    from knoop.community.pages.models import Page

    made: dict[str, Page] = {}
    for told in seed.PAGES:
        by, space, above = people[told.by], spaces[told.space], made.get(told.under)
        page = Page.objects.write(by, space, told.title, told.text, above=above)
        made[told.title] = page
        for number, (who, why, text) in enumerate(told.again, 1):
            page.change(people[who], told.title, text, seen=number, note=why)


def _meetings(seed: Any, people: dict[str, Any], spaces: dict[str, Any]) -> None:
    from knoop.community.meetings.models import Meeting

    today = timezone.localtime(clock.now())
    for told in seed.MEETINGS:
        day = today + timedelta(days=told.days)
        begins = day.replace(hour=told.hour, minute=0, second=0, microsecond=0)
        fields = {"title": told.title, "text": told.text, "place": told.place, "capacity": told.capacity}
        meeting = Meeting.objects.plan(
            people[told.by], spaces[told.space], starts_at=begins,
            ends_at=begins + timedelta(hours=told.hours), **fields,
        )  # fmt: skip
        for handle in told.going:
            meeting.enrol(people[handle])


def _talks(seed: Any, people: dict[str, Any]) -> None:
    from knoop.community.messages.models import Conversation

    for told in seed.TALKS:
        first, *others = (people[handle] for handle in told.people)
        conversation = Conversation.objects.between(first, others)
        if told.name:
            conversation.rename(told.name)
        for handle, words in told.said:
            conversation.say(people[handle], words)
