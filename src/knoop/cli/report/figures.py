"""Figures ready to be read: name, value, what chance would give, what it means."""

from dataclasses import dataclass

from knoop.cli.report.codes import labels_of
from knoop.cli.report.wording import Wording
from knoop.network import Analysis

PERSON_COLUMNS = (
    ("in_degree", 0),
    ("out_degree", 0),
    ("pagerank", 4),
    ("betweenness", 3),
    ("harmonic_closeness", 2),
    ("constraint", 2),
    ("effective_size", 1),
    ("participation", 2),
    ("coreness", 0),
)


@dataclass(frozen=True, kw_only=True)
class Row:
    name: str
    value: str
    expected: str
    meaning: str


def organisation_rows(analysis: Analysis, wording: Wording) -> list[Row]:
    """Every figure of the whole, with what chance would give where that is known."""
    found = analysis.organisation
    tied = analysis.ties.whole.contacts.nnz
    possible = analysis.counts.people * (analysis.counts.people - 1)
    undirected = tied / possible if possible else None
    expected = {
        "reciprocity": found.density,
        "clustering": undirected,
        "transitivity": undirected,
        "modularity": 0.0 if found.modularity is not None else None,
        "ei": found.ei_expected,
        "silo_index": 0.0 if found.silo_index is not None else None,
    }
    names = (
        "density reciprocity clustering transitivity modularity ei silo_index degree_centralisation "
        "betweenness_centralisation core_fit gini"
    )
    return [
        Row(
            name=wording(f"figure.{name}.name"),
            value=wording.figure(getattr(found, name), digits=4),
            expected=wording.figure(expected.get(name), digits=4) if name in expected else "",
            meaning=wording(f"figure.{name}.meaning"),
        )
        for name in names.split()
    ]


def stage_rows(analysis: Analysis, wording: Wording) -> list[Row]:
    """What the stage rests on."""
    features = analysis.stage.features.__dict__
    return [
        Row(
            name=wording(f"feature.{name}.name"),
            value=wording.figure(value),
            expected="",
            meaning=wording(f"feature.{name}.meaning"),
        )
        for name, value in features.items()
    ]


def people_rows(analysis: Analysis, wording: Wording, *, with_names: bool) -> list[list[str]]:
    """By code or by name: never by a figure, because this is no ranking."""
    return [
        [
            label,
            *(
                wording.figure(getattr(analysis.people[person], column), digits=digits)
                for column, digits in PERSON_COLUMNS
            ),
        ]
        for person, label in labels_of(analysis, with_names=with_names).items()
    ]
