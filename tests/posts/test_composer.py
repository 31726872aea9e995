"""The composer asks why somebody writes, and each kind its own part; nothing typed is lost."""

import pytest

from knoop.community.posts.kinds import Kind
from knoop.community.posts.models import Post
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.events.verbs import Tie
from knoop.people.models import Person, Unit
from tests import making

HTMX = {"HX-Request": "true"}


def wrote(client, kind: str, text: str = "So it is", space: str = "town-hall", **more: object):
    return client.post("/posts/", {"space": space, "text": text, "kind": kind, **more})


@pytest.mark.parametrize(
    ("word", "kind"),
    [("tell", "tell"), ("ask", "question"), ("thank", "thanks"), ("poll", "poll"), ("x", "tell")],
)
@pytest.mark.parametrize("address", ["/", "/posts/new", "/spaces/town-hall"])
def test_an_address_says_what_somebody_wants_to_write(
    word: str, kind: str, address: str, post: Post, as_
) -> None:
    text = as_(post.author).get(address, {"intent": word}).text
    assert f'name="kind" value="{kind}"' in text


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_another_intent_keeps_what_was_typed(
    headers: dict[str, str], open_space: Space, bob: Person, as_
) -> None:
    sent = {"kind": "tell", "intent": "ask", "text": "Half a thought", "space": "town-hall", "page": "home"}
    response = as_(bob).post("/posts/new", sent, headers=headers)
    assert response.status_code == 200
    assert ">Half a thought</textarea>" in response.text
    assert 'name="kind" value="question"' in response.text
    assert 'role="alert"' not in response.text
    assert ("<html" in response.text) is not bool(headers)


def test_a_question_is_kept_and_shown_as_one(open_space: Space, bob: Person, as_) -> None:
    assert wrote(as_(bob), "question", "Who knows?").status_code == 302
    assert Post.objects.get().kind == Kind.QUESTION
    assert "Vraag</p>" in as_(bob).get("/").text
    assert Event.objects.get(verb="post.written").facts["kind"] == "question"


def test_who_is_thanked_is_tied_and_named(open_space: Space, alice: Person, bob: Person, as_) -> None:
    assert wrote(as_(bob), "thanks", "@alice you did it", thanked="@alice, ").status_code == 302
    event = Event.objects.get(verb="post.written")
    assert event.ties() == [Tie("thanks", alice.pk)]
    assert "Alice de Wit" in as_(bob).get("/").text
    post = Post.objects.get()
    assert [row.person for row in post.thanked.all()] == [alice]


def test_several_are_thanked_by_name_or_username(
    open_space: Space, alice: Person, carol: Person, bob: Person, as_
) -> None:
    wrote(as_(bob), "thanks", thanked="alice de wit, @carol, Carol Bos")
    assert {row.person for row in Post.objects.get().thanked.all()} == {alice, carol}


@pytest.mark.parametrize("thanked", ["", " , ", "nobody at all", "@bob", "@dirk"])
def test_thanks_to_nobody_here_or_to_oneself_come_back_with_their_text(
    thanked: str, open_space: Space, departed: Person, bob: Person, as_
) -> None:
    response = wrote(as_(bob), "thanks", "You did it", thanked=thanked)
    assert response.status_code == 422
    assert ">You did it</textarea>" in response.text
    assert 'role="alert"' in response.text
    assert not Post.objects.exists()


def test_a_name_of_two_asks_for_the_username(open_space: Space, bob: Person, as_) -> None:
    for number in (1, 2):
        making.person(f"jan{number}", name="Jan Jansen")
    assert wrote(as_(bob), "thanks", thanked="Jan Jansen").status_code == 422
    assert wrote(as_(bob), "thanks", thanked="@jan2").status_code == 302


def test_thanks_are_written_where_who_is_thanked_can_read_them(
    closed_space: Space, open_space: Space, bob: Person, carol: Person, as_
) -> None:
    assert wrote(as_(bob), "thanks", thanked="@carol", space="quiet-room").status_code == 422
    assert wrote(as_(bob), "thanks", thanked="@carol", space="town-hall").status_code == 302


@pytest.mark.parametrize("kind", ["story", "news"])
def test_a_story_and_news_have_a_title(kind: str, open_space: Space, leader: Person, as_) -> None:
    open_space.join(leader)
    assert wrote(as_(leader), kind, title=" ").status_code == 422
    assert wrote(as_(leader), kind, title="The night the water came back").status_code == 302
    post = Post.objects.get()
    assert post.title == "The night the water came back"
    assert as_(leader).get(f"/posts/{post.pk}").text.count("<h1") == 1


