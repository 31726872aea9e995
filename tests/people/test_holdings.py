"""What is held of people is named by the rooms that hold it: none may be forgotten."""

from collections import Counter

import pytest

from knoop.people import holdings
from knoop.people.holdings import Fate, Holding, Line
from knoop.people.models import Person


def test_each_column_that_points_at_people_is_named_by_a_room() -> None:
    forgotten = holdings.columns() - set(holdings.named())
    assert forgotten == set(), "say in the room's holdings.py what becomes of these when somebody is erased"


def test_no_room_names_a_column_that_is_not_there() -> None:
    assert set(holdings.named()) - holdings.columns() == set()


def test_no_column_is_named_twice() -> None:
    assert [rows for rows, count in Counter(holdings.named()).items() if count > 1] == []


def test_a_column_that_is_emptied_can_be_empty() -> None:
    freed = [line for holding in holdings.known() for line in holding.lines if line.fate is Fate.FREED]
    assert freed
    assert all(line.model._meta.get_field(line.column).null for line in freed)


def test_two_lists_of_an_export_never_have_one_name() -> None:
    for holding in holdings.known():
        names = [line.name for line in holding.lines if line.tells]
        assert len(names) == len(set(names)), holding.key


def test_an_export_tells_of_columns_that_are_there(db: None) -> None:
    person = Person.objects.create(handle="nobody", name="Nobody")
    for holding in holdings.known():
        for name, rows in holding.exported(person).items():
            assert list(rows) == [] or name in ("profile", "log", "files")


def test_two_rooms_cannot_speak_of_the_same_thing() -> None:
    with pytest.raises(ValueError, match="Two rooms"):
        holdings.holds(Holding("posts", "Posts"))


def test_a_line_knows_its_table_and_its_column() -> None:
    line = Line("posts.PostReaction.person", "", Fate.STAYS)
    assert (line.model.__name__, line.column, line.name) == ("PostReaction", "person", "post_reactions")


@pytest.mark.django_db
def test_what_is_kept_is_counted_in_one_query(alice, post, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        rooms = holdings.rooms_of(alice)
    said = [line.words for room in rooms for line in room.lines]
    assert "1 bericht dat je schreef" in said
    assert "1 ruimte waar je in zit" in said
