"""Who has to log in first comes back to a page afterwards."""

import pytest

pytestmark = pytest.mark.django_db


def test_a_page_is_where_one_comes_back(client):
    assert client.get("/people/?name=jan")["Location"] == "/login?next=/people/%3Fname%3Djan"


def test_what_was_sent_leads_back_to_the_page_it_was_sent_from(client):
    sent = client.post(
        "/posts/", {"text": "Hi"}, headers={"referer": "http://testserver/spaces/roads?before=1-2"}
    )
    assert sent["Location"] == "/login?next=/spaces/roads%3Fbefore%3D1-2"


def test_what_was_sent_from_elsewhere_leads_home(client):
    sent = client.post("/posts/", {"text": "Hi"}, headers={"referer": "https://evil.example.org/"})
    assert sent["Location"] == "/login?next=/"


def test_a_part_of_a_page_takes_the_whole_page_to_the_log_in(client):
    asked = client.post(
        "/posts/1/answers", {}, headers={"hx-request": "true", "referer": "http://testserver/posts/1"}
    )
    assert asked["HX-Redirect"] == "/login?next=/posts/1"
    assert asked.content == b""
