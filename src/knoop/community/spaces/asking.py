"""Ways into a space that isn't open: somebody asks, or is invited."""

from __future__ import annotations

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from knoop.base import clock
from knoop.community.spaces.models import Membership, Space
from knoop.community.spaces.verbs import (
    Asked,
    InvitationDeclined,
    InvitationWithdrawn,
    Invited,
    Joined,
    RequestAccepted,
    RequestDeclined,
    RequestWithdrawn,
)
from knoop.events.models import Event
from knoop.people.models import Person


class JoinRequestQuerySet(models.QuerySet["JoinRequest"]):
    def open(self) -> JoinRequestQuerySet:
        return self.filter(decided_at=None)

    def for_list(self) -> JoinRequestQuerySet:
        """Oldest first, with all that a list of them shows. A field not loaded here raises."""
        rows = self.select_related("person__unit", "person__departure", "space", "decided_by")
        return rows.order_by("at", "pk").fetch_mode(models.FETCH_RAISE)

    def waiting_for(self, person: Person) -> JoinRequestQuerySet:
        """On an answer of an administrator of the space, as `person` is."""
        kept = Membership.objects.filter(person=person, role=Membership.Role.ADMINISTRATOR)
        return self.open().filter(space__in=kept.values("space"), person__departure=None)

    @transaction.atomic
    def ask(self, space: Space, person: Person, note: str = "") -> JoinRequest:
        """The request of `person` that is still open, or a new one."""
        request, is_new = self.get_or_create(
            space=space, person=person, decided_at=None, defaults={"note": note}
        )
        if is_new:
            Event.objects.record(person, Asked(space.pk, request.pk), about=space)
        return request


class JoinRequest(models.Model):
    space = models.ForeignKey(Space, models.CASCADE, related_name="requests")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    note = models.CharField(_("note"), max_length=500, blank=True)
    at = models.DateTimeField(default=clock.now)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    is_accepted = models.BooleanField(default=False)
    words = models.CharField(max_length=500, blank=True)
    # When whoever asked said that they know.
    seen_at = models.DateTimeField(null=True)

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["space", "person"], condition=models.Q(decided_at=None), name="asked_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} asks for {self.space_id}"

    @transaction.atomic
    def accept(self, by: Person, words: str = "") -> None:
        if self._decide(by, words, is_accepted=True):
            self.space.let_in(self.person)
            facts = RequestAccepted(self.space_id, self.pk, self.person_id)
            Event.objects.record(by, facts, about=self.space)

    @transaction.atomic
    def decline(self, by: Person, words: str = "") -> None:
        if self._decide(by, words, is_accepted=False):
            facts = RequestDeclined(self.space_id, self.pk, self.person_id)
            Event.objects.record(by, facts, about=self.space)

    def _decide(self, by: Person, words: str, *, is_accepted: bool) -> bool:
        """Of two administrators who answer at once, the first one's answer holds."""
        still_open = JoinRequest.objects.open().filter(pk=self.pk)
        return bool(
            still_open.update(decided_at=clock.now(), decided_by=by, words=words, is_accepted=is_accepted)
        )

    @transaction.atomic
    def withdraw(self) -> None:
        gone, _per_model = JoinRequest.objects.open().filter(pk=self.pk).delete()
        if gone:
            facts = RequestWithdrawn(self.space_id, self.pk)
            Event.objects.record(self.person, facts, about=self.space)

    def see(self) -> None:
        self.seen_at = self.seen_at or clock.now()
        self.save(update_fields=["seen_at"])


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def for_list(self) -> InvitationQuerySet:
        """Oldest first, with all that a list of them shows. A field not loaded here raises."""
        rows = self.select_related("person__unit", "person__departure", "space", "by")
        return rows.order_by("at", "pk").fetch_mode(models.FETCH_RAISE)

    @transaction.atomic
    def invite(self, space: Space, person: Person, by: Person) -> Invitation | None:
        """Asks `person` to become a member; nothing for who is one."""
        if space.memberships.filter(person=person).exists():
            return None
        invitation, is_new = self.get_or_create(space=space, person=person, defaults={"by": by})
        if is_new:
            Event.objects.record(by, Invited(space.pk, person.pk), about=space)
        return invitation


class Invitation(models.Model):
    """Waits on an answer of `person`; answered or withdrawn it is gone, and the log says which."""

    space = models.ForeignKey(Space, models.CASCADE, related_name="invitations")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=clock.now)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("space", "person", name="invited_once")]

    def __str__(self) -> str:
        return f"{self.person_id} invited to {self.space_id}"

    @transaction.atomic
    def accept(self) -> None:
        _membership, is_new = self.space.let_in(self.person)
        if is_new:
            Event.objects.record(self.person, Joined(self.space_id), about=self.space)

    @transaction.atomic
    def decline(self) -> None:
        gone, _per_model = Invitation.objects.filter(pk=self.pk).delete()
        if gone:
            facts = InvitationDeclined(self.space_id, self.by_id)
            Event.objects.record(self.person, facts, about=self.space)

    @transaction.atomic
    def withdraw(self, by: Person) -> None:
        gone, _per_model = Invitation.objects.filter(pk=self.pk).delete()
        if gone:
            facts = InvitationWithdrawn(self.space_id, self.person_id)
            Event.objects.record(by, facts, about=self.space)
