"""`knoop import`: what another platform exported becomes people, spaces, posts and answers here."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from contextlib import nullcontext
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table

from knoop.archives import PLATFORMS, Archive, read
from knoop.cli.errors import Failed
from knoop.cli.server import bring_up_to_date, progress, ready_django, require_server_part

if TYPE_CHECKING:
    from knoop.importers.report import Report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", help="the export: a zip file or a folder")
    parser.add_argument(
        "--from",
        dest="kind",
        metavar="KIND",
        choices=sorted(PLATFORMS),
        help="the platform, if it isn't recognised",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be added; write nothing")


def run(arguments: argparse.Namespace) -> int:
    archive = read(arguments.path, arguments.kind)  # whole, before anything is written
    _print(archive, _count(archive) if arguments.dry_run else _bring(archive))
    return 0


def _count(archive: Archive) -> Report:
    """What would be added. Where there is no Knoop yet, its settings get a folder that is thrown away."""
    require_server_part()
    from knoop.config import environment

    here = environment.place("KNOOP_DATA", environment.data_folder())
    is_here = bool(environment.text("KNOOP_DATABASE")) or (here / "knoop.sqlite3").exists()
    with nullcontext(str(here)) if is_here else TemporaryDirectory(prefix="knoop-dry-run-") as data:
        os.environ["KNOOP_DATA"] = data
        ready_django()
        from django.db import connection

        from knoop.importers.bringing import count

        # A database on a server may be there and still be empty.
        return count(archive, known=is_here and bool(connection.introspection.table_names()))


def _bring(archive: Archive) -> Report:
    ready_django()
    bring_up_to_date()
    from django.db import DatabaseError

    from knoop.importers.bringing import bring
    from knoop.search.indexing import catch_up

    try:
        with progress(f"Importing {archive.title}") as advance:
            report = bring(archive, advance)
        with progress("Reading what can be found") as advance:
            catch_up(advance)  # imported events are silent
        return report
    except DatabaseError as fault:
        raise Failed(
            f"The database refused ({fault}). What was added stays; run the same import again to go on."
        ) from fault


WORDS = {
    "person": "people",
    "unit": "units",
    "space": "spaces",
    "message": "messages",
    "membership": "memberships",
    "reaction": "reactions",
}


def _print(archive: Archive, report: Report) -> None:
    console = Console(width=max(100, Console().width), markup=False, emoji=False)
    heading = "would be added" if report.is_dry_run else "added"
    table = _table(f"{archive.title} ({archive.platform})", "", heading, "here already")
    for kind, word in WORDS.items():
        if report.added[kind] or report.known[kind]:
            table.add_row(word, f"{report.added[kind]:,}", f"{report.known[kind]:,}")
    console.print(table)
    if report.skipped:
        left = _table("Left out, and why", "what", "how many", "why", "for example")
        for skipped in report.skipped:
            left.add_row(skipped.what, f"{skipped.count:,}", skipped.reason, ", ".join(skipped.examples))
        console.print(left)
    used = report.added["message"] + report.known["message"]
    left_out = sum(skipped.count for skipped in report.skipped if skipped.what == "message")
    console.print(
        f"{used + left_out:,} messages read: {report.added['message']:,} {heading}, "
        f"{report.known['message']:,} here already, {left_out:,} left out."
    )
    if report.closed:
        console.print(f"{report.closed:,} spaces were closed: in this export only members may read them.")
    if not report.is_dry_run:
        examples = " or ".join(_wrote_most(archive))
        invited = f", such as {examples}, who wrote most" if examples else ""
        print(
            f"Who came along can't log in yet: ./knoop invite HANDLE prints a link for one of them{invited}."
        )


def _wrote_most(archive: Archive) -> list[str]:
    """The handles here of the three people in the archive who wrote most and haven't left."""
    from knoop.importers.models import Origin
    from knoop.importers.origins import Origins
    from knoop.people.models import Person

    here = Origins(f"{archive.platform}:{archive.key}").of(Origin.Kind.PERSON)
    handles = dict(Person.objects.present().filter(pk__in=here.values()).values_list("pk", "handle"))
    authors = Counter(here[message.author] for message in archive.messages if message.author in here)
    return [handles[pk] for pk, _wrote in authors.most_common() if pk in handles][:3]


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for column in columns:
        is_number = column not in ("", "what", "why", "for example")
        table.add_column(column, justify="right" if is_number else "left", no_wrap=is_number)
    return table
