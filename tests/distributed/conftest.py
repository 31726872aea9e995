"""One Spark for all tests of this folder, tuned for short work: Java doesn't optimise what runs once."""

import pytest

from knoop.cli.machine import java
from knoop.distributed import spark_session

SHORT_WORK = {
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto",
    "spark.driver.memory": "1g",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.showConsoleProgress": "false",
}


@pytest.fixture(scope="session")
def spark():
    java()
    started = spark_session("local[2]", SHORT_WORK)
    yield started
    started.stop()
