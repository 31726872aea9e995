"""What a link in a post leads to, in words: fetched once, shown without going there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction

from knoop.base import clock, markdown

if TYPE_CHECKING:
    from knoop.community.posts.models import Post

LONGEST_ADDRESS = 2000


class LinkPreview(models.Model):
    """A page elsewhere as it was when somebody linked to it first; no title: there's nothing to show."""

    address = models.CharField(max_length=LONGEST_ADDRESS, unique=True)
    site = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=200, blank=True)
    description = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.address


def follow(post: Post) -> None:
    """Has the first link of `post` looked at after this is committed; without one it has no preview."""
    address = markdown.first_link(post.text) if "://" in post.text or "www." in post.text else None
    if post.preview_id and (address is None or post.preview.address != address):
        post.preview = None
        post.save(update_fields=["preview"])
    if address and not post.preview_id and settings.LINK_PREVIEWS and len(address) <= LONGEST_ADDRESS:
        from knoop.community.posts.tasks import look_up_link  # the task reads posts, which call this

        transaction.on_commit(partial(look_up_link.enqueue, post.pk))
