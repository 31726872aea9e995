"""What the demo's people keep beside their conversations: pages, events to come, a few private words.

Days count from the day on which the demo is made, so that there is always something coming up.
"""

from typing import NamedTuple


class Page(NamedTuple):
    space: str
    by: str
    title: str
    text: str
    under: str = ""  # title of the page above
    again: tuple[tuple[str, str, str], ...] = ()  # who changed it, why, and into what


class Meeting(NamedTuple):
    space: str
    by: str
    title: str
    text: str
    place: str
    days: int
    hour: int
    hours: int = 1
    capacity: int | None = None
    going: tuple[str, ...] = ()


class Talk(NamedTuple):
    people: tuple[str, ...]  # who began first
    said: tuple[tuple[str, str], ...]
    name: str = ""


PAGES = (
    Page(
        "leidingnet",
        "naima.el.amrani",
        "Een lek melden en verhelpen",
        "Voor wie een lek ziet of de melding aanneemt.\n\n# Wat je nodig hebt\n\n- het adres, of een punt op de kaart\n"
        "- een foto als het veilig kan\n\n# Stappen\n\n1. Bel de storingsdienst. **Niet mailen.**\n2. Zet de straat af als er "
        "water over de weg loopt.\n3. Sluit af bij de eerstvolgende afsluiter; het nummer staat op het paaltje.\n4. Laat de "
        "klantenservice weten hoeveel huizen zonder water zitten.\n\n# Als het misgaat\n\nBel de wachtchef. Die mag een "
        "tweede ploeg oproepen zonder te vragen.",
        again=(
            (
                "fatma.yildiz",
                "Klantenservice hoort het nu als eerste",
                "Voor wie een lek ziet of de melding aanneemt.\n\n# Wat je nodig hebt\n\n- het adres, of een punt op de kaart\n"
                "- een foto als het veilig kan\n\n# Stappen\n\n1. Bel de storingsdienst. **Niet mailen.**\n2. Laat de "
                "klantenservice weten hoeveel huizen zonder water zitten; zij bellen de zieken eerst.\n3. Zet de straat af als "
                "er water over de weg loopt.\n4. Sluit af bij de eerstvolgende afsluiter; het nummer staat op het paaltje.\n\n"
                "# Als het misgaat\n\nBel de wachtchef. Die mag een tweede ploeg oproepen zonder te vragen.",
            ),
        ),
    ),
    Page(
        "leidingnet",
        "fatma.yildiz",
        "Nummers van afsluiters lezen",
        "De eerste twee cijfers zijn de wijk, dan de straat, dan de afsluiter.\n\n| begint met | wijk |\n|---|---|\n"
        "| 11 | Aalderveen |\n| 12 | Ravensloo |\n| 14 | Molenbuurt |",
        under="Een lek melden en verhelpen",
    ),
    Page(
        "nieuw-hier",
        "saskia.wibowo",
        "Je eerste week",
        "# Dag één\n\nJe krijgt je pas bij de receptie en loopt een ochtend mee op de wagen, wat je functie ook is.\n\n"
        "# Wie je kunt vragen\n\nIedereen. Echt: zet je vraag in **Nieuw hier**, dan leest de volgende nieuwe mee.\n\n"
        "# Na een week\n\nSchrijf op wat je vreemd vond. Na een maand zie je het niet meer.",
    ),
    Page(
        "heel-wellewaard",
        "reinier.postma",
        "Wat ik dit jaar wil horen",
        "Drie vragen die ik elke maand stel, en wat ik met de antwoorden deed.\n\n# Waar wachten klanten op ons?\n\n"
        "# Wat doen we dubbel?\n\n# Wat durft niemand te zeggen?\n\nWie antwoordt krijgt antwoord, van mij zelf.",
    ),
    Page(
        "digitale-meters",
        "saskia.wibowo",
        "Questions people ask about digital meters",
        "# Can you see when I shower?\n\nNo. The meter sends one figure a day, at night.\n\n# Must I have one?\n\n"
        "No. Tell us and you keep the old one.\n\n# Who reads the figures?\n\nBilling, and nobody else.",
    ),
)

MEETINGS = (
    Meeting(
        "heel-wellewaard", "reinier.postma", "Koffie op de werf in Ravensloo",
        "Een uur zonder agenda. Neem mee wat je dwarszit, ik neem **appeltaart** mee.", "Werf Ravensloo, kantine",
        days=6, hour=9, hours=2, capacity=12,
        going=("fatma.yildiz", "naima.el.amrani", "joke.van.der.wal", "dennis.lo"),
    ),
    Meeting(
        "veilig-werken", "joke.van.der.wal", "Oefening: gas in de put",
        "We oefenen met de nieuwe meter. Trek je werkkleding aan.", "Put 14 achter het magazijn",
        days=13, hour=13, hours=3, capacity=8, going=("fatma.yildiz",),
    ),
    Meeting(
        "nieuw-hier", "saskia.wibowo", "Lunch voor wie dit kwartaal begon",
        "Met een rondje: wat had je liever eerder geweten?", "Kantine, lange tafel", days=20, hour=12,
        going=("reinier.postma",),
    ),
    Meeting(
        "kantinepraat", "naima.el.amrani", "Afscheid van het oude gemaal",
        "Nog één keer de pompen aan. Familie mag mee.", "Gemaal Molenbuurt", days=34, hour=16, hours=2,
        going=("fatma.yildiz", "reinier.postma", "saskia.wibowo"),
    ),
)  # fmt: skip

TALKS = (
    Talk(
        ("reinier.postma", "fatma.yildiz"),
        (
            (
                "reinier.postma",
                "Dag Fatma. Mag ik een ochtend mee op de wagen? Ik wil zien hoe het echt gaat.",
            ),
            ("fatma.yildiz", "Leuk! Donderdag rijd ik om 7 uur uit. Neem laarzen mee."),
            ("reinier.postma", "Die heb ik niet, maar ik regel ze. Tot donderdag."),
        ),
    ),
    Talk(
        ("saskia.wibowo", "naima.el.amrani", "reinier.postma"),
        (
            ("saskia.wibowo", "Wie opent de bijeenkomst van de ambassadeurs?"),
            ("naima.el.amrani", "Ik wil wel. Mag ik beginnen met wat er misging?"),
            ("reinier.postma", "Graag. En dan zeg ik wat ik ervan leerde."),
        ),
        name="Bijeenkomst ambassadeurs",
    ),
)
