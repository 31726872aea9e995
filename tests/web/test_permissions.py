"""Every address of Knoop × everyone × GET and POST, with what each is answered.

A route that isn't in EXPECTED fails here: whoever adds one says who may.
"""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from knoop.community.posts.models import Post
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from knoop.web import stylesheet
from tests.making import as_

WHO = ("anonymous", "member", "outsider", "departed", "leader", "council", "administrator")
LOGIN = "login"  # brought to the door, which leads back afterwards
DONE = 302

# What everybody is answered, or what each in WHO is: nobody known, a member of both spaces, an outsider of
# the closed one, somebody who left with an open session, and three with a role but in no space.
Answers = int | tuple[int | str, ...]


def colleagues(answer: int | str) -> tuple[int | str, ...]:
    """The same for all who work here; others are brought to the door."""
    return (LOGIN, answer, answer, LOGIN, answer, answer, answer)


MEMBERS_ONLY = (LOGIN, 200, 404, LOGIN, 404, 404, 404)
NO_SUCH_METHOD = colleagues(405)
EXPECTED: dict[str, tuple[Answers, Answers]] = {
    # address: (GET, POST)
    "/healthz": (200, 405),
    "/style/{digest}.css": (200, 405),
    "/login": ((200, DONE, DONE, 200, DONE, DONE, DONE), (422, DONE, DONE, 422, DONE, DONE, DONE)),
    "/logout": (NO_SUCH_METHOD, colleagues(DONE)),
    "/invitation/{uidb64}/{token}": (200, 200),  # 200: says that it can't be used any more
    "/language": (405, DONE),
    "/": (200, 405),
    "/people/": (colleagues(200), NO_SUCH_METHOD),
    "/people/{handle}": (colleagues(200), NO_SUCH_METHOD),
    "/spaces/": (colleagues(200), colleagues(422)),
    "/spaces/{open}": (colleagues(200), NO_SUCH_METHOD),
    "/spaces/{closed}": (MEMBERS_ONLY, NO_SUCH_METHOD),
    "/spaces/{open}/membership": (NO_SUCH_METHOD, colleagues(DONE)),
    "/spaces/{closed}/membership": (NO_SUCH_METHOD, (LOGIN, 403, 404, LOGIN, 404, 404, 404)),
    "/spaces/{open}/memberships": (NO_SUCH_METHOD, colleagues(403)),
    "/spaces/{closed}/memberships": (NO_SUCH_METHOD, (LOGIN, 422, 404, LOGIN, 404, 404, 404)),
    "/spaces/{open}/departure": (NO_SUCH_METHOD, colleagues(DONE)),
    "/spaces/{closed}/departure": (NO_SUCH_METHOD, (LOGIN, DONE, 404, LOGIN, 404, 404, 404)),
    "/posts/": (NO_SUCH_METHOD, colleagues(422)),
    "/posts/{open_post}": (colleagues(200), NO_SUCH_METHOD),
    "/posts/{closed_post}": (MEMBERS_ONLY, NO_SUCH_METHOD),
    "/posts/{open_post}/answers": (NO_SUCH_METHOD, colleagues(422)),
    "/posts/{closed_post}/answers": (NO_SUCH_METHOD, (LOGIN, 422, 404, LOGIN, 404, 404, 404)),
    "/posts/{open_post}/reactions": (NO_SUCH_METHOD, colleagues(400)),
    "/posts/{closed_post}/reactions": (NO_SUCH_METHOD, (LOGIN, 400, 404, LOGIN, 404, 404, 404)),
    "/posts/{open_post}/reactions/withdrawal": (NO_SUCH_METHOD, colleagues(400)),
    "/posts/{closed_post}/reactions/withdrawal": (NO_SUCH_METHOD, (LOGIN, 400, 404, LOGIN, 404, 404, 404)),
    "/comments/{open_comment}/reactions": (NO_SUCH_METHOD, colleagues(400)),
    "/comments/{closed_comment}/reactions": (NO_SUCH_METHOD, (LOGIN, 400, 404, LOGIN, 404, 404, 404)),
    "/comments/{open_comment}/reactions/withdrawal": (NO_SUCH_METHOD, colleagues(400)),
    "/comments/{closed_comment}/reactions/withdrawal": (
        NO_SUCH_METHOD,
        (LOGIN, 400, 404, LOGIN, 404, 404, 404),
    ),
    "/network/": ((LOGIN, 403, 403, LOGIN, 200, 200, 403), NO_SUCH_METHOD),
}
# Which route of the table an address belongs to: the address without what stands in for its parts.
PARTS = {"open": "slug", "closed": "slug", "open_post": "pk", "closed_post": "pk"} | {
    "open_comment": "pk",
    "closed_comment": "pk",
}


