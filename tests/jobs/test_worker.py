"""A real worker: killed in the middle of a job, asked to stop, and slower than its lease."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.commands import environment

LEASE = "2"  # seconds
PATIENCE = 60  # seconds; a machine with much to do starts a worker slowly

Start = Callable[[], subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """An installation of its own, whose database is up to date."""
    folder = tmp_path_factory.mktemp("jobs")
    in_it(folder, "from knoop.cli.server import bring_up_to_date; bring_up_to_date()")
    return folder


def in_it(data: Path, words: str) -> None:
    start = "from knoop.cli.server import ready_django; ready_django(); from tests.jobs import trial; "
    subprocess.run([sys.executable, "-c", start + words], env=environment(data), check=True, timeout=120)


def enqueue(data: Path, folder: Path, seconds: float, times: int = 1) -> None:
    in_it(data, f"[trial.linger.enqueue({str(folder)!r}, {seconds}) for _ in range({times})]")


@pytest.fixture
def start(data) -> Iterator[Start]:
    started = []

    def one() -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "knoop.cli", "work", "--lease", LEASE]
        started.append(subprocess.Popen(command, env=environment(data)))
        return started[-1]

    yield one
    for worker in started:
        if worker.poll() is None:
            worker.kill()
        worker.wait()


def wait_for(folder: Path, pattern: str, count: int = 1) -> list[str]:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if len(found := sorted(file.name for file in folder.glob(pattern))) >= count:
            return found
        time.sleep(0.05)
    pytest.fail(f"No {pattern} in {PATIENCE} s; there is {[file.name for file in folder.iterdir()]}")


def test_the_job_of_a_worker_that_was_killed_is_done_by_another(data, start, tmp_path):
    enqueue(data, tmp_path, seconds=600)
    first = start()
    wait_for(tmp_path, "begun-*")
    first.kill()
    second = start()
    [done] = wait_for(tmp_path, "done-*")
    assert done.startswith(f"done-{second.pid}-")
    assert len(list(tmp_path.glob("begun-*"))) == 2


def test_a_worker_that_is_asked_to_stop_finishes_the_job_in_hand_and_begins_no_other(data, start, tmp_path):
    enqueue(data, tmp_path, seconds=1.5, times=2)
    worker = start()
    wait_for(tmp_path, "begun-*")
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE) == 0
    assert [len(list(tmp_path.glob(pattern))) for pattern in ("begun-*", "done-*")] == [1, 1]
    start()
    wait_for(tmp_path, "done-*", 2)


def test_a_job_that_takes_longer_than_its_lease_is_not_done_twice(data, start, tmp_path):
    enqueue(data, tmp_path, seconds=2.5 * float(LEASE))
    for _worker in range(2):
        start()
    wait_for(tmp_path, "done-*")
    assert len(list(tmp_path.glob("begun-*"))) == 1


def test_the_worker_of_a_server_that_was_killed_stops_by_itself(data, tmp_path):
    said = tmp_path / "pid"
    server = (
        "import os, subprocess, sys; from pathlib import Path;"
        " command = [sys.executable, '-m', 'knoop.cli', 'work', '--beside', str(os.getpid())];"
        " worker = subprocess.Popen(command);"
        f" Path({str(said)!r}).write_text(str(worker.pid))"
    )
    subprocess.run([sys.executable, "-c", server], env=environment(data), check=True, timeout=60)
    worker = int(said.read_text())
    deadline = time.monotonic() + PATIENCE
    while is_there(worker) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_there(worker)


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{process}/stat").read_text().split()[2] if Path("/proc").exists() else True
