"""Where units and bridges stand on the map: a ring on which those who have most to do are neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Any

WIDTH, HEIGHT = 640, 470
RING = (185, 158)  # radii
THICKEST = 16


@dataclass(frozen=True)
class Block:
    name: str
    people: int
    x: float
    y: float
    radius: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True)
class Bridge:
    path: str
    width: float
    title: str


def blocks_on_ring(units: Sequence[dict[str, Any]], bridges: Sequence[dict[str, Any]]) -> list[Block]:
    order = _around(units, bridges)
    largest = max((unit["people"] for unit in units), default=1)
    placed = []
    for position, unit in enumerate(order):
        angle = 2 * pi * position / len(order) - pi / 2
        x, y = WIDTH / 2 + RING[0] * cos(angle), HEIGHT / 2 + RING[1] * sin(angle)
        radius = 24 * sqrt(unit["people"] / largest)
        anchor = "middle" if abs(cos(angle)) < 0.3 else ("start" if cos(angle) > 0 else "end")
        label_x = x + (radius + 8) * (0 if anchor == "middle" else (1 if anchor == "start" else -1))
        label_y = y + 5 if anchor != "middle" else y + (radius + 19) * (1 if sin(angle) > 0 else -1) + 5
        placed.append(Block(unit["name"], unit["people"], x, y, radius, label_x, label_y, anchor))
    return placed


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
