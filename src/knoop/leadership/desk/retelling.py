"""How far a story was retold: what others wrote that leads to it, and what leads to that in turn.

Kept when something is written, so that a page needn't look through all there is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from knoop.community.posts import policy as posts
from knoop.community.posts.models import Comment, Kind, Post
from knoop.people.models import Person

# An address of a post, by itself or with ours before it; not one of another site that looks alike.
LINK = re.compile(r"(?P<before>\S*?)/posts/(?P<pk>\d{1,18})(?![\w-]|/)")
BEGINS = re.compile(r"[(\[<\"']*$")
MOST_SHOWN = 5


class Retelling(models.Model):
    """One post or answer that leads to a story, by somebody who didn't write that story."""

    story = models.ForeignKey(Post, models.CASCADE, related_name="retellings")
    post = models.ForeignKey(Post, models.CASCADE, null=True, related_name="+")
    comment = models.ForeignKey(Comment, models.CASCADE, null=True, related_name="+")
    # How many steps from the story: 1 leads to it, 2 leads to one that does.
    steps = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint("story", "post", name="retold_once_by_post"),
            models.UniqueConstraint("story", "comment", name="retold_once_by_comment"),
            models.CheckConstraint(
                condition=Q(post=None) ^ Q(comment=None), name="retold_by_a_post_or_a_comment"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.story_id} by {self.post_id or self.comment_id}"


def linked(text: str) -> list[int]:
    """The posts that a text leads to, each once."""
    own = urlsplit(settings.ADDRESS).netloc
    found = (match for match in LINK.finditer(text) if _is_ours(match["before"], own))
    return list(dict.fromkeys(int(match["pk"]) for match in found))


def _is_ours(before: str, host: str) -> bool:
    """`before` is what stands before the path: nothing but brackets and text of a link, or our address."""
    address = before.rpartition("(")[2] if "(" in before else before
    if "://" in address:
        return urlsplit(address[address.rindex("http") :] if "http" in address else address).netloc == host
    return bool(BEGINS.fullmatch(address))


def note(thing: Post | Comment) -> None:
    """Writes down what `thing` retells now; what it no longer leads to is no retelling. Safe to do again."""
    column = thing.word
    found = {} if thing.withdrawn_at else _stories(thing)
    Retelling.objects.filter(**{column: thing}).exclude(story__in=list(found)).delete()
    for story, steps in found.items():
        Retelling.objects.update_or_create(story_id=story, **{column: thing}, defaults={"steps": steps})


def _stories(thing: Post | Comment) -> dict[int, int]:
    """The stories of others that `thing` leads to, with in how many steps. An own post is not a retelling.

    A comment below a story isn't one either, whatever it leads to: it's there already.
    """
    targets = [pk for pk in linked(thing.text) if pk not in (thing.pk if thing.word == "post" else None,)]
    if not targets:
        return {}
    steps: dict[int, int] = {}
    further = Retelling.objects.filter(post__in=targets).values_list("story_id", "steps")
    for story, before in further:
        steps[story] = min(before + 1, steps.get(story, before + 1))
    steps |= dict.fromkeys(
        Post.objects.filter(pk__in=targets, kind=Kind.STORY).values_list("pk", flat=True), 1
    )
    here = thing.post_id if thing.word == "comment" else thing.pk
    others = Post.objects.filter(pk__in=list(steps)).exclude(author=thing.author_id).exclude(pk=here)
    return {pk: steps[pk] for pk in others.values_list("pk", flat=True)}


@dataclass(frozen=True)
class Told:
    """How far a story was retold, in what `reader` may see."""

    story: Post
    reader: Person

    @cached_property
    def retellings(self) -> list[Retelling]:
        """Oldest first. What the reader may not see isn't counted: a number would tell that it's there."""
        in_posts = Q(post__in=Post.objects.filter(posts.visible(self.reader), withdrawn_at=None).values("pk"))
        answers = Comment.objects.filter(
            posts.visible_comments(self.reader), withdrawn_at=None, post__withdrawn_at=None
        )
        rows = Retelling.objects.filter(in_posts | Q(comment__in=answers.values("pk")), story=self.story)
        found = rows.select_related("post__author", "comment__author", "comment__post")
        return list(found.order_by("pk").fetch_mode(models.FETCH_RAISE))

    @property
    def count(self) -> int:
        return len(self.retellings)

    @property
    def things(self) -> list[Post | Comment]:
        return [one.post or one.comment for one in self.retellings]

    @property
    def newest(self) -> list[Post | Comment]:
        return self.things[::-1][:MOST_SHOWN]

    @property
    def people(self) -> int:
        return len({thing.author_id for thing in self.things})

    @property
    def furthest(self) -> int:
        return max((one.steps for one in self.retellings), default=0)
