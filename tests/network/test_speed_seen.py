"""On real mail: what the first half says about the second. Figures stand in docs/measures/."""

import csv
import gzip
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import spearmanr

from knoop.network.ambassadors import ambassadors
from knoop.network.ambassadors_replay import Replays, replayed
from knoop.network.clocks import contacts_of
from knoop.network.interactions import Interactions
from knoop.network.speed import speed
from knoop.network.ties import DAY

MAIL = Path(__file__).parents[3] / "shared" / "data" / "org_email_eu_core" / "emails_timed.csv.gz"
WEEK = 7 * DAY

pytestmark = pytest.mark.skipif(not MAIL.exists(), reason=f"{MAIL.name} of email-Eu-core is not here")


def _rows():
    """Mails of two people both ways, as it isn't told who wrote; of more only where it is."""
    with gzip.open(MAIL, "rt") as lines:
        for row in csv.DictReader(lines):
            members, sender = sorted(set(row["members"].split())), row["sender_inferred"]
            senders = [sender] if sender else members if len(members) == 2 else []
            yield from (
                (one, other, "message", float(row["t_unix_like"]))
                for one in senders
                for other in members
                if other != one
            )


@pytest.fixture(scope="module")
def halves():
    found = contacts_of(Interactions.from_acts(_rows()))
    middle = float(np.median(found.time))
    return found.between(found.since, middle), found.between(middle, found.until + 1)


def _degree(contacts):
    pairs = np.unique(contacts.source.astype(np.int64) * len(contacts.people) + contacts.target)
    return np.bincount(pairs // len(contacts.people), minlength=len(contacts.people))


def test_speed_of_the_first_half_foretells_reach_in_the_second_better_than_degree(halves):
    before, after = halves
    replays = Replays.drawn(after, count=60, horizon=WEEK, chance=0.3, seed=[99])
    everybody = [np.array([person]) for person in range(len(after.people))]
    reach = replayed(after, everybody, replays).mean(axis=(0, 1))
    active = np.union1d(before.source, before.target)
    by_speed = spearmanr(np.array(speed(before).out)[active], reach[active])[0]
    by_degree = spearmanr(_degree(before)[active], reach[active])[0]
    assert by_speed > by_degree + 0.03


def test_ambassadors_of_the_first_half_reach_more_in_the_second_than_those_written_to_most(halves):
    before, after = halves
    result = ambassadors(before, count=10)
    chosen = np.array([before.people.index(person.id) for person in result.chosen])
    most = np.argsort(-_degree(before), kind="stable")[:10]
    replays = Replays.drawn(after, count=200, horizon=WEEK, chance=0.3, seed=[97])
    ours, theirs = replayed(after, [chosen, most], replays)[:, -1].T
    difference = ours - theirs
    assert difference.mean() > 2 * difference.std() / np.sqrt(len(difference))
