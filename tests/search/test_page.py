"""The page: safe, the same without JavaScript, and at the same cost for many results as for few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.community.posts.models import Post
from tests import making
from tests.making import as_


def test_what_was_looked_for_is_marked_and_nothing_of_it_is_markup(alice, open_space, indexed):
    Post.objects.write(alice, open_space, "<script>alert(1)</script> De **bruggen** & <b>meer</b>")
    indexed()
    page = as_(alice).get("/search", {"q": "brug"}).content.decode()
    assert "<mark>bruggen</mark>" in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    page = as_(alice).get("/search", {"q": '"><script>alert(2)</script>'}).content.decode()
    assert "<script>alert" not in page


def test_htmx_gets_the_part_that_changes_and_others_the_whole_page(alice, post, indexed):
    indexed()
    part = as_(alice).get("/search?q=bridge", headers={"HX-Request": "true"}).content.decode()
    whole = as_(alice).get("/search?q=bridge").content.decode()
    assert part.strip().startswith('<div id="found"')
    assert part.strip() in whole
    assert "<mark>bridge</mark>" in part


def test_the_page_costs_as_many_queries_for_many_results_as_for_one(alice, bob, open_space, indexed):
    making.posts(open_space, [alice], 1)
    making.comments(Post.objects.get(), [bob], 1)
    indexed()

    def cost():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert as_(alice).get("/search?q=post comment").status_code == 200
            assert as_(alice).get("/search?q=post").status_code == 200
            assert as_(alice).get("/search?q=comment").status_code == 200
        return len(asked)

    few = cost()
    for post in making.posts(open_space, [alice, bob], 12):
        making.comments(post, [bob, alice], 2)
    indexed()
    assert cost() <= few


def test_without_a_question_the_page_says_what_can_be_found(alice, db):
    assert "all at once" in as_(alice).get("/search", headers={"Accept-Language": "en"}).content.decode()


def test_nothing_found_says_what_to_do(alice, db):
    page = as_(alice).get("/search?q=elephants", headers={"Accept-Language": "en"}).content.decode()
    assert "Nothing that you may see has this in it." in page


@pytest.mark.parametrize(
    "wrong",
    [
        "since=soon",
        "space=no-such",
        "person=nobody",
        "kind=dragon",
        "page=x",
        "page=999",
        "until=9999-12-31",
        "since=0001-01-01",
    ],
)
def test_a_filter_that_cannot_be_read_stops_nobody(alice, post, indexed, wrong):
    indexed()
    assert as_(alice).get(f"/search?q=bridge&{wrong}").status_code == 200


def test_more_results_are_on_the_next_page(alice, open_space, indexed):
    making.posts(open_space, [alice], 45)
    indexed()
    pages = [as_(alice).get(f"/search?q=post&page={n}").content.decode() for n in (1, 2, 3)]
    assert [page.count('class="result"') for page in pages] == [20, 20, 5]
    assert "page=2" in pages[0]
    assert "page=4" not in pages[2]
