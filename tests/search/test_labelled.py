"""What colleagues expect to find, they find; on SQLite and on PostgreSQL."""

import pytest

from knoop.community.posts.models import Post
from knoop.search.finding import Search
from tests.search.labelled import TEXTS, questions

RECALL, PRECISION = 0.97, 0.95  # of all questions together, among the first ten
FIRST = 0.95  # share of questions whose first result is one that was expected


@pytest.fixture
def keys(alice, open_space, indexed):
    """Post id -> key, of all texts."""
    keys = {Post.objects.write(alice, open_space, text).pk: key for key, text in TEXTS.items()}
    indexed()
    return keys


def answers(person, keys, typed):
    return [keys[one.thing_id] for one in Search(person, typed).found().candidates if one.kind == "post"][:10]


def test_there_are_enough_questions_to_say_anything():
    assert len(questions()) >= 120
    assert {key for _typed, wanted in questions() for key in wanted} <= TEXTS.keys()


def test_what_is_expected_is_found_and_little_else(keys, alice):
    wanted_count = found_count = right_count = first_count = 0
    misses = []
    for typed, wanted in questions():
        found = answers(alice, keys, typed)
        right = wanted.intersection(found)
        wanted_count, found_count, right_count = (
            wanted_count + len(wanted),
            found_count + len(found),
            right_count + len(right),
        )
        first_count += (found[0] in wanted) if found and wanted else not wanted and not found
        if wanted != set(found):
            misses.append(f"{typed}: without {wanted - set(found)}, beside it {set(found) - wanted}")
    said = "\n".join(misses)
    assert right_count / wanted_count >= RECALL, said
    assert right_count / found_count >= PRECISION, said
    assert first_count / len(questions()) >= FIRST, said
