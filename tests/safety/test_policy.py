"""Who may ask what about the network."""

import pytest

from knoop.leadership.safety import policy
from knoop.people.models import Person


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("leader", True),
        ("community_manager", True),
        ("works_council", True),
        ("ambassador", False),
        ("administrator", False),
    ],
)
def test_who_leads_cares_for_or_guards_the_network_may_see_it(role: str, may: bool, carol: Person) -> None:
    carol.appoint(role, by=carol)
    assert policy.may_see_network(carol) is may


def test_a_member_without_a_role_may_not_see_the_network(carol: Person) -> None:
    assert not policy.may_see_network(carol)
