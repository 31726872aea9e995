"""Posts, the threaded comments that answer them, and who is mentioned."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import models, transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from knoop.base import clock, markdown
from knoop.community.posts import policy
from knoop.community.posts.reactions import CommentReaction, PostReaction, Reactable, Reaction, tally
from knoop.community.posts.verbs import Answered, Reacted, ReactionWithdrawn, Written
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.models import Person

LONGEST = 20_000  # characters

__all__ = ["Comment", "CommentReaction", "Post", "PostReaction", "tally"]


def mentioned(text: str, by: Person) -> dict[str, Person]:
    """The people whom `by` mentions in `text`, by handle; one that nobody they see has stays words."""
    handles = markdown.handles(text)
    seen = Person.objects.visible_to(by).filter(handle__in=handles) if handles else ()
    return {person.handle: person for person in seen}


def rendered(text: str, people: dict[str, Person]) -> str:
    return markdown.render(text, {handle: person.get_absolute_url() for handle, person in people.items()})


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
        return self.filter(space__in=Space.objects.of(person).values("pk"))

    def before(self, at: datetime, pk: int) -> PostQuerySet:
        """The page after the post `pk` of `at`, for lists that show the newest first."""
        return self.filter(published_at__lte=at).exclude(published_at=at, pk__gte=pk)

    def last_space_of(self, person: Person) -> str | None:
        """The slug of the space somebody wrote in last: most likely where they write now."""
        written = self.filter(author=person).order_by("-published_at", "-pk")
        return written.values_list("space__slug", flat=True).first()

    def for_stream(self) -> PostQuerySet:
        """Posts, newest first, with all that stream.html shows. A field not loaded here raises."""
        # A subquery, not a join: it's counted for the twenty posts shown, not for all that could be.
        comments = Comment.objects.filter(post=models.OuterRef("pk")).order_by().values("post")
        count = models.Subquery(comments.annotate(n=models.Count("pk")).values("n"))
        return (
            self.select_related("author__unit", "author__departure", "space__archival")
            .annotate(comment_count=Coalesce(count, 0))
            .order_by("-published_at", "-pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    @transaction.atomic
    def write(self, by: Person, space: Space, text: str, once: UUID | None = None) -> Post:
        """Posts `text`. The same words with the same `once` are one post, however often they're sent."""
        people = mentioned(text, by)
        post, is_new = _written(self, once, author=by, space=space, text=text, html=rendered(text, people))
        if not is_new:
            return post
        ids = [person.pk for person in people.values()]
        PostMention.objects.bulk_create(PostMention(thing=post, person_id=pk) for pk in ids)
        Event.objects.record(by, Written(post.pk, space.pk, tuple(ids)), about=post, at=post.published_at)
        return post


class Post(Reactable):
    word = "post"
    space = models.ForeignKey(Space, models.PROTECT, related_name="posts")
    author = models.ForeignKey(Person, models.PROTECT, related_name="posts")
    text = models.TextField(_("text"), max_length=LONGEST)
    once = models.UUIDField(null=True, editable=False, unique=True)  # of the form it was written in
    # Of `text`, made when it is written: reading is a hundred times as common.
    html = models.TextField(editable=False)
    published_at = models.DateTimeField(default=clock.now)

    objects = PostQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index("published_at", "id", name="post_by_moment"),
            models.Index("space", "published_at", "id", name="post_in_space"),
            models.Index("author", "published_at", "id", name="post_by_author"),
        ]

    def __str__(self) -> str:
        return f"{self.author_id}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        return reverse("post", args=[self.pk])

    @property
    def takes_reactions(self) -> bool:
        return not hasattr(self.space, "archival")

    @transaction.atomic
    def answer(self, by: Person, text: str, to: Comment | None = None, once: UUID | None = None) -> Comment:
        """Adds a comment on this post or, within the thread, on the comment `to`; `once` as for posts."""
        people = mentioned(text, by)
        html = rendered(text, people)
        comment, is_new = _written(self.comments, once, post=self, author=by, to=to, text=text, html=html)
        if not is_new:
            return comment
        ids = tuple(person.pk for person in people.values())
        CommentMention.objects.bulk_create(CommentMention(thing=comment, person_id=pk) for pk in ids)
        answered = Answered(comment.pk, self.pk, self.space_id, (to or self).author_id, ids)
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
            self.select_related("author__unit", "author__departure")
            .order_by("published_at", "pk")
            .fetch_mode(models.FETCH_RAISE)
        )


class Comment(Reactable):
    word = "comment"
    post = models.ForeignKey(Post, models.CASCADE, related_name="comments")
    author = models.ForeignKey(Person, models.PROTECT, related_name="comments")
    to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="answers")
    text = models.TextField(_("answer"), max_length=LONGEST)
    once = models.UUIDField(null=True, editable=False, unique=True)
    html = models.TextField(editable=False)
    published_at = models.DateTimeField(default=clock.now)

    objects = CommentQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("post", "published_at", "id", name="comment_in_thread")]

    def __str__(self) -> str:
        return f"{self.author_id}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        return f"{reverse('post', args=[self.post_id])}#comment-{self.pk}"

    @property
    def takes_reactions(self) -> bool:
        return self.post.takes_reactions

    def react(self, by: Person, emoji: str) -> CommentReaction:
        return _react(self, by, emoji, self.post, self.pk)

    def withdraw_reaction(self, by: Person, emoji: str) -> None:
        _withdraw(self, by, emoji, self.post, self.pk)


class Mention(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.person_id}"


class PostMention(Mention):
    thing = models.ForeignKey(Post, models.CASCADE, related_name="mentions")

    class Meta:
        constraints = [models.UniqueConstraint("thing", "person", name="mentioned_once_in_a_post")]


class CommentMention(Mention):
    thing = models.ForeignKey(Comment, models.CASCADE, related_name="mentions")

    class Meta:
        constraints = [models.UniqueConstraint("thing", "person", name="mentioned_once_in_a_comment")]


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
