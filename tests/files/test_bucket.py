"""Files in a bucket do all that files in a folder do, and nobody but Knoop reads them there."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from knoop.base import bucket as buckets
from knoop.base.bucket import Bucket, Unkept
from knoop.base.signing import Signer
from knoop.cli import doctor
from knoop.community.files.models import File
from knoop.community.spaces.models import Space
from knoop.people import faces
from knoop.people.erasures import Erasure
from knoop.people.exports import Export
from knoop.people.models import Person
from knoop.search.papers import inside
from tests import making as people
from tests.files import making
from tests.files.making import kept
from tests.files.s3 import REGION, Server
from tests.files.test_download import body
from tests.making import as_

TEXT = b"0123456789" * 100
type Names = Callable[[], list[str]]


def keep_in(settings, options: dict[str, str]) -> None:
    place = {"BACKEND": "knoop.base.bucket.Bucket", "OPTIONS": options}
    settings.STORAGES = settings.STORAGES | {"default": place}


@pytest.fixture(params=["folder", "bucket"])
def there(request: pytest.FixtureRequest, settings) -> Names:
    """The names of what is kept; each test that asks for it is done twice."""
    if request.param == "folder":
        return request.getfixturevalue("stored")
    server, bucket = request.getfixturevalue("s3"), request.getfixturevalue("bucket")
    keep_in(settings, server.options(bucket, "of/knoop"))
    return lambda: server.names(bucket)


@pytest.fixture
def far(s3: Server, bucket: str, settings) -> Bucket:
    keep_in(settings, s3.options(bucket))
    return Bucket(**s3.options(bucket))


def test_who_may_read_a_space_has_its_files_and_nobody_else(
    there: Names, alice: Person, carol: Person, closed_space: Space
) -> None:
    file = kept(alice, "digits.txt", TEXT, closed_space)
    assert len(there()) == 1
    assert body(as_(alice).get(file.content_address)) == TEXT
    assert as_(carol).get(file.content_address).status_code == 404


@pytest.mark.parametrize(
    ("asked", "status", "given"),
    [
        ("bytes=0-9", 206, TEXT[:10]),
        ("bytes=995-", 206, TEXT[995:]),
        ("bytes=-5", 206, TEXT[-5:]),
        ("bytes=1000-", 416, b""),
    ],
)
def test_a_part_is_given_to_who_asks_for_a_part(
    there: Names, alice: Person, asked: str, status: int, given: bytes
) -> None:
    file = kept(alice, "digits.txt", TEXT)
    response = as_(alice).get(file.content_address, headers={"range": asked})
    assert (response.status_code, body(response)) == (status, given)


def test_the_whole_says_how_long_it_is_and_isnt_sent_twice(there: Names, alice: Person) -> None:
    file = kept(alice, "digits.txt", TEXT)
    response = as_(alice).get(file.content_address)
    assert (response["Content-Length"], len(body(response))) == ("1000", 1000)
    again = as_(alice).get(file.content_address, headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_pictures_get_small_ones_and_texts_are_read(there: Names, alice: Person, open_space: Space) -> None:
    picture = kept(alice, "a.jpg", making.picture(size=(2000, 1000)), open_space)
    picture.current.refresh_from_db()
    assert as_(alice).get(picture.thumbnail)["Content-Type"] == "image/webp"
    assert "Hello" in inside(kept(alice, "a.pdf", making.pdf(), open_space))


def test_a_photo_is_shown_and_one_that_is_gone_is_nowhere(there: Names, alice: Person) -> None:
    people.show_face(alice)
    address = f"/photos/{alice.pk}/{alice.photo}/96"
    assert as_(alice).get(address).status_code == 200
    default_storage.delete(faces.place_of(alice.pk, alice.photo, 96))
    assert as_(alice).get(address).status_code == 404


def test_an_export_takes_files_along_and_an_erasure_takes_them_away(
    there: Names, alice: Person, open_space: Space, django_capture_on_commit_callbacks
) -> None:
    people.show_face(alice)
    kept(alice, "plan.txt", b"A plan of mine", open_space)
    with django_capture_on_commit_callbacks(execute=True):
        Export.objects.ask(alice)
    export = Export.objects.get()
    response = as_(alice).get(f"/you/data/exports/{export.pk}")
    with ZipFile(BytesIO(body(response))) as parcel:
        assert parcel.read("files/plan.txt") == b"A plan of mine"
    with django_capture_on_commit_callbacks(execute=True):
        Erasure.objects.ask(alice, alice, takes_words=True, at_once=True)
    assert there() == []


def test_what_couldnt_be_noted_isnt_kept(there: Names, alice: Person, monkeypatch) -> None:
    def broken(*_arguments: object, **_more: object) -> None:
        raise RuntimeError("no row")

    monkeypatch.setattr(File, "save", broken)
    with pytest.raises(RuntimeError, match="no row"):
        kept(alice)
    assert there() == []


def test_a_name_that_is_taken_gets_another(there: Names) -> None:
    first = default_storage.save("photos/a.webp", ContentFile(b"1"))
    second = default_storage.save("photos/a.webp", ContentFile(b"2"))
    assert first != second
    assert default_storage.open(first).read() == b"1"


def test_what_isnt_there_is_missing_and_may_be_deleted(there: Names) -> None:
    with pytest.raises(FileNotFoundError):
        default_storage.open("photos/none")
    default_storage.delete("photos/none")
    assert not default_storage.exists("photos/none")


def test_nothing_is_reached_outside_its_folder(there: Names) -> None:
    for act in (default_storage.open, default_storage.delete, default_storage.exists):
        with pytest.raises(SuspiciousFileOperation):
            act("../others/secret")


def test_a_large_file_comes_in_pieces_from_wherever_it_is_read(far: Bucket, monkeypatch) -> None:
    monkeypatch.setattr(buckets, "WINDOW", 300)
    name = far.save("a", ContentFile(TEXT))
    with far.open(name) as file:
        assert file.read() == TEXT
        assert (file.seek(290), file.read(30)) == (290, TEXT[290:320])
        assert (file.seek(-3, os.SEEK_END), file.read()) == (997, TEXT[-3:])


def test_an_empty_file_is_kept_too(far: Bucket) -> None:
    assert far.open(far.save("nothing", ContentFile(b""))).read() == b""


@pytest.mark.parametrize("path", ["/b/x", "/b/a%20b%2B~%C3%A9/%27x%27"])
def test_requests_are_signed_as_botocore_signs_them(path: str) -> None:
    from botocore.auth import S3SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    at, digest = datetime.now(UTC), "0" * 64
    ours = Signer("key", "secret", REGION).headers(
        "PUT", "h:9000", path, at, sent={"Range": "bytes=0-9"}, digest=digest
    )
    request = AWSRequest("PUT", f"http://h:9000{path}", {"range": "bytes=0-9"})
    request.headers["X-Amz-Content-SHA256"] = digest
    theirs = S3SigV4Auth(Credentials("key", "secret"), "s3", REGION)
    request.context = {"timestamp": ours["x-amz-date"], "payload_signing_enabled": True}
    theirs.payload = lambda _request: digest
    request.headers["X-Amz-Date"] = ours["x-amz-date"]
    words = theirs.string_to_sign(request, theirs.canonical_request(request))
    assert ours["authorization"].endswith(theirs.signature(words, request))


def test_a_key_that_isnt_right_is_refused_and_never_shown(s3: Server, bucket: str) -> None:
    wrong = Bucket(**s3.options(bucket) | {"secret": "something-else"})
    with pytest.raises(Unkept, match="403") as fault:
        wrong.save("a", ContentFile(b"x"))
    assert "something-else" not in str(fault.value)


def test_a_bucket_that_isnt_there_is_said_rather_than_taken_for_empty(s3: Server) -> None:
    with pytest.raises(Unkept, match="NoSuchBucket"):
        Bucket(**s3.options("not-made")).save("a", ContentFile(b"x"))


def test_a_storage_that_is_away_is_a_fault_and_no_missing_file(s3: Server, monkeypatch) -> None:
    monkeypatch.setattr(buckets, "AGAIN", buckets.AGAIN.new(total=0))
    away = Bucket(**s3.options("b") | {"address": "http://127.0.0.1:9/b"})
    with pytest.raises(Unkept, match="doesn't answer"):
        away.exists("a")


def test_doctor_is_content_with_a_closed_bucket_and_leaves_nothing_in_it(
    far: Bucket, s3: Server, bucket: str
) -> None:
    assert doctor._files() is None
    assert doctor._name_of_files() == "files are kept in the bucket of KNOOP_S3"
    assert s3.names(bucket) == []


def test_doctor_has_no_fault_with_a_folder() -> None:
    assert doctor._files() is None
    assert doctor._name_of_files() == "files are kept in the data folder"


def test_doctor_says_that_a_bucket_is_open_to_all(far: Bucket, s3: Server, bucket: str) -> None:
    with s3.without_checks():
        assert doctor._files() is None
        s3.client.put_bucket_acl(Bucket=bucket, ACL="public-read")
        assert "Close it" in doctor._files()


def test_doctor_says_that_what_is_erased_stays(far: Bucket, s3: Server, bucket: str) -> None:
    s3.client.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    assert "old versions" in doctor._files()


def test_doctor_says_what_is_wrong_with_a_key(s3: Server, bucket: str, settings) -> None:
    keep_in(settings, s3.options(bucket) | {"secret": "other"})
    assert "it can't be used" in doctor._files()
