"""Signals: what somebody raises, who answers it, by when, and what came of it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from knoop.base import clock, markdown
from knoop.base.addresses import address
from knoop.community.signals import policy, promising, verbs
from knoop.community.signals.confidential import Box, ConfidantKey, Envelope, Letter
from knoop.community.signals.kinds import Act, Decision, Kind, State, next_acts
from knoop.community.signals.lists import SignalLists
from knoop.community.signals.outlines import Outline
from knoop.community.signals.promising import FreeDay, Term
from knoop.community.signals.refusals import NotNow, later_than_today, said
from knoop.community.signals.routing import Route, Staff
from knoop.community.signals.standing import StoodBehind
from knoop.community.signals.steps import Remark, Step, rendered
from knoop.community.signals.supporting import Follow, Help, Link, Reminder, Support
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.events.verbs import Facts
from knoop.people.models import Person, Unit

__all__ = [
    "Act",
    "Box",
    "ConfidantKey",
    "Decision",
    "Envelope",
    "Follow",
    "FreeDay",
    "Help",
    "Kind",
    "Letter",
    "Link",
    "Outline",
    "Remark",
    "Reminder",
    "Route",
    "Signal",
    "State",
    "Step",
    "Support",
    "Term",
]

LONGEST = 10_000  # characters of what happens


class SignalQuerySet(SignalLists):
    def visible_to(self, person: Person) -> SignalQuerySet:
        return self.filter(policy.visible(person))

    @transaction.atomic
    def send(
        self,
        by: Person | None,
        owner: Person,
        *,
        recorded_by: Person | None = None,
        once: UUID | None = None,
        **fields: object,
    ) -> Signal:
        """A new signal with its owner and a promise. The same form sent twice is one signal.

        `by` is None where nobody may know who raised it; `recorded_by` then stands in the log.
        """
        if once and (there := self.filter(once=once, raiser=by).first()):
            return there
        now = clock.now()
        signal = self.create(
            raised_at=now,
            state_since=now,
            raiser=by,
            owner=owner,
            once=once,
            html=markdown.render(str(fields["text"])),
            promised_on=promising.due(str(fields["kind"])),
            acknowledge_by=promising.due(promising.ACKNOWLEDGE),
            **fields,
        )
        signal.steps.create(
            act=Act.RAISED, state=State.RAISED, by=by, at=signal.raised_at, next_on=signal.promised_on
        )
        facts = verbs.Raised(signal.pk, signal.space_id, owner.pk, signal.kind)
        Event.objects.record(by or recorded_by or owner, facts, about=signal)
        return signal


class Signal(StoodBehind):
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.CONCERN)
    title = models.CharField(_("in one line"), max_length=160)
    text = models.TextField(_("what happens"), max_length=LONGEST)
    html = models.TextField(editable=False)
    where = models.CharField(_("where"), max_length=200, blank=True)
    would_help = models.TextField(_("what would help"), max_length=2000, blank=True)
    topics = models.CharField(max_length=200, blank=True, editable=False)  # " water parking "
    # None where nobody may know who it was.
    raiser = models.ForeignKey(Person, models.PROTECT, null=True, related_name="signals")
    owner = models.ForeignKey(Person, models.PROTECT, related_name="signals_to_answer")
    # Who it was brought to when it was late: an owner's lead, later on theirs.
    brought_to = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", editable=False)
    unit = models.ForeignKey(
        Unit, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("unit")
    )
    space = models.ForeignKey(
        Space, models.PROTECT, null=True, blank=True, related_name="signals", verbose_name=_("space")
    )
    is_confidential = models.BooleanField(default=False, editable=False)
    state = models.CharField(max_length=12, choices=State, default=State.RAISED, editable=False)
    decision = models.CharField(max_length=5, choices=Decision, blank=True, editable=False)
    raised_at = models.DateTimeField(default=clock.now, editable=False)
    state_since = models.DateTimeField(default=clock.now, editable=False)
    # The day on which something is promised: a decision, a change, or that it's told back.
    promised_on = models.DateField(null=True, editable=False)
    acknowledge_by = models.DateField(null=True, editable=False)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged", editable=False)
    once = models.UUIDField(null=True, editable=False, unique=True)

    objects = SignalQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("raised_at", "id", name="signal_by_moment"),
            models.Index("state", "raised_at", "id", name="signal_by_state"),
            models.Index("owner", "state", name="signal_to_answer"),
            models.Index("promised_on", name="signal_by_promise"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("pk")), name="not_merged_into_itself"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address("signal", self.pk)

    @property
    def topic_words(self) -> list[str]:
        return self.topics.split()

    @property
    def is_over(self) -> bool:
        """Told back, with nothing left for later."""
        return self.state == State.TOLD and self.promised_on is None

    @property
    def is_overdue(self) -> bool:
        """Something was promised for a day that is past."""
        today = promising.today()
        is_unheard = self.state == State.RAISED and self.acknowledge_by and self.acknowledge_by < today
        return bool(is_unheard or (self.promised_on and self.promised_on < today))

    def may_now(self, act: str) -> bool:
        """Whether the verb of that name can be done from the state it's in."""
        return self.merged_into_id is None and act in next_acts(self.state, self.decision)

    @transaction.atomic
    def acknowledge(self, by: Person, words: str = "") -> Step:
        """It has been read, and somebody is going to answer."""
        self._lock("acknowledge")
        step = self._step(by, Act.ACKNOWLEDGED, State.ACKNOWLEDGED, words, promised=self.acknowledge_by)
        self._record(by, verbs.Acknowledged(self.pk, step.pk))
        return step

    @transaction.atomic
    def look_into(self, by: Person, words: str = "") -> Step:
        self._lock("look_into")
        step = self._step(by, Act.LOOKING, State.LOOKING, words)
        self._record(by, verbs.LookedInto(self.pk, step.pk))
        return step

    @transaction.atomic
    def decide(self, by: Person, decision: str, words: str, on: date | None = None) -> Step:
        """Yes, no, or later, and why. Yes and later say by when; of no it's told back soon."""
        self._lock("decide")
        decision = Decision(decision)
        if decision == Decision.NO:
            on = promising.due(promising.TELL)
        step = self._step(
            by,
            Act.DECIDED,
            State.DECIDED,
            said(words, "decide"),
            decision=decision,
            promised=self.promised_on,
            next_on=later_than_today(on),
        )
        self._record(by, verbs.Decided(self.pk, step.pk, self.raiser_id, decision.value))
        return step

    @transaction.atomic
    def change(self, by: Person, words: str) -> Step:
        """What was decided has been done; from now on it has to be told back."""
        self._lock("change")
        step = self._step(
            by,
            Act.CHANGED,
            State.CHANGED,
            said(words, "change"),
            promised=self.promised_on,
            next_on=promising.due(promising.TELL),
        )
        self._record(by, verbs.Changed(self.pk, step.pk))
        return step

    @transaction.atomic
    def tell_back(self, by: Person, words: str) -> Step:
        """To who raised and supports it. What is for later stays promised."""
        self._lock("tell_back")
        is_later = self.state == State.DECIDED and self.decision == Decision.LATER
        later = self.promised_on if is_later else None
        promised = None if is_later else self.promised_on
        step = self._step(
            by, Act.TOLD, State.TOLD, said(words, "tell_back"), promised=promised, next_on=later
        )
        self._record(by, verbs.Told(self.pk, step.pk, self.raiser_id))
        return step

    @transaction.atomic
    def reopen(self, by: Person | None, words: str, recorded_by: Person | None = None) -> Step:
        """By who raised it: it isn't answered after all. Looked into again, with a new promise."""
        self._lock("reopen")
        due = promising.due(self.kind)
        step = self._step(by, Act.REOPENED, State.LOOKING, said(words, "reopen"), next_on=due)
        self._record(recorded_by or by, verbs.Reopened(self.pk, step.pk, self.owner_id))
        return step

    @transaction.atomic
    def hand_over(self, to: Person, by: Person, words: str = "", *, is_gone: bool = False) -> Step | None:
        """Another answers it from now on. `is_gone`: because its owner can't any more."""
        self._lock()
        if to.pk == self.owner_id:
            return None
        before, self.owner, self.brought_to = self.owner_id, to, None
        step = self._note(by, Act.HANDED_OVER, words, to=to)
        self._record(by, verbs.HandedOver(self.pk, step.pk, before, to.pk, is_gone))
        return step

    @transaction.atomic
    def promise(self, by: Person, on: date, words: str) -> Step:
        """Another date for what was promised, and why."""
        self._lock()
        if self.promised_on is None:
            raise NotNow(self, "promise")
        before, self.promised_on = self.promised_on, later_than_today(on)
        if not self.is_overdue:
            self.brought_to = None
        step = self._note(by, Act.PROMISED, said(words, "promise"), promised_on=before, next_on=on)
        self._record(by, verbs.Promised(self.pk, step.pk))
        return step

    @transaction.atomic
    def move(
        self,
        by: Person,
        *,
        space: Space | None,
        unit: Unit | None,
        kind: str,
        topics: str | None = None,
        words: str = "",
    ) -> None:
        """To another space, unit, kind or topic. Its owner and its promise stay as they are."""
        self._lock()
        topics = self.topics if topics is None else topics
        before = self.space_id
        was = (before, self.unit_id, self.kind, self.topics)
        if was == (space and space.pk, unit and unit.pk, kind, topics):
            return
        self.space, self.unit, self.kind, self.topics = space, unit, Kind(kind), topics
        step = self._note(by, Act.MOVED, words)
        self._record(by, verbs.Moved(self.pk, step.pk, before, self.space_id))

    @transaction.atomic
    def merge_into(self, other: Signal, by: Person) -> None:
        """Put together with another: who raised and supports it come along, and its page leads there."""
        self._lock()
        other._lock()
        if other.pk == self.pk:
            raise NotNow(self, "merge_into")
        self.merged_into = other
        people = [*self.supports.values_list("person", flat=True), *filter(None, [self.raiser_id])]
        here = {*other.supports.values_list("person", flat=True), other.raiser_id}
        coming = [pk for pk in dict.fromkeys(people) if pk not in here]
        other.supports.bulk_create(Support(signal=other, person_id=pk, via=self) for pk in coming)
        self.merged.update(
            merged_into=other
        )  # what was put together with it goes along: one hop, never a chain
        self._note(by, Act.MERGED, other=other)
        other._note(by, Act.TOOK_IN, other=self)
        self._record(by, verbs.Merged(self.pk, other.pk))

    @transaction.atomic
    def split_off(self, by: Person) -> None:
        """By itself again, with who came along with it."""
        self.refresh_from_db(from_queryset=Signal.objects.select_for_update())
        other = self.merged_into
        if other is None:
            return
        other.supports.filter(via=self).delete()
        self.merged_into = None
        self._note(by, Act.SPLIT, other=other)
        other._note(by, Act.SPLIT, other=self)
        self._record(by, verbs.Split(self.pk, other.pk))

    def _lock(self, act: str = "") -> None:
        """Reads again what is there now, so that of two who answer at once one is refused."""
        self.refresh_from_db(from_queryset=Signal.objects.select_for_update())
        if self.merged_into_id is not None or (act and not self.may_now(act)):
            raise NotNow(self, act or "this")

    def _step(
        self,
        by: Person,
        act: str,
        state: str,
        words: str = "",
        *,
        decision: str = "",
        promised: date | None = None,
        next_on: date | None = None,
    ) -> Step:
        """To another state. What is promised stays so until a step keeps it or promises something else."""
        self.state, self.state_since = State(state), clock.now()
        if act in (Act.DECIDED, Act.CHANGED, Act.TOLD, Act.REOPENED):
            self.promised_on = next_on
        if not self.is_overdue:
            self.brought_to = None
        self.decision = decision or ("" if act == Act.REOPENED else self.decision)
        self.save()
        return self.steps.create(
            act=act,
            state=state,
            by=by,
            at=self.state_since,
            decision=decision,
            promised_on=promised,
            next_on=next_on,
            **rendered(words),
        )

    def _note(self, by: Person, act: str, words: str = "", **more: object) -> Step:
        """A step that leaves the state as it is."""
        self.save()
        return self.steps.create(act=act, state=self.state, by=by, at=clock.now(), **rendered(words), **more)

    def _record(self, by: Person, facts: Facts) -> None:
        Event.objects.record(by, facts, about=self)


def successors(gone: Person) -> dict[int, Person]:
    """For each signal that `gone` still has to answer: who follows them. Nobody: it stays where it is."""
    staff = Staff.now()
    waiting = Signal.objects.waiting().filter(owner=gone).values_list("pk", "raiser")
    chosen = {pk: staff.successor(gone.pk, but=raiser) for pk, raiser in waiting}
    people = Person.objects.in_bulk({pk for pk in chosen.values() if pk})
    return {pk: people[to] for pk, to in chosen.items() if to and to != gone.pk}
