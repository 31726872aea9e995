"""Small pictures of files: of a picture itself, of a PDF its first page where the tool for it is there."""

from __future__ import annotations

import resource
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import BinaryIO

from knoop.base import images
from knoop.community.files import pictures

SECONDS = 20
MEMORY = 1024**3  # bytes that reading somebody's PDF may take
LARGEST_PAGE = 60_000_000  # bytes of its picture


def of(contents: BinaryIO, media: str, widths: tuple[int, ...]) -> dict[int, bytes]:
    """WebP pictures by the longer side; none where this kind of file can't be shown in small."""
    if media == "application/pdf":
        page = _first_page(contents, max(widths))
        return images.reencoded(page, widths) if page else {}
    if media in pictures.FORMATS:
        return images.reencoded(contents.read(), widths)
    return {}


def _first_page(contents: BinaryIO, width: int) -> bytes:
    """The first page as PNG, drawn by poppler in a process of its own with bounds on time and memory."""
    tool = shutil.which("pdftoppm")
    if tool is None:
        return b""
    with tempfile.TemporaryDirectory(prefix="knoop-page-") as folder:
        source, page = Path(folder) / "source.pdf", Path(folder) / "page"
        with source.open("wb") as copy:
            shutil.copyfileobj(contents, copy)
        words = ["-f", "1", "-l", "1", "-singlefile", "-png", "-scale-to-x", str(width), "-scale-to-y", "-1"]
        try:
            subprocess.run(  # noqa: S603 - its own words, no shell
                [tool, *words, str(source), str(page)],
                check=True,
                capture_output=True,
                timeout=SECONDS,
                preexec_fn=_bounded,
            )
            return page.with_suffix(".png").read_bytes()
        except (subprocess.SubprocessError, OSError):
            return b""


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_PAGE, LARGEST_PAGE))
