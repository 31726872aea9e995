"""Where units and bridges stand on the map: a ring on which those who have most to do are neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Any

WIDTH, HEIGHT = 640, 430
RING = (172, 158)  # radii
LINE = 18  # characters of a name beside its block; longer names take two lines
THICKEST = 10


@dataclass(frozen=True)
class Block:
    name: str
    people: int
    x: float
    y: float
    radius: float
    label: tuple[str, ...]  # the name in one line or two
    label_x: float
    label_y: float  # of the first line
    anchor: str


@dataclass(frozen=True)
class Bridge:
    path: str
    width: float
    title: str


def blocks_on_ring(units: Sequence[dict[str, Any]], bridges: Sequence[dict[str, Any]]) -> list[Block]:
    order = _around(units, bridges)
    largest = max((unit["people"] for unit in units), default=1)
    return [_block(unit, 2 * pi * n / len(order) - pi / 2, largest) for n, unit in enumerate(order)]


def _block(unit: dict[str, Any], angle: float, largest: int) -> Block:
    x, y = WIDTH / 2 + RING[0] * cos(angle), HEIGHT / 2 + RING[1] * sin(angle)
    radius = 26 * sqrt(unit["people"] / largest)
    side = 0 if abs(cos(angle)) < 0.3 else (1 if cos(angle) > 0 else -1)
    label = _lines(unit["name"])
    below = radius + 19 if sin(angle) > 0 else -radius - 10 - 17 * (len(label) - 1)
    return Block(
        name=unit["name"],
        people=unit["people"],
        x=x,
        y=y,
        radius=radius,
        label=label,
        label_x=x + side * (radius + 9),
        label_y=y + (5 - 8.5 * (len(label) - 1) if side else below),
        anchor={0: "middle", 1: "start", -1: "end"}[side],
    )


def _lines(name: str) -> tuple[str, ...]:
    """Broken at the space nearest the middle, if it's too long for one line."""
    spaces = [at for at, letter in enumerate(name) if letter == " "]
    if len(name) <= LINE or not spaces:
        return (name,)
    middle = min(spaces, key=lambda at: abs(at - len(name) / 2))
    return name[:middle], name[middle + 1 :]


def bridges_between(blocks: Sequence[Block], bridges: Sequence[dict[str, Any]]) -> list[Bridge]:
    """Thick where a larger share of all possible pairs is tied; drawn thin to thick."""
    at = {block.name: block for block in blocks}
    shares = {(b["from"], b["to"]): b["ties"] / b["possible"] for b in bridges if b["ties"]}
    most = max(shares.values(), default=1)
    drawn = []
    for (one, other), share in sorted(shares.items(), key=lambda item: item[1]):
        a, b = at[one], at[other]
        bend_x, bend_y = (a.x + b.x + WIDTH / 2) / 3, (a.y + b.y + HEIGHT / 2) / 3
        path = f"M{a.x:.1f} {a.y:.1f}Q{bend_x:.1f} {bend_y:.1f} {b.x:.1f} {b.y:.1f}"
        drawn.append(Bridge(path, round(max(1, THICKEST * share / most), 1), f"{one} – {other}"))
    return drawn


def _around(units: Sequence[dict[str, Any]], bridges: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Starting with the largest unit, each time the one most tied to the last placed."""
    tied = {frozenset((b["from"], b["to"])): (b["ties"] or 0) / b["possible"] for b in bridges}
    left = sorted(units, key=lambda unit: (-unit["people"], unit["name"]))
    order = [left.pop(0)] if left else []
    while left:
        last = order[-1]["name"]
        closest = max(left, key=lambda unit: tied.get(frozenset((last, unit["name"])), 0))
        left.remove(closest)
        order.append(closest)
    return order
