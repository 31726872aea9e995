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
    lines = []
    for curve, kind, label in ((contacts, "main", "contacts"), (chance, "other", "chance")):
        kept = [_kept(curve, float(share)) for share in gone]
        # Labels lie where the lines are furthest from each other: in the middle of their fall.
        place = (
            0.5 if kind == "other" else next((g for g, k in zip(gone, kept, strict=True) if k < 0.35), 0.5)
        )
        x, y = frame.x(float(place)), frame.y(_kept(curve, float(place)))
        lines.append(
            Line(
                points=frame.points(gone.tolist(), kept),
                label=wording(f"resilience.{label}"),
                x=x + 8 if kind == "other" else x - 8,
                y=y - 8 if kind == "other" else y + 4,
                anchor="start" if kind == "other" else "end",
                kind=kind,
            )
        )
    ticks = [Tick(at=frame.x(mark / 100), label=f"{mark}") for mark in (0, 25, 50, 75)]
    ticks.append(Tick(at=frame.x(1.0), label="100 %", anchor="end"))
    return frame.chart(wording("resilience.alt"), ticks, frame.hundreds((0, 50, 100)), lines)
