"""Links are looked at through a guard: public places only, once checked, within limits; shown as words."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from time import monotonic, sleep

import pytest
from django.test import override_settings

from knoop.base import elsewhere
from knoop.base.elsewhere import Guard, Page, Refused, is_public
from knoop.community.posts import tasks
from knoop.community.posts.heads import read_head
from knoop.community.posts.models import LinkPreview, Post
from knoop.community.spaces.models import Space
from knoop.people.models import Person

PAGE = b"""<!doctype html><html><head><title>Plain &amp; simple</title>
<meta property="og:title" content="The bridge  opens"><meta name="description" content="On <b>Monday</b>.">
<meta property="og:site_name" content="Town news"></head><body><title>no</title></body></html>"""


class Answering(BaseHTTPRequestHandler):
    """What the test's server says, by path."""

    asked: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.asked.append((self.path, dict(self.headers)))
        name = self.path.strip("/").partition("/")[0]
        getattr(self, f"say_{name}", self.say_page)()

    def say(
        self, status: int, body: bytes = b"", kind: str = "text/html; charset=utf-8", **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for header, value in headers.items():
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body)

    def say_page(self) -> None:
        self.say(200, PAGE, Set_Cookie="a=b")

    def say_gone(self) -> None:
        self.say(404, PAGE)

    def say_picture(self) -> None:
        self.say(200, PAGE, kind="image/png")

    def say_moved(self) -> None:
        target = self.path.removeprefix("/moved/")
        self.say(302, Location=target if ":" in target else f"/{target}")

    def say_loop(self) -> None:
        self.say(302, Location="/loop")

    def say_long(self) -> None:
        self.say(200, PAGE + b"x" * 2_000_000)

    def say_slow(self) -> None:
        self.say(200, PAGE)
        for _byte in range(100):
            sleep(0.05)
            self.wfile.write(b" ")
            self.wfile.flush()

    def log_message(self, *_words: object) -> None:
        """Nothing."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    Answering.asked = []
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    made.handle_error = lambda *_about: None  # the reader cuts slow ones off
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture
def place(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


@pytest.fixture
def guard(server: ThreadingHTTPServer) -> Guard:
    return Guard(allowed={("127.0.0.1", server.server_port)}, seconds=2)


PRIVATE = [
    *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
    *("0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "192.0.0.8"),
    *("::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "fec0::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::"),
    *("2002:c0a8:101::", "2001:0:4136:e378:8000:63bf:80ff:fffe"),
]  # fmt: skip
PUBLIC = ["93.184.215.14", "8.8.8.8", "2a00:1450:400e:80e::200e", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("ip", PRIVATE)
def test_an_address_that_is_not_public_is_known_as_such(ip: str) -> None:
    assert not is_public(ip_address(ip))


@pytest.mark.parametrize("ip", PUBLIC)
def test_an_address_that_is_public_is_known_as_such(ip: str) -> None:
    assert is_public(ip_address(ip))


def resolves(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Has each next question after a name answered with the next of `answers`, the last one from then on."""
    asked: list[str] = []

    def answer(host: str, port: int, **_more: object) -> list[tuple]:  # type: ignore[type-arg]
        asked.append(host)
        ips = answers[min(len(asked), len(answers)) - 1]
        return [(None, None, None, "", (ip, port)) for ip in ips]

    monkeypatch.setattr(elsewhere.socket, "getaddrinfo", answer)
    return asked


@pytest.mark.parametrize("ip", PRIVATE)
def test_a_name_that_resolves_to_a_private_address_is_refused(
    ip: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolves(monkeypatch, [ip])
    monkeypatch.setattr(elsewhere._Pinned, "connect", never)
    with pytest.raises(Refused, match="public internet"):
        Guard().read("http://harmless.example/")


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    resolves(monkeypatch, ["93.184.215.14", "10.0.0.1"])
    monkeypatch.setattr(elsewhere._Pinned, "connect", never)
    with pytest.raises(Refused, match="public internet"):
        Guard().read("http://harmless.example/")


def never(*_about: object) -> None:
    raise AssertionError("It connected.")


@pytest.mark.parametrize(
    "address",
    [
        *("ftp://e.org/", "file:///etc/passwd", "gopher://e.org/", "//e.org/", "http://", "javascript:x", ""),
        *(
            "http://me:secret@e.org/",
            "http://me@e.org",
            "http://e.org:99999/",
            "http://[::1",
            "http://e.org/\r\nX: y",
        ),
    ],
)
def test_what_is_no_plain_web_address_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere.socket, "getaddrinfo", never)
    with pytest.raises(Refused):
        Guard().read(address)


def test_another_port_of_a_public_server_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    resolves(monkeypatch, ["93.184.215.14"])
    monkeypatch.setattr(elsewhere._Pinned, "connect", never)
    with pytest.raises(Refused, match="ports"):
        Guard().read("http://e.org:6379/")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1"])
def test_the_server_here_is_refused_however_it_is_written(host: str, server: ThreadingHTTPServer) -> None:
    with pytest.raises(Refused):
        Guard().read(f"http://{host}:{server.server_port}/page")
    assert Answering.asked == []


