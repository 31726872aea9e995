"""A PostgreSQL of our own, for tests and benches: a private cluster in a folder, on a free port."""

import os
import pwd
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knoop.cli.errors import Failed
from knoop.cli.listening import free_port
from knoop.cli.machine import install

USER = "knoop"
OLDEST = 15
STARTS_WITHIN = 60  # seconds
# Tests throw everything away, so nothing has to survive a power cut.
FLEETING = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
LASTING = ("shared_buffers=512MB", "effective_cache_size=4GB", "work_mem=16MB", "max_wal_size=4GB")


@contextmanager
def postgresql(kept: Path | None = None) -> Iterator[str]:
    """The address of an empty database, or of the one in the folder `kept`. Raises Failed."""
    programs = _programs()
    if kept:
        with _running(programs, kept, LASTING) as address:
            yield address
        return
    with (
        tempfile.TemporaryDirectory(prefix="knoop-postgresql-") as folder,
        _running(programs, Path(folder), FLEETING) as address,
    ):
        yield address


def _programs() -> Path:
    """The folder of PostgreSQL's programs, installed with the system's packages if need be."""
    found = _found()
    if not found and shutil.which("apt-get"):
        install("postgresql")
        found = _found()
    if not found:
        raise Failed(
            f"The tests on PostgreSQL need version {OLDEST} or newer. Install it (Debian, Ubuntu: apt "
            "install postgresql; macOS: brew install postgresql@17) and start again."
        )
    return found


def _found() -> Path | None:
    """Debian keeps versions side by side and off the PATH; the newest is taken."""
    folders = [Path("/usr/lib/postgresql"), Path("/opt/homebrew/opt"), Path("/usr/local/opt")]
    beside = [path for folder in folders for path in folder.glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    newest = max(((_version(path), path.parent) for path in beside), default=(0, None))
    if newest[0] >= OLDEST:
        return newest[1]
    return Path(on_path).parent if on_path and _version(Path(on_path)) >= OLDEST else None


def _version(initdb: Path) -> int:
    try:
        said = subprocess.run([initdb, "--version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    number = re.search(r"\d+", said.stdout)
    return int(number[0]) if number else 0


@contextmanager
def _running(programs: Path, folder: Path, settings: tuple[str, ...]) -> Iterator[str]:
    who = _owner()
    data, port, log = folder / "data", free_port(), folder / "log"
    folder.mkdir(parents=True, exist_ok=True)
    if who:
        os.chown(folder, pwd.getpwnam(who).pw_uid, -1)
    if not (data / "PG_VERSION").exists():
        _initialise(programs, data, who)
    command = [programs / "postgres", "-D", data, "-k", folder, "-p", str(port)]
    for setting in ("listen_addresses=127.0.0.1", "max_connections=60", "timezone=UTC", *settings):
        command += ["-c", setting]
    with log.open("w") as said:
        server = subprocess.Popen(command, stdout=said, stderr=said, user=who, start_new_session=True)
    try:
        _wait(server, port, log)
        yield f"postgresql://{USER}@127.0.0.1:{port}/{USER}"
    finally:
        server.terminate()  # "smart" waits for who is connected; whoever is by now was killed
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.send_signal(2)  # "fast" doesn't
            server.wait(30)


def _owner() -> str | None:
    """PostgreSQL refuses to run as root; its package made a user for it."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError as fault:
        raise Failed(
            "PostgreSQL refuses to run as root, and there is no user postgres. Run as another user."
        ) from fault


def _initialise(programs: Path, data: Path, who: str | None) -> None:
    """With the order and the small letters of all languages, as an organisation's own would have."""
    words = ["--auth=trust", f"--username={USER}", "--encoding=UTF8", "--no-sync"]
    words += ["--locale-provider=icu", "--icu-locale=und", "--locale=C"]
    done = subprocess.run(
        [programs / "initdb", "-D", data, *words],
        user=who,
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Failed(f"PostgreSQL could not be set up in {data} ({done.stderr.strip()[-300:]}).")


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    import psycopg

    deadline = time.monotonic() + STARTS_WITHIN
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with psycopg.connect(
                host="127.0.0.1", port=port, user=USER, dbname="postgres", autocommit=True
            ) as it:
                if not it.execute("SELECT 1 FROM pg_database WHERE datname = %s", [USER]).fetchone():
                    it.execute(f"CREATE DATABASE {USER}")
                return
        except psycopg.OperationalError:
            time.sleep(0.1)
    raise Failed(f"PostgreSQL did not start ({log.read_text().strip()[-300:]}).")
