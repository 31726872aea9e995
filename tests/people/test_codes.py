"""Codes by which colleagues without company mail come in."""

from datetime import timedelta

import pytest
from django.test import Client

from knoop.base import clock
from knoop.community.spaces.models import Space
from knoop.events.models import Event
from knoop.people.codes import LETTERS, Code, CodeIsUsedUp, handle_for
from knoop.people.joining_forms import WRONG_CODES
from knoop.people.models import Person, Unit
from tests.making import PASSWORD

pytestmark = pytest.mark.django_db
WHO = {"name": "Jan de Boer", "handle": "", "password": PASSWORD}


@pytest.fixture
def code(community_manager: Person, unit: Unit, open_space: Space) -> Code:
    return Code.objects.hand_out(
        community_manager, most=2, days=14, unit=unit, places={"spaces": [str(open_space.pk)]}
    )


def sign_up(code: Code, client: Client | None = None, **words: str):
    return (client or Client()).post(f"/join/{code.code}", WHO | words)


def test_somebody_without_mail_comes_in_with_unit_and_spaces(code: Code, open_space: Space) -> None:
    client = Client()
    assert sign_up(code, client).headers["Location"] == "/welcome"
    jan = Person.objects.get(handle="jan.de.boer")
    assert (jan.name, jan.email, jan.unit) == ("Jan de Boer", None, code.unit)
    assert jan.spaces.get() == open_space
    assert client.get("/welcome").status_code == 200
    assert Event.objects.get(verb="person.signed_up").facts == {"person_id": jan.pk, "code_id": code.pk}


def test_a_code_is_for_as_many_as_was_said(code: Code) -> None:
    assert [sign_up(code).status_code for _person in range(3)] == [302, 302, 404]
    assert Person.objects.filter(name="Jan de Boer").count() == 2


def test_the_last_place_is_taken_once(code: Code) -> None:
    code.sign_up(Person(name="A", handle="a1"), PASSWORD)
    stale = Code.objects.usable().get()
    code.sign_up(Person(name="B", handle="b1"), PASSWORD)
    with pytest.raises(CodeIsUsedUp):
        stale.sign_up(Person(name="C", handle="c1"), PASSWORD)
    assert not Person.objects.filter(handle="c1").exists()


@pytest.mark.parametrize("end", ["revoked", "ended"])
def test_a_code_that_was_taken_back_or_ended_lets_nobody_in(
    end: str, code: Code, community_manager: Person
) -> None:
    if end == "revoked":
        code.revoke(community_manager)
    else:
        Code.objects.filter(pk=code.pk).update(until=clock.now() - timedelta(seconds=1))
    assert sign_up(code).status_code == 404
    with pytest.raises(CodeIsUsedUp):
        code.sign_up(Person(name="C", handle="c1"), PASSWORD)


def test_taking_a_code_back_can_be_undone(code: Code, community_manager: Person, as_) -> None:
    client = as_(community_manager)
    client.post(f"/administration/codes/{code.pk}/revocation")
    assert sign_up(code).status_code == 404
    client.post(f"/administration/codes/{code.pk}/revocation", {"undo": "yes"})
    assert sign_up(code).status_code == 302


@pytest.mark.parametrize("typed", ["{0}-{1}", "{0}{1}", " {0} {1} ", "{0}-{1}small"])
def test_a_code_is_read_as_people_type_it(typed: str, code: Code) -> None:
    words = typed.removesuffix("small").format(code.code[:5], code.code[5:])
    words = words.lower() if typed.endswith("small") else words
    assert Client().post("/join", {"code": words}).headers["Location"] == f"/join/{code.code}"


def test_codes_cannot_be_found_by_trying(code: Code) -> None:
    for _try in range(WRONG_CODES):
        assert Client().post("/join", {"code": "WRONG"}).status_code == 422
    assert Client().post("/join", {"code": code.code}).status_code == 422
    assert Client().get(f"/join/{code.code}").status_code == 404


def test_some_wrong_codes_shut_nobody_out(code: Code) -> None:
    for _try in range(WRONG_CODES - 1):
        Client().get("/join/WRONG")
    assert Client().get(f"/join/{code.code}").status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"password": "short"}, {"handle": "No Good"}, {"handle": "alice"}]
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(wrong: dict[str, str], code: Code) -> None:
    page = sign_up(code, **({"name": "Jan de Boer"} | wrong))
    assert page.status_code == 422
    assert 'class="wrong"' in page.text
    assert ("Jan de Boer" in page.text) == ("name" not in wrong)
    assert not code.uses.exists()


def test_the_picture_leads_to_the_address(code: Code, community_manager: Person, as_) -> None:
    page = as_(community_manager).get(f"/administration/codes/{code.pk}").text
    assert "<svg" in page
    assert code.address in page
    assert code.address.endswith(f"/join/{code.code}")


def test_only_spaces_that_who_hands_out_may_give_are_given(
    closed_space: Space, community_manager: Person, as_
) -> None:
    as_(community_manager).post("/administration/codes/", {"most": 1, "days": 1, "spaces": closed_space.pk})
    assert not Code.objects.exists()
    code = Code.objects.hand_out(community_manager, 1, 1, places={"spaces": [str(closed_space.pk)]})
    assert code.sign_up(Person(name="C", handle="c1"), PASSWORD).spaces.count() == 0


def test_who_used_a_code_is_seen_by_who_hands_them_out(code: Code, community_manager: Person, as_) -> None:
    sign_up(code)
    assert "Jan de Boer" in as_(community_manager).get(f"/administration/codes/{code.pk}").text
    assert "1 / 2" in as_(community_manager).get("/administration/codes/").text


@pytest.mark.parametrize(
    ("name", "handle"), [("Zoë Çelik", "zoe.celik"), ("李", "colleague"), ("Bob", "bob-2")]
)
def test_a_username_is_made_of_a_name(name: str, handle: str, bob: Person) -> None:
    assert handle_for(name) == handle


def test_no_letter_of_a_code_is_taken_for_another() -> None:
    assert not set("0O1IL5S2Z") & set(LETTERS)
