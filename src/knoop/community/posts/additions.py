"""What rooms above this one add to a post when it is written: from fields of theirs in the composer's slots.

    @adds_to_post
    def keep(form, post): ...

It is called in the transaction that writes the post, also when what was scheduled is posted. With the same
form sent twice it's called twice, so it must be able to do its work again. A draft keeps what they hold.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knoop.community.posts.forms_post import WritePost
    from knoop.community.posts.models import Post

type Addition = Callable[[WritePost, Post], None]

_additions: list[Addition] = []


def adds_to_post[A: Addition](addition: A) -> A:
    _additions.append(addition)
    return addition


def add(form: WritePost, post: Post) -> None:
    for addition in _additions:
        addition(form, post)
