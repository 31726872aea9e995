"""`knoop bench`: what the measures are worth and how fast they are, beside the alternatives."""

import argparse
import importlib
import importlib.util
import os

from knoop.cli.errors import WrongUse

BENCHES = {
    "validity": "do the measures say what they claim, on data that is public",
    "network": "how fast are the measures beside networkx, igraph, NetworKit, Polars and DuckDB",
    "web": "what pages cost, on SQLite and PostgreSQL, beside an empty view",
    "search": "how long a search takes among a million posts",
    "likeness": "are signals found that say the same in other words, and how fast among 100,000",
    "live": "how soon a post is told to two thousand pages that listen",
}
SIZES = {"1k": 1_000, "10k": 10_000, "20k": 20_000, "100k": 100_000, "1m": 1_000_000}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = "\n".join(["names:", *(f"  {name:<10} {what}" for name, what in BENCHES.items())])
    parser.add_argument("names", nargs="*", metavar="NAME", help="which; all by default")
    parser.add_argument("--quick", action="store_true", help="a small part of each, in seconds")
    parser.add_argument(
        "--size", choices=SIZES, default="1k", help="people in `network` and `web`; 1k by default"
    )


def run(arguments: argparse.Namespace) -> int:
    names = arguments.names or list(BENCHES)
    if unknown := [name for name in names if name not in BENCHES]:
        raise WrongUse(f"{unknown[0]!r} is not a bench. Choose from: {', '.join(BENCHES)}.")
    if importlib.util.find_spec("benchmarks") is None:
        raise WrongUse("The benches come with the source tree: run ./knoop bench in a checkout.")
    # Threads that wait by spinning make other libraries look a thousand times slower on a busy machine.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    for name in names:
        bench = importlib.import_module(f"benchmarks.{name}")
        bench.run(quick=arguments.quick, size=SIZES[arguments.size])
    return 0
