"""The spaces of whoever is logged in, for the side of each page."""

from typing import Any

from django.db.models import FETCH_RAISE, QuerySet
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from knoop.base.written import written
from knoop.community.spaces.models import Space
from knoop.people.models import Person


def spaces(request: HttpRequest) -> dict[str, Any]:
    """Read only when a template asks, so parts of pages cost nothing; a page that read them leaves them."""
    if not request.user.is_authenticated:
        return {}
    return {"my_spaces": SimpleLazyObject(lambda: _read_once(request))}


def _read_once(request: HttpRequest) -> list[Space]:
    return request.my_spaces if hasattr(request, "my_spaces") else mine(request.user)


@written
def mine(person: Person) -> QuerySet[Space]:
    named = Space.objects.of(person).current().only("name", "slug", "openness").order_by("name")
    return named.fetch_mode(FETCH_RAISE)
