"""Topics: what people write with a # before it, in posts and answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.db import models

from knoop.base import clock
from knoop.community.spaces.policy import visible

if TYPE_CHECKING:
    from knoop.people.models import Person

LONGEST_TOPIC = 60


class TopicQuerySet(models.QuerySet["Topic"]):
    def visible_to(self, person: Person) -> TopicQuerySet:
        """Topics of which `person` may read something: a name can tell what a closed space is about."""
        in_posts = PostTopic.objects.filter(topic=models.OuterRef("pk")).filter(
            visible(person, "thing__space")
        )
        below = CommentTopic.objects.filter(topic=models.OuterRef("pk"))
        in_comments = below.filter(visible(person, "thing__post__space"))
        return self.filter(models.Exists(in_posts) | models.Exists(in_comments))

    def named(self, names: Mapping[str, str]) -> list[Topic]:
        """The topics with these tags and, where there is none yet, new ones with these names."""
        if not names:
            return []
        here = set(self.filter(tag__in=names).values_list("tag", flat=True))
        new = [Topic(tag=tag, name=name) for tag, name in names.items() if tag not in here]
        self.bulk_create(new, ignore_conflicts=True)  # somebody may write of it at the same moment
        return list(self.filter(tag__in=names))


class Topic(models.Model):
    tag = models.CharField(max_length=LONGEST_TOPIC, unique=True)  # in small letters
    name = models.CharField(max_length=LONGEST_TOPIC)  # as it was written first
    since = models.DateTimeField(default=clock.now)

    objects = TopicQuerySet.as_manager()

    def __str__(self) -> str:
        return f"#{self.name}"

    def get_absolute_url(self) -> str:
        return topic_address(self.tag)


def topic_address(tag: str) -> str:
    """Written out, not asked of the routes: text is rendered in places that don't have all of them."""
    return f"/topics/{quote(tag)}"


class TopicUse(models.Model):
    """That something is about a topic; its moment is here too, so that an index holds a topic's page."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.topic_id}"


class PostTopic(TopicUse):
    thing = models.ForeignKey("Post", models.CASCADE, related_name="topic_uses")

    class Meta:
        constraints = [models.UniqueConstraint("thing", "topic", name="about_a_topic_once_in_a_post")]
        indexes = [models.Index("topic", "at", "thing", name="post_about_topic")]


class CommentTopic(TopicUse):
    thing = models.ForeignKey("Comment", models.CASCADE, related_name="topic_uses")

    class Meta:
        constraints = [models.UniqueConstraint("thing", "topic", name="about_a_topic_once_in_a_comment")]
        indexes = [models.Index("topic", "at", "thing", name="comment_about_topic")]
