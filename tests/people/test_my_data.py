"""The page on which somebody sees what is kept of them, and asks to be erased."""

import pytest

from knoop.community.posts.models import Post
from knoop.people.erasures import Erasure
from knoop.people.models import Person
from tests.making import PASSWORD, as_

pytestmark = pytest.mark.django_db


def test_it_says_in_plain_words_what_is_kept_and_what_becomes_of_it(alice: Person, post: Post) -> None:
    page = as_(alice).get("/you/data").content.decode()
    assert "1 bericht dat je schreef" in page
    assert "oud-medewerker" in page


def test_it_leaves_out_what_there_is_none_of(alice: Person) -> None:
    assert "bericht dat je schreef" not in as_(alice).get("/you/data").content.decode()


def test_the_page_costs_the_same_however_much_is_kept(
    alice: Person, post: Post, django_assert_max_num_queries
) -> None:
    client = as_(alice)
    client.get("/you/data")
    for number in range(5):
        Post.objects.write(alice, post.space, f"Post {number}")
    with django_assert_max_num_queries(14):
        client.get("/you/data")


def test_erasing_asks_for_the_password_and_then_waits(alice: Person) -> None:
    client = as_(alice)
    assert client.post("/you/data/erasure", {"words": "go", "password": "wrong"}).status_code == 422
    assert not Erasure.objects.exists()
    assert client.post("/you/data/erasure", {"words": "go", "password": PASSWORD}).status_code == 302
    erasure = Erasure.objects.get()
    assert (erasure.person, erasure.takes_words, erasure.is_waiting) == (alice, True, True)
    assert "Mijn account houden" in client.get("/").content.decode()
    assert client.get("/you/data").status_code == 200


def test_it_can_be_taken_back(alice: Person) -> None:
    client = as_(alice)
    client.post("/you/data/erasure", {"words": "stay", "password": PASSWORD})
    client.post("/you/data/erasure/end")
    assert not Erasure.objects.exists()
    assert "Mijn account houden" not in client.get("/").content.decode()


def test_wrong_passwords_cannot_be_tried_for_ever(alice: Person) -> None:
    client = as_(alice)
    for _time in range(10):
        client.post("/you/data/erasure", {"words": "stay", "password": "wrong"})
    assert client.post("/you/data/erasure", {"words": "stay", "password": PASSWORD}).status_code == 422


def test_the_only_administrator_is_told_what_to_do_first(administrator: Person) -> None:
    client = as_(administrator)
    refused = client.post("/you/data/erasure", {"words": "stay", "password": PASSWORD})
    assert refused.status_code == 422
    assert "enige beheerder" in refused.content.decode()


def test_a_guest_has_the_same_rights(guest: Person) -> None:
    client = as_(guest)
    assert client.get("/you/data").status_code == 200
    assert client.post("/you/data/erasure", {"words": "stay", "password": PASSWORD}).status_code == 302
