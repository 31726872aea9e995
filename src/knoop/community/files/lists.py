"""A space's files, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from knoop.community.files.forms import Looking
from knoop.community.files.models import File
from knoop.community.spaces.models import Space
from knoop.people.models import Person

PAGE = 40


@dataclass(frozen=True)
class Page:
    files: list[File]
    words: str  # what is looked for in names
    by: str  # name or date
    next: str  # the query of the next page; nothing at the end
    is_first: bool


def listed(space: Space, person: Person, asked: Mapping[str, str]) -> Page:
    """The files of `space` that `person` may see, as `asked` (see forms.Looking); one or two queries."""
    looking = Looking(asked)
    looking.is_valid()  # what makes no sense is left out; the rest still counts
    words, by = looking.cleaned_data.get("q", ""), looking.cleaned_data.get("by") or "date"
    seen = File.objects.visible_to(person).of(space)
    after = looking.cleaned_data.get("after")
    last = seen.filter(key=after).first() if after else None
    rows = seen.named_like(words).for_list()
    page = list((rows.by_name(last) if by == "name" else rows.newest_first(last))[: PAGE + 1])
    onwards = urlencode({"q": words, "by": by, "after": page[PAGE - 1].key}) if len(page) > PAGE else ""
    return Page(page[:PAGE], words, by, onwards, is_first=last is None)
