"""`knoop analyse`: a network's figures from an export or a table of interactions."""

import argparse
import gc
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from knoop.archives import Readout, read_interactions
from knoop.cli import analyse_spark
from knoop.cli.report.wording import LANGUAGES, Wording
from knoop.network import Analysis, Interactions, Member, UnusableInteractions, analyse

WRONG_USE = 2
PEOPLE_GO_HERE = '\n  "people": {},'


class UnwritableOutput(Exception):
    """A file could not be written. The message names it and the reason."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path",
        type=analyse_spark.place,
        help="an export of a platform, or a CSV or Parquet of interactions",
    )
    parser.add_argument("--people", type=Path, metavar="FILE", help="CSV of id,name,unit,manager,title")
    parser.add_argument("--json", metavar="FILE", help="write all figures as JSON; - for standard output")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write a report as one HTML file")
    parser.add_argument("--names", action="store_true", help="show names instead of codes such as P001")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="of summary and report")
    analyse_spark.add_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """0 when done; 2 when an output file can't be written. Unreadable input rises as Unreadable."""
    if arguments.engine == "spark" or isinstance(arguments.path, str):
        return analyse_spark.run(arguments)
    with _all_kept():
        return _analysed(arguments)


@contextmanager
def _all_kept() -> Iterator[None]:
    """Millions of figures that all stay: looking for rubbish among them takes as long as making them."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _analysed(arguments: argparse.Namespace) -> int:
    wording = Wording.in_language(arguments.language)
    readout = read_interactions(arguments.path, arguments.people)
    try:
        analysis = analysis_of(readout)
    except UnusableInteractions as wrong:
        print(f"{arguments.path}: {wrong}", file=sys.stderr)
        return WRONG_USE
    try:
        _write(arguments, readout, analysis, wording)
    except UnwritableOutput as wrong:
        print(wrong, file=sys.stderr)
        return WRONG_USE
    return 0


def analysis_of(readout: Readout) -> Analysis:
    """Measure what was read."""
    members = (
        Member(id=one.key, name=one.name, unit=one.unit, manager=one.manager, title=one.title)
        for one in readout.listed
        if one.unit or one.manager or one.title or one.name != one.key
    )
    return analyse(as_interactions(readout), members)


def as_interactions(readout: Readout) -> Interactions:
    """What was read, in the shape that is measured."""
    rows = readout.interactions
    return Interactions(
        people=rows.people,
        time=rows.time,
        source=rows.source,
        target=rows.target,
        kind=rows.kind,
        event=rows.event,
        audience=rows.audience,
    )


def _write(arguments: argparse.Namespace, readout: Readout, analysis: Analysis, wording: Wording) -> None:
    left_out = [*readout.warnings, *(f"{one.count} × {one.what}: {one.reason}" for one in readout.skipped)]
    if arguments.report:
        from knoop.cli.report.page import render_report

        page = render_report(
            analysis, wording, title=arguments.path.name, left_out=left_out, with_names=arguments.names
        )
        write_whole(arguments.report, [page])
        print(wording("cli.report_written", path=arguments.report), file=sys.stderr)
    if arguments.json:
        pieces = json_pieces(analysis, left_out)
        if arguments.json == "-":
            sys.stdout.writelines(pieces)
        else:
            write_whole(Path(arguments.json), pieces)
            print(wording("cli.json_written", path=arguments.json), file=sys.stderr)
    if not arguments.report and not arguments.json:
        from knoop.cli.report.summary import print_summary

        print_summary(analysis, wording, left_out=left_out, with_names=arguments.names)


def json_pieces(analysis: Analysis, left_out: Iterable[str]) -> Iterator[str]:
    """The contract in pieces, a line for each person: a million people are never one text."""
    contract = analysis.as_json(with_people=False)
    contract["warnings"] = [*analysis.warnings, *left_out]
    written = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
    whole = json.dumps(contract, ensure_ascii=False, allow_nan=False, indent=2)
    before, after = whole.split(PEOPLE_GO_HERE, 1)
    yield f'{before}\n  "people": {{'
    mark = "\n"
    for person, figures in analysis.people.rows():
        yield f"{mark}    {written.encode(person)}: {written.encode(figures)}"
        mark = ",\n"
    yield f"\n  }},{after}\n"


def write_whole(path: Path, text: Iterable[str]) -> None:
    """The whole file or nothing: a reader never meets half of it. Raises UnwritableOutput."""
    draft = None
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            draft = Path(file.name)
            file.writelines(text)
        draft.chmod(0o666 & ~_umask())
        os.replace(draft, path)
    except OSError as wrong:
        if draft:
            draft.unlink(missing_ok=True)
        reason = wrong.strerror or str(wrong)
        raise UnwritableOutput(f"{path}: can't be written ({reason}). Choose another place.") from wrong


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
