"""What somebody is to a space, for the head of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knoop.community.spaces import policy
from knoop.community.spaces.asking import Invitation, JoinRequest

if TYPE_CHECKING:
    from knoop.community.spaces.models import Membership, Space
    from knoop.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Standing:
    membership: Membership | None
    request: JoinRequest | None  # the last one, whatever became of it
    invitation: Invitation | None
    may_read: bool
    may_manage: bool
    may_join: bool
    may_ask: bool
    may_leave: bool


def standing(person: Person, space: Space) -> Standing:
    membership = space.memberships.filter(person=person).first()
    may_ask = membership is None and policy.may_ask(person, space)
    invitation = None
    if membership is None:
        invitation = Invitation.objects.for_list().filter(space=space, person=person).first()
    return Standing(
        membership=membership,
        request=space.requests.filter(person=person).order_by("-pk").first() if may_ask else None,
        invitation=invitation,
        may_read=membership is not None or policy.may_read(person, space),
        may_manage=policy.may_manage(person, space),
        may_join=membership is None and policy.may_join(person, space),
        may_ask=may_ask,
        may_leave=membership is not None and policy.may_leave(person, space),
    )
