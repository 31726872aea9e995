"""A made-up organisation in Knoop's own tables: python -m benchmarks.web_organisation PEOPLE.

Fifty posts and 250 comments a person over two years. Spaces differ in size and talk as they do: few are
busy, most are quiet. Seeded: the same size gives the same rows.
"""

import sys
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

POSTS_EACH, COMMENTS_EACH = 50, 250
UNIT = 40  # people
MEMBER_OF = 50  # spaces, for the reader whose pages are measured
SPAN = 2 * 365 * 86_400.0
UNTIL = 1_790_000_000.0
READER = 1  # the id of who reads; 2 is in one small space only
QUIET_READER = 2
WORDS = (
    *("de", "pomp", "van", "station", "noord", "staat", "weer", "aan", "wie", "kan", "morgen", "mee", "naar"),
    *("klant", "in", "Oss", "het", "nieuwe", "rooster", "hangt", "klaar", "dank", "voor", "jullie", "hulp"),
    *("storing", "we", "zoeken", "iemand", "die", "meters", "kent", "en", "graag", "uitlegt", "hoe", "werkt"),
)
EMOJI = ("👍", "❤️", "👏", "😄", "💡", "🙏")


@dataclass(frozen=True)
class Size:
    people: int

    @property
    def posts(self) -> int:
        return self.people * POSTS_EACH

    @property
    def comments(self) -> int:
        return self.people * COMMENTS_EACH

    @property
    def units(self) -> int:
        return max(1, self.people // UNIT)

    @property
    def spaces(self) -> int:
        return self.units + max(MEMBER_OF + 10, self.people // 30)


def make(size: Size) -> None:
    from benchmarks.web_rows import analyse

    random = np.random.default_rng(20260101)
    _people(size, random)
    members = _memberships(size, random)
    spaces, moments = _posts(size, random, members)
    _comments(size, random, members, spaces, moments)
    _reactions(size, random)
    analyse()


def _people(size: Size, random: np.random.Generator) -> None:
    from benchmarks.web_rows import as_moments, pour
    from knoop.community.spaces.models import Space
    from knoop.people.models import Person, Unit

    units = range(1, size.units + 1)
    pour(
        Unit,
        size.units,
        {"name": [f"Afdeling {one}" for one in units], "slug": [f"afdeling-{one}" for one in units]},
    )
    numbers = range(1, size.people + 1)
    joined = UNTIL - SPAN * (1 + random.random(size.people))
    pour(
        Person,
        size.people,
        {
            "password": "!",
            "handle": [f"p{one}" for one in numbers],
            "name": [f"Voornaam{one % 997} Achternaam{one}" for one in numbers],
            "email": [f"p{one}@example.org" for one in numbers],
            "title": "Monteur distributie",
            "unit_id": [(one - 1) // UNIT % size.units + 1 for one in numbers],
            "joined_at": as_moments(joined),
        },
    )
    of_unit = [one <= size.units for one in range(1, size.spaces + 1)]
    is_open = random.random(size.spaces) < 0.6
    pour(
        Space,
        size.spaces,
        {
            "name": [f"Ruimte {one}" for one in range(1, size.spaces + 1)],
            "slug": [f"ruimte-{one}" for one in range(1, size.spaces + 1)],
            "purpose": "Waar we samen over praten",
            "openness": [
                "invited" if unit or not it else "open" for unit, it in zip(of_unit, is_open, strict=True)
            ],
            "unit_id": [one + 1 if unit else None for one, unit in enumerate(of_unit)],
            "created_at": as_moments(np.full(size.spaces, UNTIL - 2 * SPAN)),
        },
    )


def _memberships(size: Size, random: np.random.Generator) -> list[NDArray[np.int64]]:
    """The members of each space; everybody is in their unit's, some in fifty others, most in a few."""
    from benchmarks.web_rows import as_moments, pour
    from knoop.community.spaces.models import Membership

    members: list[set[int]] = [set() for _space in range(size.spaces)]
    others = np.arange(size.units, size.spaces)
    weights = 1 / np.arange(1, len(others) + 1) ** 0.8
    count = np.minimum(1 + random.pareto(1.2, size.people) * 2, MEMBER_OF - 1).astype(int)
    count[READER - 1] = MEMBER_OF - 1
    for person in range(1, size.people + 1):
        members[(person - 1) // UNIT % size.units].add(person)
        if person != QUIET_READER:
            chosen = random.choice(others, count[person - 1], replace=False, p=weights / weights.sum())
            for space in chosen:
                members[space].add(person)
    for space, here in enumerate(members):
        here or here.add(3 + space % (size.people - 3))  # no space without anybody
    pairs = [(space + 1, person) for space, here in enumerate(members) for person in sorted(here)]
    pour(
        Membership,
        len(pairs),
        {
            "space_id": [space for space, _person in pairs],
            "person_id": [person for _space, person in pairs],
            "since": as_moments(np.full(len(pairs), UNTIL - SPAN)),
        },
    )
    return [np.array(sorted(here)) for here in members]


def _texts(random: np.random.Generator, count: int, words: int) -> list[tuple[str, str]]:
    made = []
    for _text in range(count):
        lines = [" ".join(random.choice(WORDS, words)) for _line in range(random.integers(1, 4))]
        made.append(("\n\n".join(lines), "".join(f"<p>{line}</p>" for line in lines)))
    return made


def _written(random: np.random.Generator, count: int, words: int) -> dict[str, list[str]]:
    texts = _texts(random, 500, words)
    which = random.integers(0, len(texts), count)
    return {"text": [texts[one][0] for one in which], "html": [texts[one][1] for one in which]}


def _posts(
    size: Size, random: np.random.Generator, members: list[NDArray[np.int64]]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """More is written where more people are; each post by one of them."""
    from benchmarks.web_rows import as_moments, pour
    from knoop.community.posts.models import Post

    weights = np.array([len(here) for here in members], float)
    spaces = random.choice(size.spaces, size.posts, p=weights / weights.sum())
    moments = np.sort(UNTIL - SPAN * random.random(size.posts))
    authors = [_one_of(members[space], random) for space in spaces]
    pour(
        Post,
        size.posts,
        {
            "space_id": [int(space) + 1 for space in spaces],
            "author_id": authors,
            "published_at": as_moments(moments),
        }
        | _written(random, size.posts, 22),
    )
    return spaces, moments


def _one_of(people: NDArray[np.int64], random: np.random.Generator) -> int:
    return int(people[int(random.random() * len(people))])


def _comments(
    size: Size,
    random: np.random.Generator,
    members: list[NDArray[np.int64]],
    spaces: NDArray[np.int64],
    moments: NDArray[np.float64],
) -> None:
    """Five a post on average, fifty at the reader's own newest; most within hours."""
    from benchmarks.web_rows import as_moments, pour
    from knoop.community.posts.models import Comment

    weights = random.pareto(1.5, size.posts) + 0.05
    posts = random.choice(size.posts, size.comments, p=weights / weights.sum())
    posts[:50] = busiest(size)
    at = moments[posts] + random.exponential(20_000.0, size.comments)
    order = np.argsort(at, kind="stable")
    posts, at = posts[order], at[order]
    authors = [
        int(here[int(random.random() * len(here))]) for here in (members[spaces[post]] for post in posts)
    ]
    pour(
        Comment,
        size.comments,
        {
            "post_id": [int(post) + 1 for post in posts],
            "author_id": authors,
            "to_id": [None] * size.comments,
            "published_at": as_moments(at),
        }
        | _written(random, size.comments, 12),
    )


def busiest(size: Size) -> int:
    """Which post, counted from nought, has fifty comments more than chance gives it."""
    return size.posts - 7


def _reactions(size: Size, random: np.random.Generator) -> None:
    from benchmarks.web_rows import pour
    from knoop.community.posts.models import CommentReaction, PostReaction

    for model, things, most in ((PostReaction, size.posts, 5), (CommentReaction, size.comments, 2)):
        each = random.integers(0, most, things)
        thing = np.repeat(np.arange(1, things + 1), each)
        place = _places(each)
        first = np.repeat(random.integers(0, size.people, things), each)
        emoji = np.minimum(random.geometric(0.5, len(thing)), len(EMOJI)) - 1
        pour(
            model,
            len(thing),
            {
                "thing_id": thing.tolist(),
                "person_id": ((first + place) % size.people + 1).tolist(),
                "emoji": [EMOJI[one] for one in emoji],
                "at": datetime.fromtimestamp(UNTIL, UTC),
            },
        )


def _places(each: NDArray[np.int64]) -> NDArray[np.int64]:
    """0, 1, 2 … within each group."""
    return np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)


def main(people: int) -> None:
    from knoop.cli.server import bring_up_to_date, ready_django

    ready_django()
    bring_up_to_date()
    from knoop.people.models import Person

    if not Person.objects.exists():
        make(Size(people))


if __name__ == "__main__":
    main(int(sys.argv[1]))
