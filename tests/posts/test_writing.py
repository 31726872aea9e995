"""Writing, answering and reacting: each one act, one event, and nothing typed is lost."""

import pytest

from knoop.community.posts.models import LONGEST, Comment, CommentMention, Post, PostMention
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person
from tests import making

TOO_LONG = "x" * (LONGEST + 1)
HTMX = {"HX-Request": "true"}


def wrote(client, text: str, space: str = "town-hall", **more: str):
    return client.post("/posts/", {"space": space, "text": text, **more})


def test_a_member_writes_a_post_and_is_brought_to_it(open_space: Space, bob: Person, as_) -> None:
    response = wrote(as_(bob), "**Hello** all")
    post = Post.objects.get()
    assert (post.author, post.space, post.text) == (bob, open_space, "**Hello** all")
    assert post.html == "<p><strong>Hello</strong> all</p>\n"
    assert response["Location"] == f"/#post-{post.pk}"


def test_who_writes_on_the_page_of_a_space_stays_there(open_space: Space, bob: Person, as_) -> None:
    assert wrote(as_(bob), "Hi", page="space")["Location"].startswith("/spaces/town-hall#post-")


def test_somebody_who_has_not_joined_may_write_in_an_open_space(
    open_space: Space, carol: Person, as_
) -> None:
    assert wrote(as_(carol), "I'm new").status_code == 302


def test_a_post_is_one_event_with_whom_it_mentions(
    open_space: Space, alice: Person, bob: Person, carol: Person, as_
) -> None:
    wrote(as_(bob), "With @carol, @ALICE, @carol and @nobody; not `@bob`")
    post, event = Post.objects.get(), Event.objects.get(verb="post.written")
    assert event.facts["post_id"] == post.pk
    assert event.facts["space_id"] == open_space.pk
    assert set(event.facts["mentioned_ids"]) == {alice.pk, carol.pk}
    assert set(PostMention.objects.values_list("person", flat=True)) == {alice.pk, carol.pk}
    assert event.at == post.published_at
    assert post.html.count('class="mention"') == 3


@pytest.mark.parametrize("text", ["", "   \n ", TOO_LONG])
@pytest.mark.parametrize("page", ["home", "space"])
def test_a_post_that_can_not_be_placed_comes_back_with_its_text_and_the_reason(
    text: str, page: str, open_space: Space, carol: Person, as_
) -> None:
    if page == "home":
        open_space.join(carol)
    response = wrote(as_(carol), text, page=page)
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    assert text.strip() in response.text
    assert not Post.objects.exists()


def test_a_post_of_the_greatest_length_is_placed(open_space: Space, bob: Person, as_) -> None:
    assert wrote(as_(bob), "x" * LONGEST).status_code == 302


@pytest.mark.parametrize("space", ["no-such-space", "", "quiet-room"])
def test_a_post_in_a_space_one_can_not_see_comes_back_with_its_text(
    space: str, open_space: Space, closed_space: Space, carol: Person, as_
) -> None:
    open_space.join(carol)
    response = wrote(as_(carol), "A long thought", space=space)
    assert response.status_code == 422
    assert "A long thought" in response.text
    assert not Post.objects.exists()


def test_a_member_may_write_in_the_closed_space_that_an_outsider_may_not(
    closed_space: Space, bob: Person, as_
) -> None:
    assert wrote(as_(bob), "A long thought", space="quiet-room").status_code == 302


def test_an_answer_is_one_event_to_whom_it_answers(post: Post, bob: Person, carol: Person, as_) -> None:
    response = as_(bob).post(f"/posts/{post.pk}/answers", {"text": "Great, @carol!"})
    comment = Comment.objects.get()
    assert response["Location"] == f"/posts/{post.pk}?comment={comment.pk}#comment-{comment.pk}"
    assert Event.objects.get(verb="post.answered").facts == {
        "comment_id": comment.pk,
        "post_id": post.pk,
        "space_id": post.space_id,
        "to_id": post.author_id,
        "mentioned_ids": [carol.pk],
        "unit_ids": [],
        "topic_ids": [],
    }
    assert CommentMention.objects.get().person == carol


def test_an_answer_to_a_comment_is_to_its_writer(post: Post, bob: Person, carol: Person, as_) -> None:
    comment = post.answer(bob, "First")
    as_(carol).post(f"/posts/{post.pk}/answers", {"text": "Second", "to": comment.pk})
    answer = Comment.objects.get(text="Second")
    assert answer.to == comment
    assert Event.objects.get(about_id=answer.pk, verb="post.answered").facts["to_id"] == bob.pk


@pytest.fixture
def elsewhere(open_space: Space, bob: Person) -> Comment:
    return Post.objects.write(bob, open_space, "Another").answer(bob, "There")


@pytest.mark.parametrize("to", ["of another post", "999999", "x"])
def test_an_answer_to_what_is_not_in_this_thread_is_refused_and_kept(
    to: str, post: Post, elsewhere: Comment, carol: Person, as_
) -> None:
    sent = {"text": "A careful answer", "to": elsewhere.pk if to == "of another post" else to}
    response = as_(carol).post(f"/posts/{post.pk}/answers", sent)
    assert response.status_code == 422
    assert ">A careful answer</textarea>" in response.text
    assert not post.comments.exists()


