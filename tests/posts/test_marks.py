"""What readers mark: kept to read again, this helped; who may, and how it is taken back."""

import pytest

from knoop.community.posts.models import Acceptance, Comment, Post, PostRead, Saved
from knoop.community.posts.saved_page import PAGE
from knoop.community.spaces.models import Membership, Space
from knoop.events.models import Event
from knoop.people.models import Person
from tests import making
from tests.posts.test_cost import cost

HTMX = {"HX-Request": "true"}


@pytest.fixture
def question(open_space: Space, alice: Person) -> Post:
    return Post.objects.write(alice, open_space, "Where is the key?", kind="question")


@pytest.fixture
def answer(question: Post, bob: Person) -> Comment:
    return question.answer(bob, "Under the mat")


@pytest.fixture(params=["post", "comment"])
def thing(request: pytest.FixtureRequest, post: Post, bob: Person) -> Post | Comment:
    return post if request.param == "post" else post.answer(bob, "Good")


# Saved


def test_saving_twice_keeps_one_and_tells_nobody(thing: Post | Comment, carol: Person, as_) -> None:
    events = Event.objects.count()
    for _again in range(2):
        assert as_(carol).post(f"/{thing.word}s/{thing.pk}/saving").status_code == 302
    assert Saved.objects.get().thing == thing
    assert Event.objects.count() == events


def test_a_post_and_an_answer_to_it_are_kept_apart(post: Post, bob: Person, carol: Person) -> None:
    comment = post.answer(bob, "Good")
    Saved.objects.keep(carol, post)
    Saved.objects.keep(carol, comment)
    Saved.objects.let_go(carol, post)
    assert Saved.objects.get().thing == comment


def test_nobody_lets_go_what_another_keeps(thing: Post | Comment, alice: Person, carol: Person, as_) -> None:
    Saved.objects.keep(alice, thing)
    as_(carol).post(f"/{thing.word}s/{thing.pk}/saving/end")
    assert Saved.objects.filter(person=alice).exists()
    as_(alice).post(f"/{thing.word}s/{thing.pk}/saving/end")
    assert not Saved.objects.exists()


def test_what_is_saved_is_marked_wherever_it_stands(thing: Post | Comment, carol: Person, as_) -> None:
    client, address = as_(carol), f"/posts/{getattr(thing, 'post_id', thing.pk)}"
    assert f"/{thing.word}s/{thing.pk}/saving/end" not in client.get(address).text
    Saved.objects.keep(carol, thing)
    assert f"/{thing.word}s/{thing.pk}/saving/end" in client.get(address).text
    assert f"/{thing.word}s/{thing.pk}/saving/end" in client.get("/saved").text


def test_who_has_scripts_gets_the_other_mark(thing: Post | Comment, carol: Person, as_) -> None:
    client = as_(carol)
    assert 'aria-pressed="true"' in client.post(f"/{thing.word}s/{thing.pk}/saving", headers=HTMX).text
    assert 'aria-pressed="false"' in client.post(f"/{thing.word}s/{thing.pk}/saving/end", headers=HTMX).text


def test_the_list_is_mine_alone(thing: Post | Comment, alice: Person, carol: Person, as_) -> None:
    Saved.objects.keep(alice, thing)
    assert as_(carol).get("/saved").context["rows"] == []
    assert [row.thing for row in as_(alice).get("/saved").context["rows"]] == [thing]


def test_what_i_may_no_longer_read_is_not_in_my_list(
    closed_post: Post, closed_space: Space, bob: Person, as_
) -> None:
    Saved.objects.keep(bob, closed_post)
    closed_space.leave(bob)
    assert as_(bob).get("/saved").context["rows"] == []
    closed_space.join(bob)
    assert len(as_(bob).get("/saved").context["rows"]) == 1


def test_the_list_goes_page_by_page_each_once(open_space: Space, alice: Person, bob: Person, as_) -> None:
    made = making.posts(open_space, [alice], PAGE + 5)
    for post in made:
        Saved.objects.keep(bob, post)
    client = as_(bob)
    first = client.get("/saved").context
    second = client.get("/saved", {"before": first["next"]}).context
    seen = [row.post_id for row in (*first["rows"], *second["rows"])]
    assert seen == [post.pk for post in reversed(made)]
    assert not second["next"]


@pytest.mark.parametrize("place", ["x", "1-2-3", "9" * 40 + "-1"])
def test_a_garbage_place_in_the_list_is_not_found(place: str, bob: Person, as_) -> None:
    assert as_(bob).get("/saved", {"before": place}).status_code == 404


