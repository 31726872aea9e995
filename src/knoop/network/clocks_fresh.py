"""Freshness: how up to date one person is about another, on average over a period."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from knoop.network.clocks import Contacts
from knoop.network.cores import CORES
from knoop.network.graph import Vector

if TYPE_CHECKING:
    from knoop.network.clocks_kernel import Singles

EPOCH = 40.0  # in tau: e^40 fits a float32, and what is older than that counts nothing
LINE = 128  # bytes: two cache lines, which memory brings together

type Block = tuple[NDArray[np.int64], NDArray[np.float32]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Course:
    """Contacts in the order in which they are gone through, and e^(moment / tau) in pieces of EPOCH.

    start: what everybody's freshness is before the first contact. rest: what, times the freshness at the
    end, was counted too much. scale: from what was gained to a mean over the period.
    """

    source: NDArray[np.int32]
    target: NDArray[np.int32]
    begins: NDArray[np.int64]
    mixed: NDArray[np.bool_]
    now: "Singles"
    fading: "Singles"
    start: float
    rest: float
    scale: float
    people: int


def freshness(contacts: Contacts, *, tau: float) -> Vector | None:
    """How fresh what each person knows of each other is, everybody by everybody.

    Args:    tau: seconds on the contacts' clock in which news loses 1 - 1/e of its worth.
    Returns: (source, viewer); [u, v] = (1/T) integral of e^(-(t - phi) / tau) over the period, phi the
             moment up to which v can know of u: 0 never heard of, 1 always up to date. The diagonal
             is 1. None when the period has no length.
    Cost:    about 10-20 ns x contacts x people / 32, on up to four cores; 8 bytes x people squared.
    Source:  clocks of Kossinets, Kleinberg & Watts (2008), the exponential worth is ours: mean latency
             is infinite for who is never reached.
    """
    if contacts.span <= 0:
        return None
    everyone = np.arange(len(contacts.people))
    matrix = np.zeros((len(everyone), len(everyone)))
    for sources, block in fresh_from(contacts, everyone, tau=tau):
        matrix[sources] = block.T
    np.fill_diagonal(matrix, 1.0)
    return matrix


def fresh_from(contacts: Contacts, sources: NDArray[np.int64], *, tau: float) -> Iterator[Block]:
    """Some sources at a time, and (people, sources) how fresh each person is about them; own cells 0."""
    return _blocks(course(contacts, tau), sources)


def fresh_to(contacts: Contacts, viewers: NDArray[np.int64], *, tau: float) -> Iterator[Block]:
    """Some viewers at a time, and (people, viewers) how fresh they are about each person; own cells 0.

    Time runs backwards here: from the viewer against the contacts. The area under a staircase is the
    same from either side but for its ends, so the figures are those of `fresh_from`.
    """
    return _blocks(course(contacts, tau, backwards=True), viewers)


def course(contacts: Contacts, tau: float, *, backwards: bool = False) -> Course:
    source, target, worked = contacts.source, contacts.target, contacts.worked - contacts.worked_since
    begins, mixed = contacts.begins, contacts.mixed
    if backwards:
        source, target, worked = target[::-1].copy(), source[::-1].copy(), contacts.span - worked[::-1]
        begins, mixed = (len(source) - begins[::-1]).copy(), mixed[::-1].copy()
    moment = worked[begins[:-1]] / tau
    epoch = np.floor(moment / EPOCH)
    final = float(epoch[-1]) if len(epoch) else 0.0
    with np.errstate(under="ignore"):
        fading = np.exp(-EPOCH * np.diff(epoch, prepend=0.0)).astype(np.float32)
        rest = float(np.exp(final * EPOCH - contacts.span / tau))
    return Course(
        source=source,
        target=target,
        begins=begins,
        mixed=mixed,
        now=np.exp(moment - EPOCH * epoch).astype(np.float32),
        fading=fading,
        # Backwards, the period's end lies at the start: whatever arrives at all, arrives by then.
        start=1.0 if backwards else 0.0,
        rest=0.0 if backwards else rest,
        scale=tau / contacts.span,
        people=len(contacts.people),
    )


def _blocks(way: Course, chosen: NDArray[np.int64]) -> Iterator[Block]:
    """In the order of `chosen`, whatever core is ready first, so that sums always come out the same."""
    from knoop.network.clocks_kernel import WIDTH

    parts = [chosen[at : at + WIDTH] for at in range(0, len(chosen), WIDTH)]
    if len(parts) == 1:
        yield _block(way, parts[0])
        return
    waiting: deque[Future[Block]] = deque()
    with ThreadPoolExecutor(CORES) as cores:
        for part in parts:
            waiting.append(cores.submit(_block, way, part))
            if len(waiting) > CORES:  # no more: finished blocks take memory
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _block(way: Course, chosen: NDArray[np.int64]) -> Block:
    from knoop.network.clocks_kernel import WIDTH, begin, carry, finish

    column = np.full(way.people, -1, dtype=np.int32)
    column[chosen] = np.arange(len(chosen))
    state = lined_up(way.people, 2 * WIDTH, np.float32)
    begin(state, np.float32(way.start))
    carry(way.source, way.target, way.begins, way.mixed, way.now, way.fading, column, state)
    finish(state, way.rest, way.scale)
    # Own cells are 0 by themselves: nobody ever gains news of their own from others.
    return chosen, state[:, WIDTH : WIDTH + len(chosen)]


def lined_up[Number: np.generic](rows: int, width: int, kind: type[Number]) -> NDArray[Number]:
    """Rows that begin where a cache line does: half as many lines are moved."""
    numbers = np.empty(rows * width + LINE, dtype=kind)
    skipped = -numbers.ctypes.data % LINE // numbers.itemsize
    return numbers[skipped : skipped + rows * width].reshape(rows, width)
