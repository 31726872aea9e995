from django import forms

from knoop.notify.models import Choice, SpaceChoice
from knoop.notify.reasons import Kind, Way
from knoop.people.models import Person


class MuteFor(forms.Form):
    """What somebody doesn't want to hear of, and for how long; without days it's for good."""

    what = forms.ChoiceField(choices=[("post", "post"), ("space", "space"), ("person", "person")])
    days = forms.TypedChoiceField(
        choices=[("1", "1"), ("7", "7"), ("", "")], coerce=int, empty_value=None, required=False
    )


class Wishes(forms.Form):
    """Of which kinds somebody wants to be told."""

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        self.person = person
        super().__init__(*args, initial=Choice.objects.ways_of(person), **kwargs)
        for kind in Kind:
            self.fields[kind.value] = forms.ChoiceField(
                label=kind.label, choices=Way.choices, widget=forms.RadioSelect
            )

    def keep(self) -> None:
        Choice.objects.choose(self.person, self.cleaned_data)


class ChooseForSpace(forms.ModelForm):
    way = forms.ChoiceField(choices=[("", ""), *Way.choices], required=False)

    class Meta:
        model = SpaceChoice
        fields = ["way"]
