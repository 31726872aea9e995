from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from knoop.people import policy, tries
from knoop.people.fields import FIELDS
from knoop.people.models import Appointment, Person, Unit
from knoop.people.own_fields import OwnField

PLACES = 200


class LogIn(AuthenticationForm):
    """Refuses further tries after ten wrong passwords for one name within a quarter of an hour."""

    error_messages = {
        "invalid_login": _(
            "This username or address and password don't belong together. Check both and try again."
        ),
        "too_many": _(
            "Too many wrong passwords. Wait a quarter of an hour, or ask an administrator for an invitation."
        ),
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Username or e-mail address")
        self.fields["username"].widget.attrs |= {"autocapitalize": "none", "autocomplete": "username"}

    def clean(self) -> dict[str, object]:
        typed = self.cleaned_data.get("username", "")
        if tries.are_too_many(typed):
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        try:
            return super().clean()
        except ValidationError:
            tries.one_more(typed)
            raise


class Looking(forms.Form):
    """Who somebody is looking for in the directory; what is unknown is left out."""

    name = forms.CharField(label=_("Name or work"), required=False, max_length=100)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Unit"), required=False, to_field_name="slug", empty_label=_("All units")
    )
    location = forms.ChoiceField(label=_("Location"), required=False)
    role = forms.ChoiceField(label=_("Role"), required=False)

    def __init__(self, *args: Any, reader: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs |= {"type": "search", "autocomplete": "off"}
        self.fields["unit"].queryset = Unit.objects.visible_to(reader)
        self.fields["location"].choices = [("", _("Everywhere")), *_places(reader)]
        self.fields["role"].choices = [("", _("Everyone")), *Appointment.Role.choices]
        if not policy.may_see_organisation(reader):
            del self.fields["unit"], self.fields["role"]
        if len(self.fields["location"].choices) == 1:
            del self.fields["location"]
        self.own = list(OwnField.objects.in_directory())
        for own in self.own:
            self.fields[own.key] = _facet(own)


def _facet(own: OwnField) -> forms.Field:
    """Its choices, or words that an answer holds."""
    if own.kind == OwnField.Kind.CHOICE:
        choices = [("", _("All")), *((word, word) for word in own.choices)]
        return forms.ChoiceField(label=own.label, choices=choices, required=False)
    return forms.CharField(label=own.label, max_length=100, required=False)


def _places(reader: Person) -> list[tuple[str, str]]:
    """Where people say they are, as far as `reader` may read it, with how many."""
    told = policy.readable(reader, "location", FIELDS["location"].readers)
    people = Person.objects.visible_to(reader).present().filter(told).exclude(location="")
    counted = people.order_by("location").values_list("location").annotate(count=Count("pk"))
    return [(place, f"{place} ({count})") for place, count in counted[:PLACES]]
