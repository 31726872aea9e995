"""What takes long or comes by the clock: exports, erasures, lists of people who come in."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from django.tasks import task

from knoop.base import clock
from knoop.jobs.schedule import every
from knoop.people.batches import Batch
from knoop.people.erasures import Erasure
from knoop.people.exports import Export

PREVIEWED_FOR = timedelta(days=7)


@task(queue_name="slow")
def make_export(export_id: int) -> None:
    """Safe to run twice."""
    export = Export.objects.select_related("person__departure").filter(pk=export_id).first()
    if export:
        export.make()


@task(queue_name="slow")
def erase(erasure_id: int) -> None:
    """Safe to run twice: goes on where it was stopped."""
    erasure = Erasure.objects.due().filter(pk=erasure_id).first()
    if erasure:
        erasure.carry_out()


@task(queue_name="slow")
def bring_in(batch_id: int) -> None:
    """Safe to run twice: goes on behind the last row that was brought in."""
    batch = Batch.objects.begun().filter(pk=batch_id).first()
    if batch:
        batch.bring_in()


@every(hours=1)
@task()
def sweep() -> None:
    """Begins the erasures whose week is over; throws away old exports, and lists that nobody began with."""
    for pk in Erasure.objects.due().values_list("pk", flat=True):
        erase.enqueue(cast(int, pk))
    for export in Export.objects.too_old():
        export.throw_away()
    Batch.objects.filter(begun_at=None, at__lt=clock.now() - PREVIEWED_FOR).delete()
