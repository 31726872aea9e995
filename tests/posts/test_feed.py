"""The feed: my spaces, newest first, page by page, each post exactly once."""

import random
import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from knoop.base import keyset
from knoop.community.posts.models import Post
from knoop.community.posts.streams import PAGE
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from tests import making

MORE = re.compile(r'href="[^"?]*(\?before=[^"]+)"')


def pages(client, address: str = "/", between: Callable[[], object] = lambda: None) -> Iterator[list[int]]:
    """The ids on each page, following 'Earlier'; `between` happens before each next page is asked."""
    place = ""
    for _page in range(50):
        response = client.get(address + place)
        yield [post.pk for post in response.context["stream"].posts]
        more = MORE.search(response.text)
        if not more:
            return
        place = more[1]
        between()
    raise AssertionError("The feed never ends.")


def test_home_shows_the_posts_of_my_spaces_newest_first(
    open_space: Space, closed_space: Space, bob: Person, as_
) -> None:
    first, last = (making.posts(space, [bob], 1)[0] for space in (open_space, closed_space))
    Post.objects.filter(pk=first.pk).update(published_at=making.LONG_AGO + timedelta(days=1))
    assert list(pages(as_(bob))) == [[first.pk, last.pk]]


def test_home_leaves_out_spaces_that_i_am_not_in(
    open_space: Space, closed_space: Space, bob: Person, carol: Person, as_
) -> None:
    making.posts(closed_space, [bob], 1)
    [mine] = making.posts(making.space("Club", [carol]), [bob], 1)
    making.posts(open_space, [bob], 1)
    assert list(pages(as_(carol))) == [[mine.pk]]


def test_home_leaves_out_a_space_that_i_left(open_space: Space, post: Post, bob: Person, as_) -> None:
    assert list(pages(as_(bob))) == [[post.pk]]
    open_space.leave(bob)
    assert list(pages(as_(bob))) == [[]]


def test_a_profile_shows_only_posts_that_whoever_reads_may_see(
    post: Post, closed_post: Post, bob: Person, carol: Person, as_
) -> None:
    assert list(pages(as_(bob), "/people/alice")) == [[closed_post.pk, post.pk]]
    assert list(pages(as_(carol), "/people/alice")) == [[post.pk]]


@pytest.mark.parametrize("count", [0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 2 * PAGE + 1])
def test_each_page_is_full_but_the_last(count: int, open_space: Space, bob: Person, as_) -> None:
    made = making.posts(open_space, [bob], count)
    sizes = [len(page) for page in pages(as_(bob))]
    assert sizes == [PAGE] * ((count - 1) // PAGE) + [count - PAGE * max(0, (count - 1) // PAGE)]
    assert sum(sizes) == len(made)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("address", ["/", "/spaces/town-hall", "/people/bob"])
def test_each_post_is_seen_once_when_times_are_equal_and_new_ones_arrive(
    seed: int, address: str, open_space: Space, bob: Person, as_
) -> None:
    chance = random.Random(seed)
    made = making.posts(open_space, [bob], 3 * PAGE + 7, apart=timedelta(0))
    for post in made:
        post.published_at += timedelta(minutes=chance.randrange(3))
    Post.objects.bulk_update(made, ["published_at"])
    seen = [
        pk
        for page in pages(as_(bob), address, lambda: Post.objects.write(bob, open_space, "In between"))
        for pk in page
    ]
    newest_first = sorted(made, key=lambda post: (post.published_at, post.pk), reverse=True)
    assert seen == [post.pk for post in newest_first]


def test_a_post_that_goes_between_pages_takes_no_other_with_it(open_space: Space, bob: Person, as_) -> None:
    made = making.posts(open_space, [bob], 2 * PAGE)
    walk = pages(as_(bob), between=lambda: Post.objects.filter(pk=made[-1].pk).delete())
    assert [pk for page in walk for pk in page] == [post.pk for post in reversed(made)]


@pytest.mark.parametrize("cursor", ["x", "1", "-", "1-2-3", "'; --", "9" * 40 + "-1"])
@pytest.mark.parametrize("address", ["/", "/spaces/town-hall", "/people/bob"])
def test_a_garbage_cursor_is_not_found(
    cursor: str, address: str, open_space: Space, bob: Person, as_
) -> None:
    assert as_(bob).get(address, {"before": cursor}).status_code == 404


def test_a_cursor_of_long_ago_is_an_empty_page(post: Post, bob: Person, as_) -> None:
    response = as_(bob).get("/", {"before": keyset.write(making.LONG_AGO, 1)})
    assert response.status_code == 200
    assert response.context["stream"].posts == []


def test_an_id_in_a_cursor_larger_than_any_hides_nothing(post: Post, bob: Person, as_) -> None:
    place = keyset.write(post.published_at, 10**19 - 1)
    assert [post.pk for post in as_(bob).get("/", {"before": place}).context["stream"].posts] == [post.pk]


def test_who_has_scripts_gets_the_next_posts_alone(open_space: Space, bob: Person, as_) -> None:
    making.posts(open_space, [bob], PAGE + 1)
    client = as_(bob)
    place = MORE.search(client.get("/").text)[1]
    part = client.get("/" + place, headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert part.count("<article") == 1


def test_who_has_nothing_to_read_is_told_what_to_do(carol: Person, as_) -> None:
    assert 'class="empty"' in as_(carol).get("/").text


def test_the_end_is_said_once_and_only_at_the_end(open_space: Space, bob: Person, as_) -> None:
    making.posts(open_space, [bob], PAGE + 1)
    client = as_(bob)
    first = client.get("/").text
    assert 'class="end"' not in first
    assert 'class="end"' in client.get("/" + MORE.search(first)[1]).text
