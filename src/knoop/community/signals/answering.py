"""Each step as one small form on the page of a signal: who may take it, what it asks, what it does."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from knoop.community.signals import linking, policy, promising
from knoop.community.signals.choosing import Colleague, Topics
from knoop.community.signals.kinds import Decision, Kind
from knoop.community.signals.models import Signal
from knoop.community.signals.steps import LONGEST
from knoop.community.spaces.models import Space
from knoop.people.models import Person, Unit


class Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day after today."""

    widget = Day

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and value <= promising.today():
            raise forms.ValidationError(_("Choose a day after today, so that people know when."))


class Words(forms.CharField):
    def __init__(self, *, label: Any, asks: Any = "", rows: int = 3, **more: Any) -> None:
        more.setdefault("error_messages", {})["required"] = _("Say it in your own words: people wait for it.")
        widget = forms.Textarea(attrs={"rows": rows, "placeholder": asks})
        super().__init__(label=label, max_length=LONGEST, widget=widget, **more)


class Step(forms.Form):
    """`act`: the verb of the signal that has to be allowed now, if any."""

    act: ClassVar[str] = ""
    title: ClassVar[Any] = ""
    button: ClassVar[Any] = ""
    noun: ClassVar[str] = ""  # in the address

    def __init__(self, *args: Any, signal: Signal, person: Person, **more: Any) -> None:
        super().__init__(*args, prefix=None, auto_id=f"{self.noun}-%s", **more)
        self.signal, self.person = signal, person

    @classmethod
    def may(cls, person: Person, signal: Signal) -> bool:
        return policy.may_answer(person, signal)

    @classmethod
    def is_open(cls, signal: Signal) -> bool:
        return signal.may_now(cls.act) if cls.act else signal.merged_into_id is None

    def carry_out(self) -> None:
        """Raises NotNow."""
        raise NotImplementedError


class Acknowledge(Step):
    act, noun = "acknowledge", "acknowledgement"
    title, button = _("Acknowledge it"), _("I have read it")
    words = Words(
        label=_("A word to who raised it, if you like"),
        asks=_("Thank you; I'll go and see on Thursday."),
        rows=2,
        required=False,
    )

    def carry_out(self) -> None:
        self.signal.acknowledge(self.person, self.cleaned_data["words"])


class LookInto(Step):
    act, noun = "look_into", "inquiry"
    title, button = _("Look into it"), _("I'm looking into it")
    words = Words(
        label=_("What are you going to find out, and with whom?"),
        asks=_("I'm asking the depot and the supplier."),
        rows=2,
        required=False,
    )

    def carry_out(self) -> None:
        self.signal.look_into(self.person, self.cleaned_data["words"])


