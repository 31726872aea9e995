"""What spaces hold of somebody."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.community.spaces.asking import JoinRequest
from knoop.community.spaces.models import Archival, Takeover
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving


def erase(leaving: Leaving) -> tuple[()]:
    """Why somebody archived a space, took it over or let nobody in are words of theirs."""
    person = leaving.person
    for rows, column in (
        (Archival.objects.filter(by=person), "reason"),
        (Takeover.objects.filter(by=person), "reason"),
        (JoinRequest.objects.filter(decided_by=person), "words"),
    ):
        for row in rows.exclude(**{column: ""}):
            said = "" if leaving.takes_words else leaving.nameless(getattr(row, column))
            setattr(row, column, said[: row._meta.get_field(column).max_length])
            row.save(update_fields=[column])
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
                ("space__name", "role", "since", "with_unit", "muted_at"),
            ),
            Line(
                "spaces.JoinRequest.person",
                ngettext_lazy(
                    "%(count)d space you asked to join", "%(count)d spaces you asked to join", "count"
                ),
                Fate.GOES,
                ("space__name", "note", "at", "decided_at", "is_accepted", "words"),
            ),
            Line(
                "spaces.JoinRequest.decided_by",
                ngettext_lazy(
                    "%(count)d request you decided on", "%(count)d requests you decided on", "count"
                ),
                Fate.STAYS,
                ("space__name", "decided_at", "is_accepted", "words"),
                called="requests_decided",
            ),
            Line(
                "spaces.Invitation.person",
                ngettext_lazy("%(count)d invitation to a space", "%(count)d invitations to spaces", "count"),
                Fate.GOES,
                ("space__name", "at"),
                until=_("until you answer it"),
            ),
            Line(
                "spaces.Invitation.by",
                ngettext_lazy(
                    "%(count)d colleague you invited to a space",
                    "%(count)d colleagues you invited to a space",
                    "count",
                ),
                Fate.GOES,
                ("space__name", "at"),
                called="invitations_given",
                until=_("until they answer it"),
            ),
            Line(
                "spaces.Takeover.by",
                ngettext_lazy("%(count)d space you took over", "%(count)d spaces you took over", "count"),
                Fate.STAYS,
                ("space__name", "reason", "at"),
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
