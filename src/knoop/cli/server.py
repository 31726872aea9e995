"""Brings Django up for a command, and the database and static files to the present version."""

import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knoop.cli.errors import Failed, WrongUse

OWNER_ONLY = 0o077
MIGRATING = 0x6B6E6F6F70  # of all locks on a server, the one that is ours


def require_server_part() -> None:
    """Raises WrongUse when only the analysis part is installed."""
    if not importlib.util.find_spec("django"):
        raise WrongUse("This command needs the server part: pip install 'knoop[server]'.")


def ready_django() -> None:
    """Loads the settings and rooms; what is written from here on only its owner can read."""
    require_server_part()
    import django
    from django.utils import translation

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "knoop.config.settings")
    from knoop.config import translations

    translations.compile_changed()
    os.umask(OWNER_ONLY)
    django.setup()
    translation.activate("en")  # commands speak English, whatever the site's language


def bring_up_to_date() -> None:
    """Applies migrations that are new and collects static files when they changed."""
    from django.conf import settings
    from django.core.management import call_command

    with _alone(settings.DATA), _alone_on_server():
        call_command("migrate", interactive=False, verbosity=0)
        _collect_static()


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Waits until no other command brings the same data folder up to date."""
    try:
        import fcntl
    except ImportError:  # not on Windows
        yield
        return
    try:
        lock = (folder / ".starting").open("w")
    except OSError as fault:
        raise Failed(
            f"{folder} can't be written ({fault.strerror}). Give Knoop's user the right to."
        ) from fault
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _alone_on_server() -> Iterator[None]:
    """The same for other machines that share a PostgreSQL database."""
    from django.db import connection

    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])


def name_of_database() -> str:
    """As an administrator knows it: a folder, or a name and a host."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if "sqlite3" in database["ENGINE"]:
        return f"in {settings.DATA}"
    return f"{database['NAME']} on {database['HOST'] or 'this machine'}"


def _collect_static() -> None:
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    files = [storage.path(name) for finder in get_finders() for name, storage in finder.list([])]
    state = f"{len(files)} files, newest {max(os.stat(file).st_mtime_ns for file in files)}"
    stamp = settings.STATIC_ROOT / ".collected"
    if not stamp.exists() or stamp.read_text() != state:
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        stamp.write_text(state)


@contextmanager
def progress(title: str) -> Iterator[object]:
    """A bar on a terminal, silence elsewhere; call what it gives with how much of how many is done."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
    print(f"{title}: done", file=sys.stderr)
