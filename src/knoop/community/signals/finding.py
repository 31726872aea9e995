"""Which signals somebody looks at, how they stand on the board, and what they're about."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knoop.base.markdown import tag
from knoop.community.signals.kinds import Decision, Kind, State
from knoop.community.signals.models import Signal
from knoop.community.spaces.models import Space
from knoop.people.models import Person, Unit
from knoop.people.policy import may_see_organisation

if TYPE_CHECKING:
    from knoop.community.signals.models import SignalQuerySet

ON_BOARD = 6  # cards in a column
PAGE = 30
SHOWN_TOPICS = 40
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would reckon with


class Find(forms.Form):
    """What of all signals is looked at. An address with something wrong in it leaves that out."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), required=False, choices=[("", gettext_lazy("all kinds")), *Kind.choices]
    )
    state = forms.ChoiceField(
        label=gettext_lazy("State"),
        required=False,
        choices=[("", gettext_lazy("all states")), *State.choices],
    )
    unit = forms.ModelChoiceField(
        Unit.objects.all(),
        label=gettext_lazy("Unit"),
        required=False,
        to_field_name="slug",
        empty_label=gettext_lazy("all units"),
    )
    topic = forms.CharField(label=gettext_lazy("Topic"), required=False, max_length=60)
    owner = forms.CharField(label=gettext_lazy("Answered by"), required=False, max_length=60)
    space = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)
    only = forms.ChoiceField(
        label=gettext_lazy("Only"),
        required=False,
        choices=[
            ("", gettext_lazy("everybody's")),
            ("mine", gettext_lazy("mine")),
            ("answer", gettext_lazy("for me to answer")),
            ("overdue", gettext_lazy("overdue")),
        ],
    )

    def __init__(self, given: Any, person: Person) -> None:
        super().__init__(given)
        self.person = person
        if not may_see_organisation(person):
            del self.fields["unit"]
        self.full_clean()

    @property
    def chosen(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def address(self) -> str:
        """What is chosen, as it stands in an address, to put something behind."""
        words = {name: getattr(value, "slug", value) for name, value in self.chosen.items()}
        return urlencode(words)

    @property
    def without_state(self) -> str:
        words = {n: getattr(v, "slug", v) for n, v in self.chosen.items() if n != "state"}
        return urlencode(words)

    @property
    def place(self) -> Space | None:
        """The space whose signals these are."""
        slug = self.chosen.get("space")
        return Space.objects.visible_to(self.person).filter(slug=slug).first() if slug else None

    def found(self) -> SignalQuerySet:
        rows = Signal.objects.visible_to(self.person).standing()
        chosen = self.chosen
        for name in ("kind", "state"):
            if name in chosen:
                rows = rows.filter(**{name: chosen[name]})
        if "unit" in chosen:
            rows = rows.filter(unit__in=chosen["unit"].with_all_below())
        if "topic" in chosen:
            rows = rows.filter(topics__contains=f" {tag(chosen['topic'].lstrip('#'))} ")
        if "owner" in chosen:
            typed = chosen["owner"].removeprefix("@")
            rows = rows.filter(Q(owner__handle=typed.lower()) | Q(owner__name__icontains=typed))
        if "space" in chosen:
            rows = rows.filter(space__slug=chosen["space"])
        return self._only(rows)

    def _only(self, rows: SignalQuerySet) -> SignalQuerySet:
        only = self.chosen.get("only")
        if only == "mine":
            return rows.that_concern(self.person)
        if only == "answer":
            return rows.waiting().filter(Q(owner=self.person) | Q(brought_to=self.person))
        return rows.overdue() if only == "overdue" else rows


@dataclass(frozen=True)
class Column:
    state: str
    label: str
    signals: list[Signal]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.signals)


