"""What `knoop analyse` prints when no file is asked for."""

from collections.abc import Sequence
from itertools import islice

from rich.console import Console
from rich.table import Table

from knoop.cli.report.codes import labels_of
from knoop.cli.report.figures import organisation_rows
from knoop.cli.report.story import headline, sentences
from knoop.cli.report.wording import Wording
from knoop.network import Analysis

MOST_ROWS = 30


def print_summary(
    analysis: Analysis,
    wording: Wording,
    *,
    left_out: Sequence[str],
    with_names: bool,
    console: Console | None = None,
) -> None:
    """Sentences, the figures of the whole, and how many turn to each person."""
    console = console or Console(highlight=False, soft_wrap=False)
    console.print(f"\n[bold]{headline(analysis, wording)}[/bold]\n")
    for sentence in sentences(analysis, wording):
        console.print(f"  {sentence}", markup=False)
    console.print()
    whole = Table("", wording("table.value"), wording("table.by_chance"), box=None, pad_edge=False)
    whole.columns[1].justify = whole.columns[2].justify = "right"
    for row in organisation_rows(analysis, wording):
        whole.add_row(row.name, row.value, row.expected)
    console.print(whole)
    console.print()
    console.print(_people(analysis, wording, with_names=with_names))
    if len(analysis.people) > MOST_ROWS:
        console.print(wording("cli.more_people", count=len(analysis.people) - MOST_ROWS))
    console.print()
    for warning in [*(wording.caution(caution) for caution in analysis.cautions), *left_out]:
        console.print(f"• {warning}", markup=False)
    console.print("\n" + wording("purpose"), markup=False)


def _people(analysis: Analysis, wording: Wording, *, with_names: bool) -> Table:
    table = Table(wording("table.person"), wording("table.in_degree"), box=None, pad_edge=False)
    table.columns[1].justify = "right"
    for person, label in islice(labels_of(analysis, with_names=with_names).items(), MOST_ROWS):
        table.add_row(label, str(analysis.people[person].in_degree))
    return table
