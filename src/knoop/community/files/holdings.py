"""What files hold of a person: for who asks what is kept of them, and for when they are erased."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.community.files.models import File, Version
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving
from knoop.people.models import Person


def held(person: Person) -> Iterator[dict[str, object]]:
    """Each version that somebody added, oldest first, in words that can be handed over."""
    for version in _versions(person):
        file = version.file
        yield {
            "name": file.name,
            "version": version.number,
            "added": version.at.isoformat(),
            "bytes": version.size,
            "space": file.space.name if file.space else None,
            "shows": file.alt,
        }


def _versions(person: Person) -> Iterator[Version]:
    theirs = Version.objects.filter(by=person).select_related("file__space").order_by("at", "pk")
    yield from theirs.iterator(chunk_size=500)


def stored(person: Person) -> Iterator[tuple[str, str]]:
    """Each version's name and where its contents are."""
    for version in _versions(person):
        yield version.file.name, version.stored_as


def lists(person: Person) -> dict[str, Iterable[object]]:
    return {"files": held(person)}


def erase(leaving: Leaving) -> set[str]:
    """Takes away what nobody else sees, loose and withdrawn files; with the words also what only they added.

    What is part of a conversation stays in it, but not under a name that tells whose it was.
    """
    person = leaving.person
    gone = Q(space=None, attachments=None) | Q(withdrawal__isnull=False)
    if leaving.takes_words:
        others = Version.objects.filter(file=OuterRef("pk")).exclude(by=person)
        gone |= ~Exists(others)
    stored: set[str] = set()
    for file in File.objects.filter(gone, by=person).distinct():
        leaving.changed["file"].add(file.pk)
        stored |= file.take_apart()
    for file in File.objects.filter(by=person):
        name, alt = leaving.nameless(file.name), leaving.nameless(file.alt)[:500]
        if (name, alt) != (file.name, file.alt):
            file.alt = alt
            file.save(update_fields=["alt"])
            file.call(name[-200:])
            leaving.changed["file"].add(file.pk)
    return stored


holds(
    Holding(
        "files",
        _("Files"),
        lines=[
            Line(
                "files.File.by",
                ngettext_lazy("%(count)d file you added", "%(count)d files you added", "count"),
                Fate.STAYS,
            ),
            Line(
                "files.Version.by",
                ngettext_lazy("%(count)d version of a file", "%(count)d versions of files", "count"),
                Fate.STAYS,
            ),
            Line(
                "files.Withdrawal.by",
                ngettext_lazy("%(count)d file you took back", "%(count)d files you took back", "count"),
                Fate.STAYS,
                until=_("a month, in which you can bring it back"),
            ),
        ],
        erase=erase,
        more=lists,
        files=stored,
        words=_("Files that nobody else can see are deleted with your account."),
        order=60,  # once the posts they hung on let go of them
    )
)
