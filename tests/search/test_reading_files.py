"""Text inside files, from files made here; and what is made to do harm is read to its limit or not at all."""

import io
import time
import zipfile

import pytest

from knoop.search import reading_files
from knoop.search.reading_files import text_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ODF = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def packed(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def pdf(text: str) -> bytes:
    """A PDF of one page, written by hand."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("latin-1")
    things = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    file = b"%PDF-1.4\n"
    places = []
    for number, thing in enumerate(things, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(file)
    return (
        file
        + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            start,
        )
    )


def docx(body: str) -> bytes:
    return packed(**{"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})


def test_the_text_of_a_pdf_is_read():
    assert text_of(pdf("De brug gaat dicht")) == "De brug gaat dicht"


def test_words_of_a_text_document_that_are_split_are_one_again():
    body = "<w:p><w:r><w:t>spoor</w:t></w:r><w:r><w:t>brug</w:t></w:r></w:p><w:p><w:t>dicht</w:t></w:p>"
    assert text_of(docx(body)) == "spoorbrug dicht"


def test_cells_of_a_workbook_are_read_and_numbers_of_shared_words_are_not():
    content = packed(
        **{
            "xl/sharedStrings.xml": f"<sst {S}><si><t>Pomp</t></si><si><t>Klem</t></si></sst>",
            "xl/worksheets/sheet1.xml": f'<worksheet {S}><sheetData><row><c t="s"><v>1</v></c>'
            "<c><v>42</v></c></row></sheetData></worksheet>",
        }
    )
    assert text_of(content) == "Pomp Klem 42"


def test_slides_are_read_in_their_order():
    slide = "<p:sld xmlns:p='p' {a}><a:p><a:r><a:t>{word}</a:t></a:r></a:p></p:sld>"
    content = packed(
        **{
            "ppt/slides/slide10.xml": slide.format(a=A, word="tien"),
            "ppt/slides/slide2.xml": slide.format(a=A, word="twee"),
        }
    )
    assert text_of(content) == "twee tien"


def test_an_opendocument_is_read_with_words_around_marked_ones():
    body = "<text:p>De <text:span>oude</text:span> brug</text:p><text:h>Einde</text:h>"
    assert text_of(packed(**{"content.xml": f"<doc {ODF}>{body}</doc>"})) == "De oude brug Einde"


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7 broken", b"PK\x03\x04 broken", packed(a="b")])
def test_what_cannot_be_read_has_no_text(content):
    assert text_of(content) == ""


def test_a_file_cut_short_has_what_was_before_the_cut_or_nothing():
    whole = pdf("De brug gaat dicht")
    for length in range(0, len(whole), 37):
        assert text_of(whole[:length]) in ("", "De brug gaat dicht")


def test_entities_that_grow_are_refused():
    bomb = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><d><t>&b;</t></d>'
    assert text_of(packed(**{"word/document.xml": bomb})) == ""


def test_a_file_that_unpacks_to_very_much_is_read_to_the_limit(monkeypatch):
    monkeypatch.setattr(reading_files, "UNPACKED", 1_000_000)
    line = "<w:p><w:r><w:t>water </w:t></w:r></w:p>"
    content = docx(line * 200_000)
    assert len(content) < 100_000
    started = time.monotonic()
    text = text_of(content)
    assert text.startswith("water water")
    assert len(text) < 300_000
    assert time.monotonic() - started < 10


def test_what_lies_about_its_size_is_stopped_all_the_same(monkeypatch):
    monkeypatch.setattr(reading_files, "UNPACKED", 10_000)
    content = docx("<w:p><w:r><w:t>water </w:t></w:r></w:p>" * 5000)
    lying = content.replace((195_000 + 0).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert len(text_of(lying)) < 10_000


def test_text_longer_than_anybody_looks_for_is_cut(monkeypatch):
    monkeypatch.setattr(reading_files, "LONGEST", 50)
    assert len(text_of(docx("<w:p><w:r><w:t>water </w:t></w:r></w:p>" * 100))) == 50
