"""What the composer offers somebody: for what, where, and who will be able to read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import (
    FETCH_RAISE,
    BooleanField,
    Case,
    ExpressionWrapper,
    IntegerField,
    Value,
    When,
)
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from knoop.base.written import written
from knoop.community.posts import policy
from knoop.community.posts.kinds import Kind
from knoop.community.spaces import policy as spaces_policy
from knoop.community.spaces.lists import count_of_members
from knoop.community.spaces.models import Space

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.utils.functional import Promise

    from knoop.people.models import Person


@dataclass(frozen=True)
class Intent:
    """Why somebody writes. `word` stands in addresses: /posts/new?intent=ask."""

    word: str
    kind: Kind
    label: str | Promise
    icon: str
    prompt: str | Promise
    act: str | Promise  # on the button that sends it
    is_first: bool = True  # shown at once, not under "More"


INTENTS = (
    Intent(
        "tell",
        Kind.TELL,
        gettext_lazy("Tell"),
        "message-circle",
        gettext_lazy("What would you like to tell?"),
        gettext_lazy("Post"),
    ),
    Intent(
        "ask",
        Kind.QUESTION,
        gettext_lazy("Ask"),
        "circle-question-mark",
        gettext_lazy("What would you like to know? Say what you tried and what you need it for."),
        gettext_lazy("Ask"),
    ),
    Intent(
        "thank",
        Kind.THANKS,
        gettext_lazy("Thank"),
        "hand-heart",
        gettext_lazy("What did they do, and what did it change for you?"),
        gettext_lazy("Thank"),
    ),
    Intent(
        "story",
        Kind.STORY,
        gettext_lazy("Story"),
        "book-open",
        gettext_lazy("Somebody, somewhere, one moment: what happened?"),
        gettext_lazy("Tell this story"),
        is_first=False,
    ),
    Intent(
        "poll",
        Kind.POLL,
        gettext_lazy("Poll"),
        "chart-bar",
        gettext_lazy("What would you like colleagues to choose between, and what will you do with it?"),
        gettext_lazy("Start the poll"),
        is_first=False,
    ),
    Intent(
        "news",
        Kind.NEWS,
        gettext_lazy("News"),
        "newspaper",
        gettext_lazy("What is new, for whom, and from when?"),
        gettext_lazy("Publish the news"),
        is_first=False,
    ),
)
BY_WORD = {intent.word: intent for intent in INTENTS}
BY_KIND = {intent.kind: intent for intent in INTENTS}


def intents_for(person: Person) -> list[Intent]:
    kinds = policy.kinds_for(person)
    return [intent for intent in INTENTS if intent.kind in kinds]


def kind_of(word: str, person: Person) -> Kind:
    """What an address asks for; what isn't there or isn't for `person` is just telling."""
    intent = BY_WORD.get(word)
    return intent.kind if intent and intent.kind in policy.kinds_for(person) else Kind.TELL


@dataclass(frozen=True)
class Place:
    """A space that can be written in, and who reads it."""

    slug: str
    name: str
    people: int | None  # None: all colleagues

    @property
    def label(self) -> str:
        if self.people is None:
            return _("%(space)s (all colleagues)") % {"space": self.name}
        words = ngettext("%(space)s (%(count)d member)", "%(space)s (%(count)d members)", self.people)
        return words % {"space": self.name, "count": self.people}

    @property
    def readers(self) -> str:
        if self.people is None:
            return _("All colleagues can read this.")
        words = ngettext(
            "Only the %(count)d member of %(space)s can read this.",
            "Only the %(count)d members of %(space)s can read this.",
            self.people,
        )
        return words % {"space": self.name, "count": self.people}


def places(spaces: Iterable[Space]) -> list[Place]:
    """Spaces of `with_readers` as they're offered."""
    return [Place(space.slug, space.name, space.readers_count) for space in spaces]


@written
def mine(person: Person) -> QuerySet[Space]:
    """Somebody's own, with whether they may begin something there: menus name them all."""
    begins = ExpressionWrapper(spaces_policy.begins(person), BooleanField())
    found = with_readers(Space.objects.of(person).current()).annotate(may_begin=begins)
    return found.fetch_mode(FETCH_RAISE)


def with_readers(spaces: QuerySet[Space]) -> QuerySet[Space]:
    """By name. Members are counted only where they decide who reads."""
    none = Value(None, output_field=IntegerField())
    people = Case(When(openness=Space.Openness.OPEN, then=none), default=count_of_members())
    told = spaces.only("slug", "name", "openness").annotate(readers_count=people)
    return told.order_by("name", "pk")
