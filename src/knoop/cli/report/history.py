"""How the stage went over time, in a sentence, a chart and a table."""

from dataclasses import dataclass
from datetime import UTC, datetime

from knoop.cli.report.chart import Chart, Frame, Line, Tick
from knoop.cli.report.wording import Wording
from knoop.network import Analysis
from knoop.network.analysis_context import SHOWN_UP_TO

STAGES = range(1, 6)


@dataclass(frozen=True, kw_only=True)
class History:
    """said: always there. chart and rows only with two windows or more; rows: until, stage, to go by,
    people, ties."""

    said: str
    chart: Chart | None
    rows: tuple[tuple[str, str, str, str, str], ...]


def history_of(analysis: Analysis, wording: Wording) -> History:
    if not any(window.shown for window in analysis.history):
        return History(said=_why_none(analysis, wording), chart=None, rows=())
    return History(
        said=_said(analysis, wording), chart=_chart(analysis, wording), rows=_rows(analysis, wording)
    )


def day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _why_none(analysis: Analysis, wording: Wording) -> str:
    if analysis.since is None:
        return wording("history.no_times")
    if analysis.counts.people > SHOWN_UP_TO:
        return wording("history.too_large", limit=SHOWN_UP_TO)
    return wording("history.none" if analysis.history else "history.too_short")


def _stage(number: int | None, wording: Wording) -> str:
    return "–" if number is None else f"{number} ({wording(f'stage.{number}.name')})"


def _said(analysis: Analysis, wording: Wording) -> str:
    shown = [window.shown for window in analysis.history]
    first = next(number for number in shown if number)
    last = next(number for number in reversed(shown) if number)
    values = {
        "count": len(shown),
        "since": day(analysis.history[0].until),
        "until": day(analysis.history[-1].until),
        "first": _stage(first, wording),
        "last": _stage(last, wording),
    }
    if shown[-1] is None:
        known = next(one.until for one in reversed(analysis.history) if one.shown)
        return wording("history.lost", **{**values, "known": day(known)})
    if len(set(shown)) == 1:
        return wording("history.same", **values)
    return wording("history.back" if first == last else "history.moved", **values)


def _rows(analysis: Analysis, wording: Wording) -> tuple[tuple[str, str, str, str, str], ...]:
    return tuple(
        (
            day(window.until),
            _stage(window.number, wording),
            wording.figure(window.shown),
            wording.figure(window.people),
            wording.figure(window.ties),
        )
        for window in analysis.history
    )


def _chart(analysis: Analysis, wording: Wording) -> Chart:
    known = [window for window in analysis.history if window.shown]
    first, last = analysis.history[0].until, analysis.history[-1].until
    frame = Frame(first=first, last=last, low=0.7, high=5.3, left=176.0)
    xs, ys = [], []
    for before, window in zip([None, *known], known, strict=False):
        if before is not None:  # a stage holds until the window in which it changes
            xs.append(window.until)
            ys.append(float(before.shown or 0))
        xs.append(window.until)
        ys.append(float(window.shown or 0))
    line = Line(points=frame.points(xs, ys), label="", x=0, y=0, anchor="end", kind="main")
    dots = [(frame.x(one.until), frame.y(one.number)) for one in analysis.history if one.number]
    names = [
        Tick(at=frame.y(number), label=f"{number} {wording(f'stage.{number}.name')}") for number in STAGES
    ]
    ends = [
        Tick(at=frame.x(first), label=day(first), anchor="start"),
        Tick(at=frame.x(last), label=day(last), anchor="end"),
    ]
    return frame.chart(wording("history.alt"), ends, names, [line], dots)
