"""Confidential signals: nothing that is kept says who raised them, and nothing when.

What somebody sends lies in an Envelope without a name or a moment until the morning. Then all of that night
are put out together, in an order of chance. Who raised it comes back with a code that was shown once.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db import models, transaction

from knoop.base import markdown
from knoop.community.signals import promising, sealing, verbs
from knoop.community.signals.kinds import Kind
from knoop.community.signals.routing import Asked, Route, Staff, answerer
from knoop.events.models import Event
from knoop.people.administered import ABLE
from knoop.people.models import Appointment, Person

LONGEST = 10_000


def confidants() -> models.QuerySet[Person]:
    """Colleagues in that role who can log in."""
    role = Appointment.Role.CONFIDANT
    return Person.objects.filter(ABLE, is_guest=False, erased_at=None, appointments__role=role).order_by(
        "name"
    )


class ConfidantKey(models.Model):
    """Who raised a signal can be sealed for a confidant; only their passphrase opens it."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="confidant_key")
    public = models.BinaryField()
    private = models.BinaryField()
    salt = models.BinaryField()

    def __str__(self) -> str:
        return f"key of {self.person_id}"

    @property
    def keys(self) -> sealing.Keys:
        return sealing.Keys(bytes(self.public), bytes(self.private), bytes(self.salt))


class EnvelopeQuerySet(models.QuerySet["Envelope"]):
    def put_out(self) -> int:
        """All that came in becomes signals, in an order that says nothing of when each came."""
        waiting = list(self)
        random.SystemRandom().shuffle(waiting)
        for envelope in waiting:
            envelope.put_out()
        return len(waiting)


class Envelope(models.Model):
    """What waits for the morning: no name, no moment, and a number of chance."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    once = models.UUIDField(unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=160)
    text = models.TextField()
    where = models.CharField(max_length=200, blank=True)
    would_help = models.TextField(blank=True)
    topics = models.CharField(max_length=200, blank=True)
    confidant = models.ForeignKey(Person, models.CASCADE, related_name="+")
    lookup = models.BinaryField(unique=True, max_length=32)
    sender = models.BinaryField()

    objects = EnvelopeQuerySet.as_manager()

    def __str__(self) -> str:
        return self.title

    @transaction.atomic
    def put_out(self) -> None:
        """The log says that the confidant brought it in: nobody else is known to have."""
        from knoop.community.signals.models import Signal

        topics = self.topics.split()
        owner = answerer(Asked(self.kind, topics=topics), Staff.now(), Route.objects.for_list()).person
        signal = Signal.objects.send(
            None,
            Person.objects.get(pk=owner),
            recorded_by=self.confidant,
            is_confidential=True,
            **{
                name: getattr(self, name)
                for name in ("kind", "title", "text", "where", "would_help", "topics")
            },
        )
        Box.objects.create(signal=signal, confidant=self.confidant, lookup=self.lookup, sender=self.sender)
        self.delete()


class BoxQuerySet(models.QuerySet["Box"]):
    def tell_of_letters(self) -> int:
        """What senders wrote until yesterday, told to who answers, together in the morning."""
        new = Letter.objects.filter(by=None, is_told=False, on__lt=promising.today())
        told = list(self.filter(letters__in=new).select_related("signal", "confidant").distinct())
        random.SystemRandom().shuffle(told)
        for box in told:
            with transaction.atomic():
                box.letters.filter(pk__in=new.values("pk")).update(is_told=True)
                Event.objects.record(box.confidant, verbs.LetterCame(box.signal_id), about=box.signal)
        return len(told)


class Box(models.Model):
    """Where who raised a confidential signal, its confidant and who answers it write to each other."""

    signal = models.OneToOneField("Signal", models.CASCADE, related_name="box")
    confidant = models.ForeignKey(Person, models.PROTECT, related_name="+")
    lookup = models.BinaryField(unique=True, max_length=32)  # what scrypt makes of the code
    sender = models.BinaryField()  # sealed; "" where the confidant isn't told

    objects = BoxQuerySet.as_manager()

    def __str__(self) -> str:
        return f"box of signal {self.signal_id}"

    def may_read(self, person: Person) -> bool:
        from knoop.community.signals.policy import may_answer

        return person.pk == self.confidant_id or may_answer(person, self.signal)

    def write(self, text: str, by: Person | None = None) -> Letter:
        """`by` None: whoever raised it. Only the day is kept, and others read it from the next day on."""
        return self.letters.create(by=by, text=text, html=markdown.render(text), is_told=by is not None)

    def letters_for_who_answers(self) -> Iterable[Letter]:
        return self.letters.in_order().exclude(by=None, on__gte=promising.today())

    @transaction.atomic
    def reopen(self, words: str) -> None:
        """By whoever raised it: the log knows the confidant alone."""
        self.signal.reopen(None, words, recorded_by=self.confidant)

    def tell_confidant(self, name: str) -> bool:
        """Seals who raised it for the confidant alone. False where they have no key."""
        key = ConfidantKey.objects.filter(person=self.confidant_id).first()
        if key:
            self.sender = sealing.seal(name, bytes(key.public))
            self.save(update_fields=["sender"])
        return key is not None

    def who_raised_it(self, passphrase: str) -> str:
        """What the sender let the confidant know; "" if nothing. Raises sealing.WrongPassphrase."""
        key = ConfidantKey.objects.filter(person=self.confidant_id).first()
        if key is None:
            raise sealing.WrongPassphrase
        return sealing.unseal(bytes(self.sender), key.keys, passphrase)


class LetterQuerySet(models.QuerySet["Letter"]):
    def in_order(self) -> LetterQuerySet:
        return self.select_related("by__departure").order_by("pk")


class Letter(models.Model):
    box = models.ForeignKey(Box, models.CASCADE, related_name="letters")
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    on = models.DateField(default=promising.today)
    text = models.TextField(max_length=LONGEST)
    html = models.TextField(editable=False)
    is_told = models.BooleanField(default=False)

    objects = LetterQuerySet.as_manager()

    def __str__(self) -> str:
        return f"letter in {self.box_id}"


def send(confidant: Person, name: str, once: UUID, **fields: str) -> str | None:
    """Puts a signal aside for the morning and gives its code; None if this form was sent before.

    `name`: who it is, for the confidant; "" if they aren't to know.
    """
    code = sealing.new_code()
    key = ConfidantKey.objects.filter(person=confidant).first()
    sender = sealing.seal(name, bytes(key.public)) if key else sealing.nothing()
    _found, is_new = Envelope.objects.get_or_create(
        once=once,
        defaults=fields | {"confidant": confidant, "lookup": sealing.lookup(code), "sender": sender},
    )
    return code if is_new else None


def found_by(code: str) -> Box | Envelope | None:
    """What the code leads to: a signal, or one that waits for the morning."""
    lookup = sealing.lookup(code)
    if lookup is None:
        return None
    box = Box.objects.select_related("signal__owner", "confidant").filter(lookup=lookup).first()
    return box or Envelope.objects.select_related("confidant").filter(lookup=lookup).first()
