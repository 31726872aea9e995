"""What somebody wants by mail, as they choose it."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from knoop.notify.choices import MailChoice, When
from knoop.people.models import Person

HOURS = [(hour, f"{hour}:00") for hour in range(24)]
DAYS = [(day, WEEKDAYS[day]) for day in range(7)]
USUAL_QUIET = (18, 8)


class ChooseMail(forms.ModelForm):
    """All of it, on the page of settings."""

    needs = forms.ChoiceField(label=_("Needs you"), choices=When, widget=forms.RadioSelect)
    good = forms.ChoiceField(label=_("Good to know"), choices=When, widget=forms.RadioSelect)
    often = forms.ChoiceField(label=_("It comes"), choices=MailChoice.Often)
    weekday = forms.TypedChoiceField(label=_("If once a week: on"), choices=DAYS, coerce=int)
    hour = forms.TypedChoiceField(label=_("At"), choices=HOURS, coerce=int)
    has_quiet_hours = forms.BooleanField(label=_("No mail in these hours"), required=False)
    quiet_from = forms.TypedChoiceField(label=_("From"), choices=HOURS, coerce=int)
    quiet_until = forms.TypedChoiceField(label=_("Until"), choices=HOURS, coerce=int)
    quiet_days = forms.TypedMultipleChoiceField(
        label=_("No mail all day on"),
        choices=DAYS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = MailChoice
        fields = ["needs", "good", "often", "weekday", "hour"]

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        choice = MailChoice.objects.of(person)
        begins, ends = choice.quiet_from, choice.quiet_until
        initial = {
            "has_quiet_hours": choice.quiet.has_hours,
            "quiet_from": USUAL_QUIET[0] if begins is None else begins,
            "quiet_until": USUAL_QUIET[1] if ends is None else ends,
            "quiet_days": sorted(choice.days),
        }
        super().__init__(*args, instance=choice, initial=initial, **kwargs)

    @property
    def lists(self) -> list[forms.BoundField]:
        return [self["needs"], self["good"]]

    @property
    def rhythm(self) -> list[forms.BoundField]:
        return [self["often"], self["weekday"], self["hour"]]

    @property
    def hours(self) -> list[forms.BoundField]:
        return [self["quiet_from"], self["quiet_until"]]

    def clean_quiet_days(self) -> Sequence[int]:
        days: list[int] = self.cleaned_data["quiet_days"]
        if len(days) == len(DAYS):
            raise forms.ValidationError(
                _("Leave a day on which mail may come, or choose “No mail” for both lists.")
            )
        return days

    def clean(self) -> dict[str, object]:
        said = super().clean() or self.cleaned_data
        if said.get("has_quiet_hours") and said.get("quiet_from") == said.get("quiet_until"):
            self.add_error("quiet_until", _("Choose another hour than the one at which it begins."))
        return said

    def keep(self) -> None:
        said, choice = self.cleaned_data, self.instance
        hours = (said["quiet_from"], said["quiet_until"]) if said["has_quiet_hours"] else (None, None)
        choice.quiet_from, choice.quiet_until = hours
        choice.quiet_days = "".join(map(str, sorted(said["quiet_days"])))
        choice.keep()


class FirstChoice(forms.Form):
    """The short form of it, for who is new: one question, and the usual rest."""

    ANSWERS = {
        "none": (When.NONE, When.NONE),
        "digest": (When.DIGEST, When.NONE),
        "now": (When.NOW, When.DIGEST),
    }
    mail = forms.ChoiceField(
        choices=[
            ("none", _("No mail: I look when it suits me")),
            ("digest", _("Each morning, in one mail, what needs me")),
            ("now", _("What needs me at once, and the rest each morning in one mail")),
        ],
        widget=forms.RadioSelect,
        label=_("What do you want by mail?"),
    )

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        self.choice = MailChoice.objects.of(person)
        lists = (self.choice.needs, self.choice.good)
        said = next((word for word, answer in self.ANSWERS.items() if answer == lists), None)
        super().__init__(*args, initial={"mail": said}, **kwargs)

    def keep(self) -> None:
        self.choice.needs, self.choice.good = self.ANSWERS[self.cleaned_data["mail"]]
        self.choice.keep()
