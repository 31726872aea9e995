"""What is asked, answered and done in a window, as the rules I4, I5 and I11 ask it of a log."""

from dataclasses import replace

import numpy as np

from knoop.network.interactions import KINDS, Interactions
from knoop.network.interventions import WEEKS_IN_A_ROW, Dependency, Reading, Weeks
from knoop.network.leaders_evidence import Evidence
from knoop.network.load import WINDOW, dependency
from knoop.network.load_answers import Requests, share_of, working_days
from knoop.network.participation_over_time import WEEK
from knoop.network.sorting import different

IN_TIME = 3.0  # working days: 72 hours, Monday to Friday
REDRAWS = 40
LIKELY = 0.025, 0.975
SAID_NOTHING = ("view", "reaction", "follow")
NOTHING = Reading(value=None, low=None, high=None, people=0)


def rows_between(interactions: Interactions, since: float, until: float) -> Interactions:
    """The rows after `since`, up to and with `until`, over the same people."""
    assert interactions.time is not None
    kept = (interactions.time > since) & (interactions.time <= until)
    names = ("time", "source", "target", "kind", "event", "audience")
    columns = {name: getattr(interactions, name) for name in names}
    return replace(
        interactions, **{name: column[kept] for name, column in columns.items() if column is not None}
    )


def answered(requests: Requests, until: float) -> tuple[Reading, int, int]:
    """Of what was asked in the 28 days before, how much had an answer within three working days.

    Only what is three working days old by `until` counts, so that nothing is called late too soon.
    Returns: the reading, with Wilson's interval; how much was asked; how much of it waits still. Nothing is
             known where nobody ever answers anybody: that is no log of answers.
    """
    now = working_days(np.array([until]))[0]
    counts = (requests.time > until - WINDOW) & (requests.time <= until)
    counts &= now - working_days(requests.time) >= IN_TIME
    answer, wait = requests.answered[counts], requests.wait[counts]
    asked = len(wait)
    if not (answer <= until).any():
        return NOTHING, asked, 0
    share = share_of(int((wait <= IN_TIME).sum()), asked)
    people = len(different(np.append(requests.asker[counts], requests.asked[counts])))
    reading = Reading(value=share.value, low=share.low, high=share.high, people=people)
    return reading, asked, int((answer > until).sum())


def leaning(requests: Requests, evidence: Evidence, until: float, *, redraws: int, seed: int) -> Dependency:
    """How much of all requests the busiest twentieth handles, and what waits, week by week."""
    found = dependency(requests, evidence, at=until, replicates=redraws, likely=LIKELY, seed=seed)
    top = Reading(value=found.share, low=found.low, high=found.high, people=found.people)
    return Dependency(top=top, backlog=found.backlog or ())


def weeks_of(interactions: Interactions, until: float) -> Weeks:
    """Different people who did anything in each of the last four weeks, and how many acts said something."""
    count = WEEKS_IN_A_ROW + 1
    recent = rows_between(interactions, until - count * WEEK, until)
    assert recent.time is not None
    quiet = [KINDS.index(kind) for kind in SAID_NOTHING]
    says = ~np.isin(recent.kind, quiet)
    week = count - 1 - ((until - recent.time) // WEEK).astype(np.int64)
    here = np.zeros((count, len(recent.people)), dtype=np.bool_)
    here[week, recent.source] = True
    week = week[says]
    events = recent.event
    if events is not None:  # an act to several people is one act, at one moment
        week = week[np.unique(events[says], return_index=True)[1]]
    return Weeks(
        active=tuple(here.sum(axis=1).tolist()), posts=tuple(np.bincount(week, minlength=count).tolist())
    )
