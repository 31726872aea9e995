"""Live ties as named arrays of numbers and back, so that they outlive the process that keeps them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knoop.network.interactions import KINDS, UnusableInteractions
from knoop.network.live_pairs import PairSums
from knoop.network.live_timeline import Part, Timeline
from knoop.network.ties import Rules

FORM = 1  # of the arrays; a later form gets another number
PAIR_COLUMNS = ("source", "target", "sums", "ever")
LEFT_OUT = ("to_self", "views", "broadcasts")

type State = dict[str, NDArray[Any]]


def state_of(
    rules: Rules, people: Iterable[str], pairs: PairSums, timeline: Timeline, left_out: Mapping[str, int]
) -> State:
    """Copies: going on doesn't change them. People are UTF-8 with the place where each ends."""
    texts = [person.encode("utf-8", "surrogatepass") for person in people]
    return {
        "form": np.array([FORM]),
        "rules": np.array([rules.half_life, rules.forgotten, rules.broadcast]),
        "worth": np.array([rules.worth.get(kind, 0.0) for kind in KINDS]),
        "people": np.frombuffer(b"".join(texts), np.uint8).copy(),
        "people_end": np.cumsum([len(text) for text in texts], dtype=np.int64),
        "left_out": np.array([left_out[reason] for reason in LEFT_OUT]),
        "landmark": np.array([pairs.landmark]),
        "now": np.array([timeline.now]),
        **{f"pair_{name}": getattr(pairs, name).copy() for name in PAIR_COLUMNS},
        **{f"act_{name}": column for name, column in timeline.kept()._asdict().items()},
    }


def rules_from(state: Mapping[str, NDArray[Any]]) -> Rules:
    """Raises UnusableInteractions for arrays of another form than this version's."""
    form = int(state["form"][0])
    if form != FORM:
        raise UnusableInteractions(
            f"These live ties were kept in form {form}, this version reads form {FORM}. Build them anew."
        )
    half_life, forgotten, broadcast = (float(value) for value in state["rules"])
    worth = dict(zip(KINDS, (float(value) for value in state["worth"]), strict=True))
    return Rules(
        worth=MappingProxyType(worth), half_life=half_life, forgotten=forgotten, broadcast=int(broadcast)
    )


def people_from(state: Mapping[str, NDArray[Any]]) -> list[str]:
    text, ends = state["people"].tobytes(), state["people_end"].tolist()
    starts = [0, *ends[:-1]]
    return [text[start:end].decode("utf-8", "surrogatepass") for start, end in zip(starts, ends, strict=True)]


def restore(state: Mapping[str, NDArray[Any]], pairs: PairSums, timeline: Timeline) -> dict[str, int]:
    """Fill empty sums and an empty timeline; returns what was left out so far."""
    pairs.number(state["pair_source"], state["pair_target"])
    pairs.landmark = int(state["landmark"][0])
    pairs.sums[:] = state["pair_sums"]
    pairs.ever[:] = state["pair_ever"]
    timeline.now = float(state["now"][0])
    timeline.add(Part(*(state[f"act_{name}"].copy() for name in Part._fields)))
    return dict(zip(LEFT_OUT, (int(count) for count in state["left_out"]), strict=True))
