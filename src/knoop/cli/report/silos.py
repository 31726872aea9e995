"""How sure it is that units keep to themselves."""

from knoop.cli.report.wording import Wording
from knoop.network import Analysis
from knoop.network.permutations import SiloTest

SURE = 3.0  # standard deviations: as in the rule about silos
ENOUGH_DEALT = 99


def silo_said(analysis: Analysis, wording: Wording) -> str:
    """One sentence with z, and with the deals where there were enough; "" without a test."""
    found = analysis.silo
    if found is None or found.z is None:
        return ""
    z = wording.figure(abs(found.z), digits=0 if abs(found.z) >= SURE else 1)
    if found.z >= -SURE:
        return wording("silos.open" if found.z > SURE else "silos.chance", z=z, people=found.people)
    return wording("silos.closed", z=z, deals=_deals(found, wording))


def _deals(found: SiloTest, wording: Wording) -> str:
    if found.p is None or found.dealt < ENOUGH_DEALT:
        return wording("silos.undealt", people=found.people)
    times = round(found.p * (found.dealt + 1)) - 1  # p counts the network itself as one
    key = "silos.dealt" if times else "silos.never"
    values = {"times": times} if times else {}
    return wording(key, people=found.people, dealt=found.dealt, **values)
