"""What files hold of a person: for who asks what is kept of them, and for when they are erased."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from knoop.community.files.models import File, Version
from knoop.people.models import Person


def held(person: Person) -> Iterator[dict[str, object]]:
    """Each version that somebody added, oldest first, in words that can be handed over."""
    theirs = Version.objects.filter(by=person).select_related("file__space").order_by("at", "pk")
    for version in theirs.iterator(chunk_size=500):
        file = version.file
        yield {
            "name": file.name,
            "version": version.number,
            "added": version.at.isoformat(),
            "bytes": version.size,
            "space": file.space.name if file.space else None,
            "shows": file.alt,
            "stored_as": version.stored_as,
        }


def erase(person: Person) -> None:
    """Takes away what nobody else sees, loose and withdrawn files; may be done twice.

    What is part of a conversation stays in it.
    """
    unseen = Q(space=None, attachments=None) | Q(withdrawal__isnull=False)
    for file in File.objects.filter(unseen, by=person):
        file.shred()
