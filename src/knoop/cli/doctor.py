"""`knoop doctor`: looks at an installation and says what to mend."""

import argparse
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from typing import Any

from knoop.cli.server import OWNER_ONLY, ready_django

OLDEST_POSTGRESQL = 15
ENOUGH = 1024**3  # bytes free on the disk of the data folder
LOOPBACK = ("127.0.0.1", "localhost", "::1")


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
        _name_of_files(): _files,
        "database answers and is whole": _database,
        "database is at this version": _migrations,
        "jobs are done": _jobs,
        _name_of_mail(): _mail,
        _name_of_answers(): _answers,
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


def _name_of_files() -> str:
    return f"files are kept in {'the bucket of KNOOP_S3' if _bucket() else 'the data folder'}"


def _bucket() -> Any:
    from django.core.files.storage import storages

    from knoop.base.bucket import Bucket

    return storages["default"] if isinstance(storages["default"], Bucket) else None


def _files() -> str | None:
    """Keeps something in the bucket and takes it away again."""
    bucket = _bucket()
    if bucket is None:
        return None
    try:
        return _trial(bucket)
    except OSError as fault:
        return f"it can't be used: {fault} Mend its address, key, secret or region, or what the key may do."


def _trial(bucket: Any) -> str | None:
    from django.core.files.base import ContentFile

    from knoop.base.naming import unguessable

    name = bucket.save(f"doctor/{unguessable()}", ContentFile(b"trial"))
    try:
        with bucket.open(name) as kept:
            if kept.read() != b"trial":
                return "it gives something else than was put in it. See what stands between."
        if bucket.is_open(name):
            return "whoever knows an address in it can read what is there. Close it to all but Knoop's key."
        if bucket.keeps_old_versions(name):
            return (
                "it keeps old versions, so what is erased stays in it. Switch them off, or have them deleted "
                "after some days."
            )
    finally:
        bucket.delete(name)
    is_near = bucket.hostname in LOOPBACK or "." not in bucket.hostname
    if bucket.is_encrypted or is_near:
        return None
    return f"files go to {bucket.hostname} unencrypted. Write KNOOP_S3 with https://."


def _database() -> str | None:
    from django.db import DatabaseError, connection

    try:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                return _postgresql(cursor)
            cursor.execute("PRAGMA quick_check")
            said = cursor.fetchone()[0]
    except DatabaseError as fault:
        remedy = (
            "Start it, or mend KNOOP_DATABASE." if connection.vendor == "postgresql" else "Restore a copy."
        )
        return f"it can't be read ({' '.join(str(fault).split())}). {remedy}"
    return None if said == "ok" else f"it is damaged ({said}). Restore a copy."


def _postgresql(cursor: Any) -> str | None:
    """A server that is new enough, keeps letters of all languages, and lets Knoop make its tables."""
    cursor.execute(
        "SELECT current_setting('server_version_num')::int / 10000, current_setting('server_encoding'),"
        " has_schema_privilege(current_schema(), 'CREATE')"
    )
    version, encoding, may_create = cursor.fetchone()
    if version < OLDEST_POSTGRESQL:
        return f"it is PostgreSQL {version}; Knoop needs {OLDEST_POSTGRESQL} or newer."
    if encoding != "UTF8":
        return f"it keeps text as {encoding}. Make one with: createdb --encoding=UTF8 --template=template0"
    if not may_create:
        return "its user may not make tables. Make it the owner: ALTER DATABASE … OWNER TO …"
    return None


def _migrations() -> str | None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return f"{len(waiting)} steps wait; ./knoop serve takes them." if waiting else None


def _jobs() -> str | None:
    from datetime import timedelta

    from knoop.jobs.models import Job

    if _migrations():
        return None  # said above; the table may not be there
    late = Job.objects.overdue(timedelta(minutes=5)).count()
    if late:
        return f"{late} wait, and nobody has begun for minutes. Start ./knoop serve, or ./knoop work."
    failed = Job.objects.failed().count()
    return f"{failed} failed; an administrator sees why at /administration/jobs/." if failed else None


def _name_of_mail() -> str:
    from django.conf import settings

    if settings.MAILS:
        return "mail goes out"
    return "no mail goes out: KNOOP_SMTP isn't set, so no page speaks of mail (docs/mail.md)"


def _mail() -> str | None:
    from django.conf import settings

    from knoop.notify.mailing import trial
    from knoop.notify.models import Refusal

    if not settings.MAILS or _migrations():
        return None
    if fault := trial():
        return f"the server of KNOOP_SMTP doesn't let us in ({fault}). Mend its address, user or password."
    refused = Refusal.objects.for_list().count()
    if refused:
        return f"{refused} addresses are refused; an administrator sees which at /administration/mail/."
    return _unencrypted("KNOOP_SMTP", settings.MAILERS["default"]["OPTIONS"])


def _unencrypted(name: str, options: dict[str, Any]) -> str | None:
    is_safe = options["use_ssl"] or options["use_tls"] or options["host"] in LOOPBACK
    if is_safe or not options["password"]:
        return None
    return f"its password goes to {options['host']} unencrypted. Write {name} with smtps:// or starttls://."


def _name_of_answers() -> str:
    from django.conf import settings

    return "answers by mail come in" if settings.MAILBOX else "nobody answers by mail: KNOOP_IMAP isn't set"


def _answers() -> str | None:
    from django.conf import settings

    from knoop.notify.fetching import trial

    if not settings.MAILBOX:
        return None
    fault = trial(settings.MAILBOX)
    return (
        f"the mailbox of KNOOP_IMAP can't be read ({fault}). Mend its address or password." if fault else None
    )
