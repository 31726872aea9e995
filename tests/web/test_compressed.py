"""Pages go to browsers as small as those can read; what people added goes as it is."""

import gzip

from tests.files.making import kept, picture
from tests.making import as_

READS = {"Accept-Encoding": "gzip, deflate, br"}


def test_a_page_goes_compressed_to_who_reads_that(alice, post):
    page = as_(alice).get("/", headers=READS)
    assert page["Content-Encoding"] == "gzip"
    assert b"The bridge opens" in gzip.decompress(page.content)
    assert len(page.content) < len(gzip.decompress(page.content)) / 3


def test_a_page_goes_as_it_is_to_who_does_not(alice, post):
    page = as_(alice).get("/")
    assert "Content-Encoding" not in page
    assert b"The bridge opens" in page.content


def test_one_kept_on_the_way_is_not_taken_for_the_other(alice, post):
    assert "Accept-Encoding" in as_(alice).get("/", headers=READS)["Vary"]


def test_a_file_goes_as_it_is(alice, open_space):
    file = kept(alice, "a.png", picture("PNG", (400, 400)), open_space)
    sent = as_(alice).get(file.content_address, headers=READS)
    assert "Content-Encoding" not in sent
    assert b"".join(sent.streaming_content).startswith(b"\x89PNG")
