"""The spaces of whoever is logged in, for the side of each page."""

from typing import Any

from django.http import HttpRequest

from knoop.community.spaces.models import Space


def spaces(request: HttpRequest) -> dict[str, Any]:
    """Read only when a template asks, so parts of pages cost nothing; a page that read them leaves them."""
    if not request.user.is_authenticated:
        return {}
    mine = Space.objects.of(request.user).current().only("name", "slug", "openness").order_by("name")
    return {"my_spaces": getattr(request, "my_spaces", mine)}