@pytest.mark.parametrize("to", ["999999", "x"])
def test_an_address_that_points_at_no_comment_still_lets_one_answer_the_post(
    to: str, post: Post, carol: Person, as_
) -> None:
    assert 'id="answer"' in as_(carol).get(f"/posts/{post.pk}", {"to": to}).text


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize("text", ["  ", TOO_LONG])
def test_an_answer_that_can_not_be_placed_comes_back_with_its_text(
    text: str, headers: dict[str, str], post: Post, carol: Person, as_
) -> None:
    response = as_(carol).post(f"/posts/{post.pk}/answers", {"text": text}, headers=headers)
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    assert text.strip() in response.text
    assert not post.comments.exists()


def test_an_answer_that_failed_stays_below_the_comment_it_was_meant_for(
    post: Post, bob: Person, carol: Person, as_
) -> None:
    comment = post.answer(bob, "First")
    response = as_(carol).post(f"/posts/{post.pk}/answers", {"text": TOO_LONG, "to": comment.pk})
    assert f'name="to" value="{comment.pk}"' in response.text


def test_who_has_scripts_gets_the_thread_alone_with_the_new_answer_marked(
    post: Post, carol: Person, as_
) -> None:
    response = as_(carol).post(f"/posts/{post.pk}/answers", {"text": "Yes"}, headers=HTMX)
    assert response.status_code == 200
    assert "<html" not in response.text
    assert "data-new" in response.text


@pytest.fixture(params=["post", "comment"])
def thing(request: pytest.FixtureRequest, post: Post, bob: Person) -> Post | Comment:
    return post if request.param == "post" else post.answer(bob, "Good")


def test_reacting_twice_is_one_reaction_and_one_event(thing: Post | Comment, carol: Person, as_) -> None:
    for _again in range(2):
        assert as_(carol).post(thing.reactions_address, {"emoji": "👍"}).status_code == 302
    assert thing.reactions.get().person == carol
    assert Event.objects.get(verb="reaction.given").facts["to_id"] == thing.author_id


def test_taking_a_reaction_back_twice_is_one_event(thing: Post | Comment, carol: Person, as_) -> None:
    thing.react(carol, "👍")
    for _again in range(2):
        assert as_(carol).post(thing.withdrawal_address, {"emoji": "👍"}).status_code == 302
    assert not thing.reactions.exists()
    assert Event.objects.filter(verb="reaction.withdrawn").count() == 1


def test_nobody_takes_another_s_reaction_back(thing: Post | Comment, bob: Person, carol: Person, as_) -> None:
    thing.react(bob, "👍")
    as_(carol).post(thing.withdrawal_address, {"emoji": "👍"})
    assert thing.reactions.get().person == bob


def test_an_event_of_a_reaction_says_to_which_comment(post: Post, bob: Person, carol: Person) -> None:
    comment = post.answer(bob, "Good")
    reaction = comment.react(carol, "👍")
    assert Event.objects.get(verb="reaction.given").facts == {
        "post_id": post.pk,
        "comment_id": comment.pk,
        "space_id": post.space_id,
        "to_id": bob.pk,
        "reaction_id": reaction.pk,
    }


@pytest.mark.parametrize("emoji", ["💩", "", "yes", "<b>", "👍" * 30])
def test_a_reaction_that_is_not_offered_is_refused(emoji: str, thing: Post | Comment, carol, as_) -> None:
    assert as_(carol).post(thing.reactions_address, {"emoji": emoji}).status_code == 400
    assert not thing.reactions.exists()


def test_a_reaction_that_somebody_brought_along_may_be_given_too(
    thing: Post | Comment, bob: Person, carol: Person, as_
) -> None:
    thing.react(bob, "🌉")
    assert as_(carol).post(thing.reactions_address, {"emoji": "🌉"}).status_code == 302
    assert thing.reactions.count() == 2


def test_who_has_scripts_gets_the_reactions_alone_with_the_own_pressed(
    thing: Post | Comment, carol: Person, as_
) -> None:
    response = as_(carol).post(thing.reactions_address, {"emoji": "👏"}, headers=HTMX)
    assert 'value="👏" aria-pressed="true"' in response.text
    assert "<html" not in response.text


def test_reactions_are_counted_by_kind_in_the_order_they_came(
    post: Post, alice: Person, bob: Person, carol: Person, as_
) -> None:
    for person, emoji in ((bob, "💡"), (carol, "👍"), (alice, "💡")):
        post.react(person, emoji)
    shown = as_(carol).get(f"/posts/{post.pk}").context["post"].tallies
    assert [(tally.emoji, tally.count, tally.is_mine) for tally in shown] == [
        ("💡", 2, False),
        ("👍", 1, True),
    ]


@pytest.mark.parametrize("where", ["/spaces/town-hall", "/posts/{pk}"])
def test_a_post_of_whoever_left_stays_and_says_so(
    where: str, open_space: Space, departed: Person, carol: Person, as_
) -> None:
    [post] = making.posts(open_space, [departed], 1)
    text = as_(carol).get(where.format(pk=post.pk)).text
    assert "post 0" in text
    assert "werkt hier niet meer" in text


def test_a_comment_of_whoever_left_stays_and_says_so(
    post: Post, departed: Person, carol: Person, as_
) -> None:
    # Django's templates take a failure after `if not` for no: a field not loaded would be silent here.
    making.comments(post, [departed], 1)
    assert "werkt hier niet meer" in as_(carol).get(f"/posts/{post.pk}").text


def test_nothing_says_that_somebody_left_who_is_here(post: Post, bob: Person, carol: Person, as_) -> None:
    making.comments(post, [bob], 1)
    assert "werkt hier niet meer" not in as_(carol).get(f"/posts/{post.pk}").text
