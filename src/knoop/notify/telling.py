"""From an event to who is told of it: everyone once, as they chose, in a few queries however many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import batched

from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal

from knoop.community.posts.models import Post
from knoop.community.spaces.models import Membership, Space
from knoop.events.models import Event
from knoop.notify.models import Choice, Letter, Mute, Notice, SpaceChoice
from knoop.notify.reasons import COMES_THROUGH, DUTIES, FROM_THE_HOUSE, REASONS, Kind, Way
from knoop.people.models import Person

MANY = 5000  # ids in one query
AT_ONCE = 1000  # notices in one transaction
told = Signal()  # in that transaction, once for each person: there are notices of `event` for `people`


@dataclass(frozen=True)
class About:
    """What people are told of."""

    thing: str
    thing_id: int
    space_id: int | None = None
    comment_id: int | None = None

    def line(self, reason: str) -> str:
        """What stands in one line: new posts of a space together, and all that happens to one thing."""
        if reason == "posted":
            return f"posted:space:{self.space_id}"
        if reason == "answered_comment":
            return f"answered_post:{self.thing}:{self.thing_id}"
        return f"{reason}:{self.thing}:{self.thing_id}"


class Plan:
    """Who is told of one event, once all that they chose and muted is reckoned with."""

    def __init__(self, event: Event, whom: dict[int, str], about: About) -> None:
        self.event, self.about = event, about
        self.whom = _present(_without_mutes(event, whom, about))
        self.ways = _ways(self.whom, about)

    @property
    def told(self) -> dict[int, str]:
        return {pk: reason for pk, reason in self.whom.items() if self.ways[pk] != Way.NOT}

    def carry_out(self) -> None:
        """Writes a notice for each, some at a time: on SQLite nobody else writes meanwhile."""
        for some in batched(self.told, AT_ONCE):
            self._tell(some)
        self._mail()

    @transaction.atomic
    def _tell(self, people: tuple[int, ...]) -> None:
        """Whom an earlier try told already isn't told again."""
        before = Notice.objects.filter(event=self.event, person__in=people)
        already = set(before.values_list("person_id", flat=True))
        fresh = [pk for pk in people if pk not in already]
        if fresh:
            notices = [self._notice(pk, self.whom[pk]) for pk in fresh]
            Notice.objects.bulk_create(notices, ignore_conflicts=True)
            told.send(Plan, event=self.event, people=fresh)

    def _mail(self) -> None:
        """For those who want to hear at once; a worker of its own sends it."""
        from knoop.notify.tasks import send

        if Letter.objects.queue(self.event, {pk: REASONS[said].needs_you for pk, said in self.told.items()}):
            send.enqueue()

    def _notice(self, pk: int, reason: str) -> Notice:
        return Notice(
            person_id=pk,
            event=self.event,
            actor_id=self.event.actor_id,
            reason=reason,
            line=self.about.line(reason),
            needs_you=REASONS[reason].needs_you,
            thing=self.about.thing,
            thing_id=self.about.thing_id,
            comment_id=self.about.comment_id,
            space_id=self.about.space_id,
            at=self.event.at,
        )


def _without_mutes(event: Event, whom: dict[int, str], about: About) -> dict[int, str]:
    """Nobody hears of their own acts, of whom they muted or, but for mentions, of what they muted.

    What a job made for somebody isn't an act of theirs.
    """
    what = Q(what="person", what_id=event.actor_id)
    if about.space_id:
        what |= Q(what="space", what_id=about.space_id)
    if about.thing == "post":
        what |= Q(what="post", what_id=about.thing_id)
    muted: dict[int, set[str]] = defaultdict(set)
    for person, kind in Mute.objects.holding().filter(what).values_list("person_id", "what"):
        muted[person].add(kind)
    return {
        pk: reason
        for pk, reason in whom.items()
        if (pk != event.actor_id or reason in FROM_THE_HOUSE)
        and (reason in DUTIES or "person" not in muted[pk])
        and (reason in DUTIES or reason in COMES_THROUGH or not muted[pk])
    }


def _present(whom: dict[int, str]) -> dict[int, str]:
    here: set[int] = set()
    for some in batched(whom, MANY):
        here.update(Person.objects.present().filter(pk__in=some).values_list("pk", flat=True))
    return {pk: reason for pk, reason in whom.items() if pk in here}


def _ways(whom: dict[int, str], about: About) -> dict[int, str]:
    """Whether each is told: as they chose for the space or the kind; else they are."""
    kinds = {reason: REASONS[reason].kind for reason in set(whom.values())}
    ways: dict[int, str] = dict.fromkeys(whom, Way.HERE)
    for some in batched(whom, MANY):
        chosen = Choice.objects.filter(person__in=some, kind__in=set(kinds.values()))
        for person, kind, way in chosen.values_list("person_id", "kind", "way"):
            if kinds[whom[person]] == kind:
                ways[person] = way
    if about.space_id:
        of_space = SpaceChoice.objects.filter(space=about.space_id).values_list("person_id", "way")
        for person, way in of_space.iterator():
            if person in whom and kinds[whom[person]] == Kind.POST:
                ways[person] = way
    return ways


def members_of(space_id: int) -> list[int]:
    return list(
        Membership.objects.filter(space=space_id, person__departure=None).values_list("person_id", flat=True)
    )


def who_see(post: Post, people: Iterable[int]) -> set[int]:
    """Of `people` those who may read `post`: all who are in its space, others if they're let."""
    wanted = set(people)
    inside = wanted.intersection(members_of(post.space_id))
    others = Person.objects.present().filter(pk__in=wanted - inside)
    return inside | {one.pk for one in others if Post.objects.visible_to(one).filter(pk=post.pk).exists()}


def keepers_of(space: Space) -> list[int]:
    """Who look after a space."""
    keepers = space.memberships.filter(role="administrator", person__departure=None)
    return list(keepers.values_list("person_id", flat=True))
