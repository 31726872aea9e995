"""What can stand in the slots of everyday talk; one thread keeps what it chose."""

import re
from datetime import datetime
from random import Random

from seed.period import in_dutch_time
from seed.staff import Staff

PLACES = (
    "Oosterwelle",
    "Kerkwelle",
    "Ravensloo",
    "Lutterbroek",
    "Hoge Enk",
    "Wielzicht",
    "Sint Odrik",
    "Aalderveen",
)

_WORDS = {
    "plaats": PLACES,
    "straat": (
        "Kerkstraat",
        "Dorpsstraat",
        "Wilgenlaan",
        "Prins Bernhardlaan",
        "Zandweg",
        "Stationsweg",
        "Veldkersstraat",
        "Burgemeester Tonkensstraat",
        "Achterdijk",
        "Lindehof",
        "Kanaalkade",
        "Meidoornlaan",
        "Surinamestraat",
        "Koningin Julianalaan",
        "Bleekweg",
        "Esdoornlaan",
        "Hogeweg",
        "Smidssteeg",
        "Parallelweg",
    ),
    "station": ("Ravensloo", "Hoge Enk", "Wielzicht", "Aalderveen", "Sint Odrik", "Kerkwelle"),
    "diameter": ("63", "90", "110", "125", "160", "200", "250"),
    "materiaal": ("PVC", "PE", "gietijzer", "asbestcement", "staal"),
    "jaar": ("1958", "1961", "1964", "1967", "1969", "1972", "1974", "1978", "1983"),
    "pomp": ("pomp 1", "pomp 2", "pomp 3", "de hogedrukpomp", "de spoelpomp", "de doseerpomp"),
    "filter": ("filter 1", "filter 2", "filter 4", "filter 5", "filter 6"),
    "n": tuple(map(str, range(2, 10))),
    "tien": (
        "twaalf",
        "veertien",
        "vijftien",
        "achttien",
        "twintig",
        "vierentwintig",
        "dertig",
        "veertig",
        "vijftig",
    ),
    "adressen": ("14", "17", "22", "26", "31", "38", "45", "52", "60", "75", "90", "110", "140"),
    "procent": ("4", "6", "7", "9", "11", "12", "14", "15", "18", "22"),
    "nummer": tuple(str(number) for number in range(211, 989, 7)),
    "klantplek": (
        "een bakker",
        "een melkveehouder",
        "een moeder met een baby",
        "een huisarts",
        "een kapper",
        "een mevrouw van 87",
        "een student",
        "een brouwer",
        "een leidster van de opvang",
        "een man met aquaria",
        "een VvE-bestuurder",
        "een campinghouder",
        "een manegehouder",
        "een visboer",
        "een pas verhuisd stel",
    ),
    "soep": (
        "tomatensoep",
        "mosterdsoep",
        "erwtensoep",
        "pompoensoep",
        "linzensoep",
        "bruine bonensoep",
        "saoto",
        "harira",
        "groentesoep",
        "courgettesoep",
        "żurek",
        "kippensoep",
    ),
    "lekkers": (
        "appeltaart",
        "bojo",
        "baklava",
        "spekkoek",
        "pastéis de nata",
        "suikerbrood",
        "boterkoek",
        "drabbelkoek",
        "sernik",
        "dadelkoekjes",
        "kwarktaart",
        "pandancake",
    ),
    "dagdeel": ("vanochtend", "vanmiddag", "net", "zojuist", "aan het eind van de ochtend"),
    "dier": (
        "een ijsvogel",
        "een ree met kalf",
        "een ringslang",
        "een das",
        "drie ooievaars",
        "een vos",
        "een bunzing",
        "twee kraanvogels",
        "een boommarter",
        "een haas zonder haast",
    ),
    "woord": (
        "afsluiter",
        "kruipruimte",
        "koppelstuk",
        "bekisting",
        "spoelwater",
        "brandkraan",
        "lekverlies",
        "overdracht",
        "waterslag",
        "peilbuis",
        "aftakking",
        "onderhoudsbeurt",
        "reinwaterkelder",
    ),
    "animal": ("a deer", "a kingfisher", "two storks", "a fox", "a grass snake", "a very calm heron"),
    "weekday": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    "weekdag": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"),
}
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

# At most four words: these may be said more than once, and fit whatever was told.
SHORT = (
    "Dank je wel!",
    "Gelezen, dank.",
    "Helder, dank.",
    "Goed om te weten.",
    "Dank voor het delen.",
    "Duidelijk.",
    "Ik kijk mee.",
    "Herkenbaar.",
    "Dank voor het bericht.",
)
SHORT_TO_A_QUESTION = ("Goede vraag.", "Ben ook benieuwd.", "Ik vraag het na.", "Zelfde vraag hier.")

_SLOT = re.compile(r"\{(@?[a-z]+)([0-9]?)\}")


class Filling:
    """The choices of one thread: {straat} is the same street in its opening and its answers."""

    def __init__(self, random: Random, staff: Staff, author: str, at: datetime) -> None:
        local = in_dutch_time(at)
        self._random = random
        self._staff = staff
        self._author = author
        self._day = local.date()
        self._chosen: dict[str, str] = {
            "dag": _DAYS[local.weekday()],
            "day": _ENGLISH_DAYS[local.weekday()],
            "maand": _MONTHS[local.month - 1],
            "tijd": _clock(local.hour * 2 + random.randrange(4, 8)),
            "toen": _clock(local.hour * 2 - random.randrange(2, 5)),
        }
        self._kept = dict(self._chosen)

    def fill(self, wording: str) -> str | None:
        """The wording with its slots filled; None when it names a colleague and there is none."""
        filled = _SLOT.sub(lambda m: self._value(m[1], m[2]), wording)
        return None if "\0" in filled else filled[0].upper() + filled[1:]

    def names(self, handle: str) -> bool:
        """Whether this thread speaks of somebody, who then cannot be the one to say it."""
        return handle in self._chosen.values()

    def keep(self) -> None:
        """What was chosen so far stays for the rest of the thread."""
        self._kept = dict(self._chosen)

    def forget(self) -> None:
        """Choose again, except what earlier messages of the thread already said."""
        self._chosen = dict(self._kept)

    def _value(self, slot: str, number: str) -> str:
        if slot.lstrip("@") == "collega":
            return self._colleague(slot, number)
        key = slot + number
        if key not in self._chosen:
            taken = {value for name, value in self._chosen.items() if name.startswith(slot)}
            taken |= {
                self._chosen["dag"],
                self._chosen["day"],
            }  # nobody calls today by the name of its weekday
            self._chosen[key] = self._random.choice([w for w in _WORDS[slot] if w not in taken])
        return self._chosen[key]

    def _colleague(self, slot: str, number: str) -> str:
        key = f"collega{number}"
        if key not in self._chosen:
            found = self._staff.colleague(self._author, self._day, self._random, set(self._chosen.values()))
            self._chosen[key] = found or "\0"
        handle = self._chosen[key]
        if handle == "\0":
            return handle
        return f"@{handle}" if slot.startswith("@") else self._staff[handle].first_name


def _clock(half_hours: int) -> str:
    """Dutch words for a time of day, given in half hours since midnight: 15 is 'half acht'."""
    hours = ("twaalf", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf")
    hour, is_half = divmod(half_hours % 48, 2)
    return f"half {hours[(hour + 1) % 12]}" if is_half else f"{hours[hour % 12]} uur"
