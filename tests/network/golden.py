"""Small networks of the literature, typed in, with the figures others published for them."""

from knoop.network import Network

_words = str.split  # easier to check against the papers than quoted lists


def _listed(text: str) -> list[tuple[str, str]]:
    """Lines of `who: whom whom` as edges."""
    lines = [line.split(":") for line in text.strip().splitlines()]
    return [(source.strip(), target) for source, targets in lines for target in targets.split()]


# Krackhardt (1990), Administrative Science Quarterly 35: the kite.
KITE_TIES = _listed(
    """
    Andre: Beverly Carol Diane Fernando
    Beverly: Diane Ed Garth
    Carol: Diane Fernando
    Diane: Ed Fernando Garth
    Ed: Garth
    Fernando: Garth Heather
    Garth: Heather
    Heather: Ike
    Ike: Jane
    """
)
KITE_PEOPLE = tuple(_words("Andre Beverly Carol Diane Ed Fernando Garth Heather Ike Jane"))

# Padgett & Ansell (1993), American Journal of Sociology 98: marriages of Florentine families.
FLORENTINE_TIES = _listed(
    """
    Acciaiuoli: Medici
    Albizzi: Ginori Guadagni
    Bischeri: Guadagni
    Castellani: Barbadori Peruzzi Strozzi
    Guadagni: Lamberteschi
    Medici: Albizzi Barbadori Ridolfi Salviati Tornabuoni
    Peruzzi: Bischeri Strozzi
    Ridolfi: Tornabuoni
    Salviati: Pazzi
    Strozzi: Bischeri Ridolfi
    Tornabuoni: Guadagni
    """
)

# Zachary (1977), Journal of Anthropological Research 33: friendships in a karate club, without weights.
KARATE_TIES = _listed(
    """
    1: 2 3 4 5 6 7 8 9 11 12 13 14 18 20 22 32
    2: 3 4 8 14 18 20 22 31
    3: 4 8 9 10 14 28 29 33
    4: 8 13 14
    5: 7 11
    6: 7 11 17
    7: 17
    9: 31 33 34
    10: 34
    14: 34
    15: 33 34
    16: 33 34
    19: 33 34
    20: 34
    21: 33 34
    23: 33 34
    24: 26 28 30 33 34
    25: 26 28 32
    26: 32
    27: 30 34
    28: 34
    29: 32 34
    30: 33 34
    31: 33 34
    32: 33 34
    33: 34
    """
)
KARATE_CLUB_OF_MR_HI = frozenset(_words("1 2 3 4 5 6 7 8 9 11 12 13 14 17 18 20 22"))

# Krackhardt (1987), Social Networks 9: 21 managers of a high-tech company; who asks whom for advice,
# whom they call a friend, and their department (0 is the president).
ADVICE = _listed(
    """
    1: 2 4 8 16 18 21
    2: 6 7 21
    3: 1 2 4 6 7 8 9 10 11 12 14 17 18 20 21
    4: 1 2 6 8 10 11 12 16 17 18 20 21
    5: 1 2 6 7 8 10 11 13 14 16 17 18 19 20 21
    6: 21
    7: 2 6 11 12 14 17 18 21
    8: 2 4 6 7 10 11 18 21
    9: 1 2 6 7 8 10 11 12 14 16 17 18 21
    10: 1 2 3 4 5 8 11 13 15 16 17 18 19 20
    11: 1 2 7
    12: 7 21
    13: 1 2 5 9 14 18
    14: 2 7 18 21
    15: 1 2 3 4 5 6 7 8 9 10 11 12 13 14 16 17 18 19 20 21
    16: 1 2 10 18
    17: 1 2 4 7 21
    18: 1 2 3 4 5 7 8 9 10 11 13 14 15 16 19 20 21
    19: 1 2 3 5 7 10 11 14 15 18 20
    20: 1 2 6 8 11 12 14 15 16 17 18 21
    21: 2 3 4 6 7 8 12 14 17 18 20
    """
)
FRIENDSHIP = _listed(
    """
    1: 2 4 8 12 16
    2: 1 18 21
    3: 14 19
    4: 1 2 8 12 16 17
    5: 2 9 11 14 17 19 21
    6: 2 7 9 12 17 21
    8: 4
    10: 3 5 8 9 12 16 20
    11: 1 2 3 4 5 8 9 12 13 15 17 18 19
    12: 1 4 17 21
    13: 5 11
    14: 7 15
    15: 1 3 5 6 9 11 14 19
    16: 1 2
    17: 1 2 3 4 5 6 7 8 9 10 11 12 14 15 16 19 20 21
    18: 2
    19: 1 2 3 5 11 12 14 15 20
    20: 11 18
    21: 2 12 17 18
    """
)
MANAGERS = tuple(str(number) for number in range(1, 22))
PRESIDENT, VICE_PRESIDENTS = "7", frozenset(_words("2 14 18 21"))  # levels 1 and 2; the others are level 3
DEPARTMENT = dict(zip(MANAGERS, _words("4 4 2 4 2 1 0 1 2 3 3 1 2 2 2 4 1 3 2 2 1"), strict=True))

# Burt (1992), as redrawn by Borgatti (1997), Connections 20.
BURT_TIES = [tuple(pair) for pair in _words("AB AF AG AE EG FG BG BD DG GC")]


def kite() -> Network:
    return Network.from_edges(KITE_TIES, people=KITE_PEOPLE, mutual=True)


def florentine(*, with_pucci: bool = False) -> Network:
    return Network.from_edges(FLORENTINE_TIES, people=("Pucci",) if with_pucci else (), mutual=True)


def karate() -> Network:
    return Network.from_edges(KARATE_TIES, people=[str(number) for number in range(1, 35)], mutual=True)


def advice() -> Network:
    return Network.from_edges(ADVICE, people=MANAGERS)


def friendship() -> Network:
    return Network.from_edges(FRIENDSHIP, people=MANAGERS)


def burt() -> Network:
    return Network.from_edges(BURT_TIES, people="ABCDEFG", mutual=True)
