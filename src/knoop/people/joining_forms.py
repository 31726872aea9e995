"""Typing a code, making an account by it, and handing one out."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from knoop.people import arrivals, tries
from knoop.people.codes import Code, handle_for
from knoop.people.models import HANDLE, Person, Unit

LONG_ENOUGH = _("Twelve characters or more; a few words in a row are easy to remember and hard to guess.")
# From one address, within a quarter of an hour: a whole canteen may sit behind one.
WRONG_CODES = 50


class TypeCode(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args: Any, whose: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.whose = whose
        self.found: Code | None = None

    def clean_code(self) -> str:
        if tries.are_too_many(self.whose, WRONG_CODES):
            raise ValidationError(_("Too many wrong codes. Wait a quarter of an hour."))
        self.found = Code.objects.named(self.cleaned_data["code"])
        if self.found is None:
            tries.one_more(self.whose)
            raise ValidationError(
                _("This code isn't valid, or it was used up. Check the letters, or ask who gave it to you.")
            )
        return self.found.code


class SignUp(forms.Form):
    name = forms.CharField(
        label=_("First and last name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"})
    )
    handle = forms.CharField(
        label=_("Username"),
        max_length=60,
        required=False,
        validators=[HANDLE],
        help_text=_("You log in with it. Leave it empty and it is made of your name."),
        widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_(
            "Twelve characters or more; a few words in a row are easy to remember and hard to guess."
        ),
        widget=forms.PasswordInput({"autocomplete": "new-password"}, render_value=True),
    )

    def clean_handle(self) -> str:
        handle = self.cleaned_data["handle"]
        if handle and Person.objects.filter(handle=handle).exists():
            raise ValidationError(
                _("Somebody has this username already. Try %(other)s.") % {"other": handle_for(handle)}
            )
        return handle

    def clean(self) -> dict[str, Any]:
        if password := self.cleaned_data.get("password"):
            try:
                validate_password(password, self.person())
            except ValidationError as fault:
                self.add_error("password", fault)
        return self.cleaned_data

    def person(self) -> Person:
        name = self.cleaned_data.get("name", "")
        return Person(name=name, handle=self.cleaned_data.get("handle") or handle_for(name))


class HandOut(forms.Form):
    note = forms.CharField(
        label=_("For whom"), max_length=80, required=False, help_text=_("Such as: night shift, week 12.")
    )
    most = forms.IntegerField(label=_("For how many people"), min_value=1, max_value=500, initial=1)
    days = forms.IntegerField(label=_("Valid for how many days"), min_value=1, max_value=90, initial=14)
    unit = forms.ModelChoiceField(
        Unit.objects.all(), label=_("Unit"), required=False, empty_label=_("Choose later")
    )

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for arrival in arrivals.known():
            self.fields[arrival.key] = forms.MultipleChoiceField(
                label=arrival.label,
                choices=arrival.choices(by),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    def hand_out(self, by: Person) -> Code:
        found = self.cleaned_data
        places = {one.key: found[one.key] for one in arrivals.known() if found.get(one.key)}
        words = {key: found[key] for key in ("most", "days", "unit", "note")}
        return Code.objects.hand_out(by, places=places, **words)
