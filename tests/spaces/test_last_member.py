"""A closed space keeps its last member."""

from tests import making


def test_the_last_member_of_a_closed_space_may_not_leave(alice, as_):
    closed = making.space("Board", [alice], openness="invited")
    assert as_(alice).post(f"/spaces/{closed.slug}/departure").status_code == 403
    assert closed.memberships.count() == 1


def test_the_last_but_one_may(alice, bob, as_):
    closed = making.space("Board", [alice, bob], openness="invited")
    assert as_(alice).post(f"/spaces/{closed.slug}/departure").status_code == 302
    assert closed.memberships.count() == 1


def test_the_last_member_of_an_open_space_may(alice, as_):
    space = making.space("Roads", [alice])
    assert as_(alice).post(f"/spaces/{space.slug}/departure").status_code == 302
    assert space.memberships.count() == 0


def test_a_new_space_may_have_the_name_of_a_closed_one_that_must_not_show(alice, carol, as_):
    making.space("Board", [alice], openness="invited")
    opened = as_(carol).post("/spaces/", {"name": "Board", "openness": "open"})
    assert opened["Location"] == "/spaces/board-2"


def test_a_new_space_may_not_have_the_name_of_one_that_can_be_seen(alice, carol, as_):
    making.space("Board", [alice])
    assert as_(carol).post("/spaces/", {"name": "Board", "openness": "open"}).status_code == 422
