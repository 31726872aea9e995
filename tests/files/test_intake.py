"""What may be added: its name, its size, and whether it is what it says it is."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from knoop.base import clock
from knoop.community.files import kinds, naming
from knoop.community.files.intake import Refused
from knoop.community.files.models import File
from knoop.people.models import Person
from tests.files import making
from tests.files.making import SECRET, kept


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def contents(file: File) -> bytes:
    with default_storage.open(file.current.stored_as) as held:
        return held.read()


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("photo.jpg", making.picture()),
        ("photo.JPEG", making.picture()),
        ("drawing.png", making.picture("PNG")),
        ("drawing.webp", making.picture("WEBP")),
        ("moving.gif", making.moving()),
        ("report.pdf", making.pdf()),
        ("letter.docx", making.docx()),
        ("letter.odt", making.packed("mimetype", "content.xml")),
        ("bundle.zip", making.packed("a.txt")),
        ("note.txt", b"Hello"),
        ("list.csv", "naam;plaats\nZoë;Één\n".encode()),
        ("logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        ("film.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 50),
    ],
)
def test_what_is_what_it_says_is_kept(alice: Person, name: str, held: bytes) -> None:
    file = kept(alice, name, held)
    assert file.current.size > 0
    assert file.current.media == kinds.kind_of(name).media


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("page.png", b"<!doctype html><script>alert(1)</script>"),
        ("page.jpg", making.pdf()),
        ("photo.png", making.picture("JPEG")),
        ("report.pdf", b"<script>alert(1)</script>"),
        ("letter.docx", making.packed("a.txt")),
        ("letter.docx", b"MZ\x90\0" + b"\0" * 200),
        ("sheet.xlsx", making.docx()),
        ("note.txt", b"MZ\x90\0" + b"\0" * 200),
        ("film.mp4", b"MZ\x90\0" + b"\0" * 200),
        ("broken.jpg", making.picture()[:200]),
        ("broken.gif", b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)"),
    ],
)
def test_what_is_not_what_it_says_is_refused_and_not_kept(
    alice: Person, stored, name: str, held: bytes
) -> None:
    with pytest.raises(Refused, match=name):
        kept(alice, name, held)
    assert stored() == []
    assert not File.objects.exists()


@pytest.mark.parametrize("name", ["virus.exe", "page.html", "run.sh", "noending", "page.png.html"])
def test_a_kind_that_is_not_allowed_is_refused_with_what_to_do(alice: Person, name: str) -> None:
    with pytest.raises(Refused, match=r"PDF.*\.zip"):
        kept(alice, name, b"<p>")


def test_an_administrator_may_allow_what_is_refused_elsewhere(alice: Person, settings) -> None:
    settings.FILE_TYPES = frozenset({"dwg"})
    assert kept(alice, "bridge.dwg", b"AC1032").current.media == "application/octet-stream"


@pytest.mark.parametrize("turned", [1, 6])
def test_a_photo_loses_its_place_its_camera_and_its_comment(alice: Person, turned: int) -> None:
    taken = making.from_a_phone(turned)
    assert SECRET in taken
    assert b"Camera of Alice" in taken
    held = contents(kept(alice, "photo.jpg", taken))
    assert SECRET not in held
    assert b"Camera" not in held
    with Image.open(BytesIO(held)) as drawn:
        assert dict(drawn.getexif()) == {}
        assert drawn.format == "JPEG"


def test_a_photo_that_was_held_sideways_is_kept_upright(alice: Person) -> None:
    file = kept(alice, "photo.jpg", making.from_a_phone(turned=6))
    assert (file.current.width, file.current.height) == (48, 64)


@pytest.mark.parametrize(("name", "form"), [("a.gif", "GIF"), ("a.webp", "WEBP"), ("a.png", "PNG")])
def test_a_moving_picture_keeps_moving(alice: Person, name: str, form: str) -> None:
    with Image.open(BytesIO(contents(kept(alice, name, making.moving(form))))) as drawn:
        assert drawn.n_frames == 3


def test_what_is_hidden_behind_a_picture_is_gone(alice: Person) -> None:
    for name, form in (("a.gif", "GIF"), ("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP")):
        polyglot = making.picture(form) + b"<script>alert(1)</script>" + making.packed("evil.js")
        assert b"script" not in contents(kept(alice, name, polyglot))
        assert b"evil" not in contents(kept(alice, name, polyglot))


def test_a_picture_keeps_what_is_see_through(alice: Person) -> None:
    out = BytesIO()
    Image.new("RGBA", (10, 10), (255, 0, 0, 0)).save(out, "PNG")
    with Image.open(BytesIO(contents(kept(alice, "a.png", out.getvalue())))) as drawn:
        assert drawn.convert("RGBA").getpixel((5, 5))[3] == 0


@pytest.mark.parametrize("size", [(60_000, 60_000), (9_000, 9_000)])
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_drawn(
    alice: Person, stored, size: tuple[int, int]
) -> None:
    with pytest.raises(Refused, match="pixels"):
        kept(alice, "vast.png", making.vast(*size))
    assert stored() == []


def test_a_picture_of_endlessly_many_frames_is_refused(alice: Person) -> None:
    with pytest.raises(Refused, match="pixels"):
        kept(alice, "long.gif", making.moving(frames=1100))


def test_an_empty_file_is_refused(alice: Person) -> None:
    with pytest.raises(Refused, match="empty"):
        kept(alice, "nothing.txt", b"")


def test_what_is_too_large_is_refused_with_how_large_it_may_be(alice: Person, settings) -> None:
    settings.LARGEST_FILE = 1024
    kept(alice, "fits.txt", b"x" * 1024)
    with pytest.raises(Refused, match=r"1.0.KB"):
        kept(alice, "large.txt", b"x" * 1025)


def test_who_added_much_today_waits_until_tomorrow(alice: Person, bob: Person, settings) -> None:
    settings.FILES_A_DAY = 1000
    kept(alice, "first.txt", b"x" * 900)
    with pytest.raises(Refused, match="tomorrow"):
        kept(alice, "second.txt", b"x" * 200)
    kept(bob, "second.txt", b"x" * 200)
    File.objects.get(name="first.txt").versions.update(at=clock.now() - timedelta(hours=25))
    kept(alice, "second.txt", b"x" * 200)


@pytest.mark.parametrize(
    ("given_name", "kept_as"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\boot.txt", "boot.txt"),
        ("/etc/plan.txt", "plan.txt"),
        ("a\0b.txt", "ab.txt"),
        ("gpj.\u202etxt", "gpj.txt"),
        ("  plan   one .TXT", "plan one.txt"),
        ("...txt", "txt"),
        (". / .", ""),
        (".htaccess", "htaccess"),
        ("é" * 300 + ".txt", "é" * 196 + ".txt"),
    ],
)
def test_a_name_is_kept_without_folders_and_unseen_signs(given_name: str, kept_as: str) -> None:
    assert naming.cleaned(given_name) == kept_as


@given(st.text(max_size=400))
def test_no_name_whatever_leads_elsewhere(name: str) -> None:
    cleaned = naming.cleaned(name)
    assert "/" not in cleaned
    assert "\\" not in cleaned
    assert not cleaned.startswith(".")
    assert len(cleaned) <= naming.LONGEST
    assert naming.cleaned(cleaned) == cleaned


def test_what_is_kept_is_kept_under_a_name_that_says_nothing(alice: Person, stored) -> None:
    file = kept(alice, "salaries.txt", b"x")
    [name] = stored()
    assert file.current.stored_as.endswith(name)
    assert "salaries" not in file.current.stored_as
    assert kept(alice, "salaries.txt", b"x").key != file.key


def test_nothing_stays_behind_when_its_row_can_not_be_written(alice: Person, stored, monkeypatch) -> None:
    def fails(*_given: object, **_named: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(File, "_take", fails)
    with pytest.raises(RuntimeError):
        File.objects.add(alice, SimpleUploadedFile("a.txt", b"x"))
    assert stored() == []
