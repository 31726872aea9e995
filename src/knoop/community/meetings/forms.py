from datetime import datetime
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from knoop.base import clock
from knoop.community.meetings import series
from knoop.community.meetings.models import Meeting


class Moment(forms.DateTimeInput):
    """The browser's own picker of a day and a time."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class PlanMeeting(forms.ModelForm):
    once = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    repeats = forms.ChoiceField(
        label=_("Comes back"),
        required=False,
        choices=[
            ("", _("no")),
            (series.WEEKLY, _("every week")),
            (series.FORTNIGHTLY, _("every two weeks")),
            (series.MONTHLY, _("every month")),
        ],
    )
    times = forms.IntegerField(
        label=_("How many times"), required=False, min_value=2, max_value=series.MOST, initial=4
    )

    class Meta:
        model = Meeting
        fields = ["title", "starts_at", "ends_at", "place", "link", "text", "capacity", "enrol_until"]
        widgets = {
            "starts_at": Moment,
            "ends_at": Moment,
            "enrol_until": Moment,
            "text": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "place": _("A room, an address, or a place everybody knows."),
            "link": _("For who joins from elsewhere; only people who may see this event see it."),
            "capacity": _("Leave it empty when everybody fits. Who comes after the last waits for a place."),
            "text": _("What will you do, and what should people bring?"),
        }
        error_messages = {
            "title": {"required": _("Say what it is; people choose by its name.")},
            "starts_at": {"required": _("Say when it begins."), "invalid": _("Give a day and a time.")},
            "ends_at": {"required": _("Say when it ends."), "invalid": _("Give a day and a time.")},
        }

    def clean_starts_at(self) -> datetime:
        begins: datetime = self.cleaned_data["starts_at"]
        if begins < clock.now() and (not self.instance.pk or begins != self.instance.starts_at):
            raise forms.ValidationError(_("This lies in the past. Choose a later moment."))
        return begins

    def clean(self) -> dict[str, object]:
        found = super().clean() or {}
        begins, ends, until = (found.get(name) for name in ("starts_at", "ends_at", "enrol_until"))
        if begins and ends and ends <= begins:
            self.add_error("ends_at", _("It would end before it begins. Choose a later end."))
        if begins and until and until > begins:
            self.add_error("enrol_until", _("This is after it begins. Choose an earlier moment or none."))
        return found

    def clean_capacity(self) -> int | None:
        places: int | None = self.cleaned_data["capacity"]
        if places == 0:
            raise forms.ValidationError(_("With no places nobody can come. Give 1 or more, or none at all."))
        if places and self.instance.pk:
            going = self.instance.enrolments.filter(is_waiting=False).count()
            if places < going:
                text = ngettext(
                    "%(count)d person comes already. Keep at least as many places.",
                    "%(count)d people come already. Keep at least as many places.",
                    going,
                )
                raise forms.ValidationError(text % {"count": going})
        return places

    @property
    def fields_of_meeting(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}

    def occasions(self) -> list[dict[str, object]]:
        """What each meeting of the series has; one where it doesn't come back."""
        fields, every = self.fields_of_meeting, self.cleaned_data["repeats"]
        if not every:
            return [fields]
        moments = ("starts_at", "ends_at", "enrol_until")
        zone, times = timezone.get_default_timezone(), self.cleaned_data["times"] or 4
        columns = {
            name: list(series.dates(fields[name], every, times, zone)) for name in moments if fields[name]
        }
        common, together = fields | {"series": uuid4()}, range(times)
        return [common | {name: column[number] for name, column in columns.items()} for number in together]


class CancelMeeting(forms.Form):
    because = forms.CharField(
        label=_("Why?"),
        max_length=300,
        error_messages={"required": _("Give a reason: people kept this time free for you.")},
    )
