"""What a story asks of who reads it, and who said that they will."""

from __future__ import annotations

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.community.posts.models import Post
from knoop.events.models import Event
from knoop.leadership.desk import policy
from knoop.leadership.desk.verbs import Joined, Left
from knoop.people.models import Person

LONGEST_ASK = 200  # characters: one thing


class CallQuerySet(models.QuerySet["CallToAction"]):
    def visible_to(self, person: Person) -> CallQuerySet:
        return self.filter(policy.visible_calls(person), post__withdrawn_at=None)

    def for_page(self, person: Person) -> CallQuerySet:
        """With how many signed up, and whether `person` did."""
        mine = SignUp.objects.filter(call=models.OuterRef("pk"), person=person)
        return self.annotate(
            count=models.Count("sign_ups", distinct=True), has_signed_up=models.Exists(mine)
        ).select_related("post__space__archival")


class CallToAction(models.Model):
    post = models.OneToOneField(Post, models.CASCADE, related_name="call")
    words = models.CharField(_("what you ask"), max_length=LONGEST_ASK)
    at = models.DateTimeField(default=clock.now)

    objects = CallQuerySet.as_manager()

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return f"{self.post.get_absolute_url()}#call"

    @transaction.atomic
    def join(self, person: Person) -> SignUp:
        sign_up, is_new = self.sign_ups.get_or_create(person=person)
        if is_new:
            Event.objects.record(person, Joined(*self._place), about=self)
        return sign_up

    @transaction.atomic
    def leave(self, person: Person) -> None:
        gone, _per_model = self.sign_ups.filter(person=person).delete()
        if gone:
            Event.objects.record(person, Left(*self._place), about=self)

    @property
    def _place(self) -> tuple[int, int, int, int]:
        return self.pk, self.post_id, self.post.space_id, self.post.author_id


class SignUp(models.Model):
    call = models.ForeignKey(CallToAction, models.CASCADE, related_name="sign_ups")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint("call", "person", name="signed_up_once")]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.call_id}"
