"""What to do: the rules that speak, with what was seen, or else what helps in this stage."""

from dataclasses import dataclass

from knoop.cli.report.wording import Wording
from knoop.network import Analysis
from knoop.network.interventions import Intervention
from knoop.network.interventions_texts import BASIS, evidence_said, said


@dataclass(frozen=True, kw_only=True)
class Step:
    title: str
    seen: tuple[str, ...]
    advice: str
    basis: str


def steps_of(analysis: Analysis, wording: Wording) -> list[Step]:
    """One step for each rule that speaks, in the order of the rules, with all that it was seen of."""
    return [
        Step(
            title=wording(f"rule.{rule}"),
            seen=tuple(evidence_said(one, wording.language) for step in found for one in step.evidence),
            advice=said(found[0].advice, wording.language),
            basis=BASIS[rule],
        )
        for rule, found in _by_rule(analysis).items()
    ]


def _by_rule(analysis: Analysis) -> dict[str, list[Intervention]]:
    found: dict[str, list[Intervention]] = {}
    for one in analysis.interventions:
        found.setdefault(one.rule, []).append(one)
    return found


def steps_said(analysis: Analysis, wording: Wording) -> str:
    count = len(_by_rule(analysis))
    if count:
        return wording("steps.said_one" if count == 1 else "steps.said", count=count)
    if not analysis.stage.number:
        return wording("steps.nothing")
    return wording("steps.none" if _was_looked(analysis) else "steps.unread")


def _was_looked(analysis: Analysis) -> bool:
    """Whether any rule could be looked at."""
    unread = [one.values["rules"] for one in analysis.cautions if one.code == "rules_unread"]
    return not unread or len(str(unread[0]).split(", ")) < len(BASIS)
