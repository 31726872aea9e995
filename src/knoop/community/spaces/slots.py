from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.community.spaces.models import Space
from knoop.web.slots import in_slot

OFFERED = 6


@in_slot("welcome.spaces")
def to_begin_with(request: HttpRequest, _thing: object) -> str:
    """Open spaces for who is new, those with most members first; and those they're in already."""
    spaces = Space.objects.visible_to(request.user).current()
    offered = list(spaces.to_join(request.user)[:OFFERED])
    mine = list(Space.objects.of(request.user).current().order_by("name")[:OFFERED])
    if not offered and not mine:
        return ""
    return render_to_string("spaces/welcome.html", {"spaces": offered, "mine": mine}, request)
