"""Messages of an archive as posts and comments, batch by batch: each batch is whole or not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from knoop.archives import ArchivedMessage
from knoop.base import markdown
from knoop.community.posts.models import (
    Comment,
    CommentMention,
    CommentReaction,
    Post,
    PostMention,
    PostReaction,
)
from knoop.community.posts.reactions import LONGEST_EMOJI
from knoop.community.posts.verbs import Answered, Reacted, Written
from knoop.events.models import Event
from knoop.importers.models import Origin
from knoop.importers.origins import Origins
from knoop.people.models import Person


@dataclass(frozen=True)
class Brought:
    messages: int
    reactions: int


class Messages:
    """Turns messages into rows. `handles` are those of the archive with what they are called here."""

    def __init__(self, origins: Origins, handles: dict[str, str]) -> None:
        self.origins = origins
        self.people = origins.of(Origin.Kind.PERSON)
        self.spaces = origins.of(Origin.Kind.SPACE)
        self.renamed = {old: new for old, new in handles.items() if old != new}
        self.addresses = {
            person.handle: person.get_absolute_url()
            for person in Person.objects.filter(pk__in=self.people.values())
        }

    @transaction.atomic
    def bring(self, batch: Sequence[ArchivedMessage]) -> Brought:
        """Adds those of `batch` that aren't here yet, each reply after what it replies to."""
        keys = {message.key for message in batch} | {
            message.replies_to for message in batch if message.replies_to
        }
        posts = Post.objects.in_bulk(self.origins.among(Origin.Kind.POST, keys).values())
        post_keys = self.origins.among(Origin.Kind.POST, keys)
        comment_keys = self.origins.among(Origin.Kind.COMMENT, keys)
        comments = Comment.objects.select_related("post").in_bulk(comment_keys.values())
        there: dict[str, Post | Comment] = {key: posts[pk] for key, pk in post_keys.items()}
        there |= {key: comments[pk] for key, pk in comment_keys.items()}
        waiting = [message for message in batch if message.key not in there]
        new = [*waiting]
        while waiting:
            ready = [m for m in waiting if m.replies_to is None or m.replies_to in there]
            if not ready:  # what they reply to was left out, so each stands alone
                ready = waiting
            there |= self._write(ready, there)
            done = {message.key for message in ready}
            waiting = [message for message in waiting if message.key not in done]
        self._mention(new, there)
        return Brought(len(new), self._react(new, there))

    def _write(
        self, ready: list[ArchivedMessage], there: dict[str, Post | Comment]
    ) -> dict[str, Post | Comment]:
        openings = [message for message in ready if message.replies_to not in there]
        replies = [message for message in ready if message.replies_to in there]
        posts = Post.objects.bulk_create(
            Post(space_id=self.spaces[m.space], **self._words(m)) for m in openings
        )
        comments = Comment.objects.bulk_create(
            Comment(**self._place(there[str(m.replies_to)]), **self._words(m)) for m in replies
        )
        written = dict(zip([m.key for m in openings], posts, strict=True))
        answered = dict(zip([m.key for m in replies], comments, strict=True))
        self.origins.keep(Origin.Kind.POST, {key: post.pk for key, post in written.items()})
        self.origins.keep(Origin.Kind.COMMENT, {key: comment.pk for key, comment in answered.items()})
        Event.objects.record_imported(
            (post.author_id, Written(post.pk, post.space_id, self._mentioned(m)), post.pk, m.at)
            for m, post in zip(openings, posts, strict=True)
        )
        Event.objects.record_imported(
            (comment.author_id, self._answered(m, comment), comment.pk, m.at)
            for m, comment in zip(replies, comments, strict=True)
        )
        return {**written, **answered}

    def _words(self, message: ArchivedMessage) -> dict[str, object]:
        text = message.text
        if self.renamed:
            text = markdown.HANDLE.sub(lambda at: f"@{self.renamed.get(at[1].lower(), at[1])}", text)
        return {
            "author_id": self.people[message.author],
            "published_at": message.at,
            "text": text,
            "html": markdown.render(text, self.addresses),
        }

    @staticmethod
    def _place(parent: Post | Comment) -> dict[str, object]:
        """Where a reply hangs; `post` is given as an object so that its space needs no query."""
        is_post = isinstance(parent, Post)
        return {"post": parent if is_post else parent.post, "to": None if is_post else parent}

    def _mentioned(self, message: ArchivedMessage) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.people[key] for key in message.mentions if key in self.people))

    def _answered(self, message: ArchivedMessage, comment: Comment) -> Answered:
        to = (comment.to or comment.post).author_id
        return Answered(comment.pk, comment.post_id, comment.post.space_id, to, self._mentioned(message))

    def _mention(self, new: list[ArchivedMessage], there: dict[str, Post | Comment]) -> None:
        pairs = [(there[m.key], person) for m in new for person in self._mentioned(m)]
        PostMention.objects.bulk_create(
            PostMention(thing=t, person_id=p) for t, p in pairs if isinstance(t, Post)
        )
        CommentMention.objects.bulk_create(
            CommentMention(thing=t, person_id=p) for t, p in pairs if isinstance(t, Comment)
        )

    def _react(self, new: list[ArchivedMessage], there: dict[str, Post | Comment]) -> int:
        given = {
            (m.key, self.people[r.person], r.emoji[:LONGEST_EMOJI]): r.at or m.at
            for m in new
            for r in m.reactions
            if r.person in self.people
        }
        rows = [(there[key], person, emoji, at) for (key, person, emoji), at in given.items()]
        for model, kind in ((PostReaction, Post), (CommentReaction, Comment)):
            model.objects.bulk_create(
                model(thing=t, person_id=p, emoji=e, at=at) for t, p, e, at in rows if isinstance(t, kind)
            )
        Event.objects.record_imported((p, _reacted(t), t.pk, at) for t, p, _emoji, at in rows)
        return len(rows)


def _reacted(thing: Post | Comment) -> Reacted:
    if isinstance(thing, Post):
        return Reacted(thing.pk, None, thing.space_id, thing.author_id)
    return Reacted(thing.post_id, thing.pk, thing.post.space_id, thing.author_id)
