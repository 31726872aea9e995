"""Before a signal is sent: who will answer it, by when, and who can read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from knoop.community.signals import promising
from knoop.community.signals.choosing import Topics, kept
from knoop.community.signals.kinds import Kind
from knoop.community.signals.models import LONGEST, Signal
from knoop.community.signals.routing import Asked, Route, Staff, answerer
from knoop.community.spaces.models import Membership, Space
from knoop.people.models import Person, Unit


@dataclass(frozen=True)
class Outlook:
    """What becomes of a signal once it's sent."""

    owner: Person
    acknowledged_by: date
    decided_by: date
    readers: str


def outlook(person: Person, asked: Asked, space: Space | None) -> Outlook:
    found = answerer(asked, Staff.now(), Route.objects.for_list())
    return Outlook(
        Person.objects.get(pk=found.person),
        promising.due(promising.ACKNOWLEDGE),
        promising.due(asked.kind),
        readers(space),
    )


def readers(space: Space | None) -> str:
    if space is None or space.is_open:
        return _("All colleagues can read it, with your name.")
    count = Membership.objects.filter(space=space, person__departure=None).count()
    words = ngettext(
        "The %(count)d member of %(space)s and whoever answers it can read it, with your name.",
        "The %(count)d members of %(space)s and whoever answers it can read it, with your name.",
        count,
    )
    return words % {"count": count, "space": space.name}


class RaiseSignal(forms.Form):
    """Three questions, and what it is about. `goes_to` is who the page said would answer."""

    once = forms.UUIDField(required=False, initial=uuid4, widget=forms.HiddenInput)
    goes_to = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=gettext_lazy("What is it?"), choices=Kind, widget=forms.RadioSelect, initial=Kind.CONCERN
    )
    title = forms.CharField(
        label=gettext_lazy("In one line"),
        max_length=160,
        error_messages={"required": gettext_lazy("Say it in one line first; people find it by that.")},
    )
    text = forms.CharField(
        label=gettext_lazy("What happens?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": gettext_lazy("Say what happens: what you see, since when, how often.")},
    )
    where = forms.CharField(label=gettext_lazy("Where?"), max_length=200, required=False)
    would_help = forms.CharField(
        label=gettext_lazy("What would help?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    topics = Topics(label=gettext_lazy("Topics"), max_length=200, required=False)
    unit = forms.ModelChoiceField(
        Unit.objects.all(), label=gettext_lazy("Which unit is it about?"), required=False, empty_label="–"
    )
    space = forms.ModelChoiceField(
        Space.objects.none(), label=gettext_lazy("Who is it for?"), required=False, to_field_name="slug"
    )

    def __init__(self, *args: Any, person: Person, **more: Any) -> None:
        super().__init__(*args, **more)
        self.person = person
        self.fields["space"].queryset = spaces_of(person)
        self.fields["space"].empty_label = _("Everybody who works here")
        if person.is_guest:
            self.fields["space"].required = True
            self.fields["space"].empty_label = None
            del self.fields["unit"]

    @property
    def questions(self) -> Sequence[forms.BoundField]:
        return [self[name] for name in ("title", "text", "where", "would_help")]

    @cached_property
    def outlook(self) -> Outlook:
        """As far as it's filled in; what is wrong in it isn't reckoned with."""
        space, unit = self._chosen("space"), self._chosen("unit")
        kind = self._said("kind")
        asked = Asked(
            kind if kind in Kind.values else Kind.CONCERN,
            unit.pk if unit else None,
            self._topics().split(),
            space.pk if space else None,
            self.person.pk,
        )
        return outlook(self.person, asked, space)

    def _topics(self) -> str:
        return kept(self._said("topics"))

    def _said(self, name: str) -> str:
        return str(self[name].value() or "")

    def _chosen(self, name: str) -> Any:
        if name not in self.fields:
            return self.person.unit
        field = self.fields[name]
        try:
            return field.clean(self[name].value())
        except forms.ValidationError:
            return field.queryset.first() if self.person.is_guest else None

    @property
    def is_another_owner(self) -> bool:
        """Whether somebody else would answer than was said when it was sent."""
        said: int | None = self.cleaned_data.get("goes_to")
        return said is not None and said != self.outlook.owner.pk

    def send(self) -> Signal:
        fields = {name: self.cleaned_data[name] for name in ("kind", "title", "text", "where", "would_help")}
        return Signal.objects.send(
            self.person,
            self.outlook.owner,
            once=self.cleaned_data["once"],
            topics=self.cleaned_data["topics"],
            space=self.cleaned_data["space"],
            unit=self.cleaned_data.get("unit", self.person.unit),
            **fields,
        )


def spaces_of(person: Person) -> QuerySet[Space]:
    return Space.objects.of(person).current().order_by("name", "pk")
