"""What an administrator looks for and fills in about accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from knoop.people.administered import LeadsInARing
from knoop.people.codes import handle_for
from knoop.people.models import HANDLE, Appointment, Person, Unit

STATES = [
    ("", _("All who are here")),
    ("active", _("Active")),
    ("invited", _("Invited, not in yet")),
    ("guest", _("Guests")),
    ("locked", _("Locked out")),
    ("leaving", _("Will be erased")),
    ("departed", _("Left")),
]


class Narrow(forms.Form):
    """Which accounts are shown; what is unknown is left out."""

    name = forms.CharField(label=_("Name, username or e-mail"), required=False, max_length=100)
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)
    role = forms.ChoiceField(label=_("Role"), required=False)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Unit"), required=False, to_field_name="slug", empty_label=_("All units")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs |= {"type": "search", "autocomplete": "off"}
        self.fields["role"].choices = [("", _("All")), *Appointment.Role.choices]
        self.fields["unit"].queryset = Unit.objects.all()


class Account(forms.Form):
    """What an administrator says of somebody: not their profile, which is their own."""

    name = forms.CharField(label=_("First and last name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), required=False)
    title = forms.CharField(label=pgettext_lazy("of a person", "Title"), max_length=160, required=False)
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Unit"), required=False, empty_label="–")
    is_guest = forms.BooleanField(
        label=_("Guest"),
        required=False,
        help_text=_("From outside: sees only the spaces they are in, and who is in them."),
    )

    def __init__(self, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["unit"].queryset = Unit.objects.all()

    def clean_email(self) -> str | None:
        email: str = self.cleaned_data["email"].lower()
        others = Person.objects.exclude(pk=self.person.pk if self.person else None)
        if email and others.filter(email__iexact=email).exists():
            raise ValidationError(_("Somebody has this address already. Each account has its own, or none."))
        return email or None


class Change(Account):
    lead = forms.CharField(
        label=_("Reports to"),
        required=False,
        max_length=61,
        help_text=_("The username of who leads them; empty for nobody."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    field_order = ("name", "email", "title", "unit", "lead", "is_guest")
    person: Person

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        said = {name: getattr(person, name) for name in ("name", "email", "title", "unit", "is_guest")}
        line = getattr(person, "reporting_line", None)
        initial = said | {"lead": line.lead.handle if line else ""}
        super().__init__(*args, person=person, initial=initial, **kwargs)

    def clean_lead(self) -> Person | None:
        typed = self.cleaned_data["lead"]
        if not typed.strip():
            return None
        lead = Person.objects.with_username(typed)
        if lead is None:
            raise ValidationError(_("Nobody who works here has this username."))
        if lead.pk == self.person.pk:
            raise ValidationError(_("Nobody reports to themselves. Name somebody else, or nobody."))
        return lead

    def keep(self, by: Person) -> bool:
        """False, with a reason in words, when what was asked can't be."""
        words = dict(self.cleaned_data)
        lead = words.pop("lead")
        try:
            self.person.report_to(lead, by)
        except LeadsInARing:
            self.add_error("lead", _("Then they would lead each other: this person leads the one you named."))
            return False
        self.person.move(words.pop("unit"), by)
        become = self.person.become_guest if words.pop("is_guest") else self.person.become_colleague
        become(by)
        self.person.change(by, **words)
        return True


class Roles(forms.Form):
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=Appointment.Role.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class Invite(Account):
    handle = forms.CharField(
        label=_("Username"),
        max_length=60,
        required=False,
        validators=[HANDLE],
        help_text=_("Leave it empty and it is made of the name."),
        widget=forms.TextInput({"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}),
    )

    field_order = ("name", "handle", "email", "title", "unit", "is_guest")

    def clean_handle(self) -> str:
        handle: str = self.cleaned_data["handle"]
        if handle and Person.objects.filter(handle=handle).exists():
            raise ValidationError(
                _("Somebody has this username already. Try %(other)s.") % {"other": handle_for(handle)}
            )
        return handle

    def made(self, by: Person) -> Person:
        said = dict(self.cleaned_data)
        unit = said.pop("unit")
        person = Person(**said | {"handle": said["handle"] or handle_for(said["name"])})
        person.set_unusable_password()
        person.save()
        person.move(unit, by)
        return person


class Upload(forms.Form):
    LARGEST = 5 * 1024 * 1024

    file = forms.FileField(
        label=_("A CSV file"),
        widget=forms.FileInput({"accept": ".csv,text/csv"}),
        error_messages={"required": _("Choose a file first."), "empty": _("This file is empty.")},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > self.LARGEST:
            raise ValidationError(_("This file is larger than 5 MB. Send the list in parts."))
        return file
