"""Every address of Knoop × everyone × GET and POST, with what each is answered.

A route that isn't in tests/web/routes fails here: whoever adds one says who may.
"""

import re
from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from knoop.community.posts.models import Draft, Post
from knoop.community.signals.models import FreeDay, Route
from knoop.community.spaces.models import Space
from knoop.people.codes import Code
from knoop.people.models import Person
from knoop.people.own_fields import OwnField
from knoop.web import stylesheet
from tests import making
from tests.files.making import kept, picture
from tests.jobs.making import failed_job
from tests.making import as_, meeting, page, talk
from tests.signals.making import signal
from tests.web.answers import LOGIN, WHO, each
from tests.web.routes import EXPECTED

# Signed words in these stand for a form of ours: a mail program can send none (RFC 8058).
BY_MAIL_PROGRAMS = {"/mail/stop/{word}"}
# Which part of a route stands for an address's: {open_post} is a pk, {open} a slug.
SAME = re.compile(r"\{(?:open|closed)(?:_(?P<thing>\w+))?\}")


def routes(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, address)
        else:
            yield address


def as_route(address: str) -> str:
    named = {None: "{slug}", "tag": "{tag}"}
    return SAME.sub(lambda part: named.get(part["thing"], "{pk}"), address)


def without_converters(route: str) -> str:
    return "".join(
        "{" + piece.split(":")[-1] if number else piece for number, piece in enumerate(route.split("<"))
    ).replace(">", "}")


@pytest.fixture
def appointed(
    leader: Person, community_manager: Person, council_member: Person, administrator: Person
) -> tuple[Person, ...]:
    return leader, community_manager, council_member, administrator


@pytest.fixture
def in_spaces(post: Post, closed_post: Post, guest: Person, carol: Person) -> tuple[Person, ...]:
    """A guest, an outsider, a member and an administrator of both spaces."""
    return guest, carol, post.author, making.keeper(post.space, closed_post.space)


@pytest.fixture
def organisation(in_spaces: tuple[Person, ...], appointed: tuple[Person, ...]) -> dict[str, Person | None]:
    leaver = Person.objects.create(handle="leaver", name="Leaver")
    return dict(zip(WHO, (None, *in_spaces, leaver, *appointed), strict=True))


@pytest.fixture
def parts(
    organisation: dict[str, Person | None], post: Post, closed_post: Post, community_manager: Person
) -> dict[str, object]:
    making.show_face(post.author)
    return {
        "whose": post.author.pk,
        "photo": post.author.photo,
        "size": 96,
        "unit": post.author.unit.slug,
        "code": Code.objects.hand_out(community_manager, most=1, days=1).pk,
        "digest": stylesheet.current().digest,
        "uidb64": "MQ",
        "token": "x-y",
        "handle": "alice",
        "open_tag": "water",
        "closed_tag": "secret",
        "open": post.space.slug,
        "closed": closed_post.space.slug,
        "open_post": post.pk,
        "closed_post": closed_post.pk,
        "open_page": page(post.space, post.author).pk,
        "closed_page": page(closed_post.space, post.author).pk,
        "number": 1,
        "open_meeting": meeting(post.space, post.author).pk,
        "closed_meeting": meeting(closed_post.space, post.author).pk,
        "open_file": file(post.author, post.space),
        "closed_file": file(post.author, closed_post.space),
        "width": 320,
        "key": "00000000-0000-0000-0000-000000000000",
        "closed_talk": talk(post.author, Person.objects.get(handle="bob")).conversation_id,
        "closed_said": talk(post.author, Person.objects.get(handle="bob")).pk,
        "open_poll": making.poll(post.author, post.space).post_id,
        "closed_poll": making.poll(post.author, closed_post.space).post_id,
        "closed_draft": Draft.objects.create(author=post.author, sent={}).pk,
        "space": making.space("Orphan", [post.author], "invited").pk,
        **making.ways_in(organisation["departed"], open=post.space, closed=closed_post.space),
        **signals(post.author, open=post.space, closed=closed_post.space),
        "job": failed_job().pk,
        "export": making.export(post.author).pk,
        "batch": making.batch(community_manager).pk,
        "field": OwnField.objects.create(label_nl="Kluis", label_en="Locker").pk,
        "open_comment": post.answer(post.author, "So #water").pk,
        "closed_comment": closed_post.answer(post.author, "So #secret").pk,
        "word": "a" * 30,
        "pk": 99_999,
    }


