"""Who leads without being asked to, who leads by position, and which accounts only look like it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from knoop.network.graph import Network
from knoop.network.leaders import Leaders, top_tenth
from knoop.network.leaders_reasons import Kind, Named, Reason, Values, alphabetical
from knoop.network.units import labels, membership

SURE = 0.8  # share of redraws in the top tenth before anybody is named
UNITS_TO_CROSS = 3
OF_OWN_UNIT = 0.5
SMALLEST_CLASS = 10


@dataclass(frozen=True, kw_only=True)
class Leadership:
    """Each list in alphabetical order, nobody in two.

    informal: people turn to them, and no position says so.
    formal:   the same of who has people reporting to them.
    hubs:     accounts of no single person, and who received much and sent nothing: maybe a mailbox.
    active, since, until: of how many people in which time.
    is_enough: False when too little was seen of all; then the lists are empty.
    """

    informal: tuple[Named, ...]
    formal: tuple[Named, ...]
    hubs: tuple[Named, ...]
    active: int
    since: float | None
    until: float | None
    is_enough: bool


def leadership(
    found: Leaders,
    attention: Network,
    *,
    units: Mapping[str, str | None],
    managers: Mapping[str, str | None],
    names: Mapping[str, str] | None = None,
    classes: Mapping[str, str | None] | None = None,
) -> Leadership:
    """Who is in the top tenth in 8 of 10 redraws, and sought across units or by half of their own.

    Sought across: by people of three units, their own counted. Sought locally: by half of the others in
    their unit. Informal is who has nobody reporting to them, or else is in the top tenth of those of
    their own class.
    Args:    found: with the same people as `attention`, the ties it was measured on.
             managers: to whom each person reports. names: to put them in order; identifiers otherwise.
             classes: a level, or level and size of department; classes of ten active people or more.
    Cost:    O(arcs).
    """
    reports = {manager for person, manager in managers.items() if manager and manager != person}
    sought, above = _Sought(attention, units), _top_of_class(found, classes or {})
    named = [
        Named(id=person, type="role hub", reasons=(seen, Reason(code="service_account")))
        for person, seen in found.services.items()
    ]
    for number, (person, probability) in enumerate(zip(found.people, found.probability, strict=True)):
        if probability is None or probability < SURE:
            continue
        kind, reasons = sought.reasons(number)
        if found.evidence.until is not None and not found.evidence.sent[number]:
            kind, reasons = "role hub", (Reason(code="sends_nothing"),)
        elif person in reports:
            kind = kind if person in above else "formal"
            reasons = (*reasons, above[person]) if person in above else reasons
        if kind:
            named.append(Named(id=person, type=kind, reasons=(found.evidence.seen(number), *reasons)))
    return _listed(found, alphabetical(named, names))


def _listed(found: Leaders, listed: tuple[Named, ...]) -> Leadership:
    return Leadership(
        informal=tuple(one for one in listed if one.type in ("cross-unit", "local")),
        formal=tuple(one for one in listed if one.type == "formal"),
        hubs=tuple(one for one in listed if one.type == "role hub"),
        active=found.active,
        since=found.evidence.since,
        until=found.evidence.until,
        is_enough=found.evidence.is_enough_of_all,
    )


class _Sought:
    """By how many units each person is sought, and by how many of the others in their own."""

    def __init__(self, attention: Network, units: Mapping[str, str | None]) -> None:
        member, self.names = membership(attention.people, units)
        self.unit, _ = labels(attention.people, units)
        self.sizes = np.bincount(self.unit[self.unit >= 0], minlength=len(self.names))
        pattern = attention.arcs.copy()
        pattern.data[:] = 1.0
        self.seekers = (pattern.T @ member).tocsr()  # [j, unit]: how many of the unit turn to j

    def reasons(self, person: int) -> tuple[Kind | None, tuple[Reason, ...]]:
        """Cross-unit goes before local; the reasons name both."""
        # Read as it lies: cutting a row out of a sparse table takes a hundred times as long.
        own_row = slice(*self.seekers.indptr[person : person + 2])
        units, counts = self.seekers.indices[own_row], self.seekers.data[own_row]
        across = len(units)
        reasons = [Reason(code="sought_by_units", values={"units": across})] if across else []
        is_local, unit = False, int(self.unit[person])
        if unit >= 0 and self.sizes[unit] > 1:
            own, others = int(counts[units == unit].sum()), int(self.sizes[unit]) - 1
            is_local = own >= OF_OWN_UNIT * others
            if is_local:
                values: Values = {"unit": self.names[unit], "people": own, "others": others}
                reasons.append(Reason(code="sought_in_own_unit", values=values))
        if across >= UNITS_TO_CROSS:
            return "cross-unit", tuple(reasons)
        return ("local" if is_local else None), tuple(reasons)


def _top_of_class(found: Leaders, classes: Mapping[str, str | None]) -> dict[str, Reason]:
    """Who is in the top tenth of their own class, and which class."""
    members: dict[str, list[int]] = {}
    for number, person in enumerate(found.people):
        own = classes.get(person)
        if own and found.evidence.active[number]:
            members.setdefault(own, []).append(number)
    above: dict[str, Reason] = {}
    for own, numbers in members.items():
        if len(numbers) < SMALLEST_CLASS:
            continue
        within = top_tenth([found.index[number] for number in numbers])
        for number, share in zip(numbers, within, strict=True):
            if share > 0.5:
                values: Values = {"class": own, "people": len(numbers)}
                above[found.people[number]] = Reason(code="above_own_class", values=values)
    return above
