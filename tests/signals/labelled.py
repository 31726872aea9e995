"""Pairs of signals that say the same, and the many others among which each has to be found.

Written before anything was measured. `development` was looked at while the method was chosen; `test` wasn't.
"""

import csv
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import NamedTuple

from knoop.search import words

HERE = Path(__file__).parent


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",")]


DEVICES = {
    "nl": _listed(
        "scanner, kassalade, beamer, vaatwasser, magnetron, deurbel, waterkoker, weegschaal, "
        "stofzuiger, palletwagen, hogedrukspuit, tablet, koptelefoon, telefooncentrale, badgelezer, "
        "labelprinter, papierversnipperaar, klimaatkast, waskar, sealmachine "
    ),
    "en": _listed(
        "scanner, till drawer, projector, dishwasher, microwave, doorbell, kettle, weighing scale, "
        "vacuum cleaner, pallet truck, pressure washer, tablet, headset, switchboard, badge reader, "
        "label printer, shredder, climate cabinet, laundry cart, sealing machine "
    ),
}
OF_DEVICES = {
    "nl": [
        "De {} piept de hele dag.",
        "De {} is te zwaar voor één persoon.",
        "De {} staat op een onhandige plek.",
        "De {} is aan vervanging toe.",
        "Niemand weet hoe de {} werkt.",
        "De {} is zoekgeraakt.",
        "Koop een tweede {}, dan hoeven we niet te wachten.",
        "De {} is nooit gekeurd.",
        "Er ontbreekt een onderdeel aan de {}.",
        "Twee teams gebruiken de {} en daar is ruzie over.",
    ],
    "en": [
        "The {} beeps all day.",
        "The {} is too heavy for one person.",
        "The {} is in an awkward place.",
        "The {} should be replaced.",
        "Nobody knows how the {} works.",
        "The {} has gone missing.",
        "Buy a second {} so that we need not wait.",
        "The {} was never inspected.",
        "A part of the {} is missing.",
        "Two teams use the {} and quarrel about it.",
    ],
}
PLACES = {
    "nl": _listed(
        "wachtkamer, werkplaats, tuin, directiegang, kelder, bibliotheek, sportzaal, spoelkeuken, "
        "kassahal, apotheek, portiersloge, garage, testbaan, oefenzaal, serre "
    ),
    "en": _listed(
        "waiting room, workshop, garden, directors' corridor, basement, library, gym, scullery, "
        "ticket hall, pharmacy, gatehouse, garage, test track, practice room, conservatory "
    ),
}
OF_PLACES = {
    "nl": [
        "Schilder de muren van de {} in een vrolijke kleur.",
        "In de {} hangt nog de klok van de wintertijd.",
        "De vloer van de {} is beschadigd.",
        "Zet planten in de {}.",
        "De sleutel van de {} is kwijt.",
        "In de {} liggen spullen van niemand.",
        "Mogen we de {} gebruiken voor een verjaardag?",
        "Hang kunst van collega's op in de {}.",
    ],
    "en": [
        "Paint the walls of the {} in a cheerful colour.",
        "The clock in the {} still shows winter time.",
        "The floor of the {} is damaged.",
        "Put plants in the {}.",
        "The key of the {} is lost.",
        "Things that belong to nobody lie about in the {}.",
        "May we use the {} for a birthday?",
        "Hang art by colleagues in the {}.",
    ],
}
AFFAIRS = {
    "nl": _listed(
        "inkoop, factuurcontrole, nieuwsbrief, klantenenquête, kwartaalrapportage, archivering, "
        "sollicitatieprocedure, klachtenregistratie, inventarisatie, projectaanvraag, "
        "jaarafsluiting, begroting, interne audit, leerlijn, kwaliteitsmeting "
    ),
    "en": _listed(
        "purchasing, invoice check, newsletter, customer survey, quarterly report, filing, "
        "application procedure, complaints register, stocktaking, project application, "
        "annual closing, budget, internal audit, curriculum, quality check "
    ),
}
OF_AFFAIRS = {
    "nl": [
        "De {} kost ons elke maand dagen.",
        "Wie is er verantwoordelijk voor de {}?",
        "De {} is alleen bekend bij één collega.",
        "Kunnen we de {} automatiseren?",
        "De regels voor de {} spreken elkaar tegen.",
        "De {} loopt achter.",
        "Maak een korte uitleg over de {}.",
        "Bij de {} worden steeds dezelfde fouten gemaakt.",
        "Haal de {} weg bij onze afdeling.",
        "De {} kan ook twee keer per jaar.",
    ],
    "en": [
        "The {} costs us days every month.",
        "Who is responsible for the {}?",
        "Only one colleague knows about the {}.",
        "Could we automate the {}?",
        "The rules for the {} contradict each other.",
        "The {} is behind schedule.",
        "Make a short guide to the {}.",
        "The same mistakes are made in the {} each time.",
        "Move the {} away from our department.",
        "Twice a year is enough for the {}.",
    ],
}
FROM_THE_DEMO = 700  # of its longer messages


class Pair(NamedTuple):
    half: str  # development or test; all pairs of one meaning are in the same half
    set: str  # mixed (no word in common in a third) or hard (no word in common in any)
    meaning: str  # pairs with the same one say the same, in whatever language
    languages: str
    one: str
    other: str

    @property
    def has_no_word_in_common(self) -> bool:
        """No word but the most common ones, by their stems in both languages."""
        return not _told(self.one) & _told(self.other)


@dataclass(frozen=True)
class Labelled:
    pairs: list[Pair]
    others: list[str]


def labelled() -> Labelled:
    with (HERE / "pairs.csv").open(newline="", encoding="utf-8") as file:
        pairs = [Pair(**row) for row in csv.DictReader(file)]
    return Labelled(pairs, [*near(), *believable(), *of_the_demo()])


def near() -> list[str]:
    """On a subject of some pair, about something else."""
    with (HERE / "near.csv").open(newline="", encoding="utf-8") as file:
        return [row["text"] for row in csv.DictReader(file)]


def believable() -> list[str]:
    return [
        sentence.format(thing)
        for things, sentences in ((DEVICES, OF_DEVICES), (PLACES, OF_PLACES), (AFFAIRS, OF_AFFAIRS))
        for language in ("nl", "en")
        for thing, sentence in product(things[language], sentences[language])
    ]


def of_the_demo() -> list[str]:
    import seed

    texts = dict.fromkeys(message.text for message in seed.organisation().messages)
    return [text[:400] for text in texts if len(text) >= 60][:FROM_THE_DEMO]


def _told(text: str) -> set[str]:
    words_of = [word for word in words.read(text).words if word not in words.COMMON]
    return {form for word in words_of for form in words.alternatives(word)}
