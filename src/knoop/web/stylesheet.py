"""All rooms' style sheets as one file: one request, compressed once, kept by browsers until it changes.

Each room keeps its own in `css/`, one file per component. Cascade layers, not file order, decide what wins.
"""

import gzip
import re
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import brotli
from django.apps import apps
from django.conf import settings
from django.templatetags.static import static

STATIC = re.compile(r'url\("static:([^"]+)"\)')
LAYERS = "@layer reset, base, components, rooms, utilities;\n"


@dataclass(frozen=True)
class Stylesheet:
    digest: str
    by_encoding: dict[str, bytes]


def current() -> Stylesheet:
    return _read(_newest_change() if settings.DEBUG else 0.0)


def _files() -> list[Path]:
    folders = [Path(room.path) / "css" for room in apps.get_app_configs() if room.name.startswith("knoop.")]
    return [file for folder in folders for file in sorted(folder.glob("*.css"))]


def _newest_change() -> float:
    return max(file.stat().st_mtime for file in _files())


@cache
def _read(_newest: float) -> Stylesheet:
    written = LAYERS + "".join(file.read_text() for file in _files())
    text = STATIC.sub(lambda found: f'url("{static(found[1])}")', written).encode()
    return Stylesheet(
        sha256(text).hexdigest()[:12],
        {"br": brotli.compress(text), "gzip": gzip.compress(text, mtime=0), "": text},
    )
