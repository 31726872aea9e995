"""All tests of search again on PostgreSQL, where the machine has one: the same texts, questions and order."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

HERE = Path(__file__).parent


def programs() -> Path | None:
    """The folder of PostgreSQL's own programs; Debian keeps them off the path."""
    found = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return Path(found).resolve().parent if found else next(iter(folders), None)


pytestmark = [
    pytest.mark.skipif(
        programs() is None, reason="needs PostgreSQL (Debian, Ubuntu: apt install postgresql)"
    ),
    pytest.mark.skipif(connection.vendor == "postgresql", reason="this is that run"),
]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A PostgreSQL of its own, reached by a socket in its folder."""
    # It refuses to run as root, and a socket's path may not be long.
    folder = Path(subprocess.check_output(["mktemp", "-d", "/tmp/knoop-pg-XXXXXX"], text=True).strip())
    who: list[str] = []
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
        who = ["runuser", "-u", "postgres", "--"]
    data = folder / "data"
    run = [*who, str(programs() / "pg_ctl"), "-D", str(data), "-s", "-w"]
    initdb = [str(programs() / "initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    subprocess.run([*who, *initdb, "--locale=C.UTF-8"], check=True, capture_output=True)
    options = f"-p 5499 -k {folder} -c listen_addresses= -c fsync=off"
    subprocess.run([*run, "-o", options, "-l", str(folder / "log"), "start"], check=True)
    try:
        subprocess.run(
            [str(programs() / "createdb"), "-h", str(folder), "-p", "5499", "-U", "postgres", "knoop"],
            check=True,
        )
        yield f"{folder}:5499"
    finally:
        subprocess.run([*run, "-m", "immediate", "stop"], check=False)
        shutil.rmtree(folder, ignore_errors=True)


def test_search_on_postgresql_finds_the_same(server: str, tmp_path: Path) -> None:
    environment = os.environ | {
        "KNOOP_TEST_POSTGRESQL": server,
        "DJANGO_SETTINGS_MODULE": "tests.settings_postgresql",
        "KNOOP_DATA": str(tmp_path),
    }
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(HERE)]
    tests = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert tests.returncode == 0, tests.stdout[-6000:] + tests.stderr[-2000:]
