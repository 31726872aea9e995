"""Rooms may add to pages of rooms that don't know them."""

import pytest
from django.test import RequestFactory

from knoop.web import slots
from tests.making import as_


@pytest.fixture(autouse=True)
def _afterwards_as_before(monkeypatch):
    monkeypatch.setattr(slots, "_parts", slots.defaultdict(list))


@pytest.fixture
def request_():
    return RequestFactory().get("/")


def test_a_place_nobody_adds_to_stays_empty(request_):
    assert slots.filled("home.beside", request_) == ""


def test_parts_come_in_their_order_whichever_was_added_first(request_):
    slots.in_slot("here", order=2)(lambda *_given: "<b>second</b>")
    slots.in_slot("here", order=1)(lambda *_given: "<b>first</b>")
    assert slots.filled("here", request_) == "<b>first</b><b>second</b>"


def test_a_part_is_given_the_request_and_what_the_place_is_about(request_):
    given = []
    slots.in_slot("here")(lambda *words: given.append(words) or "")
    slots.filled("here", request_, "a space")
    assert given == [(request_, "a space")]


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("nav", "/"),
        ("head", "/"),
        ("home.top", "/"),
        ("home.beside", "/"),
        ("space.tabs", "/spaces/town-hall"),
        ("space.beside", "/spaces/town-hall"),
        ("person.acts", "/people/bob"),
        ("person.beside", "/people/bob"),
    ],
)
def test_each_place_is_on_its_page(place, page, alice, open_space):
    slots.in_slot(place)(lambda *_given: "<!-- a part -->")
    assert as_(alice).get(page).text.count("<!-- a part -->") == 1
