"""How signals are followed up: of what somebody may see and was raised in the last year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from knoop.base import clock, working_time
from knoop.community.signals import policy, promising
from knoop.community.signals.arithmetic import FEWEST, Median, Share, Spell, median, over_within, share
from knoop.community.signals.finding import Find
from knoop.community.signals.kinds import Act, State
from knoop.community.signals.models import Help, Signal, Step
from knoop.people.models import Person

SINCE = timedelta(days=365)
SOON, DECIDED_WITHIN, TOLD_WITHIN = 3, 30, 60
DAY = timedelta(days=1)
# Acts that bring a signal to another state; a spell in a state ends with the next of them.
STATE_ACTS = frozenset({*State.values, Act.REOPENED})


@dataclass
class History:
    """The steps of one signal: what was done and when, in order."""

    raised_at: datetime
    steps: list[tuple[str, str, datetime]] = field(default_factory=list)  # act, state, at

    def first(self, *acts: str) -> datetime | None:
        return next((at for act, _state, at in self.steps if act in acts), None)


@dataclass(frozen=True)
class Figures:
    n: int
    acknowledged: Share | None
    decided: Share | None
    told: Share | None
    kept: Share | None
    changed: Share | None
    reopened: Share | None
    helped: Share | None
    medians: list[tuple[str, Median | None, int]]

    @property
    def is_too_early(self) -> bool:
        return self.n < FEWEST


def figures(person: Person) -> Figures:
    """Two queries and one for what helped, whatever their number."""
    now = clock.now()
    seen = Signal.objects.visible_to(person).standing().filter(raised_at__gte=now - SINCE)
    histories = {pk: History(at) for pk, at in seen.order_by().values_list("pk", "raised_at")}
    steps = Step.objects.filter(signal__in=seen.order_by().values("pk")).order_by("at", "pk")
    kept = []
    for pk, act, state, at, promised in steps.values_list("signal", "act", "state", "at", "promised_on"):
        if act in STATE_ACTS:
            histories[pk].steps.append((act, state, at))
            if promised:
                kept.append(_day(at) <= promised)
    helped = Help.objects.filter(signal__in=seen.order_by().values("pk")).values_list("is_helped", flat=True)
    return _figures(list(histories.values()), kept, list(helped), now)


def _figures(all_: Sequence[History], kept: list[bool], helped: list[bool], now: datetime) -> Figures:
    told = [one for one in all_ if one.first(Act.TOLD)]
    in_days = _in_days(now)
    return Figures(
        n=len(all_),
        acknowledged=over_within(_spells(all_, _in_working_days(now), *_after(Act.ACKNOWLEDGED)), SOON),
        decided=over_within(_spells(all_, in_days, Act.DECIDED), DECIDED_WITHIN),
        told=over_within(_spells(all_, in_days, Act.TOLD), TOLD_WITHIN),
        kept=share(sum(kept), len(kept)),
        changed=share(sum(one.first(Act.CHANGED) is not None for one in told), len(told)),
        reopened=share(sum(one.first(Act.REOPENED) is not None for one in told), len(told)),
        helped=share(sum(helped), len(helped)),
        medians=_medians(all_, now),
    )


def _after(act: str) -> tuple[str, ...]:
    """Whatever comes after reading it says that it was read."""
    return (act, Act.LOOKING, Act.DECIDED, Act.CHANGED, Act.TOLD)


type Count = Callable[[datetime, datetime | None], Spell]


def _in_days(now: datetime) -> Count:
    return lambda since, until: Spell(((until or now) - since) / DAY, until is not None)


def _in_working_days(now: datetime) -> Count:
    free, today = promising.free_days(), _day(now)
    between: dict[tuple[date, date], int] = {}

    def count(since: datetime, until: datetime | None) -> Spell:
        days = (_day(since), _day(until) if until else today)
        if days not in between:
            between[days] = working_time.days_between(*days, free)
        return Spell(between[days], until is not None)

    return count


def _spells(all_: Sequence[History], count: Count, *acts: str) -> list[Spell]:
    return [count(one.raised_at, one.first(*acts)) for one in all_]


def _medians(all_: Sequence[History], now: datetime) -> list[tuple[str, Median | None, int]]:
    """How long signals stay in each state; what is in it still counts as not over."""
    spells: dict[str, list[Spell]] = defaultdict(list)
    count = _in_days(now)
    for one in all_:
        ends: list[datetime | None] = [at for _act, _state, at in one.steps[1:]]
        for (_act, state, since), until in zip(one.steps, [*ends, None], strict=True):
            spells[state].append(count(since, until))
    shown = [(state, label) for state, label in State.choices if state != State.TOLD]
    return [(str(label), median(spells[state]), len(spells[state])) for state, label in shown]


def _day(moment: datetime) -> date:
    return working_time.day_of(moment, timezone.get_default_timezone())


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    context: dict[str, Any] = {
        "figures": figures(request.user),
        "find": Find({}, request.user),
        "may_set_rules": policy.may_set_rules(request.user),
        "fewest": FEWEST,
    }
    return render(request, "signals/figures.html", context)
