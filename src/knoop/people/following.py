"""Following: whose posts somebody wants to read, wherever they write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction

from knoop.base import clock
from knoop.events.models import Event
from knoop.people.verbs import Followed, Unfollowed

if TYPE_CHECKING:
    from knoop.people.models import Person


class FollowingQuerySet(models.QuerySet["Following"]):
    def of(self, person: Person) -> FollowingQuerySet:
        return self.filter(by=person)

    def for_list(self) -> FollowingQuerySet:
        """Whom somebody follows, with all that following.html shows."""
        return (
            self.filter(person__departure=None)
            .select_related("person__unit")
            .order_by("person__name", "pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    @transaction.atomic
    def begin(self, by: Person, person: Person) -> Following:
        following, is_new = self.get_or_create(by=by, person=person)
        if is_new:
            Event.objects.record(by, Followed(following.pk, person.pk), about=person, at=following.since)
        return following

    @transaction.atomic
    def end(self, by: Person, person: Person) -> None:
        following = self.select_for_update().filter(by=by, person=person).first()
        if following:
            facts = Unfollowed(following.pk, person.pk)
            following.delete()
            Event.objects.record(by, facts, about=person)


class Following(models.Model):
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="followings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField(default=clock.now)

    objects = FollowingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint("by", "person", name="followed_once"),
            models.CheckConstraint(
                condition=~models.Q(by=models.F("person")), name="nobody_follows_themselves"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by_id} follows {self.person_id}"
