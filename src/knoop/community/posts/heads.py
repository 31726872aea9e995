"""The title, description and site that a page elsewhere gives itself, as words."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urlsplit

from knoop.base.elsewhere import Page

CHARSET = re.compile(rb"""<meta[^>]+charset=["']?([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
LONGEST = {"title": 200, "description": 400, "site": 120}
NAMES = {
    "og:title": "title",
    "twitter:title": "title",
    "og:description": "description",
    "twitter:description": "description",
    "description": "description",
    "og:site_name": "site",
}


@dataclass(frozen=True)
class Head:
    title: str
    description: str
    site: str


def read_head(page: Page) -> Head:
    """What `page` says of itself, cut to size; what it doesn't say is empty, but for the site: its host."""
    reader = _Reader()
    reader.feed(page.html.decode(_charset(page), "replace"))
    host = (urlsplit(page.address).hostname or "").removeprefix("www.")
    found = {"title": " ".join(reader.title), "site": host} | reader.named
    return Head(**{name: _short(found.get(name, ""), longest) for name, longest in LONGEST.items()})


def _charset(page: Page) -> str:
    in_page = CHARSET.search(page.html[:2048])
    for name in (page.charset, in_page and in_page[1].decode("ascii")):
        try:
            if name and codecs.lookup(name)._is_text_encoding:  # type: ignore[attr-defined]
                return name
        except LookupError:
            continue
    return "utf-8"


def _short(words: str, longest: int) -> str:
    """On one line, without characters that are none, cut between words where that's possible."""
    words = " ".join(
        "".join(character for character in words if character.isprintable() or character.isspace()).split()
    )
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[longest // 2 :] else cut) + "…"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.named: dict[str, str] = {}
        self.title: list[str] = []
        self.is_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title":
            self.is_title = not self.title
        elif tag == "meta":
            said = {name: value or "" for name, value in attrs}
            name = NAMES.get(said.get("property", said.get("name", "")).lower())
            if name and said.get("content", "").strip():
                self.named.setdefault(name, said["content"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self.is_title = False

    def handle_data(self, data: str) -> None:
        if self.is_title:
            self.title.append(data)
