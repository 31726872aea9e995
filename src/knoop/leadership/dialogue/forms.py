"""What a leader fills in to begin a dialogue."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.community.meetings.models import Meeting
from knoop.community.spaces.models import Space
from knoop.leadership.dialogue import policy
from knoop.leadership.dialogue.models import LONGEST, Dialogue, Kind, answered_by
from knoop.leadership.dialogue.rounds import MOST_QUESTIONS, Ask
from knoop.people.models import Person, Unit

if TYPE_CHECKING:
    from django.forms import BoundField

EVERYBODY = "all"
LONGEST_OPEN = 60  # days
USUALLY_OPEN = 14


class Day(forms.DateInput):
    """The browser's own picker of a day."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class Moment(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


def end_of(day: date) -> datetime:
    """The moment at which `day` is over for the organisation."""
    return datetime.combine(day + timedelta(days=1), time(), timezone.get_default_timezone())


def near(last: date) -> date:
    """A last day that people can still keep and won't forget. Raises ValidationError."""
    today = clock.today()
    if last < today:
        raise forms.ValidationError(_("This day has passed. Choose a later one."))
    if last > today + timedelta(days=LONGEST_OPEN):
        raise forms.ValidationError(
            _("That is too far away: people would forget it. Choose a day within two months.")
        )
    return last


class Begin(forms.Form):
    """What is asked in each kind: about what, why, and of whom."""

    once = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("What is it about?"),
        max_length=160,
        help_text=_("As you would say it at the coffee machine."),
        error_messages={"required": _("Say what it is about; people choose by it whether to take part.")},
    )
    text = forms.CharField(
        label=_("Why do you ask, and what will you do with it?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("People answer who sees what becomes of it."),
    )
    audience = forms.ChoiceField(label=_("Whom do you ask?"))

    def __init__(self, data: object = None, *, person: Person) -> None:
        super().__init__(data)
        self.person = person
        self.fields["audience"].choices = self._audiences()

    def _audiences(self) -> list[tuple[str, object]]:
        units = [(f"unit-{pk}", name) for pk, name in Unit.objects.order_by("name").values_list("pk", "name")]
        mine = Space.objects.of(self.person).filter(archival=None).order_by("name")
        spaces = [(f"space-{pk}", name) for pk, name in mine.values_list("pk", "name")]
        found: list[tuple[str, object]] = [(EVERYBODY, _("all colleagues"))]
        if units:
            found.append((gettext("A unit, with all units within it"), units))
        if spaces:
            found.append((gettext("The members of a space"), spaces))
        return found

    def clean_audience(self) -> dict[str, object]:
        """As the columns of a dialogue."""
        what, _dash, pk = self.cleaned_data["audience"].partition("-")
        if what == "unit":
            return {"unit": Unit.objects.get(pk=pk)}
        if what == "space":
            if not policy.may_ask(self.person, int(pk)):
                raise forms.ValidationError(_("You can't write in this space. Choose another."))
            return {"space": Space.objects.get(pk=pk)}
        return {}

    def asked_count(self) -> int:
        """How many people would be asked."""
        audience = self.cleaned_data.get("audience") or {}
        if not isinstance(audience, dict):
            return 0
        unsaved = Dialogue(by=self.person, **audience)
        people = unsaved.people_asked() if "unit" not in audience else _in_unit(audience["unit"], self.person)
        return people.count()

    @property
    def words(self) -> dict[str, object]:
        given = {name: self.cleaned_data[name] for name in ("title", "text", "once")}
        return given | self.cleaned_data["audience"]


def _in_unit(unit: Unit, by: Person) -> object:
    return Person.objects.present().filter(unit__in=unit.with_all_below(), is_guest=False).exclude(pk=by.pk)


class BeginRound(Begin):
    ends_on = forms.DateField(
        label=_("The last day to answer"),
        widget=Day,
        error_messages={"required": _("Say until when people can answer."), "invalid": _("Give a day.")},
    )
    is_anonymous = forms.TypedChoiceField(
        label=_("With or without names?"),
        coerce=lambda value: value == "yes",
        choices=[
            ("yes", _("Without names: nobody can find out who answered what, you neither")),
            ("no", _("With names: you read who answered what")),
        ],
        initial="yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one; people read it before they answer.")},
    )
    shares_texts = forms.BooleanField(
        label=_("Everybody who was asked reads the answers in words too, once you have answered"),
        required=False,
    )

    def __init__(self, data: object = None, *, person: Person) -> None:
        super().__init__(data, person=person)
        self.fields["ends_on"].initial = clock.today() + timedelta(days=USUALLY_OPEN)
        for number in range(1, MOST_QUESTIONS + 1):
            self.fields[f"words_{number}"] = forms.CharField(
                label=_("Question"), max_length=300, required=False
            )
            self.fields[f"kind_{number}"] = forms.ChoiceField(
                label=_("How it is answered"), choices=Ask.choices, required=False, initial=Ask.OPEN
            )
            for end, label in (("low", _("What 1 means")), ("high", _("What 5 means"))):
                self.fields[f"{end}_{number}"] = forms.CharField(label=label, max_length=60, required=False)

    @property
    def blocks(self) -> list[dict[str, object]]:
        """The fields of each question; those behind the last that is filled in are folded."""
        names = ("words", "kind", "low", "high")
        blocks = [
            {"number": number, **{name: self[f"{name}_{number}"] for name in names}}
            for number in range(1, MOST_QUESTIONS + 1)
        ]
        for block in blocks:
            words: BoundField = block["words"]  # type: ignore[assignment]
            block["is_open"] = block["number"] == 1 or bool(words.value())
        return blocks

    def clean_ends_on(self) -> date:
        return near(self.cleaned_data["ends_on"])

    def clean(self) -> dict[str, object]:
        found = super().clean() or {}
        if not self.questions:
            self.add_error("words_1", _("Ask at least one question."))
        for number in range(1, MOST_QUESTIONS + 1):
            self._check_scale(number)
        fewest = settings.FEWEST_ANSWERS
        if "audience" in found and self._needs_many and self.asked_count() < fewest:
            text = gettext(
                "Too few people: answers without names and figures are only shown from %(count)d answers on. "
                "Ask more people, or ask with names and in words."
            )
            self.add_error("audience", text % {"count": fewest})
        return found

    @property
    def _needs_many(self) -> bool:
        pulses = any(one["kind"] != Ask.OPEN for one in self.questions)
        return pulses or bool(self.cleaned_data.get("is_anonymous"))

    def _check_scale(self, number: int) -> None:
        said = self.cleaned_data
        if not said.get(f"words_{number}") or said.get(f"kind_{number}") != Ask.SCALE:
            return
        for end in ("low", "high"):
            if not said.get(f"{end}_{number}"):
                self.add_error(f"{end}_{number}", _("Say in a few words what this end means."))

    @cached_property
    def questions(self) -> list[dict[str, object]]:
        said, found = self.cleaned_data, []
        for number in range(1, MOST_QUESTIONS + 1):
            if words := said.get(f"words_{number}"):
                kind = said.get(f"kind_{number}") or Ask.OPEN
                ends = {end: said.get(f"{end}_{number}", "") for end in ("low", "high")}
                found.append({"words": words, "kind": kind} | (ends if kind == Ask.SCALE else {}))
        return found

    def open(self) -> Dialogue:
        last: date = self.cleaned_data["ends_on"]
        chosen = {name: self.cleaned_data[name] for name in ("is_anonymous", "shares_texts")}
        return Dialogue.objects.open(
            self.person,
            Kind.ROUND,
            ends_at=end_of(last),
            answer_by=answered_by(last),
            questions=self.questions,
            **chosen,
            **self.words,
        )


