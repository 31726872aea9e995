"""Each line of a profile is read by whom its person chose, and by nobody else, wherever it is asked."""

from datetime import date

import pytest
from django.db import models

from knoop.community.spaces.models import Space
from knoop.people import policy
from knoop.people.fields import FIELDS, Readers
from knoop.people.models import Person, Unit
from knoop.people.own_fields import OwnAnswer, OwnField
from tests import making

pytestmark = pytest.mark.django_db

WORDS = {
    "about": "permits for bridges",
    "working_on": "the tunnel of 1933",
    "pronouns": "they/them",
    "location": "Depot North",
    "languages": "Frisian",
    "phone": "070 123 45 67",
    "mobile": "+31 6 12345678",
    "email": "alice@example.org",
    "birthday": date(2000, 5, 17),
    "started_on": date(2019, 3, 4),
}
SHOWN = WORDS | {"birthday": "17 mei", "started_on": "4 maart 2019", "own": "B-12"}
WHO_READS = {
    Readers.EVERYONE: {"me", "unit", "colleague", "guest"},
    Readers.COLLEAGUES: {"me", "unit", "colleague"},
    Readers.UNIT: {"me", "unit"},
    Readers.ME: {"me"},
}


@pytest.fixture
def own() -> OwnField:
    return OwnField.objects.create(label_nl="Portofoon", label_en="Radio")


@pytest.fixture
def readers(alice: Person, bob: Person, carol: Person, guest: Person) -> dict[str, Person]:
    """Bob is of Alice's unit; the guest is in a space with her."""
    Space.objects.get(name="Reading room").join(alice)
    carol.unit = Unit.objects.create(name="Water", slug="water")
    carol.save()
    return {"me": alice, "unit": bob, "colleague": carol, "guest": guest}


def told(alice: Person, own: OwnField, readers: str) -> None:
    Person.objects.filter(pk=alice.pk).update(**WORDS)
    OwnAnswer.objects.create(person=alice, field=own, words="B-12")
    alice.refresh_from_db()
    alice.readers = dict.fromkeys([*FIELDS, own.key], readers)
    alice.save()


@pytest.mark.parametrize("group", Readers.values)
@pytest.mark.parametrize("who", ["me", "unit", "colleague", "guest"])
def test_a_page_shows_each_line_to_whom_it_is_for_and_to_nobody_else(
    group: str, who: str, readers: dict[str, Person], own: OwnField, as_
) -> None:
    told(readers["me"], own, group)
    page = as_(readers[who]).get("/people/alice")
    assert page.status_code == 200
    missing = {key for key, words in SHOWN.items() if str(words) not in page.text}
    assert missing == (set() if who in WHO_READS[group] else SHOWN.keys())


@pytest.mark.parametrize("key", FIELDS)
@pytest.mark.parametrize("group", [*Readers.values, "unsaid"])
def test_rows_and_questions_agree_on_who_reads_a_line(
    key: str, group: str, readers: dict[str, Person]
) -> None:
    alice = readers["me"]
    alice.readers = {} if group == "unsaid" else {key: group}
    alice.save()
    usual = FIELDS[key].readers
    for reader in readers.values():
        rows = Person.objects.filter(policy.readable(reader, key, usual), pk=alice.pk)
        assert rows.exists() == policy.may_read(reader, alice, alice.readers.get(key, usual))


def test_who_is_in_no_unit_has_no_unit_to_read_along(alice: Person, carol: Person) -> None:
    assert carol.unit is None
    assert not policy.may_read(making.person("dora"), carol, "unit")
    carol.readers = {"about": "unit"}
    carol.save()
    assert not Person.objects.filter(policy.readable(making.person("eva"), "about", "me"), pk=carol.pk)


def test_an_administrator_reads_no_more_than_another_colleague(
    alice: Person, own: OwnField, administrator: Person, as_
) -> None:
    told(alice, own, Readers.ME)
    page = as_(administrator).get("/people/alice").text
    assert not [key for key, words in SHOWN.items() if str(words) in page]


def test_of_who_has_left_nothing_is_told(
    alice: Person, own: OwnField, administrator: Person, bob: Person, as_
) -> None:
    told(alice, own, Readers.EVERYONE)
    alice.depart(administrator)
    page = as_(bob).get("/people/alice").text
    assert not [key for key, words in SHOWN.items() if str(words) in page]


def test_each_line_has_a_field_in_the_row_or_an_answer_of_its_own() -> None:
    columns = {field.name for field in Person._meta.get_fields() if isinstance(field, models.Field)}
    assert FIELDS.keys() <= columns


FORM = {"name": "Alice de Wit", "title": "Engineer"}


def test_somebody_says_who_they_are_and_who_reads_it(alice: Person, bob: Person, own: OwnField, as_) -> None:
    words = FORM | {"about": "permits", "readers-about": "unit", own.key: "B-12", f"readers-{own.key}": "me"}
    words |= {"birthday_0": "29", "birthday_1": "2"}
    assert as_(alice).post("/you/profile", words).headers["Location"] == "/people/alice"
    alice.refresh_from_db()
    assert (alice.about, alice.readers["about"], alice.readers[own.key]) == ("permits", "unit", "me")
    assert alice.birthday == date(2000, 2, 29)
    assert alice.own_answers.get().words == "B-12"
    assert "permits" in as_(bob).get("/people/alice").text


def test_what_is_wrong_in_a_profile_is_said_and_nothing_is_lost(alice: Person, as_) -> None:
    words = FORM | {
        "name": "",
        "about": "kept words",
        "phone": "call me",
        "birthday_0": "31",
        "birthday_1": "2",
    }
    page = as_(alice).post("/you/profile", words)
    assert page.status_code == 422
    assert page.text.count('class="wrong"') == 4
    assert "kept words" in page.text
    alice.refresh_from_db()
    assert alice.about == ""


@pytest.mark.parametrize("readers", ["nobody", "administrators"])
def test_a_group_of_readers_that_is_none_is_refused(readers: str, alice: Person, as_) -> None:
    assert as_(alice).post("/you/profile", FORM | {"readers-about": readers}).status_code == 422


def test_an_answer_that_is_emptied_is_gone(alice: Person, own: OwnField, as_) -> None:
    OwnAnswer.objects.create(person=alice, field=own, words="B-12")
    as_(alice).post("/you/profile", FORM)
    assert not OwnAnswer.objects.exists()


def test_a_field_that_was_put_away_is_not_shown_nor_asked(
    alice: Person, own: OwnField, administrator: Person, as_
) -> None:
    OwnAnswer.objects.create(person=alice, field=own, words="B-12")
    own.retire(administrator)
    assert "B-12" not in as_(alice).get("/people/alice").text
    assert "Portofoon" not in as_(alice).get("/you/profile").text
    own.come_back(administrator)
    assert "B-12" in as_(alice).get("/people/alice").text


def test_the_line_beside_a_post_is_for_its_readers_too(post, carol: Person, bob: Person, as_) -> None:
    """Bob is of the author's unit, Carol isn't."""
    post.author.about = "permits for bridges"
    post.author.readers = {"about": "unit"}
    post.author.save()
    assert "permits" in as_(bob).get(f"/posts/{post.pk}").text
    assert "permits" not in as_(carol).get(f"/posts/{post.pk}").text