def test_a_page_is_read_where_the_guard_was_told_to_allow_it(guard: Guard, place: str) -> None:
    page = guard.read(f"{place}/page?a=1")
    assert page.html == PAGE
    [(path, headers)] = Answering.asked
    assert path == "/page?a=1"
    assert not headers.keys() & {"Cookie", "Authorization", "Referer"}


def test_the_address_that_was_checked_is_the_one_connected_to(
    monkeypatch: pytest.MonkeyPatch, server: ThreadingHTTPServer, guard: Guard
) -> None:
    asked = resolves(monkeypatch, ["127.0.0.1"], ["10.0.0.1"])
    page = guard.read(f"http://renamed.example:{server.server_port}/page")
    assert page.html == PAGE
    assert asked == ["renamed.example"]
    assert Answering.asked[0][1]["Host"] == f"renamed.example:{server.server_port}"


def test_each_redirect_is_checked_again(guard: Guard, place: str) -> None:
    assert guard.read(f"{place}/moved/page").html == PAGE
    for target in ("http://10.0.0.1/", "http://127.0.0.1:1/", "file:///etc/passwd", "http://[::1]/"):
        with pytest.raises(Refused):
            guard.read(f"{place}/moved/{target}")


def test_redirects_end(guard: Guard, place: str) -> None:
    with pytest.raises(Refused, match="too often"):
        guard.read(f"{place}/loop")
    assert len(Answering.asked) == guard.hops + 1


def test_a_long_page_is_read_up_to_its_limit(guard: Guard, place: str) -> None:
    assert len(guard.read(f"{place}/long").html) == guard.most


def test_a_server_that_takes_its_time_is_cut_off(guard: Guard, place: str) -> None:
    # A byte now and then never runs into the time limit of a socket.
    started = monotonic()
    page = replace(guard, seconds=0.4).read(f"{place}/slow")
    assert monotonic() - started < 2
    assert len(PAGE) <= len(page.html) < len(PAGE) + 50


@pytest.mark.parametrize("path", ["gone", "picture"])
def test_what_is_no_page_is_refused(path: str, guard: Guard, place: str) -> None:
    with pytest.raises(Refused):
        guard.read(f"{place}/{path}")


def test_a_head_is_words_cut_to_size() -> None:
    head = read_head(Page("https://www.e.org/x", PAGE, "utf-8"))
    assert (head.title, head.description, head.site) == ("The bridge opens", "On <b>Monday</b>.", "Town news")
    bare = read_head(Page("https://www.e.org/x", b"<title>" + b"word " * 200, None))
    assert len(bare.title) <= 200
    assert bare.title.endswith("…")
    assert bare.site == "e.org"


@pytest.mark.parametrize("charset", [None, "utf-8", "no-such", "hex", "base64", "iso-8859-1"])
def test_any_charset_a_server_says_can_be_read(charset: str | None) -> None:
    assert read_head(Page("https://e.org", b"<title>Caf\xe9</title>", charset)).title.startswith("Caf")


@pytest.fixture
def writes(
    open_space: Space,
    bob: Person,
    guard: Guard,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]],
) -> Callable[[str], Post]:  # fmt: skip
    """Writes a post with what follows from it, where the guard lets the test's server through."""
    monkeypatch.setattr(tasks, "guard", guard)

    def write(text: str) -> Post:
        with django_capture_on_commit_callbacks(execute=True):
            return Post.objects.write(bob, open_space, text)

    return write


@override_settings(LINK_PREVIEWS=True)
def test_a_post_shows_what_its_first_link_leads_to(
    place: str, writes: Callable[[str], Post], bob: Person, as_
) -> None:
    writes(f"See {place}/page and {place}/gone")
    text = as_(bob).get("/").text
    assert "The bridge opens" in text
    assert "On &lt;b&gt;Monday&lt;/b&gt;." in text
    assert "<img" not in text


@override_settings(LINK_PREVIEWS=True)
def test_a_page_that_was_read_before_is_not_asked_again(place: str, writes: Callable[[str], Post]) -> None:
    posts = [writes(f"{text} {place}/page") for text in ("First", "Again")]
    assert len(Answering.asked) == 1
    assert all(Post.objects.get(pk=post.pk).preview for post in posts)


@override_settings(LINK_PREVIEWS=True)
def test_a_post_without_its_link_has_no_preview_any_more(
    place: str, writes: Callable[[str], Post], bob: Person
) -> None:
    post = Post.objects.get(pk=writes(f"{place}/page").pk)
    assert post.preview
    post.edit(bob, "Without a link")
    assert Post.objects.get(pk=post.pk).preview is None


@override_settings(LINK_PREVIEWS=True)
def test_a_link_that_leads_nowhere_is_asked_once_and_shows_nothing(
    place: str, writes: Callable[[str], Post], bob: Person, as_
) -> None:
    for _twice in range(2):
        writes(f"{place}/gone")
    assert len(Answering.asked) == 1
    assert LinkPreview.objects.get().title == ""
    assert 'class="preview"' not in as_(bob).get("/").text


def test_where_previews_are_off_nothing_is_asked(place: str, writes: Callable[[str], Post]) -> None:
    writes(f"{place}/page")
    assert Answering.asked == []
