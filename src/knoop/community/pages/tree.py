"""The pages of a space as a tree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knoop.community.pages.models import Page


@dataclass(frozen=True)
class Branch:
    page: Page
    below: list[Branch] = field(default_factory=list)


def tree(pages: Iterable[Page]) -> list[Branch]:
    """Pages in their order, each with those below it; one whose page above isn't among them stands on top."""
    pages = list(pages)
    there = {page.pk for page in pages}
    below: dict[int | None, list[Page]] = defaultdict(list)
    for page in sorted(pages, key=lambda page: (page.place, page.pk)):
        below[page.above_id if page.above_id in there else None].append(page)

    def branches(above: int | None) -> list[Branch]:
        return [Branch(page, branches(page.pk)) for page in below[above]]

    return branches(None)


def below(page: Page, pages: Iterable[Page]) -> set[int]:
    """The page and all under it: where it can't be moved to."""
    found, waiting = {page.pk}, [page.pk]
    children = defaultdict(list)
    for one in pages:
        children[one.above_id].append(one.pk)
    while waiting:
        for pk in children[waiting.pop()]:
            found.add(pk)
            waiting.append(pk)
    return found
