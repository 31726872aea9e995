"""Where the name of each circle goes that doesn't fit inside it: below it, or where it's in nobody's way."""

from collections.abc import Sequence
from dataclasses import dataclass

LETTER, LINE = 7.4, 15.0  # size of the type on the map
AWAY = 4.0


@dataclass(frozen=True, kw_only=True)
class Place:
    x: float
    y: float  # of the line that letters stand on
    anchor: str

    def box(self, name: str) -> "Box":
        width = LETTER * len(name)
        left = {"start": self.x, "middle": self.x - width / 2, "end": self.x - width}[self.anchor]
        return Box(left=left, top=self.y - LINE + 3, right=left + width, bottom=self.y + 3)


@dataclass(frozen=True, kw_only=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Box") -> float:
        """The area that both have."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, wide) * max(0.0, high)


def beside(x: float, y: float, radius: float) -> tuple[Place, ...]:
    """Below, above, right, left: the first is best where all are free."""
    return (
        Place(x=round(x, 1), y=round(y + radius + LINE, 1), anchor="middle"),
        Place(x=round(x, 1), y=round(y - radius - AWAY, 1), anchor="middle"),
        Place(x=round(x + radius + AWAY, 1), y=round(y + AWAY, 1), anchor="start"),
        Place(x=round(x - radius - AWAY, 1), y=round(y + AWAY, 1), anchor="end"),
    )


def places(
    names: Sequence[str | None], circles: Sequence[tuple[float, float, float]], paper: Box
) -> list[Place | None]:
    """A place for each name (None: it stands inside), largest circles first, over others as little as can be.

    circles: x, y and radius of all. Cost: O(circles squared).
    """
    taken = [Box(left=x - r, top=y - r, right=x + r, bottom=y + r) for x, y, r in circles]
    found: list[Place | None] = [None] * len(names)
    for number in sorted(range(len(names)), key=lambda one: (-circles[one][2], one)):
        name = names[number]
        if name is None:
            continue
        others = taken[:number] + taken[number + 1 :]

        def hidden(place: Place, name: str = name, others: list[Box] = others) -> float:
            box = place.box(name)
            beyond = (box.right - box.left) * LINE - box.covers(paper)
            return beyond + sum(box.covers(other) for other in others)

        best = min(beside(*circles[number]), key=hidden)
        found[number] = best
        taken.append(best.box(name))
    return found
