"""Real files for tests, made here: pictures with all that a phone adds, and what only looks like one."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from knoop.community.files.models import File
from knoop.community.spaces.models import Space
from knoop.people.models import Person

SECRET = b"52.0907N 5.1214E"  # where it was taken, in words that can be looked for


def picture(form: str = "JPEG", size: tuple[int, int] = (64, 48), **more: object) -> bytes:
    made = Image.new("RGB", size, "teal")
    for x in range(size[0] // 2):  # so that it's seen which way up it is
        made.putpixel((x, 0), (255, 0, 0))
    out = BytesIO()
    made.save(out, form, **more)
    return out.getvalue()


def from_a_phone(turned: int = 6) -> bytes:
    """A JPEG with the place, the camera, a comment and the way it was held."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010F] = "Camera of Alice"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (52.0, 5.0, 26.5), "E", (5.0, 7.0, 17.0)
    place[29] = SECRET.decode()
    return picture(exif=exif, comment=SECRET, quality=95)


def moving(form: str = "GIF", frames: int = 3) -> bytes:
    colours = ["red", "green", "blue", "white", "black"]
    made = [Image.new("RGB", (20, 20), colours[number % 5]) for number in range(frames)]
    out = BytesIO()
    made[0].save(out, form, save_all=True, append_images=made[1:], duration=80, loop=0, comment=SECRET)
    return out.getvalue()


def vast(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of a few bytes that says it is `width` by `height`: 10 GB once drawn."""

    def chunk(kind: bytes, held: bytes) -> bytes:
        return struct.pack("!I", len(held)) + kind + held + struct.pack("!I", zlib.crc32(kind + held))

    head = chunk(b"IHDR", struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rows = chunk(b"IDAT", zlib.compress(b"\0" * 100_000))
    return b"\x89PNG\r\n\x1a\n" + head + rows + chunk(b"IEND", b"")


def pdf(words: str = "Hello") -> bytes:
    """One page that says `words`."""
    drawn = f"BT /F1 24 Tf 40 700 Td ({words}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start


def packed(*names: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as bundle:
        for name in names:
            bundle.writestr(name, "<x/>")
    return out.getvalue()


def docx() -> bytes:
    return packed("[Content_Types].xml", "word/document.xml")


def sent(name: str, contents: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, contents)


def kept(by: Person, name: str = "plan.txt", contents: bytes = b"Plan", space: Space | None = None) -> File:
    return File.objects.add(by, sent(name, contents), space)
