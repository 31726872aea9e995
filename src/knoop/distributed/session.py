"""The door to Spark: started here for one machine, or found where `spark-submit` put it."""

import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import knoop

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

EVERYWHERE = {
    "spark.log.level": "ERROR",
    "spark.sql.session.timeZone": "UTC",  # a moment without a zone is UTC, as everywhere in Knoop
    "spark.driver.maxResultSize": "0",  # a column of all people may be larger than the gigabyte it allows
}
ON_ONE_MACHINE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "2g",
    "spark.sql.shuffle.partitions": "8",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


class NoSpark(Exception):
    """Spark can't be had here. The message says what to install or to mend."""


def spark_session(master: str | None = None, settings: Mapping[str, str] | None = None) -> "SparkSession":
    """A session of Spark, or the one there is.

    Args:    master: `local[2]` for two cores of this machine, or the address of a cluster; by default what
             `spark-submit` said, and else all cores of this machine. settings: of Spark, before our own.
    Raises:  NoSpark without PySpark, or when Spark doesn't start.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise NoSpark(f"{missing.name} is not installed. Install it: pip install 'knoop[spark]'") from missing
    # Workers on this machine must be this Python: another one has other packages.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    chosen = master or (None if is_submitted() else "local[*]")
    wanted = EVERYWHERE | _of_master(chosen) | dict(settings or {})
    builder = SparkSession.builder.appName("knoop")
    for name, value in wanted.items():
        builder = builder.config(name, value)
    try:
        return (builder.master(chosen) if chosen else builder).getOrCreate()
    except (PySparkException, OSError) as wrong:
        raise NoSpark(f"Spark doesn't start ({first_line(wrong)}). Is Java 17 or newer installed?") from wrong


def is_installed() -> bool:
    """Whether PySpark is there; it comes with the extra `knoop[spark]`."""
    return find_spec("pyspark") is not None


def is_submitted() -> bool:
    """Whether `spark-submit` started this program, and has brought Java and an address."""
    return "PYSPARK_GATEWAY_PORT" in os.environ


def first_line(wrong: BaseException) -> str:
    return next(iter(str(wrong).strip().splitlines()), type(wrong).__name__)


def _of_master(master: str | None) -> dict[str, str]:
    if not (master or "").startswith("local"):
        return {}
    return ON_ONE_MACHINE | {"spark.executorEnv.PYTHONPATH": str(Path(knoop.__path__[0]).parent)}
