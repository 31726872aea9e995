"""Nobody says anything in a leader's name: every address there is, with every way to name an author."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db.models import Model

from knoop.community.posts.models import Comment, Post
from knoop.events.models import Event
from knoop.people.holdings import columns
from knoop.people.models import Person
from tests.making import as_
from tests.web.answers import each
from tests.web.routes import EXPECTED
from tests.web.test_permissions import appointed, in_spaces, organisation, parts  # noqa: F401

# Columns that say whose words or acts a row holds, by their names in all rooms.
OWN = {"author", "by", "organiser", "raiser", "asker", "actor"}
OWN_ACTS = {
    *("posts.PostReaction.person", "posts.CommentReaction.person", "posts.Vote.person"),
    *("meetings.Enrolment.person", "desk.SignUp.person"),
}
# Theirs to say, or to give back: a draft that was handed over is no word of theirs. See test_handing_over.py.
NOT_SAID = {"posts.Draft.author"}
NAMING = (
    *("author", "author_id", "person", "person_id", "by", "by_id", "as", "as_user", "on_behalf", "actor"),
    *("on_behalf_of", "user", "user_id", "from", "from_user", "sender", "owner", "raiser", "organiser"),
    *("impersonate", "sudo", "posted_by", "written_by", "creator", "created_by", "leader", "account", "who"),
)
WORDS = {
    "text": "Said by whoever logs in",
    "title": "A title",
    "words": "Said by whoever logs in",
    "body": "Said by whoever logs in",
    "name": "A name",
    "kind": "tell",
    "space": "town-hall",
    "emoji": "👍",
    "purpose": "feedback",
    "starts_at": "2030-01-01T10:00",
    "ends_at": "2030-01-01T11:00",
    "capacity": "",
    "pattern": "action",
    "slug": "a-name",
    "openness": "open",
    "to": "",
}


def said_by(person: Person) -> dict[str, set[object]]:
    """All rows that hold words or acts of somebody, by the column that says so."""
    found: dict[str, set[object]] = {}
    own = {name for name in columns() if name.rpartition(".")[2] in OWN} | OWN_ACTS
    for name in (own & columns()) - NOT_SAID:
        label, _dot, column = name.rpartition(".")
        model: type[Model] = apps.get_model(label)
        found[name] = set(model._base_manager.filter(**{column: person}).values_list("pk", flat=True))
    found["events.Event.actor"] = set(Event.objects.filter(actor=person).values_list("pk", flat=True))
    return found


@pytest.mark.parametrize(
    ("who", "naming"), [("administrator", "pk"), ("space_administrator", "handle"), ("member", "handle")]
)
def test_nobody_can_post_as_a_leader_by_any_address(
    who: str,
    naming: str,
    organisation: dict[str, Person],  # noqa: F811
    parts: dict[str, object],  # noqa: F811
) -> None:
    leader, other = organisation["leader"], organisation[who]
    named = str(getattr(leader, naming))
    before, own = said_by(leader), sum(len(rows) for rows in said_by(other).values())
    headers = {
        "X-Forwarded-User": leader.handle,
        "Remote-User": leader.handle,
        "X-On-Behalf-Of": leader.handle,
    }
    client = as_(other)
    for address, (_get, post) in EXPECTED.items():
        if each(post) == each(405):
            continue
        body = WORDS | dict.fromkeys(NAMING, named)
        client.post(address.format(**parts), body, headers=headers, query_params={"as": named})
        if "_auth_user_id" not in client.session:  # that address logged them out
            client.force_login(other)
    assert said_by(leader) == before
    # The walk did something: as themselves they may say it.
    assert sum(len(rows) for rows in said_by(other).values()) > own + 3


def test_a_leader_says_by_the_same_addresses_what_others_cannot_say_for_them(
    organisation: dict[str, Person],  # noqa: F811
    parts: dict[str, object],  # noqa: F811
) -> None:
    leader = organisation["leader"]
    before = said_by(leader)
    for address in ("/posts/", "/posts/{open_post}/answers", "/posts/{open_post}/reactions"):
        as_(leader).post(address.format(**parts), WORDS)
    after = said_by(leader)
    for name in ("posts.Post.author", "posts.Comment.author", "posts.PostReaction.person"):
        assert len(after[name]) == len(before[name]) + 1
    assert Post.objects.latest("pk").author == Comment.objects.latest("pk").author == leader
