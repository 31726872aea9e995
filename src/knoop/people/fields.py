"""What a profile tells of somebody, and who reads each line of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from knoop.people import policy

if TYPE_CHECKING:
    from knoop.people.models import Person


class Readers(models.TextChoices):
    EVERYONE = "everyone", _("Everyone, guests too")
    COLLEAGUES = "colleagues", _("Colleagues")
    UNIT = "unit", _("My unit")
    ME = "me", _("Only me")


@dataclass(frozen=True)
class Field:
    """A line of the profile; `readers` is who reads it while the person hasn't chosen."""

    key: str
    label: str | Promise
    readers: str


FIELDS = {
    line.key: line
    for line in (
        Field("about", _("Ask me about"), Readers.EVERYONE),
        Field("working_on", _("Working on"), Readers.COLLEAGUES),
        Field("pronouns", _("Pronouns"), Readers.EVERYONE),
        Field("location", _("Location"), Readers.COLLEAGUES),
        Field("languages", _("Languages"), Readers.COLLEAGUES),
        Field("phone", _("Phone"), Readers.COLLEAGUES),
        Field("mobile", _("Mobile phone"), Readers.UNIT),
        Field("email", _("E-mail"), Readers.COLLEAGUES),
        Field("birthday", _("Birthday"), Readers.UNIT),
        Field("started_on", _("Works here since"), Readers.COLLEAGUES),
    )
}


@dataclass(frozen=True)
class Line:
    key: str
    label: str | Promise
    words: str
    readers: str  # who reads it while the person hasn't chosen
    address: str = ""  # where it leads: to a telephone or a mail program


@dataclass(frozen=True)
class Profile:
    """What one person may read of another."""

    about: str = ""
    working_on: str = ""
    facts: list[Line] = field(default_factory=list)


def readers_of(person: Person, key: str, usual: str) -> str:
    return str(person.readers.get(key, usual))


def shown(person: Person, reader: Person) -> Profile:
    """The only way from a person's row to what a page tells of them, but for name, title, unit and photo.

    Of who has left nothing is told. Cost: nothing for who was loaded `for_profile`.
    """
    if not person.is_active:
        return Profile()
    lines = {line.key: line for line in _said(person) if line.words and _reads(reader, person, line)}
    return Profile(
        *(lines[key].words if key in lines else "" for key in BROAD),
        [line for key, line in lines.items() if key not in BROAD],
    )


def told(person: Person, key: str, reader: Person) -> str:
    """One line, for lists that show no more of somebody; no query for who was loaded with their departure."""
    if not person.is_active or not _reads(reader, person, FIELDS[key]):
        return ""
    return _in_words(key, getattr(person, key))


BROAD = ("about", "working_on")


def _reads(reader: Person, person: Person, line: Line | Field) -> bool:
    return policy.may_read(reader, person, readers_of(person, line.key, line.readers))


def _said(person: Person) -> Iterator[Line]:
    for key, line in FIELDS.items():
        said = getattr(person, key)
        yield Line(key, line.label, _in_words(key, said), line.readers, _address(key, said))
    for answer in person.own_answers.all():
        own, said = answer.field, answer.words
        if own.retired_at is None:
            yield Line(own.key, own.label, own.in_words(said), own.readers, own.address(said))


def _in_words(key: str, said: str | date | None) -> str:
    if not said:
        return ""
    if isinstance(said, date):
        return date_format(said, _now("j F") if key == "birthday" else _now("j F Y"))
    return said


def _address(key: str, said: str | date | None) -> str:
    if not said:
        return ""
    if key in ("phone", "mobile"):
        return f"tel:{re.sub(r'[^0-9+]', '', str(said))}"
    return f"mailto:{said}" if key == "email" else ""
