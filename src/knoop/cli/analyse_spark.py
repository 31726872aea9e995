"""`knoop analyse --engine spark`: the figures of a log too large for one machine."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from knoop.cli.errors import Failed, WrongUse
from knoop.cli.machine import found_java, no_java

if TYPE_CHECKING:
    from knoop.distributed import Findings

ENGINES = ("numpy", "spark")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--engine", choices=ENGINES, default=ENGINES[0], help="spark for more than one machine can take"
    )
    of_spark = parser.add_argument_group("with --engine spark")
    of_spark.add_argument("--master", metavar="ADDRESS", help="local[2], spark://host:7077, yarn, k8s://…")
    of_spark.add_argument(
        "--conf",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="a setting of Spark; as often as needed",
    )
    of_spark.add_argument(
        "--people-out", type=Path, metavar="FILE", help="write figures of people as Parquet, not in the JSON"
    )


def place(written: str) -> Path | str:
    """A path, or an address such as s3a://bucket/folder, which a path would spoil."""
    return written if "://" in written else Path(written)


def run(arguments: argparse.Namespace) -> int:
    """0 when done; 2 when an output file can't be written.

    Raises: WrongUse, Failed without Java or when Spark gives up, and Unreadable for unreadable input.
    """
    from knoop.cli.analyse import WRONG_USE, UnwritableOutput

    _refuse(arguments)
    findings = _measured(arguments)
    try:
        _write(arguments, findings)
    except UnwritableOutput as wrong:
        print(wrong, file=sys.stderr)
        return WRONG_USE
    return 0


def _refuse(arguments: argparse.Namespace) -> None:
    from knoop.distributed.session import is_installed, is_submitted

    if arguments.engine != "spark":
        raise WrongUse(f"{arguments.path}: addresses are read with --engine spark only.")
    if arguments.report or arguments.names:
        raise WrongUse(
            "--report and --names need figures that --engine spark doesn't measure. Leave them out."
        )
    if not arguments.json:
        raise WrongUse("--engine spark has no summary to print. Add --json FILE, or --json - to print all.")
    if wrong := [one for one in arguments.conf if "=" not in one]:
        raise WrongUse(f"--conf {wrong[0]}: no value. Write it as --conf spark.executor.memory=8g")
    if not is_installed():
        raise WrongUse("--engine spark needs PySpark. Install it: pip install 'knoop[spark]'")
    if not is_submitted() and not found_java():
        raise Failed(no_java())


def _measured(arguments: argparse.Namespace) -> "Findings":
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    from knoop.distributed import NoSpark, analyse, spark_session

    was_there = SparkSession.getActiveSession() is not None
    try:
        spark = spark_session(arguments.master, dict(one.split("=", 1) for one in arguments.conf))
    except NoSpark as wrong:
        raise Failed(str(wrong)) from wrong
    try:
        return analyse(spark, arguments.path, arguments.people)
    except (PySparkException, Py4JError) as wrong:
        said = " ".join(str(wrong).split())[:400]
        raise Failed(f"Spark gave up: {said} Its own log says more; memory is the usual reason.") from wrong
    finally:
        if not was_there:
            spark.stop()  # a cluster takes one that just goes away for one that failed


def _write(arguments: argparse.Namespace, findings: "Findings") -> None:
    from knoop.cli.analyse import write_whole

    if arguments.people_out:
        _write_people(arguments.people_out, findings)
    contract = findings.as_json(with_people=not arguments.people_out)
    text = json.dumps(contract, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    if arguments.json == "-":
        sys.stdout.write(text)
    else:
        write_whole(Path(arguments.json), text)


def _write_people(path: Path, findings: "Findings") -> None:
    import pyarrow.parquet as pq

    from knoop.cli.analyse import UnwritableOutput

    try:
        pq.write_table(findings.people_table(), path)
    except OSError as wrong:
        reason = wrong.strerror or str(wrong)
        raise UnwritableOutput(f"{path}: can't be written ({reason}). Choose another place.") from wrong
