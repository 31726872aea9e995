"""What people fill in: answers of a round, a question for a session, and what who asked says to it."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from knoop.leadership.dialogue.days import LONGEST_DAY, today
from knoop.leadership.dialogue.ideas import LONGEST_IDEA, LONGEST_REMARK, Decision
from knoop.leadership.dialogue.models import LONGEST, Dialogue
from knoop.leadership.dialogue.questions import LONGEST_QUESTION, LONGEST_REPLY
from knoop.leadership.dialogue.rounds import LONGEST_ANSWER, NO, YES, Ask, RoundQuestion, Value


class Answers(forms.Form):
    """One field for each question of a round; who has nothing to say to one leaves it."""

    def __init__(self, data: object = None, *, dialogue: Dialogue) -> None:
        super().__init__(data)
        self.asked = list(dialogue.round_questions.all())
        for question in self.asked:
            self.fields[f"answer_{question.number}"] = _field(question)

    @property
    def lines(self) -> list[tuple[RoundQuestion, forms.BoundField]]:
        return [(question, self[f"answer_{question.number}"]) for question in self.asked]

    def clean(self) -> dict[str, object]:
        found = super().clean() or {}
        if not self.errors and not self.answers:
            raise forms.ValidationError(_("Answer at least one question, then send it."))
        return found

    @property
    def answers(self) -> dict[int, Value]:
        """By the number of the question; what was left is left out."""
        said = {one.number: self.cleaned_data.get(f"answer_{one.number}") for one in self.asked}
        return {number: value for number, value in said.items() if value not in (None, "")}


def _field(question: RoundQuestion) -> forms.Field:
    if question.kind == Ask.OPEN:
        return forms.CharField(
            label=question.words,
            max_length=LONGEST_ANSWER,
            required=False,
            widget=forms.Textarea(attrs={"rows": 4}),
        )
    choices = (
        [(str(value), str(value)) for value in question.values]
        if question.kind == Ask.SCALE
        else [(str(YES), _("yes")), (str(NO), _("no"))]
    )
    return forms.TypedChoiceField(
        label=question.words,
        choices=choices,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )


class GiveAnswer(forms.Form):
    answer = forms.CharField(
        label=_("Your answer, in your own words"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("What did you hear? What will you do, and what not, and why?"),
        error_messages={
            "required": _("Say what you heard and what comes of it; without it nothing is published.")
        },
    )


class AskQuestion(forms.Form):
    once = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": _("Write your question first."),
            "max_length": _(
                "A question has at most 500 characters. Make it shorter, so that it can be read aloud."
            ),
        },
    )
    named = forms.TypedChoiceField(
        label=_("With your name?"),
        coerce=lambda value: value == "yes",
        choices=[("yes", _("with my name")), ("no", _("without my name"))],
        initial="yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether your name goes with it.")},
    )


class Reply(forms.Form):
    reply = forms.CharField(
        label=_("Your answer, in a few words"),
        max_length=LONGEST_REPLY,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what you answered, for who wasn't there.")},
    )


class GiveIdea(forms.Form):
    once = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    title = forms.CharField(
        label=_("Your idea, in one sentence"),
        max_length=160,
        error_messages={"required": _("Say your idea in one sentence first.")},
    )
    text = forms.CharField(
        label=_("How would it work, and what does it ask?"),
        max_length=LONGEST_IDEA,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class GiveRemark(forms.Form):
    text = forms.CharField(
        label=_("What do you know, or what would make it better?"),
        max_length=LONGEST_REMARK,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write something first.")},
    )


class React(GiveRemark):
    """What a team says to what a leader saw and will do."""

    def __init__(self, data: object = None) -> None:
        super().__init__(data)
        self.fields["text"].label = _("What do you say to that?")


class Decide(forms.Form):
    decision = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=[(Decision.CHOSEN.value, _("We do this")), (Decision.NOT.value, _("We don't do this"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one.")},
    )
    because = forms.CharField(
        label=_("Because"),
        max_length=LONGEST_IDEA,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Give the reason in your own words: somebody thought about this for you.")
        },
    )


class GiveResult(GiveAnswer):
    """How a challenge ends: what changed, and where it can be seen."""

    link = forms.CharField(
        label=_("Where can it be seen?"),
        max_length=500,
        required=False,
        help_text=_("The address of a page, post or event. Leave it empty when there is none."),
    )

    def clean_link(self) -> str:
        """An address here or on the web, and nothing that does something else when it's followed."""
        link: str = self.cleaned_data["link"].strip()
        if link and not (link.startswith(("https://", "http://")) or (link[0] == "/" and link[:2] != "//")):
            raise forms.ValidationError(_("Give an address that begins with https:// or with /."))
        return link


class OfferDay(forms.Form):
    once = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    on = forms.DateField(
        label=_("Which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Give a day."), "invalid": _("Give a day.")},
    )
    text = forms.CharField(
        label=_("What does somebody see who comes along?"),
        max_length=LONGEST_DAY,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("When it begins and where, what you do that day, what to wear, what usually goes wrong."),
        error_messages={"required": _("Say what there is to see, and where it begins.")},
    )

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on <= today():
            raise forms.ValidationError(_("Choose a day after today, so that somebody can come."))
        return on


class TellDay(forms.Form):
    seen = forms.CharField(
        label=_("What did you see?"),
        max_length=LONGEST_DAY,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What surprised you, and what did you believe before that isn't so?"),
        error_messages={"required": _("Say what you saw.")},
    )
    will_do = forms.CharField(
        label=_("What will you do with it?"),
        max_length=LONGEST_DAY,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One thing you do is worth more than five you look into."),
        error_messages={"required": _("Say what you will do; without it the day isn't finished.")},
    )
