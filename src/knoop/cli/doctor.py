"""`knoop doctor`: looks at an installation and says what to mend."""

import argparse
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator

from knoop.cli.server import OWNER_ONLY, ready_django

ENOUGH = 1024**3  # bytes free on the disk of the data folder


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    pass


def run(_arguments: argparse.Namespace) -> int:
    ready_django()
    faults = 0
    for name, fault in _findings():
        print(f"{'ok  ' if fault is None else 'MEND'}  {name}{'' if fault is None else ': ' + fault}")
        faults += fault is not None
    return 1 if faults else 0


def _findings() -> Iterator[tuple[str, str | None]]:
    checks: dict[str, Callable[[], str | None]] = {
        f"Python {sys.version.split()[0]}": lambda: None,
        "settings": _settings,
        "data folder can be written": _folder,
        "data folder is for its owner only": _privacy,
        "room on the disk": _room,
        "database answers and is whole": _database,
        "database is at this version": _migrations,
    }
    for name, check in checks.items():
        fault = check()
        yield name, fault
        if fault and check is _database:
            return  # what can't be read can't be asked further


def _settings() -> str | None:
    from django.core.checks import run_checks

    return "; ".join(str(message.msg) for message in run_checks()) or None


def _folder() -> str | None:
    from django.conf import settings

    trial = settings.DATA / ".doctor"
    try:
        trial.write_text("trial")
        trial.unlink()
    except OSError as fault:
        return f"{settings.DATA} can't be written ({fault.strerror}). Give Knoop's user the right to."
    return None


def _privacy() -> str | None:
    from django.conf import settings

    is_open = os.name == "posix" and settings.DATA.stat().st_mode & OWNER_ONLY
    if not is_open:
        return None
    return (
        f"others on this machine can look into {settings.DATA}, where passwords' hashes, sessions and closed "
        f"posts are. Run: chmod -R go= {shlex.quote(str(settings.DATA))}"
    )


def _room() -> str | None:
    from django.conf import settings

    free = shutil.disk_usage(settings.DATA).free
    return None if free >= ENOUGH else f"{free / 1024**2:.0f} MB left at {settings.DATA}; make room for 1 GB."


def _database() -> str | None:
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA quick_check")
            said = cursor.fetchone()[0]
    except DatabaseError as fault:
        return f"it can't be read ({fault}). Restore a copy."
    return None if said == "ok" else f"it is damaged ({said}). Restore a copy."


def _migrations() -> str | None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(waiting)} steps wait; ./knoop serve takes them." if waiting else None
