"""What each signal is about, kept, so that a process that starts needn't read a hundred thousand texts."""

from __future__ import annotations

from django.db import models

from knoop.community.signals import likeness

BATCH = 2000


class OutlineQuerySet(models.QuerySet["Outline"]):
    def readable(self) -> OutlineQuerySet:
        return self.filter(version=likeness.VERSION)

    def write(self, signals: models.QuerySet[models.Model]) -> int:
        """Reads the signals that have none of this version. Another process may do the same meanwhile."""
        self.exclude(version=likeness.VERSION).filter(signal__in=signals).delete()
        written, last = 0, 0
        lacking = signals.filter(outline=None).order_by("pk").values_list("pk", "title", "text")
        while rows := list(lacking.filter(pk__gt=last)[:BATCH]):
            made = [
                self.model(signal_id=pk, shape=shape_of(title, text).to_bytes()) for pk, title, text in rows
            ]
            self.bulk_create(made, ignore_conflicts=True)
            written, last = written + len(rows), rows[-1][0]
        return written


class Outline(models.Model):
    """Never changed: a signal that is worded otherwise gets another, so the first is known to be gone."""

    signal = models.OneToOneField("Signal", models.CASCADE, related_name="outline")
    version = models.PositiveSmallIntegerField(default=likeness.VERSION)
    shape = models.BinaryField()

    objects = OutlineQuerySet.as_manager()

    def __str__(self) -> str:
        return f"outline of signal {self.signal_id}"


def shape_of(title: str, text: str) -> likeness.Shape:
    return likeness.shape(f"{title}\n{text}")
