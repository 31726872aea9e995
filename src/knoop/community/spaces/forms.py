from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.db.models import QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from knoop.community.spaces.looks import HUE_NAMES
from knoop.community.spaces.models import FROM_OPEN_TO_HIDDEN, Space
from knoop.people.models import Person

OPENNESS = {
    "open": (_("Open to all colleagues"), _("Everybody who works here can read it and write in it.")),
    "request": (
        _("On request"),
        _("All colleagues see its name, its purpose and how many are in it. Only members read and write."),
    ),
    "invited": (
        _("For invited members"),
        _("Only its members see that it is there. Each of them can bring in somebody else."),
    ),
    "hidden": (
        _("Hidden"),
        _(
            "Only its members see that it is there. Its name stands nowhere else, "
            "and its administrators add people."
        ),
    ),
}


@dataclass(frozen=True)
class Choice:
    value: str
    label: object
    sentence: object
    change: str  # what becomes different for whom, when it isn't so yet
    is_chosen: bool


class SpaceForm(forms.ModelForm):
    """What opening and changing a space have in common."""

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["above"].queryset = self._possible_parents()
        self.fields["above"].empty_label = _("Under no other space")
        above = self.instance.above_id
        if above and not Space.known.visible_to(person).filter(pk=above).exists():
            del self.fields["above"]  # it stays where it is, under what isn't theirs to know of

    def _possible_parents(self) -> QuerySet[Space]:
        """One level: what has a parent or subspaces of its own goes under nothing, or over nothing."""
        here = self.instance.pk
        if here and self.instance.below.exists():
            return Space.objects.none()
        kept = Space.objects.filter(memberships__person=self.person, memberships__role="administrator")
        if self.person.is_a("community_manager"):
            kept = kept | Space.objects.filter(openness__in=["open", "request"])
        now_above = Space.objects.filter(pk=self.instance.above_id)
        return (kept.filter(above=None).exclude(pk=here).current() | now_above).distinct().order_by("name")

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        slug = slugify(name)
        if not slug:
            raise forms.ValidationError(_("Use at least one letter or digit in the name."))
        # One that they may not see must not show by a refusal; its namesake gets an address of its own.
        others = Space.known.visible_to(self.person).exclude(pk=self.instance.pk)
        if slug in map(slugify, others.values_list("name", flat=True)):
            raise forms.ValidationError(_("There is a space with this name already. Choose another name."))
        return name

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or self.cleaned_data
        is_known = "above" in self.fields
        above, openness = cleaned.get("above") if is_known else self.instance.above, cleaned.get("openness")
        if above and openness and _rank(openness) < _rank(above.openness):
            said = _("A subspace can't be more open than %(space)s, which is: %(openness)s.")
            if not is_known:
                said = _("A subspace can't be more open than what it is part of.")
            label = OPENNESS[above.openness][0]
            self.add_error(
                "openness", forms.ValidationError(said, params={"space": above.name, "openness": label})
            )
        return cleaned

    def opennesses(self) -> Iterator[Choice]:
        chosen = self["openness"].value()
        for value, (label, sentence) in OPENNESS.items():
            yield Choice(value, label, sentence, self._change_to(value), value == chosen)

    def _change_to(self, _openness: str) -> str:
        return ""


class OpenSpace(SpaceForm):
    class Meta:
        model = Space
        fields = ["name", "purpose", "openness", "above"]
        labels = {"openness": _("Who can read this?"), "above": _("Part of")}
        help_texts = {"purpose": _("One sentence: what do people find here?")}
        widgets = {"openness": forms.RadioSelect, "purpose": forms.Textarea(attrs={"rows": 2})}


class ChangeSpace(SpaceForm):
    class Meta:
        model = Space
        fields = [
            *("name", "purpose", "welcome", "icon", "hue", "openness", "takes_guests"),
            *("posting", "starts_muted", "above", "follows_unit"),
        ]
        labels = {
            "welcome": _("Welcome text"),
            "openness": _("Who can read this?"),
            "takes_guests": _("Guests from outside the organisation can be invited"),
            "posting": _("Who can begin something?"),
            "starts_muted": _("Muted to begin with: its posts come at home only for who asks for them"),
            "above": _("Part of"),
            "follows_unit": _("Who comes to work in the unit becomes a member, and who goes stops being one"),
            "hue": _("Colour"),
            "icon": _("Sign"),
        }
        help_texts = {
            "purpose": _("One sentence: what do people find here?"),
            "welcome": _("Shown to who joins: what is usual here, where to begin. Markdown works."),
        }
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 2}),
            "welcome": forms.Textarea(attrs={"rows": 5}),
            "openness": forms.RadioSelect,
            "posting": forms.RadioSelect,
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.before = self.instance.openness
        if not self.instance.unit_id:
            del self.fields["follows_unit"]
        self.fields["icon"].choices = [("", _("The first letter of its name")), *Space.icon.field.choices]
        names = [("", _("By itself")), *HUE_NAMES]
        self.fields["hue"] = forms.TypedChoiceField(
            label=_("Colour"), choices=names, coerce=int, empty_value=None, required=False
        )

    def _change_to(self, openness: str) -> str:
        """In one sentence for whom something changes."""
        if openness == self.before:
            return ""
        words = self._more_open(openness) if _rank(openness) < _rank(self.before) else self._closer(openness)
        closer = [below for below in self._below if _rank(below.openness) < _rank(openness)]
        if closer:
            also = ngettext(
                "%(count)d subspace becomes as closed.", "%(count)d subspaces become as closed.", len(closer)
            )
            words = f"{words} {also % {'count': len(closer)}}"
        return words

    @property
    def _below(self) -> list[Space]:
        if not hasattr(self, "_subspaces"):
            self._subspaces = list(self.instance.below.all())
        return self._subspaces

    def _more_open(self, openness: str) -> str:
        if openness == "open":
            return gettext("Then all colleagues can read everything in it, also what was written before.")
        if openness == "request":
            return gettext("Then all colleagues see its name; what is written stays for its members.")
        return gettext("Then each member can bring in somebody else.")

    def _closer(self, openness: str) -> str:
        if self.before == "open":
            outside = (
                Person.objects.present().filter(is_guest=False).exclude(memberships__space=self.instance)
            )
            count = outside.count()
            return ngettext(
                "Then %(count)d colleague who isn't in it can't read it any more.",
                "Then %(count)d colleagues who aren't in it can't read it any more.",
                count,
            ) % {"count": count}
        if self.before == "request":
            return gettext("Then colleagues who aren't in it no longer see that it is there.")
        return gettext("Then only its administrators can add people.")


def _rank(openness: str) -> int:
    return FROM_OPEN_TO_HIDDEN.index(openness)


class Ask(forms.Form):
    note = forms.CharField(
        label=_("Why would you like to join?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Decide(forms.Form):
    words = forms.CharField(label=_("A word with it"), required=False, max_length=500)


class Because(forms.Form):
    reason = forms.CharField(
        label=_("Why?"), max_length=200, error_messages={"required": _("Say why: its members will read it.")}
    )


class InviteGuest(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"), max_length=254)

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        self.person = Person.objects.select_related("departure").filter(email__iexact=email).first()
        if self.person and not self.person.is_guest:
            raise forms.ValidationError(
                _("This is the address of a colleague. Add them above, by their username.")
            )
        if self.person and not self.person.is_active:
            raise forms.ValidationError(_("Who had this address has left. Ask an administrator."))
        return email


class TakeRole(forms.Form):
    role = forms.ChoiceField(choices=[("member", ""), ("administrator", "")])
