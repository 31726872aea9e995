"""What spaces add to pages of other rooms."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Q
from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.community.spaces.asking import Invitation, JoinRequest
from knoop.community.spaces.models import Space
from knoop.web.slots import in_slot

OFFERED = 6


@in_slot("home.top", order=10)
def at_home(request: HttpRequest, _thing: object) -> str:
    """Who asks to join a space of mine, who invites me, and what was answered to me."""
    answered = Q(person=request.user, seen_at=None) & ~Q(decided_at=None) & ~Q(decided_by=None)
    waiting = Q(pk__in=JoinRequest.objects.waiting_for(request.user).values("pk"))
    asked = JoinRequest.objects.filter(answered | waiting)
    invited = Invitation.objects.filter(person=request.user)
    # Most days there is nothing, and one question says so.
    if not asked.values_list("pk").union(invited.values_list("pk")).exists():
        return ""
    rows = list(asked.for_list()[:200])
    context = {
        "waiting": _by_space(one for one in rows if one.decided_at is None),
        "answered": [one for one in rows if one.decided_at],
        "invitations": list(invited.for_list()[:20]),
    }
    return render_to_string("spaces/at_home.html", context, request)


def _by_space(requests: Iterable[JoinRequest]) -> list[dict[str, object]]:
    count = Counter(asked.space for asked in requests)
    return [{"slug": space.slug, "name": space.name, "count": many} for space, many in count.items()]


@in_slot("welcome.spaces")
def to_begin_with(request: HttpRequest, _thing: object) -> str:
    """Open spaces for who is new, those with most members first; and those they're in already."""
    spaces = Space.objects.visible_to(request.user).current()
    offered = list(spaces.to_join(request.user)[:OFFERED])
    mine = list(Space.objects.of(request.user).current().order_by("name")[:OFFERED])
    if not offered and not mine:
        return ""
    return render_to_string("spaces/welcome.html", {"spaces": offered, "mine": mine}, request)
