"""`knoop index`: brings the search index in step, or makes it anew, while the site runs."""

import argparse

from knoop.cli.server import bring_up_to_date, progress, ready_django


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--again", action="store_true", help="read everything anew, not only what isn't in the index yet"
    )


def run(arguments: argparse.Namespace) -> int:
    ready_django()
    bring_up_to_date()
    from knoop.search.indexing import catch_up, rebuild

    with progress("Reading what can be found") as advance:
        count = (rebuild if arguments.again else catch_up)(advance)
    print(f"{count:,} things read. What is new from now on is found at once.")
    return 0
