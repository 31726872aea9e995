"""Which rules for stepping in speak in a log: each is read in two windows in a row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from knoop.network.interactions import KINDS, Interactions
from knoop.network.interventions import (
    ANSWERED,
    CONNECTED,
    DEPENDENCY,
    FRESH_ENOUGH,
    KEPT_WITHOUT_HUB,
    Evidence,
    Intervention,
    fewer_come,
    one_hub,
    overloaded,
    scattered,
    silo,
    unanswered,
)
from knoop.network.interventions_log import REDRAWS, answered, leaning, rows_between, weeks_of
from knoop.network.interventions_network import Window
from knoop.network.interventions_units import UnitWindow, least_fresh
from knoop.network.leaders_evidence import Evidence as Seen
from knoop.network.leaders_evidence import evidence_of
from knoop.network.load import RISING_WEEKS, WEEK
from knoop.network.load import WINDOW as MONTH
from knoop.network.load_answers import Requests, requests_of
from knoop.network.speed import Speed
from knoop.network.stage import StageFeatures
from knoop.network.ties import DAY, STAGE_WINDOW, Acts, Rules

NOT_IN_A_LOG = ("I6", "I7", "I8", "I9", "I10")
# How long a log must be to hold two windows, and what the rule looks back on before the first.
NEEDED = {
    "I1": 2 * STAGE_WINDOW,
    "I2": 2 * STAGE_WINDOW,
    "I3": 2 * MONTH,
    "I4": 2 * MONTH + RISING_WEEKS * WEEK,
    "I5": 2 * MONTH,
    "I11": 2 * MONTH,
}
RULES = tuple(f"I{number}" for number in range(1, 12))


@dataclass(frozen=True, kw_only=True)
class Advised:
    """interventions: in the order of the rules. unread: rules that the log doesn't let anybody look at."""

    interventions: tuple[Intervention, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Log:
    """What the rules are read from, up to `until`.

    features: of the stage at `until`. seen: the 90 days before it. speed: of those days, with freshness
    between units where units are known.
    """

    interactions: Interactions
    acts: Acts
    units: Mapping[str, str | None]
    features: StageFeatures
    seen: Seen
    speed: Speed | None
    rules: Rules
    seed: int = 1

    def advised(self) -> Advised:
        """Rules that the log can answer, each read first in the last window, and in the one before only
        when it may speak.

        Never read: I6 (signals), I7 (for the newcomer and the buddy alone), I8 (topics), I9 (who is staff),
        I10 (consent). Redraws are only made where the observed figure itself passes the threshold.
        Cost: a few passes over the last 84 days of the log, and a sort of the last 28; where a rule may
              speak, redraws of two windows.
        """
        readable = [rule for rule in NEEDED if self._is_readable(rule)]
        ask = {
            "I1": self._scattered,
            "I2": self._one_hub,
            "I3": self._silos,
            "I4": self._overloaded,
            "I5": self._unanswered,
            "I11": self._fewer,
        }
        found = tuple(one for rule in readable for one in ask[rule]())
        unread = tuple(rule for rule in RULES if rule not in readable)
        return Advised(interventions=found, unread=unread)

    def _is_readable(self, rule: str) -> bool:
        time = self.interactions.time
        if time is None or not len(time) or float(time.max() - time.min()) < NEEDED[rule]:
            return False
        if rule in ("I1", "I2"):
            return self.seen.is_enough_of_all and self.features.connected is not None
        if rule == "I3":
            return self.speed is not None and self.speed.units is not None and len(self.speed.units.units) > 1
        return True

    @cached_property
    def _until(self) -> float:
        assert self.interactions.time is not None
        return float(self.interactions.time.max())

    def _window(self, at: float) -> Window:
        return Window.before(self.acts, at, rules=self.rules, seed=self.seed)

    @cached_property
    def _last(self) -> Window:
        return self._window(self._until)

    @cached_property
    def _before(self) -> Window | None:
        """The 90 days before the last; None when too little was seen."""
        at = self._until - STAGE_WINDOW
        return self._window(at) if evidence_of(self.acts, at=at).is_enough_of_all else None

    def _scattered(self) -> Iterator[Intervention]:
        # Of all members there are at least as many as of the active: what passes here passes there.
        if self.features.connected is None or self.features.connected >= CONNECTED:
            return
        last = self._last.connected()
        if last.below(CONNECTED) and self._before:
            found = scattered((self._before.connected(), last), parts=self._last.parts())
            yield from [found] if found else []

    def _one_hub(self) -> Iterator[Intervention]:
        if self.features.keep_one is None or self.features.keep_one >= KEPT_WITHOUT_HUB:
            return
        last = self._last.kept_without_hub()
        if last.below(KEPT_WITHOUT_HUB) and self._before:
            found = one_hub((self._before.kept_without_hub(), last))
            yield from [found] if found else []

    def _silos(self) -> Iterator[Intervention]:
        assert self.speed is not None
        assert self.speed.units is not None
        last, before = self._unit_window(self._until), self._unit_window(self._until - MONTH)
        pairs = least_fresh(last, self.speed.units)
        # The window before is asked first: what was low in the last by chance is not low in that one.
        for window in (before, last):
            shares = window.shares(pairs) if pairs else []
            pairs = [pair for pair, share in zip(pairs, shares, strict=True) if _is_low(share)]
        if not pairs:
            return
        for pair, *found in zip(pairs, before.silos(pairs), last.silos(pairs), strict=True):
            one = silo((found[0], found[1]), units=(last.names[pair[0]], last.names[pair[1]]))
            yield from [one] if one else []

    def _unit_window(self, until: float) -> UnitWindow:
        since = until - MONTH
        return UnitWindow(
            interactions=rows_between(self.interactions, since, until),
            acts=self.acts,
            since=since,
            until=until,
            units=self.units,
            tau=self.speed.tau if self.speed else DAY,
            rules=self.rules,
            seed=self.seed,
        )

    def _requests(self, since: float, until: float) -> Requests:
        return requests_of(rows_between(self.interactions, since, until), rules=self.rules)

    @cached_property
    def _asked(self) -> Requests:
        return self._requests(self._until - MONTH, self._until)

    def _overloaded(self) -> Iterator[Intervention]:
        at, earlier = self._until, self._until - MONTH
        share = leaning(self._asked, self.seen, at, redraws=0, seed=self.seed).top.value
        if share is None or share <= DEPENDENCY:
            return
        requests = self._requests(earlier - RISING_WEEKS * WEEK - MONTH, at)
        last = leaning(requests, self.seen, at, redraws=REDRAWS, seed=self.seed)
        if not last.top.above(DEPENDENCY):
            return
        then = evidence_of(self.acts, at=earlier)
        found = overloaded((leaning(requests, then, earlier, redraws=REDRAWS, seed=self.seed), last))
        if found:
            yield replace(found, evidence=(*found.evidence, Evidence(code="log.requests")))

    def _unanswered(self) -> Iterator[Intervention]:
        last, asked, waiting = answered(self._asked, self._until)
        if not last.below(ANSWERED):
            return
        earlier = self._until - MONTH
        before, _, _ = answered(self._requests(earlier - MONTH, earlier), earlier)
        found = unanswered((before, last), waiting=waiting)
        if found:
            values = {"share": float(last.value or 0.0), "asked": asked, "waiting": waiting}
            seen = Evidence(code="I5.requests", values=values), Evidence(code="log.requests")
            yield replace(found, evidence=seen, advice="I5.agree")

    def _fewer(self) -> Iterator[Intervention]:
        before, last = (weeks_of(self.interactions, at) for at in (self._until - MONTH, self._until))
        found = fewer_come((before, last))
        if found and not self._has_views:
            one = found.evidence[0]
            found = replace(found, evidence=(replace(one, code="I11.fewer_act"), Evidence(code="log.acts")))
        yield from [found] if found else []

    @cached_property
    def _has_views(self) -> bool:
        return bool((self.interactions.kind == np.uint8(KINDS.index("view"))).any())


def _is_low(share: float | None) -> bool:
    return share is not None and share < FRESH_ENOUGH
