"""How far news gets that starts with the ambassadors, day by day."""

from dataclasses import dataclass

from knoop.cli.report.chart import Chart, Frame, Line, Tick
from knoop.cli.report.wording import Wording
from knoop.network import Analysis
from knoop.network.ambassadors import ReachByDay

DAYS = (1, 2, 3, 5, 7, 14, 21, 28)


@dataclass(frozen=True, kw_only=True)
class Reach:
    """rows: days, share in half of the replays, and between which it lies in 9 of 10; in hundredths."""

    chart: Chart
    rows: tuple[tuple[str, str, str], ...]


def reach_of(analysis: Analysis, wording: Wording) -> Reach | None:
    found = analysis.candidates.ambassadors
    if found is None or len(found.by_day) < 2:
        return None
    rows = tuple(
        (str(one.day), wording.percent(one.share), f"{wording.percent(one.low)}–{wording.percent(one.high)}")
        for one in found.by_day
        if one.day in DAYS
    )
    return Reach(chart=_chart(found.by_day, found.goal, wording), rows=rows)


def _chart(by_day: tuple[ReachByDay, ...], goal: float, wording: Wording) -> Chart:
    days = [float(one.day) for one in by_day]
    frame = Frame(first=days[0], last=days[-1], low=0.0, high=1.0)
    line = Line(
        points=frame.points(days, [one.share for one in by_day]),
        label="",
        x=0,
        y=0,
        anchor="end",
        kind="main",
    )
    aim = Line(
        points=frame.points([days[0], days[-1]], [goal, goal]),
        label=wording("reach.goal", goal=wording.percent(goal)),
        x=frame.x(days[0]) + 6,
        y=frame.y(goal) - 6,
        anchor="start",
        kind="goal",
    )
    band = frame.points(
        [*days, *reversed(days)], [*(one.low for one in by_day), *(one.high for one in reversed(by_day))]
    )
    ticks = [Tick(at=frame.x(day), label=f"{day:.0f}") for day in days if int(day) in (1, 7, 14, 21, 28)]
    return frame.chart(wording("reach.alt"), ticks, frame.hundreds((0, 50, 100)), [aim, line], band=band)
