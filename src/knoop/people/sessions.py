"""Where somebody is logged in, so that they can log out there from here."""

from __future__ import annotations

import re
from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.db import models, transaction
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.people.models import Person

if TYPE_CHECKING:
    from django.http import HttpRequest

NOTED_EVERY = 3600  # seconds
unnoted: set[str] = set()  # paths at which nobody is noted to be here; rooms above add theirs
PROGRAMS = [
    ("Edge", r"\bEdgA?/"),
    ("Opera", r"\bOPR/"),
    ("Samsung Internet", r"SamsungBrowser/"),
    ("Firefox", r"Firefox/|FxiOS/"),
    ("Chrome", r"Chrome/|CriOS/"),
    ("Safari", r"Safari/"),
]
MACHINES = [
    ("iPhone", r"iPhone"),
    ("iPad", r"iPad"),
    ("Android", r"Android"),
    ("Windows", r"Windows"),
    ("Mac", r"Macintosh"),
    ("ChromeOS", r"CrOS"),
    ("Linux", r"Linux"),
]


class LogInQuerySet(models.QuerySet["LogIn"]):
    def of(self, person: Person) -> LogInQuerySet:
        """Those that can still be used, the one used last first."""
        since = clock.now() - timedelta(seconds=settings.SESSION_COOKIE_AGE)
        return self.filter(person=person, seen_at__gte=since).order_by("-seen_at", "-pk")

    @transaction.atomic
    def end(self) -> None:
        sessions = import_module(settings.SESSION_ENGINE).SessionStore
        for key in self.values_list("session", flat=True):
            sessions(key).delete()
        self.delete()


class LogIn(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="log_ins")
    session = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=60, blank=True)  # "Firefox, Linux": no more than that
    at = models.DateTimeField(default=clock.now)
    seen_at = models.DateTimeField(default=clock.now)

    objects = LogInQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.person_id}: {self.device}"

    @property
    def where(self) -> str:
        return self.device or str(_("Unknown device"))

    @property
    def is_a_phone(self) -> bool:
        return self.device.endswith(("iPhone", "iPad", "Android"))


def device_of(agent: str) -> str:
    """The browser and the kind of machine in its own words about itself, if it is one we know."""
    found = [
        next((name for name, sign in known if re.search(sign, agent)), "") for known in (PROGRAMS, MACHINES)
    ]
    return ", ".join(filter(None, found))


@receiver(user_logged_in)
def note(request: HttpRequest, user: Person, **_kwargs: Any) -> None:
    if request.session.session_key is None:
        request.session.save()
    LogIn.objects.update_or_create(
        session=request.session.session_key,
        defaults={"person": user, "device": device_of(request.headers.get("User-Agent", ""))},
    )
    request.session["seen"] = int(clock.now().timestamp())


def note_use(request: HttpRequest) -> None:
    """Writes down once an hour that somebody is still here; not of pages that leave no trace."""
    if request.path in unnoted:
        return
    now = clock.now()
    if now.timestamp() - request.session.get("seen", 0) < NOTED_EVERY:
        return
    request.session["seen"] = int(now.timestamp())
    device = device_of(request.headers.get("User-Agent", ""))
    LogIn.objects.update_or_create(
        session=request.session.session_key,
        defaults={"person": request.user, "device": device, "seen_at": now},
    )


@receiver(user_logged_out)
def forget(request: HttpRequest, **_kwargs: Any) -> None:
    LogIn.objects.filter(session=request.session.session_key).delete()