class Decide(Step):
    act, noun = "decide", "decision"
    title, button = _("Decide"), _("This is what I decided")
    decision = forms.ChoiceField(
        label=_("What is decided?"),
        choices=[
            (Decision.YES, _("Yes, we'll do it")),
            (Decision.NO, _("No, and this is why")),
            (Decision.LATER, _("Later, on a day I name")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one: yes, no, or later.")},
    )
    words = Words(label=_("In your own words"), asks=_("What you decided, and because of what."))
    on = DayField(
        label=_("By when?"),
        required=False,
        help_text=_("With yes: when it will be done. With later: when you come back to it."),
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        needs_day = found.get("decision") in (Decision.YES, Decision.LATER)
        if needs_day and not found.get("on") and "on" not in self.errors:
            self.add_error("on", _("Name a day: a promise without one is none."))
        return found

    def carry_out(self) -> None:
        given = self.cleaned_data
        self.signal.decide(self.person, given["decision"], given["words"], given["on"])


class Change(Step):
    act, noun = "change", "change"
    title, button = _("It has been done"), _("This has changed")
    words = Words(label=_("What has changed?"), asks=_("What is different from now on, and for whom."))

    def carry_out(self) -> None:
        self.signal.change(self.person, self.cleaned_data["words"])


class TellBack(Step):
    act, noun = "tell_back", "telling"
    title, button = _("Tell it back"), _("Tell everybody who stands behind it")
    words = Words(
        label=_("To who raised it and who supports it"),
        asks=_("What came of it, and what you learnt from it."),
    )

    def carry_out(self) -> None:
        self.signal.tell_back(self.person, self.cleaned_data["words"])


class Reopen(Step):
    act, noun = "reopen", "reopening"
    title, button = _("This isn't answered yet"), _("Open it again")
    words = Words(label=_("What is still the matter?"), rows=2)

    @classmethod
    def may(cls, person: Person, signal: Signal) -> bool:
        return policy.may_reopen(person, signal)

    def carry_out(self) -> None:
        self.signal.reopen(self.person, self.cleaned_data["words"])


class HandOver(Step):
    noun = "handover"
    title, button = _("Hand it over"), _("Hand it over")
    to = Colleague(
        label=_("Who answers it from now on?"),
        error_messages={"required": _("Name a colleague who will answer it.")},
    )
    words = Words(label=_("Why?"), rows=2, required=False)

    def carry_out(self) -> None:
        self.signal.hand_over(self.cleaned_data["to"], self.person, self.cleaned_data["words"])


class Promise(Step):
    noun = "promise"
    title, button = _("Promise another date"), _("Promise this date")
    on = DayField(label=_("Which day?"), error_messages={"required": _("Name a day.")})
    words = Words(label=_("Why?"), rows=2)

    @classmethod
    def is_open(cls, signal: Signal) -> bool:
        return signal.promised_on is not None and super().is_open(signal)

    def carry_out(self) -> None:
        self.signal.promise(self.person, self.cleaned_data["on"], self.cleaned_data["words"])


class Move(Step):
    noun = "move"
    title, button = _("Move it"), _("Move it")
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind)
    unit = forms.ModelChoiceField(Unit.objects.all(), label=_("Unit"), required=False, empty_label="–")
    space = forms.ModelChoiceField(
        Space.objects.none(),
        label=_("Who is it for?"),
        required=False,
        empty_label=_("Everybody who works here"),
    )
    topics = Topics(label=_("Topics"), max_length=200, required=False)
    words = Words(label=_("Why?"), rows=2, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["space"].queryset = self._spaces()
        self.initial = {
            "kind": self.signal.kind,
            "unit": self.signal.unit_id,
            "space": self.signal.space_id,
            "topics": self.signal.topics.strip(),
        } | self.initial

    def _spaces(self) -> QuerySet[Space]:
        here = Space.objects.filter(pk=self.signal.space_id)
        return (Space.objects.of(self.person).current() | here).distinct().order_by("name", "pk")

    def carry_out(self) -> None:
        given = self.cleaned_data
        self.signal.move(
            self.person,
            space=given["space"],
            unit=given["unit"],
            kind=given["kind"],
            topics=given["topics"],
            words=given["words"],
        )


class Merge(Step):
    noun = "merger"
    title, button = _("Put it together with another"), _("Put them together")
    other = forms.CharField(
        label=_("Number or address of the other signal"),
        max_length=300,
        error_messages={"required": _("Give the number of the signal that stays.")},
    )

    def clean_other(self) -> Signal:
        number = self.cleaned_data["other"].strip().rstrip("/").rsplit("/", 1)[-1].lstrip("#")
        rows = Signal.objects.visible_to(self.person).standing().exclude(pk=self.signal.pk)
        found = rows.filter(pk=int(number)).first() if number.isascii() and number[:18].isdigit() else None
        if found is None:
            raise forms.ValidationError(_("There is no other signal with this number that you can see."))
        return found

    def carry_out(self) -> None:
        self.signal.merge_into(self.cleaned_data["other"], self.person)


class Split(Step):
    noun = "split"
    title, button = _("Let it stand by itself again"), _("Let it stand by itself again")

    @classmethod
    def is_open(cls, signal: Signal) -> bool:
        return signal.merged_into_id is not None

    def carry_out(self) -> None:
        self.signal.split_off(self.person)


class LinkTo(Step):
    noun = "links"
    title, button = _("Show what came of it"), _("Add this link")
    address = forms.CharField(
        label=_("Address of the post, page, event or file"),
        max_length=300,
        widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "/pages/12"}),
        error_messages={"required": _("Give the address of what came of it.")},
    )

    def clean_address(self) -> linking.Target:
        found = linking.target(self.cleaned_data["address"], self.person)
        if found is None:
            said = _("There is nothing at this address that you can see. Copy it from the page itself.")
            raise forms.ValidationError(said)
        return found

    def carry_out(self) -> None:
        found = self.cleaned_data["address"]
        self.signal.link(self.person, found.thing, found.thing_id, found.address)


class Remark(Step):
    noun = "remarks"
    title, button = _("Add a remark"), _("Add")
    text = forms.CharField(
        label=_("What do you know of it?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write something first.")},
    )

    @classmethod
    def may(cls, person: Person, signal: Signal) -> bool:
        return policy.may_raise(person, signal.space)

    def carry_out(self) -> None:
        self.signal.remark(self.person, self.cleaned_data["text"])


class DidItHelp(Step):
    noun = "help"
    title, button = _("Did this help?"), _("Say so")
    is_helped = forms.TypedChoiceField(
        label=_("Did what came of it help?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )
    words = forms.CharField(label=_("In your words, if you like"), max_length=500, required=False)

    @classmethod
    def may(cls, person: Person, signal: Signal) -> bool:
        return policy.may_say_whether_it_helped(person, signal)

    def carry_out(self) -> None:
        given = self.cleaned_data
        self.signal.say_whether_it_helped(self.person, given["is_helped"], given["words"])


STEPS: dict[str, type[Step]] = {
    form.noun: form
    for form in (
        *(Acknowledge, LookInto, Decide, Change, TellBack, Reopen),
        *(HandOver, Promise, Move, Merge, Split, LinkTo, Remark, DidItHelp),
    )
}
# In the order in which the page offers them.
NEXT = (Acknowledge, LookInto, Decide, Change, TellBack)
BESIDES = (Promise, HandOver, LinkTo, Move, Merge, Split)
