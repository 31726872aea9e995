"""What happens with files behind the pages: looked through for harm, shown in small, swept."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.tasks import task

from knoop.base import clock
from knoop.community.files import holders, previews, scanner
from knoop.community.files.models import WIDTHS, File, Version
from knoop.jobs.schedule import every

BATCH = 200


@task(queue_name="slow")
def check(version_id: int) -> None:
    """Asks the scanner, and has previews made of what is clean. Safe to run twice."""
    version = Version.objects.filter(pk=version_id).first()
    if version is None or not settings.CLAMAV:
        return
    if version.checked_at is None:
        with default_storage.open(version.stored_as) as contents:
            version.threat = scanner.threat_in(contents.file, settings.CLAMAV)[:200]
        version.checked_at = clock.now()
        version.save(update_fields=["threat", "checked_at"])
    if not version.threat:
        make_previews.enqueue(version.pk)


@task(queue_name="slow")
def make_previews(version_id: int) -> None:
    """Safe to run twice: the second time it finds them there."""
    version = Version.objects.filter(pk=version_id, has_preview=False).first()
    if version is None or not version.may_be_had:
        return
    with default_storage.open(version.stored_as) as contents:
        made = previews.of(contents.file, version.media, WIDTHS)
    for width, picture in made.items():
        _keep(version.preview_stored_as(width), picture)
    if made:
        Version.objects.filter(pk=version.pk).update(has_preview=True)


def _keep(name: str, picture: bytes) -> None:
    default_storage.delete(name)  # half of one, if a worker was stopped while it wrote
    stored_as = default_storage.save(name, ContentFile(picture))
    if stored_as != name:
        default_storage.delete(stored_as)  # somebody else made it at this moment


@every(minutes=5)
@task()
def check_waiting() -> None:
    """Has all looked through that isn't yet: after the scanner was away, or was switched on later."""
    if settings.CLAMAV:
        for pk in Version.objects.unchecked().values_list("pk", flat=True)[:BATCH]:
            check.enqueue(cast(int, pk))


@every(hours=1)
@task()
def sweep() -> None:
    """Takes away what nobody put anywhere within a day nor waits for, and what was withdrawn a month ago."""
    due = File.objects.to_sweep(clock.now())
    waited_for = holders.waited_for(set(due.values_list("by", flat=True)))
    for file in due.exclude(key__in=waited_for)[:BATCH]:
        file.shred()