def signals(owner: Person, **spaces: Space) -> dict[str, object]:
    """One in each space that `owner` answers, and what community managers set."""
    raiser = Person.objects.get(handle="bob")
    made = {name: signal(raiser, owner, space=space) for name, space in spaces.items()}
    return {f"{name}_signal": one.pk for name, one in made.items()} | {
        "remark": made["open"].remark(raiser, "Since Monday.").pk,
        "noun": "promise",
        "rule": Route.objects.add().pk,
        "free_day": FreeDay.objects.create(day="2999-12-24").pk,
    }


def file(by: Person, space: Space) -> str:
    """The key of a picture on the shelf of `space`."""
    return kept(by, "a.png", picture("PNG", (8, 8)), space).key


def test_every_route_has_a_line_in_the_table_and_every_line_a_route() -> None:
    there = {without_converters(route) for route in routes(get_resolver().url_patterns)}
    assert there == {as_route(address) for address in EXPECTED}


@pytest.mark.parametrize("method", ["get", "post"])
def test_everyone_is_answered_as_the_table_says(
    method: str, organisation: dict[str, Person | None], parts: dict[str, object]
) -> None:
    wrong = {}
    browsers = {who: as_(person) for who, person in organisation.items()}
    for address, answers in EXPECTED.items():
        expected = each(answers[method == "post"], address)
        with transaction.atomic():
            path = address.format(**parts)
            found = {who: _answer(who, organisation[who], method, path, browsers[who]) for who in WHO}
            transaction.set_rollback(True)  # the next address finds all as it was
        if found != expected:
            wrong[address] = {who: (found[who], expected[who]) for who in WHO if found[who] != expected[who]}
    assert wrong == {}, "who: (is answered, should be)"


def _answer(who: str, person: Person | None, method: str, path: str, browser: Client) -> int | str:
    client = Client()
    client.cookies = deepcopy(browser.cookies)  # as they were before other addresses
    if who == "departed":
        Person.objects.get(pk=person.pk).depart(person)
    response = getattr(client, method)(path)
    return LOGIN if response.get("Location", "").startswith("/login?next=") else response.status_code


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_outsider_is_told_the_same_of_a_closed_thing_as_of_none(
    method: str, organisation: dict[str, Person | None], parts: dict[str, object], carol: Person
) -> None:
    nothing = {part: 99_999 if part.startswith("closed_") else thing for part, thing in parts.items()}
    nothing |= {"closed": "no-room", "closed_tag": "no-tag"}
    told = {}
    for address in (address for address in EXPECTED if "closed" in address):
        paths = [address.format(**which) for which in (parts, nothing)]
        answers = [_answer("outsider", carol, method, path, as_(carol)) for path in paths]
        if answers[0] != answers[1] or answers[0] not in (404, 405):
            told[address] = answers
    assert told == {}


def test_an_outsider_who_is_invited_sees_what_was_missing(closed_space: Space, carol: Person) -> None:
    assert as_(carol).get("/spaces/quiet-room").status_code == 404
    closed_space.join(carol)
    assert as_(carol).get("/spaces/quiet-room").status_code == 200


def test_no_form_from_another_site_is_taken(
    organisation: dict[str, Person | None], parts: dict[str, object]
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(organisation["member"])
    taken = {}
    theirs = {address for address, (_get, post) in EXPECTED.items() if each(post) != each(405)}
    for address in sorted(theirs - BY_MAIL_PROGRAMS):
        response = client.post(address.format(**parts), headers={"Origin": "https://evil.example"})
        if response.status_code != 403:
            taken[address] = response.status_code
    assert taken == {}
