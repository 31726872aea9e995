"""When a network leader might step in: eleven rules, each with its evidence and one piece of advice.

Every rule takes what was found in two windows in a row and the days since it last fired, and answers with
an Intervention or None. It fires only when the whole 95 % interval lies past its threshold in both windows,
the group has ten people, and 28 days have passed. What isn't known never fires.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import exp, log, sqrt

from knoop.network.survival import Z

COOL_DOWN = 28.0  # days
SMALLEST_GROUP = 10
LEADER, SELF = "network leader", "the person and their buddy"

CONNECTED = 0.5
KEPT_WITHOUT_HUB = 0.55
SILO_Z, FRESH_ENOUGH = 3.0, 0.25
DEPENDENCY = 0.35
ANSWERED = 0.70
ACKNOWLEDGED, TOLD_BACK = 0.80, 0.50
TIES_OF_NEWCOMER, DAYS_OF_NEWCOMER = 3, 30
STAFF_SHARE, STAGE_OF_STAFF = 0.50, 3
EMERGING = 25.0  # percentile points in two quarters
WEEKS_IN_A_ROW = 3
STABLE = 0.9


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One figure of one window: its value, its 95 % interval, and how many people it is about.

    None: not enough data. An interval with an open end is none, so it never fires.
    """

    value: float | None
    low: float | None
    high: float | None
    people: int

    def below(self, threshold: float) -> bool:
        return self.high is not None and self.high < threshold and self.people >= SMALLEST_GROUP

    def above(self, threshold: float) -> bool:
        return self.low is not None and self.low > threshold and self.people >= SMALLEST_GROUP


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """`code` is a key of the texts; `values` fill its gaps. A float is a share, an int a number."""

    code: str
    values: Mapping[str, int | float | str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Intervention:
    """What was seen, and what might help. about: a unit, a topic or a person; "" is the organisation.

    people: how many it rests on. audience: who may see it, and nobody else.
    """

    rule: str
    evidence: tuple[Evidence, ...]
    advice: str
    people: int
    about: str = ""
    audience: str = LEADER


type Two[Found] = tuple[Found, Found]  # the window before and the last one


def _rested(days_since: float | None) -> bool:
    """None: it never fired."""
    return days_since is None or days_since >= COOL_DOWN


def _both_below(readings: Two[Reading], threshold: float) -> bool:
    return all(reading.below(threshold) for reading in readings)


def _both_above(readings: Two[Reading], threshold: float) -> bool:
    return all(reading.above(threshold) for reading in readings)


def _shown(reading: Reading) -> float:
    return float(reading.value or 0.0)


def scattered(connected: Two[Reading], *, parts: int, days_since: float | None = None) -> Intervention | None:
    """I1: the largest connected part holds less than half of the active. Basis: Krebs & Holley (2002).

    parts: groups of ten people or more; with one there are no two to bring together.
    """
    if not (_rested(days_since) and _both_below(connected, CONNECTED) and parts >= 2):
        return None
    last = connected[1]
    seen = Evidence(code="I1.connected", values={"share": _shown(last), "parts": parts})
    return Intervention(rule="I1", evidence=(seen,), advice="I1.convene", people=last.people)


def one_hub(kept: Two[Reading], *, days_since: float | None = None) -> Intervention | None:
    """I2: without its most central person under 55 % stays together. Basis: Krebs & Holley (2002)."""
    if not (_rested(days_since) and _both_below(kept, KEPT_WITHOUT_HUB)):
        return None
    seen = Evidence(code="I2.kept", values={"share": _shown(kept[1])})
    return Intervention(rule="I2", evidence=(seen,), advice="I2.triangles", people=kept[1].people)


@dataclass(frozen=True, kw_only=True)
class Silo:
    """Of one pair of units in one window. z: of the silo index, from permutations. fresh: how fresh their
    news of each other is, as a share of the median over all pairs. people: the smaller unit's."""

    z: float | None
    fresh: Reading


def silo(found: Two[Silo], *, units: tuple[str, str], days_since: float | None = None) -> Intervention | None:
    """I3: z above 3, and their news of each other under a quarter as fresh as between most units.

    Basis: Krackhardt & Stern (1988), Burt (2004).
    """
    closed = all(window.z is not None and window.z > SILO_Z for window in found)
    if not (_rested(days_since) and closed and all(window.fresh.below(FRESH_ENOUGH) for window in found)):
        return None
    first, second = sorted(units)
    seen = Evidence(code="I3.silo", values={"one": first, "other": second, "share": _shown(found[1].fresh)})
    return Intervention(
        rule="I3",
        evidence=(seen,),
        advice="I3.bridge",
        people=found[1].fresh.people,
        about=f"{first} / {second}",
    )


@dataclass(frozen=True, kw_only=True)
class Dependency:
    """Of one window. top: the share of requests that the busiest 5 % handle. backlog: unanswered for
    more than two days, by week, oldest first."""

    top: Reading
    backlog: Sequence[int]


def overloaded(found: Two[Dependency], *, days_since: float | None = None) -> Intervention | None:
    """I4: few people handle over 35 % of requests and the backlog rose three weeks in a row.

    Basis: Cross, Rebele & Grant (2016).
    """
    top = found[0].top, found[1].top
    rising = all(_moves(window.backlog, up=True) for window in found)
    if not (_rested(days_since) and rising and _both_above(top, DEPENDENCY)):
        return None
    values: dict[str, int | float | str] = {
        "share": _shown(top[1]),
        "before": int(found[1].backlog[-WEEKS_IN_A_ROW - 1]),
        "now": int(found[1].backlog[-1]),
    }
    seen = Evidence(code="I4.dependency", values=values)
    return Intervention(rule="I4", evidence=(seen,), advice="I4.route", people=top[1].people)


def unanswered(
    answered: Two[Reading], *, waiting: int, newcomers: int = 0, days_since: float | None = None
) -> Intervention | None:
    """I5: under 70 % of posts has an answer within 72 working hours. Basis: Joyce & Kraut (2006).

    waiting: posts without an answer now; newcomers: those among them that are somebody's first.
    """
    if not (_rested(days_since) and _both_below(answered, ANSWERED)):
        return None
    seen = [Evidence(code="I5.answered", values={"share": _shown(answered[1]), "waiting": waiting})]
    if newcomers:
        seen.append(Evidence(code="I5.newcomers", values={"count": newcomers}))
    return Intervention(rule="I5", evidence=tuple(seen), advice="I5.buddies", people=answered[1].people)


def unheard(
    acknowledged: Two[Reading], told_back: Two[Reading], *, open_signals: int, days_since: float | None = None
) -> Intervention | None:
    """I6: under 80 % of signals is acknowledged in time, or under half was told what came of it.

    Basis: Hirschman (1970), Morrison (2011) on what silence does to speaking up.
    """
    seen = []
    if _both_below(acknowledged, ACKNOWLEDGED):
        seen.append(Evidence(code="I6.acknowledged", values={"share": _shown(acknowledged[1])}))
    if _both_below(told_back, TOLD_BACK):
        seen.append(Evidence(code="I6.told", values={"share": _shown(told_back[1])}))
    if not (seen and _rested(days_since)):
        return None
    seen.append(Evidence(code="I6.open", values={"count": open_signals}))
    people = max(acknowledged[1].people, told_back[1].people)
    return Intervention(rule="I6", evidence=tuple(seen), advice="I6.owners", people=people)


def newcomer_alone(
    ties: Two[int], *, person: str, day: int, days_since: float | None = None
) -> Intervention | None:
    """I7: on day 30 a newcomer has fewer than three ties. For the newcomer and their buddy only.

    ties: in the week before and now: counts, so there is no interval; whoever is away should be left out.
    Basis: Feeley & Barnett (1997).
    """
    few = all(count < TIES_OF_NEWCOMER for count in ties)
    if not (_rested(days_since) and day >= DAYS_OF_NEWCOMER and few):
        return None
    seen = Evidence(code="I7.ties", values={"count": ties[1], "days": day})
    return Intervention(
        rule="I7", evidence=(seen,), advice="I7.introduce", people=1, about=person, audience=SELF
    )


def one_expert(
    people_needed: Two[Reading], *, topic: str, answers: int, days_since: float | None = None
) -> Intervention | None:
    """I8: one person gives 80 % of the answers in a live topic, and redraws of the answers agree.

    people_needed: the bus factor; its `people` are those who ask or answer there. Basis: docs/measures/.
    """
    if not (_rested(days_since) and _both_below(people_needed, 1.5) and answers > 0):
        return None
    seen = Evidence(code="I8.expert", values={"topic": topic, "answers": answers})
    last = people_needed[1]
    return Intervention(rule="I8", evidence=(seen,), advice="I8.second", people=last.people, about=topic)


def staff_talk_most(
    share: Two[Reading], *, stages: Two[int | None], days_since: float | None = None
) -> Intervention | None:
    """I9: from stage 3 on over half of the posts still come from staff. Basis: after FeverBee."""
    grown = all(stage is not None and stage >= STAGE_OF_STAFF for stage in stages)
    if not (_rested(days_since) and grown and _both_above(share, STAFF_SHARE)):
        return None
    seen = Evidence(code="I9.staff", values={"share": _shown(share[1]), "stage": int(stages[1] or 0)})
    return Intervention(rule="I9", evidence=(seen,), advice="I9.hand_over", people=share[1].people)


@dataclass(frozen=True, kw_only=True)
class Emerging:
    """Of one person in one window. gain: percentile points of the leader index over two quarters, its
    `people` those it is a percentile among. sponsored: a returned tie two or more levels up."""

    gain: Reading
    sponsored: bool


def emerging_leader(
    found: Two[Emerging], *, person: str, manager: bool, agreed: bool, days_since: float | None = None
) -> Intervention | None:
    """I10: somebody whom more and more turn to has nobody higher up to turn to.

    agreed: this person said that the network leader may know; without that, nothing is said.
    Basis: Balogun (2003) on leading from the middle.
    """
    alone = not any(window.sponsored for window in found)
    rising = all(window.gain.above(EMERGING) for window in found)
    if manager or not (agreed and alone and rising and _rested(days_since)):
        return None
    seen = Evidence(code="I10.emerging", values={"person": person})
    people = found[1].gain.people
    return Intervention(rule="I10", evidence=(seen,), advice="I10.sponsor", people=people, about=person)


@dataclass(frozen=True, kw_only=True)
class Weeks:
    """Of one window, by week, oldest first: how many were active, how many new posts there were."""

    active: Sequence[int]
    posts: Sequence[int]


def fewer_come(found: Two[Weeks], *, days_since: float | None = None) -> Intervention | None:
    """I11: fewer people come three weeks in a row, more than chance explains, while posts stay as many.

    Basis: Nielsen (2006), Denning (2005).
    """
    if not (_rested(days_since) and all(_fewer_for_as_many_posts(window) for window in found)):
        return None
    before, now = (int(found[1].active[place]) for place in (-WEEKS_IN_A_ROW - 1, -1))
    seen = Evidence(code="I11.fewer", values={"before": before, "now": now})
    return Intervention(rule="I11", evidence=(seen,), advice="I11.ask", people=before)


def _fewer_for_as_many_posts(window: Weeks) -> bool:
    if not _moves(window.active, up=False) or len(window.posts) <= WEEKS_IN_A_ROW:
        return False
    before, now = window.active[-WEEKS_IN_A_ROW - 1], window.active[-1]
    posts_before, posts_now = window.posts[-WEEKS_IN_A_ROW - 1], window.posts[-1]
    if min(before, now) < SMALLEST_GROUP or posts_before == 0:
        return False
    # Two counts as if each week's visitors were drawn afresh: regulars make the real interval narrower.
    highest = exp(log(now / before) + Z * sqrt(1 / now + 1 / before))
    return highest < 1 and posts_now >= STABLE * posts_before


def _moves(counts: Sequence[int], *, up: bool) -> bool:
    """Whether the last three steps all go one way."""
    last = list(counts[-WEEKS_IN_A_ROW - 1 :])
    steps = [after - before for before, after in pairwise(last)]
    return len(steps) == WEEKS_IN_A_ROW and all(step > 0 if up else step < 0 for step in steps)
