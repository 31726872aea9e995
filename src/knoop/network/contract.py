"""The JSON that other programs read: `knoop.analysis/1`, with all its keys, always."""

from dataclasses import asdict

from knoop.network.analysis import Analysis, moment

NOT_YET_FIGURES = ("speed_out", "speed_in", "leader_index", "leader_probability")
NOT_YET_LISTS = (
    "informal_leaders",
    "fastest_sharers",
    "brokers",
    "ambassadors",
    "key_players",
    "interventions",
)


def as_contract(analysis: Analysis) -> dict[str, object]:
    """Undefined and not yet measured are null; the warnings say which."""
    return {
        "schema": "knoop.analysis/1",
        "period": {"from": moment(analysis.since), "to": moment(analysis.until)},
        "counts": asdict(analysis.counts),
        "org": asdict(analysis.organisation),
        "stage": _stage(analysis),
        "people": {
            person: asdict(figures) | dict.fromkeys(NOT_YET_FIGURES)
            for person, figures in analysis.people.items()
        },
        **dict.fromkeys(NOT_YET_LISTS),
        "warnings": analysis.warnings,
    }


def _stage(analysis: Analysis) -> dict[str, object]:
    stage = analysis.stage
    return {
        "number": stage.number,
        "name": stage.name,
        "agreement": stage.agreement,
        "features": {
            "S": stage.features.connected,
            "keep1": stage.features.keep_one,
            "keep5": stage.features.keep_five,
            "top1b": stage.features.top_share,
            "CB": stage.features.centralisation,
            "Q": stage.features.modularity,
            "R": stage.features.robustness,
        },
    }
