"""Pictures are made anew: nothing of the file that came in is kept but what can be seen."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from knoop.base.images import NotAnImage, Square, TooManyPixels, dimensions, reencoded

GPS, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def a_photo(
    width: int = 300, height: int = 200, form: str = "JPEG", colour: object = "teal", **options: object
) -> bytes:
    mode = "RGBA" if isinstance(colour, tuple) and len(colour) == 4 else "RGB"
    out = BytesIO()
    Image.new(mode, (width, height), colour).save(out, form, **options)
    return out.getvalue()


def with_a_place(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[MAKER], exif[ORIENTATION] = "Camera of Alice", orientation
    exif.get_ifd(GPS).update({1: "N", 2: (52.0, 5.0, 7.0), 3: "E", 4: (4.0, 18.0, 3.0)})
    return a_photo(exif=exif.tobytes())


def seen(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def a_bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is very large."""

    def chunk(kind: bytes, inside: bytes) -> bytes:
        return struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + pixels + chunk(b"IEND", b"")


def test_where_and_with_what_a_picture_was_taken_is_gone() -> None:
    photo = with_a_place()
    assert b"Camera of Alice" in photo
    made = reencoded(photo, [320])[320]
    assert b"Camera of Alice" not in made
    assert not dict(seen(made).getexif())
    assert not seen(made).info.keys() & {"exif", "xmp", "icc_profile"}


def test_a_picture_taken_sideways_is_turned_upright() -> None:
    assert seen(reencoded(with_a_place(orientation=6), [320])[320]).size == (200, 300)
    assert dimensions(with_a_place(orientation=6)) == (200, 300)


def test_each_size_is_made_in_its_own_shape() -> None:
    made = reencoded(a_photo(1200, 800), [320, 96])
    assert {size: seen(content).size for size, content in made.items()} == {320: (320, 213), 96: (96, 64)}
    assert all(seen(content).format == "WEBP" for content in made.values())


def test_a_small_picture_is_not_enlarged() -> None:
    assert seen(reencoded(a_photo(60, 40), [1280])[1280]).size == (60, 40)


def test_a_square_is_cut_out_of_the_middle_unless_said_otherwise() -> None:
    wide = Image.new("RGB", (300, 100), "red")
    wide.paste("blue", (200, 0, 300, 100))
    out = BytesIO()
    wide.save(out, "PNG")
    middle, right = (
        seen(reencoded(out.getvalue(), [100], square)[100]) for square in (Square(), Square(across=1))
    )
    assert (middle.size, right.size) == ((100, 100), (100, 100))
    assert middle.getpixel((50, 50))[0] > 200
    assert right.getpixel((50, 50))[2] > 200


@pytest.mark.parametrize("square", [Square(-3, 9, 4), Square(0, 0, 0), Square(1, 1, 0.5)])
def test_a_square_that_hangs_over_stays_inside(square: Square) -> None:
    left, top, right, bottom = square.of(300, 200)
    assert 0 <= left < right <= 300
    assert 0 <= top < bottom <= 200
    assert right - left == bottom - top


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF", "AVIF"])
def test_other_formats_are_taken_too(form: str) -> None:
    assert seen(reencoded(a_photo(form=form), [96])[96]).format == "WEBP"


def test_what_is_see_through_stays_so() -> None:
    made = seen(reencoded(a_photo(form="PNG", colour=(0, 80, 80, 0)), [96])[96])
    assert made.mode == "RGBA"


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_print_colours_and_greys_become_screen_colours(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (40, 40)).save(out, "JPEG")
    assert seen(reencoded(out.getvalue(), [40])[40]).mode == "RGB"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html><script>alert(1)</script></html>",
        b"%PDF-1.4\n",
        a_photo()[:200],
        b"GIF89a" + b"\xff" * 40,
    ],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(NotAnImage):
        reencoded(content, [96])


def test_what_is_hidden_behind_a_picture_is_gone() -> None:
    made = reencoded(a_photo(form="GIF") + b"/*<script>alert(1)</script>*/", [96])[96]
    assert b"script" not in made


@pytest.mark.parametrize("size", [(60_000, 60_000), (20_000, 4_000)])
def test_a_picture_too_large_to_unpack_is_refused_unopened(size: tuple[int, int]) -> None:
    with pytest.raises(TooManyPixels, match="smaller"):
        reencoded(a_bomb(*size), [96])
