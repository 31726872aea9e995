"""What the network page says, from findings only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from knoop.leadership.insights.map import Block, Bridge, blocks_on_ring, bridges_between
from knoop.leadership.insights.models import Finding
from knoop.leadership.insights.stages import STAGES, StageInWords
from knoop.leadership.safety.groups import may_show_group
from knoop.network import settled

Question = Finding.Question


@dataclass(frozen=True)
class Month:
    """One window of the history, with its settled stage; none where too few people took part."""

    finding: Finding
    stage: StageInWords | None

    @property
    def connected(self) -> float | None:
        share: float | None = self.finding.value["features"]["S"]
        return share if may_show_group(self.finding.active) else None

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
        stages = settled([finding.value["number"] for finding in history])
        self.months = [Month(at, STAGES.get(number or 0)) for at, number in zip(history, stages, strict=True)]
        self.units = units
        self.organisation = organisation

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

    @cached_property
    def blocks(self) -> list[Block]:
        return blocks_on_ring(self.units.value["units"], self.units.value["bridges"])

    @cached_property
    def bridges(self) -> list[Bridge]:
        return bridges_between(self.blocks, self.units.value["bridges"])

    @cached_property
    def pairs(self) -> list[Pair]:
        """All pairs of units, the most tied first, those that may not be told last."""
        pairs = [_pair(bridge) for bridge in self.units.value["bridges"]]
        return sorted(pairs, key=lambda pair: (pair.share is None, -(pair.share or 0), pair.one, pair.other))

    @property
    def closest(self) -> Pair | None:
        return self.pairs[0] if self.pairs and self.pairs[0].ties else None

    @property
    def loneliest(self) -> dict[str, Any] | None:
        """The unit with the smallest share of ties to others, where that can be told for all its pairs."""
        told = [unit for unit in self.units.value["units"] if self._outside(unit["name"]) is not None]
        return min(told, key=lambda unit: self._outside(unit["name"]) or 0, default=None)

    def _outside(self, unit: str) -> float | None:
        pairs = [pair for pair in self.pairs if unit in (pair.one, pair.other)]
        if not pairs or any(pair.share is None for pair in pairs):
            return None
        return sum(pair.share or 0 for pair in pairs) / len(pairs)


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
