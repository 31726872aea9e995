"""My ten minutes: what waits on a leader today, from what really happened. When it's done it says so.

Each item has a key, so that it can be set aside until tomorrow. The number of queries doesn't grow with them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Count, Exists, Max, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.community.posts.bands import Item as Asked
from knoop.community.posts.bands import both
from knoop.community.posts.models import Acceptance, Comment, Kind, Post, PostThanks
from knoop.community.signals.answering import NEXT, Step
from knoop.community.signals.kinds import State
from knoop.community.signals.models import Signal
from knoop.community.spaces.models import Space
from knoop.leadership.desk.models import Booking, LeaderQuestion, SetAside, Story
from knoop.leadership.desk.patterns import GUIDES, Guide, Pattern
from knoop.leadership.safety.groups import SMALLEST_GROUP
from knoop.people.models import Person, Unit

SHOWN = 3  # of each kind: it is ten minutes
LATELY = timedelta(days=14)
QUARTER = timedelta(days=90)
MONTH = timedelta(days=30)
PROMISED_WITHIN = timedelta(days=7)


@dataclass
class Waiting:
    """A signal with the step that can be taken now."""

    signal: Signal
    form: Step | None

    @property
    def key(self) -> str:
        return f"signal-{self.signal.pk}"


@dataclass(frozen=True)
class Silent:
    """A unit with which no word was exchanged for the longest time."""

    unit: Unit
    since: datetime | None  # None: not in the last quarter
    space: Space | None

    @property
    def key(self) -> str:
        return f"unit-{self.unit.pk}"


@dataclass(frozen=True)
class Practice:
    """One thing to try, and the fact it follows from; done when it happens."""

    key: str
    words: str | Promise
    because: str | Promise
    intent: str  # of the composer


@dataclass
class Today:
    """All that the desk shows, read once."""

    leader: Person
    refused: dict[int, Step] = field(default_factory=dict)  # forms that came back, by signal
    signals: list[Waiting] = field(default_factory=list)
    promises: list[Signal] = field(default_factory=list)
    questions: list[LeaderQuestion] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    replies: list[Comment] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    thank: Acceptance | None = None
    silent: Silent | None = None
    unfinished: Story | None = None
    guide: Guide | None = None
    practice: Practice | None = None

    @property
    def once(self) -> UUID:
        """For each form another, so that a double click isn't two posts."""
        return uuid4()

    @property
    def is_done(self) -> bool:
        waits = (self.signals, self.questions, self.asked, self.replies, self.promises)
        mine = (self.thank, self.silent, self.unfinished, self.guide, self.practice)
        return not any(waits) and not any(mine)


def today(leader: Person, refused: dict[int, Step] | None = None) -> Today:
    aside = SetAside.objects.today(leader)
    made = Today(leader, refused or {})
    _read_signals(made, aside)
    made.questions = _without(aside, "question", LeaderQuestion.objects.waiting_for(leader)[:20])
    asked, _near = both(leader, with_around=False)
    made.asked = [one for one in asked if f"post-{one.post.pk}" not in aside][:SHOWN]
    made.replies = _without(aside, "reply", _replies(leader))
    made.bookings = list(Booking.objects.filter(hour__leader=leader).coming()[:SHOWN])
    made.thank = next(iter(_without(aside, "thank", _helpful(leader))), None)
    made.silent = _silent(leader, aside)
    if "story" not in aside:
        _read_story(made)
    made.practice = _practice(leader, aside)
    return made


def _without(aside: set[str], name: str, rows: Any) -> list[Any]:
    return [row for row in rows if f"{name}-{row.pk}" not in aside][:SHOWN]


def _read_signals(made: Today, aside: set[str]) -> None:
    """What has to be decided, soonest promised first; and of what was decided, what is promised soon."""
    me = made.leader
    mine = Signal.objects.visible_to(me).waiting().filter(Q(owner=me) | Q(brought_to=me))
    soon = clock.today() + PROMISED_WITHIN
    for signal in mine.for_list().order_by("promised_on", "pk")[:50]:
        if f"signal-{signal.pk}" in aside:
            continue
        is_open = signal.state in (State.RAISED, State.ACKNOWLEDGED, State.LOOKING, State.CHANGED)
        if is_open and len(made.signals) < SHOWN:
            made.signals.append(Waiting(signal, made.refused.get(signal.pk) or _next(signal, me)))
        elif not is_open and signal.promised_on and signal.promised_on <= soon:
            made.promises.append(signal)
    made.promises = made.promises[:SHOWN]


def _next(signal: Signal, me: Person) -> Step | None:
    """The first step that is open: whose it is to answer may take it."""
    kind = next((kind for kind in NEXT if kind.is_open(signal)), None)
    if kind is None:
        return None
    form = kind(signal=signal, person=me)
    form.auto_id = f"signal-{signal.pk}-%s"
    return form


