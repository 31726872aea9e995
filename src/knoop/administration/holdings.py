"""What the room for administrators, and that of the jobs below it, hold of somebody."""

from __future__ import annotations

import json

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.jobs.models import Job
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving


def erase(leaving: Leaving) -> tuple[()]:
    """Jobs are given ids and no words; but what went wrong with one may quote what it was about."""
    person = leaving.person
    signs = [sign.lower() for sign in (person.handle, person.name, person.email) if sign]
    for job in Job.objects.exclude(faults=[]):
        told = json.dumps(job.faults, ensure_ascii=False).lower()
        if any(sign in told for sign in signs):
            job.faults = [fault | {"words": "", "traceback": ""} for fault in job.faults]
            job.save(update_fields=["faults"])
    return ()


holds(
    Holding(
        "administration",
        _("Administration"),
        lines=[
            Line(
                "jobs.PutAway.by",
                ngettext_lazy("%(count)d job you put away", "%(count)d jobs you put away", "count"),
                Fate.STAYS,
                ("at",),
                called="jobs_put_away",
                until=_("a month"),
            ),
        ],
        erase=erase,
    )
)
