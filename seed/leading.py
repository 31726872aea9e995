"""What the director of the demo says as a leader, and what colleagues asked in the open."""

from __future__ import annotations

from typing import NamedTuple


class Asked(NamedTuple):
    by: str
    days: int  # ago
    text: str
    answer: str = ""
    after: int = 0  # days


VISION = (
    "Over drie jaar weet iedereen die een kapotte leiding ziet binnen een dag wat ermee gebeurt. "
    "Niet van mij, maar van wie het oplost.\n\n"
    "Daarvoor moet ik minder praten en vaker meerijden. Elke twee weken ga ik een dag mee met een ploeg. "
    "Wat ik daar hoor en niet begrijp, vraag ik hier."
)
WEEKDAY, BEGINS, MINUTES, PLACE = 3, (15, 0), 60, "Kantine, tafel bij het raam"
ASKED = (
    Asked(
        "fatma.yildiz",
        23,
        "Komt er dit jaar nog een tweede bus voor de storingsdienst?",
        "Ja. Hij is besteld en rijdt vanaf **januari**. Ik had dat eerder moeten zeggen; jullie hoorden het "
        "van de garage.",
        4,
    ),
    Asked(
        "naima.el.amrani",
        3,
        "Klanten vragen mij of de tarieven omhoog gaan. Wat kan ik ze zeggen, en wanneer weet jij het?",
    ),
)
