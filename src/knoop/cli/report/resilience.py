"""How the whole holds while people leave, in a sentence, a chart and a table."""

from dataclasses import dataclass

import numpy as np

from knoop.cli.report.blocks import SMALLEST_GROUP
from knoop.cli.report.chart import Chart, Frame, Line, Tick
from knoop.cli.report.wording import Wording
from knoop.network import Analysis
from knoop.network.analysis_context import SHOWN_UP_TO
from knoop.network.resilience import RemovalCurve

GONE = (0.01, 0.05, 0.10, 0.20, 0.30, 0.50)
SPOKEN_OF = 0.10
UNDER, ROOM, EARLY = 0.35, 0.42, 0.25  # where the label of a line finds room
POINTS = 60  # of a line: more can't be seen


@dataclass(frozen=True, kw_only=True)
class Resilience:
    """rows: per cent gone, those with most contacts first, by chance; in hundredths of all."""

    said: str
    chart: Chart | None
    rows: tuple[tuple[str, str, str], ...]


def resilience_of(analysis: Analysis, wording: Wording) -> Resilience:
    found = analysis.removal
    if found is None or found.by_contacts.people < SMALLEST_GROUP:
        large = analysis.counts.people > SHOWN_UP_TO
        key = "resilience.too_large" if large else "resilience.none"
        return Resilience(said=wording(key, limit=SHOWN_UP_TO, smallest=SMALLEST_GROUP), chart=None, rows=())
    contacts, chance = (_kept(curve, SPOKEN_OF) for curve in (found.by_contacts, found.by_chance))
    said = wording(
        "resilience.said",
        people=found.by_contacts.people,
        gone=wording.percent(SPOKEN_OF),
        contacts=wording.percent(contacts),
        chance=wording.percent(chance),
    )
    rows = tuple(
        (
            wording.percent(gone),
            wording.percent(_kept(found.by_contacts, gone)),
            wording.percent(_kept(found.by_chance, gone)),
        )
        for gone in GONE
        if gone * found.by_contacts.people >= 1
    )
    return Resilience(said=said, chart=_chart(found.by_contacts, found.by_chance, wording), rows=rows)


def _kept(curve: RemovalCurve, gone: float) -> float:
    return float(curve.kept[round(gone * curve.people)])


def _chart(contacts: RemovalCurve, chance: RemovalCurve, wording: Wording) -> Chart:
    frame = Frame(first=0.0, last=1.0, low=0.0, high=1.0)
    gone = np.linspace(0, 1, POINTS + 1)
    kept = [_kept(contacts, float(share)) for share in gone]
    by_chance = [_kept(chance, float(share)) for share in gone]
    x, y, anchor = _label(frame, contacts)
    lines = [
        Line(
            points=frame.points(gone.tolist(), by_chance),
            label=wording("resilience.chance"),
            x=frame.x(0.3) + 8,
            y=frame.y(_kept(chance, 0.3)) - 8,
            anchor="start",
            kind="other",
        ),
        Line(
            points=frame.points(gone.tolist(), kept),
            label=wording("resilience.contacts"),
            x=x,
            y=y,
            anchor=anchor,
            kind="main",
        ),
    ]
    ticks = [Tick(at=frame.x(mark / 100), label=f"{mark}") for mark in (0, 25, 50, 75)]
    ticks.append(Tick(at=frame.x(1.0), label="100 %", anchor="end"))
    return frame.chart(wording("resilience.alt"), ticks, frame.hundreds((0, 50, 100)), lines)


def _label(frame: Frame, curve: RemovalCurve) -> tuple[float, float, str]:
    """Left of a line that falls late, right of one that falls early: there the other line is far away."""
    falls = next(place / 100 for place in range(101) if _kept(curve, place / 100) < UNDER)
    if falls >= ROOM:
        return frame.x(falls) - 10, frame.y(UNDER) + 12, "end"
    place = max(falls, EARLY)
    return frame.x(place) + 8, frame.y(_kept(curve, place)) - 8, "start"
