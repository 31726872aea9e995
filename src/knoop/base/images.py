"""Pictures that people send, made anew: small, upright, the same format, and without what a camera adds.

Nothing of the file that came in is kept: no place, no owner, no colour profile, no second file hidden behind
the first. What isn't a picture, or would become too large in memory, is refused before it is unpacked.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
MOST_PIXELS = 60_000_000  # what a good camera makes; 180 MB in memory
QUALITY = 82
WRONG_INSIDE = (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, struct.error, OverflowError)


class UnusableImage(ValueError):
    """Nothing can be made of this picture."""


class NotAnImage(UnusableImage):
    def __init__(self) -> None:
        super().__init__("This is not a picture, or it is damaged. Use a JPEG, PNG, WebP, GIF or AVIF file.")


class TooManyPixels(UnusableImage):
    def __init__(self) -> None:
        super().__init__(f"This picture has more than {MOST_PIXELS:,} pixels. Make it smaller first.")


@dataclass(frozen=True)
class Square:
    """Where to cut: the middle, and the side as a share (0 to 1) of the picture's shorter side.

    `across` and `down` are shares of the width and height, so they hold however large it is shown.
    """

    across: float = 0.5
    down: float = 0.5
    side: float = 1.0

    def of(self, width: int, height: int) -> tuple[int, int, int, int]:
        """The box in pixels, pushed back inside the picture where it hangs over."""
        shorter = min(width, height)
        side = max(1, min(shorter, round(shorter * self.side)))
        left = min(max(0, round(width * self.across - side / 2)), width - side)
        top = min(max(0, round(height * self.down - side / 2)), height - side)
        return left, top, left + side, top + side


def reencoded(content: bytes, sizes: Iterable[int], square: Square | None = None) -> dict[int, bytes]:
    """`content` as a WebP for each of `sizes`: how many pixels its longer side has at most.

    Never enlarged. With `square` only that part of it. Of what moves, the first picture.
    Raises NotAnImage or TooManyPixels. Cost: a quarter of a second for twelve million pixels.
    """
    wanted = sorted(set(sizes), reverse=True)
    picture = _upright(content, wanted[0] if square is None else None)
    if square is not None:
        picture = picture.crop(square.of(*picture.size))
    made = {}
    for size in wanted:  # from large to small: each is made of the one before
        picture = picture.copy()
        picture.thumbnail((size, size), Image.Resampling.LANCZOS)
        made[size] = _written(picture)
    return made


def dimensions(content: bytes) -> tuple[int, int]:
    """Width and height as it is meant to be seen. Raises NotAnImage or TooManyPixels."""
    picture = _opened(content)
    try:
        turned = picture.getexif().get(0x0112, 1) >= 5
    except WRONG_INSIDE as fault:
        raise NotAnImage from fault
    return picture.size[::-1] if turned else picture.size


def _opened(content: bytes) -> Image.Image:
    """The picture with its size read, not yet unpacked."""
    try:
        picture = Image.open(BytesIO(content), formats=FORMATS)
    except Image.DecompressionBombError as fault:
        raise TooManyPixels from fault
    except WRONG_INSIDE as fault:
        raise NotAnImage from fault
    if picture.width * picture.height > MOST_PIXELS:
        raise TooManyPixels
    return picture


def _upright(content: bytes, size: int | None) -> Image.Image:
    picture = _opened(content)
    try:
        if size is not None:
            picture.draft("RGB", (2 * size, 2 * size))  # a JPEG can be unpacked at a part of its size
        picture.load()
        picture = _in_usual_colours(ImageOps.exif_transpose(picture))
    except WRONG_INSIDE as fault:
        raise NotAnImage from fault
    picture.info = {}
    return picture


def _in_usual_colours(picture: Image.Image) -> Image.Image:
    """Red, green and blue as screens show them; see-through only where the picture is."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in ("RGB", "RGBA", "CMYK"):
        try:
            usual = ImageCms.createProfile("sRGB")
            theirs = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, theirs, usual, outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            converted = None  # a profile that can't be used: the colours as they are
        if converted is not None:
            return converted
    return picture.convert(mode)


def _written(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()
