"""Where a page lies among the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from knoop.community.pages.differences import differences
from knoop.community.pages.models import Page
from knoop.community.pages.tree import tree
from tests.making import as_, page


def outline(branches):
    return [(branch.page.title, outline(branch.below)) for branch in branches]


def of(space):
    return outline(tree(Page.objects.filter(space=space).for_tree()))


@pytest.fixture
def pages(open_space, alice):
    top = page(open_space, alice, title="A")
    return top, page(open_space, alice, title="B", above=top), page(open_space, alice, title="C")


def test_pages_lie_in_the_order_in_which_they_were_written(pages, open_space):
    assert of(open_space) == [("A", [("B", [])]), ("C", [])]


def test_a_page_is_moved_under_another_and_on_top_again(pages, open_space, alice):
    a, b, c = pages
    as_(alice).post(f"/pages/{c.pk}/move", {"above": a.pk, "after": b.pk})
    assert of(open_space) == [("A", [("B", []), ("C", [])])]
    as_(alice).post(f"/pages/{c.pk}/move", {})
    assert of(open_space) == [("C", []), ("A", [("B", [])])]


def test_a_page_can_not_lie_under_itself_or_what_lies_under_it(pages, open_space, alice):
    a, b, _c = pages
    refused = as_(alice).post(f"/pages/{a.pk}/move", {"above": b.pk})
    assert refused.status_code == 422
    assert "lie under itself" in refused.text
    assert of(open_space) == [("A", [("B", [])]), ("C", [])]


def test_what_lay_under_a_withdrawn_page_comes_on_top(pages, open_space, alice):
    pages[0].withdraw(alice)
    assert of(open_space) == [("B", []), ("C", [])]


def test_a_new_page_is_written_under_another(pages, open_space, alice):
    form = {"title": "D", "text": "x"}
    as_(alice).post(f"/spaces/town-hall/pages/new?under={pages[1].pk}", form)
    assert of(open_space) == [("A", [("B", [("D", [])])]), ("C", [])]


def test_a_page_of_another_space_is_no_place(pages, closed_space, alice):
    theirs = page(closed_space, alice, title="X")
    assert as_(alice).post(f"/pages/{theirs.pk}/move", {"above": pages[0].pk}).status_code == 422


lines = some.lists(some.text("ab c", max_size=8), max_size=8)


@given(before=lines, after=lines)
def test_what_stayed_and_came_is_the_new_text_and_what_stayed_and_went_the_old(before, after):
    shown = [line for line in differences("\n".join(before), "\n".join(after)) if line.kind != "skipped"]
    skipped = sum(
        line.count for line in differences("\n".join(before), "\n".join(after)) if line.kind == "skipped"
    )
    new = ["".join(piece.words for piece in line.pieces) for line in shown if line.kind in ("same", "new")]
    old = ["".join(piece.words for piece in line.pieces) for line in shown if line.kind in ("same", "gone")]
    assert len(new) + skipped == len("\n".join(after).splitlines())
    assert len(old) + skipped == len("\n".join(before).splitlines())
    if not skipped:
        assert new == "\n".join(after).splitlines()
        assert old == "\n".join(before).splitlines()


def test_a_long_stretch_that_stayed_is_told_by_its_length():
    before = [f"line {number}" for number in range(30)]
    found = list(differences("\n".join(before), "\n".join([*before, "more"])))
    assert [line.kind for line in found] == ["skipped", "same", "same", "new"]
    assert found[0].count == 28


@pytest.mark.parametrize("address", ["/pages/", "/spaces/town-hall/pages"])
def test_more_pages_cost_no_more_queries(open_space, alice, address, django_assert_max_num_queries):
    browser, first = as_(alice), page(open_space, alice)

    def cost():
        with django_assert_max_num_queries(40) as asked:
            assert browser.get(address).status_code == 200
        return len(asked)

    few = cost()
    for number in range(10):
        page(open_space, alice, title=f"No. {number}", above=first)
    assert cost() == few


def test_a_page_with_many_versions_and_pages_around_it_costs_the_same(
    open_space, alice, django_assert_max_num_queries
):
    browser, found = as_(alice), page(open_space, alice)

    def cost():
        with django_assert_max_num_queries(40) as asked:
            browser.get(f"/pages/{found.pk}")
        return len(asked)

    few = cost()
    for number in range(10):
        page(open_space, alice, title=f"No. {number}", above=found)
    assert cost() == few
