"""What spaces hold of somebody."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.community.spaces.models import Archival
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving


def erase(leaving: Leaving) -> tuple[()]:
    """Why somebody archived a space are words of theirs."""
    for archival in Archival.objects.filter(by=leaving.person).exclude(reason=""):
        archival.reason = "" if leaving.takes_words else leaving.nameless(archival.reason)[:200]
        archival.save(update_fields=["reason"])
    return ()


holds(
    Holding(
        "spaces",
        _("Spaces"),
        lines=[
            Line(
                "spaces.Membership.person",
                ngettext_lazy("%(count)d space you're in", "%(count)d spaces you're in", "count"),
                Fate.GOES,
                ("space__name", "role", "since"),
            ),
            Line(
                "spaces.Archival.by",
                ngettext_lazy("%(count)d space you archived", "%(count)d spaces you archived", "count"),
                Fate.STAYS,
                ("space__name", "reason", "at"),
            ),
        ],
        erase=erase,
    )
)