def _replies(leader: Person) -> list[Comment]:
    """Answers of others to what the leader wrote, after which they said nothing there; the oldest first."""
    since = clock.now() - LATELY
    later = Comment.objects.filter(
        post=OuterRef("post"), author=leader, published_at__gt=OuterRef("published_at")
    )
    rows = Comment.objects.visible_to(leader).filter(
        Q(post__author=leader) | Q(to__author=leader), published_at__gte=since, withdrawn_at=None
    )
    found = rows.exclude(author=leader).filter(~Exists(later), post__withdrawn_at=None)
    return list(found.for_thread().select_related("author", "post")[:20])


def _helpful(leader: Person) -> list[Acceptance]:
    """Answers that helped who asked, by colleagues whom the leader didn't thank for a month; newest first."""
    now = clock.now()
    thanked = PostThanks.objects.filter(
        thing__author=leader, thing__published_at__gte=now - MONTH, person=OuterRef("comment__author")
    )
    rows = Acceptance.objects.filter(
        at__gte=now - LATELY,
        post__in=Post.objects.visible_to(leader).filter(withdrawn_at=None, space__archival=None).values("pk"),
        comment__withdrawn_at=None,
        comment__author__departure=None,
    )
    found = rows.exclude(comment__author=leader).filter(~Exists(thanked))
    return list(found.select_related("comment__author", "post__space").order_by("-at", "-pk")[:10])


def _silent(leader: Person, aside: set[str]) -> Silent | None:
    """Of the units that are no small group, but for the leader's own. Four queries."""
    since = clock.now() - QUARTER
    said = Comment.objects.filter(published_at__gte=since).order_by()
    heard = said.filter(post__author=leader).values_list("author__unit").annotate(at=Max("published_at"))
    told = said.filter(author=leader).values_list("post__author__unit").annotate(at=Max("published_at"))
    last: dict[int | None, datetime] = {}
    for unit, at in (*heard, *told):
        last[unit] = max(at, last.get(unit, at))
    count = Count("people", filter=Q(people__departure=None), distinct=True)
    units = Unit.objects.annotate(n=count).filter(n__gte=SMALLEST_GROUP).exclude(pk=leader.unit_id)
    left = [unit for unit in units.order_by("name") if f"unit-{unit.pk}" not in aside]
    quiet = [unit for unit in left if unit.pk not in last or last[unit.pk] < clock.now() - MONTH]
    if not quiet:
        return None
    unit = min(quiet, key=lambda one: (one.pk in last, last.get(one.pk, since), one.name))
    space = Space.objects.visible_to(leader).current().filter(unit=unit).first()
    return Silent(unit, last.get(unit.pk), space)


def _read_story(made: Today) -> None:
    """The one that was begun, or a kind that wasn't told yet; nothing in the fortnight after a story."""
    me = made.leader
    told = Post.objects.filter(author=me, kind=Kind.STORY, withdrawn_at=None)
    if told.filter(published_at__gte=clock.now() - LATELY).exists():
        return
    stories = list(Story.objects.visible_to(me).order_by("-changed_at", "-pk")[:50])
    made.unfinished = next((one for one in stories if one.post_id is None), None)
    if made.unfinished is None:
        known = {one.pattern for one in stories}
        left = [pattern for pattern in Pattern if pattern not in known] or list(Pattern)
        made.guide = GUIDES[left[clock.today().toordinal() // 7 % len(left)]]


def _practice(leader: Person, aside: set[str]) -> Practice | None:
    """The first that follows from what the leader did lately. One query."""
    now = clock.now()
    mine = Post.objects.filter(author=leader, withdrawn_at=None)
    facts = mine.aggregate(
        asked=Count("pk", filter=Q(kind=Kind.QUESTION, published_at__gte=now - MONTH)),
        thanked=Count("pk", filter=Q(kind=Kind.THANKS, published_at__gte=now - LATELY)),
        posted=Count("pk", filter=Q(published_at__gte=now - LATELY)),
    )
    left = (
        Practice(
            "practice-ask",
            _("Ask one question you don't know the answer to."),
            _("You asked nothing for a month."),
            "ask",
        )
        if not facts["asked"]
        else None,
        Practice(
            "practice-thank",
            _("Thank somebody for one thing they did, and say what it changed."),
            _("You thanked nobody for two weeks."),
            "thank",
        )
        if not facts["thanked"]
        else None,
        Practice(
            "practice-tell",
            _("Say in three sentences what you saw this week that surprised you."),
            _("You wrote nothing for two weeks."),
            "tell",
        )
        if not facts["posted"]
        else None,
    )
    return next((one for one in left if one and one.key not in aside), None)
