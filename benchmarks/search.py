"""`knoop bench search`: how long a search takes among a million posts, for a member of fifty spaces.

Words come from the demo organisation's two years, made into compounds and drawn as often as words are (Zipf).
KNOOP_BENCH_DATABASE=postgresql:FOLDER:PORT measures PostgreSQL there, in an empty database called knoop.
KNOOP_BENCH_POSTS=200000 makes fewer posts. KNOOP_BENCH_KEEP=FOLDER keeps them, so a second run only measures.
"""

from __future__ import annotations

import os
import random
import re
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from itertools import batched
from typing import Any

import numpy as np

FULL, QUICK = 1_000_000, 20_000
SPACES, OPEN_SPACES, MINE, PEOPLE = 2000, 60, 50, 5000
WORDS_IN_A_POST = 30
GOAL_MS, GOAL_CPU_MS = 100, 10


def run(*, quick: bool = False, size: int = 0) -> None:
    with tempfile.TemporaryDirectory(prefix="knoop-bench-") as thrown_away:
        os.environ["KNOOP_DATA"] = os.environ.get("KNOOP_BENCH_KEEP") or thrown_away
        _ready()
        from knoop.community.posts.models import Post

        count = QUICK if quick else int(os.environ.get("KNOOP_BENCH_POSTS", FULL))
        vocabulary = _vocabulary(int(250 * count**0.5))
        if Post.objects.count() < count:
            _write(vocabulary, count)
        _measure(vocabulary)


def _ready() -> None:
    from django.conf import settings

    from knoop.cli.server import bring_up_to_date, ready_django

    if place := os.environ.get("KNOOP_BENCH_DATABASE", "").removeprefix("postgresql:"):
        os.environ["DJANGO_SETTINGS_MODULE"] = "knoop.config.settings"
        folder, _, port = place.rpartition(":")
        settings.DATABASES["default"] = {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "knoop",
            "USER": os.environ.get("PGUSER", "postgres"),
            "HOST": folder,
            "PORT": port,
        }
    ready_django()
    bring_up_to_date()


def _vocabulary(size: int) -> list[str]:
    """Words by how often they're used: the demo's own, then compounds of them."""
    import seed

    texts = " ".join(message.text for message in seed.organisation().messages)
    often: dict[str, int] = {}
    for word in re.findall(r"[^\W\d_]{2,}", texts.lower()):
        often[word] = often.get(word, 0) + 1
    own = sorted(often, key=lambda word: (-often[word], word))
    chance = random.Random(1)
    long = [word for word in own if 4 <= len(word) <= 9]
    words = dict.fromkeys(own)
    while len(words) < size:
        words["".join(chance.sample(long, 2))] = None
    return list(words)


