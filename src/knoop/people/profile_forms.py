"""What people say of themselves and how they want to use Knoop."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from knoop.base.images import Square
from knoop.people import faces
from knoop.people.fields import FIELDS, Readers, readers_of
from knoop.people.models import LOOKS, Person
from knoop.people.own_fields import OwnField

PHONE = RegexValidator(r"^\+?[0-9 ()./-]{3,}$", _("Use digits, with a + in front for a foreign number."))
LEAP_YEAR = 2000


class DayAndMonth(forms.MultiWidget):
    template_name = "people/day_and_month.html"

    def __init__(self) -> None:
        months = [("", _("Month")), *MONTHS.items()]
        day = forms.NumberInput(
            {"min": 1, "max": 31, "placeholder": _("Day"), "aria-label": _("Day of birth")}
        )
        super().__init__([day, forms.Select({"aria-label": _("Month")}, months)])

    def decompress(self, value: date | None) -> list[int | None]:
        return [value.day, value.month] if value else [None, None]


class Birthday(forms.MultiValueField):
    """A day and a month: nobody has to say how old they are."""

    widget = DayAndMonth

    def __init__(self, **options: Any) -> None:
        parts = [forms.IntegerField(min_value=1, max_value=31), forms.IntegerField(min_value=1, max_value=12)]
        super().__init__(parts, require_all_fields=False, required=False, **options)

    def compress(self, parts: list[int | None]) -> date | None:
        if not parts or parts == [None, None]:
            return None
        try:
            return date(LEAP_YEAR, parts[1] or 0, parts[0] or 0)
        except ValueError:
            raise ValidationError(_("This day isn't in the calendar. Fill in both, or neither.")) from None


class Describe(forms.ModelForm):
    """The profile: each line with who may read it, and the lines this organisation added."""

    birthday = Birthday(label=_("Birthday"), help_text=_("Without the year."))

    class Meta:
        model = Person
        fields = [
            *("name", "title", "pronouns", "about", "working_on", "location", "languages"),
            *("phone", "mobile", "birthday", "started_on"),
        ]
        labels = {"about": _("Ask me about"), "working_on": _("Working on")}
        help_texts = {
            "about": _("What colleagues may always come to you with. They find you by these words."),
            "working_on": _("What you're busy with these weeks."),
            "languages": _("Such as Dutch, English, Polish."),
            "location": _("Where you usually are: a building, a site, a town."),
        }
        widgets = {
            "about": forms.Textarea({"rows": 3}),
            "working_on": forms.Textarea({"rows": 2}),
            "started_on": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
            "phone": forms.TextInput({"type": "tel", "autocomplete": "tel"}),
            "mobile": forms.TextInput({"type": "tel", "autocomplete": "tel"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = list(OwnField.objects.current())
        said = dict(self.instance.own_answers.values_list("field", "words"))
        for field in self.own:
            self.fields[field.key] = answer_field(field, said.get(field.pk, ""))
        for key in ("phone", "mobile"):
            self.fields[key].validators.append(PHONE)
        for key, usual in self._chosen_by_line().items():
            self.fields[f"readers-{key}"] = forms.ChoiceField(
                label=_("Who reads this"),
                choices=Readers.choices,
                initial=readers_of(self.instance, key, usual),
                required=False,
            )

    def _chosen_by_line(self) -> dict[str, str]:
        ours = {key: line.readers for key, line in FIELDS.items()}
        return ours | {field.key: field.readers for field in self.own}

    def lines(self) -> list[tuple[forms.BoundField | None, forms.BoundField | None, str]]:
        """Each line as it stands in the form: the field, who reads it, and words where there is no field."""
        rows: list[tuple[forms.BoundField | None, forms.BoundField | None, str]] = []
        for key in [*self._meta.fields, "email", *(field.key for field in self.own)]:
            readers = self[f"readers-{key}"] if f"readers-{key}" in self.fields else None
            if key != "email":
                rows.append((self[key], readers, ""))
            elif self.instance.email:
                rows.append((None, readers, self.instance.email))
        return rows

    def keep(self) -> None:
        found = self.cleaned_data
        readers = {key: found[f"readers-{key}"] or usual for key, usual in self._chosen_by_line().items()}
        words = {key: found[key] for key in self._meta.fields}
        said = {field.pk: str(found[field.key] or "") for field in self.own}
        self.instance.describe(words, readers, said)


def answer_field(own: OwnField, said: str) -> forms.Field:
    """What somebody fills in: by the kind of the field. An answer that isn't a choice any more stays one."""
    usual: dict[str, Any] = {"label": own.label, "required": False, "initial": said}
    if own.kind == OwnField.Kind.DATE:
        day = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
        return forms.DateField(widget=day, **usual)
    if own.kind == OwnField.Kind.LINK:
        return forms.URLField(max_length=300, assume_scheme="https", **usual)
    if own.kind == OwnField.Kind.CHOICE:
        words = [*own.choices, *([said] if said and said not in own.choices else [])]
        return forms.ChoiceField(choices=[("", "–"), *((word, word) for word in words)], **usual)
    return forms.CharField(max_length=300, **usual)


class ShowFace(forms.Form):
    """A photo and the square that was chosen in it; without script the middle is taken."""

    photo = forms.FileField(
        label=_("Choose a photo"),
        widget=forms.FileInput({"accept": "image/jpeg,image/png,image/webp,image/gif,image/avif"}),
        error_messages={"required": _("Choose a photo first."), "empty": _("This file is empty.")},
    )
    across = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=0, max_value=1)
    down = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=0, max_value=1)
    side = forms.FloatField(required=False, widget=forms.HiddenInput, min_value=0, max_value=1)

    def clean_photo(self) -> Any:
        photo = self.cleaned_data["photo"]
        if photo.size > faces.LARGEST:
            raise ValidationError(_("This file is larger than 10 MB. Choose a smaller one."))
        return photo

    @property
    def square(self) -> Square:
        chosen = {part: self.cleaned_data.get(part) for part in ("across", "down", "side")}
        return Square(**{part: share for part, share in chosen.items() if share is not None})


def _zones() -> list[tuple[str, list[tuple[str, str]]]]:
    """By part of the world, the nearest first."""
    worlds = ["Europe", "America", "Africa", "Asia", "Atlantic", "Australia", "Indian", "Pacific"]
    names = sorted(name for name in available_timezones() if name.partition("/")[0] in worlds)
    return [
        (
            world,
            [(name, name.partition("/")[2].replace("_", " ")) for name in names if name.startswith(world)],
        )
        for world in worlds
    ]


class Choose(forms.ModelForm):
    """Language, time zone and look."""

    time_zone = forms.ChoiceField(label=_("Time zone"), required=False)
    look = forms.ChoiceField(
        label=_("Look"), required=False, choices=[("", _("As my device")), *LOOKS], widget=forms.RadioSelect
    )
    language = forms.ChoiceField(label=_("Language"), required=False)

    class Meta:
        model = Person
        fields = ["language", "time_zone", "look"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("As my device")), ("nl", "Nederlands"), ("en", "English")]
        self.fields["time_zone"].choices = [("", _("That of the organisation")), *_zones()]


class ChangePassword(PasswordChangeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = _("Your password now")
        del self.fields["old_password"].widget.attrs["autofocus"]  # it stands halfway down a page
        self.fields["new_password1"].label = _("New password")
        self.fields["new_password2"].label = _("The new one again")
        self.fields["new_password1"].help_text = _(
            "Twelve characters or more; a few words in a row are easy to remember and hard to guess."
        )
        self.fields["new_password2"].help_text = ""
