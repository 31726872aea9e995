"""Fields that people fill in with what they know: a colleague's name, topic words, an address."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from knoop.base.markdown import tag
from knoop.people.administered import ABLE
from knoop.people.models import Person

MOST_TOPICS = 3
LONGEST_TOPIC = 60


class Colleague(forms.CharField):
    """Somebody who works here and can answer, by username or by a name that only one person has."""

    def __init__(self, **more: object) -> None:
        more.setdefault("max_length", 130)
        super().__init__(**more)
        self.widget.attrs |= {"data-suggests": "people", "autocapitalize": "none", "autocomplete": "off"}

    def clean(self, value: object) -> Person | None:  # type: ignore[override]
        typed = super().clean(value)
        if not typed:
            return None
        able = Person.objects.filter(ABLE, is_guest=False, erased_at=None)
        named = able.with_username(typed)
        found = [named] if named else list(able.filter(name__iexact=typed.strip().removeprefix("@"))[:2])
        if len(found) > 1:
            raise forms.ValidationError(_("More than one colleague has this name. Use the username."))
        if not found:
            said = _("Nobody who works here and can log in is called so. Use a username or a full name.")
            raise forms.ValidationError(said)
        return found[0]


class Topics(forms.CharField):
    """A few words, as they are kept: each found by what a #topic is found by."""

    def clean(self, value: object) -> str:  # type: ignore[override]
        return kept(super().clean(value))


def kept(typed: str) -> str:
    """'#Water, parking' as ' water parking '; nothing of nothing."""
    words = (tag(word.strip("#.;:!?")) for word in typed.replace(",", " ").split())
    found = [word[:LONGEST_TOPIC] for word in dict.fromkeys(words) if word][:MOST_TOPICS]
    return f" {' '.join(found)} " if found else ""
