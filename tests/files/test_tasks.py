"""Behind the pages: previews, the scanner, and what is swept away."""

import shutil
import socket
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from knoop.base import clock
from knoop.community.files import previews, scanner, tasks
from knoop.community.files.models import BACK_WITHIN, File, Version
from knoop.community.posts.models import Post
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from tests.files import making
from tests.files.making import kept
from tests.making import as_

# The signature that scanners agreed on, in two parts so that none finds it here.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + rb"ANTIVIRUS-TEST-FILE!$H+H*"


def shown(address: str, person: Person) -> Image.Image:
    response = as_(person).get(address)
    assert response["Content-Type"] == "image/webp"
    return Image.open(BytesIO(b"".join(response.streaming_content)))


def test_a_picture_is_shown_in_small(alice: Person) -> None:
    file = kept(alice, "a.jpg", making.picture(size=(2000, 1000)))
    file.current.refresh_from_db()
    assert shown(file.thumbnail, alice).size == (320, 160)
    assert shown(file.preview, alice).size == (1280, 640)


def test_a_preview_may_be_kept_by_the_browser_for_a_while_and_by_nobody_else(alice: Person) -> None:
    file = kept(alice, "a.jpg", making.picture())
    file.current.refresh_from_db()
    assert as_(alice).get(file.thumbnail)["Cache-Control"] == "private, max-age=3600"


def test_a_preview_costs_four_queries(alice: Person, bob: Person, open_space: Space) -> None:
    file = kept(alice, "a.jpg", making.picture(), open_space)
    file.current.refresh_from_db()
    client = as_(bob)
    with CaptureQueriesContext(connection) as asked:
        client.get(file.thumbnail)
    assert len(asked) == 4  # session, person, file, version


def test_only_the_sizes_that_there_are_can_be_asked_for(alice: Person) -> None:
    file = kept(alice, "a.jpg", making.picture())
    assert as_(alice).get(f"/files/{file.key}/versions/1/320.webp").status_code == 200
    assert as_(alice).get(f"/files/{file.key}/versions/1/321.webp").status_code == 404
    assert as_(alice).get(f"/files/{file.key}/versions/2/320.webp").status_code == 404


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler isn't installed")
def test_a_pdf_is_shown_by_its_first_page(alice: Person) -> None:
    file = kept(alice, "a.pdf", making.pdf())
    file.current.refresh_from_db()
    page = shown(file.preview, alice)
    assert page.height > page.width


def test_a_pdf_without_the_tool_for_it_has_an_icon(alice: Person, monkeypatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _tool: None)
    file = kept(alice, "a.pdf", making.pdf())
    file.current.refresh_from_db()
    assert file.thumbnail == ""
    assert "file-text" in as_(alice).get(file.get_absolute_url()).text or file.kind.icon == "file-text"


def test_a_pdf_that_can_not_be_read_has_no_preview() -> None:
    assert previews.of(BytesIO(b"%PDF-1.4 broken"), "application/pdf", (320,)) == {}


def test_previews_made_twice_are_the_same(alice: Person, stored) -> None:
    file = kept(alice, "a.jpg", making.picture())
    before = stored()
    Version.objects.update(has_preview=False)
    tasks.make_previews.enqueue(file.current.pk)
    assert stored() == before
    assert len(before) == 3


def test_a_version_that_is_gone_is_no_fault(db: None) -> None:
    tasks.make_previews.enqueue(99)
    tasks.check.enqueue(99)


class Clamd:
    """Speaks as clamd does, over a real socket."""

    def __init__(self, path: Path, answer: bytes | None = None) -> None:
        self.answer, self.seen = answer, b""
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(str(path))
        self.socket.listen()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                client, _address = self.socket.accept()
            except OSError:
                return
            with client, client.makefile("rb") as said:
                assert said.read(10) == b"zINSTREAM\0"
                self.seen = b""
                while length := struct.unpack("!I", said.read(4))[0]:
                    self.seen += said.read(length)
                found = b"stream: Eicar-Test FOUND\0" if EICAR in self.seen else b"stream: OK\0"
                client.sendall(found if self.answer is None else self.answer)


@pytest.fixture
def clamd(tmp_path: Path, settings) -> Iterator[Clamd]:
    path = tmp_path / "clamd.sock"
    daemon = Clamd(path)
    settings.CLAMAV = str(path)
    yield daemon
    daemon.socket.close()


def test_a_clean_file_may_be_had_once_it_was_looked_through(alice: Person, clamd: Clamd) -> None:
    contents = bytes(range(1, 256)) * 1000
    file = kept(alice, "a.txt", contents)
    assert clamd.seen == contents
    assert as_(alice).get(file.content_address).status_code == 200


