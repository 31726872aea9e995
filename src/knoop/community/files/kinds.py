"""What kinds of file there are: how each is known by its contents, how it is shown, how it may be served.

A name is only what somebody calls a thing. Its first bytes have to agree before it is kept, and it is served
as what it was found to be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

import puremagic

HEAD = 64 * 1024
PLAIN = "application/octet-stream"


class NotWhatItSays(ValueError):
    """The contents are of another kind than the name says."""


@dataclass(frozen=True)
class Kind:
    group: str  # the icon it has: image, document, sheet, slides, text, sound, film, bundle, other
    media: str  # how it is served
    signs: frozenset[str] = frozenset()  # endings that its first bytes may be known by; none: plain text
    part: str = ""  # what a packed document has to have inside
    is_shown: bool = False  # in the browser, rather than only as a download
    is_picture: bool = False  # drawn anew, so that only what can be seen is left

    @property
    def icon(self) -> str:
        return ICONS.get(self.group, "file")


ICONS = {"image": "file-image", "document": "file-text", "text": "file-text", "sheet": "file-spreadsheet"}


def _kind(group: str, media: str, signs: str, **more: object) -> Kind:
    return Kind(group, media, frozenset(signs.split()), **more)  # type: ignore[arg-type]


def _office(group: str, media: str, part: str) -> Kind:
    return _kind(group, f"application/vnd.{media}", "zip docx xlsx pptx odt", part=part)


JPEG = _kind("image", "image/jpeg", "jpg jpeg jfif", is_shown=True, is_picture=True)
OPENXML = "openxmlformats-officedocument."
KINDS: dict[str, Kind] = {
    "jpg": JPEG,
    "jpeg": JPEG,
    "png": _kind("image", "image/png", "png", is_shown=True, is_picture=True),
    "gif": _kind("image", "image/gif", "gif", is_shown=True, is_picture=True),
    "webp": _kind("image", "image/webp", "webp", is_shown=True, is_picture=True),
    # A drawing can hold scripts: it may be had, but a browser never opens it here.
    "svg": Kind("image", PLAIN),
    "heic": _kind("image", PLAIN, "heic heif"),
    "pdf": _kind("document", "application/pdf", "pdf", is_shown=True),
    "docx": _office("document", f"{OPENXML}wordprocessingml.document", "word/"),
    "xlsx": _office("sheet", f"{OPENXML}spreadsheetml.sheet", "xl/"),
    "pptx": _office("slides", f"{OPENXML}presentationml.presentation", "ppt/"),
    "odt": _office("document", "oasis.opendocument.text", "content.xml"),
    "ods": _office("sheet", "oasis.opendocument.spreadsheet", "content.xml"),
    "odp": _office("slides", "oasis.opendocument.presentation", "content.xml"),
    "doc": _kind("document", "application/msword", "doc"),
    "xls": _kind("sheet", "application/vnd.ms-excel", "xls doc"),
    "ppt": _kind("slides", "application/vnd.ms-powerpoint", "ppt doc"),
    "rtf": _kind("document", "application/rtf", "rtf"),
    "txt": Kind("text", "text/plain; charset=utf-8", is_shown=True),
    "md": Kind("text", "text/plain; charset=utf-8", is_shown=True),
    "csv": Kind("sheet", "text/csv; charset=utf-8"),
    "ics": Kind("text", "text/calendar; charset=utf-8"),
    "mp3": _kind("sound", "audio/mpeg", "mp3"),
    "m4a": _kind("sound", "audio/mp4", "m4a mp4"),
    "wav": _kind("sound", "audio/wav", "wav"),
    "ogg": _kind("sound", "audio/ogg", "ogg oga ogv"),
    "mp4": _kind("film", "video/mp4", "mp4 m4v"),
    "mov": _kind("film", "video/quicktime", "mov"),
    "webm": _kind("film", "video/webm", "webm"),
    "zip": _kind("bundle", "application/zip", "zip docx"),
}
OTHER = Kind("other", PLAIN)
USUAL = tuple(KINDS)  # what may be added where an administrator says nothing else


def ending(name: str) -> str:
    return PurePath(name).suffix.removeprefix(".").lower()


def kind_of(name: str) -> Kind:
    """What a name says; something that can only be downloaded where it says nothing known."""
    return KINDS.get(ending(name), OTHER)


def found_in(contents: BinaryIO, name: str) -> Kind:
    """The kind that the name says and the contents confirm. Raises NotWhatItSays; leaves it at the start.

    A kind that an administrator allowed and nobody here knows is taken as it is: it's only ever downloaded.
    """
    kind = kind_of(name)
    contents.seek(0)
    head = contents.read(HEAD)
    if kind is not OTHER and not _agrees(kind, head, contents):
        raise NotWhatItSays(name)
    contents.seek(0)
    return kind


def _agrees(kind: Kind, head: bytes, contents: BinaryIO) -> bool:
    if not kind.signs:
        return b"\0" not in head
    if not kind.signs.intersection(_signs(head)):
        return False
    return not kind.part or any(name.startswith(kind.part) for name in _packed(contents))


def _signs(head: bytes) -> set[str]:
    try:
        return {match.extension.removeprefix(".") for match in puremagic.magic_stream(BytesIO(head))}
    except (puremagic.PureError, ValueError):
        return set()


def _packed(contents: BinaryIO) -> Sequence[str]:
    """The names in a packed document; reads its list only, whatever it unpacks to."""
    contents.seek(0)
    try:
        with ZipFile(contents) as bundle:
            return bundle.namelist()
    except (BadZipFile, ValueError, OSError):
        return ()
