"""Figures side by side, as plain text."""

from collections.abc import Sequence

type Cell = str | float | int | None


def heading(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}", flush=True)


def table(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Prints rows under their columns; the first column is text, None is a dash."""
    cells = [list(columns), *([_shown(cell) for cell in row] for row in rows)]
    widths = [max(len(row[number]) for row in cells) for number in range(len(columns))]
    for row in cells:
        first, *others = (
            cell.rjust(width) if number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join([first, *others]).rstrip(), flush=True)


def verdict(what: str, value: float | None, target: float, *, most: bool = False) -> str:
    """A target with whether it was met; `most` when the value should stay below it."""
    sign = "<=" if most else ">="
    if value is None:
        return f"{what}: not measured (target {sign} {target:g})"
    met = value <= target if most else value >= target
    return f"{what}: {value:.3f}, target {sign} {target:g}: {'met' if met else 'MISSED'}"


def _shown(cell: Cell) -> str:
    if cell is None:
        return "-"
    if isinstance(cell, float):
        return f"{cell:.3f}" if abs(cell) < 100 else f"{cell:.0f}"
    return str(cell)
