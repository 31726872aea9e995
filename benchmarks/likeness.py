"""`knoop bench likeness`: are signals found that say the same in other words, and how fast among 100,000.

The pairs are in tests/signals/pairs.csv. The half called `test` was looked at for no choice that was made.
"""

from __future__ import annotations

import os
import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from itertools import batched
from typing import Any

import numpy as np

FULL, QUICK = 100_000, 5_000
SPACES, MINE = 200, 20
GOAL, GOAL_MS = 0.8, 150
SHOWN_MISSES = 12


def run(*, quick: bool = False, size: int = 0) -> None:
    with tempfile.TemporaryDirectory(prefix="knoop-bench-") as thrown_away:
        os.environ["KNOOP_DATA"] = thrown_away
        from knoop.cli.server import bring_up_to_date, ready_django

        ready_django()
        bring_up_to_date()
        _quality()
        _speed(QUICK if quick else FULL)


@dataclass(frozen=True)
class Answer:
    """What was found for one text of a pair."""

    asked: str
    twin: str
    groups: tuple[str, ...]
    right: tuple[bool, ...]  # of the first three
    shown: tuple[bool, ...]  # of those alike enough to be shown
    first: str


def _quality() -> None:
    for half in ("development", "test"):
        answers = answered(half)
        print(f"\n{half} half: {len(answers)} texts, each asked among {_pool_size():,} others")
        print(f"{'':<34} {'texts':>6} {'in first 3':>10} {'first':>7} {'of shown':>9}")
        groups: dict[str, list[Answer]] = defaultdict(list)
        for answer in answers:
            for group in answer.groups:
                groups[group].append(answer)
        for name in sorted(groups):
            _say(name, groups[name])
        if half == "test":
            _say_misses(groups["1 mixed"])
    print(f"goal: at least {GOAL:.2f} in the first three, mixed, test half")


def _say(name: str, answers: list[Answer]) -> None:
    found = np.mean([any(answer.right) for answer in answers])
    first = np.mean([answer.right[:1] == (True,) for answer in answers])
    shown = [is_right for answer in answers for is_right in answer.shown]
    print(f"{name:<34} {len(answers):>6} {found:>10.3f} {first:>7.3f} {np.mean(shown):>9.3f}")


def _say_misses(answers: list[Answer]) -> None:
    missed = [answer for answer in answers if not any(answer.right)]
    print(f"\nmissed ({SHOWN_MISSES} of {len(missed)}): asked | twin | found first")
    for answer in missed[:: max(1, len(missed) // SHOWN_MISSES)][:SHOWN_MISSES]:
        print(f"  {answer.asked}\n    twin:  {answer.twin}\n    first: {answer.first[:100]}")


def _pool_size() -> int:
    from tests.signals.labelled import labelled

    found = labelled()
    return 2 * len(found.pairs) + len(found.others) - 1


def answered(half: str) -> list[Answer]:
    from knoop.community.signals.alike import LEAST, SHOWN
    from knoop.community.signals.likeness import Index
    from knoop.community.signals.outlines import shape_of
    from tests.signals.labelled import labelled

    found = labelled()
    texts = [text for pair in found.pairs for text in (pair.one, pair.other)]
    meanings = [pair.meaning for pair in found.pairs for _text in range(2)] + [""] * len(found.others)
    texts += found.others
    shapes = [shape_of(text, "") for text in texts]
    index = Index()
    for key, one in enumerate(shapes):
        index.add(key, one)
    index.pack()
    answers = []
    for number, pair in enumerate(found.pairs):
        for asked, twin in ((2 * number, 2 * number + 1), (2 * number + 1, 2 * number)):
            if pair.half == half:
                near = [one for one in index.nearest(shapes[asked], 0.01, SHOWN + 1) if one[1] != asked][
                    :SHOWN
                ]
                right = tuple(meanings[key] == pair.meaning for _how, key in near)
                shown = tuple(r for r, (how, _key) in zip(right, near, strict=True) if how >= LEAST)
                first = texts[near[0][1]] if near else ""
                answers.append(Answer(texts[asked], texts[twin], _groups(pair), right, shown, first))
    return answers


def _groups(pair: Any) -> tuple[str, ...]:
    if pair.set == "hard":
        return ("3 no word in common, further pairs",)
    languages = f"2 mixed, {pair.languages}"
    common = "2 mixed, no word in common" if pair.has_no_word_in_common else "2 mixed, words in common"
    return ("1 mixed", languages, common)


def _speed(count: int) -> None:
    from knoop.community.signals.alike import alike, known
    from knoop.people.models import Person
    from tests.signals.labelled import labelled

    person = _write(count)
    found = labelled()
    before, started = _memory(), time.perf_counter()
    known.forget()
    alike(person, "The first question reads all")
    print(f"\n{count:,} signals; the first question of a process: {time.perf_counter() - started:.1f} s")
    print(f"memory: {known.index.bytes / 2**20:.0f} MiB index, {_memory() - before:.0f} MiB more resident")
    typed = [text[: 12 + n % 60] for n, pair in enumerate(found.pairs) for text in pair[4:6]][:300]
    took, used = [], []
    for text in typed:
        started, cpu = time.perf_counter(), time.process_time()
        alike(person, text)
        took.append((time.perf_counter() - started) * 1000)
        used.append((time.process_time() - cpu) * 1000)
    for name, figures in (("by the clock", took), ("of one processor", used)):
        p50, p95, most = np.percentile(figures, [50, 95, 100])
        print(f"{len(typed)} questions, {name}: p50 {p50:.0f}, p95 {p95:.0f}, longest {most:.0f} ms")
    print(f"goal: at most {GOAL_MS} ms")
    assert Person.objects.count()


def _write(count: int) -> Any:
    """Signals in spaces of which the asker is in one of ten, and for everybody, each with its outline."""
    from knoop.community.signals.models import Outline, Signal
    from knoop.community.spaces.models import Membership, Space
    from knoop.people.models import Person
    from tests.signals.labelled import labelled

    chance = random.Random(4)
    people = Person.objects.bulk_create(Person(handle=f"p{n}", name=f"Person {n}") for n in range(500))
    spaces = Space.objects.bulk_create(
        Space(name=f"Space {n}", slug=f"s{n}", openness="invited") for n in range(SPACES)
    )
    Membership.objects.bulk_create(Membership(space=space, person=people[0]) for space in spaces[:MINE])
    known = labelled()
    texts = [*known.others, *(text for pair in known.pairs for text in (pair.one, pair.other))]
    for batch in batched(range(count), 5000, strict=False):
        drawn = [chance.sample(texts, 2) for _ in batch]
        Signal.objects.bulk_create(
            Signal(
                title=title[:160],
                text=text,
                html="",
                raiser=chance.choice(people),
                owner=chance.choice(people),
                space=chance.choice(spaces) if chance.random() < 0.5 else None,
            )
            for title, text in drawn
        )
        print(f"\r{batch[-1] + 1:,} signals written", end="", file=sys.stderr)
    started = time.perf_counter()
    Outline.objects.write(Signal.objects.all())
    print(f"\nread {count / (time.perf_counter() - started):,.0f} signals a second into outlines")
    return people[0]


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
