"""What the report rests on: how many, over which time, and how sure."""

from knoop.cli.report.history import day
from knoop.cli.report.wording import Wording
from knoop.network import Analysis
from knoop.network.leaders_evidence import WINDOW
from knoop.network.ties import DAY

type Fact = tuple[str, str]


def facts(analysis: Analysis, wording: Wording) -> list[Fact]:
    counts = analysis.counts
    found = [
        ("people", wording("rests.people_text", people=counts.people, active=counts.active)),
        ("acts", wording("rests.acts_text", interactions=counts.interactions, ties=counts.ties)),
        ("window", _window(analysis, wording)),
        ("stage", _stage(analysis, wording)),
        ("speed", _speed(analysis, wording)),
        ("names", wording("rests.names_text")),
    ]
    return [(wording(f"rests.{key}"), text) for key, text in found if text]


def _window(analysis: Analysis, wording: Wording) -> str:
    if analysis.since is None or analysis.until is None:
        return wording("rests.no_times")
    since, until = day(analysis.since), day(analysis.until)
    recent = day(max(analysis.since, analysis.until - WINDOW))
    return wording("rests.window_text", since=since, until=until, recent=recent, days=int(WINDOW / DAY))


def _stage(analysis: Analysis, wording: Wording) -> str:
    certainty = analysis.certainty
    if certainty is None or not certainty.redrawn or certainty.agreement is None:
        return ""
    share = wording.percent(certainty.agreement)
    return wording("rests.stage_text", redrawn=certainty.redrawn, share=share)


def _speed(analysis: Analysis, wording: Wording) -> str:
    found = analysis.candidates.speed
    if found is None:
        return ""
    if found.sampled is None:
        return wording("rests.speed_exact", contacts=found.contacts)
    errors = sorted(error for error in found.in_error if error is not None)
    middle = errors[len(errors) // 2] if errors else 0.0
    return wording("rests.speed_sampled", contacts=found.contacts, sampled=found.sampled, error=middle)
