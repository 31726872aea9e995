"""What an analysis finds, typed, and the JSON that other programs read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from knoop.network.analysis_context import Context, Removal
from knoop.network.candidates import Candidates
from knoop.network.cautions import Caution
from knoop.network.certainty import StageCertainty, StageWindow
from knoop.network.interventions import Intervention
from knoop.network.interventions_texts import as_json
from knoop.network.permutations import SiloTest
from knoop.network.stage import Stage
from knoop.network.ties import Ties
from knoop.network.units import Flows, UnitMixing


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
    """Of the ties as they stand at the end of the period; each defined in docs/measures/.

    speed_out, speed_in, leader_index, leader_probability: None when too little was seen of the person or
    of all, and speed without times.
    """

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
    speed_out: float | None
    speed_in: float | None
    leader_index: float | None
    leader_probability: float | None


class PeopleFigures(Mapping[str, PersonFigures]):
    """PersonFigures by identifier, kept in columns: a million people are no million objects."""

    def __init__(self, people: Sequence[str], columns: Mapping[str, Sequence[Any]]) -> None:
        self.people, self.columns = people, columns

    def __getitem__(self, person: str) -> PersonFigures:
        return PersonFigures(**self._row(self._position[person]))

    def __iter__(self) -> Iterator[str]:
        return iter(self.people)

    def __len__(self) -> int:
        return len(self.people)

    @cached_property
    def _position(self) -> dict[str, int]:
        return {person: number for number, person in enumerate(self.people)}

    def _row(self, number: int) -> dict[str, Any]:
        return {name: column[number] for name, column in self.columns.items()}

    def rows(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Each person with their figures by name."""
        for person, row in zip(self.people, zip(*self.columns.values(), strict=True), strict=True):
            yield person, dict(zip(self.columns, row, strict=True))


@dataclass(frozen=True, kw_only=True, eq=False)
class Analysis:
    """Everything found, by person identifier and by unit name.

    since, until: first and last interaction, epoch seconds; None without times.
    gini_of_senders: inequality of acts among those who sent any (`organisation.gini` counts all).
    certainty: how sure the stage is; None without a stage and above 20,000 people.
    candidates: who may be named, and why.
    interventions: which rules for stepping in speak; `cautions` name those that couldn't be looked at.
    context: from what `history`, `silo`, `removal` and `flows` are worked out when asked for.
    ties, mixing: what pages and reports are drawn from.
    """

    since: float | None
    until: float | None
    counts: Counts
    organisation: OrganisationFigures
    gini_of_senders: float | None
    stage: Stage
    certainty: StageCertainty | None
    candidates: Candidates
    people: PeopleFigures
    members: Mapping[str, Member]
    units: Mapping[str, str | None]
    ties: Ties
    mixing: tuple[UnitMixing, ...]
    interventions: tuple[Intervention, ...]
    context: Context
    cautions: tuple[Caution, ...]

    @property
    def history(self) -> tuple[StageWindow, ...]:
        """The stage window by window; empty for a short log and above 20,000 people."""
        return self.context.history

    @property
    def silo(self) -> SiloTest | None:
        """How sure it is that units keep to themselves."""
        return self.context.silo

    @property
    def removal(self) -> Removal | None:
        """How the whole holds while people leave; None above 20,000 people."""
        return self.context.removal

    @property
    def flows(self) -> Flows | None:
        """What goes between units; None above 1,000 of them."""
        return self.context.flows

    @property
    def warnings(self) -> list[str]:
        return [caution.sentence for caution in self.cautions]

    def as_json(self, *, with_people: bool = True) -> dict[str, object]:
        """The contract `knoop.analysis/1`, ready for json.dumps: all its keys, always.

        with_people: False leaves `people` empty, for who writes those one by one.

        Undefined and not yet measured are None; a list is empty where nobody may be named, and the warnings
        say why. People in lists are alphabetical; ambassadors come in the order of choice.
        """
        named = self.candidates
        chosen = named.ambassadors.chosen if named.ambassadors else ()
        return {
            "schema": "knoop.analysis/1",
            "period": {"from": moment(self.since), "to": moment(self.until)},
            "counts": asdict(self.counts),
            "org": asdict(self.organisation),
            "stage": self.stage.as_json(),
            "people": dict(self.people.rows()) if with_people else {},
            "informal_leaders": [one.as_json() for one in named.informal_leaders],
            "fastest_sharers": [one.as_json() for one in named.fastest_sharers],
            "brokers": [one.as_json() for one in named.brokers],
            "ambassadors": [{"id": one.id, "reached": one.reached} for one in chosen] if chosen else [],
            "key_players": [one.as_json() for one in named.key_players],
            "interventions": [as_json(one) for one in self.interventions],
            "warnings": self.warnings,
        }


def moment(seconds: float | None) -> str | None:
    """Epoch seconds as ISO 8601 in UTC."""
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
