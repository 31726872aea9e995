"""Following a topic: what is written about it anywhere one may read."""

from __future__ import annotations

from django.db import models, transaction

from knoop.base import clock
from knoop.community.posts.topics import Topic
from knoop.community.posts.verbs import TopicFollowed, TopicUnfollowed
from knoop.events.models import Event
from knoop.people.models import Person


class TopicFollowingQuerySet(models.QuerySet["TopicFollowing"]):
    def of(self, person: Person) -> TopicFollowingQuerySet:
        return self.filter(by=person)

    @transaction.atomic
    def begin(self, by: Person, topic: Topic) -> None:
        _following, is_new = self.get_or_create(by=by, topic=topic)
        if is_new:
            Event.objects.record(by, TopicFollowed(topic.pk), about=topic)

    @transaction.atomic
    def end(self, by: Person, topic: Topic) -> None:
        gone, _per_model = self.filter(by=by, topic=topic).delete()
        if gone:
            Event.objects.record(by, TopicUnfollowed(topic.pk), about=topic)


class TopicFollowing(models.Model):
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="followings")
    since = models.DateTimeField(default=clock.now)

    objects = TopicFollowingQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("by", "topic", name="topic_followed_once")]

    def __str__(self) -> str:
        return f"{self.by_id} follows {self.topic_id}"
