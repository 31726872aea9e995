"""Passwords can't be found by trying: wrong ones are counted for a while."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from django.db import models

from knoop.base import clock
from knoop.people.models import Person

MOST = 10
FORGOTTEN_AFTER = timedelta(minutes=15)


class WrongPassword(models.Model):
    """One wrong password for somebody, or for a name that nobody has: both are refused alike."""

    whose = models.CharField(max_length=64, db_index=True)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.whose} at {self.at:%H:%M}"


def whose(typed: str) -> str:
    """The person, whether they typed their username or address; else what was typed, unreadable."""
    try:
        return f"person {Person.objects.get_by_natural_key(typed).pk}"
    except Person.DoesNotExist:
        return sha256(typed.strip().lower().encode()).hexdigest()


def are_too_many(typed: str, most: int = MOST) -> bool:
    since = clock.now() - FORGOTTEN_AFTER
    return WrongPassword.objects.filter(whose=whose(typed), at__gt=since).count() >= most


def one_more(typed: str) -> None:
    WrongPassword.objects.filter(at__lte=clock.now() - FORGOTTEN_AFTER).delete()
    WrongPassword.objects.create(whose=whose(typed))
