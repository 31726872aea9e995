"""What is sent is looked at before it is kept: its name, its size, whether it is what it says it is."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import BinaryIO, cast

from django.conf import settings
from django.core.files.base import File as Contents
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from knoop.base import images
from knoop.community.files import kinds, naming, pictures
from knoop.people.models import Person

DAY = timedelta(days=1)
CHUNK = 1024 * 1024


class Refused(ValueError):
    """What was sent can't be kept; in words for who sent it, with what to do."""


@dataclass(frozen=True)
class Taken:
    """What is in the storage, before a row says so."""

    name: str
    stored_as: str
    size: int
    media: str
    digest: str
    width: int | None = None
    height: int | None = None


@contextmanager
def taken_in(upload: UploadedFile, by: Person, used: int) -> Iterator[Taken]:
    """Stores `upload` under a name nobody can guess; takes it out again when what follows fails.

    `used` is how many bytes `by` added this day. Raises Refused.
    """
    name = naming.cleaned(upload.name or "")
    _look_at(upload, name, used)
    taken = _store(upload, name)
    try:
        yield taken
    except BaseException:
        default_storage.delete(taken.stored_as)
        raise


def _look_at(upload: UploadedFile, name: str, used: int) -> None:
    if not name:
        raise Refused(_("This file has no name that can be kept. Give it one and add it again."))
    size = upload.size or 0
    if size == 0:
        raise Refused(_("%(name)s is empty.") % {"name": name})
    if size > settings.LARGEST_FILE:
        raise too_large(name)
    if used + size > settings.FILES_A_DAY:
        raise Refused(
            _("%(name)s doesn't fit in the %(most)s that one person can add in a day. Add it tomorrow.")
            % {"name": name, "most": filesizeformat(settings.FILES_A_DAY)}
        )
    ending = kinds.ending(name)
    if ending not in settings.FILE_TYPES:
        raise Refused(
            _("%(name)s is of a kind that can't be added here. Save it as PDF, or put it in a .zip.")
            % {"name": name}
        )


def must_be_of_one_kind(present: str, new: str) -> None:
    """A new version is what the file is: its address and its name promise that. Raises Refused."""
    if kinds.kind_of(new) != kinds.kind_of(present) or not naming.cleaned(new):
        raise Refused(
            _("A new version has to be of the same kind: %(ending)s. Add this one as a file of its own.")
            % {"ending": f".{kinds.ending(present)}"}
        )


def too_large(name: str) -> Refused:
    return Refused(
        _("%(name)s is larger than %(most)s. Make it smaller, or keep it elsewhere and link to it.")
        % {"name": name, "most": filesizeformat(settings.LARGEST_FILE)}
    )


def _store(upload: UploadedFile, name: str) -> Taken:
    contents = cast(BinaryIO, upload.file)
    try:
        kind = kinds.found_in(contents, name)
        if not kind.is_picture:
            return _stored(contents, name, kind.media)
        drawn = pictures.drawn_anew(contents, kind.media)
    except (kinds.NotWhatItSays, images.NotAnImage) as fault:
        raise Refused(
            _("%(name)s isn't what its name says, or it is damaged. Open it, save it anew and add that.")
            % {"name": name}
        ) from fault
    except images.TooManyPixels as fault:
        raise Refused(
            _("%(name)s has too many pixels to be shown. Make it smaller and add it again.") % {"name": name}
        ) from fault
    with drawn.contents:
        return _stored(drawn.contents, name, kind.media, drawn.width, drawn.height)


def _stored(
    contents: BinaryIO, name: str, media: str, width: int | None = None, height: int | None = None
) -> Taken:
    digest, size = hashlib.sha256(), 0
    contents.seek(0)
    while chunk := contents.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
    contents.seek(0)
    stored_as = default_storage.save(free_place(), Contents(contents))
    return Taken(name, stored_as, size, media, digest.hexdigest(), width, height)


def free_place() -> str:
    """A name in the storage that says nothing and can't be guessed; in folders, so that none gets full."""
    word = secrets.token_hex(20)
    return f"{word[:2]}/{word}"
