"""Who is there on a day, who already writes, and who would answer whom."""

from collections import Counter
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from random import Random

from seed.period import BEGINS
from seed.roster import Colleague, colleagues
from seed.truth import DIRECTOR, HUB, INFORMAL_LEADERS, PHASES, phase_on


class Staff:
    """The colleagues with their readiness to write, drawn once from the seeded random."""

    def __init__(self, random: Random, first_seen: dict[str, date]) -> None:
        self._everyone = colleagues()
        self._first_seen = first_seen  # from the plays: who speaks there writes from that day on
        self._talkative = {h: round(random.lognormvariate(0, 0.6), 3) for h in self._everyone}
        order = sorted(self._everyone, key=lambda h: (h != HUB, random.random() / (1 + self._lead(h))))
        self._adoption = {handle: rank / len(order) for rank, handle in enumerate(order)}
        self.shift_units = sorted({p.unit for p in self._everyone.values() if p.works_shifts})
        self.units = dict(Counter(p.unit for p in self._everyone.values()))

    def __getitem__(self, handle: str) -> Colleague:
        return self._everyone[handle]

    def _lead(self, handle: str) -> float:
        return 1.0 if self._everyone[handle].rank in "UT" else 0.0

    def is_there(self, handle: str, day: date) -> bool:
        person = self._everyone[handle]
        return person.joined <= day and (person.left is None or day <= person.left)

    def is_active(self, handle: str, day: date) -> bool:
        """Whether somebody is there and writes: more and more people do, as the plan says."""
        if not self.is_there(handle, day):
            return False
        if self._first_seen.get(handle, date.max) <= day:
            return True
        phase = phase_on(min(day, PHASES[-1].ends))
        grown = (day - phase.begins) / (phase.ends - phase.begins)
        low, high = phase.active_share
        return self._adoption[handle] < low + (high - low) * grown

    def named(self, first_names: str) -> list[str]:
        from seed.script import handle_for

        return [handle_for(name) for name in first_names.split(",")]

    def anybody(
        self,
        day: date,
        random: Random,
        unit: str = "",
        without: AbstractSet[str] = frozenset(),
        shifts: bool = False,
    ) -> str:
        """Somebody who writes on that day; the director and the hub have their own words, so never they."""
        able = [
            h
            for h, p in self._everyone.items()
            if (not unit or p.unit == unit) and h not in without and h not in (DIRECTOR, HUB)
            and self.is_active(h, day) and (p.works_shifts or not shifts)
        ]  # fmt: skip
        if not able and shifts:
            return self.anybody(day, random, unit, without)
        if not able:
            able = [h for h, p in self._everyone.items() if p.unit == unit and self.is_there(h, day)]
        return self._choose(able, random)

    def colleague(self, handle: str, day: date, random: Random, without: set[str]) -> str | None:
        """A colleague of somebody's own unit who writes on that day."""
        unit = self._everyone[handle].unit
        able = [
            h
            for h, p in self._everyone.items()
            if p.unit == unit
            and h not in without
            and h not in (handle, DIRECTOR, HUB)
            and self.is_active(h, day)
        ]
        return self._choose(able, random) if able else None

    def leader_towards(self, handle: str, unit: str, random: Random, without: set[str]) -> str | None:
        """The informal leader who bridges to somebody's unit, of a given unit ("": of any)."""
        mine = self._everyone[handle].unit
        able = [
            leader.handle
            for leader in INFORMAL_LEADERS
            if mine in leader.bridges and leader.handle not in without
            and unit in ("", self._everyone[leader.handle].unit)
        ]  # fmt: skip
        return random.choice(able) if able else None

    def _choose(self, able: list[str], random: Random) -> str:
        return random.choices(able, weights=[self._talkative[h] for h in able])[0]

    def present(self, day: date) -> list[str]:
        return [h for h in self._everyone if self.is_active(h, day)]

    def was_new(self, handle: str, day: date) -> bool:
        """Whether somebody joined in the two months before, and not on the first day of all."""
        return BEGINS < self._everyone[handle].joined > day - timedelta(days=60)
