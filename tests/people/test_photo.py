"""A photo: cut, made anew, shown everywhere, and only to who may see the person."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from knoop.people import faces
from knoop.people.models import Person
from tests import making
from tests.base.test_images import a_bomb, with_a_place

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_storage(tmp_path, settings) -> None:
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path},
        }
    }


def send(client, content: bytes, name: str = "me.jpg", **chosen: object):
    return client.post("/you/photo", {"photo": SimpleUploadedFile(name, content), **chosen})


def files() -> list[str]:
    return sorted(default_storage.listdir("photos")[1]) if default_storage.exists("photos") else []


def test_a_photo_is_shown_wherever_the_person_is(alice: Person, bob: Person, as_) -> None:
    assert send(as_(alice), with_a_place()).status_code == 302
    alice.refresh_from_db()
    page = as_(bob).get("/people/").text
    assert f"/photos/{alice.pk}/{alice.photo}/96" in page
    shown = as_(bob).get(alice.photo_address(96))
    picture = Image.open(BytesIO(shown.getvalue()))
    assert (picture.size, picture.format, dict(picture.getexif())) == ((96, 96), "WEBP", {})


def test_a_photo_is_kept_by_one_s_own_browser_for_long_and_nowhere_else(alice: Person, as_) -> None:
    making.show_face(alice)
    kept = as_(alice).get(alice.photo_address(48)).headers["Cache-Control"]
    assert {"private", "immutable", "max-age=31536000"} <= set(kept.split(", "))


def test_a_guest_who_may_not_see_somebody_may_not_see_their_face(alice: Person, guest: Person, as_) -> None:
    making.show_face(alice)
    assert as_(guest).get(alice.photo_address(48)).status_code == 404
    alice.spaces.create(name="Shared", slug="shared", openness="invited").join(guest)
    assert as_(guest).get(alice.photo_address(48)).status_code == 200


def test_nobody_who_is_not_logged_in_sees_a_face(alice: Person, as_) -> None:
    making.show_face(alice)
    assert as_(None).get(alice.photo_address(48)).status_code == 302


@pytest.mark.parametrize("size", [47, 1000])
def test_other_sizes_are_not_made(size: int, alice: Person, as_) -> None:
    making.show_face(alice)
    assert as_(alice).get(f"/photos/{alice.pk}/{alice.photo}/{size}").status_code == 404


def test_the_square_that_was_chosen_is_the_one_that_is_kept(alice: Person, as_) -> None:
    wide = Image.new("RGB", (300, 100), "red")
    wide.paste("blue", (200, 0, 300, 100))
    out = BytesIO()
    wide.save(out, "PNG")
    send(as_(alice), out.getvalue(), across=0.9, down=0.5, side=1)
    alice.refresh_from_db()
    with default_storage.open(faces.place_of(alice.pk, alice.photo, 256)) as kept:
        assert Image.open(kept).getpixel((50, 50))[2] > 200


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"<svg/>", "geen afbeelding"), (a_bomb(60_000, 60_000), "te veel pixels"), (b"", "leeg")],
    ids=["script", "bomb", "nothing"],
)
def test_what_is_no_usable_picture_is_refused_with_words(
    content: bytes, words: str, alice: Person, as_
) -> None:
    page = send(as_(alice), content)
    assert page.status_code == 422
    assert words in page.text
    alice.refresh_from_db()
    assert alice.photo == ""


def test_a_file_that_is_too_large_is_refused_with_words(alice: Person, as_, monkeypatch) -> None:
    monkeypatch.setattr(faces, "LARGEST", 100)
    page = send(as_(alice), with_a_place())
    assert page.status_code == 422
    assert "10 MB" in page.text


def test_a_new_photo_takes_the_place_of_the_old_one(
    alice: Person, as_, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        send(as_(alice), making.photo("red"))
        send(as_(alice), making.photo("blue"))
    assert len(files()) == len(faces.SIZES)


def test_a_photo_that_is_taken_away_is_gone(alice: Person, as_, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        send(as_(alice), making.photo())
        as_(alice).post("/you/photo/removal")
    alice.refresh_from_db()
    assert (alice.photo, files()) == ("", [])
