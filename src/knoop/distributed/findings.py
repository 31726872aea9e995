"""What was found by Spark, and the JSON that other programs read: the schema of one machine."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from math import isnan
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from knoop.network import Caution, OrganisationFigures, PersonFigures, Stage, StageFeatures
from knoop.network import Counts as Counted
from knoop.network.findings import moment

LISTS = ("informal_leaders", "fastest_sharers", "brokers", "ambassadors", "key_players", "interventions")


@dataclass(frozen=True, kw_only=True, eq=False)
class Findings:
    """Figures by person (a column each, in the order of `people`) and of the whole.

    since, until: first and last interaction, epoch seconds; None without times.
    organisation, columns: by the names of OrganisationFigures and PersonFigures; who isn't there isn't
               measured. NaN and None are undefined.
    component: of each person, in the simple graph of the whole period. connected: S of the stage.
    modularity_of_communities: None without ties.    own: rows from people to themselves, left out.
    """

    people: tuple[str, ...]
    since: float | None
    until: float | None
    counts: Counted
    organisation: Mapping[str, float | None]
    connected: float | None
    component: NDArray[np.int64]
    modularity_of_communities: float | None
    columns: Mapping[str, NDArray[Any] | list[Any]]
    cautions: tuple[Caution, ...]
    own: int

    @property
    def unmeasured(self) -> tuple[str, ...]:
        """Keys of the contract that are null because nothing here measures them."""
        of_people = [one.name for one in fields(PersonFigures) if one.name not in self.columns]
        of_all = [
            f"org.{one.name}" for one in fields(OrganisationFigures) if one.name not in self.organisation
        ]
        return (*of_all, "stage (but for S)", *(f"people.{name}" for name in of_people), *LISTS)

    @property
    def warnings(self) -> list[str]:
        unmeasured = Caution(code="not_measured", values={"what": ", ".join(self.unmeasured)})
        left_out = [f"{self.own} × interaction: from a person to themselves"] if self.own else []
        return [*(one.sentence for one in (*self.cautions, unmeasured)), *left_out]

    def as_json(self, *, with_people: bool = True) -> dict[str, object]:
        """The contract `knoop.analysis/1`, ready for json.dumps: all its keys, always.

        Without people, `people` is null: for when `people_table` is written beside it.
        """
        named = [one.name for one in fields(OrganisationFigures)]
        features = dict.fromkeys(one.name for one in fields(StageFeatures)) | {"connected": self.connected}
        unknown = Stage(number=None, name=None, agreement=None, features=StageFeatures(**features))
        return {
            "schema": "knoop.analysis/1",
            "period": {"from": moment(self.since), "to": moment(self.until)},
            "counts": asdict(self.counts),
            "org": {name: self.organisation.get(name) for name in named},
            "stage": unknown.as_json(),
            "people": dict(self._each()) if with_people else None,
            **dict.fromkeys(LISTS),
            "warnings": self.warnings,
        }

    def people_table(self) -> pa.Table:
        """One row a person: `id` and the figures that are measured."""
        figures = {
            one.name: self.columns[one.name] for one in fields(PersonFigures) if one.name in self.columns
        }
        return pa.table(
            {"id": pa.array(self.people, pa.string())}
            | {name: pa.array(column, from_pandas=True) for name, column in figures.items()}
        )

    def _each(self) -> Iterator[tuple[str, dict[str, Any]]]:
        names = [one.name for one in fields(PersonFigures)]
        nothing = [None] * len(self.people)
        columns = [defined(self.columns[name]) if name in self.columns else nothing for name in names]
        for person, row in zip(self.people, zip(*columns, strict=True), strict=True):
            yield person, dict(zip(names, row, strict=True))


def defined(column: NDArray[Any] | list[Any]) -> list[Any]:
    """As plain numbers; NaN becomes None."""
    if not isinstance(column, np.ndarray):
        return column
    return [None if isnan(value) else value for value in column.tolist()]
