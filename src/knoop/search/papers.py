"""What can be found of what is kept beside posts: pages, files with the text inside them, and messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from knoop.community.files.models import File
from knoop.community.messages.models import Message
from knoop.community.pages.models import Page
from knoop.community.signals.models import Signal, Step
from knoop.search.models import Extract
from knoop.search.reading_files import LONGEST, text_of
from knoop.search.sources import InSpaces, Shown, Told, source

if TYPE_CHECKING:
    from knoop.people.models import Person


@source(
    "page",
    _("Pages"),
    icon="book-open",
    verbs=dict.fromkeys(("page.written", "page.changed", "page.withdrawn", "page.returned"), "page_id"),
)
class Pages(InSpaces):
    model = Page

    def told(self, ids: Iterable[int]) -> Iterator[Told]:
        for page in Page.objects.filter(pk__in=ids, withdrawn_at=None):
            yield Told(
                thing_id=page.pk,
                space_id=page.space_id,
                author_id=page.changed_by_id,
                at=page.changed_at,
                title=page.title,
                text=page.text,
            )

    def shown(self, person: Person, ids: Iterable[int]) -> Iterator[Shown]:
        seen = Page.objects.visible_to(person).filter(pk__in=ids, withdrawn_at=None)
        for page in seen.select_related("changed_by__departure", "space").fetch_mode(models.FETCH_RAISE):
            yield Shown(
                thing=page,
                title=page.title,
                text=page.text,
                address=page.get_absolute_url(),
                at=page.changed_at,
                author=page.changed_by,
                space=page.space,
            )


FILE_VERBS = (
    *("shelved", "attached", "detached", "renewed", "renamed", "described", "moved"),
    *("withdrawn", "returned"),
)


def inside(file: File) -> str:
    """The text in the newest version, read once. Nothing of what a scanner found something in."""
    if not file.current.may_be_had:
        return ""
    known = Extract.objects.filter(file=file, digest=file.current.digest).first()
    if known is None:
        with default_storage.open(file.current.stored_as) as stored:
            content = stored.read()
        plain = file.current.media.startswith("text/")
        text = content.decode(errors="replace")[:LONGEST] if plain else text_of(content)
        known = Extract.objects.update_or_create(
            file=file, defaults={"digest": file.current.digest, "text": text}
        )[0]
    return known.text


def read_inside(ids: Iterable[int]) -> None:
    for file in File.objects.placed().filter(pk__in=ids, withdrawal=None).select_related("current"):
        inside(file)


@source(
    "file",
    _("Files"),
    icon="file-text",
    verbs={f"file.{verb}": "file_id" for verb in FILE_VERBS},
    before=read_inside,
)
class Files:
    """On shelves, and on what was written or said: those are found by who sees that, and by nobody else.

    What a scanner found something in is told by its name alone.
    """

    model = File
    ages = True

    def told(self, ids: Iterable[int]) -> Iterator[Told]:
        files = File.objects.placed().filter(pk__in=ids, withdrawal=None)
        for file in files.select_related("current"):
            yield Told(
                thing_id=file.pk,
                space_id=file.space_id,
                author_id=file.by_id,
                at=file.changed_at,
                title=file.name,
                text=f"{file.alt}\n{inside(file)}",
            )

    def visible(self, person: Person, path: str) -> Q:
        return Q(Exists(File.objects.visible_to(person).filter(pk=OuterRef(f"{path}thing_id"))))

    def shown(self, person: Person, ids: Iterable[int]) -> Iterator[Shown]:
        seen = File.objects.visible_to(person).placed().filter(pk__in=ids)
        full = seen.select_related("by__departure", "space", "current", "extract")
        for file in full.fetch_mode(models.FETCH_RAISE):
            words = file.extract.text if file.current.may_be_had and hasattr(file, "extract") else ""
            yield Shown(
                thing=file,
                title=file.name,
                about=file.alt,
                text=words,
                address=file.get_absolute_url(),
                at=file.changed_at,
                author=file.by,
                space=file.space,
            )


@receiver(post_delete, sender=File)
def forget(instance: File, **_more: object) -> None:
    """A file that is gone for good says so to nobody else."""
    from knoop.search import indexing

    indexing.index("file", [instance.pk])


@source(
    "message",
    _("Messages"),
    icon="mail",
    verbs=dict.fromkeys(("message.sent", "message.withdrawn"), "message_id"),
)
class Messages:
    """Found by who is in the conversation, from when they came into it; by no role."""

    model = Message
    ages = True

    def told(self, ids: Iterable[int]) -> Iterator[Told]:
        for message in Message.objects.filter(pk__in=ids, withdrawn_at=None):
            yield Told(
                thing_id=message.pk, author_id=message.author_id, at=message.sent_at, text=message.text
            )

    def visible(self, person: Person, path: str) -> Q:
        return Q(Exists(Message.objects.visible_to(person).filter(pk=OuterRef(f"{path}thing_id"))))

    def shown(self, person: Person, ids: Iterable[int]) -> Iterator[Shown]:
        seen = Message.objects.visible_to(person).filter(pk__in=ids, withdrawn_at=None)
        full = seen.select_related("author__departure")
        for message in full.fetch_mode(models.FETCH_RAISE):
            yield Shown(
                thing=message,
                title="",
                text=message.text,
                address=message.page_address,
                at=message.sent_at,
                author=message.author,
            )


SIGNAL_VERBS = (
    *("raised", "acknowledged", "looked_into", "decided", "changed", "told", "reopened"),
    *("promised", "handed_over", "moved", "merged", "split"),
)


@source(
    "signal",
    _("Signals"),
    icon="flag",
    verbs={f"signal.{verb}": "signal_id" for verb in SIGNAL_VERBS},
)
class Signals:
    """With the words of who answered them. What was put together with another is found there."""

    model = Signal
    ages = True

    def told(self, ids: Iterable[int]) -> Iterator[Told]:
        answers: dict[int, list[str]] = {}
        for signal, words in (
            Step.objects.filter(signal__in=ids)
            .order_by("at", "pk")
            .exclude(words="")
            .values_list("signal", "words")
        ):
            answers.setdefault(signal, []).append(words)
        for signal in Signal.objects.standing().filter(pk__in=ids):
            said = (signal.text, signal.where, signal.would_help, signal.topics, *answers.get(signal.pk, ()))
            yield Told(
                thing_id=signal.pk,
                space_id=signal.space_id,
                author_id=signal.raiser_id,
                at=signal.raised_at,
                title=signal.title,
                text="\n\n".join(filter(None, said)),
            )

    def visible(self, person: Person, path: str) -> Q:
        return Q(Exists(Signal.objects.visible_to(person).filter(pk=OuterRef(f"{path}thing_id"))))

    def shown(self, person: Person, ids: Iterable[int]) -> Iterator[Shown]:
        seen = (
            Signal.objects.visible_to(person)
            .standing()
            .filter(pk__in=ids)
            .select_related("raiser__departure", "space")
        )
        for signal in seen.fetch_mode(models.FETCH_RAISE):
            yield Shown(
                thing=signal,
                title=signal.title,
                text=signal.text,
                address=signal.get_absolute_url(),
                at=signal.raised_at,
                author=signal.raiser,
                space=signal.space,
            )
