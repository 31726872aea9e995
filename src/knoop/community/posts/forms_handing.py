"""To whom a draft is handed over, and why it is given back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from knoop.community.posts import policy
from knoop.community.posts.forms_post import Colleagues
from knoop.community.posts.handovers import LONGEST_WORDS, MOST_WAITING
from knoop.community.posts.models import Handover
from knoop.people.models import Person


class HandOver(forms.Form):
    to = Colleagues(
        label=_("To whom?"),
        max_length=200,
        error_messages={"required": _("Write the name or username of who should say this.")},
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_to(self) -> Person:
        people = self.fields["to"].to_people(self.cleaned_data["to"], self.person)
        if len(people) != 1:
            raise forms.ValidationError(_("Hand it over to one person: one says it."))
        if not policy.takes_drafts(people[0]) or people[0] == self.person:
            raise forms.ValidationError(
                _("Drafts can be handed over to network leaders. To others, send a message.")
            )
        if Handover.objects.are_too_many(self.person, people[0]):
            raise forms.ValidationError(
                _("%(count)d drafts of yours wait on %(name)s already. Wait for one to come back."),
                params={"count": MOST_WAITING, "name": people[0].name},
            )
        return people[0]


class Decline(forms.Form):
    words = forms.CharField(max_length=LONGEST_WORDS, required=False)
