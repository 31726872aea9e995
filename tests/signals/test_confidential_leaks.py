"""An administrator tries to learn who sent a confidential signal, through all that a Knoop keeps and shows.

Two worlds differ in one thing: who of two colleagues, both there that day, sent it. If anything that is kept
or shown differed between them, it would tell. The twin sends it with a name: then all these places differ.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.core import mail
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from knoop.base import clock
from knoop.community.signals import sealing
from knoop.community.signals.alike import known
from knoop.community.signals.confidential import ConfidantKey
from knoop.community.signals.models import Signal
from knoop.community.signals.tasks import put_out_confidential
from knoop.people import holdings
from knoop.people.models import Person
from tests import making

WORDS = {
    "kind": "concern",
    "title": "The brakes of the tankwagon are never tested",
    "text": "Nobody dares to say so, and the sheet is signed all the same.",
}
SENT = datetime(2031, 5, 6, 14, 3, 27, tzinfo=UTC)
MORNING = datetime(2031, 5, 7, 4, 30, tzinfo=UTC)
NEXT_MORNING = datetime(2031, 5, 8, 4, 30, tzinfo=UTC)
# What differs by chance each time, whoever sends: keys that are hidden, numbers of chance, this very moment.
BY_CHANCE = [
    (
        r"csrfmiddlewaretoken\W+\w*value=\W*\w+|csrfmiddlewaretoken\W+value=\"\w+|X-CSRFToken[^}]{0,90}",
        "TOKEN",
    ),
    (r"nonce-[\w+/=-]+|nonce=\"[^\"]+\"", "NONCE"),
    (r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{32}\b", "UUID"),
    (r"20(?!31)\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:\+00:00|Z)?", "NOW"),
    (r"datetime\.datetime\(20(?!31)\d\d[^)]*\)", "NOW"),
    (r"\d+(?:\.\d+)? ?(?:ms|seconds?|s)\b", "TOOK"),
]

SENDERS = ("quirijn", "wilhelmus")

# Where a signal with a name tells who sent it.
TELLING = (
    r"page /signals/\d+",
    r"page /signals/file\.csv",
    r"search The brakes .+",
    r"table signals_signal",
    r"table events_event",
    r"export of all rows",
    r"data of quirijn",
)

type Seen = dict[str, str]


class _Undo(Exception):
    """Takes a world back."""


@pytest.fixture
def people(db, monkeypatch) -> dict[str, Person]:
    monkeypatch.setattr(sealing, "COST", sealing.COST | {"n": 2**4})
    made = {
        handle: making.person(handle, name=name)
        for handle, name in (
            ("quirijn", "Quirijn Zonderling"),
            ("wilhelmus", "Wilhelmus Eigenaardig"),
            ("vera", "Vera Trouw"),
            ("otto", "Otto Antwoord"),
            ("ada", "Ada Beheer"),
        )
    }
    for person in made.values():
        person.set_password(making.PASSWORD)
        person.email = f"{person.handle}@example.org"
        person.save()
    made["vera"].appoint("confidant", by=made["ada"])
    made["ada"].appoint("administrator", by=made["ada"])
    made["otto"].appoint("community_manager", by=made["ada"])
    keys = sealing.new_keys("four odd words together")
    ConfidantKey.objects.create(person=made["vera"], public=keys.public, private=keys.private, salt=keys.salt)
    return made


@pytest.fixture
def clients(people, as_) -> dict[str, Client]:
    """All log in before anything is sent, and stay so."""
    return {handle: as_(person) for handle, person in people.items()}


@pytest.fixture
def world(people, clients, heard, monkeypatch, caplog) -> Callable[[str, bool], Seen]:
    """What an administrator finds after `who` sent it; then all is taken back."""

    def lived(who: str, is_named: bool) -> Seen:
        at = [SENT]
        monkeypatch.setattr(clock, "now", lambda: at[0])
        caplog.clear()
        caplog.set_level(logging.INFO)
        mail.outbox.clear()
        known.forget()
        seen: Seen = {}
        try:
            with transaction.atomic():
                _a_day(who, is_named, clients, heard, at)
                seen = dict(_all_there_is(clients["ada"], people, caplog.text))
                raise _Undo
        except _Undo:
            pass
        return seen

    return lived


def _a_day(who, is_named, clients, heard, at) -> None:
    for handle in SENDERS:  # both are there that day
        assert clients[handle].get("/signals/").status_code == 200
    sender = clients[who]
    with heard():
        if is_named:
            form = sender.get("/signals/new").context["form"]
            goes_to = form.outlook.owner.pk
            assert (
                sender.post("/signals/new", WORDS | {"once": uuid4(), "goes_to": goes_to}).status_code == 302
            )
            code = ""
        else:
            sender.get("/signals/confidential")
            sender.post("/signals/alike", WORDS)
            given = WORDS | {"confidant": "vera", "may_know": "on", "once": uuid4()}
            page = sender.post("/signals/confidential", given).content.decode()
            code = re.search(r"<output>([0-9A-Z-]{29})</output>", page)[1]
    at[0] = MORNING
    with heard():
        put_out_confidential.call()
        signal = Signal.objects.get()
        signal.acknowledge(signal.owner, "I am going to look.")
    if code:
        # As most will: in the browser they're logged in with.
        sender.post("/signals/return", {"code": code, "act": "write", "words": "On line four."})
    at[0] = NEXT_MORNING
    with heard():
        put_out_confidential.call()
        signal.refresh_from_db()
        signal.look_into(signal.owner)


def _all_there_is(administrator: Client, people: dict[str, Person], logged: str) -> Iterator[tuple[str, str]]:
    for address in sorted(set(_addresses(people))):
        answer = administrator.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        yield f"page {address}", f"{answer.status_code} {body.decode(errors='replace')}"
    for title in (WORDS["title"], "brakes", *(person.name for person in people.values())):
        found = administrator.get("/search", {"q": title}).content.decode()
        yield f"search {title}", found
    yield from _tables()
    out = StringIO()
    call_command("dumpdata", stdout=out, exclude=["sessions"])
    yield "export of all rows", re.sub(r'"(lookup|sender)": "[^"]*"', _length, out.getvalue())
    yield from _own_data(people)
    yield "mail", "\n\n".join(sorted(f"{m.to} {m.subject}\n{m.body}" for m in mail.outbox))
    yield "log", logged
    for path in sorted(Path(settings.DATA).rglob("*")):
        if path.is_file() and "sqlite" not in path.name and path.stat().st_size < 10**6:
            yield f"file {path.relative_to(settings.DATA)}", path.read_bytes().decode(errors="replace")


def _length(found: re.Match[str]) -> str:
    return f"{found[1]} of {len(found[0])}"


def _addresses(people: dict[str, Person]) -> Iterator[str]:
    """Every route, with the signal's number, or each person's, or a username, wherever it asks for one."""
    signal = Signal.objects.get()
    numbers = [signal.pk, *(people[handle].pk for handle in SENDERS)]
    words = SENDERS
    for route in _routes(get_resolver()):
        if route.startswith(("static/", "live", "admin/static", "log-out")) or "<path" in route:
            continue
        for number in numbers if "<int" in route else [0]:
            for word in (
                words if re.search(r"<(?:str|slug|uuid|\w+)(?::|>)", route.replace("<int", "")) else [""]
            ):
                yield (
                    "/" + re.sub(r"<int:[^>]+>", str(number), route).replace("\\Z", "")
                    if not word
                    else ("/" + re.sub(r"<[^>]+>", word, re.sub(r"<int:[^>]+>", str(number), route)))
                )


def _routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for found in resolver.url_patterns:
        route = before + str(found.pattern)
        if isinstance(found, URLPattern):
            yield route
        else:
            yield from _routes(found, route)


def _tables() -> Iterator[tuple[str, str]]:
    """All rows of all tables, those of the search index too; of what is sealed its length."""
    for table in sorted(connection.introspection.table_names(include_views=True)):
        if table == "django_session":  # sealed with a key of the house; who is logged in, of whom both are
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
        for row in rows:
            row.update({name: len(row[name]) for name in ("lookup", "sender") if name in row})
        yield f"table {table}", "\n".join(str(row) for row in rows)


def _own_data(people: dict[str, Person]) -> Iterator[tuple[str, str]]:
    """What each is given of themselves: whoever sits at their screen sees it too."""
    for handle, person in people.items():
        rows = {name: list(rows) for one in holdings.known() for name, rows in one.exported(person).items()}
        yield f"data of {handle}", str(rows)


def _without_chance(text: str) -> str:
    for pattern, word in BY_CHANCE:
        text = re.sub(pattern, word, text)
    return text


def _differing(one: Seen, other: Seen) -> list[str]:
    places = one.keys() | other.keys()
    return sorted(p for p in places if _without_chance(one.get(p, "")) != _without_chance(other.get(p, "")))


def _first_difference(one: Seen, other: Seen, places: list[str]) -> str:
    lines = [_without_chance(seen.get(places[0], "")).splitlines() for seen in (one, other)]
    return next((f"{a[:300]} | {b[:300]}" for a, b in zip(*lines, strict=False) if a != b), "one has more")


def test_an_administrator_learns_nothing_of_who_sent_it_and_would_of_a_signal_with_a_name(world):
    one, other = world("quirijn", False), world("wilhelmus", False)
    assert len(one) > 200
    assert any(WORDS["title"] in text for text in one.values())
    differing = _differing(one, other)
    assert not differing, f"{differing}: {_first_difference(one, other, differing)}"

    named, other_name = world("quirijn", True), world("wilhelmus", True)
    tells = _differing(named, other_name)
    for place in TELLING:
        assert any(re.fullmatch(place, found) for found in tells), (place, tells)
    assert _hours(named)
    assert _hours(one) == []


def _hours(seen: Seen) -> list[str]:
    """Tables in which the minute stands at which it was sent, but for those of who is there."""
    tables = {
        place: text for place, text in seen.items() if place.startswith("table ") and "login" not in place
    }
    return [place for place, text in tables.items() if "14:03" in text or "14, 3, 27" in text]
