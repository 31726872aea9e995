"""People, spaces and posts for tests, with no more said than the test is about."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from io import BytesIO

from django.test import Client
from PIL import Image

from knoop.base import clock
from knoop.base.images import Square
from knoop.community.meetings.models import Meeting
from knoop.community.messages.models import Conversation, Message
from knoop.community.pages.models import Page
from knoop.community.posts.models import Comment, Kind, Poll, Post
from knoop.community.posts.polls import Terms
from knoop.community.spaces.asking import Invitation, JoinRequest
from knoop.community.spaces.models import Membership, Space
from knoop.people.batches import Batch
from knoop.people.exports import Export
from knoop.people.models import Person

PASSWORD = "a long walk at sea"
LONG_AGO = datetime(2024, 3, 1, 9, tzinfo=UTC)


def person(handle: str, **fields: object) -> Person:
    return Person.objects.create(handle=handle, name=fields.pop("name", handle.title()), **fields)


def people(count: int, **fields: object) -> list[Person]:
    """Some who can't log in, made at once."""
    return Person.objects.bulk_create(
        Person(handle=f"p{number}", name=f"Person {number:03}", **fields) for number in range(count)
    )


def space(name: str, members: Iterable[Person] = (), openness: str = "open", **fields: object) -> Space:
    made = Space.objects.create(name=name, slug=name.lower().replace(" ", "-"), openness=openness, **fields)
    Membership.objects.bulk_create(Membership(space=made, person=person) for person in members)
    return made


def keeper(*spaces: Space) -> Person:
    """Somebody who looks after `spaces`."""
    made = person("sasha")
    Membership.objects.bulk_create(
        Membership(space=space, person=made, role=Membership.Role.ADMINISTRATOR) for space in spaces
    )
    return made


def ways_in(person: Person, **spaces: Space) -> dict[str, int]:
    """A request and an invitation of `person` to each of the spaces: {open_request} and so on."""
    made: dict[str, int] = {}
    for name, space in spaces.items():
        made[f"{name}_request"] = JoinRequest.objects.create(space=space, person=person).pk
        made[f"{name}_invitation"] = Invitation.objects.create(space=space, person=person, by=person).pk
    return made


def posts(
    space: Space, authors: list[Person], count: int, apart: timedelta = timedelta(minutes=1)
) -> list[Post]:
    """Posts from old to new by each author in turn, without events."""
    return Post.objects.bulk_create(
        Post(
            space=space,
            author=authors[number % len(authors)],
            text=f"post {number}",
            html=f"<p>post {number}</p>",
            published_at=LONG_AGO + number * apart,
        )
        for number in range(count)
    )


def comments(post: Post, authors: list[Person], count: int, nested: bool = True) -> list[Comment]:
    """Comments that each answer one before, or the post itself; without events."""
    made: list[Comment] = []
    for number in range(count):
        made.append(
            Comment(
                post=post,
                author=authors[number % len(authors)],
                text=f"comment {number}",
                html=f"<p>comment {number}</p>",
                published_at=LONG_AGO + timedelta(minutes=number),
            )
        )
    Comment.objects.bulk_create(made)
    if nested:
        for number, comment in enumerate(made):
            comment.to = made[number // 2] if number % 5 and number // 2 != number else None
        Comment.objects.bulk_update(made, ["to"])
    return made


def poll(by: Person, space: Space, **terms: object) -> Poll:
    """A poll between tea, coffee and water, open for a day."""
    terms = {"options": ["Tea", "Coffee", "Water"], "closes_at": clock.now() + timedelta(days=1)} | terms
    return Post.objects.write(by, space, "What shall we drink?", kind=Kind.POLL, poll=Terms(**terms)).poll


def photo(colour: str = "teal", form: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, form)
    return out.getvalue()


def show_face(person: Person, colour: str = "teal") -> None:
    person.show_face(photo(colour), Square())


def as_(person: Person | None) -> Client:
    """A browser in which `person` is logged in; None: nobody is."""
    client = Client()
    if person:
        client.force_login(person)
    return client


def meeting(space: Space, by: Person, **fields: object) -> Meeting:
    """Tomorrow at this hour, for two hours, unless said otherwise."""
    begins = fields.pop("starts_at", clock.now() + timedelta(days=1))
    ends = fields.pop("ends_at", begins + timedelta(hours=2))
    given = {"title": "Coffee at the depot", "starts_at": begins, "ends_at": ends} | fields
    return Meeting.objects.plan(by, space, **given)


def talk(by: Person, *others: Person, text: str = "Between us.") -> Message:
    return Conversation.objects.between(by, others).say(by, text)


def export(person: Person) -> Export:
    """All that is kept of somebody, made and not too old."""
    made = Export.objects.create(person=person)
    made.make()
    return made


def batch(by: Person, *rows: dict[str, str]) -> Batch:
    """A list of people that was looked at and not brought in."""
    given = rows or ({"name": "Noor Kok", "email": "noor@example.org"},)
    numbered = [{"number": number} | row for number, row in enumerate(given, 2)]
    return Batch.objects.create(by=by, name="list.csv", rows=numbered, total=len(numbered))


def page(
    space: Space, by: Person, title: str = "How we park", text: str = "On the left.", **fields: object
) -> Page:
    return Page.objects.write(by, space, title, text, **fields)
