"""On what of this room files hang, who sees them there, and which wait for a draft."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from knoop.community.files.holders import holder, keeper
from knoop.community.posts.models import Comment, CommentQuerySet, Draft, Post, PostQuerySet


def _there[W: (PostQuerySet, CommentQuerySet)](rows: W) -> W:
    """Whose words weren't withdrawn: the files went with them."""
    return rows.filter(withdrawn_at=None)


def _page_of_post(pk: int) -> str:
    return reverse("post", args=[pk])


def _page_of_comment(pk: int) -> str:
    found = Comment.objects.filter(pk=pk).first()
    return found.get_absolute_url() if found else ""


@keeper
def in_drafts(people: Iterable[int]) -> set[str]:
    """The keys of files that drafts of `people` name."""
    drafts = Draft.objects.filter(author__in=people).values_list("sent", flat=True)
    return {key for sent in drafts for key in sent.get("file", [])}


holder("post", lambda person: _there(Post.objects.visible_to(person)), _page_of_post)
holder("comment", lambda person: _there(Comment.objects.visible_to(person)), _page_of_comment)
