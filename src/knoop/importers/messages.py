"""Messages of an archive as posts and comments, batch by batch: each batch is whole or not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from knoop.archives import ArchivedMessage
from knoop.base import markdown
from knoop.community.posts.models import Comment, CommentMention, Post, PostMention
from knoop.community.posts.verbs import Answered, Written
from knoop.events.models import Event
from knoop.importers.models import Origin
from knoop.importers.origins import Origins
from knoop.importers.reactions import Reactions
from knoop.people.models import Person


@dataclass(frozen=True)
class Brought:
    messages: int
    reactions: int


class Messages:
    """Turns messages into rows. `handles` are those of the archive with what they are called here."""

    def __init__(self, origins: Origins, handles: dict[str, str]) -> None:
        self.origins = origins
        self.reactions = Reactions(origins)
        self.people = origins.of(Origin.Kind.PERSON)
        self.spaces = origins.of(Origin.Kind.SPACE)
        self.renamed = {old: new for old, new in handles.items() if old != new}
        self.addresses = {
            person.handle: person.get_absolute_url()
            for person in Person.objects.filter(pk__in=self.people.values())
        }

    @transaction.atomic
    def bring(self, batch: Sequence[ArchivedMessage]) -> Brought:
        """Adds those of `batch` that aren't here yet, each reply after what it replies to; and reactions."""
        there = self._there(batch)
        waiting = [message for message in batch if message.key not in there]
        new = [*waiting]
        while waiting:
            ready = [m for m in waiting if m.replies_to is None or m.replies_to in there]
            if not ready:  # what they reply to was left out, so each stands alone
                ready = waiting
            there |= self._write(ready, there)
            waiting = [message for message in waiting if message.key not in there]
        self._mention(new, there)
        return Brought(len(new), self.reactions.bring(batch, there))

    def _there(self, batch: Sequence[ArchivedMessage]) -> dict[str, Post | Comment]:
        """What is here of `batch` and of what it replies to, by key."""
        keys = {message.key for message in batch}
        keys |= {message.replies_to for message in batch if message.replies_to}
        post_keys = self.origins.among(Origin.Kind.POST, keys)
        comment_keys = self.origins.among(Origin.Kind.COMMENT, keys)
        posts = Post.objects.in_bulk(post_keys.values())
        comments = Comment.objects.select_related("post").in_bulk(comment_keys.values())
        there: dict[str, Post | Comment] = {key: posts[pk] for key, pk in post_keys.items()}
        return there | {key: comments[pk] for key, pk in comment_keys.items()}

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
        text = markdown.renamed(message.text, self.renamed)
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
