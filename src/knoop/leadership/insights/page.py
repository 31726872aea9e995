"""What the network page says, from findings only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from knoop.base import clock
from knoop.leadership.insights.map import Block, Bridge, blocks_on_ring, bridges_between
from knoop.leadership.insights.models import Finding
from knoop.leadership.insights.stages import STAGES, StageInWords
from knoop.network import settled

Question = Finding.Question
OLD = timedelta(days=120)


@dataclass(frozen=True)
class Month:
    """One window of the history, with its settled stage; none where too few people took part."""

    finding: Finding
    stage: StageInWords | None
    is_labelled: bool = False  # the first, the last and the highest bar carry their figure

    @property
    def connected(self) -> float | None:
        return self.finding.told.get("features", {}).get("S")

    @property
    def last_day(self) -> datetime:
        """In the window; a month's window ends as the next month begins."""
        return self.finding.until - timedelta(seconds=1)

    @property
    def height(self) -> int:
        """Of the bar, in hundredths."""
        return round(100 * (self.connected or 0))

    @property
    def top(self) -> int:
        return 100 - self.height


@dataclass(frozen=True)
class Pair:
    one: str
    other: str
    ties: int | None
    share: float | None  # of all pairs of people there could be


class NetworkPage:
    def __init__(self, history: list[Finding], units: Finding, organisation: Finding) -> None:
        self.months = _months(history)
        self.units = units
        self.organisation = organisation
        self._units = units.told or {"units": [], "bridges": [], "hidden": {"units": 0, "people": 0}}

    @property
    def has_units(self) -> bool:
        """Whether anybody's unit is known, shown or not."""
        return bool(self._units["units"] or self.hidden_units or not self.units.is_told)

    @property
    def is_old(self) -> bool:
        """Whether the last acts lie so far back that 'is' would be untrue."""
        return self.now.finding.until < clock.now() - OLD

    @property
    def told_pairs(self) -> list[Pair]:
        return [pair for pair in self.pairs if pair.ties is not None]

    @property
    def untold_pairs(self) -> int:
        return len(self.pairs) - len(self.told_pairs)

    @property
    def now(self) -> Month:
        return self.months[-1]

    @cached_property
    def since(self) -> datetime:
        """The last day of the first window in the stage of now, without a break."""
        first = self.now
        for month in reversed(self.months):
            if month.stage != self.now.stage:
                break
            first = month
        return first.last_day

    @property
    def stages(self) -> list[StageInWords]:
        """Those that the history went through."""
        return [stage for stage in STAGES.values() if any(month.stage == stage for month in self.months)]

    @property
    def hidden_units(self) -> int:
        count: int = self._units["hidden"]["units"]
        return count

    @property
    def silo_index(self) -> float | None:
        """Told where at least two units may be shown: else it tells about the one that's too small."""
        return self.organisation.told.get("silo_index") if len(self._units["units"]) >= 2 else None

    @property
    def reciprocity(self) -> float | None:
        return self.organisation.told.get("reciprocity")

    @cached_property
    def blocks(self) -> list[Block]:
        return blocks_on_ring(self._units["units"], self._units["bridges"])

    @cached_property
    def bridges(self) -> list[Bridge]:
        return bridges_between(self.blocks, self._units["bridges"])

    @cached_property
    def pairs(self) -> list[Pair]:
        """All pairs of units, the most tied first, those that may not be told last."""
        pairs = [_pair(bridge) for bridge in self._units["bridges"]]
        return sorted(pairs, key=lambda pair: (pair.share is None, -(pair.share or 0), pair.one, pair.other))

    @property
    def closest(self) -> Pair | None:
        return self.pairs[0] if self.pairs and self.pairs[0].ties else None

    @property
    def loneliest(self) -> dict[str, Any] | None:
        """The unit with the smallest share of ties to the others.

        None unless it's certain: three units or more, every pair told, and one alone has the least.
        """
        units = self._units["units"]
        if len(units) < 3 or any(pair.share is None for pair in self.pairs):
            return None
        least, next_one, *_ = sorted(units, key=lambda unit: self._outside(unit["name"]))
        is_alone = self._outside(least["name"]) < self._outside(next_one["name"])
        return least if is_alone else None

    def _outside(self, unit: str) -> float:
        shares = [pair.share or 0 for pair in self.pairs if unit in (pair.one, pair.other)]
        return sum(shares) / len(shares)


def _months(history: list[Finding]) -> list[Month]:
    months = [Month(at, stage) for at, stage in zip(history, _stages(history), strict=True)]
    highest = max(months, key=lambda month: month.connected or 0)
    return [replace(month, is_labelled=month in (months[0], highest, months[-1])) for month in months]


def _stages(history: list[Finding]) -> list[StageInWords | None]:
    """Settled over the month ends; the last window, which still runs, shows the stage of the last of them.

    It may end a day after that one: as a month of its own it would make one odd window count as two. A
    window in which too few took part has no stage.
    """
    *month_ends, running = (finding.told.get("number") for finding in history)
    numbers = settled(month_ends)
    numbers.append(numbers[-1] if numbers else running)
    return [
        STAGES.get(number or 0) if finding.is_told else None
        for finding, number in zip(history, numbers, strict=True)
    ]


def network_page() -> NetworkPage | None:
    """From the newest findings; None before the first run."""
    history = list(Finding.objects.history(Question.STAGE))
    if not history:
        return None
    latest = {
        question: Finding.objects.history(question).last()
        for question in (Question.UNITS, Question.ORGANISATION)
    }
    return NetworkPage(history, latest[Question.UNITS], latest[Question.ORGANISATION])


def _pair(bridge: dict[str, Any]) -> Pair:
    ties = bridge["ties"]
    return Pair(bridge["from"], bridge["to"], ties, None if ties is None else ties / bridge["possible"])
