from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from knoop.access.door import require
from knoop.leadership.insights.page import network_page
from knoop.leadership.safety import policy


@require_safe
def network(request: HttpRequest) -> HttpResponse:
    """What the last run saw, about groups only."""
    require(policy.may_see_network(request.user))
    return render(request, "insights/network.html", {"page": network_page()})
