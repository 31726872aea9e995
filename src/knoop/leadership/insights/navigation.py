from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from knoop.leadership.safety import policy


def network(request: HttpRequest) -> dict[str, Any]:
    """Whether the side of the page leads to the network; asked only by pages that have a side."""
    if not request.user.is_authenticated:
        return {}
    return {"may_see_network": SimpleLazyObject(lambda: policy.may_see_network(request.user))}
