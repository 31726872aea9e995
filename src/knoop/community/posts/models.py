"""Posts, the threaded comments that answer them, and who is mentioned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import unescape
from uuid import UUID

from django.db import models, transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.base.addresses import address
from knoop.base.counting import count_of
from knoop.community.files.attachments import NONE, Attachments, Change, attach
from knoop.community.files.models import File
from knoop.community.posts import mentions, policy, previews
from knoop.community.posts.acceptances import Acceptance
from knoop.community.posts.drafts import Draft
from knoop.community.posts.handovers import DraftedWith, Handover, say_who_helped
from knoop.community.posts.kinds import Kind
from knoop.community.posts.mentions import CommentMention, PostMention, PostThanks
from knoop.community.posts.pins import Pin
from knoop.community.posts.polls import Option, Poll, Standing, Terms, Vote
from knoop.community.posts.previews import LinkPreview
from knoop.community.posts.reactions import CommentReaction, PostReaction, Reactable, Reaction, tally
from knoop.community.posts.revisions import CommentRevision, PostRevision
from knoop.community.posts.saved import Saved
from knoop.community.posts.topic_following import TopicFollowing
from knoop.community.posts.topics import CommentTopic, PostTopic, Topic
from knoop.community.posts.verbs import (
    Answered,
    CommentEdited,
    CommentRestored,
    CommentWithdrawn,
    Pinned,
    PostEdited,
    PostRestored,
    PostWithdrawn,
    Reacted,
    ReactionWithdrawn,
    Unpinned,
    Written,
)
from knoop.community.posts.visits import HomeVisit, PostRead, Settled
from knoop.community.posts.wording import Worded
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.beside import unshown
from knoop.people.models import Person

LONGEST = 20_000  # characters
LONGEST_TITLE = 160
MOST_PINNED = 5  # shown on a page

__all__ = [
    "Acceptance",
    "Comment",
    "CommentMention",
    "CommentReaction",
    "CommentRevision",
    "CommentTopic",
    "Draft",
    "DraftedWith",
    "Handover",
    "HomeVisit",
    "Kind",
    "LinkPreview",
    "Option",
    "Pin",
    "Poll",
    "Post",
    "PostMention",
    "PostReaction",
    "PostRead",
    "PostRevision",
    "PostThanks",
    "PostTopic",
    "Saved",
    "Settled",
    "Topic",
    "TopicFollowing",
    "Vote",
    "tally",
]


def _written[W: (Post, Comment)](rows: QuerySet[W], once: UUID | None, **words: object) -> tuple[W, bool]:
    """A new row, or the one that was written with this `once` and these words already."""
    if once is None:
        return rows.create(**words), True
    row, is_new = rows.get_or_create(once=once, defaults=words)
    if is_new or (row.author, row.text) == (words["author"], words["text"]):
        return row, is_new
    return rows.create(**words), True  # an old form, used again for other words: nothing is lost


class PostQuerySet(models.QuerySet["Post"]):
    def visible_to(self, person: Person) -> PostQuerySet:
        return self.filter(policy.visible(person))

    def in_spaces_of(self, person: Person) -> PostQuerySet:
        return self.filter(space__in=Space.objects.heard_by(person).values("pk"))

    def before(self, at: datetime, pk: int) -> PostQuerySet:
        """The page after the post `pk` of `at`, for lists that show the newest first."""
        return self.filter(published_at__lte=at).exclude(published_at=at, pk__gte=pk)

    def last_space_of(self, person: Person) -> str | None:
        """The slug of the space somebody wrote in last: most likely where they write now."""
        written = self.filter(author=person).order_by("-published_at", "-pk")
        return written.values_list("space__slug", flat=True).first()

    def pinned_in(self, space: Space) -> PostQuerySet:
        """Those on top of a space, last pinned first; a handful, so that they stay worth a look."""
        # From the few pins, not from all posts of the space, as a database may choose between the two.
        where = models.Subquery(Post.objects.filter(pk=models.OuterRef("post")).values("space"))
        pins = Pin.objects.annotate(space=where).filter(space=space.pk).values("post")
        pinned = self.filter(pk__in=pins, withdrawn_at=None).select_related("author", "pin")
        return pinned.order_by("-pin__at", "-pk")[:MOST_PINNED]

    def for_stream(self) -> PostQuerySet:
        """Posts, newest first, with all that stream.html shows. A field not loaded here raises."""
        comments = Comment.objects.filter(post=models.OuterRef("pk"))
        # No more tables than these: with one more PostgreSQL joins all posts before it looks which are meant.
        return (
            self.select_related("author__departure", "space__archival", "preview", "acceptance")
            .annotate(comment_count=count_of(comments, "post"))
            .order_by("-published_at", "-pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    @transaction.atomic
    def write(
        self,
        by: Person,
        space: Space,
        text: str,
        once: UUID | None = None,
        *,
        kind: str = Kind.TELL,
        title: str = "",
        thanked: Sequence[Person] = (),
        poll: Terms | None = None,
        files: Iterable[File] = (),
        drafted_with: Iterable[Person] = (),
    ) -> Post:
        """Posts `text`. The same words with the same `once` are one post, however often they're sent."""
        words = mentions.read(text, by)
        kept = {"author": by, "space": space, "kind": kind, "title": title, "text": text, "html": words.html}
        post, is_new = _written(self, once, **kept)
        if not is_new:
            return post
        mentions.keep(post, words, is_new=True)
        PostThanks.objects.bulk_create(PostThanks(thing=post, person=person) for person in thanked)
        if poll:
            Poll.objects.ask(post, poll)
        attach(files, post, by, space)
        say_who_helped(post, drafted_with)
        ids = tuple(person.pk for person in thanked)
        facts = Written(post.pk, space.pk, words.people_ids, kind, ids, words.unit_ids, words.topic_ids)
        Event.objects.record(by, facts, about=post, at=post.published_at)
        previews.follow(post)
        return post


