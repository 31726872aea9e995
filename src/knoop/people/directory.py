"""Finding colleagues: by name, work, unit, place and role, and by what they can help with."""

import re
from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from knoop.base.naming import folded
from knoop.people import expertise, policy
from knoop.people.fields import FIELDS
from knoop.people.forms import Looking
from knoop.people.models import Person, PersonQuerySet
from knoop.people.own_fields import OwnAnswer, OwnField

PAGE = 60
PLACE = re.compile(r"([0-9]{1,19})-(.+)")


@require_safe
def directory(request: HttpRequest) -> HttpResponse:
    me = request.user
    looking = Looking(request.GET, reader=me)
    looking.is_valid()  # what doesn't say whom is left out; the rest still counts
    people = Person.objects.visible_to(me).present().for_directory()
    people = _asked_for(people, me, looking.cleaned_data)
    for own in looking.own:
        people = _who_say(people, me, own, str(looking.cleaned_data.get(own.key) or ""))
    people = onwards(people, request.GET.get("from", ""))[: PAGE + 1]
    context = {
        "looking": looking,
        **page(list(people)),
    }
    return render(request, f"people/directory.html{'#people' if request.htmx else ''}", context)


def _asked_for(people: PersonQuerySet, me: Person, found: dict[str, object]) -> PersonQuerySet:
    for word in str(found.get("name", "")).split():
        people = people.filter(_told_by(word, me))
    if unit := found.get("unit"):
        people = people.filter(unit__in=unit.with_all_below())
    if place := found.get("location"):
        people = people.filter(_readable(me, "location"), location=place)
    if role := found.get("role"):
        people = people.filter(appointments__role=role)
    return people


def _who_say(people: PersonQuerySet, me: Person, own: OwnField, words: str) -> PersonQuerySet:
    """Who filled in a field of the organisation's own with these words, as far as `me` may read it."""
    if not words:
        return people
    said = Q(words=words) if own.kind == OwnField.Kind.CHOICE else Q(words__icontains=words)
    answers = OwnAnswer.objects.filter(said, field=own, person=OuterRef("pk"))
    return people.filter(policy.readable(me, own.key, own.readers), Exists(answers))


def _told_by(word: str, me: Person) -> Q:
    """In the name, the title, or a line of the profile that whoever looks may read."""
    plain = folded(word)
    found = Q(folded__contains=plain)
    for key, column in (("about", "folded_about"), ("working_on", "folded_working_on")):
        found |= Q(**{f"{column}__contains": plain}) & _readable(me, key)
    for key in ("languages", "location"):
        found |= Q(**{f"{key}__icontains": word}) & _readable(me, key)
    return found


def _readable(me: Person, key: str) -> Q:
    return policy.readable(me, key, FIELDS[key].readers)


def onwards(people: PersonQuerySet, place: str) -> PersonQuerySet:
    """From the person at `place`: by name and, for those who share one, by number."""
    if not place:
        return people
    found = PLACE.fullmatch(place)
    if found is None:
        raise Http404
    pk, name = found.groups()
    return people.filter(Q(name__gt=name) | Q(name=name, pk__gte=int(pk)))


def page(people: Sequence[Person]) -> dict[str, object]:
    beyond = people[PAGE] if len(people) > PAGE else None
    return {"people": people[:PAGE], "next": f"{beyond.pk}-{beyond.name}" if beyond else ""}


@require_safe
def who_can_help(request: HttpRequest) -> HttpResponse:
    """Colleagues who know of something, each with why they are named."""
    asked = request.GET.get("with", "").strip()[:200]
    context = {
        "asked": asked,
        "people": expertise.who_knows(request.user, asked) if asked else [],
    }
    return render(request, f"people/who_can_help.html{'#found' if request.htmx else ''}", context)
