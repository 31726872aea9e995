"""Headings of a page: each with a place to link to, and a table of contents."""

import re
from dataclasses import dataclass

from django.utils.html import strip_tags
from django.utils.text import slugify

from knoop.base import markdown
from knoop.base.naming import free_name

HEADING = re.compile(r"<h([3-6])>(.*?)</h\1>", re.DOTALL)
PLACED = re.compile(r'<h([2-5]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)


@dataclass(frozen=True)
class Heading:
    level: int
    place: str
    words: str


def rendered(text: str) -> str:
    """Markdown as the HTML of a page, whose title is its first heading: the text's begin at the second."""
    taken: set[str] = set()

    def placed(found: re.Match[str]) -> str:
        level = int(found[1]) - 1
        # Behind a prefix, so that no heading takes the place of a part of the page itself.
        place = free_name(f"s-{slugify(strip_tags(found[2])) or 'part'}", taken)
        taken.add(place)
        return f'<h{level} id="{place}">{found[2]}</h{level}>'

    return HEADING.sub(placed, markdown.render(text))


def contents(html: str) -> list[Heading]:
    """The headings of a page that `rendered` made, in order."""
    return [Heading(int(level), place, strip_tags(words)) for level, place, words in PLACED.findall(html)]
