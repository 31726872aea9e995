"""The organisation drawn: units within units, and who leads whom; each branch is loaded when it's opened."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from knoop.access.door import fetch, require
from knoop.people import directory, policy
from knoop.people.models import Person, ReportingLine, Unit


@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """The highest units and those right below them."""
    require(policy.may_see_organisation(request.user))
    seen = Unit.objects.visible_to(request.user).for_chart()
    tops = list(seen.filter(above=None))
    below = defaultdict(list)
    for unit in seen.filter(above__in=tops):
        below[unit.above_id].append(unit)
    for top in tops:
        top.opened = below[top.pk]
    with_leads(tops + [unit for group in below.values() for unit in group])
    return render(request, "people/organisation.html", {"units": tops, "view": "units"})


@require_safe
def lines(request: HttpRequest) -> HttpResponse:
    """Those whom nobody leads, with whom they lead."""
    require(policy.may_see_organisation(request.user))
    tops = list(Person.objects.leading().filter(reporting_line=None)[: directory.PAGE])
    return render(request, "people/organisation.html", {"tops": tops, "view": "lines"})


@require_safe
def units_below(request: HttpRequest, unit: str) -> HttpResponse:
    found = fetch(Unit.objects, request.user, slug=unit)
    below = with_leads(list(Unit.objects.for_chart().filter(above=found)))
    return render(request, "people/organisation.html#branch", {"units": below})


@require_safe
def led_by(request: HttpRequest, handle: str) -> HttpResponse:
    """Whom somebody leads; the whole page says who leads them in turn."""
    require(policy.may_see_organisation(request.user))
    person = fetch(Person.objects.for_directory(), request.user, handle=handle)
    led = Person.objects.present().for_directory().with_count_led().filter(reporting_line__lead=person)
    context = {"person_led": person, "led": led, "above": _above(person)}
    return render(request, f"people/led_by.html{'#led' if request.htmx else ''}", context)


def _above(person: Person) -> list[Person]:
    """Who leads them, who leads that one, up to the top; a ring ends where it began."""
    above: list[Person] = []
    at = person
    while line := ReportingLine.objects.filter(person=at).select_related("lead__unit").first():
        if line.lead == person or line.lead in above:
            break
        above.append(line.lead)
        at = line.lead
    return above[::-1]


@require_safe
def unit(request: HttpRequest, unit: str) -> HttpResponse:
    found = fetch(Unit.objects.for_chart(), request.user, slug=unit)
    people = Person.objects.present().for_directory().filter(unit=found)
    people = directory.onwards(people, request.GET.get("from", ""))[: directory.PAGE + 1]
    context = {
        "unit": with_leads([found])[0],
        "above": found.all_above(),
        "below": with_leads(list(Unit.objects.for_chart().filter(above=found))),
        **directory.page(list(people)),
    }
    return render(request, "people/unit.html", context)


def with_leads(units: list[Unit]) -> list[Unit]:
    """Each with `leads`: its people who lead somebody and whose own lead is elsewhere."""
    by_unit = defaultdict(list)
    for person in _leads_of(units):
        by_unit[person.unit_id].append(person)
    for unit in units:
        unit.leads = by_unit[unit.pk]
    return units


def _leads_of(units: Iterable[Unit]) -> Iterable[Person]:
    leads_somebody = Exists(ReportingLine.objects.filter(lead=OuterRef("pk"), person__departure=None))
    people = Person.objects.present().for_directory().filter(leads_somebody, unit__in=units)
    return people.exclude(reporting_line__lead__unit=F("unit"))
