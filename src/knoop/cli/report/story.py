"""What the figures say, in sentences."""

from math import log

from knoop.cli.report.wording import Wording
from knoop.network import Analysis
from knoop.network.ties import DAY

CLEARLY, SOMEWHAT = 0.25, 0.10  # of the silo index; our own reading, no published threshold


def sentences(analysis: Analysis, wording: Wording) -> list[str]:
    """From the whole to the parts: who took part, how they hang together, where it is thin."""
    return [
        sentence
        for sentence in (
            _who(analysis, wording),
            _between(analysis, wording),
            _connected(analysis, wording),
            _mixing(analysis, wording),
            _returned(analysis, wording),
            _leaning(analysis, wording),
            _speed(analysis, wording),
        )
        if sentence
    ]


def headline(analysis: Analysis, wording: Wording) -> str:
    """The one thing to remember."""
    number = analysis.stage.number
    if not analysis.counts.ties:
        return wording("headline.no_ties")
    if number is None:
        return wording("headline.too_small")
    mixing = silo_level(analysis.organisation.silo_index)
    tail = wording(f"headline.{mixing}") if mixing in ("clearly", "somewhat") and number > 1 else ""
    possible = possible_stages(analysis)
    if len(possible) > 1:
        low, high = (wording(f"stage.{edge}.name") for edge in (possible[0], possible[-1]))
        return wording("headline.between", low=low, high=high) + tail + "."
    return wording(f"headline.stage_{number}") + tail + "."


def silo_level(index: float | None) -> str | None:
    if index is None:
        return None
    return "clearly" if index >= CLEARLY else "somewhat" if index >= SOMEWHAT else "hardly"


def period(analysis: Analysis, wording: Wording) -> str:
    found = analysis.as_json()["period"]
    if not isinstance(found, dict) or not found["from"]:
        return wording("period.unknown")
    return wording("period.known", since=found["from"][:10], until=found["to"][:10])


def possible_stages(analysis: Analysis) -> tuple[int, ...]:
    """One when 8 of 10 redrawn networks agree, else the range that holds 8 of 10; none without a stage."""
    if analysis.certainty and analysis.certainty.between:
        low, high = analysis.certainty.between
        return tuple(range(low, high + 1))
    return (analysis.stage.number,) if analysis.stage.number else ()


def stage_doubt(analysis: Analysis, wording: Wording) -> str:
    agreement = analysis.stage.agreement
    if agreement is None:
        return wording("report.certain_text")
    return wording("report.certain_stage", share=wording.percent(agreement))


def _between(analysis: Analysis, wording: Wording) -> str:
    possible = possible_stages(analysis)
    if len(possible) < 2:
        return ""
    low, high = (f"{number} ({wording(f'stage.{number}.name')})" for number in (possible[0], possible[-1]))
    return wording("story.stage_between", low=low, high=high)


def _speed(analysis: Analysis, wording: Wording) -> str:
    """The mean freshness as the age that would give it: freshness falls by e every `tau`."""
    found = analysis.candidates.speed
    known = [value for value in found.inward if value is not None] if found else []
    if not found or not sum(known):
        return ""
    age = -log(sum(known) / len(known)) * found.tau / DAY
    return wording("story.speed", age=wording.figure(age, digits=1))


def _who(analysis: Analysis, wording: Wording) -> str:
    counts = analysis.counts
    return wording(
        "story.who",
        people=counts.people,
        active=counts.active,
        interactions=counts.interactions,
        ties=counts.ties,
    )


def _connected(analysis: Analysis, wording: Wording) -> str:
    share = analysis.stage.features.connected
    if share is None:
        return ""
    if share == 1:
        return wording("story.connected_all")
    return wording("story.connected", share=wording.percent(share))


def _mixing(analysis: Analysis, wording: Wording) -> str:
    index = analysis.organisation.silo_index
    level = silo_level(index)
    return wording(f"story.{level}", index=wording.figure(index)) if level else ""


def _returned(analysis: Analysis, wording: Wording) -> str:
    share = analysis.organisation.reciprocity
    return wording("story.returned", share=wording.percent(share)) if share is not None else ""


def _leaning(analysis: Analysis, wording: Wording) -> str:
    kept = analysis.stage.features.keep_one
    if kept is None:
        return ""
    if kept == 1:
        return wording("story.leans_on_nobody")
    key = "story.leans" if kept < 0.75 else "story.leans_not"
    return wording(key, share=wording.percent(kept))
