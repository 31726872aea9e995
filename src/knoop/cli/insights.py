"""`knoop insights`: makes the network's findings anew, out of the way of any page."""

import argparse

from knoop.cli.errors import Failed
from knoop.cli.server import bring_up_to_date, progress, ready_django


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    pass


def run(_arguments: argparse.Namespace) -> int:
    ready_django()
    bring_up_to_date()
    from knoop.leadership.insights.runs import NothingToSee, run_insights

    try:
        with progress("Looking at the network") as advance:
            made = run_insights(progress=advance)
    except NothingToSee as fault:
        raise Failed(str(fault)) from fault
    print(f"{made.findings.count()} findings over {made.events:,} interactions.")
    return 0
