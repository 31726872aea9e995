"""Polls: a post with choices. See docs/decisions on what is kept of an anonymous vote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils.crypto import salted_hmac

from knoop.base import clock
from knoop.community.posts.verbs import PollClosed, Voted
from knoop.events.models import Event
from knoop.people.models import Person

if TYPE_CHECKING:
    from knoop.community.posts.models import Post

FEWEST, MOST = 2, 10  # options
LONGEST_OPTION = 160
FEWEST_ANONYMOUS = 5  # voters, before an anonymous result is shown


@dataclass(frozen=True)
class Terms:
    """What a poll asks: decided once, when it is written."""

    options: Sequence[str]
    closes_at: datetime
    is_multiple: bool = False
    is_anonymous: bool = False


class PollIsClosed(Exception):
    def __init__(self) -> None:
        super().__init__("Votes can't be changed after a poll has closed.")


class PollQuerySet(models.QuerySet["Poll"]):
    def ask(self, post: Post, terms: Terms) -> Poll:
        poll = self.create(
            post=post,
            is_multiple=terms.is_multiple,
            is_anonymous=terms.is_anonymous,
            closes_at=terms.closes_at,
        )
        Option.objects.bulk_create(
            Option(poll=poll, words=words, position=position) for position, words in enumerate(terms.options)
        )
        return poll

    def to_seal(self) -> PollQuerySet:
        return self.filter(is_anonymous=True, sealed_at=None, closes_at__lte=clock.now())


class Poll(models.Model):
    post = models.OneToOneField("Post", models.CASCADE, related_name="poll")
    is_multiple = models.BooleanField(default=False)
    is_anonymous = models.BooleanField(default=False)
    closes_at = models.DateTimeField()
    # When the marks by which anonymous votes could be changed were erased.
    sealed_at = models.DateTimeField(null=True)
    voters = models.PositiveIntegerField(null=True)  # counted then: without marks that can't be done any more

    objects = PollQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("closes_at", name="poll_by_end")]

    def __str__(self) -> str:
        return f"poll of {self.post_id}"

    @property
    def is_closed(self) -> bool:
        return clock.now() >= self.closes_at

    def voter(self, person: Person) -> dict[str, object]:
        """What a vote of `person` is found by."""
        return {"mark": self.mark_of(person)} if self.is_anonymous else {"person": person}

    def mark_of(self, person: Person) -> str:
        """The same each time, so that a vote can be changed; whose it is can't be read from it."""
        return salted_hmac("knoop.poll", f"{self.pk}:{person.pk}", algorithm="sha256").hexdigest()

    @transaction.atomic
    def vote(self, by: Person, options: Sequence[Option]) -> None:
        """Votes for `options` in place of what `by` voted before; none takes the vote back."""
        poll = Poll.objects.select_for_update().get(pk=self.pk)
        if poll.is_closed:
            raise PollIsClosed
        voter = self.voter(by)
        mine = Vote.objects.filter(option__poll=self, **voter)
        before = mine.count()
        mine.delete()
        Vote.objects.bulk_create(Vote(option=option, **voter) for option in options)
        # No event of an anonymous vote: the order of the log would say whose it was.
        if options and not before and not self.is_anonymous:
            Event.objects.record(
                by, Voted(self.post_id, self.post.space_id, self.post.author_id), about=self.post
            )

    @transaction.atomic
    def close(self, by: Person) -> None:
        poll = Poll.objects.select_for_update().get(pk=self.pk)
        if not poll.is_closed:
            self.closes_at = poll.closes_at = clock.now()
            poll.save(update_fields=["closes_at"])
            Event.objects.record(by, PollClosed(self.post_id, self.post.space_id), about=self.post)
        self.seal()

    @transaction.atomic
    def seal(self) -> None:
        """Erases the marks of anonymous votes: from then on nobody can tell whose they are."""
        if self.is_anonymous and self.is_closed and self.sealed_at is None:
            votes = Vote.objects.filter(option__poll=self)
            self.voters = votes.values("mark").distinct().count()
            votes.update(mark=None)
            self.sealed_at = clock.now()
            self.save(update_fields=["sealed_at", "voters"])


class Option(models.Model):
    poll = models.ForeignKey(Poll, models.CASCADE, related_name="options")
    words = models.CharField(max_length=LONGEST_OPTION)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint("poll", "position", name="poll_option_by_position")]

    def __str__(self) -> str:
        return self.words


class Vote(models.Model):
    """Of a person, or in an anonymous poll of a mark, which is erased when the poll closes."""

    option = models.ForeignKey(Option, models.CASCADE, related_name="votes")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    mark = models.CharField(max_length=64, null=True)  # noqa: DJ001 - empty marks would not be unique

    class Meta:
        constraints = [
            models.UniqueConstraint("option", "person", name="one_vote_for_an_option"),
            models.UniqueConstraint("option", "mark", name="one_vote_for_an_option_by_mark"),
        ]

    def __str__(self) -> str:
        return f"vote for {self.option_id}"


@dataclass(frozen=True)
class Choice:
    """An option as somebody sees it."""

    option: Option
    count: int | None  # None: not shown to this reader (yet)
    share: float | None  # of the people who voted
    is_mine: bool
    voters: Sequence[Person] = ()

    @property
    def width(self) -> int:
        """Of its bar, of a hundred."""
        return round(100 * (self.share or 0))

    @property
    def others(self) -> int:
        """Who voted for it and isn't named."""
        return max(0, (self.count or 0) - len(self.voters)) if self.voters else 0


@dataclass(frozen=True)
class Standing:
    """A poll as somebody sees it now."""

    poll: Poll
    choices: Sequence[Choice]
    people: int  # who voted
    may_vote: bool
    may_close: bool

    @property
    def has_voted(self) -> bool:
        return any(choice.is_mine for choice in self.choices)

    @property
    def shows_results(self) -> bool:
        return any(choice.count is not None for choice in self.choices)
