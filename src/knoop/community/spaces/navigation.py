"""The spaces of whoever is logged in, for the side of each page."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from knoop.base.written import written
from knoop.community.spaces.models import Space
from knoop.people.models import Person


def spaces(request: HttpRequest) -> dict[str, Any]:
    """Read only when a template asks, so parts of pages cost nothing; a page that read them leaves them."""
    if not request.user.is_authenticated:
        return {}
    return {"my_spaces": SimpleLazyObject(lambda: getattr(request, "my_spaces", None) or mine(request.user))}


@written
def mine(person: Person) -> QuerySet[Space]:
    return Space.objects.of(person).current().only("name", "slug", "openness").order_by("name")
