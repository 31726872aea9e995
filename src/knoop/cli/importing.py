"""`knoop import`: what another platform exported becomes people, spaces, posts and answers here."""

import argparse

from rich.console import Console
from rich.table import Table

from knoop.archives import PLATFORMS, Archive, read
from knoop.cli.errors import Failed
from knoop.cli.server import bring_up_to_date, progress, ready_django


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
    ready_django()
    bring_up_to_date()
    from knoop.importers.bringing import count

    report = count(archive) if arguments.dry_run else _bring(archive)
    _print(archive, report)
    return 0


def _bring(archive: Archive):  # type: ignore[no-untyped-def]
    from django.db import DatabaseError

    from knoop.importers.bringing import bring

    try:
        with progress(f"Importing {archive.title}") as advance:
            return bring(archive, advance)
    except DatabaseError as fault:
        raise Failed(
            f"The database refused ({fault}). What was added stays; run the same import again to go on."
        ) from fault


def _print(archive: Archive, report) -> None:  # type: ignore[no-untyped-def]
    console = Console()
    heading = "would be added" if report.is_dry_run else "added"
    table = Table(title=f"{archive.title} ({archive.platform})", title_justify="left")
    for column in ("", heading, "here already"):
        table.add_column(column, justify="right" if column else "left")
    for kind, word in (
        ("person", "people"),
        ("unit", "units"),
        ("space", "spaces"),
        ("message", "messages"),
        ("membership", "memberships"),
        ("reaction", "reactions"),
    ):
        if report.added[kind] or report.known[kind]:
            table.add_row(word, f"{report.added[kind]:,}", f"{report.known[kind]:,}")
    console.print(table)
    if report.skipped:
        left = Table(title="Left out, and why", title_justify="left")
        for column in ("what", "how many", "why", "for example"):
            left.add_column(column, justify="right" if column == "how many" else "left")
        for skipped in report.skipped:
            left.add_row(skipped.what, f"{skipped.count:,}", skipped.reason, ", ".join(skipped.examples))
        console.print(left)
    if not report.is_dry_run:
        console.print(
            "Nobody who came along can log in yet: ./knoop invite HANDLE prints a link for one of them."
        )
