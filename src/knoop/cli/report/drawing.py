"""The map of groups: where each circle lies and how thick each bridge is."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knoop.cli.report.blocks import Blocks, Bridge
from knoop.cli.report.drawing_labels import Box, Place, places

type Points = NDArray[np.float64]

WIDTH, HEIGHT, MARGIN = 760.0, 520.0, 14.0
LABEL = 16.0
COVERED = 0.15  # share of the drawing that circles fill
ROUNDS = 400
GAP = 16.0
FEW_BRIDGES = 10  # up to here each bridge gets its number


@dataclass(frozen=True, kw_only=True)
class Circle:
    name: str
    people: int
    x: float
    y: float
    radius: float
    is_joined: bool
    label: Place | None  # where the name stands; None: inside
    lines: tuple[str, ...]  # of the name: its words below each other where that makes it fit


@dataclass(frozen=True, kw_only=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    strength: float  # 0..1, of the strongest
    ties: int
    numbered: bool


@dataclass(frozen=True, kw_only=True)
class Drawing:
    width: float
    top: float  # where the drawing begins: empty paper above and below the circles is cut off
    height: float
    circles: tuple[Circle, ...]
    lines: tuple[Line, ...]  # thinnest first, so that thick ones lie on top
    undrawn: int


def draw(found: Blocks) -> Drawing:
    """The same groups always give the same drawing."""
    if not found.blocks:
        return Drawing(width=WIDTH, top=0.0, height=HEIGHT, circles=(), lines=(), undrawn=0)
    radius = _radii(np.array([block.people for block in found.blocks], dtype=float))
    place = _places(found, radius)
    shown = found.bridges[: max(FEW_BRIDGES, round(1.6 * len(found.blocks)))]
    circles = _circles(found, place, radius)
    lines = tuple(_line(bridge, circles, found.bridges[0].ties, len(shown)) for bridge in reversed(shown))
    top = min(circle.y - circle.radius for circle in circles) - MARGIN - LABEL
    bottom = max(circle.y + circle.radius for circle in circles) + MARGIN + LABEL
    return Drawing(
        width=WIDTH,
        top=round(top, 1),
        height=round(bottom - top, 1),
        circles=circles,
        lines=lines,
        undrawn=len(found.bridges) - len(shown),
    )


def _circles(found: Blocks, place: Points, radius: Points) -> tuple[Circle, ...]:
    where = [(x, y, size) for (x, y), size in zip(place.tolist(), radius.tolist(), strict=True)]
    named = [_lines_of(block.name, size) for block, size in zip(found.blocks, radius, strict=True)]
    outside = [
        None if _fits(lines, size) else block.name
        for block, lines, size in zip(found.blocks, named, radius, strict=True)
    ]
    labels = places(outside, where, Box(left=0.0, top=0.0, right=WIDTH, bottom=HEIGHT))
    return tuple(
        Circle(
            name=block.name,
            people=block.people,
            x=round(x, 1),
            y=round(y, 1),
            radius=round(size, 1),
            is_joined=block.is_joined,
            label=label,
            lines=lines,
        )
        for block, (x, y, size), lines, label in zip(found.blocks, where, named, labels, strict=True)
    )


def _fits(lines: tuple[str, ...], radius: float) -> bool:
    longest = max(map(len, lines))
    return bool(radius > (3.4 * longest + 7 if len(lines) == 1 else 4.2 * longest))


def _lines_of(name: str, radius: float) -> tuple[str, ...]:
    words = tuple(name.split(" "))
    return words if len(words) == 2 and not _fits((name,), radius) and _fits(words, radius) else (name,)


def _radii(people: Points) -> Points:
    """Area by people."""
    area = WIDTH * HEIGHT * COVERED
    return np.clip(np.sqrt(people / people.sum() * area / math.pi), 11.0, 82.0)


def _line(bridge: Bridge, circles: tuple[Circle, ...], most: int, shown: int) -> Line:
    one, other = circles[bridge.first], circles[bridge.second]
    strength = bridge.ties / most
    distance = math.hypot(other.x - one.x, other.y - one.y) or 1.0
    dx, dy = (other.x - one.x) / distance, (other.y - one.y) / distance
    return Line(
        x1=round(one.x + dx * one.radius, 1),
        y1=round(one.y + dy * one.radius, 1),
        x2=round(other.x - dx * other.radius, 1),
        y2=round(other.y - dy * other.radius, 1),
        width=round(1.0 + 11.0 * math.sqrt(strength) * strength**0.3, 2),
        strength=round(strength, 3),
        ties=bridge.ties,
        numbered=shown <= FEW_BRIDGES,
    )


def _places(found: Blocks, radius: Points) -> Points:
    """Groups with many ties for their size lie near each other; circles never overlap."""
    count = len(found.blocks)
    if count == 1:
        return np.array([[WIDTH / 2, HEIGHT / 2]])
    pull = np.zeros((count, count))
    for bridge in found.bridges:
        size = found.blocks[bridge.first].people * found.blocks[bridge.second].people
        pull[bridge.first, bridge.second] = pull[bridge.second, bridge.first] = bridge.ties / math.sqrt(size)
    if pull.max() > 0:
        pull /= pull.max()
    turn = 2 * math.pi * np.arange(count) * 0.381966  # the golden angle spreads them without a pattern
    ring = np.sqrt((np.arange(count) + 0.5) / count)
    place = np.stack([ring * np.cos(turn) * WIDTH / 2.6, ring * np.sin(turn) * HEIGHT / 2.6], axis=1)
    for step in range(ROUNDS):
        place = _settle(place + _forces(place, pull, radius) * (1 - step / ROUNDS), radius)
    for _ in range(60):
        place = _settle(place, radius)
    centred: Points = place + np.array([WIDTH / 2, HEIGHT / 2])
    return centred


def _forces(place: Points, pull: Points, radius: Points) -> Points:
    apart = place[:, None, :] - place[None, :, :]
    distance = np.hypot(apart[..., 0], apart[..., 1]) + np.eye(len(place))
    rest = min(math.sqrt(WIDTH * HEIGHT / len(place)) * 0.95, 190.0)
    push = (rest / distance) ** 2 * (1 - np.eye(len(place)))
    inward = pull * np.maximum(distance - radius[:, None] - radius[None, :] - GAP, 0) / rest
    force = ((push - inward) / distance)[..., None] * apart * 8
    # The page is wider than high, so the middle pulls harder from above and below.
    step: Points = np.clip(force.sum(axis=1), -18, 18) - place * np.array([0.008, 0.008 * WIDTH / HEIGHT])
    return step


def _settle(place: Points, radius: Points) -> Points:
    """Push overlapping circles apart and keep all on the page."""
    apart = place[:, None, :] - place[None, :, :]
    distance = np.hypot(apart[..., 0], apart[..., 1]) + np.eye(len(place)) * 1e9
    overlap = np.maximum(radius[:, None] + radius[None, :] + GAP - distance, 0)
    place = place + (apart / np.maximum(distance, 1e-9)[..., None] * overlap[..., None] / 2).sum(axis=1)
    room = np.array([WIDTH / 2 - MARGIN, HEIGHT / 2 - MARGIN - LABEL]) - radius[:, None]
    return np.clip(place, -room, room)
