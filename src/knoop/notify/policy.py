"""Who may see which notices, and who is told at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

if TYPE_CHECKING:
    from knoop.people.models import Person


def seen_by(person: Person) -> dict[str, QuerySet]:
    """Of each thing that notices are about the rows that `person` may see now."""
    from knoop.community.meetings.models import Meeting
    from knoop.community.posts.models import Post
    from knoop.community.signals.models import Signal
    from knoop.community.spaces.models import Space
    from knoop.people.exports import Export

    # Somebody who is invited to a space doesn't see yet what is in it, but knows that it's there.
    known = getattr(Space, "known", Space.objects)
    return {
        "post": Post.objects.visible_to(person).filter(withdrawn_at=None),
        "space": Space.objects.visible_to(person),
        "invitation": known.visible_to(person),
        "meeting": Meeting.objects.visible_to(person),
        "signal": Signal.objects.visible_to(person),
        "export": Export.objects.of(person),
    }


def visible(person: Person, thing: str = "") -> Q:
    """Notices about what `person` may see at this moment; of words taken back there's nothing to tell.

    Asked for one `thing` only, the database needn't look for the others.
    """
    comments = apps.get_model("posts", "Comment").objects.filter(withdrawn_at=None)
    sees = Q()
    for name, rows in seen_by(person).items():
        if not thing or name == thing:
            sees |= Q(Exists(rows.filter(pk=OuterRef("thing_id"))), thing=name)
    return sees & (Q(comment_id=None) | Q(Exists(comments.filter(pk=OuterRef("comment_id")))))


def may_keep_mail(person: Person) -> bool:
    """Sees which addresses are refused, and what came in and became nothing."""
    return person.is_a("administrator")
