"""A long thread shows how it began and what is newest; everything else can be reached from there."""

import gzip
import random
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knoop.community.posts import excerpts
from knoop.community.posts.excerpts import AT_ONCE, OLDEST, TOO_FEW, WHOLE, Order
from knoop.community.posts.models import Comment, Post
from knoop.community.posts.thread import Line
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from tests import making
from tests.posts.test_cost import POST_PAGE, cost

HTMX = {"HX-Request": "true"}
COMMENT = re.compile(r'<article class="comment" id="comment-(\d+)"')
GAP = re.compile(r'<p class="gap"[^>]*><a href="([^"]+)"(?: hx-get="([^"]+)")?')


@pytest.fixture
def long_thread(post: Post, alice: Person, bob: Person) -> Post:
    making.comments(post, [alice, bob], 400)
    return post


def comments_in(text: str) -> list[int]:
    return [int(pk) for pk in COMMENT.findall(text)]


def opened(client, text: str) -> list[int]:
    """The comments of a page once each gap in it was opened in its place, as scripts do."""
    for _gap in range(500):
        found = GAP.search(text)
        if not found:
            return comments_in(text)
        part = client.get(found[2].replace("&amp;", "&"), headers=HTMX)
        assert part.status_code == 200
        assert "<html" not in part.text
        text = text[: found.start()] + part.text + text[found.end() :]
    raise AssertionError("The gaps never end.")


def in_order(post: Post) -> list[int]:
    return [line.comment.pk for line in Order(post).lines]


@pytest.mark.parametrize("count", [0, 1, WHOLE])
def test_a_short_thread_is_shown_whole(count: int, post: Post, bob: Person, as_) -> None:
    making.comments(post, [bob], count)
    text = as_(bob).get(f"/posts/{post.pk}").text
    assert comments_in(text) == in_order(post)
    assert not GAP.search(text)


def test_a_long_thread_shows_its_beginning_and_what_is_newest(long_thread: Post, bob: Person, as_) -> None:
    shown = comments_in(as_(bob).get(f"/posts/{long_thread.pk}").text)
    by_age = list(long_thread.comments.order_by("published_at").values_list("pk", flat=True))
    assert by_age[0] in shown
    assert set(by_age[-excerpts.NEWEST :]) <= set(shown)
    assert len(shown) < 3 * WHOLE


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("nested", [True, False])
def test_each_comment_is_reached_once_and_in_order_by_opening_the_gaps(
    seed: int, nested: bool, post: Post, bob: Person, as_
) -> None:
    chance = random.Random(seed)
    made = making.comments(post, [bob], chance.randrange(WHOLE + 1, 260), nested=False)
    for number, comment in enumerate(made[1:] if nested else (), 1):
        comment.to = made[chance.randrange(number)] if chance.random() < 0.7 else None
    Comment.objects.bulk_update(made, ["to"])
    client = as_(bob)
    assert opened(client, client.get(f"/posts/{post.pk}").text) == in_order(post)


def test_without_scripts_each_comment_is_reached_too(long_thread: Post, bob: Person, as_) -> None:
    client, seen = as_(bob), []
    first = in_order(long_thread)[0]
    address = f"/posts/{long_thread.pk}?after=0"
    for _page in range(50):
        text = client.get(address).text
        assert "<html" in text
        seen += comments_in(text)
        onwards = [href for href, part in GAP.findall(text) if part]
        if not onwards:
            break
        address = onwards[-1]
    assert seen[0] == first
    assert seen == in_order(long_thread)


def test_a_page_in_the_middle_says_how_many_went_before(long_thread: Post, bob: Person, as_) -> None:
    after = in_order(long_thread)[99]
    text = as_(bob).get(f"/posts/{long_thread.pk}?after={after}").text
    assert "100 eerdere antwoorden" in text
    assert comments_in(text) == in_order(long_thread)[100 : 100 + AT_ONCE]


@pytest.mark.parametrize("number", [0, 57, 200, 399])
def test_the_address_of_a_comment_shows_it_with_what_it_answers(
    number: int, long_thread: Post, bob: Person, as_
) -> None:
    comment = Comment.objects.order_by("pk")[number]
    shown = comments_in(as_(bob).get(comment.get_absolute_url()).text)
    assert comment.pk in shown
    assert comment.to_id is None or comment.to_id in shown


def test_one_heated_exchange_does_not_fill_the_page(post: Post, alice: Person, bob: Person, as_) -> None:
    [first, *others] = making.comments(post, [alice, bob], 300, nested=False)
    Comment.objects.filter(pk__in=[comment.pk for comment in others[:280]]).update(to=first)
    shown = comments_in(as_(bob).get(f"/posts/{post.pk}").text)
    assert {comment.pk for comment in others[280:]} <= set(shown)