def _write(vocabulary: list[str], count: int) -> None:
    from django.db import connection

    from knoop.community.posts.models import Post
    from knoop.community.spaces.models import Membership, Space
    from knoop.people.models import Person
    from knoop.search.indexing import catch_up

    chance = np.random.default_rng(2)
    now = datetime.now(UTC)
    people = Person.objects.bulk_create(
        Person(handle=f"p{n}", name=f"{vocabulary[n % 900].title()} {vocabulary[1000 + n].title()}")
        for n in range(PEOPLE)
    )
    spaces = Space.objects.bulk_create(
        Space(
            name=f"{vocabulary[500 + n]} {n}", slug=f"s{n}", openness="open" if n < OPEN_SPACES else "invited"
        )
        for n in range(SPACES)
    )
    Membership.objects.bulk_create(
        Membership(space=spaces[n], person=people[0]) for n in range(0, SPACES, SPACES // MINE)
    )
    weights = 1 / (np.arange(len(vocabulary)) + 8) ** 1.02
    weights /= weights.sum()
    for batch in batched(range(count), 5000, strict=False):
        drawn = chance.choice(len(vocabulary), (len(batch), WORDS_IN_A_POST), p=weights)
        Post.objects.bulk_create(
            Post(
                space=spaces[int(SPACES * chance.random() ** 2)],
                author=people[int(chance.integers(PEOPLE))],
                text=" ".join(vocabulary[word] for word in row),
                html="",
                published_at=now - timedelta(minutes=2.5) * (count - number),
            )
            for number, row in zip(batch, drawn, strict=True)
        )
        print(f"\r{batch[-1] + 1:,} posts written", end="", file=sys.stderr)
    started = time.perf_counter()
    catch_up(lambda done, total: print(f"\r{done:,} of {total:,} indexed", end="", file=sys.stderr))
    took = time.perf_counter() - started
    print(f"\nindexed {count / took:,.0f} posts a second")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _measure(vocabulary: list[str]) -> None:
    from django.db import connection

    from knoop.people.models import Person

    person = Person.objects.get(handle="p0")
    from knoop.community.posts.models import Post

    print(f"\n{Post.objects.count():,} posts on {connection.vendor}")
    print(f"{'questions':<26} {'p50 ms':>8} {'p95 ms':>8} {'CPU ms':>8} {'results':>8}")
    everything: list[tuple[float, float, int]] = []
    for name, questions in _questions(vocabulary).items():
        told = [_ask(person, *question) for question in questions]
        everything += told
        _say(name, told)
    _say("all", everything)
    slowest, cpu = (
        np.percentile([wall for wall, _cpu, _n in everything], 95),
        np.mean([c for _w, c, _n in everything]),
    )
    print(f"goal: p95 at most {GOAL_MS} ms, {GOAL_CPU_MS} CPU-ms: {slowest:.0f} ms, {cpu:.1f} CPU-ms")


def _say(name: str, told: list[tuple[float, float, int]]) -> None:
    wall, cpu, results = (np.array(column) for column in zip(*told, strict=True))
    print(
        f"{name:<26} {np.percentile(wall, 50):>8.1f} {np.percentile(wall, 95):>8.1f} {cpu.mean():>8.1f}"
        f" {np.median(results):>8.0f}"
    )


def _ask(person: Any, typed: str, narrowed: dict[str, object]) -> tuple[float, float, int]:
    """Milliseconds by the clock and of this process (not PostgreSQL's), and how many results."""
    from knoop.search.finding import PAGE, Narrowed, Search, shown

    before, started = _cpu(), time.perf_counter()
    found = Search(person, typed, Narrowed(**narrowed)).found()
    shown(person, found.candidates[:PAGE])
    return (time.perf_counter() - started) * 1000, (_cpu() - before) * 1000, found.count


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _questions(vocabulary: list[str]) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """200 in all; ranks 60 to 400 are frequent words that still say something."""
    from knoop.community.spaces.models import Membership

    chance = random.Random(3)
    mine = list(Membership.objects.filter(person__handle="p0").values_list("space_id", flat=True))

    def word(first: int, last: int) -> str:
        while len(found := vocabulary[chance.randrange(first, min(last, len(vocabulary)))]) < 4:
            pass
        return found

    def slip(typed: str) -> str:
        at = chance.randrange(1, len(typed) - 1)
        return typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]

    now = datetime.now(UTC)
    return {
        "frequent word": [(word(60, 400) + " ", {}) for _ in range(30)],
        "rare word": [(word(5000, 200_000) + " ", {}) for _ in range(30)],
        "two words": [(f"{word(60, 2000)} {word(60, 2000)} ", {}) for _ in range(30)],
        "while typing": [(word(100, 20_000)[:4], {}) for _ in range(20)],
        "slip of the pen": [(slip(word(1000, 8000)) + " ", {}) for _ in range(30)],
        "in a space": [(word(60, 4000), {"space_id": chance.choice(mine)}) for _ in range(15)],
        "by a person": [(word(60, 4000), {"author_id": chance.randrange(1, PEOPLE)}) for _ in range(15)],
        "in a month": [
            (word(60, 4000), {"since": now - timedelta(days=60), "until": now - timedelta(days=30)})
            for _ in range(15)
        ],
        "three words, none together": [
            (" ".join(word(400, 9000) for _ in range(3)) + " ", {}) for _ in range(15)
        ],
    }
