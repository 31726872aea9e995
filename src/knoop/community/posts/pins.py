"""Posts that stay on top of their space."""

from __future__ import annotations

from django.db import models

from knoop.base import clock
from knoop.people.models import Person


class Pin(models.Model):
    post = models.OneToOneField("Post", models.CASCADE, related_name="pin")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.post_id} pinned"