def routes(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, address)
        else:
            yield address


def as_route(address: str) -> str:
    for part, name in PARTS.items():
        address = address.replace(f"{{{part}}}", f"{{{name}}}")
    return address


def without_converters(route: str) -> str:
    return "".join(
        "{" + piece.split(":")[-1] if number else piece for number, piece in enumerate(route.split("<"))
    ).replace(">", "}")


def each(answers: Answers) -> tuple[int | str, ...]:
    return answers if isinstance(answers, tuple) else (answers,) * len(WHO)


@pytest.fixture
def appointed(leader: Person, council_member: Person, administrator: Person) -> tuple[Person, ...]:
    return leader, council_member, administrator


@pytest.fixture
def organisation(
    post: Post, closed_post: Post, carol: Person, appointed: tuple[Person, ...]
) -> dict[str, Person | None]:
    leaver = Person.objects.create(handle="leaver", name="Leaver")
    return dict(zip(WHO, (None, post.author, carol, leaver, *appointed), strict=True))


@pytest.fixture
def parts(organisation: object, post: Post, closed_post: Post) -> dict[str, object]:
    return {
        "digest": stylesheet.current().digest,
        "uidb64": "MQ",
        "token": "x-y",
        "handle": "alice",
        "open": post.space.slug,
        "closed": closed_post.space.slug,
        "open_post": post.pk,
        "closed_post": closed_post.pk,
        "open_comment": post.answer(post.author, "So").pk,
        "closed_comment": closed_post.answer(post.author, "So").pk,
    }


def test_every_route_has_a_line_in_the_table_and_every_line_a_route() -> None:
    there = {without_converters(route) for route in routes(get_resolver().url_patterns)}
    assert there == {as_route(address) for address in EXPECTED}


@pytest.mark.parametrize("address", EXPECTED)
@pytest.mark.parametrize("method", ["get", "post"])
def test_everyone_is_answered_as_the_table_says(
    method: str, address: str, organisation: dict[str, Person | None], parts: dict[str, object]
) -> None:
    expected = each(EXPECTED[address][method == "post"])
    path = address.format(**parts)
    answered = tuple(_answer(who, organisation[who], method, path) for who in WHO)
    assert dict(zip(WHO, answered, strict=True)) == dict(zip(WHO, expected, strict=True))


def _answer(who: str, person: Person | None, method: str, path: str) -> int | str:
    client = as_(person)
    if who == "departed":
        person.depart(person)
    response = getattr(client, method)(path)
    return LOGIN if response.get("Location", "").startswith("/login?next=") else response.status_code


@pytest.mark.parametrize("address", [address for address in EXPECTED if "closed" in address])
@pytest.mark.parametrize("method", ["get", "post"])
def test_an_outsider_is_told_the_same_of_a_closed_thing_as_of_none(
    method: str, address: str, organisation: dict[str, Person | None], parts: dict[str, object], carol: Person
) -> None:
    nothing = parts | {"closed": "no-room", "closed_post": 99_999, "closed_comment": 99_999}
    answers = [_answer("outsider", carol, method, address.format(**which)) for which in (parts, nothing)]
    assert answers[0] == answers[1]
    assert answers[0] in (404, 405)


def test_an_outsider_who_is_invited_sees_what_was_missing(closed_space: Space, carol: Person) -> None:
    assert as_(carol).get("/spaces/quiet-room").status_code == 404
    closed_space.join(carol)
    assert as_(carol).get("/spaces/quiet-room").status_code == 200


@pytest.mark.parametrize(
    "address", [address for address, (_get, post) in EXPECTED.items() if each(post) != each(405)]
)
def test_no_form_from_another_site_is_taken(
    address: str, organisation: dict[str, Person | None], parts: dict[str, object]
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(organisation["member"])
    response = client.post(address.format(**parts), headers={"Origin": "https://evil.example"})
    assert response.status_code == 403
