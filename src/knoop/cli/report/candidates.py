"""Who might lead, connect and tell further: in words, with what it rests on and its doubt."""

from dataclasses import dataclass
from functools import partial

from knoop.cli.report.blocks import SMALLEST_GROUP
from knoop.cli.report.codes import labels_of
from knoop.cli.report.wording import Wording
from knoop.network import Analysis, Candidate, key_of
from knoop.network.candidates import BROKERS_UP_TO, KEY_PLAYERS_UP_TO, SHARERS_UP_TO
from knoop.network.leaders_reasons import Reason
from knoop.network.minimum import (
    ACTIVE_PEOPLE,
    ACTS_EACH,
    ACTS_TO_SAY_SOMETHING,
    SENDERS_TO_SAY_SOMETHING,
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    label: str
    kind: str
    why: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One kind of candidates. said: what holds for the set; empty: why nobody is named, if so."""

    title: str
    what: str
    said: str
    entries: tuple[Entry, ...]
    empty: str
    doubt: str
    has_kinds: bool
    has_reach: bool = False


def note(wording: Wording, *, with_names: bool) -> str:
    order = wording("report.by_name" if with_names else "report.by_code")
    return wording(
        "candidates.note", order=order, events=ACTS_TO_SAY_SOMETHING, senders=SENDERS_TO_SAY_SOMETHING
    )


def listings(analysis: Analysis, wording: Wording, *, with_names: bool) -> list[Listing]:
    """Informal leaders, brokers, fast sharers, ambassadors, key players: always all five."""
    labels = labels_of(analysis, with_names=with_names)
    named, people = analysis.candidates, analysis.counts.people
    timed = analysis.since is not None
    units = "" if any(analysis.units.values()) else wording("candidates.informal_leaders.no_units")
    late = "" if timed else wording("candidates.no_times")
    large = wording("candidates.too_large")

    def listing(key: str, found: tuple[Candidate, ...], why_none: str, *, has_kinds: bool) -> Listing:
        return Listing(
            title=wording(f"candidates.{key}.title"),
            what=wording(f"candidates.{key}.what"),
            said="",
            entries=_entries(found, labels, wording),
            empty=_empty(analysis, wording, why_none),
            doubt=wording(f"candidates.{key}.doubt"),
            has_kinds=has_kinds,
        )

    return [
        listing("informal_leaders", named.informal_leaders, units, has_kinds=True),
        listing("brokers", named.brokers, "" if people <= BROKERS_UP_TO else large, has_kinds=True),
        listing(
            "fastest_sharers",
            named.fastest_sharers,
            late or ("" if people <= SHARERS_UP_TO else large),
            has_kinds=False,
        ),
        _ambassadors(analysis, wording, labels, late),
        _key_players(analysis, wording, labels, "" if people <= KEY_PLAYERS_UP_TO else large),
    ]


def _empty(analysis: Analysis, wording: Wording, why: str) -> str:
    """Why nobody is named: too little seen of all, something else that is missing, of everybody, or none."""
    evidence = analysis.candidates.evidence
    if not evidence.is_enough_of_all:
        return wording("candidates.not_enough", needed=ACTIVE_PEOPLE, each=ACTS_EACH)
    if why:
        return why
    if not evidence.enough.any():
        return wording(
            "candidates.nobody_enough", events=ACTS_TO_SAY_SOMETHING, senders=SENDERS_TO_SAY_SOMETHING
        )
    return wording("candidates.nobody")


def _entries(found: tuple[Candidate, ...], labels: dict[str, str], wording: Wording) -> tuple[Entry, ...]:
    """In the order of the labels: that of identifiers would give codes away."""
    place = {person: number for number, person in enumerate(labels)}
    return tuple(
        Entry(
            label=labels[one.id],
            kind=wording(f"type.{one.type}"),
            why=tuple(
                wording(f"reason.{key_of(reason)}", **reason.values)
                for reason in one.reasons
                if not _is_of_a_small_unit(reason)
            ),
        )
        for one in sorted(found, key=lambda one: place[one.id])
    )


def _is_of_a_small_unit(reason: Reason) -> bool:
    """A unit too small for the map would give away who its people are."""
    others = reason.values.get("others")
    return reason.code == "sought_in_own_unit" and isinstance(others, int) and others + 1 < SMALLEST_GROUP


def _ambassadors(analysis: Analysis, wording: Wording, labels: dict[str, str], why: str) -> Listing:
    chosen = analysis.candidates.ambassadors
    say = partial(_said, wording, "candidates.ambassadors")
    doubt = say("doubt", replays=chosen.replays, chance=wording.percent(chosen.chance)) if chosen else ""
    return Listing(
        title=say("title"),
        what=say("what"),
        said=_goal(analysis, wording),
        entries=tuple(
            Entry(label=labels[one.id], kind="", why=(say("adds", reached=round(one.reached)),))
            for one in (chosen.chosen if chosen else ())
        ),
        empty=_empty(analysis, wording, why or say("none")),
        doubt=doubt,
        has_kinds=False,
        has_reach=True,
    )


def _said(wording: Wording, table: str, key: str, **values: object) -> str:
    return wording(f"{table}.{key}", **values)


def _goal(analysis: Analysis, wording: Wording) -> str:
    """Who reaches 80 % by when."""
    found = analysis.candidates.ambassadors
    if found is None:
        return ""
    goal, count = wording.percent(found.goal), len(found.chosen)
    if found.goal_by is not None:
        return wording("candidates.ambassadors.by", count=count, goal=goal, days=found.goal_by)
    if not found.by_day:
        return wording("candidates.ambassadors.by_unknown")
    last = found.by_day[-1]
    share = wording.percent(last.share)
    return wording("candidates.ambassadors.by_not", count=count, share=share, days=last.day, goal=goal)


def _key_players(analysis: Analysis, wording: Wording, labels: dict[str, str], large: str) -> Listing:
    found, loss = analysis.candidates.key_players, analysis.candidates.loss
    what = doubt = ""
    if loss:
        after, before = wording.percent(loss.after), wording.percent(loss.before)
        what = wording("candidates.key_players.what", people=loss.people, after=after, before=before)
        doubt = wording("candidates.key_players.doubt")
    why = large or (wording("candidates.key_players.unnamed") if loss else "")
    return Listing(
        title=wording("candidates.key_players.title"),
        what=what,
        said="",
        entries=_entries(found, labels, wording),
        empty=_empty(analysis, wording, why),
        doubt=doubt,
        has_kinds=False,
    )
