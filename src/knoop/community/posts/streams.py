"""Lists of posts, page by page, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from knoop.community.files.attachments import load
from knoop.community.posts.dressing import dress
from knoop.community.posts.models import Post, tally
from knoop.community.posts.saved import is_saved
from knoop.community.posts.visits import began_earlier, new_answers
from knoop.people.beside import unshown
from knoop.web.paging import page_of, place

if TYPE_CHECKING:
    from knoop.community.posts.models import PostQuerySet
    from knoop.people.models import Person

PAGE = 20
UNREAD = (*unshown("author"), "space__purpose", "space__welcome", "space__welcome_html")


@dataclass(frozen=True)
class Stream:
    posts: list[Post]
    next: str  # cursor of the next page, or nothing at the end
    is_first: bool
    address: str  # of the page it stands on

    @property
    def onwards(self) -> str:
        """The address of the next page."""
        return f"{self.address}{'&' if '?' in self.address else '?'}before={self.next}"

    @property
    def is_up_to_date(self) -> bool:
        """Whether all that is new since the visit before is on this page."""
        return any(post.begins_earlier for post in self.posts)


def stream(
    posts: PostQuerySet, person: Person, address: str, cursor: str = "", since: datetime | None = None
) -> Stream:
    """The page of `posts` at `cursor` with all it shows, in three queries and those of `dress`.

    What was there at the visit before, until `since`, begins with a mark.
    """
    page = page_of(marked(posts, person), moment="published_at", size=PAGE, cursor=cursor)
    return stream_of(page, person, address, cursor, since)


def marked(posts: PostQuerySet, person: Person) -> PostQuerySet:
    """With what a stream shows of each."""
    marks = {"is_saved": is_saved(person, "post"), "new_count": new_answers(person)}
    return posts.for_stream().filter(withdrawn_at=None).defer("text", *UNREAD).annotate(**marks)


def stream_of(
    page: tuple[list[Post], str],
    person: Person,
    address: str,
    cursor: str = "",
    since: datetime | None = None,
) -> Stream:
    """`stream` of posts that were read already, by `marked`, with the cursor behind them."""
    shown, onwards = page
    tally(shown, person)
    dress(shown, person)
    load(shown)
    if since:
        began_earlier(shown, since, place(cursor)[0] if cursor else None)
    return Stream(shown, onwards, is_first=not cursor, address=address)