def board(find: Find) -> list[Column]:
    """Of each state the newest few and how many there are. Two queries."""
    rows = find.found()
    counts = dict(rows.order_by().values_list("state").annotate(n=Count("pk", distinct=True)))
    place = Window(RowNumber(), partition_by=[F("state")], order_by=[F("state_since").desc(), F("pk").desc()])
    newest = rows.order_by().annotate(place=place).filter(place__lte=ON_BOARD)
    cards = Signal.objects.filter(pk__in=[pk for pk, _place in newest.values_list("pk", "place")])
    by_state: dict[str, list[Signal]] = defaultdict(list)
    for signal in cards.for_list().order_by("-state_since", "-pk"):
        by_state[signal.state].append(signal)
    return [
        Column(state, str(label), by_state[state], counts.get(state, 0)) for state, label in State.choices
    ]


@dataclass(frozen=True)
class About:
    """One topic on the map: how many signals there are in each state, and the share that is answered."""

    name: str
    counts: Counter[str]
    most: int  # signals of the largest topic: what the longest bar stands for

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def answered(self) -> int:
        return self.counts["answered"]

    @property
    def share(self) -> float:
        return self.answered / self.total

    @property
    def bars(self) -> list[tuple[str, float, float]]:
        """State, where its part of the bar begins and how wide it is, in hundredths of the longest."""
        found, at = [], 0.0
        for state in GROUPS:
            width = 100 * self.counts[state] / self.most
            if width:
                found.append((state, round(at, 2), round(width, 2)))
            at += width
        return found

    @property
    def numbers(self) -> list[int]:
        return [self.counts[state] for state in GROUPS]


GROUPS = ("waiting", "looking", "decided", "answered")
GROUP_OF = {
    State.RAISED: "waiting",
    State.ACKNOWLEDGED: "waiting",
    State.LOOKING: "looking",
    State.DECIDED: "decided",
    State.CHANGED: "decided",
    State.TOLD: "answered",
}


def topics(find: Find) -> list[About]:
    """What signals are about, the topic with most first; those without one last. One query."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for words, state in find.found().order_by().values_list("topics", "state"):
        for word in words.split() or [""]:
            counts[word][GROUP_OF[State(state)]] += 1
    most = max((count.total() for count in counts.values()), default=1)
    found = [About(word, count, most) for word, count in counts.items()]
    found.sort(key=lambda one: (not one.name, -one.total, one.name))
    return found[:SHOWN_TOPICS]


def in_use(person: Person, most: int = 30) -> list[str]:
    """Topic words of signals that somebody sees, those used most first: to choose from."""
    words = Signal.objects.visible_to(person).standing().exclude(topics="").values_list("topics", flat=True)
    return [word for word, _count in Counter(" ".join(words[:2000]).split()).most_common(most)]


def as_csv(signals: Iterable[Signal], out: Any) -> None:
    """One row a signal; nothing in it that a spreadsheet takes for a formula."""
    writer = csv.writer(out)
    about = (_("number"), _("kind"), _("in one line"), _("what happens"), _("where"), _("what would help"))
    place = (_("topics"), _("unit"), _("space"), _("raised by"), _("raised on"), _("answered by"))
    writer.writerow(
        (*about, *place, _("state"), _("decision"), _("promised for"), _("overdue"), _("supporters"))
    )
    for signal in signals:
        writer.writerow([_plain(value) for value in _row(signal)])


def _row(signal: Signal) -> Iterator[object]:
    yield from (signal.pk, signal.get_kind_display(), signal.title, signal.text, signal.where)
    yield from (signal.would_help, signal.topics.strip(), signal.unit or "", signal.space or "")
    yield from (signal.raiser or "", timezone.localtime(signal.raised_at).date().isoformat(), signal.owner)
    yield signal.get_state_display()
    yield Decision(signal.decision).label if signal.decision else ""
    yield signal.promised_on.isoformat() if signal.promised_on else ""
    yield _("yes") if signal.is_overdue else _("no")
    yield signal.support_count


def _plain(value: object) -> str:
    words = str(value)
    return f"'{words}" if words.startswith(FORMULA) else words
