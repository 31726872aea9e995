"""What spaces add to pages of other rooms."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Q
from django.http import HttpRequest
from django.template.loader import render_to_string

from knoop.community.spaces.asking import Invitation, InvitationQuerySet, JoinRequest, JoinRequestQuerySet
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from knoop.web.figures import figure, figures
from knoop.web.slots import in_slot

OFFERED = 6
WAITING = ("requests to join", "invitations to a space")


@figure("requests to join")
def about_joining(person: Person) -> JoinRequestQuerySet:
    """What others ask where somebody decides, and what was answered to them."""
    answered = Q(person=person, seen_at=None) & ~Q(decided_at=None) & ~Q(decided_by=None)
    return JoinRequest.objects.filter(
        answered | Q(pk__in=JoinRequest.objects.waiting_for(person).values("pk"))
    )


@figure("invitations to a space")
def invitations(person: Person) -> InvitationQuerySet:
    return Invitation.objects.filter(person=person)


@in_slot("home.top", order=10)
def at_home(request: HttpRequest, _thing: object) -> str:
    """Who asks to join a space of mine, who invites me, and what was answered to me."""
    if not any(figures(request)[name] for name in WAITING):
        return ""
    rows = list(about_joining(request.user).for_list()[:200])
    context = {
        "waiting": _by_space(one for one in rows if one.decided_at is None),
        "answered": [one for one in rows if one.decided_at],
        "invitations": list(invitations(request.user).for_list()[:20]),
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
