"""How sure it is that units keep to themselves."""

from knoop.cli.report.wording import Wording
from knoop.network import Analysis

SURE = 3.0  # standard deviations: as in the rule about silos
ENOUGH_DEALT = 99


def silo_said(analysis: Analysis, wording: Wording) -> str:
    """One sentence with z, and one with the deals where there were enough; "" without a test."""
    found = analysis.silo
    if found is None or found.z is None:
        return ""
    level = "closed" if found.z < -SURE else "open" if found.z > SURE else "chance"
    said = wording(f"silos.{level}", z=wording.figure(abs(found.z), digits=1), people=found.people)
    if found.p is None or found.dealt < ENOUGH_DEALT or level != "closed":
        return said
    times = round(found.p * (found.dealt + 1)) - 1
    return said + " " + wording("silos.dealt" if times else "silos.never", dealt=found.dealt, times=times)
