"""What an analysis finds, typed, and the JSON that other programs read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from knoop.network.cautions import Caution
from knoop.network.stage import Stage
from knoop.network.ties import Ties
from knoop.network.units import Flows, UnitMixing

NOT_YET_FIGURES = ("speed_out", "speed_in", "leader_index", "leader_probability")
NOT_YET_LISTS = (
    "informal_leaders",
    "fastest_sharers",
    "brokers",
    "ambassadors",
    "key_players",
    "interventions",
)


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody who belongs, with or without interactions."""

    id: str
    name: str = ""
    unit: str | None = None
    manager: str | None = None
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Counts:
    """people: all members. active: who sent or received an interaction with somebody else.
    interactions: rows as given. ties: arcs of the simple graph of the whole period."""

    people: int
    active: int
    interactions: int
    ties: int


@dataclass(frozen=True, kw_only=True)
class OrganisationFigures:
    """Of the simple graph of the whole period; each defined in docs/measures/."""

    density: float | None
    reciprocity: float | None
    clustering: float | None
    transitivity: float | None
    modularity: float | None
    degree_centralisation: float | None
    betweenness_centralisation: float | None
    ei: float | None
    ei_expected: float | None
    silo_index: float | None
    core_fit: float | None
    gini: float | None


@dataclass(frozen=True, kw_only=True)
class PersonFigures:
    """Of the ties as they stand at the end of the period; each defined in docs/measures/."""

    in_degree: int
    out_degree: int
    in_strength: float
    out_strength: float
    pagerank: float | None
    betweenness: float | None
    harmonic_closeness: float | None
    constraint: float | None
    effective_size: float | None
    participation: float | None
    coreness: int
    community: int | None


@dataclass(frozen=True, kw_only=True, eq=False)
class Analysis:
    """Everything found, by person identifier and by unit name.

    since, until: first and last interaction, epoch seconds; None without times.
    gini_of_senders: inequality of acts among those who sent any (`organisation.gini` counts all).
    ties, flows, mixing: what pages and reports are drawn from.
    """

    since: float | None
    until: float | None
    counts: Counts
    organisation: OrganisationFigures
    gini_of_senders: float | None
    stage: Stage
    people: Mapping[str, PersonFigures]
    members: Mapping[str, Member]
    units: Mapping[str, str | None]
    ties: Ties
    flows: Flows
    mixing: tuple[UnitMixing, ...]
    cautions: tuple[Caution, ...]

    @property
    def warnings(self) -> list[str]:
        return [caution.sentence for caution in self.cautions]

    def as_json(self) -> dict[str, object]:
        """The contract `knoop.analysis/1`, ready for json.dumps: all its keys, always.

        Undefined and not yet measured are None; the warnings say which.
        """
        return {
            "schema": "knoop.analysis/1",
            "period": {"from": moment(self.since), "to": moment(self.until)},
            "counts": asdict(self.counts),
            "org": asdict(self.organisation),
            "stage": self.stage.as_json(),
            "people": {
                person: asdict(figures) | dict.fromkeys(NOT_YET_FIGURES)
                for person, figures in self.people.items()
            },
            **dict.fromkeys(NOT_YET_LISTS),
            "warnings": self.warnings,
        }


def moment(seconds: float | None) -> str | None:
    """Epoch seconds as ISO 8601 in UTC."""
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
