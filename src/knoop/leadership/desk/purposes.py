"""What a leader wants with a post, chosen before it is written; what became of it is for them alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.community.posts.additions import adds_to_post
from knoop.community.posts.forms_post import WritePost
from knoop.community.posts.models import Comment, Post, PostReaction
from knoop.leadership.desk import policy

EARLY = timedelta(hours=24)  # before that, figures say when people read rather than what they think


class Wanted(models.TextChoices):
    INFLUENCE = "influence", _("Influence")
    FEEDBACK = "feedback", _("Ask for feedback")
    WHO_I_AM = "who_i_am", _("Show who I am")
    SOLVE = "solve", _("Solve together")


class Purpose(models.Model):
    post = models.OneToOneField(Post, models.CASCADE, related_name="purpose")
    wanted = models.CharField(max_length=10, choices=Wanted)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.post_id}: {self.wanted}"


@adds_to_post
def keep_purpose(form: WritePost, post: Post) -> None:
    """What was chosen in the composer; it can't be chosen afterwards, when one knows how it went."""
    wanted = form.data.get("purpose", "")
    if wanted in Wanted.values and policy.may_choose_purpose(post.author):
        Purpose.objects.get_or_create(post=post, defaults={"wanted": wanted})


@dataclass(frozen=True)
class HowItWent:
    """What became of one post, for who wrote it. Five queries at most."""

    post: Post
    purpose: Purpose

    @property
    def is_early(self) -> bool:
        return clock.now() - self.post.published_at < EARLY

    @cached_property
    def comments(self) -> list[tuple[int, int, int | None, int | None]]:
        """pk, author, to and the author's unit of each answer that still stands, oldest first."""
        rows = Comment.objects.filter(post=self.post, withdrawn_at=None).order_by("published_at", "pk")
        return list(rows.values_list("pk", "author_id", "to_id", "author__unit_id"))

    @cached_property
    def answers(self) -> list[tuple[int, int, int | None, int | None]]:
        return [row for row in self.comments if row[1] != self.post.author_id]

    @cached_property
    def answering(self) -> dict[int, int | None]:
        """Who answered, with their unit."""
        return {author: unit for _pk, author, _to, unit in self.answers}

    @cached_property
    def reacting(self) -> dict[int, int | None]:
        rows = PostReaction.objects.filter(thing=self.post).exclude(person=self.post.author_id)
        return dict(rows.values_list("person_id", "person__unit_id"))

    @property
    def people(self) -> dict[int, int | None]:
        return self.reacting | self.answering

    @property
    def elsewhere(self) -> int:
        """How many of them are of another unit."""
        own = self.post.author.unit_id
        return sum(unit is not None and unit != own for unit in self.people.values())

    @property
    def units(self) -> int:
        return len({unit for unit in self.people.values() if unit is not None})

    @cached_property
    def new(self) -> int:
        """How many of them had never answered this leader before."""
        before = Comment.objects.filter(
            post__author=self.post.author_id,
            author__in=list(self.people),
            published_at__lt=self.post.published_at,
        )
        before = before.exclude(post=self.post)
        return len(self.people) - before.values("author").distinct().count()

    @cached_property
    def answered_back(self) -> set[int]:
        """Answers that the leader answered in turn, or that lie before a word of theirs to all."""
        done, open_ = set(), []
        for pk, author, to, _unit in self.comments:
            if author != self.post.author_id:
                open_.append(pk)
            elif to is None:
                done.update(open_)
            else:
                done.add(to)
        return done

    @property
    def waiting(self) -> int:
        return sum(pk not in self.answered_back for pk, *_rest in self.answers)

    @property
    def on_each_other(self) -> int:
        """Answers by one colleague to another's answer."""
        authors = {pk: author for pk, author, _to, _unit in self.comments}
        return sum(
            to is not None and authors.get(to) not in (None, author, self.post.author_id)
            for _pk, author, to, _unit in self.answers
        )

    @property
    def sentence(self) -> str:
        if not self.people:
            return gettext("Nobody has answered or reacted yet.")
        return {
            Wanted.INFLUENCE: self._reach,
            Wanted.FEEDBACK: self._feedback,
            Wanted.WHO_I_AM: self._closer,
            Wanted.SOLVE: self._together,
        }[Wanted(self.purpose.wanted)]()

    def _reach(self) -> str:
        said = ngettext(
            "%(count)d person took it up, %(elsewhere)d of them outside your own unit.",
            "%(count)d people took it up, %(elsewhere)d of them outside your own unit.",
            len(self.people),
        )
        return said % {"count": len(self.people), "elsewhere": self.elsewhere}

    def _feedback(self) -> str:
        said = ngettext(
            "%(count)d person gave an answer.", "%(count)d people gave an answer.", len(self.answering)
        ) % {"count": len(self.answering)}
        if not self.waiting:
            return f"{said} " + gettext("None waits for a word of yours.") if self.answers else said
        waits = ngettext(
            "%(count)d answer waits for a word of yours.",
            "%(count)d answers wait for a word of yours.",
            self.waiting,
        )
        return f"{said} {waits % {'count': self.waiting}}"

    def _closer(self) -> str:
        said = ngettext(
            "%(count)d person reacted or answered; %(new)d had never answered you before.",
            "%(count)d people reacted or answered; %(new)d had never answered you before.",
            len(self.people),
        )
        return said % {"count": len(self.people), "new": self.new}

    def _together(self) -> str:
        said = ngettext(
            "%(count)d person thought along, from %(units)d units; %(on)d times on another's answer.",
            "%(count)d people thought along, from %(units)d units; %(on)d times on another's answer.",
            len(self.answering),
        )
        return said % {"count": len(self.answering), "units": self.units, "on": self.on_each_other}


def how_it_went(post: Post) -> HowItWent | None:
    purpose = Purpose.objects.filter(post=post).first()
    return HowItWent(post, purpose) if purpose else None
