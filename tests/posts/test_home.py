"""Home: what asks for an answer, what is new since my last visit, what happens around me; each says why."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from knoop.base import clock
from knoop.community.posts import bands
from knoop.community.posts.models import HomeVisit, Post, Settled, Topic, TopicFollowing
from knoop.community.posts.streams import PAGE
from knoop.community.posts.visits import AWAY
from knoop.community.spaces.models import Space
from knoop.people.following import Following
from knoop.people.models import Person
from tests import making
from tests.posts.test_cost import cost

HTMX = {"HX-Request": "true"}
MOST = 12  # queries; thanks and polls in the stream cost a few more, however many there are
HOUR = timedelta(hours=1)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch):
    """Has the clock stand `ago` before now."""
    real = datetime.now(UTC)

    def set_to(ago: timedelta) -> datetime:
        moment = real - ago
        monkeypatch.setattr(clock, "datetime", SimpleNamespace(now=lambda _zone: moment))
        return moment

    return set_to


@pytest.fixture
def asks(open_space: Space, alice: Person, at):
    """Has Alice ask something, some time ago."""

    def ask(text: str, ago: timedelta) -> Post:
        at(ago)
        post = Post.objects.write(alice, open_space, text, kind="question")
        at(timedelta(0))
        return post

    return ask


def asked(person: Person, as_) -> list[int]:
    context = as_(person).get("/").context
    return [item.post.pk for item in (*context["to_answer"], *context["more_to_answer"])]


def near(person: Person, as_) -> list[tuple[int, str]]:
    return [(item.post.pk, item.reason) for item in as_(person).get("/").context["around"]]


# For you to answer


def test_a_question_that_mentions_me_waits_for_me_until_i_answer(
    open_space: Space, alice: Person, bob: Person, as_
) -> None:
    post = Post.objects.write(alice, open_space, "Who knows, @bob?", kind="question")
    assert asked(bob, as_) == [post.pk]
    assert "vraagt jou" in as_(bob).get("/").text
    post.answer(bob, "I do")
    assert asked(bob, as_) == []


def test_a_mention_in_an_answer_waits_for_me_and_leads_there(
    post: Post, alice: Person, bob: Person, as_
) -> None:
    comment = post.answer(alice, "What do you think, @bob?")
    [item] = as_(bob).get("/").context["to_answer"]
    assert item.address == comment.get_absolute_url()


def test_my_answer_before_the_mention_is_no_answer_to_it(
    post: Post, alice: Person, bob: Person, as_, at
) -> None:
    at(2 * HOUR)
    post.answer(bob, "Nice")
    at(HOUR)
    post.answer(alice, "And then, @bob?")
    at(timedelta(0))
    assert asked(bob, as_) == [post.pk]


def test_nobody_waits_for_an_answer_to_themselves(open_space: Space, alice: Person, as_) -> None:
    Post.objects.write(alice, open_space, "Note to @alice")
    assert asked(alice, as_) == []


def test_done_takes_it_away_until_i_am_mentioned_again(
    post: Post, alice: Person, bob: Person, as_, at
) -> None:
    at(2 * HOUR)
    post.answer(alice, "Look, @bob")
    at(HOUR)
    as_(bob).post(f"/posts/{post.pk}/settlement")
    assert asked(bob, as_) == []
    at(timedelta(0))
    post.answer(alice, "And this, @bob")
    assert asked(bob, as_) == [post.pk]


def test_what_is_done_can_be_put_back(post: Post, alice: Person, bob: Person, as_) -> None:
    post.answer(alice, "Look, @bob")
    client = as_(bob)
    response = client.post(f"/posts/{post.pk}/settlement")
    assert response["Location"] == f"/?settled={post.pk}"
    assert f"/posts/{post.pk}/settlement/end" in client.get(response["Location"]).text
    client.post(f"/posts/{post.pk}/settlement/end")
    assert asked(bob, as_) == [post.pk]
    assert not Settled.objects.exists()


def test_who_has_scripts_gets_the_way_back_in_its_place(post: Post, alice: Person, bob: Person, as_) -> None:
    text = as_(bob).post(f"/posts/{post.pk}/settlement", headers=HTMX).text
    assert text.startswith("<li")
    assert "settlement/end" in text


def test_another_s_done_leaves_mine(post: Post, alice: Person, bob: Person, carol: Person, as_) -> None:
    post.answer(alice, "Look, @bob")
    as_(carol).post(f"/posts/{post.pk}/settlement")
    assert asked(bob, as_) == [post.pk]


def test_what_i_can_no_longer_read_does_not_wait_for_me(
    closed_space: Space, alice: Person, bob: Person, as_
) -> None:
    post = Post.objects.write(alice, closed_space, "Hear, @bob")
    assert asked(bob, as_) == [post.pk]
    closed_space.leave(bob)
    assert asked(bob, as_) == []


@pytest.mark.parametrize(
    ("about", "days", "is_shown"),
    [("Pompen en gemalen", 3, True), ("Pompen en gemalen", 1, False), ("Verlof", 3, False), ("", 3, False)],
)
def test_a_question_nobody_answered_comes_to_who_knows_about_it(
    about: str, days: int, is_shown: bool, asks, bob: Person
) -> None:
    Person.objects.filter(pk=bob.pk).update(about=about)
    post = asks("Waarom slaan de pompen af?", timedelta(days=days))
    assert asked(bob, making.as_) == ([post.pk] if is_shown else [])
    post.answer(post.author, "Never mind")
    assert asked(bob, making.as_) == []


def test_the_oldest_stands_first_and_the_rest_is_folded(
    open_space: Space, alice: Person, bob: Person, as_, at
) -> None:
    made = []
    for hours in range(bands.SHOWN + 2, 0, -1):
        at(timedelta(hours=hours))
        made.append(Post.objects.write(alice, open_space, f"Number {hours}, @bob"))
    at(timedelta(0))
    context = as_(bob).get("/").context
    assert [item.post for item in context["to_answer"]] == made[: bands.SHOWN]
    assert [item.post for item in context["more_to_answer"]] == made[bands.SHOWN :]


def test_what_waits_longer_than_two_days_is_marked(
    open_space: Space, alice: Person, bob: Person, as_, at
) -> None:
    at(timedelta(days=3))
    Post.objects.write(alice, open_space, "Hello, @bob")
    at(timedelta(0))
    assert "data-late" in as_(bob).get("/").text


# Since my last visit


def test_home_shows_what_people_i_follow_wrote_elsewhere(
    open_space: Space, alice: Person, bob: Person, as_
) -> None:
    club = making.space("Club", [alice])
    post = Post.objects.write(alice, club, "Hi")
    assert [shown.pk for shown in as_(bob).get("/").context["stream"].posts] == []
    Following.objects.begin(bob, alice)
    assert [shown.pk for shown in as_(bob).get("/").context["stream"].posts] == [post.pk]


def test_whom_i_follow_shows_me_nothing_that_i_may_not_read(
    closed_post: Post, alice: Person, carol: Person, as_
) -> None:
    Following.objects.begin(carol, alice)
    assert as_(carol).get("/").context["stream"].posts == []


def test_a_followed_writer_s_many_unseen_posts_hide_none_that_i_may_read(
    open_space: Space, closed_space: Space, alice: Person, carol: Person, as_
) -> None:
    [seen] = making.posts(open_space, [alice], 1)
    making.posts(closed_space, [alice], 3 * PAGE, apart=timedelta(hours=1))
    Following.objects.begin(carol, alice)
    assert [post.pk for post in as_(carol).get("/").context["stream"].posts] == [seen.pk]


def test_a_lively_space_hides_nothing_of_a_quiet_one(bob: Person, as_) -> None:
    lively, quiet = (making.space(name, [bob]) for name in ("Lively", "Quiet"))
    many = making.posts(lively, [bob], 3 * PAGE)
    few = making.posts(quiet, [bob], 3, apart=timedelta(minutes=20))
    expected = sorted([*many, *few], key=lambda post: (post.published_at, post.pk), reverse=True)
    client, seen, address = as_(bob), [], "/"
    while address:
        stream = client.get(address).context["stream"]
        seen += [post.pk for post in stream.posts]
        address = stream.onwards if stream.next else ""
    assert seen == [post.pk for post in expected]


def marked(client, address: str = "/") -> list[int]:
    posts = client.get(address).context["stream"].posts
    return [post.pk for post in posts if getattr(post, "begins_earlier", False)]


def test_a_first_visit_has_nothing_that_was_there_before(post: Post, bob: Person, as_) -> None:
    assert marked(as_(bob)) == []


def test_what_was_there_at_my_last_visit_comes_below_what_is_new(
    open_space: Space, alice: Person, bob: Person, as_, at
) -> None:
    client = as_(bob)
    at(3 * HOUR)
    old = Post.objects.write(alice, open_space, "Old")
    client.get("/")
    at(2 * HOUR)
    new = Post.objects.write(alice, open_space, "New")
    at(HOUR)
    assert marked(client) == [old.pk]
    text = client.get("/").text
    assert text.index(f"post-{new.pk}") < text.index("up-to-date") < text.index(f"post-{old.pk}")


def test_reading_on_within_a_visit_moves_no_mark(
    open_space: Space, alice: Person, bob: Person, as_, at
) -> None:
    client = as_(bob)
    at(5 * HOUR)
    old = Post.objects.write(alice, open_space, "Old")
    client.get("/")
    for minutes in (120, 110, 100, 90):
        at(timedelta(minutes=minutes))
        assert marked(client) == [old.pk]


def test_a_visit_within_half_an_hour_is_the_same_visit(post: Post, bob: Person, as_, at) -> None:
    began = at(2 * HOUR)
    HomeVisit.objects.now(bob)
    at(2 * HOUR - AWAY + timedelta(minutes=1))
    assert HomeVisit.objects.now(bob).since is None
    at(timedelta(0))
    assert HomeVisit.objects.now(bob).since > began


def test_when_more_is_new_than_a_page_the_mark_is_on_a_later_one(
    open_space: Space, alice: Person, bob: Person, as_, at
) -> None:
    made = making.posts(open_space, [alice], 2 * PAGE)
    HomeVisit.objects.create(person=bob, since=made[4].published_at, at=clock.now())
    client = as_(bob)
    first = client.get("/").context["stream"]
    assert marked(client) == []
    assert marked(client, first.onwards) == [made[4].pk]


# Around me


def test_around_me_is_where_my_unit_talks_outside_my_spaces(
    alice: Person, bob: Person, carol: Person, as_
) -> None:
    club = making.space("Club", [carol])
    post = Post.objects.write(carol, club, "Big plans")
    post.answer(alice, "Tell")
    assert near(bob, as_) == [(post.pk, "1 collega van Roads praat mee")]
    club.join(bob)
    assert near(bob, as_) == []


def test_around_me_is_where_people_i_follow_talk(alice: Person, carol: Person, as_) -> None:
    club = making.space("Club", [alice])
    author = making.person("dora")
    post = Post.objects.write(author, club, "Big plans")
    post.answer(alice, "Tell")
    assert near(carol, as_) == []
    Following.objects.begin(carol, alice)
    assert near(carol, as_) == [(post.pk, "1 persoon die je volgt praat mee")]


def test_around_me_is_what_is_about_a_topic_i_follow(alice: Person, carol: Person, as_) -> None:
    post = Post.objects.write(alice, making.space("Club", [alice]), "All about #Water")
    TopicFollowing.objects.begin(carol, Topic.objects.get())
    assert near(carol, as_) == [(post.pk, "over #Water, dat je volgt")]


def test_around_me_is_nothing_that_i_may_not_read(
    closed_post: Post, alice: Person, bob: Person, carol: Person, as_
) -> None:
    closed_post.answer(bob, "About #water")
    Following.objects.begin(carol, bob)
    for topic in Topic.objects.all():
        TopicFollowing.objects.begin(carol, topic)
    assert near(carol, as_) == []


def test_around_me_can_be_put_off_and_on(alice: Person, bob: Person, carol: Person, as_) -> None:
    post = Post.objects.write(carol, making.space("Club", [carol]), "Big plans")
    post.answer(alice, "Tell")
    client = as_(bob)
    client.post("/around/end")
    assert near(bob, as_) == []
    assert 'action="/around"' in client.get("/").text
    client.post("/around")
    assert len(near(bob, as_)) == 1


# What it costs


def busy(space: Space, alice: Person, bob: Person, carol: Person, count: int) -> None:
    """A home with all three bands, after `count` posts."""
    making.posts(space, [alice, carol], count)
    for number in range(min(count, 30)):
        post = Post.objects.write(alice, space, f"Number {number}, @bob", kind="question")
        making.comments(post, [alice, carol], 2)
    dora = Person.objects.filter(handle="dora").first() or making.person("dora")
    club = Space.objects.filter(slug="club").first() or making.space("Club", [carol])
    for number in range(min(count, 20)):
        Post.objects.write(dora, club, f"Plan {number}").answer(alice, "Tell")


def test_home_costs_the_same_for_10_posts_and_1000(
    open_space: Space, alice: Person, bob: Person, carol: Person
) -> None:
    """With all that other rooms add to it, for somebody who is in some spaces."""
    for number in range(8):
        making.space(f"Room {number}", [bob])
    Following.objects.begin(bob, carol)
    busy(open_space, alice, bob, carol, 10)
    few = cost(bob, "/")
    busy(open_space, alice, bob, carol, 1000)
    assert cost(bob, "/") == few
    assert few <= MOST
