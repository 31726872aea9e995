"""Asking for one's account to be erased."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from knoop.people import tries
from knoop.people.models import Person

WORDS = [
    ("stay", _("What I wrote stays, by “former member”: others answered it.")),
    ("go", _("Remove what I wrote too. Answers of others then stand alone.")),
]


class Erase(forms.Form):
    words = forms.ChoiceField(
        label=_("Your posts, answers and messages"), choices=WORDS, widget=forms.RadioSelect, initial="stay"
    )
    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if tries.are_too_many(self.person.handle):
            raise ValidationError(_("Too many wrong passwords. Wait a quarter of an hour."))
        if not self.person.check_password(password):
            tries.one_more(self.person.handle)
            raise ValidationError(_("This isn't your password. Type the one you log in with."))
        return password

    @property
    def takes_words(self) -> bool:
        return bool(self.cleaned_data["words"] == "go")


class EraseAtOnce(forms.Form):
    """For an administrator, at somebody's request: it can't be undone, so the username is typed."""

    words = forms.ChoiceField(
        label=_("Their posts, answers and messages"),
        choices=[
            ("stay", _("What they wrote stays, by “former member”.")),
            ("go", _("Remove what they wrote too.")),
        ],
        widget=forms.RadioSelect,
        initial="stay",
    )
    username = forms.CharField(
        label=_("Type their username, to be sure"),
        max_length=61,
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_username(self) -> str:
        typed: str = self.cleaned_data["username"].strip().lower().removeprefix("@")
        if typed != self.person.handle:
            raise ValidationError(
                _("This isn't %(name)s's username. Type %(handle)s to erase this account.")
                % {"name": self.person.name, "handle": self.person.handle}
            )
        return typed

    @property
    def takes_words(self) -> bool:
        return bool(self.cleaned_data["words"] == "go")
