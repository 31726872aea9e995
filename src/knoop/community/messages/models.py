"""Conversations between two people or a few, and what they say to each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from knoop.base import clock, keyset, markdown
from knoop.base.addresses import address
from knoop.community.files.attachments import NONE, Attachments, attach, let_go
from knoop.community.files.models import File
from knoop.community.messages import policy
from knoop.community.messages.verbs import Joined, Left, Sent, Withdrawn
from knoop.events.models import Event
from knoop.people.models import Person

LONGEST = 10_000  # characters
MOST = 50  # people in a group


class ConversationQuerySet(models.QuerySet["Conversation"]):
    def visible_to(self, person: Person) -> ConversationQuerySet:
        return self.filter(policy.visible(person))

    def for_list(self, person: Person) -> ConversationQuerySet:
        """Somebody's conversations, the latest first, with all that the list shows."""
        mine = Participation.objects.filter(conversation=models.OuterRef("pk"), person=person)
        said = Message.objects.filter(conversation=models.OuterRef("pk"), withdrawn_at=None)
        here = models.Prefetch("participations", Participation.objects.present(), to_attr="present")
        seen = said.filter(sent_at__gte=models.OuterRef("my_since")).order_by("-sent_at", "-pk")
        return (
            self.filter(last_at__isnull=False)
            .annotate(
                my_since=models.Subquery(mine.values("since")),
                read_until=models.Subquery(mine.values("read_until")),
                is_muted=models.Subquery(mine.values("is_muted")),
            )
            .annotate(last_words=models.Subquery(seen.values("text")[:1]))
            .annotate(last_author=models.Subquery(seen.values("author__name")[:1]))
            .prefetch_related(here)
            .order_by("-last_at", "-pk")
        )

    def before(self, at: datetime, pk: int) -> ConversationQuerySet:
        return self.filter(last_at__lte=at).exclude(last_at=at, pk__gte=pk)

    @transaction.atomic
    def between(self, by: Person, others: Collection[Person]) -> Conversation:
        """The one conversation of two people, made when there is none; a new group for more."""
        if len(others) == 1:
            pair = "-".join(map(str, sorted((by.pk, *(person.pk for person in others)))))
            conversation, is_new = self.get_or_create(pair=pair, defaults={"started_by": by})
        else:
            conversation, is_new = self.create(started_by=by), True
        if is_new:
            conversation.take_in([by, *others])
        return conversation


class Conversation(models.Model):
    name = models.CharField(_("name of this group"), max_length=80, blank=True)
    # Of two people: their numbers, so that they never have two conversations. None for a group.
    pair = models.CharField(max_length=42, null=True, unique=True, editable=False)  # noqa: DJ001
    started_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    last_at = models.DateTimeField(null=True, editable=False)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("last_at", "id", name="conversation_by_moment")]

    def __str__(self) -> str:
        return f"conversation {self.pk}"

    def get_absolute_url(self) -> str:
        return address("conversation", self.pk)

    @property
    def is_group(self) -> bool:
        return self.pair is None

    @property
    def has_room(self) -> bool:
        return self.participations.filter(left_at=None).count() < MOST

    def take_in(self, people: Iterable[Person]) -> None:
        now = clock.now()
        Participation.objects.bulk_create(
            Participation(conversation=self, person=person, since=now, read_until=now) for person in people
        )

    @transaction.atomic
    def add(self, person: Person, by: Person) -> None:
        """From now on they read along; somebody who left comes back without what was said meanwhile."""
        now = clock.now()
        mine, is_new = self.participations.get_or_create(
            person=person, defaults={"since": now, "read_until": now}
        )
        if not is_new and mine.left_at is None:
            return
        mine.since, mine.read_until, mine.left_at = now, now, None
        mine.save()
        Event.objects.record(by, Joined(self.pk, person.pk), about=self)

    @transaction.atomic
    def leave(self, person: Person) -> None:
        if self.participations.filter(person=person, left_at=None).update(left_at=clock.now()):
            Event.objects.record(person, Left(self.pk), about=self)

    @transaction.atomic
    def say(self, by: Person, text: str, once: UUID | None = None, files: Iterable[File] = ()) -> Message:
        """The same words with the same `once` are one message, however often they're sent."""
        if once and (there := self.messages.filter(once=once, author=by, text=text).first()):
            return there
        free = None if once and Message.objects.filter(once=once).exists() else once
        message = self.messages.create(author=by, text=text, html=markdown.render(text), once=free)
        attach(files, message, by)
        Conversation.objects.filter(pk=self.pk).update(last_at=message.sent_at)
        here = self.participations.filter(left_at=None)
        here.filter(person=by).update(read_until=message.sent_at)
        others = tuple(here.exclude(person=by).order_by("person").values_list("person", flat=True))
        Event.objects.record(by, Sent(message.pk, self.pk, others), about=message, at=message.sent_at)
        return message

    def rename(self, name: str) -> None:
        self.name = name
        self.save(update_fields=["name"])


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def present(self) -> ParticipationQuerySet:
        return self.filter(left_at=None).select_related("person__departure").order_by("person__name", "pk")

    def unread(self, person: Person) -> ParticipationQuerySet:
        """Of the conversations in which somebody has something to read; muted ones wait in silence."""
        return self.filter(policy.UNREAD, person=person, is_muted=False)


