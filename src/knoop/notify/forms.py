from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from knoop.notify.models import Choice, Rhythm, SpaceChoice
from knoop.notify.reasons import Kind, Way
from knoop.people.models import Person

HOURS = [(hour, f"{hour}:00") for hour in range(24)]
DAYS = list(
    enumerate(
        (
            *(_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday")),
            *(_("Friday"), _("Saturday"), _("Sunday")),
        )
    )
)
OFTEN = [("daily", _("each day")), ("weekly", _("once a week")), ("never", _("never"))]


class MuteFor(forms.Form):
    """What somebody doesn't want to hear of, and for how long; without days it's for good."""

    what = forms.ChoiceField(choices=[("post", "post"), ("space", "space"), ("person", "person")])
    days = forms.TypedChoiceField(
        choices=[("1", "1"), ("7", "7"), ("", "")], coerce=int, empty_value=None, required=False
    )


class Wishes(forms.Form):
    """How somebody wants to be told of each kind, and when."""

    often = forms.ChoiceField(label=_("The digest comes"), choices=OFTEN)
    weekday = forms.TypedChoiceField(label=_("on"), choices=DAYS, coerce=int)
    hour = forms.TypedChoiceField(label=_("at"), choices=HOURS, coerce=int)
    is_quiet = forms.BooleanField(label=_("Nothing by mail or push in these hours"), required=False)
    quiet_from = forms.TypedChoiceField(label=_("from"), choices=HOURS, coerce=int)
    quiet_until = forms.TypedChoiceField(label=_("until"), choices=HOURS, coerce=int)

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        self.person = person
        self.rhythm = Rhythm.objects.of(person)
        super().__init__(*args, initial=self._now(), **kwargs)
        for kind in Kind:
            self.fields[f"way_{kind}"] = forms.ChoiceField(
                label=kind.label, choices=Way.choices, widget=forms.RadioSelect
            )
            self.fields[f"push_{kind}"] = forms.BooleanField(required=False)

    def _now(self) -> dict[str, object]:
        rhythm, pushed = self.rhythm, Choice.objects.pushed_to(self.person)
        ways = Choice.objects.ways_of(self.person)
        return {
            **{f"way_{kind}": ways[kind] for kind in Kind},
            **{f"push_{kind}": kind in pushed for kind in Kind},
            "often": rhythm.often,
            "weekday": rhythm.weekday,
            "hour": rhythm.hour,
            "is_quiet": rhythm.quiet_from is not None,
            "quiet_from": 19 if rhythm.quiet_from is None else rhythm.quiet_from,
            "quiet_until": 7 if rhythm.quiet_until is None else rhythm.quiet_until,
        }

    @property
    def kinds(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"way_{kind}"], self[f"push_{kind}"]) for kind in Kind]

    @property
    def rhythm_fields(self) -> list[forms.BoundField]:
        return [self["often"], self["weekday"], self["hour"]]

    @property
    def quiet_fields(self) -> list[forms.BoundField]:
        return [self["quiet_from"], self["quiet_until"]]

    def keep(self, now: datetime) -> None:
        said = self.cleaned_data
        pushes = {kind.value for kind in Kind if said[f"push_{kind}"]}
        Choice.objects.choose(self.person, {kind.value: said[f"way_{kind}"] for kind in Kind}, pushes)
        rhythm = self.rhythm
        rhythm.often, rhythm.weekday, rhythm.hour = said["often"], said["weekday"], said["hour"]
        quiet = (said["quiet_from"], said["quiet_until"]) if said["is_quiet"] else (None, None)
        rhythm.quiet_from, rhythm.quiet_until = quiet
        rhythm.plan(now)
        rhythm.save()


class ChooseForSpace(forms.ModelForm):
    way = forms.ChoiceField(choices=[("", ""), *Way.choices], required=False)

    class Meta:
        model = SpaceChoice
        fields = ["way"]
