"""Who turned to whom, in columns: what every export comes down to before it's analysed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

KINDS = ("reply", "comment", "mention", "reaction", "message", "share", "thanks", "answer", "view", "follow")


@dataclass(frozen=True, kw_only=True, eq=False)  # columns have no single yes or no to == with
class Interactions:
    """One row is one act towards one person; rows with the same event are one act to several people.

    `source` and `target` are positions in `people`, never the same person. `time` is in epoch seconds,
    or None for a network without times. `event` numbers acts from 0; None where each row is an act by
    itself. `audience` is how many people an act reached, 0 where the platform doesn't say (then the rows of
    the event are counted), None where it says so nowhere.
    All columns have one length, which is `len()`; it may be 0.
    """

    people: Sequence[str]
    time: NDArray[np.float64] | None
    source: NDArray[np.int32]
    target: NDArray[np.int32]
    kind: NDArray[np.uint8]  # position in KINDS
    event: NDArray[np.int64] | None
    audience: NDArray[np.int32] | None

    def __len__(self) -> int:
        return len(self.source)
