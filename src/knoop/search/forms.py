from datetime import date, datetime, time, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from knoop.community.spaces.models import Space
from knoop.people.models import Person
from knoop.search.finding import Narrowed
from knoop.search.sources import kinds

LONGEST = 300  # letters of a question
LAST = date(9000, 1, 1)  # a day beyond it is no bound


class Searching(forms.Form):
    """What is looked for and where; a filter that can't be read is left out and said."""

    q = forms.CharField(label=_("Search"), required=False, strip=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    space = forms.ModelChoiceField(
        Space.objects.none(),
        label=_("Space"),
        required=False,
        to_field_name="slug",
        empty_label=_("All spaces"),
    )
    person = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Person"),
        required=False,
        to_field_name="handle",
        empty_label=_("Everybody"),
    )
    since = forms.DateField(
        label=_("From"), required=False, error_messages={"invalid": _("Write a day, such as 2026-03-31.")}
    )
    until = forms.DateField(
        label=_("Up to"), required=False, error_messages={"invalid": _("Write a day, such as 2026-03-31.")}
    )

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            ("", _("Everything")),
            *((kind.name, kind.label) for kind in kinds().values()),
        ]
        self.fields["space"].queryset = Space.objects.visible_to(person)
        self.fields["person"].queryset = Person.objects.visible_to(person)
        self.is_valid()

    @property
    def typed(self) -> str:
        return str(self.cleaned_data.get("q") or "").replace("\x00", "")[:LONGEST]

    @property
    def is_narrowed(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("kind", "space", "person", "since", "until"))

    def narrowed(self) -> Narrowed:
        chosen = self.cleaned_data
        space, author, until = chosen.get("space"), chosen.get("person"), chosen.get("until")
        return Narrowed(
            kind=chosen.get("kind", ""),
            space_id=space.pk if space else None,
            author_id=author.pk if author else None,
            since=_begin(chosen.get("since")),
            until=_begin(until + timedelta(days=1)) if until and until < LAST else None,
        )


def _begin(day: object) -> datetime | None:
    """Its first moment, where the reader is."""
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None  # type: ignore[arg-type]
