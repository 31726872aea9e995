"""What notices hold of somebody."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.notify.models import Arrived, Mute
from knoop.people.holdings import Fate, Holding, Line, holds
from knoop.people.leaving import Leaving


def erase(leaving: Leaving) -> tuple[()]:
    """Also that others wanted to hear nothing of them, and from which address mail came."""
    Mute.objects.filter(what=Mute.What.PERSON, what_id=leaving.person.pk).delete()
    if leaving.person.email:  # of what was refused it isn't always known whose it is
        Arrived.objects.filter(sender__iexact=leaving.person.email).update(sender="")
    return ()


holds(
    Holding(
        "notices",
        _("Notices"),
        lines=[
            Line(
                "notify.Notice.person",
                ngettext_lazy("%(count)d notice to you", "%(count)d notices to you", "count"),
                Fate.GOES,
                ("reason", "thing", "thing_id", "at", "read_at"),
            ),
            Line(
                "notify.Notice.actor",
                ngettext_lazy(
                    "%(count)d notice to others of what you did",
                    "%(count)d notices to others of what you did",
                    "count",
                ),
                Fate.STAYS,
            ),
            Line(
                "notify.Mute.person",
                ngettext_lazy("%(count)d mute", "%(count)d mutes", "count"),
                Fate.GOES,
                ("what", "what_id", "until", "at"),
            ),
            Line(
                "notify.Choice.person",
                ngettext_lazy(
                    "%(count)d choice of how you're told", "%(count)d choices of how you're told", "count"
                ),
                Fate.GOES,
                ("kind", "way"),
            ),
            Line(
                "notify.SpaceChoice.person",
                ngettext_lazy("%(count)d choice for a space", "%(count)d choices for spaces", "count"),
                Fate.GOES,
                ("space__name", "way"),
            ),
            Line(
                "notify.Kept.person",
                ngettext_lazy(
                    "%(count)d space you want to go on hearing of",
                    "%(count)d spaces you want to go on hearing of",
                    "count",
                ),
                Fate.GOES,
                ("space__name", "at"),
                called="kept_spaces",
            ),
            Line(
                "notify.MailChoice.person",
                ngettext_lazy("%(count)d choice about mail", "%(count)d choices about mail", "count"),
                Fate.GOES,
                ("needs", "good", "often", "weekday", "hour", "quiet_from", "quiet_until", "quiet_days"),
            ),
            Line(
                "notify.Letter.person",
                ngettext_lazy("%(count)d mail to you", "%(count)d mails to you", "count"),
                Fate.GOES,
                ("state", "at", "address"),
            ),
            Line(
                "notify.Refusal.person",
                ngettext_lazy(
                    "%(count)d mail address of yours that was refused",
                    "%(count)d mail addresses of yours that were refused",
                    "count",
                ),
                Fate.GOES,
                ("address", "said", "at"),
            ),
            Line(
                "notify.Arrived.person",
                ngettext_lazy(
                    "%(count)d mail that came in from you", "%(count)d mails that came in from you", "count"
                ),
                Fate.GOES,
                ("sender", "fate", "at"),
            ),
        ],
        erase=erase,
    )
)
