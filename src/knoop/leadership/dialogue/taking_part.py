"""What people fill in: answers of a round, a question for a session, and what who asked says to it."""

from __future__ import annotations

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

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