class Post(Worded, Reactable):
    word = "post"
    begins_earlier = False  # the first in a list that was there at the last visit
    WORDS = ("title", "text", "html")
    Edited, Withdrawn, Restored = PostEdited, PostWithdrawn, PostRestored
    # Filled by `dress`, for a page at once.
    thanks_to: Sequence[Person] = ()
    drafted_with: Sequence[Person] = ()
    standing: Standing | None = None
    attached: Attachments = NONE  # by attachments.load
    space = models.ForeignKey(Space, models.PROTECT, related_name="posts")
    author = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.TELL)
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)
    text = models.TextField(_("text"), max_length=LONGEST)
    once = models.UUIDField(null=True, editable=False, unique=True)  # of the form it was written in
    # Of `text`, made when it is written: reading is a hundred times as common.
    html = models.TextField(editable=False)
    published_at = models.DateTimeField(default=clock.now)
    is_helped = models.BooleanField(default=False, editable=False)  # drafted with somebody: see DraftedWith
    preview = models.ForeignKey(LinkPreview, models.SET_NULL, null=True, editable=False, related_name="+")

    objects = PostQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("kind", "published_at", "id", name="post_of_kind"),
            models.Index("published_at", "id", name="post_by_moment"),
            models.Index("space", "published_at", "id", name="post_in_space"),
            models.Index("author", "published_at", "id", name="post_by_author"),
        ]

    def __str__(self) -> str:
        return f"{self.author_id}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        return address("post", self.pk)

    @property
    def opening(self) -> str:
        """Its title, or what it begins with, without markup."""
        return self.title or unescape(strip_tags(self.html[:1000])).strip()

    @property
    def place(self) -> tuple[int, ...]:
        return self.pk, self.space_id

    @property
    def takes_reactions(self) -> bool:
        return not hasattr(self.space, "archival") and not self.withdrawn_at

    @property
    def accepted_id(self) -> int | None:
        """The answer that helped, where that was read along."""
        accepted = self._state.fields_cache.get("acceptance")
        return accepted.comment_id if accepted else None

    def edit(self, by: Person, text: str, title: str = "", files: Change | None = None) -> None:
        super().edit(by, text, title, files)
        previews.follow(self)

    def withdraw(self, by: Person) -> None:
        super().withdraw(by)
        previews.follow(self)

    def restore(self, by: Person) -> None:
        super().restore(by)
        previews.follow(self)

    @transaction.atomic
    def pin_up(self, by: Person) -> None:
        _pin, is_new = Pin.objects.get_or_create(post=self, defaults={"by": by})
        if is_new:
            Event.objects.record(by, Pinned(*self.place), about=self)

    @transaction.atomic
    def unpin(self, by: Person) -> None:
        gone, _per_model = Pin.objects.filter(post=self).delete()
        if gone:
            Event.objects.record(by, Unpinned(*self.place), about=self)

    @transaction.atomic
    def answer(
        self,
        by: Person,
        text: str,
        to: Comment | None = None,
        once: UUID | None = None,
        files: Iterable[File] = (),
    ) -> Comment:
        """Adds a comment on this post or, within the thread, on the comment `to`; `once` as for posts."""
        words = mentions.read(text, by)
        kept = {"post": self, "author": by, "to": to, "text": text, "html": words.html}
        comment, is_new = _written(self.comments, once, **kept)
        if not is_new:
            return comment
        mentions.keep(comment, words, is_new=True)
        attach(files, comment, by, self.space)
        whom = (to or self).author_id
        about = words.people_ids, words.unit_ids, words.topic_ids
        answered = Answered(comment.pk, self.pk, self.space_id, whom, *about)
        Event.objects.record(by, answered, about=comment, at=comment.published_at)
        return comment

    def react(self, by: Person, emoji: str) -> PostReaction:
        return _react(self, by, emoji, self, None)

    def withdraw_reaction(self, by: Person, emoji: str) -> None:
        _withdraw(self, by, emoji, self, None)


