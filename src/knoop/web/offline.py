"""The installable app: its manifest, and the worker that keeps the pages seen last."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse

from knoop.web import stylesheet

KEPT = (
    *("web/atkinson-hyperlegible-next.woff2", "web/htmx.min.js", "web/icons.svg", "web/knoop.js"),
    *("web/knoop.svg", "web/icon-192.png"),
)
_scripts: list[str] = []


def add_to_worker(script: str) -> None:
    """Has the worker load a room's static file, such as the one that shows what was pushed."""
    _scripts.append(script)


def manifest() -> dict[str, Any]:
    sizes = ((192, "any"), (512, "any"), (512, "maskable"))
    return {
        "id": "/",
        "name": "Knoop",
        "short_name": "Knoop",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#faf7f0",
        "theme_color": "#0f5e66",
        "icons": [
            {
                "src": static(f"web/icon-{'maskable-' if purpose == 'maskable' else ''}{size}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in sizes
        ],
    }


def worker() -> str:
    """The worker's script, with what it keeps; another version whenever one of those changes."""
    sheet = reverse("stylesheet", args=[stylesheet.current().digest])
    shell = [sheet, reverse("offline"), *map(static, KEPT)]
    written = _source() if not settings.DEBUG else _source.__wrapped__()
    given = {
        "SHELL": shell,
        "OFFLINE": reverse("offline"),
        "EXTRA": [static(script) for script in _scripts],
    }
    version = sha256(json.dumps([given, written]).encode()).hexdigest()[:12]
    said = {"VERSION": version} | given
    return "\n".join([*(f"const {name} = {json.dumps(value)};" for name, value in said.items()), written])


@cache
def _source() -> str:
    found = finders.find("web/sw.js")
    return Path(str(found)).read_text()
