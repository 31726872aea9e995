"""Who answers a signal: the first rule that fits, and always somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from knoop.base.markdown import tag
from knoop.community.signals.kinds import Kind
from knoop.community.spaces.models import Space
from knoop.people.administered import ABLE
from knoop.people.models import Appointment, Person, ReportingLine, Unit


class RouteQuerySet(models.QuerySet["Route"]):
    def for_list(self) -> RouteQuerySet:
        return self.select_related("unit", "space", "owner").fetch_mode(models.FETCH_RAISE)

    @transaction.atomic
    def add(self, **fields: object) -> Route:
        """A new rule, after all others."""
        last = self.aggregate(last=models.Max("position"))["last"] or 0
        return self.create(position=last + 1, **fields)


class Route(models.Model):
    """A rule: signals that are all it says go to its owner. What it leaves empty fits any signal."""

    position = models.PositiveIntegerField()
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, blank=True)
    unit = models.ForeignKey(
        Unit, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("unit")
    )
    topic = models.CharField(_("topic word"), max_length=60, blank=True)
    space = models.ForeignKey(
        Space, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("space")
    )
    # None: the lead of the unit that the signal is from.
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = RouteQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.position}: {self.owner_id or 'lead of the unit'}"

    @transaction.atomic
    def shift(self, *, is_up: bool) -> None:
        """Before the rule above it, or after the one below."""
        routes = list(Route.objects.select_for_update())
        at = routes.index(self)
        to = max(0, min(len(routes) - 1, at - 1 if is_up else at + 1))
        routes.insert(to, routes.pop(at))
        for position, route in enumerate(routes, 1):
            route.position = position
        Route.objects.bulk_update(routes, ["position"])

    def fits(self, asked: Asked, staff: Staff) -> bool:
        return (
            self.kind in ("", asked.kind)
            and (self.unit_id is None or self.unit_id in staff.within(asked.unit))
            and (not self.topic or tag(self.topic) in asked.topics)
            and self.space_id in (None, asked.space)
        )


class Why(Enum):
    """Why somebody answers a signal."""

    RULE = _("because of rule %(rule)s")
    LEAD_OF_GONE = _("because whom rule %(rule)s names isn't here any more; this is who leads them")
    UNIT_LEAD = _("because no rule fits; this is who leads the unit")
    OWN_LEAD = _("because no rule fits; this is who leads whoever raises it")
    SOMEBODY = _("because no rule names anybody who can answer")


@dataclass(frozen=True)
class Asked:
    """What there is to know of a signal before it is somebody's."""

    kind: str
    unit: int | None = None
    topics: Collection[str] = ()
    space: int | None = None
    raiser: int | None = None


@dataclass(frozen=True)
class Answerer:
    person: int
    why: Why
    route: Route | None = None


@dataclass(frozen=True)
class Staff:
    """Who works here and leads whom, read once."""

    able: frozenset[int]  # colleagues who can log in
    leads: Mapping[int, int]  # person → who leads them
    units: Mapping[int, int | None]  # person → unit
    above: Mapping[int, int | None]  # unit → the one it is within
    fallback: Sequence[int] = ()  # who answers what nobody else does, the first first

    @classmethod
    def now(cls) -> Staff:
        able = Person.objects.filter(ABLE, is_guest=False, erased_at=None)
        roles = Appointment.Role
        order = (roles.COMMUNITY_MANAGER, roles.LEADER, roles.ADMINISTRATOR)
        appointed = Appointment.objects.filter(role__in=order).order_by("pk").values_list("role", "person")
        named = sorted(appointed, key=lambda one: order.index(one[0]))
        return cls(
            frozenset(able.values_list("pk", flat=True)),
            dict(ReportingLine.objects.values_list("person", "lead")),
            dict(able.values_list("pk", "unit")),
            dict(Unit.objects.values_list("pk", "above")),
            tuple(dict.fromkeys(person for _role, person in named)),
        )

    def within(self, unit: int | None) -> list[int]:
        """`unit` and those it is within, the nearest first; a ring ends where it began."""
        found: list[int] = []
        while unit is not None and unit not in found:
            found.append(unit)
            unit = self.above.get(unit)
        return found

    def lead_of(self, person: int, but: int | None = None) -> int | None:
        """The nearest who leads `person`, or who leads those who do, and can answer."""
        seen, at = {person}, self.leads.get(person)
        while at is not None and at not in seen:
            if at in self.able and at != but:
                return at
            seen.add(at)
            at = self.leads.get(at)
        return None

    def lead_of_unit(self, unit: int | None, but: int | None = None) -> int | None:
        """Who leads most of those who work in `unit`; where nobody does, of the unit it is within."""
        for at in self.within(unit):
            leading = Counter(
                self.leads[person]
                for person, works_in in self.units.items()
                if works_in == at and person in self.able and person in self.leads
            )
            found = [(-count, lead) for lead, count in leading.items() if lead in self.able and lead != but]
            if found:
                return min(found)[1]
        return None

    def somebody(self, but: int | None = None) -> int | None:
        chosen = (person for person in self.fallback if person in self.able and person != but)
        return next(chosen, None) or min(self.able - {but}, default=None)

    def successor(self, person: int, but: int | None = None) -> int | None:
        """Who follows somebody who can't answer any more."""
        return self.lead_of(person, but) or self.somebody(but if but is not None else person)


def answerer(asked: Asked, staff: Staff, routes: Iterable[Route]) -> Answerer:
    """Who answers: not whoever asks, unless nobody else is here. Raises NobodyWorksHere."""
    but = asked.raiser
    for route in routes:
        if not route.fits(asked, staff):
            continue
        named = route.owner_id or staff.lead_of_unit(asked.unit, but)
        if named in staff.able and named != but:
            return Answerer(named, Why.RULE, route)
        if named and (lead := staff.lead_of(named, but)):
            return Answerer(lead, Why.LEAD_OF_GONE, route)
    if lead := staff.lead_of_unit(asked.unit, but):
        return Answerer(lead, Why.UNIT_LEAD)
    if but and (lead := staff.lead_of(but, but)):
        return Answerer(lead, Why.OWN_LEAD)
    if found := staff.somebody(but) or but:
        return Answerer(found, Why.SOMEBODY)
    raise NobodyWorksHere


class NobodyWorksHere(Exception):
    def __init__(self) -> None:
        super().__init__("Nobody works here who could answer. Make an account for a colleague first.")