class CommentQuerySet(models.QuerySet["Comment"]):
    def visible_to(self, person: Person) -> CommentQuerySet:
        return self.filter(policy.visible_comments(person))

    def for_thread(self) -> CommentQuerySet:
        """Comments, oldest first, with all that thread.html shows. A field not loaded here raises."""
        return (
            self.select_related("author__departure")
            .defer(*unshown("author"))
            .order_by("published_at", "pk")
            .fetch_mode(models.FETCH_RAISE)
        )


class Comment(Worded, Reactable):
    word = "comment"
    is_unread = False  # since whoever looks read the thread
    Edited, Withdrawn, Restored = CommentEdited, CommentWithdrawn, CommentRestored
    attached: Attachments = NONE
    post = models.ForeignKey(Post, models.CASCADE, related_name="comments")
    author = models.ForeignKey(Person, models.PROTECT, related_name="comments")
    to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="answers")
    text = models.TextField(_("answer"), max_length=LONGEST)
    once = models.UUIDField(null=True, editable=False, unique=True)
    html = models.TextField(editable=False)
    published_at = models.DateTimeField(default=clock.now)

    objects = CommentQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("post", "published_at", "id", "to", name="comment_in_thread"),
            models.Index("author", "published_at", "id", name="comment_by_author"),
        ]

    def __str__(self) -> str:
        return f"{self.author_id}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        """Of the thread with this comment in it, however long that is."""
        return f"{reverse('post', args=[self.post_id])}?comment={self.pk}#comment-{self.pk}"

    @property
    def space(self) -> Space:
        return self.post.space

    @property
    def place(self) -> tuple[int, ...]:
        return self.pk, self.post_id, self.post.space_id

    @property
    def takes_reactions(self) -> bool:
        return self.post.takes_reactions and not self.withdrawn_at

    def react(self, by: Person, emoji: str) -> CommentReaction:
        return _react(self, by, emoji, self.post, self.pk)

    def withdraw_reaction(self, by: Person, emoji: str) -> None:
        _withdraw(self, by, emoji, self.post, self.pk)


@transaction.atomic
def _react(thing: Post | Comment, by: Person, emoji: str, post: Post, comment_id: int | None) -> Reaction:
    reaction, is_new = thing.reactions.get_or_create(person=by, emoji=emoji)
    if is_new:
        facts = Reacted(post.pk, comment_id, post.space_id, thing.author_id, reaction.pk)
        Event.objects.record(by, facts, about=thing, at=reaction.at)
    return reaction


@transaction.atomic
def _withdraw(thing: Post | Comment, by: Person, emoji: str, post: Post, comment_id: int | None) -> None:
    reaction = thing.reactions.select_for_update().filter(person=by, emoji=emoji).first()
    if reaction:
        facts = ReactionWithdrawn(post.pk, comment_id, post.space_id, thing.author_id, reaction.pk)
        reaction.delete()
        Event.objects.record(by, facts, about=thing)
