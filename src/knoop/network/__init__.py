"""The pure library: interactions -> ties -> measures -> findings. No Django, no disk, no clock.

Three lines from edges to measures:

    from knoop.network import Network, betweenness
    kite = Network.from_edges([("Andre", "Beverly"), ("Andre", "Carol")], mutual=True)
    betweenness(kite)
"""

from knoop.network.analysis import analyse
from knoop.network.brokerage import constraint, effective_size, participation
from knoop.network.candidates import Candidates, SetLoss
from knoop.network.candidates_reasons import Candidate, key_of
from knoop.network.cautions import Caution
from knoop.network.certainty import StageCertainty, stage_certainty
from knoop.network.clocks import Contacts, contacts_of, contacts_since, vector_clocks
from knoop.network.communities import communities, detected_modularity
from knoop.network.core import Core, core_fit
from knoop.network.findings import Analysis, Counts, Member, OrganisationFigures, PersonFigures
from knoop.network.graph import Network, UnknownPerson
from knoop.network.intake import of_cursor, of_table
from knoop.network.interactions import KINDS, Interactions, UnusableInteractions
from knoop.network.live import LiveTies, MomentHasPassed
from knoop.network.position import (
    betweenness,
    betweenness_error,
    coreness,
    harmonic_closeness,
    harmonic_error,
    in_degree,
    in_strength,
    out_degree,
    out_strength,
    pagerank,
)
from knoop.network.shape import (
    betweenness_centralisation,
    clustering,
    components,
    degree_centralisation,
    density,
    gini,
    reciprocity,
    transitivity,
)
from knoop.network.speed_snapshot import Snapshot, snapshot
from knoop.network.stage import (
    Stage,
    StageFeatures,
    robustness,
    settled,
    stage,
    stage_features,
    stage_number,
)
from knoop.network.ties import Acts, Rules, Ties, acts_of, standing_network, ties_of
from knoop.network.units import (
    Bridges,
    Flows,
    UnitMixing,
    bridges,
    ei,
    ei_expected,
    flows,
    modularity,
    silo_index,
    unit_mixing,
)

__all__ = [
    "KINDS",
    "Acts",
    "Analysis",
    "Bridges",
    "Candidate",
    "Candidates",
    "Caution",
    "Contacts",
    "Core",
    "Counts",
    "Flows",
    "Interactions",
    "LiveTies",
    "Member",
    "MomentHasPassed",
    "Network",
    "OrganisationFigures",
    "PersonFigures",
    "Rules",
    "SetLoss",
    "Snapshot",
    "Stage",
    "StageCertainty",
    "StageFeatures",
    "Ties",
    "UnitMixing",
    "UnknownPerson",
    "UnusableInteractions",
    "acts_of",
    "analyse",
    "betweenness",
    "betweenness_centralisation",
    "betweenness_error",
    "bridges",
    "clustering",
    "communities",
    "components",
    "constraint",
    "contacts_of",
    "contacts_since",
    "core_fit",
    "coreness",
    "degree_centralisation",
    "density",
    "detected_modularity",
    "effective_size",
    "ei",
    "ei_expected",
    "flows",
    "gini",
    "harmonic_closeness",
    "harmonic_error",
    "in_degree",
    "in_strength",
    "key_of",
    "modularity",
    "of_cursor",
    "of_table",
    "out_degree",
    "out_strength",
    "pagerank",
    "participation",
    "reciprocity",
    "robustness",
    "settled",
    "silo_index",
    "snapshot",
    "stage",
    "stage_certainty",
    "stage_features",
    "stage_number",
    "standing_network",
    "ties_of",
    "transitivity",
    "unit_mixing",
    "vector_clocks",
]
