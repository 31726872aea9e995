"""What the people room holds of somebody, and how the row that stays is emptied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from secrets import token_hex
from typing import Any

from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.base import clock
from knoop.base.naming import folded
from knoop.people import faces
from knoop.people.batches import Batch
from knoop.people.codes import Code
from knoop.people.exports import Export
from knoop.people.fields import FIELDS
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving
from knoop.people.models import Departure, Person
from knoop.people.sessions import LogIn
from knoop.people.tries import WrongPassword

EMPTIED: dict[str, Any] = {
    **dict.fromkeys(("name", "title", "about", "working_on", "pronouns", "location", "languages"), ""),
    **dict.fromkeys(("phone", "mobile", "photo", "language", "time_zone", "look"), ""),
    **dict.fromkeys(("folded_about", "folded_working_on"), ""),
    **dict.fromkeys(("email", "birthday", "started_on", "unit", "last_login", "welcomed_at"), None),
    "readers": {},
    "welcome_step": 1,
    "is_guest": False,
}
OWN = ("handle", "name", "email", "title", *(key for key in FIELDS if key != "email"))


def profile(person: Person) -> dict[str, Iterable[Any]]:
    """As one row: what somebody says of themselves, whatever they let others read."""
    said = {key: getattr(person, key) for key in OWN}
    unit = person.unit.name if person.unit else None
    chosen = {key: getattr(person, key) for key in ("readers", "language", "time_zone", "look", "joined_at")}
    return {"profile": [said | {"unit": unit} | chosen]}


def photo(person: Person) -> Iterator[tuple[str, str]]:
    if person.photo:
        yield "photo.webp", faces.place_of(person.pk, person.photo, max(faces.SIZES))


def erase(leaving: Leaving) -> set[str]:
    """Leaves a row that nobody can be known by, for what was said with others and for the log's numbers."""
    person = leaving.person
    LogIn.objects.filter(person=person).end()
    WrongPassword.objects.filter(whose=f"person {person.pk}").delete()
    Code.objects.filter(by=person, revoked_at=None).update(revoked_at=clock.now())
    Code.objects.filter(by=person).update(note="")
    for batch in Batch.objects.exclude(rows=[]):
        batch.forget(person)
    stored = set(
        Export.objects.filter(person=person).exclude(stored_as="").values_list("stored_as", flat=True)
    )
    if person.photo:
        stored |= {faces.place_of(person.pk, person.photo, size) for size in faces.SIZES}
    Departure.objects.update_or_create(person=person, defaults={"reason": ""})
    _empty(person)
    return stored


def _empty(person: Person) -> None:
    handle = f"former-{token_hex(6)}"  # their number would be known from addresses that others have seen
    Person.objects.filter(pk=person.pk).update(
        **EMPTIED,
        handle=handle,
        folded=folded(handle),
        password=make_password(None),
        # The log's periods count members by month; the day tells nobody's story any more.
        joined_at=person.joined_at.replace(day=1, hour=0, minute=0, second=0, microsecond=0),
        erased_at=clock.now(),
    )


holds(
    Holding(
        "people",
        _("Your profile and account"),
        lines=[
            Line(
                "people.OwnAnswer.person",
                ngettext_lazy("%(count)d line of your own", "%(count)d lines of your own", "count"),
                Fate.GOES,
                ("field__label_nl", "field__label_en", "words"),
            ),
            Line(
                "people.Appointment.person",
                ngettext_lazy("%(count)d role that you have", "%(count)d roles that you have", "count"),
                Fate.GOES,
                ("role", "at"),
            ),
            Line(
                "people.Appointment.by",
                ngettext_lazy("%(count)d role that you gave", "%(count)d roles that you gave", "count"),
                Fate.STAYS,
                ("role", "at"),
                called="appointments_given",
            ),
            Line(
                "people.ReportingLine.person",
                ngettext_lazy("%(count)d person you report to", "%(count)d people you report to", "count"),
                Fate.GOES,
                ("lead__name", "since"),
            ),
            Line(
                "people.ReportingLine.lead",
                ngettext_lazy(
                    "%(count)d person who reports to you", "%(count)d people who report to you", "count"
                ),
                Fate.GOES,
                ("person__name", "since"),
                called="people_led",
            ),
            Line(
                "people.Following.by",
                ngettext_lazy("%(count)d colleague you follow", "%(count)d colleagues you follow", "count"),
                Fate.GOES,
                ("person__name", "since"),
            ),
            Line(
                "people.Following.person",
                ngettext_lazy(
                    "%(count)d colleague who follows you", "%(count)d colleagues who follow you", "count"
                ),
                Fate.GOES,
            ),
            Line(
                "people.LogIn.person",
                ngettext_lazy(
                    "%(count)d device on which you're logged in",
                    "%(count)d devices on which you're logged in",
                    "count",
                ),
                Fate.GOES,
                ("device", "at", "seen_at"),
                until=_("until you log out there, or a month after you were last seen"),
            ),
            Line(
                "people.Use.person",
                ngettext_lazy("the code you came in by", "%(count)d codes you came in by", "count"),
                Fate.GOES,
                ("at",),
            ),
            Line(
                "people.Code.by",
                ngettext_lazy("%(count)d code you handed out", "%(count)d codes you handed out", "count"),
                Fate.STAYS,
                ("note", "at", "until"),
                called="codes_handed_out",
            ),
            Line(
                "people.Batch.by",
                ngettext_lazy(
                    "%(count)d list of people you brought in",
                    "%(count)d lists of people you brought in",
                    "count",
                ),
                Fate.STAYS,
                ("name", "at"),
            ),
            Line(
                "people.Departure.person",
                ngettext_lazy("that you left", "that you left", "count"),
                Fate.STAYS,
                ("at",),
            ),
            Line(
                "people.Departure.by",
                ngettext_lazy("%(count)d account you closed", "%(count)d accounts you closed", "count"),
                Fate.STAYS,
            ),
            Line(
                "people.Lock.person",
                ngettext_lazy("that you're locked out", "that you're locked out", "count"),
                Fate.GOES,
            ),
            Line(
                "people.Lock.by",
                ngettext_lazy("%(count)d account you locked", "%(count)d accounts you locked", "count"),
                Fate.STAYS,
            ),
            Line(
                "people.Export.person",
                ngettext_lazy("%(count)d export of your data", "%(count)d exports of your data", "count"),
                Fate.GOES,
                until=_("a week after it was made"),
            ),
            Line(
                "people.Erasure.person",
                ngettext_lazy("that you want to be erased", "that you want to be erased", "count"),
                Fate.STAYS,
            ),
            Line(
                "people.Erasure.by",
                ngettext_lazy("%(count)d erasure you asked for", "%(count)d erasures you asked for", "count"),
                Fate.STAYS,
            ),
            Line(
                "events.Event.actor",
                ngettext_lazy(
                    "%(count)d act in the log: what happened when, without words",
                    "%(count)d acts in the log: what happened when, without words",
                    "count",
                ),
                Fate.STAYS,
                ("verb", "at"),
                called="log",
            ),
        ],
        erase=erase,
        more=profile,
        files=photo,
        words=_("And what you wrote on your profile: your name, photo, contact details and choices."),
        order=100,
    )
)
