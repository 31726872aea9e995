"""Who is meant by what was typed: usernames, addresses or names, one to a line or with commas between."""

from __future__ import annotations

import re

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from knoop.people.models import Person, Unit

MOST = 500


class AddPeople(forms.Form):
    people = forms.CharField(
        label=_("Colleagues"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 2, "autocapitalize": "none"}),
    )
    unit = forms.ModelChoiceField(
        Unit.objects.all(), label=_("Or a whole unit"), required=False, to_field_name="slug", empty_label="–"
    )
    how = forms.ChoiceField(
        label=_("How?"),
        required=False,
        choices=[("invite", _("Invite them; they decide")), ("add", _("Make them members at once"))],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: object, person: Person, guests: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.known = Person.objects.visible_to(person).present()
        if not guests:
            self.known = self.known.filter(is_guest=False)

    def clean_people(self) -> list[Person]:
        words = [word.strip() for word in re.split(r"[,;\n]", self.cleaned_data["people"]) if word.strip()]
        if len(words) > MOST:
            raise forms.ValidationError(_("These are more than 500 people. Add them in parts."))
        found = {word: _meant(self.known, word) for word in words}
        nobody = [word for word, people in found.items() if not people]
        if nobody:
            said = _("Nobody here is called %(names)s. A username stands on a colleague's page.")
            raise forms.ValidationError(said, params={"names": ", ".join(nobody)})
        several = [word for word, people in found.items() if len(people) > 1]
        if several:
            said = _("More than one colleague is called %(names)s. Use their usernames.")
            raise forms.ValidationError(said, params={"names": ", ".join(several)})
        return [people[0] for people in found.values()]

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or self.cleaned_data
        if not self.errors and not cleaned.get("people") and not cleaned.get("unit"):
            self.add_error("people", _("Say whom: a username, a name, or a unit."))
        return cleaned

    def everybody(self) -> list[Person]:
        unit = self.cleaned_data["unit"]
        of_unit = list(self.known.filter(unit=unit)) if unit else []
        return list({person.pk: person for person in [*self.cleaned_data["people"], *of_unit]}.values())


def _meant(known: QuerySet[Person], word: str) -> list[Person]:
    """By username or address, else by the whole name; at most two."""
    typed = word.removeprefix("@")
    exact = known.filter(Q(handle=typed.lower()) | Q(email__iexact=typed))[:1]
    return list(exact) or list(known.filter(name__iexact=word)[:2])