def test_who_is_answered_is_named_where_they_do_not_stand_above(long_thread: Post) -> None:
    thread = excerpts.beyond(long_thread, long_thread.author, in_order(long_thread)[50], 0, is_alone=True)
    lines = [item for item in thread.items if isinstance(item, Line)]
    here = {line.comment.pk for line in lines}
    for line in lines:
        above = line.comment.to_id
        if above is not None and above not in here:
            assert line.answers.pk == above


@given(st.sets(st.integers(0, 60)))
def test_no_gap_is_so_small_that_it_would_cost_more_than_what_it_holds(chosen: set[int]) -> None:
    shown = excerpts._without_small_gaps(chosen, 61)
    assert chosen <= set(shown)
    edges = [-1, *shown, 61]
    assert all(b - a == 1 or b - a - 1 > TOO_FEW for a, b in pairwise(edges))


@pytest.mark.parametrize("after", ["", "x", "-1", "9" * 30, "999999", "1' or 1"])
def test_a_place_that_is_not_in_the_thread_is_not_found(
    after: str, long_thread: Post, bob: Person, as_
) -> None:
    assert as_(bob).get(f"/posts/{long_thread.pk}", {"after": after}).status_code == 404


def test_more_of_a_closed_thread_is_not_there_for_an_outsider(
    closed_post: Post, alice: Person, bob: Person, carol: Person, as_
) -> None:
    making.comments(closed_post, [alice], 100)
    address = f"/posts/{closed_post.pk}?after=0"
    assert as_(carol).get(address, headers=HTMX).status_code == 404
    assert as_(bob).get(address, headers=HTMX).status_code == 200


WORDS = ["de", "pomp", "klep", "leiding", "meting", "wijk", "storing", "ploeg", "gemaal", "put"]


def wordy(space: Space, authors: list[Person], count: int) -> Post:
    """A thread in which each says something else, so that it can't be packed to nothing."""
    chance = random.Random(count)
    [post] = making.posts(space, authors[:1], 1)
    made = making.comments(post, authors, count)
    for comment in made:
        said = " ".join(f"{chance.choice(WORDS)}{chance.randrange(99)}" for _word in range(60))
        comment.text, comment.html = said, f"<p>{said}</p>"
    Comment.objects.bulk_update(made, ["text", "html"], batch_size=500)
    return post


def test_a_thread_of_5000_weighs_and_asks_as_little_as_one_of_100(
    open_space: Space, bob: Person, carol: Person, as_
) -> None:
    small, large = (wordy(open_space, [bob], count) for count in (100, 5000))
    assert [cost(carol, f"/posts/{post.pk}") for post in (small, large)] == [POST_PAGE, POST_PAGE]
    last = large.comments.order_by("-pk").first()
    for address in (
        large.get_absolute_url(),
        last.get_absolute_url(),
        f"/posts/{large.pk}?after={last.pk - 900}",
    ):
        assert len(gzip.compress(as_(bob).get(address).content)) < 60_000


def test_an_answer_sends_back_only_what_changed(long_thread: Post, bob: Person, as_) -> None:
    address = f"/posts/{long_thread.pk}/answers"
    text = as_(bob).post(address, {"text": "Yes"}, headers=HTMX).text
    newest = long_thread.comments.latest("pk")
    assert comments_in(text) == [newest.pk]
    assert "401 antwoorden" in text
    assert 'id="answer-place" hx-swap-oob' in text
    assert len(text) < 6000


def test_an_answer_below_another_says_how_deep_it_stands(post: Post, bob: Person, as_) -> None:
    first = post.answer(bob, "First")
    second = post.answer(bob, "Second", to=first)
    text = as_(bob).post(f"/posts/{post.pk}/answers", {"text": "Third", "to": second.pk}, headers=HTMX).text
    assert 'data-level="2"' in text


def test_who_has_scripts_gets_the_form_for_a_comment_alone(long_thread: Post, bob: Person, as_) -> None:
    comment = long_thread.comments.earliest("pk")
    text = as_(bob).get(f"/posts/{long_thread.pk}", {"to": comment.pk}, headers=HTMX).text
    assert f'name="to" value="{comment.pk}"' in text
    assert comments_in(text) == []


def test_a_form_for_a_comment_deep_in_the_thread_stands_below_it(long_thread: Post, bob: Person, as_) -> None:
    hidden = in_order(long_thread)[250]
    text = as_(bob).get(f"/posts/{long_thread.pk}", {"to": hidden}).text
    assert hidden in comments_in(text)
    assert f'name="to" value="{hidden}"' in text


def test_the_beginning_is_never_more_than_it_should_be(long_thread: Post) -> None:
    assert len(Order(long_thread).oldest()) == OLDEST