class BeginChallenge(Begin):
    ends_on = forms.DateField(
        label=_("The last day to give ideas"),
        widget=Day,
        error_messages={"required": _("Say until when people can give ideas."), "invalid": _("Give a day.")},
    )

    def __init__(self, data: object = None, *, person: Person) -> None:
        super().__init__(data, person=person)
        self.fields["title"].label = _("What is the problem?")
        self.fields["text"].label = _("What have you tried, what may it cost, and who decides?")
        self.fields["text"].help_text = _("Say what is fixed, so that nobody thinks for nothing.")
        self.fields["ends_on"].initial = clock.today() + timedelta(days=USUALLY_OPEN)

    def clean_ends_on(self) -> date:
        return near(self.cleaned_data["ends_on"])

    def open(self) -> Dialogue:
        last: date = self.cleaned_data["ends_on"]
        return Dialogue.objects.open(
            self.person, Kind.CHALLENGE, ends_at=end_of(last), answer_by=answered_by(last), **self.words
        )


class BeginSession(Begin):
    starts_at = forms.DateTimeField(
        label=_("It begins"),
        widget=Moment,
        error_messages={"required": _("Say when it begins."), "invalid": _("Give a day and a time.")},
    )
    ends_at = forms.DateTimeField(
        label=_("It ends"),
        widget=Moment,
        error_messages={"required": _("Say when it ends."), "invalid": _("Give a day and a time.")},
    )
    answer_by = forms.DateField(
        label=_("What isn't answered then, you answer in writing by"),
        widget=Day,
        required=False,
        help_text=_("Left empty: within ten working days after it."),
        error_messages={"invalid": _("Give a day.")},
    )
    meeting = forms.ModelChoiceField(
        label=_("Is it part of an event?"),
        queryset=Meeting.objects.none(),
        required=False,
        empty_label=_("no"),
    )

    def __init__(self, data: object = None, *, person: Person) -> None:
        super().__init__(data, person=person)
        coming = Meeting.objects.visible_to(person).coming().filter(cancelled_at=None)
        self.fields["meeting"].queryset = coming

    def clean(self) -> dict[str, object]:
        found = super().clean() or {}
        begins, ends, by = (found.get(name) for name in ("starts_at", "ends_at", "answer_by"))
        if ends and ends <= clock.now():
            self.add_error("ends_at", _("This lies in the past. Choose a later moment."))
        if begins and ends and ends <= begins:
            self.add_error("ends_at", _("It would end before it begins. Choose a later end."))
        if by and ends and by < timezone.localdate(ends):
            self.add_error("answer_by", _("This is before it ends. Choose a later day."))
        return found

    def open(self) -> Dialogue:
        said = self.cleaned_data
        ends: datetime = said["ends_at"]
        return Dialogue.objects.open(
            self.person,
            Kind.SESSION,
            starts_at=said["starts_at"],
            ends_at=ends,
            answer_by=said["answer_by"] or answered_by(timezone.localdate(ends)),
            meeting=said["meeting"],
            **self.words,
        )
