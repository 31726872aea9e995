"""How fresh what units know of each other is: in days, by pair and by unit."""

from dataclasses import dataclass
from itertools import combinations
from math import comb, log

from knoop.cli.report.blocks import SMALLEST_GROUP, SMALLEST_SIDE
from knoop.cli.report.wording import Wording
from knoop.network import Analysis
from knoop.network.speed import Speed
from knoop.network.speed_units import NOTICEABLE, UnitFreshness
from knoop.network.ties import DAY

MOST_PAIRS = 12  # half the fastest, half the slowest
MOST_IN_TABLE = 8


@dataclass(frozen=True, kw_only=True)
class Pair:
    """days: how old news between the two is on average; width: of its bar, in hundredths."""

    one: str
    other: str
    days: str
    width: float


@dataclass(frozen=True, kw_only=True)
class UnitSpeed:
    """unknown: pairs of units between which too few people hear anything to give a figure.
    table: rows of (unit, cells), a cell being (days, shade 0-3); empty with too many units to read."""

    said: str
    pairs: tuple[Pair, ...]
    left_out: int
    unknown: int
    columns: tuple[str, ...]
    table: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


def unit_speed(analysis: Analysis, wording: Wording) -> UnitSpeed:
    found = analysis.candidates.speed
    fresh = found.units if found else None
    aged = _pairs(found, fresh) if found and fresh else []
    if found is None or fresh is None or not aged:
        return UnitSpeed(
            said=_why_none(analysis, wording), pairs=(), left_out=0, unknown=0, columns=(), table=()
        )
    half = MOST_PAIRS // 2
    shown = aged if len(aged) <= MOST_PAIRS else [*aged[:half], *aged[-half:]]
    columns, table = _table(found, fresh, wording)
    oldest = max(days for days, _, _ in shown)
    pairs = tuple(
        Pair(one=one, other=other, days=wording.figure(days, digits=1), width=round(100 * days / oldest, 1))
        for days, one, other in shown
    )
    return UnitSpeed(
        said=_said(aged, wording),
        pairs=pairs,
        left_out=len(aged) - len(shown),
        unknown=comb(len(_shown(fresh)), 2) - len(aged),
        columns=columns,
        table=table,
    )


def _why_none(analysis: Analysis, wording: Wording) -> str:
    if not any(analysis.units.values()):
        return wording("speed.no_units")
    if analysis.since is None:
        return wording("speed.no_times")
    if analysis.candidates.speed is None:
        return wording("speed.not_enough")
    return wording("speed.none", smallest=SMALLEST_GROUP)


def _said(aged: list[tuple[float, str, str]], wording: Wording) -> str:
    fast, slow = aged[0], aged[-1]
    middle = aged[len(aged) // 2][0]
    values = {"one": fast[1], "other": fast[2], "days": wording.figure(fast[0], digits=1)}
    if len(aged) == 1:
        return wording("speed.said_one", **values)
    return wording(
        "speed.said",
        **values,
        middle=wording.figure(middle, digits=1),
        slow_one=slow[1],
        slow_other=slow[2],
        slow_days=wording.figure(slow[0], digits=1),
    )


def _shown(fresh: UnitFreshness) -> list[int]:
    return [place for place, people in enumerate(fresh.people) if people >= SMALLEST_GROUP]


def _age(found: Speed, fresh: UnitFreshness, row: int, column: int) -> float | None:
    """Days; None where it rests on too few people or nothing ever went."""
    value = fresh.freshness[row][column]
    if value is None or value <= NOTICEABLE:
        return None
    if min(fresh.sources[row, column], fresh.viewers[row, column]) < SMALLEST_SIDE:
        return None
    return max(0.0, -log(min(1.0, value)) * found.tau / DAY)


def _pairs(found: Speed, fresh: UnitFreshness) -> list[tuple[float, str, str]]:
    """Both directions together, the freshest first."""
    aged = []
    for one, other in combinations(_shown(fresh), 2):
        there, back = _age(found, fresh, one, other), _age(found, fresh, other, one)
        if there is not None and back is not None:
            aged.append(((there + back) / 2, fresh.units[one], fresh.units[other]))
    return sorted(aged)


def _table(
    found: Speed, fresh: UnitFreshness, wording: Wording
) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[tuple[str, int], ...]], ...]]:
    places = _shown(fresh)
    if len(places) > MOST_IN_TABLE:
        return (), ()
    days = {(row, column): _age(found, fresh, row, column) for row in places for column in places}
    known = sorted(value for value in days.values() if value is not None)

    def cell(value: float | None) -> tuple[str, int]:
        if value is None:
            return "–", 0
        older = sum(other < value for other in known) / len(known)
        return wording.figure(value, digits=1), 3 - int(3 * older)

    rows = tuple((fresh.units[row], tuple(cell(days[row, column]) for column in places)) for row in places)
    return tuple(fresh.units[place] for place in places), rows