def test_a_post_of_another_kind_keeps_no_title(open_space: Space, bob: Person, as_) -> None:
    wrote(as_(bob), "tell", title="Left behind in the form")
    assert Post.objects.get().title == ""


@pytest.mark.parametrize("role", ["leader", "community_manager"])
def test_news_is_written_by_who_speaks_for_the_organisation(
    role: str, open_space: Space, alice: Person, bob: Person, as_
) -> None:
    alice.appoint(role, by=alice)
    assert 'value="news"' in as_(alice).get("/posts/new").text
    assert wrote(as_(alice), "news", title="New").status_code == 302
    assert 'value="news"' not in as_(bob).get("/posts/new").text
    assert wrote(as_(bob), "news", title="New").status_code == 422


def test_the_composer_says_who_can_read_it(
    open_space: Space, closed_space: Space, bob: Person, departed: Person, as_
) -> None:
    closed_space.join(departed)
    text = as_(bob).get("/posts/new", {"space": "quiet-room"}).text
    assert "Alleen de 2 leden van Quiet room kunnen dit lezen." in text
    assert "Quiet room (2 leden)" in text
    assert "Town hall (alle collega" in text


def test_a_space_that_one_is_not_in_is_not_offered_unless_it_was_chosen(
    open_space: Space, closed_space: Space, carol: Person, as_
) -> None:
    making.space("Club", [carol])
    text = as_(carol).get("/posts/new").text
    assert "Town hall (" not in text
    assert "Town hall (" in as_(carol).get("/posts/new", {"space": "town-hall"}).text
    assert "Quiet room" not in as_(carol).get("/posts/new", {"space": "quiet-room"}).text


def test_units_and_topics_are_found_in_the_text(
    open_space: Space, unit: Unit, bob: Person, carol: Person
) -> None:
    post = Post.objects.write(bob, open_space, "For @roads and @carol: #Brug and #brug, not #12 or `#code`")
    facts = Event.objects.get(verb="post.written").facts
    assert (facts["unit_ids"], facts["mentioned_ids"]) == ([unit.pk], [carol.pk])
    [use] = post.topic_uses.select_related("topic")
    assert (use.topic.tag, use.topic.name, use.at) == ("brug", "Brug", post.published_at)
    assert facts["topic_ids"] == [use.topic_id]
    assert '<a class="topic" href="/topics/brug"' in post.html
    assert f'href="/people/?unit={unit.slug}"' in post.html


def test_a_topic_is_one_however_it_is_written(open_space: Space, bob: Person, carol: Person) -> None:
    posts = [Post.objects.write(bob, open_space, text) for text in ("#Énergie", "#énergie now")]
    assert len({post.topic_uses.get().topic_id for post in posts}) == 1


def test_an_answer_has_topics_and_units_too(post: Post, unit: Unit, bob: Person) -> None:
    comment = post.answer(bob, "See #brug, @roads")
    assert comment.topic_uses.get().topic.tag == "brug"
    assert comment.unit_mentions.get().unit == unit


@pytest.fixture
def suggested(as_):
    def ask(person: Person, typed: str) -> list[str]:
        return [found["write"] for found in as_(person).get("/suggestions", {"q": typed}).json()["found"]]

    return ask


def test_colleagues_and_units_are_suggested_by_the_beginning_of_a_name(
    alice: Person, bob: Person, departed: Person, suggested
) -> None:
    assert suggested(bob, "@ali") == suggested(bob, "@wi") == ["@alice"]
    assert suggested(bob, "@de w") == ["@alice"]
    assert suggested(bob, "@ro") == ["@roads"]
    assert suggested(bob, "@dir") == []
    assert suggested(bob, "@") == suggested(bob, "ali") == suggested(bob, "") == []


def test_a_topic_is_suggested_only_to_who_may_read_of_it(
    open_space: Space, closed_space: Space, bob: Person, carol: Person, suggested
) -> None:
    Post.objects.write(bob, closed_space, "#reorganisation")
    Post.objects.write(bob, open_space, "Hello").answer(bob, "#reopening")
    assert suggested(bob, "#reo") == ["#reopening", "#reorganisation"]
    assert suggested(carol, "#reo") == ["#reopening"]


def test_a_guest_is_suggested_only_who_they_meet(
    guest: Person, open_space: Space, alice: Person, suggested
) -> None:
    assert suggested(guest, "@ali") == suggested(guest, "@ro") == []
    open_space.join(guest)
    assert suggested(guest, "@ali") == ["@alice"]
