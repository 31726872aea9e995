"""How alike texts are: by what they're about and by the words they share, without any network.

A text becomes a short list of features with weights, of length 1 together; two texts are as alike as the
product of their lists. A weight depends on the text alone, so what somebody may not see changes no order.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knoop.community.signals.lexicon import COMMON, concepts, forms, lexicon, words_of

VERSION = 1  # of what a text becomes; raise it when the lexicon or a weight changes
WORDS = 0.2  # how much sharing words counts, where being about the same counts 1
FIRST_WORD = 1 << 16  # features below are concepts, from here on words
LONGEST = 2000  # characters of a text that are read
PENDING = 250  # signals that are looked through one by one; from here on packing them is quicker

Ids = NDArray[np.uint32]
Weights = NDArray[np.float32]


class Shape(NamedTuple):
    features: Ids
    weights: Weights

    @property
    def is_empty(self) -> bool:
        return not len(self.features)

    def to_bytes(self) -> bytes:
        return self.features.tobytes() + self.weights.astype(np.float16).tobytes()


def from_bytes(kept: bytes) -> Shape:
    count = len(kept) // 6
    weights = np.frombuffer(kept, np.float16, count, offset=4 * count)
    return Shape(np.frombuffer(kept, np.uint32, count), weights.astype(np.float32))


def shape(text: str) -> Shape:
    words = words_of(text[:LONGEST])
    about = {number: how * lexicon().weights[number] for number, how in concepts(words).items()}
    features, weights = [], []
    for block, share in ((about, 1.0), (_words(words), WORDS)):
        length = sum(weight * weight for weight in block.values()) ** 0.5
        features += block
        weights += [weight / length * share**0.5 for weight in block.values()]
    return Shape(np.array(features, np.uint32), np.array(weights, np.float32) / (1 + WORDS) ** 0.5)


def _words(words: Iterable[str]) -> dict[int, float]:
    """Each word that says something with its stems, as numbers; longer words say more, figures less."""
    found: dict[int, float] = {}
    for word in set(words) - COMMON:
        for number, weight in _numbers(word):
            found[number] = max(found.get(number, 0.0), weight)
    return found


@lru_cache(50_000)
def _numbers(word: str) -> list[tuple[int, float]]:
    """The features of one word and its stems."""
    kinds = forms(word)
    weight = (3.0 if word.isdigit() else min(2 + len(word) / 2, 8)) / len(kinds) ** 0.5
    return [(FIRST_WORD + zlib.crc32(form.encode()) % (2**32 - FIRST_WORD), weight) for form in kinds]


@dataclass
class Index:
    """Shapes by feature, in memory: rows with a feature stand together, so a question touches only those."""

    def __post_init__(self) -> None:
        self.keys: list[int] = []  # row → what it's the shape of
        self._starts: dict[int, tuple[int, int]] = {}
        self._rows = np.empty(0, np.int32)
        self._weights = np.empty(0, np.float16)
        self._pending: list[Shape] = []

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def bytes(self) -> int:
        return self._rows.nbytes + self._weights.nbytes + 150 * len(self._starts) + 40 * len(self.keys)

    def add(self, key: int, one: Shape) -> None:
        self.keys.append(key)
        self._pending.append(one)

    def pack(self, least: int = 1) -> None:
        """Puts what was added since beside the rest, if it is `least` or more."""
        if len(self._pending) < least:
            return
        first = len(self.keys) - len(self._pending)
        counts = [len(one.features) for one in self._pending]
        features = np.concatenate([one.features for one in self._pending])
        weights = np.concatenate([one.weights for one in self._pending]).astype(np.float16)
        rows = np.repeat(np.arange(first, len(self.keys), dtype=np.int32), counts)
        if len(self._rows):
            lengths = [end - start for start, end in self._starts.values()]
            features = np.concatenate([np.repeat(np.array(list(self._starts), np.uint32), lengths), features])
            rows, weights = np.concatenate([self._rows, rows]), np.concatenate([self._weights, weights])
        order = np.argsort(features, kind="stable")
        found, starts = np.unique(features[order], return_index=True)
        ends = np.append(starts[1:], len(order))
        self._starts = dict(
            zip(found.tolist(), zip(starts.tolist(), ends.tolist(), strict=True), strict=True)
        )
        self._rows, self._weights, self._pending = rows[order], weights[order], []

    def nearest(self, asked: Shape, least: float, most: int) -> list[tuple[float, int]]:
        """What is most alike, from `least` on: how much, and its key."""
        scores = np.zeros(len(self.keys), np.float32)
        for feature, weight in zip(asked.features.tolist(), asked.weights.tolist(), strict=True):
            start, end = self._starts.get(feature, (0, 0))
            scores[self._rows[start:end]] += weight * self._weights[start:end].astype(np.float32)
        given = dict(zip(asked.features.tolist(), asked.weights.tolist(), strict=True))
        for row, one in enumerate(self._pending, len(self.keys) - len(self._pending)):
            pairs = zip(one.features.tolist(), one.weights.tolist(), strict=True)
            scores[row] = sum(weight * given.get(feature, 0.0) for feature, weight in pairs)
        found = np.flatnonzero(scores >= least)
        if len(found) > most:
            found = found[np.argpartition(-scores[found], most)[:most]]
        order = found[np.argsort(-scores[found], kind="stable")]
        return [(float(scores[row]), self.keys[row]) for row in order]
