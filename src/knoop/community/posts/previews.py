"""What a link in a post leads to, in words: fetched once, shown without going there."""

from __future__ import annotations

from django.db import models

from knoop.base import clock


class LinkPreview(models.Model):
    """A page elsewhere as it was when somebody linked to it first; no words: it couldn't be read."""

    address = models.CharField(max_length=2000, unique=True)
    site = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=200, blank=True)
    description = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.address
