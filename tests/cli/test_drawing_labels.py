"""Names on the map stand where they hide least."""

from knoop.cli.report.drawing_labels import Box, places

PAPER = Box(left=0, top=0, right=760, bottom=520)


def test_a_name_stands_below_its_circle_when_nothing_is_there():
    (place,) = places(["Roads"], [(300, 200, 20)], PAPER)
    assert (place.x, place.anchor) == (300, "middle")
    assert place.y > 220


def test_a_name_goes_elsewhere_when_another_circle_lies_below():
    roads, none = places(["Roads", None], [(300, 200, 20), (300, 245, 20)], PAPER)
    assert none is None
    assert roads.y < 200


def test_two_names_side_by_side_do_not_cover_each_other():
    names = ["Customer contact", "Distribution"]
    found = places(names, [(300, 200, 12), (350, 200, 12)], PAPER)
    one, other = (place.box(name) for place, name in zip(found, names, strict=True))
    assert one.covers(other) == 0


def test_a_name_stays_on_the_paper():
    (place,) = places(["Customer contact"], [(20, 200, 12)], PAPER)
    assert place.box("Customer contact").left >= 0


def test_no_name_hides_a_circle_that_has_room_beside_it():
    circles = [(300, 200, 30), (300, 260, 12)]
    large, small = places(["Large", "Small"], circles, PAPER)
    for name, place in (("Large", large), ("Small", small)):
        for x, y, r in circles:
            assert place.box(name).covers(Box(left=x - r, top=y - r, right=x + r, bottom=y + r)) == 0
