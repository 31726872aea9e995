"""Reads the public data sets that lie beside the checkout; none is part of it."""

import csv
import gzip
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from knoop.archives import read_interactions
from knoop.cli.analyse import as_interactions
from knoop.network import KINDS, Interactions, Network

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
LONG_SILENCE = 90 * 86_400.0


class Absent(Exception):
    """A data set isn't here. The message names it."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Ranked:
    """People whose formal level is known and who turned to whom. level: higher is more senior."""

    name: str
    network: Network
    level: NDArray[np.float64]
    senior: NDArray[np.float64]


def krackhardt(root: Path = DATA) -> Ranked:
    """Advice among 21 managers (Krackhardt 1987); senior: the president and four vice presidents."""
    folder = "org_krackhardt_hightech"
    people = {row["id"]: 4.0 - float(row["level"]) for row in _rows(root, f"{folder}/managers.csv")}
    edges = [(row["src"], row["dst"]) for row in _rows(root, f"{folder}/advice.csv")]
    level = np.array(list(people.values()))
    return Ranked(
        name="Krackhardt, advice",
        network=Network.from_edges(edges, people=people),
        level=level,
        senior=(level >= 2).astype(float),
    )


def consulting(root: Path = DATA) -> Ranked:
    """Information among 46 consultants (Cross & Parker 2004); senior: managing consultants and partners."""
    return _cross_parker(root, "Consulting", highest_is_senior=True, senior_from=4)


def manufacturing(root: Path = DATA) -> Ranked:
    """Information among 77 in a research team (Cross & Parker 2004); senior: the four managers."""
    return _cross_parker(root, "Manufacturing", highest_is_senior=False, senior_from=-2)


def _cross_parker(root: Path, team: str, *, highest_is_senior: bool, senior_from: float) -> Ranked:
    sign = 1.0 if highest_is_senior else -1.0
    folder = "org_cross_parker"
    level = {
        row["id"]: sign * float(row["value"]) for row in _rows(root, f"{folder}/{team}.node.orglevel.csv")
    }
    # 1 is "never" or "very infrequently", so weights count from there.
    edges = [
        (row["i"], row["j"], float(np.log1p(float(row["w"]) - 1)))
        for row in _rows(root, f"{folder}/{team}.net.info.csv")
        if float(row["w"]) > 1
    ]
    found = np.array(list(level.values()))
    return Ranked(
        name=f"Cross & Parker, {team.lower()}",
        network=Network.from_edges(edges, people=level),
        level=found,
        senior=(found >= senior_from).astype(float),
    )


def emails(root: Path = DATA) -> Interactions:
    """E-mail between two people of one institution, 2003-2005, both ways: this form lacks who sent."""
    pairs, times = [], []
    for row in _rows(root, "org_email_eu_core/emails_timed.csv.gz"):
        members = row["members"].split()
        if len(members) == 2:
            moment = float(row["t_unix_like"])
            if times and moment - times[-1] > LONG_SILENCE:
                break
            pairs.append(members)
            times.append(moment)
    return _both_ways(pairs, times)


def office_2013(root: Path = DATA) -> Interactions:
    """Face-to-face contacts in an office, 92 people, ten days (Genois et al. 2015)."""
    return _spaced(root, "InVS13.dat")


def hospital(root: Path = DATA) -> Interactions:
    """Face-to-face contacts in a hospital ward, 75 people, four days (Vanhems et al. 2013)."""
    return _spaced(root, "LH10.dat")


def conference(root: Path = DATA) -> Interactions:
    """Face-to-face contacts at a conference, 113 people, three days (Isella et al. 2011)."""
    rows = list(_rows(root, "org_sociopatterns_workplace/hypertext2009.csv"))
    return _both_ways([[row["src"], row["dst"]] for row in rows], [float(row["timestamp"]) for row in rows])


def office_2015(root: Path = DATA) -> Interactions:
    """Face-to-face contacts in an office, 217 people, ten days (Genois & Barrat 2018), every 20 seconds."""
    pairs, times = [], []
    for row in _rows(root, "org_sociopatterns_workplace/InVS15_contacts.csv"):
        # `time` leaves out the nights; `date` is the clock on the wall.
        begin = datetime.fromisoformat(row["date"]).replace(tzinfo=UTC).timestamp()
        for step in range(max(1, round(float(row["duration"]) / 20))):
            pairs.append([row["actor1"], row["actor2"]])
            times.append(begin + 20 * step)
    return _both_ways(pairs, times)


def slack(root: Path = DATA) -> Interactions:
    """Acts of several kinds in a small workspace, 2015-16."""
    path = root / "slack-export" / "slack-export-pseudonymised.zip"
    if not path.exists():
        raise Absent(f"{path.parent.name} is not in the data folder")
    return as_interactions(read_interactions(path))


def _spaced(root: Path, name: str) -> Interactions:
    with _opened(root, f"org_sociopatterns_workplace/{name}") as file:
        rows = [line.split() for line in file if line.strip()]
    return _both_ways([row[1:3] for row in rows], [float(row[0]) for row in rows])


def _both_ways(pairs: list[list[str]], times: list[float]) -> Interactions:
    names = np.array(pairs)
    people, numbers = np.unique(names, return_inverse=True)
    numbers = numbers.reshape(names.shape).astype(np.int32)
    order = np.argsort(times, kind="stable")
    numbers, time = np.repeat(numbers[order], 2, axis=0), np.repeat(np.array(times)[order], 2)
    numbers[1::2] = numbers[1::2, ::-1]
    return Interactions(
        people=tuple(map(str, people)),
        time=time,
        source=numbers[:, 0],
        target=numbers[:, 1],
        kind=np.full(len(time), KINDS.index("message"), np.uint8),
        event=np.arange(len(time), dtype=np.int64),
        audience=np.ones(len(time), np.int32),
    )


def _rows(root: Path, name: str) -> list[dict[str, str]]:
    with _opened(root, name) as file:
        return list(csv.DictReader(file))


def _opened(root: Path, name: str) -> TextIO:
    path = root / name
    if not path.exists():
        raise Absent(f"{name} is not in the data folder")
    return gzip.open(path, "rt", newline="") if path.suffix == ".gz" else path.open(newline="")  # type: ignore[return-value]
