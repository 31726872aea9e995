"""Questions and topics: what waits first, what may be read only."""

import pytest

from knoop.community.posts.models import Acceptance, Post, Topic, TopicFollowing
from knoop.community.posts.streams import PAGE
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person
from tests import making
from tests.posts.test_cost import cost


def shown(client, address: str) -> list[int]:
    return [post.pk for post in client.get(address).context["stream"].posts]


@pytest.fixture
def asked(open_space: Space, alice: Person, bob: Person) -> dict[str, Post]:
    """A question in each state."""
    made = {
        state: Post.objects.write(alice, open_space, f"Question {state}?", kind="question")
        for state in ("waiting", "answers", "solved")
    }
    made["answers"].answer(bob, "Perhaps")
    Acceptance.objects.mark(made["solved"].answer(bob, "Yes"), alice)
    return made


@pytest.mark.parametrize("state", ["waiting", "answers", "solved"])
def test_each_list_has_the_questions_in_that_state(
    state: str, asked: dict[str, Post], bob: Person, as_
) -> None:
    assert shown(as_(bob), f"/questions?state={state}") == [asked[state].pk]


def test_those_that_wait_are_shown_first(asked: dict[str, Post], bob: Person, as_) -> None:
    for address in ("/questions", "/questions?state=nonsense&whose=1"):
        assert shown(as_(bob), address) == [asked["waiting"].pk]


def test_an_answer_that_was_withdrawn_leaves_the_question_waiting(
    asked: dict[str, Post], bob: Person, as_
) -> None:
    asked["answers"].comments.get().withdraw(bob)
    assert asked["answers"].pk in shown(as_(bob), "/questions")


def test_whose_questions_are_shown_can_be_chosen(
    asked: dict[str, Post], alice: Person, carol: Person, as_
) -> None:
    pk = asked["waiting"].pk
    assert shown(as_(carol), "/questions?whose=mine") == []
    assert shown(as_(carol), "/questions?whose=all") == [pk]
    assert shown(as_(carol), "/questions?whose=asked") == []
    assert shown(as_(alice), "/questions?whose=asked") == [pk]


def test_a_question_in_a_closed_space_is_for_its_members(
    closed_space: Space, alice: Person, bob: Person, carol: Person, as_
) -> None:
    post = Post.objects.write(alice, closed_space, "Between us?", kind="question")
    assert shown(as_(carol), "/questions?whose=all") == []
    assert shown(as_(bob), "/questions?whose=all") == [post.pk]


def test_what_asks_nothing_is_no_question(post: Post, bob: Person, as_) -> None:
    assert shown(as_(bob), "/questions?whose=all") == []


def test_questions_go_page_by_page_in_the_list_that_was_chosen(
    open_space: Space, alice: Person, carol, as_
) -> None:
    made = making.posts(open_space, [alice], PAGE + 3)
    Post.objects.update(kind="question")
    client = as_(carol)
    stream = client.get("/questions?whose=all").context["stream"]
    assert "whose=all" in stream.onwards
    seen = [post.pk for post in stream.posts] + shown(client, stream.onwards)
    assert seen == [post.pk for post in reversed(made)]


def test_a_topic_shows_posts_and_conversations_about_it(
    open_space: Space, alice: Person, bob: Person, as_
) -> None:
    about = Post.objects.write(alice, open_space, "All about #Water")
    below = Post.objects.write(alice, open_space, "Something else")
    below.answer(bob, "That is #water too")
    Post.objects.write(alice, open_space, "Fire")
    assert shown(as_(bob), "/topics/water") == [below.pk, about.pk]
    assert "<h1>#Water</h1>" in as_(bob).get("/topics/WATER").text


def test_a_topic_shows_only_what_i_may_read(
    post: Post, closed_post: Post, bob: Person, carol: Person, as_
) -> None:
    for thing in (post, closed_post):
        thing.answer(bob, "About #water")
    assert shown(as_(carol), "/topics/water") == [post.pk]
    assert len(shown(as_(bob), "/topics/water")) == 2


def test_a_topic_of_a_closed_space_alone_is_not_there_for_others(
    closed_space: Space, alice: Person, bob: Person, carol: Person, as_
) -> None:
    Post.objects.write(alice, closed_space, "About the #merger")
    assert as_(carol).get("/topics/merger").status_code == 404
    assert as_(bob).get("/topics/merger").status_code == 200


def test_who_writes_most_about_a_topic_stands_by_name(
    open_space: Space, alice: Person, bob: Person, carol: Person, as_
) -> None:
    for person, times in ((bob, 3), (alice, 2), (carol, 1)):
        for _time in range(times):
            Post.objects.write(person, open_space, "About #water")
    assert as_(carol).get("/topics/water").context["writers"] == [alice, bob]


def test_who_wrote_about_it_where_i_may_not_read_is_not_named(
    open_space: Space, closed_space: Space, alice: Person, carol: Person, as_
) -> None:
    Post.objects.write(carol, open_space, "About #water")
    for _time in range(3):
        Post.objects.write(alice, closed_space, "Secretly about #water")
    assert as_(carol).get("/topics/water").context["writers"] == []


def test_following_a_topic_is_one_event_and_ends_as_easily(post: Post, bob: Person, as_) -> None:
    post.answer(bob, "About #water")
    client = as_(bob)
    for _again in range(2):
        assert client.post("/topics/water/following").status_code == 302
    assert Event.objects.filter(verb="topic.followed").count() == 1
    assert "#water" in client.get("/following").text
    client.post("/topics/water/following/end")
    assert not TopicFollowing.objects.exists()


def test_a_followed_topic_of_which_nothing_is_left_to_read_can_be_let_go(
    closed_space: Space, bob: Person, as_
) -> None:
    Post.objects.write(bob, closed_space, "About #water")
    TopicFollowing.objects.begin(bob, Topic.objects.get())
    closed_space.leave(bob)
    assert as_(bob).post("/topics/water/following/end", {"page": "followed"})["Location"] == "/following"
    assert not TopicFollowing.objects.exists()


@pytest.mark.parametrize("address", ["/questions?whose=all", "/topics/water"])
def test_a_list_of_many_costs_what_one_of_few_costs(
    address: str, open_space: Space, alice: Person, bob: Person
) -> None:
    def write(count: int) -> None:
        for number in range(count):
            for person in (alice, bob):
                Post.objects.write(person, open_space, f"About #water {number}", kind="question")

    write(2)
    few = cost(bob, address)
    write(15)
    assert cost(bob, address) == few
