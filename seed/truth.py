"""What was planned into the demonstration, so that insight can be compared with it.

The network is meant to grow from islands, by way of one hub, to several hubs. `PHASES` is the plan the
generator follows; nothing else decides who answers whom across units in everyday talk.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Phase:
    """A stretch of time and how people find each other in it; chances are shares of all answers."""

    stage: int  # the stage of the network that is meant to be seen at the end of each quarter in it
    name: str
    begins: date
    ends: date
    within_unit: float  # a colleague of the same unit answers
    by_hub: float  # the community manager answers
    by_leader: float  # an informal leader answers across the units they bridge
    by_anyone: float  # somebody else from another unit answers
    openings_a_month: tuple[int, int]  # everyday openings at its beginning and its end
    active_share: tuple[float, float]  # of all people, at its beginning and its end

    @property
    def shares(self) -> tuple[float, float, float, float]:
        return self.within_unit, self.by_hub, self.by_leader, self.by_anyone


@dataclass(frozen=True, kw_only=True)
class InformalLeader:
    handle: str
    known_for: str
    bridges: tuple[str, ...]  # keys of the units they are turned to from, besides their own


PHASES = (
    Phase(
        stage=1, name="losse eilanden", begins=date(2024, 10, 1), ends=date(2025, 3, 31),
        within_unit=0.995, by_hub=0.0, by_leader=0.0, by_anyone=0.005,
        openings_a_month=(24, 36), active_share=(0.22, 0.60),
    ),
    Phase(
        stage=2, name="één spil", begins=date(2025, 4, 1), ends=date(2025, 11, 30),
        within_unit=0.716, by_hub=0.28, by_leader=0.0, by_anyone=0.004,
        openings_a_month=(42, 58), active_share=(0.65, 0.93),
    ),
    Phase(
        stage=3, name="meerdere spillen", begins=date(2025, 12, 1), ends=date(2026, 9, 30),
        within_unit=0.70, by_hub=0.04, by_leader=0.23, by_anyone=0.03,
        openings_a_month=(84, 84), active_share=(0.94, 1.0),
    ),
)  # fmt: skip

DIRECTOR = "reinier.postma"
HUB = "saskia.wibowo"
PLANNED_HUBS = {1: (), 2: (HUB, DIRECTOR), 3: ()}  # stage -> the few through whom most runs

INFORMAL_LEADERS = (
    InformalLeader(
        handle="fatma.yildiz", known_for="lekken en veilig graven", bridges=("planning", "klant", "projecten")
    ),
    InformalLeader(
        handle="shanti.ramdin", known_for="wat een uitslag zegt", bridges=("klant", "productie", "bestuur")
    ),
    InformalLeader(
        handle="bart.mulder", known_for="rooster en planning", bridges=("leidingnet", "bedrijf", "projecten")
    ),
    InformalLeader(
        handle="naima.el.amrani", known_for="wat klanten zeggen", bridges=("leidingnet", "lab", "digitaal")
    ),
    InformalLeader(
        handle="tjeerd.hoekstra", known_for="pompen en storingen", bridges=("lab", "digitaal", "projecten")
    ),
    InformalLeader(
        handle="ana.ribeiro", known_for="gegevens en raadsels", bridges=("productie", "planning", "bedrijf")
    ),
)


def phase_on(day: date) -> Phase:
    """The phase a day falls in. Raises LookupError outside the two years."""
    for phase in PHASES:
        if phase.begins <= day <= phase.ends:
            return phase
    raise LookupError(f"{day} is in no phase: the story runs from {PHASES[0].begins} to {PHASES[-1].ends}.")