def test_a_long_list_costs_what_a_short_one_costs(open_space: Space, alice: Person, bob: Person) -> None:
    def keep(count: int) -> None:
        for post in making.posts(open_space, [alice], count):
            Saved.objects.keep(bob, post)
            Saved.objects.keep(bob, post.answer(alice, "So"))

    keep(1)
    few = cost(bob, "/saved")
    keep(12)
    assert cost(bob, "/saved") == few


# The answer that helped


def test_who_asked_marks_what_helped_and_thanks_its_author(
    question: Post, answer: Comment, alice: Person, bob: Person, as_
) -> None:
    for _again in range(2):
        assert as_(alice).post(f"/comments/{answer.pk}/acceptance").status_code == 302
    event = Event.objects.get(verb="answer.accepted")
    assert [(tie.kind, tie.to) for tie in event.ties()] == [("thanks", bob.pk)]
    assert Acceptance.objects.get().comment == answer


def test_it_stands_on_top_and_the_stream_says_answered(
    question: Post, answer: Comment, alice: Person, carol: Person, as_
) -> None:
    address = f"/posts/{question.pk}"
    assert 'id="helped"' not in as_(carol).get(address).text
    Acceptance.objects.mark(answer, alice)
    text = as_(carol).get(address).text
    assert text.index('id="helped"') < text.index('id="answers"')
    assert "Vraag, beantwoord" in as_(carol).get("/spaces/town-hall").text


def test_another_answer_can_take_its_place(
    question: Post, answer: Comment, alice: Person, carol: Person
) -> None:
    Acceptance.objects.mark(answer, alice)
    better = question.answer(carol, "On the hook")
    Acceptance.objects.mark(better, alice)
    assert Acceptance.objects.get().comment == better
    thanked = [tie.to for event, tie in Event.objects.ties() if tie.kind == "thanks"]
    assert thanked == [carol.pk]


def test_it_can_be_taken_back(question: Post, answer: Comment, alice: Person, as_) -> None:
    Acceptance.objects.mark(answer, alice)
    for _again in range(2):
        assert as_(alice).post(f"/comments/{answer.pk}/acceptance/end").status_code == 302
    assert not Acceptance.objects.exists()
    assert not [tie for _event, tie in Event.objects.ties() if tie.kind == "thanks"]


def test_an_administrator_of_the_space_may_what_another_member_may_not(
    answer: Comment, bob: Person, carol: Person, as_
) -> None:
    assert as_(bob).post(f"/comments/{answer.pk}/acceptance").status_code == 403
    assert as_(carol).post(f"/comments/{answer.pk}/acceptance").status_code == 403
    Membership.objects.filter(person=bob).update(role="administrator")
    assert as_(bob).post(f"/comments/{answer.pk}/acceptance").status_code == 302
    assert list(Event.objects.get(verb="answer.accepted").ties()) == []


def test_an_answer_to_what_is_no_question_can_not_be_marked(
    post: Post, alice: Person, bob: Person, as_
) -> None:
    comment = post.answer(bob, "So")
    assert as_(alice).post(f"/comments/{comment.pk}/acceptance").status_code == 403


def test_in_an_archived_space_the_mark_stays_as_it_is(
    answer: Comment, open_space: Space, alice: Person, as_
) -> None:
    open_space.archive(alice)
    assert as_(alice).post(f"/comments/{answer.pk}/acceptance").status_code == 403


def test_only_who_may_is_offered_to_mark(
    question: Post, answer: Comment, alice: Person, carol: Person, as_
) -> None:
    address = f"/posts/{question.pk}"
    assert f"/comments/{answer.pk}/acceptance" in as_(alice).get(address).text
    assert f"/comments/{answer.pk}/acceptance" not in as_(carol).get(address).text


# Marks of what is new


def test_answers_since_i_read_a_conversation_of_mine_are_marked_once(
    post: Post, alice: Person, bob: Person, as_
) -> None:
    client, address = as_(alice), f"/posts/{post.pk}"
    client.get(address)
    post.answer(bob, "New to you")
    assert "1 nieuw<" in client.get("/").text
    assert "data-unread" in client.get(address).text
    assert "data-unread" not in client.get(address).text
    assert "1 nieuw<" not in client.get("/").text


def test_a_conversation_that_i_take_no_part_in_has_no_marks_and_is_not_remembered(
    post: Post, bob: Person, carol: Person, as_
) -> None:
    client, address = as_(carol), f"/posts/{post.pk}"
    client.get(address)
    post.answer(bob, "New")
    assert "data-unread" not in client.get(address).text
    assert not PostRead.objects.exists()


def test_my_own_answer_is_not_new_to_me(post: Post, alice: Person, as_) -> None:
    client, address = as_(alice), f"/posts/{post.pk}"
    client.get(address)
    post.answer(alice, "Mine")
    assert "data-unread" not in client.get(address).text
