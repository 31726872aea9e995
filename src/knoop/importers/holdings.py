"""What importers hold of somebody: which account of another platform became theirs here."""

from django.utils.translation import gettext_lazy as _

from knoop.importers.models import Origin
from knoop.importers.origins import erased_key
from knoop.people.holdings import Holding, holds
from knoop.people.leaving import Leaving


def erase(leaving: Leaving) -> tuple[()]:
    """The key becomes a mark that only the same key leads to: so the same export doesn't bring them back."""
    for origin in Origin.objects.filter(kind=Origin.Kind.PERSON, pk_here=leaving.person.pk):
        origin.key = erased_key(origin.archive, origin.key)
        origin.save(update_fields=["key"])
    return ()


holds(Holding("importers", _("Imports"), erase=erase))
