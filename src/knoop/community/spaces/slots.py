"""What spaces add to pages of other rooms."""

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
    rows = list(JoinRequest.objects.for_list().filter(answered | waiting)[:200])
    groups: dict[int, dict[str, object]] = {}
    for asked in rows:
        if asked.decided_at is None:
            group = groups.setdefault(
                asked.space_id, {"slug": asked.space.slug, "name": asked.space.name, "count": 0}
            )
            group["count"] += 1  # type: ignore[operator]
    context = {
        "waiting": list(groups.values()),
        "answered": [asked for asked in rows if asked.decided_at],
        "invitations": list(Invitation.objects.for_list().filter(person=request.user)[:20]),
    }
    return render_to_string("spaces/at_home.html", context, request)


@in_slot("welcome.spaces")
def to_begin_with(request: HttpRequest, _thing: object) -> str:
    """Open spaces for who is new, those with most members first; and those they're in already."""
    spaces = Space.objects.visible_to(request.user).current()
    offered = list(spaces.to_join(request.user)[:OFFERED])
    mine = list(Space.objects.of(request.user).current().order_by("name")[:OFFERED])
    if not offered and not mine:
        return ""
    return render_to_string("spaces/welcome.html", {"spaces": offered, "mine": mine}, request)
