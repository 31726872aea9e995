"""What a post is written with: one form, of which each kind asks its own part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.community.posts import additions, composing, policy
from knoop.community.posts.composing import BY_KIND, Intent, Place
from knoop.community.posts.forms import Words
from knoop.community.posts.handovers import Handover, waiting_handover
from knoop.community.posts.kinds import TITLED, Kind
from knoop.community.posts.models import LONGEST_TITLE, Draft, Post
from knoop.community.posts.polls import FEWEST, LONGEST_OPTION, MOST, Terms
from knoop.community.spaces import policy as spaces_policy
from knoop.community.spaces.models import Space
from knoop.people.models import Person

FARTHEST = timedelta(days=366)
OFFERED_OPTIONS = 3
DAYS = [(1, _("1 day")), (3, _("3 days")), (7, _("1 week")), (14, _("2 weeks")), (28, _("4 weeks"))]
USUAL_DAYS = 7
LATER = "%Y-%m-%dT%H:%M"


class Colleagues(forms.CharField):
    """People by name or username, with commas between them."""

    def to_people(self, typed: str, by: Person) -> list[Person]:
        names = dict.fromkeys(name.strip().removeprefix("@").strip() for name in typed.split(","))
        found = [self._one(name, by) for name in names if name]
        return list(dict.fromkeys(found))

    def _one(self, name: str, by: Person) -> Person:
        people = Person.objects.visible_to(by).present()
        by_handle = people.filter(handle=name.lower()).first()
        alike = [by_handle] if by_handle else list(people.filter(name__iexact=name)[:2])
        if not alike:
            raise forms.ValidationError(
                _("Nobody here is called “%(name)s”. Type a few letters and choose from the list."),
                params={"name": name},
            )
        if len(alike) > 1:
            raise forms.ValidationError(
                _("More than one colleague is called “%(name)s”: write the username, as on their page."),
                params={"name": name},
            )
        return alike[0]


class WritePost(Words):
    """`spaces` are those that may be written in; those that `shown` says are offered.

    A form that is only looked at again, such as a draft, holds what was typed without saying what is missing.
    """

    kind = forms.ChoiceField(choices=Kind, required=False, initial=Kind.TELL)
    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE, required=False)
    thanked = Colleagues(label=_("Whom do you thank?"), max_length=1000, required=False)
    drafted_with = Colleagues(label=_("Drafted with"), max_length=400, required=False)
    is_multiple = forms.BooleanField(label=_("More than one answer may be chosen"), required=False)
    is_anonymous = forms.BooleanField(label=_("Nobody sees who chose what"), required=False)
    days = forms.TypedChoiceField(
        label=_("Open for"), choices=DAYS, coerce=int, initial=USUAL_DAYS, required=False
    )
    due_at = forms.DateTimeField(
        label=_("Post it on"),
        required=False,
        input_formats=[LATER, f"{LATER}:%S"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LATER),
        error_messages={"invalid": _("Choose a day and a time.")},
    )
    space = forms.ModelChoiceField(
        Space.objects.none(),
        label=_("In"),
        to_field_name="slug",
        error_messages={
            "invalid_choice": _("You can't write in this space. Choose another; your text is still here.")
        },
    )

    def __init__(
        self,
        *args: Any,
        person: Person,
        spaces: QuerySet[Space],
        shown: Q | None = None,
        draft: Draft | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, person=person, **kwargs)
        self.person, self.shown, self.draft = person, shown, draft
        self.fields["space"].queryset = spaces
        self.is_refused = False

    @property
    def refusals(self) -> list[str]:
        return [said for errors in self.errors.values() for said in errors] if self.is_refused else []

    @cached_property
    def chosen_kind(self) -> Kind:
        word = self["kind"].value()
        return Kind(word) if word in policy.kinds_for(self.person) else Kind.TELL

    @property
    def intent(self) -> Intent:
        return BY_KIND[self.chosen_kind]

    @cached_property
    def intents(self) -> list[Intent]:
        return composing.intents_for(self.person)

    @property
    def others(self) -> list[Intent]:
        return [intent for intent in self.intents if not intent.is_first]

    @property
    def has_title(self) -> bool:
        return self.chosen_kind in TITLED

    @cached_property
    def places(self) -> list[Place]:
        """What can be chosen: one's own spaces, and the one that was chosen or that the page is about."""
        which = self.shown or Q(pk__in=Space.objects.of(self.person).values("pk"))
        if slug := self._slug:
            which |= Q(slug=slug)
        allowed = self.fields["space"].queryset.values("pk")
        found = Space.objects.filter(Q(pk__in=allowed) & which & spaces_policy.begins(self.person))
        return composing.places(composing.with_readers(found))

    def offer(self, mine: Sequence[Space]) -> None:
        """Offers one's own spaces, as `composing.mine` read them; another that was meant is asked for."""
        mine = [space for space in mine if space.may_begin]
        if not self._slug or any(space.slug == self._slug for space in mine):
            self.places = composing.places(mine)

    @cached_property
    def place(self) -> Place | None:
        """Where it goes as things stand: what was chosen, or what the browser would choose."""
        chosen = (place for place in self.places if place.slug == self._slug)
        return next(chosen, self.places[0] if self.places else None)

    @cached_property
    def _slug(self) -> str:
        value = self["space"].value()
        return value.slug if isinstance(value, Space) else str(value or "")

    @property
    def wants_more(self) -> bool:
        return "more" in self.data

    @cached_property
    def typed_options(self) -> list[str]:
        """As they were typed, with room for more."""
        values = getattr(self.data, "getlist", lambda _name: [])("option")
        typed = [value.strip() for value in values]
        kept = [value for value in typed if value]
        more = 2 if self.wants_more else 0
        return [*kept, *[""] * max(more, OFFERED_OPTIONS - len(kept), 1)][:MOST]

    @property
    def may_have_more_options(self) -> bool:
        return len(self.typed_options) < MOST

    @property
    def soonest(self) -> str:
        return clock.now().strftime(LATER)

    def clean_kind(self) -> Kind:
        kind = Kind(self.cleaned_data["kind"] or Kind.TELL)
        if kind not in policy.kinds_for(self.person):
            raise forms.ValidationError(
                _("News is written by community managers and leaders. Choose “Tell” instead.")
            )
        return kind

    @property
    def handover(self) -> Handover | None:
        """By whom the draft was written, if that is somebody else."""
        return waiting_handover(self.draft)

    def clean_drafted_with(self) -> list[Person]:
        """Who handed it over is always named; others as whoever says it wants."""
        people = self.fields["drafted_with"].to_people(self.cleaned_data["drafted_with"], self.person)
        if self.handover:
            people = [self.handover.by, *people]
        return people

    def clean_due_at(self) -> datetime | None:
        due: datetime | None = self.cleaned_data["due_at"]
        if due and due <= clock.now():
            raise forms.ValidationError(
                _("This moment has passed. Choose a later one, or leave it empty to post now.")
            )
        if due and due > clock.now() + FARTHEST:
            raise forms.ValidationError(_("Choose a moment within a year from now."))
        return due

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind = cleaned.get("kind", Kind.TELL)
        if kind in TITLED and not cleaned.get("title") and "title" not in self.errors:
            self.add_error("title", _("Give it a title: that is what people see first."))
        if kind == Kind.THANKS and "thanked" not in self.errors:
            self._clean_thanked(cleaned)
        if kind == Kind.POLL:
            self._clean_options()
        return cleaned

    def _clean_thanked(self, cleaned: dict[str, Any]) -> None:
        try:
            people = self.fields["thanked"].to_people(cleaned.get("thanked", ""), self.person)
        except forms.ValidationError as wrong:
            self.add_error("thanked", wrong)
            return
        space = cleaned.get("space")
        if not people:
            self.add_error("thanked", _("Choose at least one colleague to thank."))
        elif self.person in people:
            self.add_error("thanked", _("You can't thank yourself. Whom else do you thank?"))
        elif space and (unaware := _who_can_not_read(people, space)):
            said = _("%(name)s can't read what is written in %(space)s. Choose another space.")
            self.add_error(
                "space", forms.ValidationError(said, params={"name": unaware, "space": space.name})
            )
        cleaned["people"] = people

    def _clean_options(self) -> None:
        options = [option for option in self.typed_options if option]
        if len(options) < FEWEST:
            self.add_error(None, _("A poll needs at least two choices. Add another one."))
        if len({option.lower() for option in options}) < len(options):
            self.add_error(None, _("Two choices are the same. Change one of them."))
        if any(len(option) > LONGEST_OPTION for option in options):
            self.add_error(None, _("A choice is too long. Put the explanation in the text above."))

    @transaction.atomic
    def post(self) -> Post:
        """Writes what the form holds; call it when it is valid and may be written in its space."""
        words = self.cleaned_data
        kind = words["kind"]
        post = Post.objects.write(
            self.person,
            words["space"],
            words["text"],
            words["once"],
            kind=kind,
            title=words["title"] if kind in TITLED else "",
            thanked=words["people"] if kind == Kind.THANKS else (),
            poll=self._terms() if kind == Kind.POLL else None,
            files=self.chosen,
            drafted_with=words["drafted_with"],
        )
        additions.add(self, post)
        return post

    def _terms(self) -> Terms:
        words = self.cleaned_data
        return Terms(
            options=[option for option in self.typed_options if option],
            closes_at=clock.now() + timedelta(days=words["days"] or USUAL_DAYS),
            is_multiple=words["is_multiple"],
            is_anonymous=words["is_anonymous"],
        )


def _who_can_not_read(people: Sequence[Person], space: Space) -> str:
    return next((p.name for p in people if not Space.objects.visible_to(p).filter(pk=space.pk).exists()), "")


def blank(person: Person, space: object, word: str = "", **more: Any) -> WritePost:
    """A form to begin with in `space`, for the intent that `word` names."""
    initial = {"space": space, "kind": composing.kind_of(word, person)}
    seen = Space.objects.visible_to(person).current()
    return WritePost(initial=initial, person=person, spaces=seen, **more)