def test_a_file_with_a_virus_is_had_by_nobody_and_says_why(
    alice: Person, bob: Person, open_space: Space, clamd: Clamd
) -> None:
    file = kept(alice, "a.txt", EICAR, open_space)
    for person in (alice, bob):
        assert as_(person).get(file.content_address)["Location"] == file.get_absolute_url()
        assert "Eicar-Test" in as_(person).get(file.get_absolute_url()).text
        assert as_(person).get(f"/files/{file.key}/versions/1").status_code == 302


def test_a_file_waits_while_the_scanner_is_away_and_is_checked_later(
    alice: Person, open_space: Space, settings, tmp_path: Path
) -> None:
    path = tmp_path / "clamd.sock"
    settings.CLAMAV = str(path)
    file = kept(alice, "a.jpg", making.picture(), open_space)
    assert as_(alice).get(file.content_address).status_code == 302
    assert as_(alice).get("/spaces/town-hall/files").status_code == 200
    daemon = Clamd(path)
    tasks.check_waiting.enqueue()
    daemon.socket.close()
    assert as_(alice).get(file.content_address).status_code == 200
    assert Version.objects.get().has_preview


def test_what_was_there_before_the_scanner_waits_for_it_too(alice: Person, settings, tmp_path: Path) -> None:
    file = kept(alice, "a.txt", b"Hi")
    settings.CLAMAV = str(tmp_path / "nobody")
    assert as_(alice).get(file.content_address).status_code == 302


def test_an_answer_that_is_not_understood_is_no_clean_bill(tmp_path: Path) -> None:
    for answer in (b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: \0"):
        path = tmp_path / f"{len(answer)}.sock"
        daemon = Clamd(path, answer)
        with pytest.raises(scanner.ScannerAway):
            scanner.threat_in(BytesIO(b"x"), str(path))
        daemon.socket.close()


@pytest.fixture
def real_clamd(tmp_path: Path) -> Iterator[str]:
    """ClamAV's own daemon, which knows one signature."""
    signatures = tmp_path / "signatures"
    signatures.mkdir()
    (signatures / "eicar.ndb").write_text(f"Eicar-Test:0:0:{EICAR.hex()}\n")
    path = tmp_path / "clamd.ctl"
    told = tmp_path / "clamd.conf"
    told.write_text(f"LocalSocket {path}\nDatabaseDirectory {signatures}\nForeground yes\n")
    with (tmp_path / "said").open("wb") as said:
        daemon = subprocess.Popen(["clamd", "-c", str(told)], stdout=said, stderr=said)
    for _try in range(100):
        if path.exists() or daemon.poll() is not None:
            break
        time.sleep(0.1)
    yield str(path)
    daemon.terminate()
    daemon.wait(timeout=20)


@pytest.mark.skipif(not shutil.which("clamd"), reason="ClamAV isn't installed")
def test_clamav_itself_finds_a_virus_and_nothing_in_what_is_clean(real_clamd: str) -> None:
    assert scanner.threat_in(BytesIO(EICAR), real_clamd).startswith("Eicar")
    assert scanner.threat_in(BytesIO(making.pdf()), real_clamd) == ""


def later(monkeypatch, time_passed: timedelta) -> None:
    then = clock.now() + time_passed
    monkeypatch.setattr(clock, "now", lambda: then)


def test_what_was_put_nowhere_is_swept_after_a_day(alice: Person, stored, monkeypatch) -> None:
    kept(alice, "a.jpg", making.picture())
    later(monkeypatch, timedelta(hours=23))
    tasks.sweep.enqueue()
    assert File.objects.count() == 1
    later(monkeypatch, timedelta(hours=2))
    tasks.sweep.enqueue()
    assert not File.objects.exists()


def test_what_is_on_a_shelf_or_hangs_somewhere_is_not_swept(
    alice: Person, open_space: Space, monkeypatch
) -> None:
    kept(alice, "shelved.txt", b"x", open_space)
    Post.objects.write(alice, open_space, "Look", files=[kept(alice, "hung.txt")])
    later(monkeypatch, timedelta(days=400))
    tasks.sweep.enqueue()
    assert File.objects.count() == 2


def test_what_was_withdrawn_is_swept_after_a_month_with_all_its_versions(
    alice: Person, open_space: Space, stored, monkeypatch, django_capture_on_commit_callbacks
) -> None:
    file = kept(alice, "a.jpg", making.picture(), open_space)
    file.renew(alice, making.sent("a.jpg", making.picture(size=(9, 9))))
    file.restore(alice, file.versions.get(number=1))
    file.withdraw(alice)
    tasks.sweep.enqueue()
    assert len(stored()) == 6
    later(monkeypatch, BACK_WITHIN + timedelta(hours=1))
    with django_capture_on_commit_callbacks(execute=True):
        tasks.sweep.enqueue()
    assert stored() == []
    assert not Version.objects.exists()


def test_what_is_kept_is_for_its_owners_eyes(alice: Person, shelf: Path) -> None:
    file = kept(alice)
    assert default_storage.exists(file.current.stored_as)
    assert (shelf / file.current.stored_as).stat().st_mode & 0o077 == 0
