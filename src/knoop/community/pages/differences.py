"""What changed between two texts, in words that anybody can read: what went, what came."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

AROUND = 2  # lines that stayed the same, shown around a change
WORD = re.compile(r"\s+|\w+|[^\w\s]")

type Kind = Literal["same", "gone", "new", "skipped"]


@dataclass(frozen=True)
class Piece:
    words: str
    is_changed: bool


@dataclass(frozen=True)
class Line:
    kind: Kind
    pieces: tuple[Piece, ...] = ()
    count: int = 0  # of the lines that are skipped


def differences(before: str, after: str) -> Iterator[Line]:
    """Lines that went and came, with the words in them that did; long stretches that stayed are left out."""
    old, new = before.splitlines(), after.splitlines()
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for step, (tag, a, b, c, d) in enumerate(steps):
        if tag == "equal":
            yield from _unchanged(old[a:b], is_first=step == 0, is_last=step == len(steps) - 1)
        elif tag == "replace" and b - a == d - c:
            for gone, come in zip(old[a:b], new[c:d], strict=True):
                yield from _changed(gone, come)
        else:
            yield from (Line("gone", (Piece(line, True),)) for line in old[a:b])
            yield from (Line("new", (Piece(line, True),)) for line in new[c:d])


def _unchanged(lines: list[str], *, is_first: bool, is_last: bool) -> Iterator[Line]:
    head, tail = (0 if is_first else AROUND), (0 if is_last else AROUND)
    if len(lines) <= head + tail + 1:
        yield from (_same(line) for line in lines)
        return
    yield from (_same(line) for line in lines[:head])
    yield Line("skipped", count=len(lines) - head - tail)
    yield from (_same(line) for line in lines[len(lines) - tail :])


def _same(line: str) -> Line:
    return Line("same", (Piece(line, False),))


def _changed(gone: str, come: str) -> Iterator[Line]:
    old, new = WORD.findall(gone), WORD.findall(come)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left.append(Piece("".join(old[a:b]), tag != "equal"))
        right.append(Piece("".join(new[c:d]), tag != "equal"))
    yield Line("gone", tuple(piece for piece in left if piece.words))
    yield Line("new", tuple(piece for piece in right if piece.words))
