"""What a leader says on their page, what is asked of them there, and when one can talk to them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from knoop.leadership.desk import leading
from knoop.leadership.desk.asking import LONGEST_ANSWER, LONGEST_QUESTION
from knoop.leadership.desk.leading import LONGEST_ABOUT, LONGEST_VISION
from knoop.leadership.desk.models import OfficeHour
from knoop.people.models import Person


class SayVision(forms.Form):
    vision = forms.CharField(
        label=_("What you want to work towards, in your own words"),
        max_length=LONGEST_VISION,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    shows_record = forms.BooleanField(label=_("Everybody may see how often I answer in time"), required=False)


class AddHour(forms.Form):
    weekday = forms.TypedChoiceField(label=_("Each"), choices=list(WEEKDAYS.items()), coerce=int)
    begins = forms.TimeField(
        label=_("From"),
        widget=forms.TimeInput(attrs={"type": "time", "step": "900"}, format="%H:%M"),
        error_messages={"required": _("From what time?"), "invalid": _("Write it as 09:30.")},
    )
    minutes = forms.TypedChoiceField(
        label=_("For"),
        choices=[
            (30, _("half an hour")),
            (60, _("an hour")),
            (90, _("an hour and a half")),
            (120, _("two hours")),
        ],
        coerce=int,
        initial=60,
    )
    place = forms.CharField(label=_("Where"), max_length=120, required=False)


class Book(forms.Form):
    at = forms.ChoiceField(
        label=_("When?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose a time."),
            "invalid_choice": _("Somebody else was just before you. Choose another time."),
        },
    )
    about = forms.CharField(label=_("About what? (need not be)"), max_length=LONGEST_ABOUT, required=False)

    def __init__(self, *args: Any, leader: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pieces = {_name(hour, at): (hour, at) for hour, at in leading.free_pieces(leader)}
        said = _("%(when)s, %(where)s")
        self.fields["at"].choices = [
            (name, said % {"when": _when(at), "where": hour.place} if hour.place else _when(at))
            for name, (hour, at) in self.pieces.items()
        ]

    def chosen(self) -> tuple[OfficeHour, datetime]:
        return self.pieces[self.cleaned_data["at"]]


def _name(hour: OfficeHour, at: datetime) -> str:
    return f"{hour.pk}-{int(at.timestamp())}"


def _when(at: datetime) -> str:
    return date_format(timezone.localtime(at), str(_("l j F, H:i")))


class AskLeader(forms.Form):
    text = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST_QUESTION,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write your question first.")},
    )


class AnswerQuestion(forms.Form):
    answer = forms.CharField(
        label=_("Your answer"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write your answer first.")},
    )
