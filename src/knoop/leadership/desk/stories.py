"""A story while it is made in the studio: its author's alone, until it goes the way of any other post."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction

from knoop.base import clock
from knoop.community.posts.additions import adds_to_post
from knoop.community.posts.forms_post import WritePost
from knoop.community.posts.models import LONGEST, LONGEST_TITLE, Draft, Kind, Post
from knoop.leadership.desk.calls import LONGEST_ASK, CallToAction
from knoop.leadership.desk.patterns import GUIDES, Guide, Pattern
from knoop.people.models import Person


class StoryQuerySet(models.QuerySet["Story"]):
    def visible_to(self, person: Person) -> StoryQuerySet:
        return self.filter(author=person)

    def unfinished(self) -> StoryQuerySet:
        return self.filter(post=None)

    def for_list(self) -> StoryQuerySet:
        return self.unfinished().order_by("-changed_at", "-pk").fetch_mode(models.FETCH_RAISE)


class Story(models.Model):
    author = models.ForeignKey(Person, models.CASCADE, related_name="stories_made")
    pattern = models.CharField(max_length=10, choices=Pattern)
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)
    text = models.TextField(max_length=LONGEST, blank=True)
    ask = models.CharField(max_length=LONGEST_ASK, blank=True)  # what people can sign up to
    answers = models.JSONField(default=dict, blank=True)  # by key of the question
    changed_at = models.DateTimeField(default=clock.now)
    draft = models.OneToOneField(Draft, models.SET_NULL, null=True, related_name="+")
    post = models.OneToOneField(Post, models.SET_NULL, null=True, related_name="made_as")

    objects = StoryQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("author", "changed_at", name="story_of_somebody")]

    def __str__(self) -> str:
        return f"{self.author_id}: {self.title or self.pattern}"

    @property
    def guide(self) -> Guide:
        return GUIDES[Pattern(self.pattern)]

    @property
    def opening(self) -> str:
        """What it is known by in a list."""
        return self.title or self.text or next((said for said in self.answers.values() if said), "")

    def change(self, title: str, text: str, ask: str, answers: dict[str, str]) -> None:
        self.title, self.text, self.ask, self.answers = title, text, ask, answers
        self.changed_at = clock.now()
        self.save()

    def put_together(self) -> None:
        """The answers one below the other, as something to begin on; only where there is no text."""
        said = [self.answers.get(question.key, "") for question in self.guide.questions]
        if not self.text.strip() and any(said):
            self.text = "\n\n".join(words for words in said if words)
            self.save(update_fields=["text"])

    @transaction.atomic
    def into_draft(self) -> Draft:
        """A draft of its author's, which they post as any other: in their own name, where they want."""
        draft = self.draft if self.draft_id and self.draft.author_id == self.author_id else None
        draft = draft or Draft(author=self.author)
        before: dict[str, Any] = draft.sent or {"space": [Post.objects.last_space_of(self.author) or ""]}
        sent = before | {"title": [self.title], "text": [self.text], "story": [str(self.pk)]}
        draft.discarded_at = None
        draft.change(Kind.STORY, sent | {"kind": [Kind.STORY.value]}, None)
        self.draft = draft
        self.save(update_fields=["draft"])
        return draft


def story_of(form: WritePost) -> Story | None:
    """The story of the studio that a form in the composer carries, if it is of whoever fills it in."""
    number = str(form.data.get("story", "")) if form.is_bound else ""
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return Story.objects.visible_to(form.person).unfinished().filter(pk=int(number)).first()


@adds_to_post
def keep_story(form: WritePost, post: Post) -> None:
    """The post becomes what the story was made for, with what it asks."""
    story = story_of(form) if post.kind == Kind.STORY else None
    if story is None:
        return
    story.post, story.draft = post, None
    story.save(update_fields=["post", "draft"])
    if story.ask:
        CallToAction.objects.get_or_create(post=post, defaults={"words": story.ask})
