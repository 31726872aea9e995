from django.utils.translation import gettext_lazy as _

from knoop.community.spaces import policy
from knoop.community.spaces.models import Space
from knoop.people.arrivals import Arrival, arrives
from knoop.people.models import Person


def _choices(by: Person) -> list[tuple[str, str]]:
    """Open spaces, and closed ones to which `by` may add people."""
    spaces = Space.objects.visible_to(by).current().select_related("archival").order_by("name")
    return [(str(space.pk), space.name) for space in spaces if space.is_open or policy.may_add(by, space)]


def _arrive(person: Person, chosen: list[str], by: Person) -> None:
    """What `by` may not choose any more is left out."""
    allowed = {pk for pk, _name in _choices(by)}
    for space in Space.objects.filter(pk__in=[pk for pk in chosen if pk in allowed]):
        space.add(person, by=by)


arrives(Arrival("spaces", _("Spaces they come into"), _choices, _arrive))
