"""Whom and what a text speaks of: @people, @units and #topics; found when it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import models
from django.urls import reverse
from django.utils.http import urlencode

from knoop.base import markdown
from knoop.community.posts.topics import Topic
from knoop.people.models import Person, Unit
from knoop.people.policy import may_see_organisation

if TYPE_CHECKING:
    from knoop.community.posts.models import Comment, Post


@dataclass(frozen=True)
class Words:
    """A text as it is kept: rendered once, with what it speaks of."""

    text: str
    html: str
    people: tuple[Person, ...] = ()
    units: tuple[Unit, ...] = ()
    topics: tuple[Topic, ...] = ()

    @property
    def people_ids(self) -> tuple[int, ...]:
        return tuple(person.pk for person in self.people)

    @property
    def unit_ids(self) -> tuple[int, ...]:
        return tuple(unit.pk for unit in self.units)

    @property
    def topic_ids(self) -> tuple[int, ...]:
        return tuple(topic.pk for topic in self.topics)


def read(text: str, by: Person) -> Words:
    """Reads what `by` wrote. The handle of nobody they see stays words; a person's goes before a unit's."""
    handles = markdown.handles(text)
    seen = Person.objects.visible_to(by).filter(handle__in=handles) if handles else ()
    people = {person.handle: person for person in seen}
    others = [handle for handle in handles if handle not in people]
    known = Unit.objects.filter(slug__in=others) if others and may_see_organisation(by) else ()
    units = {unit.slug: unit for unit in known}
    topics = Topic.objects.named(markdown.topics(text))
    addresses = {handle: person.get_absolute_url() for handle, person in people.items()}
    addresses |= {slug: unit_address(unit) for slug, unit in units.items()}
    addresses |= {f"#{topic.tag}": topic.get_absolute_url() for topic in topics}
    html = markdown.render(text, addresses)
    return Words(text, html, tuple(people.values()), tuple(units.values()), tuple(topics))


def unit_address(unit: Unit) -> str:
    return f"{reverse('people')}?{urlencode({'unit': unit.slug})}"


def keep(thing: Post | Comment, words: Words, is_new: bool) -> None:
    """Writes down what `thing` speaks of, in place of what it spoke of before."""
    for rows, column, now in (
        (thing.mentions, "person_id", words.people_ids),
        (thing.unit_mentions, "unit_id", words.unit_ids),
        (thing.topic_uses, "topic_id", words.topic_ids),
    ):
        if not is_new:
            rows.all().delete()
        more = {"at": thing.published_at} if column == "topic_id" else {}
        rows.bulk_create(rows.model(thing=thing, **{column: pk}, **more) for pk in now)


class Mention(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.person_id}"


class PostMention(Mention):
    thing = models.ForeignKey("Post", models.CASCADE, related_name="mentions")

    class Meta:
        constraints = [models.UniqueConstraint("thing", "person", name="mentioned_once_in_a_post")]


class CommentMention(Mention):
    thing = models.ForeignKey("Comment", models.CASCADE, related_name="mentions")

    class Meta:
        constraints = [models.UniqueConstraint("thing", "person", name="mentioned_once_in_a_comment")]


class UnitMention(models.Model):
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.unit_id}"


class PostUnitMention(UnitMention):
    thing = models.ForeignKey("Post", models.CASCADE, related_name="unit_mentions")

    class Meta:
        constraints = [models.UniqueConstraint("thing", "unit", name="unit_mentioned_once_in_a_post")]


class CommentUnitMention(UnitMention):
    thing = models.ForeignKey("Comment", models.CASCADE, related_name="unit_mentions")

    class Meta:
        constraints = [models.UniqueConstraint("thing", "unit", name="unit_mentioned_once_in_a_comment")]


class PostThanks(models.Model):
    """Who is thanked in a post of that kind."""

    thing = models.ForeignKey("Post", models.CASCADE, related_name="thanked")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint("thing", "person", name="thanked_once_in_a_post")]
        indexes = [models.Index("person", "thing", name="thanks_to_somebody")]

    def __str__(self) -> str:
        return f"{self.person_id}"
