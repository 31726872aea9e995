"""The text inside PDF and Office files: bytes in, words out; nothing is written, started or fetched.

A file may have been made to do harm: what unpacks to more than it should, nests too deep or never ends is
left where it passes a limit. Text found until then counts; a file that can't be read has none.
"""

from __future__ import annotations

import io
import re
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from pypdf import PdfReader
from pypdf.errors import PyPdfError

LONGEST = 200_000  # letters of text
LARGEST = 100_000_000  # bytes of a file that is looked into
UNPACKED = 40_000_000  # bytes that all parts of one file may unpack to
PARTS = 2_000  # parts or pages that are read
SECONDS = 20.0

type Parts = Callable[[str], bool]

# Which parts hold text, and the elements that end a line or a cell.
OFFICE: dict[str, Parts] = {
    "docx": lambda name: (
        re.fullmatch(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml", name) is not None
    ),
    "xlsx": lambda name: name == "xl/sharedStrings.xml" or name.startswith("xl/worksheets/sheet"),
    "pptx": lambda name: re.fullmatch(r"ppt/(slides|notesSlides)/\w+\d+\.xml", name) is not None,
    "odf": lambda name: name == "content.xml",
}
ENDS = {"p", "h", "tr", "row", "si", "tc", "c", "table-cell", "br", "tab", "line-break"}
TEXT = {"t", "v"}  # of Microsoft's; OpenDocument has text anywhere in the body


def text_of(content: bytes) -> str:
    """The text of a PDF, docx, xlsx, pptx or OpenDocument file; nothing of any other."""
    if len(content) > LARGEST:
        return ""
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return _joined(_pdf(content))
    if content.startswith(b"PK\x03\x04"):
        return _joined(_office(content))
    return ""


def _joined(pieces: Iterator[str]) -> str:
    """All pieces up to the limits of length and time; what was read before a fault stays."""
    found: list[str] = []
    length, until = 0, time.monotonic() + SECONDS
    try:
        for piece in pieces:
            words = " ".join(piece.replace("\x00", " ").split())
            if words:
                found.append(words)
                length += len(words) + 1
            if length >= LONGEST or time.monotonic() > until:
                break
    except (*UNREADABLE,):
        pass
    return " ".join(found)[:LONGEST]


# What these libraries raise at files that are damaged, locked or made to do harm.
UNREADABLE = (
    *(PyPdfError, zipfile.BadZipFile, zlib.error, ParseError, DefusedXmlException, NotImplementedError),
    *(ValueError, KeyError, TypeError, AttributeError, IndexError, RuntimeError, EOFError, OSError),
    *(RecursionError, OverflowError, MemoryError),
)


def _pdf(content: bytes) -> Iterator[str]:
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return
    for number, page in enumerate(reader.pages):
        if number >= PARTS:
            return
        yield page.extract_text()


def _office(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        has_text = _kind(names)
        if has_text is None:
            return
        left = UNPACKED
        for name in sorted(filter(has_text, names), key=_in_order)[:PARTS]:
            with archive.open(name) as packed:
                part = _Bounded(packed, left)
                yield from _words(part, is_open=name == "content.xml")
            left -= part.taken
            if left <= 0:
                return


def _kind(names: list[str]) -> Parts | None:
    for sign, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"), ("content.xml", "odf")):
        if any(name.startswith(sign) for name in names):
            return OFFICE[kind]
    return None


def _in_order(name: str) -> tuple[bool, list[int], str]:
    """The words of a workbook first, slide 2 before slide 10, notes after slides."""
    return (
        name != "xl/sharedStrings.xml" and "notes" in name,
        [int(n) for n in re.findall(r"\d+", name)],
        name,
    )


class _Bounded(io.RawIOBase):
    """A part that ends where it unpacks to more than it may: what a header says of its size is no proof."""

    def __init__(self, packed: object, most: int) -> None:
        self.packed, self.most, self.taken = packed, most, 0

    def read(self, size: int = -1) -> bytes:
        size = min(65_536 if size < 0 else size, self.most - self.taken)
        if size <= 0:
            return b""
        piece: bytes = self.packed.read(size)  # type: ignore[attr-defined]
        self.taken += len(piece)
        return piece


def _words(part: _Bounded, *, is_open: bool) -> Iterator[str]:
    """The text in an XML part, line by line; elements are let go of as they end.

    OpenDocument has words before, in and after elements, so each is taken once it's known to be whole: those
    before its first child when that child begins or it ends, those after it when the next thing happens.
    """
    line: list[str] = []
    open_elements: list[Element] = []
    ended: Element | None = None
    for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
        _take_tail(ended, line, is_open=is_open)
        ended = None
        name = element.tag.rpartition("}")[2]
        if event == "start":
            if open_elements:
                _take_text(open_elements[-1], line, is_open=is_open)
            open_elements.append(element)
            continue
        open_elements.pop()
        if not (name == "v" and open_elements and open_elements[-1].get("t") == "s"):
            _take_text(element, line, is_open=is_open)
        if name in ENDS:
            yield "".join(line)
            line = []
        ended = element
    yield "".join(line)


def _take_text(element: Element, line: list[str], *, is_open: bool) -> None:
    if element.text and (is_open or element.tag.rpartition("}")[2] in TEXT):
        line.append(element.text)
    element.text = None


def _take_tail(element: Element | None, line: list[str], *, is_open: bool) -> None:
    if element is None:
        return
    if is_open and element.tail:
        line.append(element.tail)
    element.clear()