class Participation(models.Model):
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="participations")
    person = models.ForeignKey(Person, models.CASCADE, related_name="conversations")
    since = models.DateTimeField()
    read_until = models.DateTimeField()
    is_muted = models.BooleanField(default=False)
    left_at = models.DateTimeField(null=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint("conversation", "person", name="in_a_conversation_once")]
        indexes = [models.Index("person", "left_at", name="conversations_of_a_person")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.conversation_id}"

    def read(self, until: datetime) -> None:
        if until > self.read_until:
            self.read_until = until
            self.save(update_fields=["read_until"])

    def mute(self, is_muted: bool) -> None:
        self.is_muted = is_muted
        self.save(update_fields=["is_muted"])


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, person: Person) -> MessageQuerySet:
        return self.filter(policy.visible_messages(person))

    def for_page(self) -> MessageQuerySet:
        """Newest first, with all that conversation.html shows. A field not loaded here raises."""
        return (
            self.select_related("author__departure")
            .defer("text")
            .order_by("-sent_at", "-pk")
            .fetch_mode(models.FETCH_RAISE)
        )

    def before(self, at: datetime, pk: int) -> MessageQuerySet:
        return self.filter(sent_at__lte=at).exclude(sent_at=at, pk__gte=pk)


class Message(models.Model):
    word = "message"
    attached: Attachments = NONE  # by attachments.load
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="messages")
    author = models.ForeignKey(Person, models.PROTECT, related_name="messages")
    text = models.TextField(_("message"), max_length=LONGEST)
    html = models.TextField(editable=False)
    once = models.UUIDField(null=True, editable=False, unique=True)
    sent_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("conversation", "sent_at", "id", name="message_in_conversation")]

    def __str__(self) -> str:
        return f"message {self.pk}"

    def get_absolute_url(self) -> str:
        return f"{reverse('conversation', args=[self.conversation_id])}#message-{self.pk}"

    @property
    def page_address(self) -> str:
        """Of the page of the conversation that ends with it, however long ago it was said."""
        page = keyset.write(self.sent_at, self.pk + 1)
        return f"{reverse('conversation', args=[self.conversation_id])}?before={page}#message-{self.pk}"

    @transaction.atomic
    def withdraw(self, by: Person) -> None:
        """The words and their files are gone for everybody; that something stood here stays."""
        let_go(Message.objects.filter(pk=self.pk), by)
        self.text, self.html, self.withdrawn_at = "", "", clock.now()
        self.save(update_fields=["text", "html", "withdrawn_at"])
        Event.objects.record(by, Withdrawn(self.pk, self.conversation_id), about=self)
