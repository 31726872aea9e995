"""What a report tells beside the measures, worked out when it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from knoop.network.certainty import StageWindow, stage_history
from knoop.network.graph import Network
from knoop.network.permutations import SiloTest, silo_test
from knoop.network.resilience import RemovalCurve, removal_curve
from knoop.network.stage import Stage
from knoop.network.ties import DAY, STAGE_WINDOW, Acts, Rules
from knoop.network.units import Flows, flows

FEWEST_WINDOWS, MOST_WINDOWS = 2, 12
MONTH = 30 * DAY
YEAR = 4 * STAGE_WINDOW
SHOWN_UP_TO = 20_000  # people: above it windows and removals take too long
ORDERS = 5
DEALT, LOOKED_AT = 1_000, 40_000_000  # deals; ties looked at over all deals


@dataclass(frozen=True, kw_only=True, eq=False)
class Removal:
    """How the people with standing ties stay together while some leave, see RemovalCurve."""

    by_contacts: RemovalCurve
    by_chance: RemovalCurve


def moments_of(since: float, until: float) -> list[float]:
    """When a stage can be read: each quarter of a log of a year or more, else each month; from early to
    late, the last at `until`, all with 90 days before them in the log. Twelve at most; none below two."""
    step = STAGE_WINDOW if until - since >= YEAR else MONTH
    count = min(MOST_WINDOWS, int((until - since - STAGE_WINDOW) // step) + 1)
    if count < FEWEST_WINDOWS:
        return []
    return [until - step * number for number in range(count - 1, -1, -1)]


@dataclass(frozen=True, kw_only=True, eq=False)
class Context:
    """From what the stage over time, silos, removals and flows are worked out.

    stage: at `until`. standing: ties as they stand then; whole: of the whole period.
    """

    acts: Acts
    since: float | None
    until: float | None
    stage: Stage
    standing: Network
    whole: Network
    units: Mapping[str, str | None]
    rules: Rules

    @cached_property
    def history(self) -> tuple[StageWindow, ...]:
        """Empty without times, for a log too short for two windows, and above 20,000 people."""
        if self.since is None or self.until is None or len(self.acts.people) > SHOWN_UP_TO:
            return ()
        moments = moments_of(self.since, self.until)
        found = stage_history(self.acts, moments, rules=self.rules, observed=self.stage) if moments else ()
        return tuple(found)

    @cached_property
    def silo(self) -> SiloTest | None:
        """Of the whole period. Large networks are dealt fewer times: z doesn't need them."""
        if not any(self.units.values()) or not self.whole.arcs.nnz:
            return None
        return silo_test(self.whole, self.units, dealt=min(DEALT, LOOKED_AT // self.whole.arcs.nnz))

    @cached_property
    def removal(self) -> Removal | None:
        """None without ties and above 20,000 people. Cost: six walks over the ties."""
        if self.standing.size > SHOWN_UP_TO:
            return None
        tied = self.standing.among(np.asarray(self.standing.degree > 0))
        by_contacts = removal_curve(tied)
        by_chance = removal_curve(tied, by="chance", orders=ORDERS)
        if by_contacts is None or by_chance is None:
            return None
        return Removal(by_contacts=by_contacts, by_chance=by_chance)

    @cached_property
    def flows(self) -> Flows | None:
        """Acts between units over the whole period; None above 1,000 units."""
        return flows(self.acts, self.units)
