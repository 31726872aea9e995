"""A real server and its streams, as browsers meet them."""

import time
from collections.abc import Iterator

import pytest
import urllib3

from knoop.cli.listening import is_free
from tests.live.listening import House, Listener, served

SOON = 3  # seconds; it is one on a machine that does nothing else


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with served(tmp_path_factory.mktemp("live")) as running:
        yield running


def status(address: str, **headers: str) -> int:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return urllib3.request("GET", address, headers=given, preload_content=False, timeout=5).status


def test_who_looks_at_a_post_hears_of_an_answer_at_once(house):
    post = house.said["post"]
    bob = Listener(house, "bob", f"post-{post}")
    house.answer("alice", post)
    assert bob.hears("comment", within=SOON)
    assert [place for kind, _thing, place in bob.said if kind == "comment"] == [post]


def test_an_outsider_hears_nothing_of_a_closed_space_where_a_member_does(house):
    closed, room = house.said["closed"], house.said["room"]
    watched = f"post-{closed},space-{room},post-{house.said['post']}"
    carol, bob = Listener(house, "carol", watched), Listener(house, "bob", watched)
    house.answer("alice", closed)
    assert bob.hears("comment", within=SOON)
    house.answer("alice", house.said["post"])
    assert carol.hears("comment", within=SOON)
    assert {place for _kind, _thing, place in carol.said} == {house.said["post"]}


def test_who_is_mentioned_hears_that_something_needs_them(house):
    carol, bob = Listener(house, "carol"), Listener(house, "bob")
    house.answer("alice", house.said["post"], "Ask @bob about it")
    assert bob.hears("needs", within=SOON)
    assert "needs" not in [kind for kind, _thing, _place in carol.said]


def test_who_comes_back_is_told_what_they_missed(house):
    post = house.said["post"]
    before = Listener(house, "bob", f"post-{post}")
    house.answer("alice", post)
    assert before.hears("comment", within=SOON)
    before.close()
    house.answer("alice", post, "Missed")
    steady = Listener(house, "bob", f"post-{post}", Last_Event_ID=before.last)
    assert steady.hears("comment", within=SOON)
    assert steady.said[0] not in before.said


def test_a_stream_says_when_to_come_back_and_is_not_kept_or_held_up(house):
    bob = Listener(house, "bob")
    assert bob.answer.headers["Content-Type"].startswith("text/event-stream")
    assert bob.answer.headers["Cache-Control"] == "no-store"
    assert bob.answer.headers["X-Accel-Buffering"] == "no"
    house.answer("alice", house.said["post"], "Ask @bob")
    assert bob.hears("needs", within=SOON)
    assert ("retry", "3000") in [(name, value) for _at, name, value in bob.heard]


def test_strangers_hear_nothing(house):
    assert status(house.stream) == 204
    assert status(house.stream, Cookie="knoop_session=made-up") == 204


def test_a_page_of_another_site_hears_nothing_and_ours_on_the_next_port_does(house):
    cookies = house.cookies("bob")
    assert status(house.stream, Origin="https://evil.example", **cookies) == 403
    assert status(house.stream, Host="evil.example", **cookies) == 403
    assert status(house.stream, Origin="http://127.0.0.1:1", **cookies) == 403
    assert status(house.stream, Origin=house.address, **cookies) == 200


def test_the_page_names_the_stream_and_its_policy_lets_it_be_read(house):
    page = house.get("bob", "/")
    assert f'data-stream="{house.stream}"' in page.data.decode()
    assert f"connect-src 'self' http://127.0.0.1:{house.live};" in page.headers["Content-Security-Policy"]


def test_there_is_nothing_else_on_that_port(house):
    assert status(house.stream.replace("/live/stream", "/people/")) == 404


def test_who_logs_out_hears_nothing_more(house):
    carol = Listener(house, "carol")
    assert house.send("carol", "/logout", "/people/") == 302
    assert carol.is_closed.wait(10)
    assert ("event", "bye") in [(name, value) for _at, name, value in carol.heard]
    assert status(house.stream, **house.cookies("carol")) == 204


def test_when_the_server_is_killed_its_streams_end_too(house):
    """The last one, for there is no server after it."""
    bob = Listener(house, "bob")
    house.server.kill()
    assert bob.is_closed.wait(15)
    deadline = time.monotonic() + 15
    while not is_free("127.0.0.1", house.live) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert is_free("127.0.0.1", house.live)
