"""Who may have a file, how much of it, and what a browser may do with it."""

import pytest
from django.http import HttpResponse

from knoop.community.files.models import File
from knoop.community.posts.models import Post
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from tests.files import making
from tests.files.making import kept
from tests.making import as_

TEXT = b"0123456789" * 100


def body(response: HttpResponse) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.fixture
def text(alice: Person, open_space: Space) -> File:
    return kept(alice, "digits.txt", TEXT, open_space)


def test_who_may_see_a_space_may_have_its_files(text: File, carol: Person) -> None:
    assert body(as_(carol).get(text.content_address)) == TEXT


def test_who_may_not_see_a_space_may_not_have_its_files_nor_any_part_of_them(
    alice: Person, closed_space: Space, carol: Person
) -> None:
    file = kept(alice, "secret.jpg", making.picture(), closed_space)
    addresses = [file.get_absolute_url(), file.content_address, file.thumbnail, file.preview]
    addresses.append(f"/files/{file.key}/versions/1")
    assert [as_(carol).get(address).status_code for address in addresses] == [404] * 5
    assert [as_(alice).get(address).status_code for address in addresses] == [200] * 5


def test_access_ends_with_the_membership(alice: Person, bob: Person, closed_space: Space) -> None:
    file = kept(alice, "secret.txt", TEXT, closed_space)
    assert as_(bob).get(file.content_address).status_code == 200
    closed_space.leave(bob)
    assert as_(bob).get(file.content_address).status_code == 404


def test_access_ends_for_whoever_added_it_too(alice: Person, closed_space: Space) -> None:
    file = kept(alice, "secret.txt", TEXT, closed_space)
    closed_space.leave(alice)
    assert as_(alice).get(file.content_address).status_code == 404


def test_a_loose_file_is_its_adders_alone(alice: Person, bob: Person, administrator: Person) -> None:
    file = kept(alice)
    for other in (bob, administrator):
        assert as_(other).get(file.content_address).status_code == 404
    assert as_(alice).get(file.content_address).status_code == 200


def test_nobody_who_is_not_logged_in_gets_anything(text: File) -> None:
    assert as_(None).get(text.content_address)["Location"].startswith("/login")


def test_what_hangs_on_a_post_is_seen_by_who_sees_the_post(
    alice: Person, carol: Person, bob: Person, closed_space: Space
) -> None:
    file = kept(alice)
    Post.objects.write(alice, closed_space, "Look", files=[file])
    assert as_(bob).get(file.content_address).status_code == 200
    assert as_(carol).get(file.content_address).status_code == 404


@pytest.mark.parametrize(
    ("name", "contents", "shown"),
    [
        ("a.jpg", making.picture(), True),
        ("a.png", making.picture("PNG"), True),
        ("a.pdf", making.pdf(), True),
        ("a.txt", TEXT, True),
        ("a.md", b"# Hi", True),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', False),
        ("a.csv", b"a;b", False),
        ("a.docx", making.docx(), False),
        ("a.zip", making.packed("a.txt"), False),
    ],
)
def test_only_what_is_safe_to_look_at_is_shown_by_the_browser(
    alice: Person, name: str, contents: bytes, shown: bool
) -> None:
    file = kept(alice, name, contents)
    response = as_(alice).get(file.content_address)
    assert response["Content-Disposition"].startswith("inline" if shown else "attachment")
    asked = as_(alice).get(f"{file.content_address}?download")
    assert asked["Content-Disposition"].startswith("attachment")


def test_html_that_an_administrator_allows_is_never_a_page_here(alice: Person, settings) -> None:
    settings.FILE_TYPES = frozenset({"html", "svg"})
    for name in ("page.html", "logo.svg"):
        response = as_(alice).get(kept(alice, name, b"<script>alert(1)</script>").content_address)
        assert response["Content-Type"] == "application/octet-stream"
        assert response["Content-Disposition"].startswith("attachment")


def test_what_is_served_can_do_nothing_and_is_kept_by_nobody_else(alice: Person) -> None:
    for name, contents in (("a.txt", TEXT), ("a.jpg", making.picture()), ("a.zip", making.packed("a"))):
        response = as_(alice).get(kept(alice, name, contents).content_address)
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in response["Content-Security-Policy"]
        assert "default-src 'none'" in response["Content-Security-Policy"]
        assert response["Cache-Control"].startswith("private")
        assert response["Cross-Origin-Resource-Policy"] == "same-origin"


def test_a_pdf_is_read_outside_the_sandbox_but_without_scripts_of_the_site(alice: Person) -> None:
    policy = as_(alice).get(kept(alice, "a.pdf", making.pdf()).content_address)["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


def test_a_name_in_any_letters_comes_along_whole(alice: Person) -> None:
    response = as_(alice).get(kept(alice, "Énquête “2026”.txt").content_address)
    assert (
        "filename*=utf-8''%C3%89nqu%C3%AAte%20%E2%80%9C2026%E2%80%9D.txt" in response["Content-Disposition"]
    )


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-9", 0, 9),
        ("bytes=10-", 10, 999),
        ("bytes=-5", 995, 999),
        ("bytes=990-5000", 990, 999),
        ("bytes=-5000", 0, 999),
        ("bytes=999-999", 999, 999),
    ],
)
def test_a_part_can_be_asked_for(text: File, alice: Person, asked: str, first: int, last: int) -> None:
    response = as_(alice).get(text.content_address, headers={"Range": asked})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/1000"
    assert response["Content-Length"] == str(last - first + 1)
    assert body(response) == TEXT[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=1000-", "bytes=2000-3000", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused_with_how_much_there_is(
    text: File, alice: Person, asked: str
) -> None:
    response = as_(alice).get(text.content_address, headers={"Range": asked})
    assert (response.status_code, response["Content-Range"]) == (416, "bytes */1000")


@pytest.mark.parametrize("asked", ["bytes=", "bytes=-", "bytes=9-3", "lines=1-2", "bytes=0-1,5-6", "x"])
def test_what_is_no_part_gets_the_whole(text: File, alice: Person, asked: str) -> None:
    response = as_(alice).get(text.content_address, headers={"Range": asked})
    assert response.status_code == 200
    assert body(response) == TEXT


def test_a_part_of_what_changed_meanwhile_is_the_whole(text: File, alice: Person) -> None:
    ask = {"Range": "bytes=0-9", "If-Range": '"another"'}
    assert as_(alice).get(text.content_address, headers=ask).status_code == 200
    same = as_(alice).get(text.content_address)["ETag"]
    assert as_(alice).get(text.content_address, headers=ask | {"If-Range": same}).status_code == 206


def test_who_has_it_already_is_told_so_but_only_while_they_may_see_it(
    alice: Person, bob: Person, closed_space: Space
) -> None:
    file = kept(alice, "a.txt", TEXT, closed_space)
    etag = as_(bob).get(file.content_address)["ETag"]
    again = as_(bob).get(file.content_address, headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    closed_space.leave(bob)
    assert as_(bob).get(file.content_address, headers={"If-None-Match": etag}).status_code == 404


def test_nothing_is_sent_but_its_head_when_that_is_asked(text: File, alice: Person) -> None:
    response = as_(alice).head(text.content_address)
    assert (response.status_code, response["Content-Length"]) == (200, "1000")


def test_a_file_is_not_served_by_an_address_of_the_disk(text: File, alice: Person) -> None:
    stored = text.current.stored_as
    for path in (f"/static/{stored}", f"/files/{stored}", f"/media/{stored}", f"/static/../files/{stored}"):
        assert as_(alice).get(path).status_code == 404
