"""Language, time zone, look, password, and where somebody is logged in."""

import pytest
from django.test import Client

from knoop.people.models import Person
from knoop.people.sessions import LogIn, device_of
from tests.making import PASSWORD

pytestmark = pytest.mark.django_db
NEW = "another walk in the woods"


def test_choices_are_kept_and_used_at_once(alice: Person, as_) -> None:
    client = as_(alice)
    client.post("/you/settings", {"language": "en", "time_zone": "America/Curacao", "look": "dark"})
    page = client.get("/you/settings")
    assert page["Content-Language"] == "en"
    assert 'data-look="dark"' in page.text


def test_times_are_told_in_one_s_own_zone(post, alice: Person, as_) -> None:
    client = as_(alice)
    at_home = client.get(f"/posts/{post.pk}").text
    client.post("/you/settings", {"time_zone": "Asia/Tokyo"})
    assert "+09:00" in client.get(f"/posts/{post.pk}").text
    assert "+09:00" not in at_home


def test_a_time_zone_that_is_no_more_is_that_of_the_house(alice: Person, as_) -> None:
    Person.objects.filter(pk=alice.pk).update(time_zone="Mars/Olympus")
    assert as_(alice).get("/").status_code == 200


@pytest.mark.parametrize("wrong", [{"time_zone": "Mars/Olympus"}, {"look": "pink"}, {"language": "tlh"}])
def test_a_choice_that_is_none_is_refused(wrong: dict[str, str], alice: Person, as_) -> None:
    assert as_(alice).post("/you/settings", wrong).status_code == 422


def logged_in(agent: str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0") -> Client:
    client = Client(headers={"user-agent": agent})
    assert client.post("/login", {"username": "alice", "password": PASSWORD}).status_code == 302
    return client


@pytest.fixture
def two(alice: Person) -> tuple[Client, Client]:
    phone = "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
    return logged_in(), logged_in(phone)


def is_in(client: Client) -> bool:
    return client.get("/you/settings").status_code == 200


def test_somebody_sees_where_they_are_logged_in(two: tuple[Client, Client]) -> None:
    page = two[0].get("/you/settings").text
    assert "Firefox, Linux" in page
    assert "Chrome, Android" in page


def test_another_device_is_logged_out_from_here(two: tuple[Client, Client]) -> None:
    here, there = two
    here.post("/you/log-outs", {"log_in": LogIn.objects.get(device__contains="Android").pk})
    assert (is_in(here), is_in(there)) == (True, False)


def test_all_others_are_logged_out_at_once(two: tuple[Client, Client]) -> None:
    third = logged_in()
    two[0].post("/you/log-outs")
    assert [is_in(client) for client in (*two, third)] == [True, False, False]


def test_nobody_logs_out_somebody_else(two: tuple[Client, Client], bob: Person, as_) -> None:
    as_(bob).post("/you/log-outs", {"log_in": LogIn.objects.get(device__contains="Android").pk})
    assert is_in(two[1])


def test_who_logs_out_is_not_listed_any_more(two: tuple[Client, Client]) -> None:
    two[1].post("/logout")
    assert LogIn.objects.count() == 1


def test_a_new_password_holds_and_logs_out_elsewhere(two: tuple[Client, Client]) -> None:
    here, there = two
    words = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    assert here.post("/you/password", words).status_code == 302
    assert (is_in(here), is_in(there)) == (True, False)
    assert Client().post("/login", {"username": "alice", "password": NEW}).status_code == 302
    assert LogIn.objects.filter(session=here.session.session_key).exists()


@pytest.mark.parametrize(("old", "new"), [("wrong", NEW), (PASSWORD, "short")])
def test_a_password_is_not_changed_without_the_old_one_nor_into_a_weak_one(
    old: str, new: str, alice: Person, as_
) -> None:
    words = {"old_password": old, "new_password1": new, "new_password2": new}
    page = as_(alice).post("/you/password", words)
    assert page.status_code == 422
    assert 'class="wrong"' in page.text
    assert Client().post("/login", {"username": "alice", "password": PASSWORD}).status_code == 302


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 26_0) Version/26.0 Mobile Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_a_device_is_named_by_browser_and_kind(agent: str, device: str) -> None:
    assert device_of(agent) == device
