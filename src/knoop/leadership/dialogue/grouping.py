"""What of a pulse may be shown, and by which units it may be told apart, so that nothing points at anybody.

Pure but for `group_of`. Nothing is shown that rests on fewer answers than `fewest`; and what is left when the
groups that are shown are taken from the whole rests on none, or on at least as many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knoop.people.models import Person, Unit

if TYPE_CHECKING:
    from knoop.leadership.dialogue.models import Dialogue

type Tally = Counter[int]  # value → how many chose it


@dataclass(frozen=True)
class Shown[G: Hashable]:
    """`all` is None where too few answered; `rest` is who isn't in a group that is shown."""

    all: Tally | None = None
    groups: dict[G, Tally] = field(default_factory=dict)
    rest: Tally | None = None


def shown[G: Hashable](answers: Iterable[tuple[int, G | None]], fewest: int) -> Shown[G]:
    """What may be shown of a pulse that has closed. A group of None is nobody's: only in the whole."""
    by_group: dict[G | None, Tally] = {}
    for value, group in answers:
        by_group.setdefault(group, Counter())[value] += 1
    whole: Tally = sum(by_group.values(), Counter())
    if whole.total() < fewest:
        return Shown()
    groups = {group: tally for group, tally in by_group.items() if group is not None}
    return Shown(whole, *_apart(whole, groups, fewest))


def _apart[G: Hashable](
    whole: Tally, groups: Mapping[G, Tally], fewest: int
) -> tuple[dict[G, Tally], Tally | None]:
    """The groups that are large enough; the smallest goes along with a rest that would be too small."""
    apart = {group: tally for group, tally in groups.items() if tally.total() >= fewest}
    rest = whole.total() - sum(tally.total() for tally in apart.values())
    if 0 < rest < fewest and apart:
        smallest = min(apart, key=lambda group: apart[group].total())
        rest += apart.pop(smallest).total()
    if len(apart) + bool(rest) < 2:  # one group is the whole: nothing to tell apart
        return {}, None
    return apart, (whole - sum(apart.values(), Counter())) if rest else None


def group_of(person: Person, dialogue: Dialogue) -> int | None:
    """The part of the organisation by which an answer of `person` may be told apart later.

    It is the unit directly below what was asked. None where fewer people work in it than `fewest`: with an
    answer nothing is kept that would narrow down who gave it.
    """
    if person.unit_id is None or dialogue.space_id:
        return None
    above = dict(Unit.objects.values_list("pk", "above"))
    tops = {dialogue.unit_id} if dialogue.unit_id else _tops(above)
    at: int | None = person.unit_id
    seen: set[int] = set()
    while at is not None and at not in seen:
        seen.add(at)
        if above.get(at) in tops:
            return at if _size(at, above) >= dialogue.fewest else None
        at = above.get(at)
    return None


def _tops(above: dict[int, int | None]) -> set[int | None]:
    """Whose children are the parts of the organisation: its one top, or what has nothing above it."""
    highest = [unit for unit, parent in above.items() if parent is None]
    return {highest[0]} if len(highest) == 1 and len(above) > 1 else {None}


def _size(unit: int, above: Mapping[int, int | None]) -> int:
    within = Unit(pk=unit).with_all_below()
    return Person.objects.present().filter(unit__in=within, is_guest=False).count()
