"""Small line charts: where each point, tick and label lies."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 480.0, 250.0
TOP, RIGHT, BOTTOM = 18.0, 16.0, 34.0
APART = 17.0  # between labels


@dataclass(frozen=True, kw_only=True)
class Tick:
    at: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True, kw_only=True)
class Line:
    """points: as SVG writes them. label lies at x, y."""

    points: str
    label: str
    x: float
    y: float
    anchor: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class Chart:
    alt: str
    width: float
    height: float
    left: float
    right: float
    bottom: float
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]
    dots: tuple[tuple[float, float], ...] = ()
    band: str = ""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """From figures to places on the paper; y from `low` at the bottom to `high` at the top."""

    first: float
    last: float
    low: float
    high: float
    left: float = 46.0

    def x(self, value: float) -> float:
        wide = WIDTH - self.left - RIGHT
        return round(self.left + wide * (value - self.first) / ((self.last - self.first) or 1.0), 1)

    def y(self, value: float) -> float:
        tall = HEIGHT - TOP - BOTTOM
        return round(TOP + tall * (self.high - value) / (self.high - self.low), 1)

    def points(self, xs: Sequence[float], ys: Sequence[float]) -> str:
        return " ".join(f"{self.x(x)},{self.y(y)}" for x, y in zip(xs, ys, strict=True))

    def chart(  # noqa: PLR0917 - what a chart is made of
        self,
        alt: str,
        x_ticks: Sequence[Tick],
        y_ticks: Sequence[Tick],
        lines: Sequence[Line],
        dots: Sequence[tuple[float, float]] = (),
        band: str = "",
    ) -> Chart:
        return Chart(
            alt=alt,
            width=WIDTH,
            height=HEIGHT,
            left=self.left,
            right=WIDTH - RIGHT,
            bottom=HEIGHT - BOTTOM,
            x_ticks=tuple(x_ticks),
            y_ticks=tuple(y_ticks),
            lines=tuple(lines),
            dots=tuple(dots),
            band=band,
        )

    def hundreds(self, marks: Sequence[int]) -> list[Tick]:
        """Ticks of a share, in hundredths."""
        return [Tick(at=self.y(mark / 100), label=f"{mark}") for mark in marks]
