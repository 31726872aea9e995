"""`./knoop bench validity`: T2, T4-T7 of docs/validity.md, misses shown as misses. Nothing is tuned here."""

import time

from benchmarks import criterion, reliability, replays, stages


def run(*, quick: bool = False, size: int | None = None) -> None:
    """About three minutes on two cores; `quick` takes a part of each. `size` is of the network's bench."""
    for part in (criterion, replays, stages, reliability):
        started = time.monotonic()
        part.run(quick=quick)
        print(f"({time.monotonic() - started:.0f} s)", flush=True)
