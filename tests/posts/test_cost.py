"""A page costs the same number of queries, however much is on it."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.community.posts.models import (
    CommentMention,
    CommentReaction,
    Draft,
    Kind,
    Post,
    PostMention,
    PostReaction,
)
from knoop.community.posts.streams import PAGE
from knoop.community.spaces.models import Membership, Space
from knoop.people.models import Person, Unit
from tests import making
from tests.making import as_

# session, reader, post, places, comments, reactions twice, files, own spaces, may pin, messages,
# notices and what of them this page settles
POST_PAGE = 13  # one of them: whether it was brought from another platform


def cost(person: Person, address: str) -> int:
    client = as_(person)
    client.get(address)  # the first visit is also written down
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.fixture
def colleagues(unit: Unit) -> list[Person]:
    """Twenty writers, one of whom has left."""
    made = making.people(20, unit=unit)
    made[3].depart(made[0])
    return made


def full_post(space: Space, colleagues: list[Person], count: int) -> Post:
    """A post with `count` nested comments, each with reactions and mentions."""
    [post] = making.posts(space, colleagues[:1], 1)
    comments = making.comments(post, colleagues, count)
    CommentReaction.objects.bulk_create(
        CommentReaction(thing=comment, person=person, emoji=emoji)
        for comment in comments
        for person, emoji in zip(colleagues[:3], "👍👍💡", strict=True)
    )
    CommentMention.objects.bulk_create(
        CommentMention(thing=comment, person=colleagues[5]) for comment in comments
    )
    PostReaction.objects.bulk_create(
        PostReaction(thing=post, person=person, emoji="👍") for person in colleagues
    )
    PostMention.objects.bulk_create(PostMention(thing=post, person=person) for person in colleagues)
    return post


def test_a_post_with_200_comments_costs_what_one_with_10_costs(
    open_space: Space, colleagues: list[Person], bob: Person
) -> None:
    small, large = (full_post(open_space, colleagues, count) for count in (10, 200))
    costs = [cost(bob, f"/posts/{post.pk}") for post in (small, large)]
    assert costs == [POST_PAGE, POST_PAGE]


def test_a_post_without_comments_costs_no_more(open_space: Space, post: Post, bob: Person) -> None:
    assert cost(bob, f"/posts/{post.pk}") <= POST_PAGE


def ten_spaces_more(space: Space, colleagues: list[Person]) -> None:
    for number in range(10):
        unit = Unit.objects.create(name=f"Unit {number}", slug=f"unit-{number}")
        making.space(f"Space {number}", colleagues[: number + 2], unit=unit)


def ten_members_more(space: Space, colleagues: list[Person]) -> None:
    Membership.objects.bulk_create(Membership(space=space, person=person) for person in colleagues[:10])


def ten_led_more(space: Space, colleagues: list[Person]) -> None:
    lead = Person.objects.get(handle="alice")
    lead.appoint("leader", by=lead)
    for person in colleagues[:10]:
        lead.leads.create(person=person)


@pytest.mark.parametrize("address", ["/", "/spaces/town-hall", "/people/alice"])
def test_a_feed_of_100_posts_costs_what_one_of_10_costs(
    address: str, open_space: Space, colleagues: list[Person], alice: Person, bob: Person
) -> None:
    def written(count: int) -> None:
        for post in making.posts(open_space, [alice, colleagues[1], alice, colleagues[3]], count):
            PostReaction.objects.bulk_create(
                PostReaction(thing=post, person=person, emoji="👍") for person in colleagues[:3]
            )

    written(10)
    few = cost(bob, address)
    written(90)
    for post in Post.objects.order_by("-pk")[:PAGE]:
        making.comments(post, colleagues, 2)
    assert cost(bob, address) == few


@pytest.mark.parametrize(
    ("address", "grow"),
    [
        ("/", ten_spaces_more),
        ("/spaces/", ten_spaces_more),
        ("/spaces/town-hall", ten_members_more),
        ("/people/alice", ten_led_more),
    ],
)
def test_a_page_with_ten_rows_more_costs_the_same(
    address: str,
    grow: Callable[[Space, list[Person]], object],
    open_space: Space,
    colleagues: list[Person],
    bob: Person,
) -> None:
    making.space("Alone", [bob])
    making.space("Elsewhere", colleagues[:3])
    few = cost(bob, address)
    grow(open_space, colleagues)
    assert cost(bob, address) == few


def test_the_directory_costs_the_same_for_one_and_for_many(unit: Unit, alice: Person, bob: Person) -> None:
    few = cost(bob, "/people/")
    making.people(30, unit=unit)
    assert cost(bob, "/people/") == few


def test_a_reader_in_ten_spaces_pays_no_more_for_the_side_of_the_page(open_space: Space, bob: Person) -> None:
    few = cost(bob, "/people/")
    for number in range(10):
        making.space(f"Mine {number}", [bob], "invited")
    assert cost(bob, "/people/") == few


def test_ten_polls_and_thanks_cost_what_one_of_each_costs(
    open_space: Space, colleagues: list[Person], bob: Person
) -> None:
    def written() -> None:
        poll = making.poll(colleagues[0], open_space)
        poll.vote(colleagues[1], list(poll.options.all())[:1])
        Post.objects.write(bob, open_space, "Well done", kind=Kind.THANKS, thanked=colleagues[:3])

    written()
    few = cost(bob, "/")
    for _more in range(9):
        written()
    assert cost(bob, "/") == few


def test_ten_drafts_cost_what_one_costs(open_space: Space, bob: Person) -> None:
    def kept(count: int) -> None:
        Draft.objects.bulk_create(Draft(author=bob, sent={"text": ["Later"]}) for _number in range(count))

    kept(1)
    few = cost(bob, "/drafts/")
    kept(9)
    assert cost(bob, "/drafts/") == few


def test_ten_pinned_posts_and_ten_versions_cost_what_one_costs(
    open_space: Space, alice: Person, bob: Person
) -> None:
    def changed(post: Post) -> None:
        post.pin_up(alice)
        post.edit(alice, f"{post.text}!")

    posts = making.posts(open_space, [alice], 5)
    changed(posts[0])
    few = cost(bob, "/spaces/town-hall"), cost(bob, f"/posts/{posts[0].pk}/versions")
    for post in posts * 2:
        changed(post)
    assert (cost(bob, "/spaces/town-hall"), cost(bob, f"/posts/{posts[0].pk}/versions")) == few
