"""A list of people out of a spreadsheet: read, and each row looked at before anybody is let in."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import batched
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from knoop.people.models import HANDLE, Person, Unit

MOST = 20_000  # rows
COLUMNS = {
    "name": ("name", "full name", "naam", "volledige naam"),
    "handle": ("username", "handle", "gebruikersnaam"),
    "email": ("e-mail", "email", "mail", "e-mailadres", "emailadres"),
    "title": ("title", "job title", "functie", "rol"),
    "unit": ("unit", "department", "afdeling", "team", "onderdeel"),
    "manager": ("manager", "reports to", "leidinggevende", "lead"),
    "guest": ("guest", "gast", "external", "extern"),
}
YES = {"yes", "y", "ja", "j", "1", "true", "x"}
LONGEST = {"name": 120, "title": 160, "unit": 120, "email": 254, "handle": 60}


class NotAList(ValueError):
    """The file can't be read as a list of people; in words for who sent it."""


class State(Enum):
    NEW = "new"
    HERE = "here"
    WRONG = "wrong"


@dataclass(frozen=True)
class Checked:
    number: int  # of the line in the file
    name: str
    handle: str
    email: str
    title: str
    unit: str
    manager: str
    is_guest: bool
    state: State = State.NEW
    wrong: Sequence[str] = field(default_factory=tuple)
    is_new_unit: bool = False

    @property
    def sign(self) -> str:
        """What others in the list may name them by."""
        return self.email or self.handle


def read(contents: bytes) -> list[dict[str, Any]]:
    """The rows of a CSV file, by our names of the columns, with their line. Raises NotAList."""
    try:
        lines = list(csv.reader(io.StringIO(_text(contents), newline=""), delimiter=_delimiter(contents)))
    except csv.Error as fault:
        raise NotAList(_("This can't be read as a list. Was a quotation mark left open?")) from fault
    if not lines:
        raise NotAList(
            _("This file is empty. The first line names the columns, such as: name, e-mail, unit.")
        )
    columns = _columns(lines[0])
    rows = [
        {"number": number} | {key: line[at].strip() for key, at in columns.items() if at < len(line)}
        for number, line in enumerate(lines[1:], 2)
        if any(cell.strip() for cell in line)
    ]
    if not rows:
        raise NotAList(_("There are no people below the first line, which names the columns."))
    if len(rows) > MOST:
        raise NotAList(
            _("This list has %(count)d people; %(most)d fit in one. Send it in parts.")
            % {"count": len(rows), "most": MOST}
        )
    return rows


def _text(contents: bytes) -> str:
    """As spreadsheets write it: UTF-8, else what Windows used before."""
    try:
        return contents.decode("utf-8-sig")
    except UnicodeDecodeError:
        return contents.decode("cp1252", "replace")


def _delimiter(contents: bytes) -> str:
    first = _text(contents).partition("\n")[0]
    return max(";,\t", key=first.count)


def _columns(head: Sequence[str]) -> dict[str, int]:
    names = {name: key for key, names in COLUMNS.items() for name in names}
    found: dict[str, int] = {}
    for at, cell in enumerate(head):
        key = names.get(" ".join(cell.strip().lower().split()))
        if key and key not in found:
            found[key] = at
    if "name" not in found:
        raise NotAList(
            _("No column is called “name”. The first line names the columns, such as: name, e-mail, unit.")
        )
    return found


def checked(rows: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]]) -> list[Checked]:
    """What each row would do. `others` is the whole list, in which a row may not stand twice."""
    twice = _twice(others)
    here = _here(rows)
    leads = _signs(others) | _here_at_all({row.get("manager", "").lower() for row in rows})
    units = {name.casefold() for name in Unit.objects.values_list("name", flat=True)}
    return [_checked(row, twice, here, leads, units) for row in rows]


def _checked(
    row: dict[str, Any], twice: set[str], here: set[str], leads: set[str], units: set[str]
) -> Checked:
    said = {key: str(row.get(key, "")) for key in COLUMNS}
    said |= {key: said[key].lower().removeprefix("@") for key in ("handle", "email", "manager")}
    wrong = _wrong(said, twice, leads)
    state = State.WRONG if wrong else State.HERE if _mine(said) & here else State.NEW
    unit = said["unit"]
    return Checked(
        number=row["number"],
        is_guest=said["guest"].lower() in YES,
        state=state,
        wrong=wrong,
        is_new_unit=bool(unit) and unit.casefold() not in units,
        **{key: said[key] for key in ("name", "handle", "email", "title", "unit", "manager")},
    )


def _wrong(said: dict[str, str], twice: set[str], leads: set[str]) -> list[str]:
    wrong = []
    if not said["name"]:
        wrong.append(_("The name is missing."))
    if not (said["email"] or said["handle"]):
        # Without either nobody could tell, a second time, whether they're here.
        wrong.append(_("Give an e-mail address or a username."))
    for key, longest in LONGEST.items():
        if len(said[key]) > longest:
            wrong.append(_("“%(words)s…” is too long.") % {"words": said[key][:30]})
    if said["email"] and not _passes(validate_email, said["email"]):
        wrong.append(_("“%(email)s” is no e-mail address.") % {"email": said["email"]})
    if said["handle"] and not _passes(HANDLE, said["handle"]):
        wrong.append(
            _("“%(handle)s” can't be a username: use small letters, digits, dots and dashes.")
            % {"handle": said["handle"]}
        )
    wrong += [_("“%(sign)s” stands in this list twice.") % {"sign": sign} for sign in _mine(said) & twice]
    if said["manager"] and said["manager"] not in leads:
        wrong.append(
            _("Nobody is called “%(manager)s”: give the username or e-mail address of the manager.")
            % {"manager": said["manager"]}
        )
    return wrong


def _passes(check: Any, value: str) -> bool:
    try:
        check(value)
    except ValidationError:
        return False
    return True


def _mine(said: dict[str, str]) -> set[str]:
    return {said["email"], said["handle"]} - {""}


def _all_signs(rows: Sequence[dict[str, Any]]) -> list[str]:
    signs = [str(row.get(key, "")).lower().removeprefix("@") for row in rows for key in ("email", "handle")]
    return [sign for sign in signs if sign]


def _signs(rows: Sequence[dict[str, Any]]) -> set[str]:
    return set(_all_signs(rows))


def _twice(rows: Sequence[dict[str, Any]]) -> set[str]:
    return {sign for sign, count in Counter(_all_signs(rows)).items() if count > 1}


def _here(rows: Sequence[dict[str, Any]]) -> set[str]:
    return _here_at_all(_signs(rows))


def _here_at_all(signs: set[str]) -> set[str]:
    """Those of `signs` by which somebody is here already, or was."""
    found: set[str] = set()
    for some in batched({sign.removeprefix("@") for sign in signs} - {""}, 500):
        found |= set(Person.objects.filter(handle__in=some).values_list("handle", flat=True))
        addressed = Person.objects.annotate(address=Lower("email")).filter(address__in=some)
        found |= set(addressed.values_list("address", flat=True))
    return found
