"""Pictures drawn anew, so that what is kept is what can be seen: no place, no camera, no hidden script."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, NamedTuple, cast

from PIL import Image, ImageCms, ImageOps, ImageSequence

from knoop.base.images import MOST_PIXELS, NotAnImage, TooManyPixels

MOST_FRAMES = 1000
IN_MEMORY = 2_500_000  # bytes of a drawn picture; a larger one goes to disk
FORMATS = {"image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF", "image/webp": "WEBP"}
HOW: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 88, "progressive": True},
    "PNG": {},
    "GIF": {},
    "WEBP": {"quality": 88},
}
STAYS = {"transparency", "duration", "loop"}  # of what a file tells about a picture


class Drawn(NamedTuple):
    contents: BinaryIO
    width: int
    height: int


def drawn_anew(contents: BinaryIO, media: str) -> Drawn:
    """The picture in its own format, upright, with nothing in it but its pixels.

    Raises NotAnImage and TooManyPixels. Memory: four bytes a pixel.
    """
    form = FORMATS[media]
    drawn = cast(BinaryIO, SpooledTemporaryFile(max_size=IN_MEMORY))  # noqa: SIM115 - closed by who asked
    with _opened(contents, form) as picture:
        frames = [_bare(frame, form) for frame in ImageSequence.Iterator(picture)]
        more: dict[str, object] = {}
        if len(frames) > 1:
            durations = [frame.info.get("duration", 100) for frame in frames]
            loop = picture.info.get("loop", 0)
            more = {"save_all": True, "append_images": frames[1:], "duration": durations, "loop": loop}
        frames[0].save(drawn, form, **HOW[form], **more)
    drawn.seek(0)
    return Drawn(drawn, *frames[0].size)


@contextmanager
def _opened(contents: BinaryIO, form: str) -> Iterator[Image.Image]:
    contents.seek(0)
    try:
        # Only the reader of its own format: dozens of others need not be safe.
        with Image.open(contents, formats=[form]) as picture:
            frames = getattr(picture, "n_frames", 1)
            if picture.width * picture.height * frames > MOST_PIXELS or frames > MOST_FRAMES:
                raise TooManyPixels
            yield picture
    except (Image.DecompressionBombError, MemoryError) as fault:
        raise TooManyPixels from fault
    except TooManyPixels:  # of all frames together
        raise
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error) as fault:
        raise NotAnImage from fault


def _bare(frame: Image.Image, form: str) -> Image.Image:
    # The profile says how its colours are meant; it's applied, because it can hold anything else as well.
    profile = frame.info.get("icc_profile")
    upright = ImageOps.exif_transpose(frame)
    if profile and upright.mode == "RGB":
        upright = _in_usual_colours(upright, profile)
    if form == "JPEG" and upright.mode not in ("RGB", "L"):
        upright = upright.convert("RGB")
    if form == "WEBP" or (form == "GIF" and getattr(frame, "n_frames", 1) > 1):
        upright = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    bare = upright.copy()
    bare.info = {key: told for key, told in frame.info.items() if key in STAYS}
    if bare.mode == "RGBA":
        bare.info.pop("transparency", None)
    return bare


def _in_usual_colours(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        meant = ImageCms.ImageCmsProfile(BytesIO(profile))
        drawn = ImageCms.profileToProfile(picture, meant, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        return picture
    return drawn or picture
