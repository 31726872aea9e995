"""Who may read, answer and react."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from knoop.community.spaces import policy as spaces

if TYPE_CHECKING:
    from knoop.community.posts.models import Post
    from knoop.people.models import Person


def visible(person: Person) -> Q:
    return spaces.visible(person, "space")


def visible_comments(person: Person) -> Q:
    return spaces.visible(person, "post__space")


def may_answer(person: Person, post: Post) -> bool:
    return spaces.may_write(person, post.space)


def may_react(person: Person, post: Post) -> bool:
    """To the post or its comments. An own reaction may always be taken back: that adds nothing."""
    return spaces.may_write(person, post.space)
