"""The nine units and the twenty-five spaces, and when each space was opened."""

from dataclasses import dataclass
from datetime import date

UNITS = {
    "bestuur": "Bestuur en Communicatie",
    "productie": "Productie",
    "leidingnet": "Leidingnet",
    "lab": "Waterkwaliteit en Laboratorium",
    "klant": "Klantenservice",
    "planning": "Planning en Werkvoorbereiding",
    "projecten": "Projecten en Leidingontwerp",
    "digitaal": "Digitaal en Data",
    "bedrijf": "Bedrijfsvoering",
}


@dataclass(frozen=True, kw_only=True)
class Room:
    key: str
    name: str
    purpose: str
    opened: date
    is_open: bool = True
    members: str = ""  # first names of who are in a closed space


def _room(line: str) -> Room:
    key, opened, name, purpose, *members = (part.strip() for part in line.split("|"))
    return Room(
        key=key, opened=date.fromisoformat(opened), name=name, purpose=purpose,
        is_open=not members, members=members[0] if members else "",
    )  # fmt: skip


UNIT_PURPOSES = {
    "bestuur": "Wat er besloten wordt, en de tekst die daarbij hoort.",
    "productie": "Overdracht, storingen en wat je hoorde voordat het stukging.",
    "leidingnet": "Lekken, afsluiters, wacht en materiaal. Foto's graag, gezichten niet.",
    "lab": "Monsters, uitslagen, methoden en de koelboxen.",
    "klant": "Wat klanten vragen, wat we antwoorden, wat we nog niet weten.",
    "planning": "Rooster, vergunning, materiaal en alle wijzigingen daarop.",
    "projecten": "Van schets tot oplevering.",
    "digitaal": "Systemen, data, storingen en releases.",
    "bedrijf": "Mensen, geld, gebouw en soep.",
}

ROOMS = tuple(
    _room(line)
    for line in """
heel | 2024-10-01 | Heel Wellewaard | Voor iedereen: nieuws, vragen en wat je buiten je eigen team kwijt
  wilt.
or | 2024-10-01 | Ondernemingsraad | Besloten ruimte van de OR. | joke, kees, gea, michiel, hamza, karin,
  theo
nieuw | 2024-11-04 | Nieuw hier | Voor wie net begint, en voor wie nog weet hoe dat was.
kantine | 2025-04-07 | Kantinepraat | Soep, verjaardagen, fietsen, en de frikandel.
vraag | 2025-04-14 | Vraag het Reinier | Vraag de directeur-bestuurder wat je wilt weten. Hij antwoordt
  zelf.
veilig | 2025-05-12 | Veilig werken | Meldingen, bijna-ongelukken en wat we ervan leerden. Niemand krijgt
  straf voor een melding.
meters | 2025-06-02 | Digitale meters | Het programma, de proefwijk en alle bezwaren die we serieus nemen.
klantverhalen | 2025-06-16 | Klantverhalen | Wat er aan de andere kant van de kraan gebeurt.
foto | 2025-07-01 | Fotohoek | Water, werk en weer. Vraag toestemming voor mensen.
lek | 2025-09-15 | Lekzoekers | Voor wie lekken zoekt, hoort, rekent of ervan wakker ligt.
slim | 2025-10-06 | Slimmer doen | Ideeën die je maandag kunt proberen.
nederlands | 2025-11-10 | Nederlands leren | Taal oefenen met collega's. Mistakes welcome, fouten ook.
storm | 2026-01-12 | Storm en storing | Live als het misgaat, en daarna: wat leerden we?
verhuis | 2026-01-19 | Brieven die kloppen | Onze brieven herschrijven, met klanten erbij.
natuur | 2026-03-02 | Waterwin en natuur | Het gebied boven ons water.
vrij | 2026-04-13 | Gastlessen en vrijwilligers | Scholen, open dagen, taalmaatjes.
ambassadeurs | 2026-01-26 | Ambassadeurs | Besloten: ambassadeurs en hun mentoren. | saskia, reinier,
  naima, fatma, bart, shanti, tjeerd, ana, hilde, sevda
""".strip()
    .replace("\n  ", " ")
    .splitlines()
)
